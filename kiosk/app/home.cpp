#include "kiosk/app/home.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/match.h"

namespace mess::kiosk {

namespace {

constexpr float banner_height = 270, gap = 16, services_width = 420, column_gap = 28;
constexpr float foot_height = 60, rail_width = 80, overlap = 80;
constexpr float narrowest_shelf = 347, narrowest_audience = 400, empty_shelves_height = 212;
constexpr int audiences = 6;
constexpr float fewest_for_three_columns = 1500;  // audiences and services beside each other

int fitting(float width, float narrowest, float between, int most) {
  return std::clamp(static_cast<int>((width + between) / (narrowest + between)), 1, most);
}

float audiences_height(int across) {
  const int rows = (audiences + across - 1) / across;
  return home_title_height + static_cast<float>(rows) * (audience_height + audience_gap) - audience_gap;
}

// Audiences, and services beside or below them; returns where they end.
float place_orientation(HomeLayout& layout, float x, float y, float width) {
  const bool beside = width >= fewest_for_three_columns;
  const float tiles = beside ? width - services_width - column_gap : width;
  layout.audiences_across = fitting(tiles, narrowest_audience, audience_gap, 3);
  layout.audiences = {x, y, tiles, audiences_height(layout.audiences_across)};
  if (beside) {
    layout.services = {x + tiles + column_gap, y, services_width, layout.audiences.h};
    return layout.audiences.bottom();
  }
  layout.services = {x, layout.audiences.bottom() + gap, width, audiences_height(3)};
  return layout.services.bottom();
}

float place_shelves(HomeLayout& layout, float x, float y, float width, bool empty) {
  layout.shelves_across = fitting(width, narrowest_shelf, 21, 5);
  layout.shelves = {x, y, width, empty ? empty_shelves_height : shelf_height};
  return layout.shelves.bottom();
}

void place_all(HomeLayout& layout, float width, bool empty) {
  const float x = side_margin({layout.view.w, layout.view.h}), across = width - 2 * x;
  layout.banner = {x, 0, across, banner_height};
  float y = banner_height + gap;
  if (empty) {
    y = place_orientation(layout, x, y, across) + gap;
    y = place_shelves(layout, x, y, across, true);
  } else {
    y = place_shelves(layout, x, y, across, false) + 12;
    y = place_orientation(layout, x, y, across);
  }
  // At the foot of the screen when there is room left.
  const float foot = std::max(y + 8, layout.view.h - foot_height);
  layout.foot = {x, foot, across, foot_height};
  layout.height = layout.foot.bottom();
}

}  // namespace

HomeLayout home_layout(Size screen, bool empty_library) {
  const float head = bar_height(screen);
  HomeLayout layout;
  layout.view = {0, head, screen.w, screen.h - head};
  place_all(layout, screen.w, empty_library);
  if (layout.height <= layout.view.h + 0.5f) return layout;
  layout.rail = {screen.w - side_margin(screen) - rail_width, head + 8, rail_width, layout.view.h - 24};
  place_all(layout, screen.w - rail_width - gap, empty_library);
  return layout;
}

HomeLayout home_layout(const AppState& state) {
  return home_layout(state.screen, state.library.known && state.library.documents == 0);
}

float home_limit(const AppState& state) {
  const HomeLayout layout = home_layout(state);
  return std::max(0.f, layout.height - layout.view.h);
}

Effects apply_home(AppState& state, HomePlace& place, const Action& action, double now) {
  const float limit = home_limit(state);
  const auto by_screens = [&](float screens) {
    const float step = screens * (home_layout(state).view.h - overlap);
    glide_to(place.scroll, place.scroll.at + step, limit, now);
    return Effects{};
  };
  return std::visit(
      Match{
          [&](const act::PageOfHome& page) { return by_screens(static_cast<float>(page.direction)); },
          [&](const act::Scroll& scroll) { return by_screens(scroll.screens); },
          [&](const act::Drag& drag) {
            if (drag.area == home_area) drag_by(place.scroll, drag.by.y, limit);
            return Effects{};
          },
          [&](const act::Fling& fling) {
            if (fling.area == home_area) throw_with(place.scroll, fling.speed.y, now);
            return Effects{};
          },
          [&](const act::Halt& stop) {
            if (stop.area == home_area) halt(place.scroll);
            return Effects{};
          },
          [&](const act::Type& typed) { return open_search(state, typed.text, now); },
          [](const auto&) { return Effects{}; },
      },
      action);
}

}  // namespace mess::kiosk
