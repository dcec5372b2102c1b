#pragma once
// Which pages of a document a visitor wants on paper: the sheet that asks, before anything is printed. Pure.
// `limit`: pages that the house allows at once.

#include <vector>

#include "kiosk/app/reader_state.h"
#include "library/document.h"

namespace mess::kiosk {

enum class PageChoice { this_page, range, hits, whole };

struct PrintSheet {
  library::Document document;
  bool allowed = true;         // by its rights
  int page = 0;                // the one that is read; 0 = none
  std::vector<int> hit_pages;  // those with the words searched for
  PageChoice choice = PageChoice::this_page;
  int first = 1, last = 1;                   // of the range
  std::vector<std::string> references = {};  // not pages, but a list of them, on one page
};

// With the page that is read chosen, or the beginning where none is. `reader`: null when it is not being
// read.
PrintSheet print_sheet(const library::Document& document, const ReaderState* reader, int limit);

// A choice that has no pages, more than the limit, or the same as a simpler one, is not offered.
bool offers(const PrintSheet& sheet, PageChoice choice, int limit);
void choose(PrintSheet& sheet, PageChoice choice, int limit);
// Moves one end of the range; the other follows where they would cross or be too far apart.
void move_range(PrintSheet& sheet, bool last, int by, int limit);

std::vector<int> pages_of(const PrintSheet& sheet);  // in order

}  // namespace mess::kiosk
