#pragma once
// A list that follows the finger: dragged, thrown, or moved by whole screens. Plain value and pure functions;
// offsets in design units from the top of the content, `limit` = how far it can go (content height - view
// height).

namespace mess::kiosk {

struct ScrollState {
  float at = 0;
  float speed = 0;       // units a second while a fling lasts
  double moved_at = 0;   // last step of the fling
  bool gliding = false;  // moving to `to` since `began_at` (pager)
  float from = 0, to = 0;
  double began_at = 0;

  bool moving() const { return gliding || speed != 0; }
  friend bool operator==(const ScrollState&, const ScrollState&) = default;
};

void drag_by(ScrollState& scroll, float finger_dy, float limit);
void throw_with(ScrollState& scroll, float finger_speed_y, double now);
void halt(ScrollState& scroll);
void glide_to(ScrollState& scroll, float to, float limit, double now);
// One step of time; true while it goes on moving.
bool step(ScrollState& scroll, float limit, double now);

inline constexpr double glide_seconds = 0.26;  // design section 8, pager

}  // namespace mess::kiosk
