#pragma once
// Comfort::low: the bar stands at the bottom edge, and a button of it brings down what stands higher, step by
// step, until all has been within reach from a wheelchair (FEATURES A10: the lower 45 % of the screen). Pure;
// design units.

#include "kiosk/app/session.h"

namespace mess::kiosk {

// Places whose bar is of the usual kind: all else of them is laid out for the room below a bar at the top.
bool has_lowered_bar(const Session& session);

// They, and the reader, which has a layout of its own for this.
bool can_be_brought_down(const Session& session);

inline constexpr float within_reach = 0.45f;  // of the screen's height, from its foot

struct Reach {
  Size screen;
  float bar = 0;  // its height

  float floor() const { return screen.h - bar; }  // where the bar begins
  // Until what stands at the top is within reach. Each is less than fits above the bar, so that as much of
  // everything as a finger needs is within reach at one of them (at 0 nothing is brought down).
  int steps() const;
  float down_at(int step) const;
};
Reach reach_of(const Session& session, Size screen);

// How far the place is brought down now.
float brought_down_by(const Session& session, Size screen);

// One step further, or back up after the last.
void bring_down(Session& session, Size screen);

}  // namespace mess::kiosk
