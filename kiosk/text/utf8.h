#pragma once
// UTF-8 as it comes (from files, keyboards, documents) to code points that can be shaped. Pure.

#include <cstdint>
#include <string_view>
#include <vector>

namespace mess::kiosk {

// Code points of a text, each with the byte at which it began; offsets has one entry more, the end of the
// text. Every byte that is no UTF-8 is one U+FFFD; control characters other than line feed are spaces.
struct DecodedText {
  std::vector<std::uint32_t> points;
  std::vector<std::uint32_t> offsets;

  // The first code point that begins at that byte or after it.
  std::size_t point_at(std::size_t byte) const;
};

// At most `limit` code points; offsets.back() then lies before the end of the text.
DecodedText decode_utf8(std::string_view text, std::size_t limit = SIZE_MAX);

// Puts invisible isolates (U+2066, U+2069) around telephone numbers and the like: a leading + or three groups
// of digits joined by hyphens, dots or spaces. After Arabic letters UAX 9 would set their groups from right
// to left.
void isolate_numbers(DecodedText& text);

}  // namespace mess::kiosk
