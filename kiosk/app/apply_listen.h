#pragma once
// Reading aloud within a visit; parts of apply(), receive() and tick(). Pure.

#include "kiosk/app/visit.h"

namespace mess::kiosk {

// Seconds. A voice that nobody has touched anything for stops: it would read to an empty room all night.
inline constexpr double longest_unattended = 20 * 60;
inline constexpr double trouble_seconds = 8;  // a sentence about what went wrong is shown

// What an action means to a voice that speaks. Nearly every touch silences it; one of the page means nothing
// else then.
struct Heard {
  Effects effects;
  bool all_that_is_meant = false;
};
Heard hear(AppState& state, const Action& action);
Effects hear(AppState& state, const Message& message, double now);

Effects listen(AppState& state, double now);  // or no longer
Effects set_volume(AppState& state, int step);
Effects tick_listening(AppState& state, double now, double& next);
// As long as a voice is heard, nobody is thought to have gone (design/FLOW.md).
bool somebody_listens(const Session& session);

}  // namespace mess::kiosk
