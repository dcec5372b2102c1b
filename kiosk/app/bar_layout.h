#pragma once
// Where the bar of a screen ends, and how far what is below it keeps from the sides. Pure; design units.

#include "kiosk/geometry.h"

namespace mess::kiosk {

// Below the first width the languages fold into two buttons; below the second the field has a row of its own.
inline constexpr float bar_folds_below = 1720, bar_breaks_below = 1180;
inline constexpr float bar_row_height = 112, bar_second_row = 92;

// Upright, or in very large text on a small screen: one column, with narrower margins.
inline bool is_narrow(Size screen) {
  return screen.w < bar_breaks_below;
}
inline float side_margin(Size screen) {
  return is_narrow(screen) ? 24 : 48;
}

// Home and Comfort with their words; else icons alone, and a field that shows what is written in it.
inline bool bar_has_labels(Size screen) {
  constexpr float beside_field = 1300, without_field = 960;
  return screen.w >= beside_field || (is_narrow(screen) && screen.w >= without_field);
}

inline float bar_height(Size screen) {
  return is_narrow(screen) ? bar_row_height + bar_second_row : bar_row_height;
}

}  // namespace mess::kiosk
