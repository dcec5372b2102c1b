#include "kiosk/app/reach.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/bar_layout.h"

namespace mess::kiosk {

namespace {

constexpr float beyond_reach = 0.55f;  // of the screen's height, from its top
constexpr float finger = 72;           // of what one step leaves half beyond reach, the next brings as much
constexpr float least_step = 100;      // however little room a screen has

}  // namespace

bool has_lowered_bar(const Session& session) {
  return session.comfort.low && !std::holds_alternative<WelcomePlace>(session.place) &&
         !std::holds_alternative<ReaderState>(session.place) &&
         !std::holds_alternative<StaffDoorPlace>(session.place) &&
         !std::holds_alternative<StaffPlace>(session.place);
}

int steps_down(Size screen) {
  const float above = beyond_reach * screen.h, within = screen.h - above - bar_height(screen);
  return static_cast<int>(std::ceil(above / std::max(least_step, within - finger)));
}

float brought_down_by(Size screen, int step) {
  const int steps = steps_down(screen);
  return std::round(beyond_reach * screen.h * static_cast<float>(std::clamp(step, 0, steps)) /
                    static_cast<float>(steps));
}

void bring_down(Session& session, Size screen) {
  session.brought_down = session.brought_down < steps_down(screen) ? session.brought_down + 1 : 0;
}

}  // namespace mess::kiosk
