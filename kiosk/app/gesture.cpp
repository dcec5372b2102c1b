#include "kiosk/app/gesture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mess::kiosk {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

float distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}
Point middle(Point a, Point b) {
  return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}
Point from_to(Point a, Point b) {
  return {b.x - a.x, b.y - a.y};
}

// Where the layout has what is shown there.
Point lifted(Point at, float brought_down) {
  return {at.x, at.y - brought_down};
}

act::Slide slide(const std::string& area, const Rect& track, Point at) {
  const float fraction = track.w > 0 ? (at.x - track.x) / track.w : 0;
  return {area, std::clamp(fraction, 0.f, 1.f)};
}

const Target* target_named(const Scene& scene, const std::string& name) {
  for (auto target = scene.targets.rbegin(); target != scene.targets.rend(); ++target) {
    if (target->name == name) return &*target;
  }
  return nullptr;
}

}  // namespace

std::vector<Action> Gestures::handle(const PointerEvent& event, const Scene& scene) {
  Actions actions;
  press_long(event.time, actions);
  hold(event.time, scene, actions);
  switch (event.kind) {
    case PointerEvent::Kind::down:
      press(event, scene, actions);
      break;
    case PointerEvent::Kind::move:
      move(event, actions);
      break;
    case PointerEvent::Kind::up:
      release(event, scene, actions);
      break;
    case PointerEvent::Kind::wheel:
      turn_wheel(event, scene, actions);
      break;
    case PointerEvent::Kind::cancel: {
      const auto found = fingers_.find(event.finger);
      if (found == fingers_.end()) break;
      if (found->second.dragging && !partner_of(found->second)) {
        actions.emplace_back(act::Fling{found->second.area, {0, 0}});
      }
      fingers_.erase(found);
      break;
    }
  }
  return actions;
}

void Gestures::press(const PointerEvent& event, const Scene& scene, Actions& actions) {
  Finger finger{.down = event.at,
                .at = event.at,
                .target = {},
                .area = {},
                .track = {},
                .brought_down = scene.brought_down,
                .repeat_at = never,
                .rests_at = never,
                .held_at = never,
                .held = {},
                .held_on = {},
                .samples = {{event.at, event.time}}};
  if (const Target* target = target_at(scene, event.at)) {
    finger.target = target->name;
    if (target->on_press) {
      actions.push_back(target->action);
      finger.acted = true;
      if (target->repeats) finger.repeat_at = event.time + repeat_after;
    }
    if (target->held && (target->held->chooses || fingers_.empty())) {
      finger.held = target->held;
      finger.held_on = target->rect;
      finger.held_at = event.time + target->held->after;
    }
  }
  if (const DragArea* area = area_at(scene, event.at); area != nullptr && !finger.acted) {
    finger.area = area->area;
    finger.kind = area->kind;
    finger.track = area->rect;
    if (area->kind != DragArea::Kind::slider) {
      actions.emplace_back(act::Halt{area->area});
      const bool on_page = area->kind == DragArea::Kind::page && finger.target.empty();
      if (on_page) finger.rests_at = event.time + long_press_after;
    } else if (finger.target.empty()) {
      finger.dragging = true;
      actions.emplace_back(slide(area->area, area->rect, event.at));
    }
  }
  for (auto& [number, other] : fingers_) {
    if (other.held && !other.held->chooses) other.held_at = never;
  }
  Finger& placed = fingers_.insert_or_assign(event.finger, std::move(finger)).first->second;
  if (Finger* other = partner_of(placed)) {
    for (Finger* one : {&placed, other}) {
      one->dragging = one->pinched = true;
      one->rests_at = never;
    }
    last_tap_.reset();
  }
}

// The other finger of a pinch: the first one that is down in the same page area.
Gestures::Finger* Gestures::partner_of(const Finger& finger) {
  if (finger.area.empty() || finger.kind != DragArea::Kind::page) return nullptr;
  for (auto& [number, other] : fingers_) {
    if (&other != &finger && other.area == finger.area) return &other;
  }
  return nullptr;
}

