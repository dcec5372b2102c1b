#pragma once
// The house's own mark, which stands where the eight-pointed star stands without one. Any thread.

#include <filesystem>

#include "kiosk/app/picture.h"
#include "library/result.h"

namespace mess::kiosk {

// An SVG drawing, fitted into 512 x 512 pixels, or a PNG picture as it is, on white paper. What an SVG file
// names outside itself is not read. Errors: not_found, too_large (4 MB, or a side above 2048), damaged.
Result<Pixels> read_mark(const std::filesystem::path& file);

}  // namespace mess::kiosk
