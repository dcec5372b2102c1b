#pragma once
// The words of a query on a page, as passages and as boxes. A passage is a run of words of the query that
// follow each other ("coopératives féminines"), on one line or over its end: one thing for the mind, one step
// of the hit stepper. The same rule counts passages in the stored text and finds their boxes in the worker's
// words. Pure.

#include <string_view>
#include <vector>

#include "index/search.h"
#include "kiosk/app/reader_state.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// Over the end of a line only words that differ go together: a list or a table of one word, line by line, is
// as many passages as lines.
std::vector<index::ByteRange> passages_in(std::string_view text, const std::vector<index::ByteRange>& words);

// Where the passages stand, each in its place in the order. Words whose boxes do not stand beside each other
// (a column in between, another line, a word cut by a hyphen) give a passage several boxes.
std::vector<Passage> passages_on(const std::vector<index::ByteRange>& passages,
                                 const library::PageWords& page);
// All their boxes.
std::vector<library::PageBox> boxes_of(const std::vector<index::ByteRange>& passages,
                                       const library::PageWords& page);

}  // namespace mess::kiosk