void Gestures::move(const PointerEvent& event, Actions& actions) {
  const auto found = fingers_.find(event.finger);
  if (found == fingers_.end()) return;
  Finger& finger = found->second;
  const bool wanders = distance(finger.down, event.at) > hold_reach;
  if (wanders && finger.held && !finger.held->chooses) finger.held_at = never;
  if (finger.kind == DragArea::Kind::slider && finger.dragging) {
    actions.emplace_back(slide(finger.area, finger.track, event.at));
    finger.at = event.at;
    return;
  }
  if (finger.area.empty() || finger.kind == DragArea::Kind::slider) {
    finger.at = event.at;
    return;
  }
  if (!finger.dragging) {
    if (distance(finger.down, event.at) <= drag_slop) {
      finger.at = event.at;
      return;
    }
    finger.rests_at = finger.held_at = never;
    finger.dragging = true;  // from here on, without the jump of the slop itself
    finger.at = event.at;
    finger.samples = {{event.at, event.time}};
    last_tap_.reset();
    return;
  }
  if (Finger* other = partner_of(finger)) {
    pinch(finger, *other, event.at, event.time, actions);
  } else {
    drag(finger, event.at, event.time, actions);
  }
}

void Gestures::drag(Finger& finger, Point to, double time, Actions& actions) {
  const Point by = from_to(finger.at, to);
  finger.at = to;
  finger.samples.push_back({to, time});
  std::erase_if(finger.samples, [&](const Sample& sample) { return sample.time < time - speed_window; });
  if (by.x != 0 || by.y != 0)
    actions.emplace_back(act::Drag{finger.area, lifted(to, finger.brought_down), by});
}

void Gestures::pinch(Finger& finger, const Finger& other, Point to, double time, Actions& actions) {
  // Fingers closer than a fingertip measure noise, not a zoom; apart again they ask for what they did before.
  const auto spread = [&](Point at) { return std::max(2 * drag_slop, distance(at, other.at)); };
  const float factor = spread(to) / spread(finger.at);
  const Point old_middle = middle(finger.at, other.at), new_middle = middle(to, other.at);
  finger.at = to;
  finger.samples = {{to, time}};
  if (old_middle == new_middle) return;
  actions.emplace_back(act::Pinch{finger.area, lifted(old_middle, finger.brought_down),
                                  lifted(new_middle, finger.brought_down), factor});
}

void Gestures::release(const PointerEvent& event, const Scene& scene, Actions& actions) {
  const auto found = fingers_.find(event.finger);
  if (found == fingers_.end()) return;
  Finger finger = std::move(found->second);
  fingers_.erase(found);
  if (Finger* other = partner_of(finger)) {
    other->samples = {{other->at, event.time}};  // goes on as a drag of the finger that stays
    return;
  }
  if (finger.dragging) {
    const bool slider = finger.kind == DragArea::Kind::slider;
    if (!slider) drag(finger, event.at, event.time, actions);
    // Lifting the fingers of a pinch one after the other throws nothing.
    const Point speed = slider || finger.pinched ? Point{} : speed_of(finger, event.time);
    actions.emplace_back(act::Fling{finger.area, speed});
    return;
  }
  if (finger.chooses) {
    const Target* target = target_at(scene, event.at);
    if (target != nullptr && target->slides) actions.push_back(target->action);
    return;
  }
  if (!finger.acted) tap(finger, event, scene, actions);
}

void Gestures::tap(const Finger& finger, const PointerEvent& event, const Scene& scene, Actions& actions) {
  const Target* target = target_at(scene, event.at);
  if (!finger.target.empty()) {
    if (target != nullptr && target->name == finger.target) actions.push_back(target->action);
    return;
  }
  if (finger.area.empty() || target != nullptr) return;
  const bool second = last_tap_ && last_tap_->area == finger.area &&
                      event.time - last_tap_->time <= double_tap_time &&
                      distance(last_tap_->at, event.at) <= double_tap_reach;
  actions.emplace_back(act::Tap{finger.area, lifted(event.at, finger.brought_down), second ? 2 : 1});
  if (second) {
    last_tap_.reset();
  } else {
    last_tap_ = LastTap{finger.area, event.at, event.time};
  }
}

