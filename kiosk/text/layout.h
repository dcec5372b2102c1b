#pragma once
// A text broken into lines and placed: glyphs with positions in design units, strips of highlights and
// underlines, carets. No pixels and no GL. Same thread as the FontSet.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/draw/canvas.h"
#include "kiosk/text/fonts.h"

namespace mess::kiosk {

struct LayoutRequest {
  std::string_view text;  // UTF-8
  TextStyle style;
  bool right_to_left = false;  // the paragraph
  float width = 0;
  int max_lines = 0;  // 0 = no limit; the last line ends in … when the text goes on
  std::span<const TextSpan> spans;
};

struct Layout {
  struct Glyph {
    std::uint32_t index = 0;
    FontId font = FontId::latin_regular;
    std::uint16_t span = 0;  // 1 + index in the request's spans; 0 = none
    float x = 0, y = 0;      // of its origin: from the line's left end, below the baseline
  };
  struct Strip {  // a highlight or an underline, from its line's left end and the block's top
    Rect rect;
    std::uint32_t line = 0;
    std::uint16_t span = 0;
  };
  struct Line {
    std::size_t first_glyph = 0, glyphs = 0;
    std::size_t begin = 0, end = 0;  // bytes of the text shown, without the blanks at its end
    float width = 0;
    float baseline = 0;  // from the block's top
  };
  std::vector<Glyph> glyphs;
  std::vector<Strip> marks, underlines;
  std::vector<Line> lines;
  float line_height = 0;
  float width = 0;  // of the widest line
  bool cut = false;

  float height() const { return line_height * static_cast<float>(lines.size()); }
  std::size_t bytes() const;  // of memory, about
};

Layout lay_out(const FontSet& fonts, const LayoutRequest& request);

// Height of a line: that of the style, raised for Arabic letters (1.5, display 1.56: design section 3).
float line_height(const TextStyle& style, bool arabic);
bool has_arabic(std::string_view utf8);

// One line, however long, with the place of the caret before each character.
struct FieldLayout {
  Layout layout;
  std::vector<std::uint32_t> offsets;  // bytes, ascending; one more than characters
  std::vector<float> carets;           // x from the line's left end, same length
  float caret_at(std::size_t byte) const;
};
FieldLayout lay_out_field(const FontSet& fonts, std::string_view text, const TextStyle& style,
                          bool right_to_left);

}  // namespace mess::kiosk
