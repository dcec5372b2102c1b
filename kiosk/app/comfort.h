#pragma once
// What a visitor sets to see, reach and follow better: kept over all screens of a visit, gone with the
// session (design section 7, screen 16b).

#include <array>
#include <cstdint>

namespace mess::kiosk {

enum class TextSize : std::uint8_t { normal, large, very_large };

struct Comfort {
  TextSize size = TextSize::normal;
  bool contrast = false;
  bool low = false;    // the bar at the bottom edge, dialogs near it: within reach from a wheelchair
  bool calm = false;   // what would move by itself is at its goal at once
  bool speak = false;  // the first touch says what is there, the second acts (screen_voice.h)
  friend bool operator==(const Comfort&, const Comfort&) = default;
};

// How much larger letters, controls and gaps are. The last step makes capitals of body text 7.3 mm high on
// the reference screen (24 x 0.714 x 1.55 units of 3.6 a millimetre), as EN 301 549 5.1.4 asks for 60 cm.
inline float magnification(TextSize size) {
  constexpr std::array<float, 3> steps{1, 1.25f, 1.55f};
  return steps[static_cast<std::size_t>(size)];
}

// What lies over a part of a place until it is closed: below a button of the bar, or what stands in a
// column beside a list or a page (facets, letters, thumbnails) where the screen has no room for the column.
enum class Panel : std::uint8_t { none, comfort, languages, side };

}  // namespace mess::kiosk
