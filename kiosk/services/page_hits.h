#pragma once
// The words of a query on a page, as passages and as boxes. A passage is a run of words of the query that
// follow each other on one line ("coopératives féminines"): one thing for the eye, one step of the hit
// stepper. The same rule counts passages in the stored text and finds their boxes in the worker's words.
// Pure.

#include <string_view>
#include <vector>

#include "index/search.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

std::vector<index::ByteRange> passages_in(std::string_view text, const std::vector<index::ByteRange>& words);

// Boxes of the passages, in their order. Words whose boxes do not stand beside each other (a column in
// between, another line) give several.
std::vector<library::PageBox> boxes_of(const std::vector<index::ByteRange>& passages,
                                       const library::PageWords& page);

}  // namespace mess::kiosk
