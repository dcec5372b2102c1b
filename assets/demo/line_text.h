#pragma once
// Shows a set line so that its words can be read back out of the PDF. Pango hands Arabic to cairo in the
// order of reading, glyphs running to the left; readers built on Poppler then take lines apart. Here glyphs
// go to the PDF from left to right, as word processors write them, and a lam-alef ligature is named by its
// own character (U+FEF5 to U+FEFB), which no reader can turn round.

#include <pango/pangocairo.h>

namespace mess::demo {

// With its start at (x, baseline), in the colour of the moment.
void show_line(cairo_t* cr, PangoLayoutLine* line, double x, double baseline);

}  // namespace mess::demo
