#pragma once
// The table of every screen: how a visitor comes to it. A new screen is a row of the file of its kind.

#include <span>
#include <vector>

#include "open_places.h"

namespace mess::kiosk {

// All: small and upright screens and three sizes of text. Usual: the reader, what is kept and the sheets,
// which follow text to its second size and are drawn smaller on an upright screen.
enum class Sizes { usual, all };

struct Shown {
  const char* name;
  void (*go)(Visitor&);
  Sizes sizes = Sizes::usual;
};

std::span<const Shown> screens_of_places();
std::span<const Shown> screens_of_reader();
std::span<const Shown> screens_of_taking_away();
std::vector<Shown> every_screen();  // all of them

}  // namespace mess::kiosk
