#pragma once
// Where a page lies in the part of the screen that shows it. Pure geometry in design units and SCREEN
// coordinates (x from the left in every language: a page is placed, never mirrored).
//
// Zoom 1 is the reading size of a page: 1080 units wide when upright (design/screens/06-reader.png), as large
// as fits whole when it is broader than the view is (slides). A page smaller than the view is centred in it;
// a larger one may be moved until its edge, with a margin of 24, meets the view's edge. Only while two
// fingers hold a page it lies where they put it; let go, it settles at the nearest place that these rules
// allow.

#include <optional>

#include "kiosk/geometry.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

struct Viewport {
  float zoom = 1;
  Point offset;  // of the page's top left corner from the view's
  friend bool operator==(const Viewport&, const Viewport&) = default;
};

inline constexpr float page_margin = 24, reading_width = 1080, largest_zoom = 8;
// While fingers hold the page: it may be made this small, and this much of it stays in the view.
inline constexpr float smallest_held_zoom = 0.5f, strip_in_sight = 96;

// Height against width. A size that makes no sense counts as A4 upright, a ribbon as 20 to 1.
float aspect_of(library::PageSize page);
// Width of the page at zoom 1. A size that is not known (0) or makes no sense counts as A4 upright.
float base_width(Size view, library::PageSize page);
Size page_size_at(Size view, library::PageSize page, float zoom);

float zoom_to_fit_page(Size view, library::PageSize page);
float zoom_to_fit_width(Size view, library::PageSize page);
float smallest_zoom(Size view, library::PageSize page);  // the whole page, or 1 where that is smaller

// The page's rectangle on the screen, `view` being that of the view on the screen.
Rect page_rect(const Rect& view, library::PageSize page, const Viewport& viewport);

// The nearest allowed place: zoom within limits, page centred or edges kept as said above. Where a page
// settles when it is let go: a zoom below the limits always becomes one at which the whole page is seen.
Viewport clamped(Size view, library::PageSize page, Viewport viewport);

// True when the page cannot be moved in that direction.
bool fits_across(Size view, library::PageSize page, float zoom);
bool fits_down(Size view, library::PageSize page, float zoom);

// The same page at another zoom, the point `about` of the view (from its top left) staying where it is as far
// as clamping allows.
Viewport zoomed(Size view, library::PageSize page, const Viewport& from, float zoom, Point about);

// The page while fingers hold it: the point of it that was under `held` comes under `about`, at another zoom
// (from smallest_held_zoom or what shows the whole page to largest_zoom) and without clamping. Fingers beside
// the page hold the nearest point of its edge; wherever they go, some of the page stays in the view.
Viewport zoomed_free(Size view, library::PageSize page, const Viewport& from, float zoom, Point held,
                     Point about);

// The page in a view of another size, not clamped: same zoom, what was at the top of the view stays there,
// and across what was in its middle.
Viewport carried_over(Size from_view, Size to_view, library::PageSize page, const Viewport& from);

// The page at its top, horizontally centred; at its bottom (for turning back).
Viewport at_top(Size view, library::PageSize page, float zoom);
Viewport at_bottom(Size view, library::PageSize page, float zoom);

// The least move that brings a part of the page into the view with some room around it.
Viewport showing(Size view, library::PageSize page, const Viewport& from, const library::PageBox& box);

// A box of the page on the screen, and the point of the page (fractions) under a point of the screen.
Rect box_on_screen(const Rect& page, const library::PageBox& box);
std::optional<Point> page_point_at(const Rect& page, Point screen);

}  // namespace mess::kiosk
