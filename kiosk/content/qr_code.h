#pragma once
// A text as a QR code (ISO/IEC 18004), for a telephone to read off the screen. Pure, any thread; a code of
// the largest size takes some milliseconds, smaller ones less than one.

#include <string_view>
#include <vector>

#include "library/result.h"

namespace mess::kiosk {

struct QrCode {
  int side = 0;            // modules; 21, 25, 29 …
  std::vector<bool> dark;  // row by row from the top left corner, side * side of them
  friend bool operator==(const QrCode&, const QrCode&) = default;
};

// Light modules that a code needs on each side of it.
inline constexpr int qr_quiet_zone = 4;

// The largest code: version 25, 117 modules a side. With its quiet zone it fills 375 pixels at 3 a module,
// which is what the take-away dialog has on a screen of 1080 lines; it holds 1,273 bytes.
inline constexpr int qr_largest_side = 117;

// Errors: invalid (no text), too_large (more than the largest code holds). A text that leaves room gets more
// error correction (level M, 15 %), else the least there is (L, 7 %): a screen has no scratches.
Result<QrCode> qr_of(std::string_view text);

}  // namespace mess::kiosk
