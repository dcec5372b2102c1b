#pragma once
// How a visitor likes to read: kept over the pages and documents of a visit, gone with the session.

#include <array>
#include <cstdint>

namespace mess::kiosk {

// The colours of pages, of their thumbnails and of large text.
enum class Tone : std::uint8_t {
  printed,
  dark,    // light on black; photographs as printed
  yellow,  // black on a soft yellow
};

// Letters of "read large", from the first step to the last.
enum class LargeSize : std::uint8_t { large, larger, largest };

struct ReadingLook {
  Tone tone = Tone::printed;
  LargeSize size = LargeSize::larger;
  friend bool operator==(const ReadingLook&, const ReadingLook&) = default;
};

inline Tone next_tone(Tone tone) {
  return tone == Tone::yellow ? Tone::printed : static_cast<Tone>(static_cast<int>(tone) + 1);
}

// Units (3.6 a millimetre on the reference screen). Capitals of Noto Sans are 0.714 of its size: at the last
// step 7.5 mm high, 0.7 degrees at 60 cm as EN 301 549 5.1.4 asks.
inline float type_size(LargeSize size) {
  constexpr std::array<float, 3> sizes{28, 33, 38};
  return sizes[static_cast<std::size_t>(size)];
}

}  // namespace mess::kiosk
