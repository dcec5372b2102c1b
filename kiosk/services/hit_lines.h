#pragma once
// The list of all passages of a document: each with the words around it, as one reads them. Pure.

#include <vector>

#include "index/search.h"
#include "kiosk/app/reader_state.h"
#include "library/document.h"

namespace mess::kiosk {

inline constexpr std::size_t most_hit_lines = 2000;

struct FoundPassages {
  std::vector<HitPage> pages;  // all
  std::vector<HitLine> lines;  // the first ones: from the beginning of the sentence when that is near, some
                               // three lines of the rail long, readable(), with "…" where they are cut
};

// Adds those of a page, if its text is good; the pages of a document come in order.
void add_passages(const library::Page& page, const index::QueryWords& query, FoundPassages& found);

}  // namespace mess::kiosk
