#pragma once
// Opening and closing what lies over a part of a place. Pure.

#include "kiosk/app/session.h"

namespace mess::kiosk {

// Shows it; the one that is open already is closed instead.
void show_panel(Session& session, Panel panel);
// Closes the panel when something else than what it holds is asked for. True when that was all that was
// meant: Back closes it and goes nowhere.
bool close_panel(Session& session, const Action& action);

}  // namespace mess::kiosk
