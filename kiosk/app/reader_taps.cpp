#include "kiosk/app/reader_taps.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/full_screen.h"
#include "kiosk/app/gesture.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_hits.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

// +1 or -1 where a touch turns, 0 elsewhere.
int turn_at(const ReaderState& reader, const Rect& view, Point at) {
  const float edge = std::min(turning_edge, view.w * 0.15f);
  const bool left = at.x<view.x + edge, right = at.x> view.end() - edge;
  if (!left && !right) return 0;
  return right != reader.right_to_left ? 1 : -1;
}

void double_tap(ReaderState& reader, const ReaderContext& context, Point at, double now) {
  const Size view = view_size(reader, context);
  reader.roaming = true;
  const float zoom = std::abs(reader.viewport.zoom - 1) < 0.02f ? 2.f : 1.f;
  zoom_to(reader, context, zoomed_about(reader, view, reader.viewport, zoom, in_view(reader, context, at)),
          true, now);
}

}  // namespace

std::vector<Effect> tap_page(ReaderState& reader, const ReaderContext& context, const act::Tap& tap,
                             double now) {
  // Just after a pinch: a finger that left the glass unsteadily, not one that wants to turn.
  if (reader.held_zoom) return {};
  const Rect view = view_of_page(reader, context);
  const int direction = turn_at(reader, view, tap.at);
  const bool on_paper = page_under(reader, view, tap.at).has_value();
  if (direction != 0 && !on_paper) return turned(reader, context, page_further(reader, direction), now);
  if (direction == 0) bring_tools_back(reader, now);
  if (tap.count == 2) {
    double_tap(reader, context, tap.at, now);
  } else if (direction != 0) {
    reader.awaited_turn = AwaitedTurn{direction, now + double_tap_time};
  }
  return {};
}

std::vector<Effect> turn_when_due(ReaderState& reader, const ReaderContext& context, double now,
                                  double& next) {
  if (!reader.awaited_turn) return {};
  if (now < reader.awaited_turn->due) {
    next = std::min(next, reader.awaited_turn->due);
    return {};
  }
  const int page = page_further(reader, reader.awaited_turn->direction);
  reader.awaited_turn.reset();
  return turned(reader, context, page, now);
}

}  // namespace mess::kiosk
