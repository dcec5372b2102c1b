#pragma once
// The two colours of the design that a house may have of its own, and the shades that are made of each. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/geometry.h"

namespace mess::kiosk {

struct HouseColors {
  std::optional<Color> action;  // of what acts, in the place of strait
  std::optional<Color> guide;   // of what guides the eye, in the place of terra
  friend bool operator==(const HouseColors&, const HouseColors&) = default;
};

// Shades of a colour as the design has them of its own: pressed, as a line or a bar, as a ground for words in
// the colour itself.
struct Shades {
  Color plain, dark, mid, tint;
};
Shades shades_of(Color plain);

// "#0B4A5F"; nullopt for anything else.
std::optional<Color> read_color(std::string_view hex);

// Words in this colour, and light words on it, must be read everywhere (7 : 1, design section 2): the least
// of their contrasts.
double least_contrast(Color plain);
inline constexpr double contrast_needed = 7;

}  // namespace mess::kiosk