void Gestures::turn_wheel(const PointerEvent& event, const Scene& scene, Actions& actions) const {
  const DragArea* area = area_at(scene, event.at);
  if (area == nullptr || area->kind == DragArea::Kind::slider) return;
  const Point at = lifted(event.at, scene.brought_down);
  if (event.zooming) {
    // One notch of 120 units zooms by a fifth.
    if (area->kind == DragArea::Kind::page) {
      actions.emplace_back(act::Zoom{std::pow(1.2f, event.turned.y / 120), at, false});
    }
    return;
  }
  actions.emplace_back(act::Halt{area->area});
  actions.emplace_back(act::Drag{area->area, at, event.turned});
  actions.emplace_back(act::Fling{area->area, {0, 0}});
}

// The slope of the least-squares line through the last positions: steadier than the last step alone, which on
// a touch screen is often a duplicate or a jump.
Point Gestures::speed_of(const Finger& finger, double now) {
  const auto& samples = finger.samples;
  std::size_t moved = samples.size();  // the last sample that differs from the one before
  while (moved > 1 && samples[moved - 1].at == samples[moved - 2].at) --moved;
  if (moved < 2 || now - samples[moved - 1].time > rest_before_up) return {};
  double mean_time = 0, mean_x = 0, mean_y = 0;
  for (std::size_t i = 0; i < moved; ++i) {
    mean_time += samples[i].time, mean_x += samples[i].at.x, mean_y += samples[i].at.y;
  }
  const double n = static_cast<double>(moved);
  mean_time /= n, mean_x /= n, mean_y /= n;
  double spread = 0, along_x = 0, along_y = 0;
  for (std::size_t i = 0; i < moved; ++i) {
    const double t = samples[i].time - mean_time;
    spread += t * t, along_x += t * (samples[i].at.x - mean_x), along_y += t * (samples[i].at.y - mean_y);
  }
  if (spread <= 0) return {};
  return {static_cast<float>(along_x / spread), static_cast<float>(along_y / spread)};
}

// The finger belongs to no area any more: what it does next means nothing.
void Gestures::press_long(double now, Actions& actions) {
  for (auto& [number, finger] : fingers_) {
    if (finger.rests_at > now) continue;
    finger.rests_at = never;
    actions.emplace_back(act::LongPress{finger.area, lifted(finger.down, finger.brought_down)});
    finger.area.clear();
    last_tap_.reset();
  }
}

// What a key typed when the finger came down has changed the screen since: what chooses is known by its
// place.
void Gestures::hold(double now, const Scene& scene, Actions& actions) {
  for (auto& [number, finger] : fingers_) {
    if (finger.held_at > now) continue;
    finger.held_at = never;
    const Target* target = target_named(scene, finger.target);
    const bool there = finger.held->chooses || (target != nullptr && target->held);
    if (!there || !finger.held_on.contains(finger.at)) continue;
    actions.push_back(finger.held->action);
    finger.chooses = finger.held->chooses;
    finger.acted = true;
    finger.repeat_at = never;
    finger.area.clear();
  }
}

std::vector<Action> Gestures::tick(double now, const Scene& scene) {
  Actions actions;
  press_long(now, actions);
  hold(now, scene, actions);
  for (auto& [number, finger] : fingers_) {
    const Target* target = finger.repeat_at <= now ? target_named(scene, finger.target) : nullptr;
    if (finger.repeat_at > now) continue;
    if (target == nullptr || !target->rect.contains(finger.at)) {
      finger.repeat_at = never;  // the key went away, or the finger left it
      continue;
    }
    actions.push_back(target->action);
    finger.repeat_at = now + repeat_every;
  }
  return actions;
}

double Gestures::next_tick() const {
  double next = never;
  for (const auto& [number, finger] : fingers_)
    next = std::min({next, finger.repeat_at, finger.rests_at, finger.held_at});
  return next;
}

std::optional<Point> Gestures::pressed() const {
  for (const auto& [number, finger] : fingers_) {
    if (!finger.dragging) return finger.at;
  }
  return std::nullopt;
}

}  // namespace mess::kiosk
