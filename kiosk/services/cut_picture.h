#pragma once
// What is done to the picture of a cut once the worker has drawn it. Pure; BGRA pixels.

#include <span>

#include "kiosk/app/picture.h"
#include "kiosk/geometry.h"

namespace mess::kiosk {

// Puts the colour over these parts as a marker pen does: what is dark stays dark. Parts may reach out of the
// picture.
void mark(Pixels& pixels, std::span<const Rect> parts, Color color, float corner);

// Lets the picture run out into white paper at its four edges, over so many pixels.
void soften_edges(Pixels& pixels, int across, int down);

}  // namespace mess::kiosk
