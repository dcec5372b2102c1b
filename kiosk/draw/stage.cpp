#include "kiosk/draw/stage.h"

#include <algorithm>
#include <utility>

#include "kiosk/content/icons.h"
#include "kiosk/draw/damage.h"
#include "kiosk/draw/drawing_canvas.h"
#include "kiosk/draw/picture_store.h"
#include "kiosk/draw/renderer.h"
#include "kiosk/text/layout_cache.h"
#include "kiosk/text/line_breaks.h"

namespace mess::kiosk {

namespace {

constexpr std::size_t layout_budget = 8U << 20;
constexpr int atlas_side = 2048;
constexpr std::size_t atlas_pages = 4;  // 16 MB: two alphabets in all sizes of the design at 3840 x 2160

class GlStage final : public Stage {
 public:
  GlStage(std::unique_ptr<FontSet> fonts, IconTable icons, std::unique_ptr<Renderer> renderer)
      : fonts_(std::move(fonts)),
        icons_(std::move(icons)),
        renderer_(std::move(renderer)),
        pictures_(picture_budget, renderer_->has_bgra()) {}

  Canvas& begin(int pixel_width, int pixel_height, const ScreenLook& look) override {
    width_ = std::max(1, pixel_width);
    height_ = std::max(1, pixel_height);
    const Palette palette(look.theme, look.house);
    background_ = palette.shown(look.background);
    const Size design = design_size(width_, height_, look.magnification);
    atlas_.begin_frame();
    pictures_.begin_frame(look.read);
    canvas_.begin(design, look.magnification, width_, height_, is_right_to_left(look.language), palette);
    return canvas_;
  }

  void end() override {
    const PixelRect screen{0, 0, width_, height_};
    // Another glyph may lie where one was drawn from.
    if (!frames_kept_ || std::exchange(evictions_, atlas_.evictions()) != atlas_.evictions())
      damage_.forget();
    const std::vector<PixelRect> parts =
        frames_kept_ ? damage_.changed(canvas_.list(), screen, background_) : std::vector<PixelRect>{screen};
    renderer_->draw(canvas_.list(), atlas_, screen, parts, background_);
    pixels_drawn_ = 0;
    for (const PixelRect& part : parts) pixels_drawn_ += part.pixels();
  }

  void keep_frames(bool kept) override { frames_kept_ = kept; }
  void forget_frame() override { damage_.forget(); }

  Texture find_picture(const PictureKey& key) override { return pictures_.find(key); }
  void put_picture(const PictureKey& key, std::shared_ptr<const Pixels> pixels) override {
    pictures_.put(key, std::move(pixels));
  }
  std::vector<PictureKey> upload_pictures(std::chrono::steady_clock::duration most) override {
    return pictures_.upload(most);
  }
  bool uploading() const override { return pictures_.uploading(); }
  bool on_its_way(const PictureKey& key) const override { return pictures_.on_its_way(key); }
  void drop_pictures_of(library::DocumentId document) override { pictures_.drop(document); }

  void forget_words() override {
    layouts_.clear();
    pictures_.drop(PictureKey::Kind::cut);
    forget_broken_lines();
  }

  Pixels read_back(int pixel_width, int pixel_height) override {
    Pixels pixels{pixel_width, pixel_height, false, {}};
    const auto row = static_cast<std::size_t>(pixel_width) * 4;
    pixels.bytes.resize(row * static_cast<std::size_t>(pixel_height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, pixel_width, pixel_height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.bytes.data());
    for (int y = 0; y < pixel_height / 2; ++y) {  // OpenGL counts rows from the bottom
      const auto top = pixels.bytes.begin() + static_cast<std::ptrdiff_t>(row) * y;
      const auto bottom = pixels.bytes.begin() + static_cast<std::ptrdiff_t>(row) * (pixel_height - 1 - y);
      std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
    }
    return pixels;
  }

  StageUse use() const override {
    return {atlas_.bytes(),
            atlas_.entries(),
            layouts_.bytes(),
            layouts_.misses(),
            pictures_.bytes(),
            static_cast<std::size_t>(canvas_.list().CmdBuffer.Size),
            static_cast<std::size_t>(canvas_.list().VtxBuffer.Size),
            pixels_drawn_};
  }

 private:
  std::unique_ptr<FontSet> fonts_;
  IconTable icons_;
  std::unique_ptr<Renderer> renderer_;
  PictureStore pictures_;
  Atlas atlas_{atlas_side, atlas_pages};
  LayoutCache layouts_{*fonts_, layout_budget};
  DrawingCanvas canvas_{*fonts_, icons_, atlas_, layouts_};
  Damage damage_;
  bool frames_kept_ = false;
  std::size_t evictions_ = 0, pixels_drawn_ = 0;
  int width_ = 1, height_ = 1;
  Color background_;
};

}  // namespace

Result<std::unique_ptr<Stage>> Stage::create(const std::filesystem::path& assets) {
  auto fonts = FontSet::open();
  if (!fonts) return tl::unexpected(fonts.error());
  auto icons = IconTable::load(assets / "icons" / "icons.toml");
  if (!icons) return tl::unexpected(icons.error());
  auto renderer = Renderer::create();
  if (!renderer) return tl::unexpected(renderer.error());
  return std::make_unique<GlStage>(std::move(*fonts), std::move(*icons), std::move(*renderer));
}

Size Stage::design_size(int pixel_width, int pixel_height, float magnification) {
  constexpr float long_side = 1920, short_side = 1080;
  const auto w = static_cast<float>(std::max(1, pixel_width)),
             h = static_cast<float>(std::max(1, pixel_height));
  const bool upright = h > w;
  const float pixels_a_unit =
      std::min(w / (upright ? short_side : long_side), h / (upright ? long_side : short_side)) *
      magnification;
  return {w / pixels_a_unit, h / pixels_a_unit};
}

}  // namespace mess::kiosk
