#pragma once
// The open PDF a second time, through Poppler's C++ face, which draws by Splash. It reads the bytes that the
// first one reads; for pages that are scans, see library/pdf_renderer_choice.h.

// Both faces of Poppler have headers of these names; the folder says which.
#include <cpp/poppler-document.h>
#include <cpp/poppler-image.h>

#include <cstdint>
#include <memory>
#include <span>

namespace mess::library::worker {

// Whole pixels of a page that is drawn at some size.
struct Frame {
  int left = 0, top = 0, width = 0, height = 0;
};

class SplashDocument {
 public:
  // `bytes` must outlive it. When they cannot be opened this way every drawing is invalid.
  explicit SplashDocument(std::span<const char> bytes);

  // The frame of page `number` (1 = first) on white paper; BGRA, alpha 255. Invalid when it cannot be drawn
  // so, and the other way must be taken.
  poppler::image draw(std::uint32_t number, double dots_per_inch, const Frame& frame) const;

 private:
  std::unique_ptr<poppler::document> document_;
};

}  // namespace mess::library::worker
