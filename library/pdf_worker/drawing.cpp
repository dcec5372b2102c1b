#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "library/pdf_worker/page.h"

namespace mess::library::worker {
namespace {

constexpr double cairo_side_limit = 32767;  // pixels of one side of an image surface

struct Frame {
  int left = 0, top = 0, width = 0, height = 0;
};

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

// Pixels that two processes share: a memfd, mapped here while they are drawn.
class SharedPixels {
 public:
  explicit SharedPixels(std::size_t bytes) : bytes_(bytes) {
    descriptor_ = memfd_create("page", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor_ < 0 || ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0) return;
    void* start = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0);
    if (start != MAP_FAILED) start_ = static_cast<unsigned char*>(start);
  }
  SharedPixels(const SharedPixels&) = delete;
  SharedPixels& operator=(const SharedPixels&) = delete;
  ~SharedPixels() {
    if (start_ != nullptr) munmap(start_, bytes_);
    if (descriptor_ >= 0) close(descriptor_);
  }
  unsigned char* start() { return start_; }

  // Nobody can change or shrink them any more; the descriptor goes to the caller. -1 when that is refused.
  int seal() {
    munmap(start_, bytes_);
    start_ = nullptr;
    if (fcntl(descriptor_, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
      return -1;
    return std::exchange(descriptor_, -1);
  }

 private:
  std::size_t bytes_;
  int descriptor_ = -1;
  unsigned char* start_ = nullptr;
};

bool paint(PopplerPage* page, double scale, const Frame& frame, int stride, unsigned char* pixels) {
  const Owned<cairo_surface_t, cairo_surface_destroy> surface(
      cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, frame.width, frame.height, stride));
  const Owned<cairo_t, cairo_destroy> cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);  // paper is white
  cairo_paint(cairo.get());
  cairo_translate(cairo.get(), -frame.left, -frame.top);
  cairo_scale(cairo.get(), scale, scale);
  poppler_page_render(page, cairo.get());
  cairo_surface_flush(surface.get());
  return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<Drawing> draw(PopplerPage* page, int width, const GlyphBox& part, const Budget& budget) {
  const auto size = size_of_page(page);
  if (!size) return tl::unexpected(size.error());
  const double scale = width / size->width;
  const double height = std::max(1.0, std::round(size->height * scale));
  const double wide = (part.x1 - part.x0) * width, high = (part.y1 - part.y0) * height;
  if (wide > cairo_side_limit || high > cairo_side_limit || wide * high > budget.picture_pixels ||
      height > 1e9) {
    return fail(ErrorKind::too_large, "The picture of this page would have too many pixels.");
  }
  const Frame frame = frame_of(part, width, height);
  const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, frame.width);
  SharedPixels pixels(static_cast<std::size_t>(stride) * static_cast<std::size_t>(frame.height));
  if (pixels.start() == nullptr) return fail(ErrorKind::internal, "There is no memory for the picture.");
  if (!paint(page, scale, frame, stride, pixels.start())) {
    return fail(ErrorKind::damaged, "The page cannot be drawn.");
  }
  const int descriptor = pixels.seal();
  if (descriptor < 0) return fail(ErrorKind::internal, "The picture cannot be sealed.");
  return Drawing{descriptor, frame.width, frame.height, stride};
}

}  // namespace mess::library::worker
