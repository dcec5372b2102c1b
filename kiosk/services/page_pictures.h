#pragma once
// Pictures of pages in memory: out of the worker's shared memory, and smaller. Pure.

#include "kiosk/app/picture.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

Pixels copied(const library::Picture& picture);
// Only the columns from `left` on, `width` of them, as far as there are so many.
Pixels copied(const library::Picture& picture, int left, int width);

// The same picture `width` pixels wide, each pixel the mean of those it covers. Never larger than it is.
Pixels shrunk(const Pixels& pixels, int width);

}  // namespace mess::kiosk
