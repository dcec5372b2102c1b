#pragma once
// Where the bar of a screen ends. Pure; design units.

#include "kiosk/geometry.h"

namespace mess::kiosk {

// Below the first width the languages fold into two buttons; below the second the field has a row of its own.
inline constexpr float bar_folds_below = 1720, bar_breaks_below = 1180;
inline constexpr float bar_row_height = 112, bar_second_row = 92;

// Home and Comfort with their words; else icons alone, and a field that shows what is written in it.
inline bool bar_has_labels(Size screen) {
  constexpr float beside_field = 1300, without_field = 960;
  return screen.w >= beside_field || (screen.w < bar_breaks_below && screen.w >= without_field);
}

inline float bar_height(Size screen) {
  return screen.w < bar_breaks_below ? bar_row_height + bar_second_row : bar_row_height;
}

}  // namespace mess::kiosk
