#include "library/pdf_worker/splash_document.h"

#include <cpp/poppler-page-renderer.h>
#include <cpp/poppler-page.h>

#include <bit>
#include <limits>

namespace mess::library::worker {

SplashDocument::SplashDocument(std::span<const char> bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return;
  document_.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document_ && document_->is_locked()) document_.reset();
}

poppler::image SplashDocument::draw(std::uint32_t number, double dots_per_inch, const Frame& frame) const {
  static_assert(std::endian::native == std::endian::little, "Splash writes BGRA, Cairo native words");
  if (!document_) return {};
  const std::unique_ptr<poppler::page> page(document_->create_page(static_cast<int>(number) - 1));
  if (!page) return {};
  poppler::page_renderer renderer;
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_argb32);
  poppler::image drawn = renderer.render_page(page.get(), dots_per_inch, dots_per_inch, frame.left, frame.top,
                                              frame.width, frame.height);
  const bool fits = drawn.is_valid() && drawn.width() == frame.width && drawn.height() == frame.height;
  return fits ? drawn : poppler::image();
}

}  // namespace mess::library::worker
