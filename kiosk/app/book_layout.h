#pragma once
// Which pages of a document lie together on the screen, and where on what they make up. Pure.
//
// A sheet is what one turns to as a whole, and what viewport.h places: a page, or two that face each other.
// As in a book the first page stands alone, and 2 faces 3; where the script runs from right to left the
// lower number is on the right. Facing pages are equally high, at most three times as broad as that.
//
// In continuous flow every page is a sheet and all of them make one strip, each in the middle below the one
// before. A strip has no coordinates of its own, which no float could hold for thousands of pages: it lies as
// the viewport of any one of its pages says.

#include <array>
#include <functional>
#include <vector>

#include "kiosk/app/viewport.h"
#include "kiosk/geometry.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

enum class PageFlow { single, facing, continuous };

struct Book {
  PageFlow flow = PageFlow::single;
  int pages = 1;
  bool right_to_left = false;
  std::function<library::PageSize(int page)> size_of;  // a size that makes no sense counts as A4 upright
};

struct PlacedPage {
  int page = 0;
  library::PageBox box;  // fractions of the sheet
};

struct Sheet {
  library::PageSize size;
  std::array<PlacedPage, 2> placed;  // in the order of reading
  int count = 1;

  int first() const { return placed[0].page; }
  int last() const { return placed[static_cast<std::size_t>(count - 1)].page; }
  bool holds(int page) const { return page >= first() && page <= last(); }
};

// Page from 1; what is beyond the document counts as its nearest page.
Sheet sheet_of(const Book& book, int page);
// The first page of the sheet so many sheets further on (back when negative); 0 when there is none.
int page_of_sheet(const Book& book, int page, int sheets);
// The sheet as it is held together: `box` of a page of it in fractions of the sheet.
library::PageBox box_on_sheet(const Sheet& sheet, int page, const library::PageBox& box);

// ---- the strip of a continuous flow, `page` lying at `at` in the view

inline constexpr float strip_gap = page_margin;  // between pages at zoom 1; it grows with them

struct ShownPage {
  int page = 0;
  Rect place;
};
// The pages that touch the view, from the top down; `place` from its top left corner.
std::vector<ShownPage> strip_in_view(const Book& book, Size view, int page, const Viewport& at);
// The page at a height of the view, or the nearest to it.
int strip_page_at(const Book& book, Size view, int page, const Viewport& at, float y);
// How another page lies then.
Viewport strip_seen_from(const Book& book, Size view, int page, const Viewport& at, int other);
// The nearest allowed place: as clamped() across, and down only the ends of the document bind.
Viewport strip_clamped(const Book& book, Size view, int page, const Viewport& at);

}  // namespace mess::kiosk
