#pragma once
// In which order the letters of a text stand on the screen, as text: what has to be the same with every
// version of the libraries and fonts.

#include <string>
#include <vector>

#include "kiosk/text/layout.h"

namespace mess::kiosk {

// A line of the layout: from the left, what is drawn together, as hexadecimal code points ("0644+0627" is one
// lam-alef). A letter and its marks are together. What is never seen (joiners, isolates) stands nowhere.
using LineOrder = std::string;

struct TextOrder {
  std::vector<LineOrder> shaped;   // by what shape() says
  std::vector<LineOrder> unicode;  // of the same groups, by ICU's own implementation of UAX 9
  bool as_drawn = true;            // shape() of each line alone gives the glyphs that the layout has
};
TextOrder order_of(const FontSet& fonts, const LayoutRequest& request);

}  // namespace mess::kiosk
