#pragma once
// What the sheets that lie over a place have in common (06b). Internal to take_away.cpp and print_sheet.cpp.

#include "kiosk/app/take_away.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

inline constexpr Size sheet_size{1400, 888};
inline constexpr float sheet_pad = 56;

// Darkens what is under it, which nobody can touch any more. A touch beside it and the button at its end send
// act::Back; `name` + ".close". The document's title stands where the heading begins, whichever way it runs.
Rect draw_sheet(View& view, const std::string& name, const std::string& heading,
                const library::Document& document);

// How something is getting on: a sign, what it means, a line below, and one button at the foot.
struct StateLook {
  std::string_view icon;
  Color color;
  std::string words, line;
  std::string_view button_icon, button_label;  // of the words
  Action action;
  std::string name;  // of the button
};
void draw_state(View& view, const Rect& r, const StateLook& look);

}  // namespace mess::kiosk
