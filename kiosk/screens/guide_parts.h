#pragma once
// The panels of an orientation page: steps, text, what to read next. Parts of draw_guide. The functions that
// take a rectangle of unknown height return the height they took.

#include "kiosk/screens/view.h"

namespace mess::kiosk {

float draw_step_rows(View& view, const GuidePage& page, const Rect& r);
float draw_blocks(View& view, const GuidePage& page, const Rect& r);
float draw_further(View& view, const GuidePage& page, const Rect& r);

}  // namespace mess::kiosk
