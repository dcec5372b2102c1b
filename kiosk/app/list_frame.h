#pragma once
// Where a list with a pager at its end lies (04, and the covers of browsing): what both screens share. Pure;
// design units, start/end coordinates.

#include "kiosk/app/bar_layout.h"

namespace mess::kiosk {

inline constexpr float side_column_width = 404;  // of facets or letters, at the start edge

struct ListFrame {
  float start = 0, width = 0;  // of the list
  float rail = 0;              // where the pager begins; it is pager_width wide
};
inline constexpr float pager_width = 80;

inline ListFrame list_frame(Size screen, bool beside_column) {
  const bool narrow = is_narrow(screen);
  const float from_column = 36, before_rail = narrow ? 20 : 28, after_rail = narrow ? 16 : 32;
  ListFrame frame;
  frame.start = beside_column ? side_column_width + from_column : side_margin(screen);
  frame.rail = screen.w - after_rail - pager_width;
  frame.width = frame.rail - before_rail - frame.start;
  return frame;
}

}  // namespace mess::kiosk
