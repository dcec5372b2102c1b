#pragma once
// Another size of window, or another size of text: lists and pages show what they showed. Pure.

#include "kiosk/app/session.h"

namespace mess::kiosk {

// `screen` in design units. The first card or book that was in sight stays it, in the place shown and in
// those that one may come back to; a page keeps its zoom and what was at the top of its view. What moved by
// itself stops.
void take_screen(AppState& state, Size screen);

// What the visitor likes better. Where that gives pages another view they keep what they show, as above; the
// size of text does so by the size of the screen in design units.
void take_comfort(AppState& state, const Comfort& comfort);

}  // namespace mess::kiosk
