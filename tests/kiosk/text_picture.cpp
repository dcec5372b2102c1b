#include "text_picture.h"

#include <png.h>

#include <cmath>

#include "kiosk/text/rasterise.h"

namespace mess::kiosk {

namespace {

constexpr int margin = 8;
constexpr std::uint8_t paper = 255, mark = 205, ink = 0;

void fill(GreyPicture& picture, float left, float top, float right, float bottom, std::uint8_t grey) {
  const auto clamped = [](float at, int most) {
    return std::clamp(static_cast<int>(std::lround(at)), 0, most);
  };
  const int y0 = clamped(top, picture.height), x0 = clamped(left, picture.width);
  const int y1 = std::max(clamped(bottom, picture.height), y0), x1 = clamped(right, picture.width);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const auto at =
          static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x);
      picture.bytes[at] = grey;
    }
  }
}

void stamp(GreyPicture& picture, const Coverage& glyph, int left, int top) {
  for (int y = 0; y < glyph.height; ++y) {
    for (int x = 0; x < glyph.width; ++x) {
      const int to_x = left + x, to_y = top + y;
      if (to_x < 0 || to_y < 0 || to_x >= picture.width || to_y >= picture.height) continue;
      const int part = glyph.bytes[static_cast<std::size_t>(y) * static_cast<std::size_t>(glyph.width) +
                                   static_cast<std::size_t>(x)];
      std::uint8_t& pixel =
          picture.bytes[static_cast<std::size_t>(to_y) * static_cast<std::size_t>(picture.width) +
                        static_cast<std::size_t>(to_x)];
      pixel = static_cast<std::uint8_t>(pixel * (255 - part) / 255);
    }
  }
}

// At the quarter of a pixel where the canvas puts it.
void draw_glyph(GreyPicture& picture, const FontSet& fonts, const Layout::Glyph& glyph, float x, float y,
                float size) {
  const auto place = static_cast<int>(std::floor(x * subpixel_steps + 0.5f));
  const int whole = place >= 0 ? place / subpixel_steps : (place - subpixel_steps + 1) / subpixel_steps;
  const Coverage drawn = rasterise(fonts, glyph.font, glyph.index, static_cast<int>(std::lround(size * 64)),
                                   place - whole * subpixel_steps);
  stamp(picture, drawn, whole + drawn.left, static_cast<int>(std::lround(y)) - drawn.top);
}

void draw_strips(GreyPicture& picture, const std::vector<Layout::Strip>& strips, std::size_t line, float left,
                 std::uint8_t grey) {
  for (const Layout::Strip& strip : strips) {
    if (strip.line != line) continue;
    const float x = left + strip.rect.x, y = margin + strip.rect.y;
    fill(picture, x, y, x + strip.rect.w, std::max(y + 1, y + strip.rect.h), grey);
  }
}

}  // namespace

GreyPicture draw_text(const FontSet& fonts, const LayoutRequest& request) {
  const Layout layout = lay_out(fonts, request);
  GreyPicture picture{static_cast<int>(std::ceil(layout.width)) + 2 * margin,
                      static_cast<int>(std::ceil(layout.height())) + 2 * margin,
                      {}};
  picture.bytes.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height),
                       paper);
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const Layout::Line& line = layout.lines[i];
    const float left = margin + (request.right_to_left ? layout.width - line.width : 0.f);
    const float baseline = std::round(margin + line.baseline);
    draw_strips(picture, layout.marks, i, left, mark);
    for (std::size_t g = line.first_glyph; g < line.first_glyph + line.glyphs; ++g) {
      const Layout::Glyph& glyph = layout.glyphs[g];
      draw_glyph(picture, fonts, glyph, left + glyph.x, baseline + glyph.y, request.style.size);
    }
    draw_strips(picture, layout.underlines, i, left, ink);
  }
  return picture;
}

bool write_grey_png(const std::filesystem::path& file, const GreyPicture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_GRAY;
  return png_image_write_to_file(&image, file.c_str(), 0, picture.bytes.data(), 0, nullptr) != 0;
}

std::optional<GreyPicture> read_grey_png(const std::filesystem::path& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return std::nullopt;
  image.format = PNG_FORMAT_GRAY;
  GreyPicture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  picture.bytes.resize(PNG_IMAGE_SIZE(image));
  const bool read = png_image_finish_read(&image, nullptr, picture.bytes.data(), 0, nullptr) != 0;
  png_image_free(&image);
  return read ? std::optional(picture) : std::nullopt;
}

}  // namespace mess::kiosk
