#pragma once
// The shelves of home: one card a collection, with its count and its two newest covers. Part of draw_home.

#include "kiosk/screens/view.h"

namespace mess::kiosk {

void draw_shelves(View& view, float y);
// What stands there before the first document: why, and the names of the shelves to come, not to be touched.
void draw_empty_shelves(View& view, float y);

}  // namespace mess::kiosk
