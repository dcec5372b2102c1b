#pragma once
// Where the bar of a screen ends. Pure; design units.

#include "kiosk/geometry.h"

namespace mess::kiosk {

// Below the first width the languages fold into two buttons; below the second the field has a row of its own.
// Narrower than the third, Home and Comfort are icons alone.
inline constexpr float bar_folds_below = 1720, bar_breaks_below = 1180, bar_labels_from = 960;
inline constexpr float bar_row_height = 112, bar_second_row = 92;

inline float bar_height(Size screen) {
  return screen.w < bar_breaks_below ? bar_row_height + bar_second_row : bar_row_height;
}

}  // namespace mess::kiosk
