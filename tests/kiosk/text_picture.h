#pragma once
// A text as a small grey picture, through the layers that draw it on the screen but without OpenGL.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/text/layout.h"

namespace mess::kiosk {

// Rows from the top without padding; 255 is paper, 0 is ink.
struct GreyPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> bytes;
  friend bool operator==(const GreyPicture&, const GreyPicture&) = default;
};

// One pixel a design unit, 8 around the text. Marks are light grey.
GreyPicture draw_text(const FontSet& fonts, const LayoutRequest& request);

bool write_grey_png(const std::filesystem::path& file, const GreyPicture& picture);
std::optional<GreyPicture> read_grey_png(const std::filesystem::path& file);  // nullopt: not there, no PNG

}  // namespace mess::kiosk
