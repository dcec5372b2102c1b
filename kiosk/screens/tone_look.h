#pragma once
// The colours of reading in each tone (design section 7): of paper, of the ground around it, of letters that
// we set ourselves and of the marks on a page. Text on paper and on its marks is 7:1 and more in all three.

#include "kiosk/app/reading_look.h"
#include "kiosk/draw/theme.h"

namespace mess::kiosk {

struct ToneLook {
  Color ground, on_ground;  // around the page, and words there
  Color paper, ink, ink2;
  Color line;      // dividers
  Color accent;    // page numbers and headings
  Color mark_ink;  // letters on a mark of large text
};

// How strongly saffron lies over black where the words searched for stand: white letters below it stay white
// enough, and the current passage has a frame besides.
inline constexpr float glow = 0.26f, current_glow = 0.32f;

inline ToneLook look_of(Tone tone) {
  constexpr Color black = rgb(0x000000), white = rgb(0xFFFFFF);
  switch (tone) {
    case Tone::dark:
      return {color::night,  color::on_panel2, black,         white,
              rgb(0xD9D9D9), rgb(0x5A5A5A),    rgb(0xFFD84D), black};
    case Tone::yellow:
      return {color::sand2,
              color::ink,
              rgb(0xFFF3C4),
              black,
              rgb(0x3A3320),
              rgb(0xB9A86A),
              printed(color::terra_dark),
              black};
    case Tone::printed:
      break;
  }
  return {color::sand2, color::ink,  color::card,   color::ink,
          color::ink2,  color::line, color::strait, color::ink};
}

}  // namespace mess::kiosk
