#include "kiosk/draw/icon_picture.h"

#include <algorithm>
#include <memory>
#include <string_view>

#include <cairo.h>
#include <librsvg/rsvg.h>

namespace mess::kiosk {

namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(GError* error) const { g_error_free(error); }
};

template <class T>
using Owned = std::unique_ptr<T, Unref>;

// Strokes of Debian's icons are 1/16 of the side, those of the design 2/24 (DESIGN-SYSTEM 9). What is added
// lies half outside of each shape, so the drawing is that much smaller.
constexpr double icon_units = 16, stroke_added = 0.333;
constexpr std::string_view heavier_strokes =
    "path, circle, rect, ellipse, line, polyline, polygon { stroke: #000; stroke-linejoin: round; "
    "stroke-width: 0.333 }";
static_assert(heavier_strokes.find("0.333 }") != std::string_view::npos && stroke_added == 0.333);

}  // namespace

Coverage icon_picture(const std::filesystem::path& svg, int width, int height) {
  GError* error = nullptr;
  const Owned<RsvgHandle> handle(rsvg_handle_new_from_file(svg.c_str(), &error));
  const Owned<GError> opening(error);
  if (!handle || width <= 0 || height <= 0) return {};
  const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
  const Owned<cairo_t> cairo(cairo_create(surface.get()));
  error = nullptr;
  const bool styled =
      rsvg_handle_set_stylesheet(handle.get(), reinterpret_cast<const guint8*>(heavier_strokes.data()),
                                 heavier_strokes.size(), &error) != 0;
  const Owned<GError> styling(error);
  const double pad = styled ? stroke_added / icon_units / 2 * std::min(width, height) : 0;
  const RsvgRectangle viewport{pad, pad, width - 2 * pad, height - 2 * pad};
  error = nullptr;
  const bool drawn = rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, &error);
  const Owned<GError> drawing(error);
  if (!drawn) return {};
  cairo_surface_flush(surface.get());
  const unsigned char* bytes = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  if (!bytes) return {};
  Coverage coverage{width, height, 0, 0, {}};
  coverage.bytes.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    const unsigned char* row = bytes + static_cast<std::ptrdiff_t>(y) * stride;
    coverage.bytes.insert(coverage.bytes.end(), row, row + width);
  }
  return coverage;
}

}  // namespace mess::kiosk
