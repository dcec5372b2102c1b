#pragma once
// Pages in other colours than they are printed in (design section 7). Pure functions on pixels: white paper
// becomes black or a soft yellow, letters keep their hue and gain contrast, photographs are left as they are.
//
// Text that is printed at 4.5:1 on white and more, of whatever colour, has 7:1 and more afterwards: tones
// between black and white are moved away from the paper by a power (0.7 on black, 1.6 on yellow).

#include <span>
#include <vector>

#include "kiosk/app/picture.h"
#include "kiosk/app/reading_look.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// Boxes in fractions of the picture; what lies in them keeps its colours.
void apply_tone(Pixels& pixels, Tone tone, std::span<const library::PageBox> photographs);

// Whether a part of a picture has the tones of a photograph. A scanned page of text, a drawing or a chart is
// mostly paper; a photograph has no tone that most of it shares.
bool is_photograph(const Pixels& pixels, const library::PageBox& part);

// The pictures that a page is put together of, as few boxes as they make: one photograph may come in a
// hundred strips. Those smaller than a finger's breadth of the page are left out.
std::vector<library::PageBox> merged(std::vector<library::PageBox> images);

// The boxes as fractions of a part of the page (a tile), those outside it left out.
std::vector<library::PageBox> within(std::span<const library::PageBox> boxes, const library::PageBox& part);

}  // namespace mess::kiosk
