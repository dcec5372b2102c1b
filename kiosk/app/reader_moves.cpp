#include "kiosk/app/reader_moves.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/app/search_layout.h"

namespace mess::kiosk {

namespace {

// Pulled this far past its edge, a page turns; thrown this fast sideways too.
constexpr float turning_pull = 150, turning_speed = 700;

float height_of_list(const ReaderState& reader, const ReaderLayout& layout) {
  if (reader.related_shown) return related_height(reader.related.size());
  switch (reader.rail) {
    case RailTab::outline:
      return outline_height(reader.outline.size(), reader.outline_guessed);
    case RailTab::passages:
      return passages_height(reader.hit_lines ? reader.hit_lines->size() : 0);
    case RailTab::thumbnails:
      break;
  }
  return thumbnails_height(page_count(reader), layout.columns);
}

// The list ends where the keyboard begins while somebody writes.
ReaderLayout layout_of(const ReaderState& reader, const ReaderContext& context) {
  ReaderLayout layout = reader_layout(context.screen, context.low);
  if (reader.find.writing && layout.rail_beside)
    layout.list.h =
        std::min(layout.list.h, context.screen.h - keyboard_height(context.screen) - layout.list.y);
  return layout;
}

// Scrolls a list no further than it must to show a row of it, as high as `row`.
void keep_in_sight(Scroller& list, const ReaderLayout& layout, float top, float row, float height) {
  if (top < list.offset || top + row > list.offset + layout.list.h) {
    list.offset = top - (layout.list.h - row) / 3;
    list.speed = 0;
  }
  list.offset = std::clamp(list.offset, 0.f, scroll_limit(layout, height));
}

// +1 forward or -1 backward for a page dragged that way across; forward comes in from the end of the script.
int turn_of(const ReaderState& reader, float across) {
  const bool towards_left = across < 0;
  return towards_left != reader.right_to_left ? 1 : -1;
}

// Takes the page into the fingers as it lies on the screen: pulled past its edge, or on its way elsewhere.
void hold(ReaderState& reader) {
  if (reader.motion || !reader.held_zoom) reader.held_zoom = reader.viewport.zoom;
  reader.motion.reset();
  reader.viewport.offset.x += reader.pull.x * pull_shown;
  reader.viewport.offset.y += reader.pull.y * pull_shown;
  reader.speed = reader.pull = {};
  reader.pulling = false;
}

// What fingers hold of a strip is the page under them.
void read_at(ReaderState& reader, const ReaderContext& context, Point screen, double now) {
  if (reader.flow != PageFlow::continuous) return;
  const Size view = view_size(reader, context);
  const float y = in_view(reader, context, screen).y;
  read_from(reader, context, strip_page_at(book_of(reader), view, reader.page, reader.viewport, y), now);
}

void let_go(ReaderState& reader, const ReaderContext& context, double now) {
  const float zoom = reader.viewport.zoom;
  zoom_to(reader, context, reader.viewport, true, now);
  reader.held_zoom = zoom;  // until the page is there
}

void leave_sheet(ReaderState& reader, double now) {
  reader.turned_from = reader.page;
  reader.turned_at = now;
  reader.turned_viewport = reader.viewport;
}

// A zoomed reader keeps its zoom and column; the sheet begins at its top or end.
void come_to_sheet(ReaderState& reader, const ReaderContext& context, Landing landing) {
  const Size view = view_size(reader, context);
  const library::PageSize size = size_of_sheet(reader, reader.page);
  const float across = reader.viewport.offset.x;
  const Viewport place = landing == Landing::top ? at_top(view, size, reader.viewport.zoom)
                                                 : at_bottom(view, size, reader.viewport.zoom);
  reader.viewport = fits_across(view, size, place.zoom)
                        ? place
                        : clamped(view, size, {place.zoom, {across, place.offset.y}});
  reader.sharp_zoom = reader.viewport.zoom;
  reader.motion.reset();
  reader.held_zoom.reset();
  reader.speed = reader.pull = {};
  reader.pulling = false;
}

// To a page nearby the strip moves, to others one is brought.
void go_along(ReaderState& reader, const ReaderContext& context, int page, double now) {
  constexpr int near = 3;
  const bool moves = std::abs(page - reader.page) <= near;
  if (moves) read_from(reader, context, page, now);
  reader.page = page;
  const Viewport from = reader.viewport;
  come_to_sheet(reader, context, Landing::top);
  reader.roaming = false;
  if (!moves) {
    reader.viewport = settled(reader, view_size(reader, context), reader.viewport);
    return;
  }
  const Viewport to = std::exchange(reader.viewport, from);
  zoom_to(reader, context, to, true, now);
}

bool page_exists(const ReaderState& reader, int page) {
  return page >= 1 && page <= page_count(reader);
}

}  // namespace

Size view_size(const ReaderState& reader, const ReaderContext& context) {
  const Rect view = view_of_page(reader, context);
  return {view.w, view.h};
}

Point in_view(const ReaderState& reader, const ReaderContext& context, Point screen) {
  const Rect view = view_of_page(reader, context);
  return {screen.x - view.x, screen.y - view.y};
}

void keep_thumbnail_in_sight(ReaderState& reader, const ReaderContext& context) {
  const ReaderLayout layout = layout_of(reader, context);
  keep_in_sight(reader.thumbnails, layout, thumbnail_rect(reader.page, layout.columns).y, thumbnail_pitch,
                thumbnails_height(page_count(reader), layout.columns));
}

void keep_section_in_sight(ReaderState& reader, const ReaderContext& context) {
  const std::size_t here = section_of_page(reader);
  if (here == reader.outline.size()) return;
  keep_in_sight(reader.contents, layout_of(reader, context),
                static_cast<float>(here) * outline_row + (reader.outline_guessed ? outline_note : 0),
                outline_row, outline_height(reader.outline.size(), reader.outline_guessed));
}

void keep_passage_in_sight(ReaderState& reader, const ReaderContext& context) {
  const std::size_t lines = reader.hit_lines ? reader.hit_lines->size() : 0;
  const auto here = static_cast<std::size_t>(hit_position(reader));
  if (here == 0 || here > lines) return;
  keep_in_sight(reader.passages, layout_of(reader, context), static_cast<float>(here - 1) * passage_row,
                passage_row, passages_height(lines));
}

void turn_to(ReaderState& reader, const ReaderContext& context, int page, Landing landing, double now) {
  if (!page_exists(reader, page) || page == reader.page) return;
  const bool on_the_sheet = sheet_at(reader, reader.page).holds(page);
  reader.travel = page > reader.page ? 1 : -1;
  if (reader.flow == PageFlow::continuous) {
    go_along(reader, context, page, now);
  } else if (!on_the_sheet) {
    leave_sheet(reader, now);
    reader.page = page;
    come_to_sheet(reader, context, landing);
  }
  reader.page = page;
  reader.current_hit = -1;
  reader.awaited_hit.reset();
  keep_thumbnail_in_sight(reader, context);
  keep_section_in_sight(reader, context);
}

void drag_page(ReaderState& reader, const ReaderContext& context, const act::Drag& drag, double now) {
  const Size view = view_size(reader, context);
  const Point by = drag.by;
  if (reader.held_zoom) {
    // The finger that stays of two, or one that catches the page before it has settled.
    hold(reader);
    read_at(reader, context, drag.at, now);
    reader.held_zoom = reader.viewport.zoom;
    const Point at = in_view(reader, context, drag.at);
    reader.viewport = zoomed_free(view, size_of_sheet(reader, reader.page), reader.viewport,
                                  reader.viewport.zoom, {at.x - by.x, at.y - by.y}, at);
    return;
  }
  reader.motion.reset();
  // What was pulled past the edge is given back first.
  const Point wanted{reader.viewport.offset.x + reader.pull.x + by.x,
                     reader.viewport.offset.y + reader.pull.y + by.y};
  const Viewport place = settled(reader, view, {reader.viewport.zoom, wanted});
  reader.pull = {wanted.x - place.offset.x, wanted.y - place.offset.y};
  reader.viewport = place;
  reader.pulling = reader.roaming = true;
  follow_page(reader, context, now);
}

void pinch_page(ReaderState& reader, const ReaderContext& context, const act::Pinch& pinch, double now) {
  hold(reader);
  read_at(reader, context, pinch.from, now);
  reader.roaming = true;
  *reader.held_zoom *= pinch.factor;
  reader.viewport = zoomed_free(view_size(reader, context), size_of_sheet(reader, reader.page),
                                reader.viewport, *reader.held_zoom, in_view(reader, context, pinch.from),
                                in_view(reader, context, pinch.to));
  if (reader.viewport.zoom != reader.sharp_zoom) reader.sharpen_at = now + sharpen_after;
}

void fling_page(ReaderState& reader, const ReaderContext& context, Point speed, double now) {
  if (reader.held_zoom) return let_go(reader, context, now);
  const Point pull = reader.pull;
  reader.pulling = false;
  const Size view = view_size(reader, context);
  const library::PageSize size = size_of_sheet(reader, reader.page);
  const bool across = std::abs(pull.x) > std::abs(pull.y);
  const bool thrown = fits_across(view, size, reader.viewport.zoom) && std::abs(speed.x) > turning_speed &&
                      std::abs(speed.x) > 1.5f * std::abs(speed.y) && pull.x * speed.x >= 0;
  const bool pulled_across = across && std::abs(pull.x) > turning_pull && pull.x * speed.x >= 0;
  int direction = 0;
  if (thrown || pulled_across) {
    direction = turn_of(reader, pulled_across ? pull.x : speed.x);
  } else if (!across && std::abs(pull.y) > turning_pull && pull.y * speed.y >= 0) {
    direction = pull.y < 0 ? 1 : -1;
  }
  const bool back_up = direction < 0 && !thrown && !pulled_across;
  if (const int page = direction == 0 ? 0 : page_further(reader, direction); page != 0) {
    return turn_to(reader, context, page, back_up ? Landing::bottom : Landing::top, now);
  }
  reader.speed = speed;
  reader.moved_at = now;
}

void zoom_to(ReaderState& reader, const ReaderContext& context, const Viewport& to, bool smooth, double now) {
  const Viewport place = settled(reader, view_size(reader, context), to);
  reader.speed = reader.pull = {};
  reader.held_zoom.reset();
  if (smooth) {
    reader.motion = ViewMotion{reader.viewport, place, now};
  } else {
    reader.motion.reset();
    reader.viewport = place;
  }
  // Sharp pictures are for where the fingers stop, not for every width on the way.
  if (place.zoom != reader.sharp_zoom) reader.sharpen_at = now + (smooth ? zoom_seconds : sharpen_after);
}

Scroller& shown_list(ReaderState& reader) {
  if (reader.related_shown) return reader.near;
  if (reader.rail == RailTab::passages) return reader.passages;
  return reader.rail == RailTab::outline ? reader.contents : reader.thumbnails;
}

void drag_list(ReaderState& reader, const ReaderContext& context, float by) {
  Scroller& list = shown_list(reader);
  const float wanted = list.offset - by;
  const ReaderLayout layout = layout_of(reader, context);
  list.offset = std::clamp(wanted, 0.f, scroll_limit(layout, height_of_list(reader, layout)));
  if (list.offset != wanted) list.speed = 0;
}

void scroll_screens(ReaderState& reader, const ReaderContext& context, float screens, double now) {
  const Size view = view_size(reader, context);
  Viewport to = reader.motion ? reader.motion->to : reader.viewport;
  to.offset.y -= screens * (view.h - 2 * page_margin);
  const Viewport place = settled(reader, view, to);
  const Viewport now_at = reader.motion ? reader.motion->to : reader.viewport;
  if (std::abs(place.offset.y - now_at.offset.y) > 1) {
    reader.roaming = true;
    return zoom_to(reader, context, place, true, now);
  }
  const int direction = screens > 0 ? 1 : -1;
  turn_to(reader, context, page_further(reader, direction), direction > 0 ? Landing::top : Landing::bottom,
          now);
}

}  // namespace mess::kiosk
