#pragma once
// Where the parts of the search screen lie (design/screens/03-search-keyboard.png), and how high the keyboard
// is. Pure; design units, start/end coordinates.

#include <vector>

#include "kiosk/geometry.h"

namespace mess::kiosk {

// Five rows of keys at the foot of the screen. Low screens have lower keys, of which none is lower than a
// finger needs; narrow ones smaller gaps.
struct KeyboardLayout {
  float height = 0, side = 60, top = 19, row = 75, gap = 10;
};
KeyboardLayout keyboard_layout(Size screen);
float keyboard_height(Size screen);

// Where the other letters of a key lie that a finger rests on: in a row above it, as near to it as the edges
// of the screen allow. All measured from the left, as keys are.
struct AccentRow {
  Rect ground;
  std::vector<Rect> keys;
};
AccentRow accent_row(const Rect& key, std::size_t count, Size screen);

struct SearchLayout {
  // A label and what it is about: beside each other, or one below the other on upright screens. On low
  // screens the words have all the room; `documents` and, where the room is small, the labels are empty.
  Rect suggestions_label, suggestions, documents_label, documents;
};
SearchLayout search_layout(Size screen);

}  // namespace mess::kiosk
