#include "kiosk/app/book_layout.h"

#include <algorithm>

namespace mess::kiosk {

namespace {

constexpr float broadest = 3;  // of facing pages, against their height

// Of the part that a page of that size takes of a sheet, against the sheet's height.
float cell_width(library::PageSize size) {
  return std::min(broadest, 1 / aspect_of(size));
}

// As large as fits a cell from `from` to `to` (fractions of the sheet), in its middle.
library::PageBox fitted(library::PageSize size, float cell, float from, float to) {
  const float height = std::min(1.f, cell * aspect_of(size));
  return {from, (1 - height) / 2, to, (1 + height) / 2};
}

// Room for two, the page in its middle: as large as those that face each other.
Sheet alone(int page, library::PageSize size) {
  const float cell = cell_width(size);
  return {{2 * cell, 1}, {PlacedPage{page, fitted(size, cell, 0.25f, 0.75f)}, {}}, 1};
}

Size size_in_strip(const Book& book, Size view, int page, float zoom) {
  return page_size_at(view, book.size_of(page), zoom);
}

// Of the pages from `page` on that way, with the gaps between them; no more than is `enough`.
float length_beyond(const Book& book, Size view, int page, int way, float zoom, float enough) {
  float length = 0;
  for (int next = page + way; next >= 1 && next <= book.pages && length <= enough; next += way) {
    length += strip_gap * zoom + size_in_strip(book, view, next, zoom).h;
  }
  return length;
}

Sheet facing(const Book& book, int first) {
  const library::PageSize sizes[] = {book.size_of(first), book.size_of(first + 1)};
  const float cells[] = {cell_width(sizes[0]), cell_width(sizes[1])}, whole = cells[0] + cells[1];
  const float fold = (book.right_to_left ? cells[1] : cells[0]) / whole;
  const auto place = [&](int which) {
    const bool left = (which == 0) != book.right_to_left;
    return PlacedPage{first + which, fitted(sizes[which], cells[which], left ? 0 : fold, left ? fold : 1)};
  };
  return {{whole, 1}, {place(0), place(1)}, 2};
}

}  // namespace

Sheet sheet_of(const Book& book, int page) {
  page = std::clamp(page, 1, std::max(1, book.pages));
  if (book.flow != PageFlow::facing) return {book.size_of(page), {PlacedPage{page, {0, 0, 1, 1}}, {}}, 1};
  const int first = page - page % 2;  // 2 and 3, 4 and 5
  if (page == 1 || first == book.pages) return alone(page, book.size_of(page));
  return facing(book, first);
}

int page_of_sheet(const Book& book, int page, int sheets) {
  if (book.flow != PageFlow::facing) {
    page += sheets;
  } else {
    // Sheets are counted from 0, which is the first page alone.
    const int sheet = page / 2 + sheets;
    page = sheet == 0 ? 1 : 2 * sheet;
  }
  return page >= 1 && page <= book.pages ? page : 0;
}

library::PageBox box_on_sheet(const Sheet& sheet, int page, const library::PageBox& box) {
  const auto placed = std::find_if(sheet.placed.begin(), sheet.placed.end(),
                                   [page](const PlacedPage& p) { return p.page == page; });
  if (placed == sheet.placed.end()) return box;
  const library::PageBox& on = placed->box;
  const float w = on.x1 - on.x0, h = on.y1 - on.y0;
  return {on.x0 + box.x0 * w, on.y0 + box.y0 * h, on.x0 + box.x1 * w, on.y0 + box.y1 * h};
}

Viewport strip_seen_from(const Book& book, Size view, int page, const Viewport& at, int other) {
  Viewport place = at;
  const Size own = size_in_strip(book, view, page, at.zoom);
  const float gap = strip_gap * at.zoom;
  for (int i = page; i < other; ++i) place.offset.y += size_in_strip(book, view, i, at.zoom).h + gap;
  for (int i = page; i > other; --i) place.offset.y -= size_in_strip(book, view, i - 1, at.zoom).h + gap;
  place.offset.x += (own.w - size_in_strip(book, view, other, at.zoom).w) / 2;
  return place;
}

int strip_page_at(const Book& book, Size view, int page, const Viewport& at, float y) {
  const float gap = strip_gap * at.zoom;
  float top = at.offset.y;
  while (page > 1 && y < top - gap / 2) top -= size_in_strip(book, view, --page, at.zoom).h + gap;
  for (; page < book.pages; ++page) {
    const float bottom = top + size_in_strip(book, view, page, at.zoom).h;
    if (y < bottom + gap / 2) break;
    top = bottom + gap;
  }
  return page;
}

std::vector<ShownPage> strip_in_view(const Book& book, Size view, int page, const Viewport& at) {
  std::vector<ShownPage> shown;
  const int first = strip_page_at(book, view, page, at, 0);
  Viewport place = strip_seen_from(book, view, page, at, first);
  for (int next = first; next <= book.pages && place.offset.y < view.h; ++next) {
    if (next > first) place = strip_seen_from(book, view, next - 1, place, next);
    const Rect rect = page_rect({0, 0, view.w, view.h}, book.size_of(next), place);
    if (rect.y < view.h && rect.bottom() > 0) shown.push_back({next, rect});
  }
  return shown;
}

Viewport strip_clamped(const Book& book, Size view, int page, const Viewport& at) {
  Viewport place = clamped(view, book.size_of(page), at);
  const float own = size_in_strip(book, view, page, place.zoom).h, y = at.offset.y;
  const float above = length_beyond(book, view, page, -1, place.zoom, std::max(y, view.h));
  const float below = length_beyond(book, view, page, 1, place.zoom, std::max(view.h - y, view.h));
  const float whole = above + own + below, room = view.h - 2 * page_margin;
  place.offset.y = whole <= room ? (view.h - whole) / 2 + above
                                 : std::clamp(y, view.h - page_margin - own - below, page_margin + above);
  return place;
}

}  // namespace mess::kiosk
