#pragma once
// An SVG icon to coverage at device size, by librsvg. Any thread.

#include <filesystem>

#include "kiosk/text/atlas.h"

namespace mess::kiosk {

// The whole drawing, of 16 x 16 units, fitted into width x height pixels with strokes as heavy as the
// design's; colours are left out, only their alpha counts. Empty when the file cannot be read.
Coverage icon_picture(const std::filesystem::path& svg, int width, int height);

}  // namespace mess::kiosk
