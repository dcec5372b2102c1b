#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "library/pdf_renderer_choice.h"
#include "library/pdf_worker/page.h"

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

// False when Splash has no picture of it.
bool draw_by_splash(Document& document, std::uint32_t number, double scale, const Frame& frame, int stride,
                    unsigned char* pixels) {
  const poppler::image drawn = document.splash().draw(number, scale * points_per_inch, frame);
  if (!drawn.is_valid()) return false;
  const auto row = static_cast<std::size_t>(frame.width) * 4;
  for (int y = 0; y < frame.height; ++y) {
    std::memcpy(pixels + std::ptrdiff_t{y} * stride,
                drawn.const_data() + std::ptrdiff_t{y} * drawn.bytes_per_row(), row);
  }
  return true;
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
                     const Budget& budget, const Canvas& canvas) {
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
  Drawing drawing{frame.width, frame.height, cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, frame.width)};
  const auto bytes = static_cast<std::size_t>(drawing.stride) * static_cast<std::size_t>(frame.height);
  if (bytes > canvas.bytes().size()) return drawing;
  unsigned char* pixels = canvas.bytes().data();
  drawing.drawn = renderer_of(document, *page, number, scale, part, frame) == Renderer::splash &&
                  draw_by_splash(document, number, scale, frame, drawing.stride, pixels);
  if (drawing.drawn) return drawing;
  std::memset(pixels, 0xFF, bytes);  // paper is white
  drawing.drawn = paint(*page, scale, frame, drawing.stride, pixels);
  if (!drawing.drawn) return fail(ErrorKind::damaged, "The page cannot be drawn.");
  return drawing;
}

}  // namespace mess::library::worker
