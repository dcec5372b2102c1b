#include <gtest/gtest.h>

#include "kiosk/app/render_policy.h"
#include "kiosk/screens/reader_parts.h"
#include "visitor.h"

namespace mess::kiosk {
namespace {

// Only whole pages have come, no tile; every picture drawn is remembered.
class WholePages : public PictureSource {
 public:
  Texture find(const PictureKey& key) override {
    return key.kind == PictureKey::Kind::page && key.page == 1 ? Texture{1, key.width, key.width} : Texture{};
  }
  bool failed(const PictureKey&) override { return false; }
};

class Drawn : public RecordingCanvas {
 public:
  using RecordingCanvas::RecordingCanvas;
  void picture(const Texture& texture, const Rect& r, Rect, Color, float) override {
    if (texture) pictures.push_back(r);
  }
  std::vector<Rect> pictures;
};

TEST(ReaderPreview, At800PerCentThePageShowsStretchedUntilItsTilesCome) {
  for (const Language language : {Language::french, Language::arabic}) {
    Visitor visitor(language);
    visitor.read(1);
    const Point middle = page_view({1920, 1080}, is_right_to_left(language)).centre();
    visitor.act(act::Pinch{"reader.page", middle, middle, 8});
    visitor.act(act::Fling{"reader.page", {}});
    visitor.wait(1);
    ASSERT_FLOAT_EQ(visitor.at<ReaderState>()->viewport.zoom, 8);
    ASSERT_FLOAT_EQ(visitor.at<ReaderState>()->sharp_zoom, 8);

    Drawn canvas({1920, 1080}, is_right_to_left(language));
    Scene scene;
    WholePages pictures;
    View view{visitor.state(), words(), guide(), keyboards(), pictures, canvas, scene, 100, {}};
    draw_screen(view);
    const auto stretched = std::find_if(canvas.pictures.begin(), canvas.pictures.end(),
                                        [](const Rect& r) { return r.w > 8000; });
    EXPECT_NE(stretched, canvas.pictures.end());
    const auto tiles = std::count_if(scene.wishes.begin(), scene.wishes.end(), [](const PictureWish& wish) {
      return wish.key.kind == PictureKey::Kind::tile;
    });
    EXPECT_GT(tiles, 5);
    EXPECT_LE(tiles, most_tiles);
  }
}

}  // namespace
}  // namespace mess::kiosk
