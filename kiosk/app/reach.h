#pragma once
// Comfort::low on places with a bar of the usual kind: the bar stands at the bottom edge, and a
// button of it brings down what stands higher, step by step, until all has been within reach from a
// wheelchair (FEATURES A10: the lower 45 % of the screen). Pure; design units.

#include "kiosk/app/session.h"

namespace mess::kiosk {

bool has_lowered_bar(const Session& session);

// Steps until what stands at the top is within reach. Each is less than fits above the bar, so that
// as much of everything as a finger needs is within reach at one of them (at 0 nothing is brought down).
int steps_down(Size screen);
float brought_down_by(Size screen, int step);

// One further, or back up after the last.
void bring_down(Session& session, Size screen);

}  // namespace mess::kiosk
