#pragma once
// What the pages of the gallery are made of. UI thread.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/screens/parts.h"

namespace mess::kiosk {

enum class Held { free, pressed, focused };

// One component in one state.
struct Specimen {
  std::string caption;  // "primary, pressed"
  Size size;            // design units; what is broader than the page is given its width
  std::function<void(Ui&, const Rect&)> draw;
  Held held = Held::free;
  Color ground = color::nothing;  // for what is not meant for paper
};

// A component by its name in components.h. One that takes the whole screen has pages of its own, and writes
// its captions itself.
struct Exhibit {
  std::string component;
  std::vector<Specimen> specimens;
  bool whole_screen = false;
};

// As it is, under a finger and with the focus of keys.
void add_held(Exhibit& exhibit, const Specimen& specimen);

std::vector<Exhibit> gallery_of_buttons(View& view);
std::vector<Exhibit> gallery_of_controls(View& view);  // segments, switches, fields, bars
std::vector<Exhibit> gallery_of_chips(View& view);     // and badges, keys
std::vector<Exhibit> gallery_of_cards(View& view);     // and rows
std::vector<Exhibit> gallery_of_paging(View& view);
std::vector<Exhibit> gallery_of_covers(View& view);
std::vector<Exhibit> gallery_of_stars(View& view);  // and codes
std::vector<Exhibit> gallery_of_dialogs(View& view);

}  // namespace mess::kiosk
