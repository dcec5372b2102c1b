#pragma once
// One line of text to glyphs in the order in which they are drawn, left to right: bidi (UAX 9) by
// FriBidi, shaping by HarfBuzz with fonts that stay prepared (libraqm prepares one anew for each run, 65 us;
// a results page has hundreds). Sizes are in ems, so one result serves every size. Same thread as the
// FontSet.

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/text/fonts.h"

namespace mess::kiosk {

struct ShapedGlyph {
  FontId font = FontId::latin_regular;
  std::uint32_t index = 0;            // in the font
  float advance = 0, dx = 0, dy = 0;  // ems; dy upwards
  std::uint32_t cluster = 0;          // the first character it stands for
};

std::vector<ShapedGlyph> shape(const FontSet& fonts, std::span<const std::uint32_t> line,
                               std::span<const FontId> chosen, bool right_to_left);

// The bidi level of each character (odd = right to left), for carets.
std::vector<std::int8_t> bidi_levels(std::span<const std::uint32_t> line, bool right_to_left);

}  // namespace mess::kiosk
