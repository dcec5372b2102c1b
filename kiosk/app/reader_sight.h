#pragma once
// What a reader sees and may see next, as render_policy.h wants to know it. Pure.

#include "kiosk/app/reader.h"
#include "kiosk/app/render_policy.h"

namespace mess::kiosk {

// `scale`: device pixels a unit; `list`: the part of the rail that shows thumbnails, empty when it does not.
ReaderSight sight_of(const ReaderState& reader, const Rect& view, float scale, const Rect& list,
                     int columns = 2);
// How large a page is drawn at some zoom: device pixels of the paper as the document has it.
SeenPage pixels_of_page(const ReaderState& reader, const Rect& view, float scale, int page, float zoom);

int thumbnail_pixels(float scale);

}  // namespace mess::kiosk
