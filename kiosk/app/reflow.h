#pragma once
// The text of a page made fit to be read in one column of any width: the lines that the page broke are joined
// to paragraphs, words cut at a line's end are mended, headings, items of lists, verses and rows of tables
// stay apart. Pure, any thread.
//
// A stored text has neither empty lines nor indents, so what is known of a line is its length. A line is
// taken for broken by the page's width when the first word of the next would not have fitted into it, the
// width being that of the lines around it; two columns, one after the other, give two widths.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/search.h"

namespace mess::kiosk {

struct Paragraph {
  enum class Kind {
    text,
    heading,  // stands over what follows
    item,     // begins with its bullet or number
    line,     // a verse, a row, a label: one line of the page, which the next does not go on
  } kind = Kind::text;
  std::size_t begin = 0, end = 0;  // bytes of the page's text
  std::string text;                // fit to be shown, on one line; never empty
  bool right_to_left = false;      // most of its letters are Arabic
};

// Bytes of a text that are shown together at most; longer paragraphs go on in another one.
inline constexpr std::size_t longest_paragraph = 2400;

// The paragraphs in `part` of a page's text, in its order. Page numbers at the head and the foot are left
// out: whoever shows the text says where a page begins.
std::vector<Paragraph> reflowed(std::string_view page_text, index::ByteRange part);
std::vector<Paragraph> reflowed(std::string_view page_text);

// Where the character at `byte` of the page's text stands in the text of its paragraph.
std::size_t place_in(std::string_view page_text, const Paragraph& paragraph, std::size_t byte);

// The paragraph that holds that byte, or the next one, or the last; 0 when there is none.
std::size_t paragraph_at(std::span<const Paragraph> paragraphs, std::size_t byte);

}  // namespace mess::kiosk
