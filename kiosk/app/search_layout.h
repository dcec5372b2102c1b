#pragma once
// Where the parts of the search screen lie (design/screens/03-search-keyboard.png), and how high the keyboard
// is. Pure; design units, start/end coordinates.

#include "kiosk/geometry.h"

namespace mess::kiosk {

// Five rows of keys at the foot of the screen. Low screens have lower keys, of which none is lower than a
// finger needs; narrow ones smaller gaps.
struct KeyboardLayout {
  float height = 0, side = 60, top = 19, row = 75, gap = 10;
};
KeyboardLayout keyboard_layout(Size screen);
float keyboard_height(Size screen);

struct SearchLayout {
  // A label and what it is about: beside each other, or one below the other on upright screens. On low
  // screens the words have all the room; `documents` and, where the room is small, the labels are empty.
  Rect suggestions_label, suggestions, documents_label, documents;
};
SearchLayout search_layout(Size screen);

}  // namespace mess::kiosk
