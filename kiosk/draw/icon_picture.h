#pragma once
// An SVG icon to coverage at device size, by librsvg. Any thread.

#include <filesystem>

#include "kiosk/text/atlas.h"

namespace mess::kiosk {

// The whole drawing, fitted into width x height pixels; colours are left out, only their alpha counts. Empty
// when the file cannot be read.
Coverage icon_picture(const std::filesystem::path& svg, int width, int height);

}  // namespace mess::kiosk
