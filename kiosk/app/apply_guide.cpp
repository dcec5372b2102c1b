#include <algorithm>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/match.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {
constexpr float overlap = 80;  // a screen further keeps the last lines in sight
}

float guide_limit(const AppState& state) {
  return std::max(0.f, state.content_height - (state.screen.h - bar_height(state.screen)));
}

Effects apply_guide(AppState& state, GuidePlace& place, const Action& action, double now) {
  const float limit = guide_limit(state);
  return std::visit(Match{
                        [&](const act::Drag& drag) {
                          if (drag.area == "guide.text") drag_by(place.scroll, drag.by.y, limit);
                          return Effects{};
                        },
                        [&](const act::Fling& fling) {
                          if (fling.area == "guide.text") throw_with(place.scroll, fling.speed.y, now);
                          return Effects{};
                        },
                        [&](const act::Halt& stop) {
                          if (stop.area == "guide.text") halt(place.scroll);
                          return Effects{};
                        },
                        [&](const act::Scroll& scroll) {
                          const float step = state.screen.h - bar_height(state.screen) - overlap;
                          glide_to(place.scroll, place.scroll.at + scroll.screens * step, limit, now);
                          return Effects{};
                        },
                        [&](const act::Type& typed) { return open_search(state, typed.text, now); },
                        [](const auto&) { return Effects{}; },
                    },
                    action);
}

}  // namespace mess::kiosk
