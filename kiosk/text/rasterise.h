#pragma once
// One glyph to coverage at device size. Same thread as the FontSet.

#include "kiosk/text/atlas.h"
#include "kiosk/text/fonts.h"

namespace mess::kiosk {

inline constexpr int subpixel_steps = 4;  // places of a glyph within a pixel, horizontally

// pixel_size: of the em, in 1/64 pixels. subpixel: 0 to subpixel_steps - 1.
Coverage rasterise(const FontSet& fonts, FontId font, std::uint32_t glyph, int pixel_size, int subpixel);
AtlasKey glyph_key(FontId font, std::uint32_t glyph, int pixel_size, int subpixel);

}  // namespace mess::kiosk
