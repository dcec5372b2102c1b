#include "kiosk/text/rasterise.h"

#include <algorithm>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace mess::kiosk {

Coverage rasterise(const FontSet& fonts, FontId font, std::uint32_t glyph, int pixel_size, int subpixel) {
  Coverage coverage;
  FT_Face face = fonts.drawing_face(font);
  if (!face || FT_Set_Char_Size(face, 0, pixel_size, 72, 72) != 0) return coverage;
  // Light hinting moves outlines vertically only: level x-heights and baselines, spacing untouched. Above
  // some 40 pixels the outline alone is as crisp and truer.
  const FT_Int32 hinting = pixel_size < 40 * 64 ? FT_LOAD_TARGET_LIGHT : FT_LOAD_NO_HINTING;
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_BITMAP | hinting) != 0) return coverage;
  FT_GlyphSlot slot = face->glyph;
  if (slot->format == FT_GLYPH_FORMAT_OUTLINE) {
    FT_Outline_Translate(&slot->outline, subpixel * 64 / subpixel_steps, 0);
  }
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return coverage;
  const FT_Bitmap& bitmap = slot->bitmap;
  if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY || bitmap.width == 0 || bitmap.rows == 0) return coverage;
  coverage = {
      static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), slot->bitmap_left, slot->bitmap_top, {}};
  coverage.bytes.resize(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
    std::copy_n(row, bitmap.width, coverage.bytes.begin() + static_cast<std::ptrdiff_t>(y) * bitmap.width);
  }
  return coverage;
}

AtlasKey glyph_key(FontId font, std::uint32_t glyph, int pixel_size, int subpixel) {
  const auto size = static_cast<std::uint64_t>(static_cast<std::uint32_t>(pixel_size));
  return {(static_cast<std::uint64_t>(font) << 40) | (static_cast<std::uint64_t>(subpixel) << 32) | size,
          glyph};
}

}  // namespace mess::kiosk
