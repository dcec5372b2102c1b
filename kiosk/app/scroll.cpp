#include "kiosk/app/scroll.h"

#include <algorithm>
#include <cmath>

namespace mess::kiosk {

namespace {

// As in the reader: speed falls to 1/e in a third of a second, as paper on a table would.
constexpr float friction = 3.2f;
constexpr float still = 24;  // units a second

float within(float at, float limit) {
  return std::clamp(at, 0.f, std::max(0.f, limit));
}

void glide_step(ScrollState& scroll, float limit, double now) {
  const double t = std::clamp((now - scroll.began_at) / glide_seconds, 0.0, 1.0);
  const float k = static_cast<float>(t * t * (3 - 2 * t));
  scroll.at = within(t >= 1 ? scroll.to : scroll.from + (scroll.to - scroll.from) * k, limit);
  if (t >= 1) scroll.gliding = false;
}

void fling_step(ScrollState& scroll, float limit, double now) {
  const float dt = static_cast<float>(std::clamp(now - scroll.moved_at, 0.0, 0.05));
  const float wanted = scroll.at + scroll.speed * dt;
  scroll.moved_at = now;
  scroll.at = within(wanted, limit);
  scroll.speed *= std::exp(-friction * dt);
  if (scroll.at != wanted || std::abs(scroll.speed) < still) scroll.speed = 0;
}

}  // namespace

void drag_by(ScrollState& scroll, float finger_dy, float limit) {
  halt(scroll);
  scroll.at = within(scroll.at - finger_dy, limit);
}

void throw_with(ScrollState& scroll, float finger_speed_y, double now) {
  scroll.gliding = false;
  scroll.speed = std::abs(finger_speed_y) < still ? 0 : -finger_speed_y;
  scroll.moved_at = now;
}

void halt(ScrollState& scroll) {
  scroll.gliding = false;
  scroll.speed = 0;
}

void glide_to(ScrollState& scroll, float to, float limit, double now) {
  scroll.speed = 0;
  scroll.from = scroll.at;
  scroll.to = within(to, limit);
  scroll.began_at = now;
  scroll.gliding = scroll.to != scroll.from;
}

bool step(ScrollState& scroll, float limit, double now) {
  if (scroll.gliding) {
    glide_step(scroll, limit, now);
  } else if (scroll.speed != 0) {
    fling_step(scroll, limit, now);
  }
  return scroll.moving();
}

}  // namespace mess::kiosk
