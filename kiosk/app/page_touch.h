#pragma once
// A touch on the page as a place on it, with the room that a finger needs around what it means. Pure.

#include <algorithm>
#include <cmath>
#include <optional>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

struct PageTouch {
  int page = 0;
  Point at;    // fractions of the page as the document has it
  Size slack;  // the room, in fractions of its width and height
};

// `slack` in design units. Nullopt: beside the pages.
inline std::optional<PageTouch> touch_on_page(const ReaderState& reader, const ReaderContext& context,
                                              Point at, float slack) {
  const Rect view = view_of_page(reader, context);
  const auto under = page_under(reader, view, at);
  if (!under) return std::nullopt;
  const Rect place = page_on_screen(reader, view, under->page, reader.viewport);
  if (place.empty()) return std::nullopt;
  const Size size = reader.turns % 2 == 0 ? Size{place.w, place.h} : Size{place.h, place.w};
  return PageTouch{under->page, under->at, {slack / size.w, slack / size.h}};
}

// 0 within the box, 1 at the slack's distance from it. Of boxes that are no numbers it is none, and fails
// every comparison.
inline float distance_from(const library::PageBox& box, Point at, Size slack) {
  const float across = std::max({box.x0 - at.x, at.x - box.x1, 0.f}) / std::max(slack.w, 1e-6f);
  const float down = std::max({box.y0 - at.y, at.y - box.y1, 0.f}) / std::max(slack.h, 1e-6f);
  return std::hypot(across, down);
}

}  // namespace mess::kiosk
