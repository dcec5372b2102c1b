#include "kiosk/app/reader_book.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

// A new way of lying begins as a document does, at the top and at reading size.
std::vector<Effect> lay_anew(ReaderState& reader, const ReaderContext& context, double now) {
  const Size view = view_size(reader, context);
  reader.viewport = settled(reader, view, at_top(view, size_of_sheet(reader, reader.page), 1));
  reader.roaming = false;
  reader.sharp_zoom = reader.older_zoom = 1;
  reader.motion.reset();
  reader.held_zoom.reset();
  reader.speed = reader.pull = {};
  reader.turned_from = 0;
  if (reader.current_hit >= 0) go_to_passage(reader, context, reader.page, reader.current_hit, now);
  return hits_wanted(reader, context);
}

}  // namespace

library::PageBox turned_box(const library::PageBox& box, int quarters) {
  library::PageBox turned = box;
  for (int i = 0; i < quarters; ++i) turned = {1 - turned.y1, turned.x0, 1 - turned.y0, turned.x1};
  return turned;
}

Book book_of(const ReaderState& reader) {
  return {reader.flow, page_count(reader), reader.right_to_left, [&reader](int page) {
            const library::PageSize paper = size_of_page(reader, page);
            return reader.turns % 2 == 0 ? paper : library::PageSize{paper.height, paper.width};
          }};
}

Sheet sheet_at(const ReaderState& reader, int page) {
  return sheet_of(book_of(reader), page);
}

library::PageSize size_of_sheet(const ReaderState& reader, int page) {
  return sheet_at(reader, page).size;
}

int page_further(const ReaderState& reader, int sheets) {
  return page_of_sheet(book_of(reader), reader.page, sheets);
}

Viewport settled(const ReaderState& reader, Size view, const Viewport& at) {
  if (reader.flow == PageFlow::continuous) return strip_clamped(book_of(reader), view, reader.page, at);
  return clamped(view, size_of_sheet(reader, reader.page), at);
}

Viewport zoomed_about(const ReaderState& reader, Size view, const Viewport& from, float zoom, Point about) {
  const library::PageSize size = size_of_sheet(reader, reader.page);
  if (reader.flow != PageFlow::continuous) return zoomed(view, size, from, zoom, about);
  zoom = std::clamp(zoom, smallest_zoom(view, size), largest_zoom);
  const float factor = zoom / from.zoom;
  return settled(
      reader, view,
      {zoom, {about.x - (about.x - from.offset.x) * factor, about.y - (about.y - from.offset.y) * factor}});
}

std::vector<ShownPage> pages_shown(const ReaderState& reader, const Rect& view, const Viewport& at) {
  std::vector<ShownPage> pages;
  if (reader.flow == PageFlow::continuous) {
    pages = strip_in_view(book_of(reader), {view.w, view.h}, reader.page, at);
    for (ShownPage& shown : pages) shown.place = shown.place.moved(view.x, view.y);
    return pages;
  }
  const Sheet sheet = sheet_at(reader, reader.page);
  for (int page = sheet.first(); page <= sheet.last(); ++page) {
    pages.push_back({page, page_on_screen(reader, view, page, at)});
  }
  return pages;
}

void read_from(ReaderState& reader, const ReaderContext& context, int page, double now) {
  if (reader.flow != PageFlow::continuous || page == reader.page) return;
  const Book book = book_of(reader);
  const Size view = view_size(reader, context);
  const auto seen_from = [&](Viewport& at) { at = strip_seen_from(book, view, reader.page, at, page); };
  seen_from(reader.viewport);
  if (reader.motion) seen_from(reader.motion->from);
  if (reader.motion) seen_from(reader.motion->to);
  reader.travel = page > reader.page ? 1 : -1;
  reader.page = page;
  reader.turned_at = now;
  reader.current_hit = -1;
  reader.awaited_hit.reset();
  keep_thumbnail_in_sight(reader, context);
  keep_section_in_sight(reader, context);
}

void follow_page(ReaderState& reader, const ReaderContext& context, double now) {
  if (reader.flow != PageFlow::continuous || !reader.roaming || reader.held_zoom || reader.motion) return;
  const Rect on_screen = view_of_page(reader, context);
  // The passage that one looks at stays the current one for as long as it is in sight.
  if (const library::PageBox* hit = box_of_current_hit(reader)) {
    const Rect page = page_on_screen(reader, on_screen, reader.page, reader.viewport);
    if (on_screen.contains(box_within(reader, page, *hit).centre())) return;
  }
  const Size view{on_screen.w, on_screen.h};
  read_from(reader, context, strip_page_at(book_of(reader), view, reader.page, reader.viewport, view.h / 3),
            now);
}

Rect page_on_screen(const ReaderState& reader, const Rect& view, int page, const Viewport& viewport) {
  const Sheet sheet = sheet_at(reader, page);
  const Viewport place = reader.flow == PageFlow::continuous
                             ? strip_seen_from(book_of(reader), {view.w, view.h}, reader.page, viewport, page)
                             : viewport;
  return box_on_screen(page_rect(view, sheet.size, place),
                       box_on_sheet(sheet, page, library::PageBox{0, 0, 1, 1}));
}

Rect box_within(const ReaderState& reader, const Rect& page, const library::PageBox& box) {
  return box_on_screen(page, turned_box(box, reader.turns));
}

library::PageBox box_on_sheet(const ReaderState& reader, int page, const library::PageBox& box) {
  return box_on_sheet(sheet_at(reader, page), page, turned_box(box, reader.turns));
}

std::optional<PagePoint> page_under(const ReaderState& reader, const Rect& view, Point screen) {
  for (const ShownPage& shown : pages_shown(reader, view, reader.viewport)) {
    const auto at = page_point_at(shown.place, screen);
    if (!at) continue;
    const library::PageBox point = turned_box({at->x, at->y, at->x, at->y}, (4 - reader.turns) % 4);
    return PagePoint{shown.page, {point.x0, point.y0}};
  }
  return std::nullopt;
}

std::vector<Effect> set_flow(ReaderState& reader, const ReaderContext& context, PageFlow flow, double now) {
  reader.page_sheet = false;
  if (std::exchange(reader.flow, flow) == flow) return {};
  return lay_anew(reader, context, now);
}

std::vector<Effect> turn_pages(ReaderState& reader, const ReaderContext& context, int quarters, double now) {
  reader.turns = ((reader.turns + quarters) % 4 + 4) % 4;
  return lay_anew(reader, context, now);
}

}  // namespace mess::kiosk
