#include "kiosk/app/reach.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/reader_layout.h"

namespace mess::kiosk {

namespace {

constexpr float beyond_reach = 1 - within_reach;
constexpr float finger = 72;       // of what one step leaves half beyond reach, the next brings as much
constexpr float least_step = 100;  // however little room a screen has

bool has_reader_bar(const Session& session) {
  const auto* reader = std::get_if<ReaderState>(&session.place);
  return reader != nullptr && !reader->error && !reader->full.on;
}

}  // namespace

bool has_lowered_bar(const Session& session) {
  return session.comfort.low && !std::holds_alternative<WelcomePlace>(session.place) &&
         !std::holds_alternative<ReaderState>(session.place) &&
         !std::holds_alternative<StaffDoorPlace>(session.place) &&
         !std::holds_alternative<StaffPlace>(session.place);
}

bool can_be_brought_down(const Session& session) {
  return has_lowered_bar(session) || (session.comfort.low && has_reader_bar(session));
}

int Reach::steps() const {
  const float above = beyond_reach * screen.h, within = floor() - above;
  return static_cast<int>(std::ceil(above / std::max(least_step, within - finger)));
}

float Reach::down_at(int step) const {
  const int last = steps();
  return std::round(beyond_reach * screen.h * static_cast<float>(std::clamp(step, 0, last)) /
                    static_cast<float>(last));
}

Reach reach_of(const Session& session, Size screen) {
  const bool reads = std::holds_alternative<ReaderState>(session.place);
  return {screen, reads ? reader_layout(screen, true).bar.h : bar_height(screen)};
}

float brought_down_by(const Session& session, Size screen) {
  return can_be_brought_down(session) ? reach_of(session, screen).down_at(session.brought_down) : 0;
}

void bring_down(Session& session, Size screen) {
  session.brought_down =
      session.brought_down < reach_of(session, screen).steps() ? session.brought_down + 1 : 0;
}

}  // namespace mess::kiosk
