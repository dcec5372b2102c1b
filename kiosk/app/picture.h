#pragma once
// Pictures on their way from a thread to the screen, and the names under which they are kept.

#include <compare>
#include <cstdint>
#include <vector>

#include "kiosk/app/reading_look.h"
#include "library/document.h"

namespace mess::kiosk {

// 8-bit BGRA or RGBA rows without padding.
struct Pixels {
  int width = 0, height = 0;
  bool bgra = true;
  std::vector<std::uint8_t> bytes;
};

// In the place of a document: the house itself, whose cover is its mark.
inline constexpr library::DocumentId house_mark = 0;

struct PictureKey {
  enum class Kind { cover, thumbnail, page, tile, cut } kind = Kind::cover;
  library::DocumentId document = 0;
  int page = 0;   // 0 for covers
  int width = 0;  // device pixels of the whole page; 0 for covers; of a cut those of the cut itself;
                  // of the mark of the house HouseSettings::mark
  int column = 0, row = 0;    // tiles of 512 x 512 device pixels
  std::uint64_t words = 0;    // of a cut: stands for the words that it shows and marks
  Tone tone = Tone::printed;  // of a thumbnail, a page or a tile
  auto operator<=>(const PictureKey&) const = default;
};

}  // namespace mess::kiosk
