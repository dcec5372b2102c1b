#include "kiosk/app/reader_sight.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_layout.h"

namespace mess::kiosk {

namespace {

constexpr float hurry = 4000;  // units a second: faster, a strip flies by

int pixels(float units, float scale) {
  return std::max(1, static_cast<int>(std::lround(units * scale)));
}

// As the worker rounds it, so that tiles meet (library/pdf_worker/drawing.cpp).
int height_of(library::PageSize size, int width) {
  return std::max(1, static_cast<int>(std::lround(size.height * static_cast<float>(width) / size.width)));
}

// The part of the page that lies in the view, in fractions.
library::PageBox seen_part(const Rect& page, const Rect& view) {
  const Rect seen = page.overlap(view);
  if (seen.empty()) return {};
  return {(seen.x - page.x) / page.w, (seen.y - page.y) / page.h, (seen.end() - page.x) / page.w,
          (seen.bottom() - page.y) / page.h};
}

void add_sheet(const ReaderState& reader, const Rect& view, float scale, int page,
               std::vector<SeenPage>& pages) {
  if (page == 0) return;
  const Sheet sheet = sheet_at(reader, page);
  for (int on_it = sheet.first(); on_it <= sheet.last(); ++on_it) {
    pages.push_back(pixels_of_page(reader, view, scale, on_it, reader.sharp_zoom));
  }
}

// Beyond what is shown: the next sheet the way one goes, the one after it, the one before.
void add_near(const ReaderState& reader, const Rect& view, float scale, const std::vector<ShownPage>& shown,
              std::vector<SeenPage>& near) {
  if (shown.empty()) return;
  const Book book = book_of(reader);
  const int ahead = reader.travel >= 0 ? 1 : -1, first = shown.front().page, last = shown.back().page;
  for (const int sheets : {ahead, 2 * ahead, -ahead}) {
    add_sheet(reader, view, scale, page_of_sheet(book, sheets > 0 ? last : first, sheets), near);
  }
}

}  // namespace

int thumbnail_pixels(float scale) {
  return pixels(thumbnail_box.w, scale);
}

SeenPage pixels_of_page(const ReaderState& reader, const Rect& view, float scale, int page, float zoom) {
  const Sheet sheet = sheet_at(reader, page);
  const Size whole = page_size_at({view.w, view.h}, sheet.size, zoom);
  const library::PageBox part = box_on_sheet(sheet, page, library::PageBox{0, 0, 1, 1});
  const int width =
      pixels(reader.turns % 2 == 0 ? whole.w * (part.x1 - part.x0) : whole.h * (part.y1 - part.y0), scale);
  return {page, width, height_of(size_of_page(reader, page), width), {}};
}

ReaderSight sight_of(const ReaderState& reader, const Rect& view, float scale, const Rect& list,
                     int columns) {
  ReaderSight sight;
  sight.document = reader.document.id;
  sight.pages = page_count(reader);
  sight.travel = reader.travel;
  const std::vector<ShownPage> shown = pages_shown(reader, view, reader.viewport);
  for (const ShownPage& page : shown) {
    sight.shown.push_back(pixels_of_page(reader, view, scale, page.page, reader.sharp_zoom));
    sight.shown.back().seen = turned_box(seen_part(page.place, view), (4 - reader.turns) % 4);
  }
  std::stable_partition(sight.shown.begin(), sight.shown.end(),
                        [&](const SeenPage& page) { return page.page == reader.page; });
  add_near(reader, view, scale, shown, sight.near);
  sight.thumbnail_width = thumbnail_pixels(scale);
  if (!list.empty()) {
    const float offset = reader.thumbnails.offset;
    sight.first_thumbnail = static_cast<int>(offset / thumbnail_pitch) * columns + 1;
    sight.last_thumbnail = static_cast<int>((offset + list.h) / thumbnail_pitch + 1) * columns;
  }
  const bool flies_by = reader.flow == PageFlow::continuous && std::abs(reader.speed.y) > hurry;
  sight.hurried = reader.sliding || flies_by;
  return sight;
}

}  // namespace mess::kiosk
