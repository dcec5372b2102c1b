#pragma once
// Every component of kiosk/draw/components.h in every state, on pages with captions: for those who change
// the design. No visitor comes here; `mess-kiosk --screenshot F.png --screen gallery` draws it in place of a
// screen (Kiosk::Draw). UI thread.

#include "kiosk/screens/view.h"

namespace mess::kiosk {

// Draws a page of it, counted from 1, in the language, size and theme of the view, and returns how many pages
// there are; a page that there is not stays empty.
int draw_gallery(View& view, int page);

}  // namespace mess::kiosk
