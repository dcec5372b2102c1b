#pragma once
// The loop between a window and a kiosk: sleeps until a touch, a key, an answer or the time at which
// something moves; draws only when something changed.

#include <stop_token>

#include "kiosk/platform/kiosk.h"
#include "kiosk/platform/window.h"

namespace mess::kiosk {

// Returns when the window was closed (only one that can be) or `stop` asked for it.
void run(Kiosk& kiosk, Window& window, Stage& stage, Trace& trace, const std::stop_token& stop);

}  // namespace mess::kiosk
