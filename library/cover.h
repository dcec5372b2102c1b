#pragma once
// The cover of a document: a picture of its first page that is not blank, as JPEG. Pure functions on pixels.

#include <cstdint>
#include <vector>

#include "library/pdf_client.h"
#include "library/result.h"

namespace mess::library {

// True when fewer than one pixel in 5,000 differs from the first one: an empty first page, not a sparse
// title.
bool is_blank(const Picture& picture);

// JPEG (quality 82) of a BGRA picture. Errors: too_large (a side above 65,500 pixels, JPEG's own limit),
// internal.
Result<std::vector<std::uint8_t>> jpeg_of(const Picture& picture);

}  // namespace mess::library
