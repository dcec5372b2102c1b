#include "kiosk/app/viewport.h"

#include <algorithm>
#include <cmath>

namespace mess::kiosk {

namespace {

constexpr library::PageSize a4{595, 842};

// Sizes are distrusted: a page of 10 m by 1 mm is legal PDF and must not break the layout.
library::PageSize sane(library::PageSize page) {
  if (!(page.width > 0) || !(page.height > 0)) return a4;
  const float ratio = std::clamp(page.height / page.width, 0.05f, 20.f);
  return {page.width, page.width * ratio};
}

float room(float view) {
  return std::max(1.f, view - 2 * page_margin);
}

// Where an edge of `length` may lie in a view of `extent`.
float clamped_edge(float offset, float length, float extent) {
  if (length <= room(extent)) return (extent - length) / 2;
  return std::clamp(offset, extent - page_margin - length, page_margin);
}

// Where an edge comes to lie when fingers zoom by `factor` and go from `held` to `about`.
float held_edge(float offset, float length, float factor, float held, float about, float extent) {
  // Fingers beside the page would push it away as they spread: its nearest point is held in their place.
  const float grip = std::clamp(held, offset, offset + length);
  const float edge = grip + (about - held) - (grip - offset) * factor;
  // What is under the fingers is in sight. The unit allows for rounding at the page's very edge.
  const bool on_page = std::abs(grip - held) < 1;
  if (on_page && about >= 0 && about <= extent) return edge;
  const float strip = std::min({strip_in_sight, length * factor, extent / 2});
  return std::clamp(edge, strip - length * factor, extent - strip);
}

}  // namespace

float aspect_of(library::PageSize page) {
  page = sane(page);
  return page.height / page.width;
}

float base_width(Size view, library::PageSize page) {
  const float upright = std::min(reading_width, room(view.w));
  if (aspect_of(page) >= 1) return upright;
  return std::min(room(view.w), room(view.h) / aspect_of(page));
}

Size page_size_at(Size view, library::PageSize page, float zoom) {
  const float width = base_width(view, page) * zoom;
  return {width, width * aspect_of(page)};
}

float zoom_to_fit_width(Size view, library::PageSize page) {
  return room(view.w) / base_width(view, page);
}

float zoom_to_fit_page(Size view, library::PageSize page) {
  const Size whole = page_size_at(view, page, 1);
  return std::min(room(view.w) / whole.w, room(view.h) / whole.h);
}

float smallest_zoom(Size view, library::PageSize page) {
  return std::min(1.f, zoom_to_fit_page(view, page));
}

Rect page_rect(const Rect& view, library::PageSize page, const Viewport& viewport) {
  const Size size = page_size_at({view.w, view.h}, page, viewport.zoom);
  return {view.x + viewport.offset.x, view.y + viewport.offset.y, size.w, size.h};
}

Viewport clamped(Size view, library::PageSize page, Viewport viewport) {
  viewport.zoom = std::clamp(viewport.zoom, smallest_zoom(view, page), largest_zoom);
  const Size size = page_size_at(view, page, viewport.zoom);
  return {viewport.zoom,
          {clamped_edge(viewport.offset.x, size.w, view.w), clamped_edge(viewport.offset.y, size.h, view.h)}};
}

bool fits_across(Size view, library::PageSize page, float zoom) {
  return page_size_at(view, page, zoom).w <= room(view.w) + 0.5f;
}

bool fits_down(Size view, library::PageSize page, float zoom) {
  return page_size_at(view, page, zoom).h <= room(view.h) + 0.5f;
}

Viewport zoomed(Size view, library::PageSize page, const Viewport& from, float zoom, Point about) {
  zoom = std::clamp(zoom, smallest_zoom(view, page), largest_zoom);
  const float factor = zoom / from.zoom;
  return clamped(
      view, page,
      {zoom, {about.x - (about.x - from.offset.x) * factor, about.y - (about.y - from.offset.y) * factor}});
}

Viewport zoomed_free(Size view, library::PageSize page, const Viewport& from, float zoom, Point held,
                     Point about) {
  zoom = std::clamp(zoom, std::min(smallest_held_zoom, smallest_zoom(view, page)), largest_zoom);
  const float factor = zoom / from.zoom;
  const Size size = page_size_at(view, page, from.zoom);
  return {zoom,
          {held_edge(from.offset.x, size.w, factor, held.x, about.x, view.w),
           held_edge(from.offset.y, size.h, factor, held.y, about.y, view.h)}};
}

Viewport carried_over(Size from_view, Size to_view, library::PageSize page, const Viewport& from) {
  const float factor = base_width(to_view, page) / base_width(from_view, page);
  return {from.zoom,
          {to_view.w / 2 - (from_view.w / 2 - from.offset.x) * factor,
           page_margin + (from.offset.y - page_margin) * factor}};
}

Viewport at_top(Size view, library::PageSize page, float zoom) {
  const float x = (view.w - page_size_at(view, page, zoom).w) / 2;
  return clamped(view, page, {zoom, {x, page_margin}});
}

Viewport at_bottom(Size view, library::PageSize page, float zoom) {
  const Size size = page_size_at(view, page, zoom);
  return clamped(view, page, {zoom, {(view.w - size.w) / 2, view.h - page_margin - size.h}});
}

namespace {

// The least change of `offset` that puts [begin, end) of the page inside [room, extent - room).
float offset_showing(float offset, float begin, float end, float extent, float around) {
  const float low = around - begin, high = extent - around - end;
  if (low > high) return (extent - begin - end) / 2;  // larger than the view: its middle
  return std::clamp(offset, low, high);
}

}  // namespace

Viewport showing(Size view, library::PageSize page, const Viewport& from, const library::PageBox& box) {
  const Size size = page_size_at(view, page, from.zoom);
  const float around = std::min(view.w, view.h) * 0.2f;
  return clamped(view, page,
                 {from.zoom,
                  {offset_showing(from.offset.x, box.x0 * size.w, box.x1 * size.w, view.w, around),
                   offset_showing(from.offset.y, box.y0 * size.h, box.y1 * size.h, view.h, around)}});
}

Rect box_on_screen(const Rect& page, const library::PageBox& box) {
  return {page.x + box.x0 * page.w, page.y + box.y0 * page.h, (box.x1 - box.x0) * page.w,
          (box.y1 - box.y0) * page.h};
}

std::optional<Point> page_point_at(const Rect& page, Point screen) {
  if (!page.contains(screen)) return std::nullopt;
  return Point{(screen.x - page.x) / page.w, (screen.y - page.y) / page.h};
}

}  // namespace mess::kiosk
