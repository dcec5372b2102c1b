#pragma once
// Poppler draws in two ways. Cairo is the quicker on text and lines: it keeps its glyphs, and draws the next
// page of text in a third of Splash's time. Splash is the quicker on a scan that is made smaller: it averages
// the lines of the picture as they are decoded, where Cairo keeps the whole of it and filters it afterwards
// (a page of 300 dpi at 1080 pixels: 41 ms against 87). Pure functions say which page gets which; any thread.

#include <cstddef>
#include <span>

#include "library/pdf_page_text.h"

namespace mess::library {

enum class Renderer { cairo, splash };

// Does the page consist of pictures alone, as far as one can tell from where they lie? `pictures` are in
// fractions of the page; a scan in strips or in layers counts as one picture does.
bool is_scan(std::span<const GlyphBox> pictures);

struct WantedPicture {
  double dots_per_inch = 0;  // at which the page is wanted
  double pixels = 0;         // of the picture; of a tile, those of the tile
  bool is_whole_page = true;
};
Renderer renderer_for(bool is_scan, const WantedPicture& wanted);

// Looking where pictures lie costs a page of text a quarter of its drawing. Pages of one document are alike:
// among pages of text only every eighth is looked at, beside a scan every page.
struct LastLook {
  int page = 0;  // 0 = none yet
  bool was_scan = false;
};
bool is_worth_a_look(int page, const LastLook& last);

// Whether a PDF is large enough for its pages to be scans: a page of text, black and white at 300 dpi, takes
// 20 to 60 kB by CCITT's Group 4 and hardly ever less than 10 by JBIG2; as letters it takes 2 to 5. Where it
// takes a scan for none, that is drawn by Cairo, later but as well.
bool may_hold_scans(std::size_t bytes, int pages);

}  // namespace mess::library
