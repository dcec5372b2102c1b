#pragma once
// What the sheets that lie over a place have in common (06b). Internal to the views.

#include <functional>
#include <span>
#include <string>

#include "kiosk/app/take_away.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

// Where a dialog of that size lies: in the middle, or at the bottom for somebody who reaches only there; as
// high as the screen allows.
Rect sheet_rect(Size screen, Size size, bool low);

// As drawn in 06b where the screen has room for that; on other screens its parts are measured and stand
// closer, or below each other (`roomy` is false, `narrow` where it is upright).
struct SheetParts {
  Rect frame;
  Rect body;  // below the heading and above the foot
  Rect foot;  // for the button that does what the sheet is for
  bool roomy = true, narrow = false, low = false;
  Rect body_and_foot() const { return {body.x, body.y, body.w, foot.bottom() - body.y}; }
};

// Of a body that is filled from the top down, or from the foot up.
inline Rect without_first(const Rect& r, float height) {
  return {r.x, r.y + height, r.w, r.h - height};
}
inline Rect last_of(const Rect& r, float height) {
  return without_first(r, r.h - height);
}

// Darkens what is under it, which nobody can touch any more. A touch beside it and the button at its end send
// act::Back; `name` + ".close". Somebody who has what is touched at the bottom finds that button in the foot.
// The document's title stands where the heading begins, whichever way it runs. `low_body`: how high the body
// has to be where it is low, so that the sheet is no higher and its controls lie just above the foot.
using LowBody = std::function<float(const SheetParts&)>;
SheetParts draw_sheet(View& view, const std::string& name, const std::string& heading,
                      const library::Document& document, const LowBody& low_body = {});

// Chips and buttons one after the other, in as many rows as they need.
struct SheetPiece {
  float width = 0;
  std::function<void(const Rect&)> draw;
};
inline constexpr float piece_height = 72, piece_gap = 10;
float pieces_height(std::span<const SheetPiece> pieces, float width);
void draw_pieces(std::span<const SheetPiece> pieces, const Rect& place);

// Words that must not be cut: the style, smaller if they are higher than their place; see smallest_letters.
TextStyle fitted_down(View& view, std::string_view text, const TextLook& look, const Rect& place);

// How something is getting on: a sign, what it means, a line below, and one button at the foot.
struct StateLook {
  std::string_view icon;
  Color color;
  std::string words, line;
  std::string_view button_icon, button_label;  // of the words
  Action action;
  std::string name;  // of the button
};
void draw_state(View& view, const SheetParts& sheet, const StateLook& look);

// The one button that does what the sheet is for, at the end of the foot.
void draw_main_button(View& view, const SheetParts& sheet, std::string_view icon, const std::string& label,
                      bool enabled, Action action, const std::string& name);

}  // namespace mess::kiosk
