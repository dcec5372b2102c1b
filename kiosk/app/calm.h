#pragma once
// "Réduire les mouvements": what would slide or glide by itself is at its goal at once; what follows a finger
// still does. Pure.

#include "kiosk/app/place.h"

namespace mess::kiosk {

// Ends the movements that have begun in the place: pages of a list, zooming by a button, the slide of a
// turned page.
void come_to_rest(Place& place);

}  // namespace mess::kiosk
