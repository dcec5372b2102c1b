#pragma once
// The frame around what has the focus of keys. UI thread.

#include "kiosk/draw/canvas.h"

namespace mess::kiosk {

// `target` as the scene keeps it, in screen coordinates.
void draw_focus_frame(Canvas& canvas, const Rect& target);

}  // namespace mess::kiosk
