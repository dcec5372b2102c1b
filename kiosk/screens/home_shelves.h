#pragma once
// The shelves of home: one card a collection, with its count and its two newest covers. Part of draw_home.

#include "kiosk/screens/view.h"

namespace mess::kiosk {

// `r` holds `across` of them at most; of more the last one leads to all.
void draw_shelves(View& view, const Rect& r, int across);
// What stands there before the first document: why, and the names of the shelves to come, not to be touched.
void draw_empty_shelves(View& view, const Rect& r, int across);

}  // namespace mess::kiosk
