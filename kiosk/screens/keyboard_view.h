#pragma once
// The on-screen keyboard at the bottom of 03. Part of draw_search.

#include "kiosk/screens/view.h"

namespace mess::kiosk {

inline constexpr float keyboard_height = 452;
void draw_keyboard(View& view, const SearchPlace& place);

}  // namespace mess::kiosk
