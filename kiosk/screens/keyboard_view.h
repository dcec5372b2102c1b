#pragma once
// The on-screen keyboard at the bottom of 03 and of the reader while one writes there.

#include "kiosk/screens/view.h"

namespace mess::kiosk {

void draw_keyboard(View& view, const Typing& typing);

}  // namespace mess::kiosk
