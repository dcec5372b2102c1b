#pragma once
// The table of every screen: how a visitor comes to it. A new screen is a row of the file of its kind.

#include <span>
#include <string>
#include <vector>

#include "kiosk/draw/stage.h"
#include "open_places.h"

namespace mess::kiosk {

// All: small and upright screens and three sizes of text. And low: with all that is touched at the bottom
// too, for the reader, what is kept and the sheets, which are laid out anew for that.
enum class Sizes { all, all_and_low };

// A screen, the size of text on it, and where the bar stands.
struct Pane {
  int width = 1920, height = 1080;  // pixels
  TextSize text = TextSize::normal;
  bool low = false;

  Size units() const { return Stage::design_size(width, height, magnification(text)); }
  std::string name() const;
};

struct Shown {
  const char* name;
  void (*go)(Visitor&);
  Sizes sizes = Sizes::all_and_low;
};

std::span<const Shown> screens_of_places();
std::span<const Shown> screens_of_reader();
std::span<const Shown> screens_of_taking_away();
std::span<const Shown> screens_of_staff();
std::vector<Shown> every_screen();  // all of them

std::vector<Pane> panes_of(const Shown& shown);
// A visitor who has come to it on that screen.
Visitor visitor_of(const Shown& shown, const Pane& pane, Language language);

}  // namespace mess::kiosk
