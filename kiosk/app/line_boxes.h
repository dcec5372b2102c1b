#pragma once
// Where a part of the text of a page stands on it. Pure.

#include <vector>

#include "index/search.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// Adds a word to the boxes of those before it: to the last box where it stands on the same line without a gap
// of two heights of letters, whichever way the script runs; else as a box of its own.
void add_word(std::vector<library::PageBox>& boxes, const library::PageBox& word);

// The boxes of the words that lie in a range of the page's text, about one a line.
std::vector<library::PageBox> boxes_of_range(const library::PageWords& page, index::ByteRange range);

}  // namespace mess::kiosk
