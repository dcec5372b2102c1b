#pragma once
// Touches on the page that are no drag: at the left and right edge of its view one turns, as the document's
// script runs; two on the paper zoom. On the paper a turn waits for the second touch, beside the paper, where
// there is nothing to zoom, it does not. Parts of apply_reader and tick_reader.

#include "kiosk/app/reader.h"

namespace mess::kiosk {

inline constexpr float turning_edge = 140;  // units; narrower views: 15 % of their width

std::vector<Effect> tap_page(ReaderState& reader, const ReaderContext& context, const act::Tap& tap,
                             double now);
// The turn that waited, when its time has come; lowers `next` to that time.
std::vector<Effect> turn_when_due(ReaderState& reader, const ReaderContext& context, double now,
                                  double& next);

}  // namespace mess::kiosk
