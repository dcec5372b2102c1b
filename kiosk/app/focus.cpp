#include "kiosk/app/focus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "kiosk/app/session.h"

namespace mess::kiosk {

namespace {

constexpr float list_step = 0.4f;  // of the height of the list
constexpr float aside_weighs = 3;  // what lies straight on is nearer than what lies aside
constexpr float widest = 2;        // units aside for one along: what lies wider lies another way
constexpr float least_way = 2;     // units; what is not farther along than this does not lie that way

using Targets = std::vector<const Target*>;

// Along the way that the arrow points, and across it; far minus near is its extent.
struct Span {
  float near = 0, far = 0;
  float middle() const { return (near + far) / 2; }
};
Span along(const Rect& r, Toward toward) {
  switch (toward) {
    case Toward::left:
      return {-r.end(), -r.x};
    case Toward::right:
      return {r.x, r.end()};
    case Toward::up:
      return {-r.bottom(), -r.y};
    default:
      return {r.y, r.bottom()};
  }
}
Span across(const Rect& r, Toward toward) {
  return toward == Toward::left || toward == Toward::right ? Span{r.y, r.bottom()} : Span{r.x, r.end()};
}

float gap(const Span& a, const Span& b) {
  return std::max({0.f, b.near - a.far, a.near - b.far});
}

bool holds(const Rect& outer, const Rect& inner) {
  return outer.x <= inner.x && outer.y <= inner.y && outer.end() >= inner.end() &&
         outer.bottom() >= inner.bottom();
}

// How far away it lies, or infinity when it does not lie that way. A card around a button is as far as its
// edge.
float distance(const Rect& from, const Rect& to, Toward toward) {
  const Span here = along(from, toward), there = along(to, toward);
  if (there.middle() <= here.middle() + least_way) return std::numeric_limits<float>::infinity();
  if (gap(across(from, toward), across(to, toward)) > widest * (there.middle() - here.middle()))
    return std::numeric_limits<float>::infinity();
  const Span side = across(from, toward), other_side = across(to, toward);
  const float middles = std::abs(side.middle() - other_side.middle()) + there.middle() - here.middle();
  if (holds(to, from)) return there.far - here.far;
  return std::max(0.f, there.near - here.far) + aside_weighs * gap(side, other_side) + middles / 100;
}

const Target* nearest(const Targets& targets, const Rect& from, Toward toward) {
  const Target* best = nullptr;
  float least = std::numeric_limits<float>::infinity();
  for (const Target* target : targets) {
    const float away = distance(from, target->rect, toward);
    if (away >= least) continue;
    least = away;
    best = target;
  }
  return best;
}

Targets all_that_take_it(const Scene& scene) {
  Targets targets;
  for (const Target& target : scene.targets) {
    if (takes_focus(scene, target)) targets.push_back(&target);
  }
  return targets;
}

const DragArea* list_at(const Scene& scene, const Rect& rect) {
  const DragArea* area = area_at(scene, rect.centre());
  return area != nullptr && area->kind == DragArea::Kind::scroll ? area : nullptr;
}

bool stands_in(const DragArea& list, const Target& target) {
  return list.rect.contains(target.rect.centre());
}
bool is_cut(const DragArea& list, const Target& target, Toward toward) {
  return along(target.rect, toward).far >= along(list.rect, toward).far - 1;
}

Targets those_in(const DragArea& list, Targets targets) {
  std::erase_if(targets, [&](const Target* target) { return !stands_in(list, *target); });
  return targets;
}

const Target* in_order(const Targets& targets, const Target* from, Toward toward) {
  if (targets.empty()) return nullptr;
  const auto here = std::find(targets.begin(), targets.end(), from);
  if (here == targets.end()) return toward == Toward::next ? targets.front() : targets.back();
  if (toward == Toward::next) return std::next(here) == targets.end() ? targets.front() : *std::next(here);
  return here == targets.begin() ? targets.back() : *std::prev(here);
}

Focus on(const Target& target, const Focus& before) {
  return {target.name, target.rect, before.place, {}};
}

const Target* closest(const Targets& targets, Point to) {
  const auto away = [to](const Target* target) {
    const Point middle = target->rect.centre();
    return std::hypot(middle.x - to.x, middle.y - to.y);
  };
  const auto best = std::min_element(targets.begin(), targets.end(),
                                     [&](const Target* a, const Target* b) { return away(a) < away(b); });
  return best == targets.end() ? nullptr : *best;
}

// The list was asked to move on: the next of it that is in sight now, or out of it when it did not move.
const Target* after_the_list_moved(const Scene& scene, const Focus& focus, const Targets& targets) {
  const Toward toward = *focus.beyond;
  const Target* same = focused(scene, focus);
  const DragArea* list = list_at(scene, focus.rect);
  const bool moved = same == nullptr || std::abs(same->rect.y - focus.rect.y) > 1;
  if (!moved || list == nullptr) return nearest(targets, focus.rect, toward);
  Rect from = focus.rect;
  if (same != nullptr) {
    from = same->rect;
  } else {
    from.y = toward == Toward::down ? list->rect.y - from.h : list->rect.bottom();
  }
  const Target* next = nearest(those_in(*list, targets), from, toward);
  return next != nullptr ? next : same;
}

}  // namespace

bool takes_focus(const Scene& scene, const Target& target) {
  const bool idle = std::holds_alternative<act::None>(target.action) && target.spoken.empty();
  if (idle || !target.by_keys) return false;
  const Rect inner = target.rect.inset(4);
  const std::array points{inner.centre(), Point{inner.x, inner.y}, Point{inner.end(), inner.y},
                          Point{inner.x, inner.bottom()}, Point{inner.end(), inner.bottom()}};
  return std::any_of(points.begin(), points.end(),
                     [&](const Point& point) { return target_at(scene, point) == &target; });
}

const Target* focused(const Scene& scene, const Focus& focus) {
  const auto found = std::find_if(scene.targets.begin(), scene.targets.end(), [&](const Target& target) {
    return target.name == focus.target && takes_focus(scene, target);
  });
  return found == scene.targets.end() ? nullptr : &*found;
}

FocusMove move_focus(const Scene& scene, const Focus& focus, Toward toward) {
  const Targets targets = all_that_take_it(scene);
  const Target* here = focused(scene, focus);
  if (here == nullptr) {
    const Target* first = in_order(targets, nullptr, Toward::next);
    return {first != nullptr ? on(*first, focus) : Focus{}, "", {}, 0};
  }
  if (toward == Toward::next || toward == Toward::before)
    return {on(*in_order(targets, here, toward), focus), "", {}, 0};
  const Target* next = nearest(targets, here->rect, toward);
  const bool along_lists = toward == Toward::up || toward == Toward::down;
  const DragArea* list = along_lists ? list_at(scene, here->rect) : nullptr;
  const bool stays =
      next != nullptr && (list == nullptr || (stands_in(*list, *next) && !is_cut(*list, *next, toward)));
  if (stays) return {on(*next, focus), "", {}, 0};
  if (list == nullptr) return {focus, "", {}, 0};
  Focus awaiting = on(*here, focus);
  awaiting.beyond = toward;
  const float step = list->rect.h * list_step;
  return {awaiting, list->area, list->rect.centre(), toward == Toward::down ? -step : step};
}

void settle_focus(AppState& state, const Scene& scene) {
  Focus& focus = state.session.focus;
  if (!focus.shown()) return;
  const std::size_t place = state.session.place.index();
  const Targets targets = all_that_take_it(scene);
  const Target* target = focused(scene, focus);
  if (focus.place != place) {
    target = in_order(targets, nullptr, Toward::next);
  } else if (focus.beyond) {
    target = after_the_list_moved(scene, focus, targets);
  }
  if (target == nullptr) target = closest(targets, focus.rect.centre());
  focus = target != nullptr ? Focus{target->name, target->rect, place, {}}
                            : Focus{focus.target, focus.rect, place, {}};
}

}  // namespace mess::kiosk
