#pragma once
// Where the parts of the list of what is kept lie. Pure; design units, start/end coordinates.

#include <cstddef>

#include "kiosk/geometry.h"

namespace mess::kiosk {

inline constexpr float kept_row_gap = 16;

// The code of all documents stands beside their list, or is its last entry where there is no room beside it.
struct KeptLayout {
  Rect heading;
  Rect ways;  // of the heading: to a key and to paper
  Rect list, rail;
  Rect codes;  // empty where they are in the list
  float row_height = 172;
  float codes_height = 0;  // of the last entry
  bool stacked = false;    // the buttons of a row are below its cover
};
KeptLayout kept_layout(Size screen);
float kept_pitch(const KeptLayout& layout);                   // from row to row
Rect kept_row(const KeptLayout& layout, std::size_t number);  // within the list, before scrolling
Rect kept_codes(const KeptLayout& layout, std::size_t rows);  // behind them, where it is an entry

}  // namespace mess::kiosk
