#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "library/pdf_renderer_choice.h"
#include "library/pdf_worker/page.h"
#include "library/pdf_worker/shared_pixels.h"

namespace mess::library::worker {
namespace {

constexpr double points_per_inch = 72;
constexpr double cairo_side_limit = 32767;  // pixels of one side of an image surface

// Whole pixels of the part. Edges are rounded to the nearest pixel, so that neighbouring tiles meet.
Frame frame_of(const GlyphBox& part, double page_width, double page_height) {
  const auto pixel = [](double fraction, double whole) {
    return static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * whole));
  };
  Frame frame;
  frame.left = pixel(part.x0, page_width);
  frame.top = pixel(part.y0, page_height);
  frame.width = std::max(1, pixel(part.x1, page_width) - frame.left);
  frame.height = std::max(1, pixel(part.y1, page_height) - frame.top);
  return frame;
}

bool paint(PopplerPage* page, double scale, const Frame& frame, int stride, unsigned char* pixels) {
  const Owned<cairo_surface_t, cairo_surface_destroy> surface(
      cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, frame.width, frame.height, stride));
  const Owned<cairo_t, cairo_destroy> cairo(cairo_create(surface.get()));
  cairo_translate(cairo.get(), -frame.left, -frame.top);
  cairo_scale(cairo.get(), scale, scale);
  poppler_page_render(page, cairo.get());
  cairo_surface_flush(surface.get());
  return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

Result<Drawing> sealed(const unsigned char* pixels, const Frame& frame, int stride) {
  const auto bytes = static_cast<std::size_t>(stride) * static_cast<std::size_t>(frame.height);
  const int descriptor = sealed_copy({pixels, bytes});
  if (descriptor < 0) return fail(ErrorKind::internal, "There is no memory for the picture.");
  return Drawing{descriptor, frame.width, frame.height, stride};
}

Result<Drawing> draw_by_cairo(PopplerPage* page, double scale, const Frame& frame, Canvas& canvas) {
  const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, frame.width);
  const auto bytes = static_cast<std::size_t>(stride) * static_cast<std::size_t>(frame.height);
  unsigned char* pixels = canvas.take(bytes);
  if (pixels == nullptr) return fail(ErrorKind::internal, "There is no memory for the picture.");
  std::memset(pixels, 0xFF, bytes);  // paper is white
  auto drawing = paint(page, scale, frame, stride, pixels)
                     ? sealed(pixels, frame, stride)
                     : fail(ErrorKind::damaged, "The page cannot be drawn.");
  canvas.tidy();
  return drawing;
}

Renderer renderer_of(Document& document, PopplerPage* page, std::uint32_t number, double scale,
                     const GlyphBox& part, const Frame& frame) {
  const bool is_whole_page = part.x0 <= 0 && part.y0 <= 0 && part.x1 >= 1 && part.y1 >= 1;
  const WantedPicture wanted{scale * points_per_inch, 1.0 * frame.width * frame.height, is_whole_page};
  if (renderer_for(true, wanted) == Renderer::cairo) return Renderer::cairo;  // even if it is a scan
  const bool is_scan = document.is_scan(number, [page] { return images_of_page(page); });
  return renderer_for(is_scan, wanted);
}

}  // namespace

Result<Drawing> draw(Document& document, std::uint32_t number, int width, const GlyphBox& part,
                     const Budget& budget, Canvas& canvas) {
  const auto page = document.page(number);
  if (!page) return tl::unexpected(page.error());
  const auto size = size_of_page(*page);
  if (!size) return tl::unexpected(size.error());
  const double scale = width / size->width;
  const double height = std::max(1.0, std::round(size->height * scale));
  const double wide = (part.x1 - part.x0) * width, high = (part.y1 - part.y0) * height;
  if (wide > cairo_side_limit || high > cairo_side_limit || wide * high > budget.picture_pixels ||
      height > 1e9) {
    return fail(ErrorKind::too_large, "The picture of this page would have too many pixels.");
  }
  const Frame frame = frame_of(part, width, height);
  if (renderer_of(document, *page, number, scale, part, frame) == Renderer::splash) {
    const poppler::image drawn = document.splash().draw(number, scale * points_per_inch, frame);
    if (drawn.is_valid()) {
      return sealed(reinterpret_cast<const unsigned char*>(drawn.const_data()), frame, drawn.bytes_per_row());
    }
  }
  return draw_by_cairo(*page, scale, frame, canvas);
}

}  // namespace mess::library::worker
