#pragma once
// The panels of 04: facets, and one card of the list. Parts of draw_results.

#include "kiosk/app/results.h"
#include "kiosk/screens/view.h"

namespace mess::kiosk {

void draw_facets(View& view, const ResultsPlace& place, const Rect& r);
void draw_result_card(View& view, const ResultsPlace& place, const Rect& r, const index::DocumentHit& hit);

}  // namespace mess::kiosk
