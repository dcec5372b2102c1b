#pragma once
// Where sentences end in the text of a page. Pure.

#include <string_view>
#include <vector>

#include "index/search.h"

namespace mess::index {

bool is_blank(char c);

// Of a blank: after ". ", "! ", "? ", "؟ ", "… " or an empty line. Not after an abbreviation of one letter
// ("p. 12") nor within a dotted line.
bool ends_sentence(std::string_view text, std::size_t blank);

// The sentences of a page in order, without the white space around them. A line that ends well before the
// others without a stop (a heading, an item of a list, a cell) is one too.
std::vector<ByteRange> sentences_of(std::string_view text);

// Lines that head what follows: short ones of two words and more that end without a stop and are followed by
// a full line.
std::vector<ByteRange> headings_of(std::string_view text);

}  // namespace mess::index
