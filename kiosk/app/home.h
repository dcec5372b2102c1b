#pragma once
// Where the parts of home lie (design/screens/02-home.png), and how it moves where they do not all fit: on
// small or upright screens and in large text it is one column that scrolls below the head. Pure; design
// units, start/end coordinates.

#include "kiosk/app/visit.h"

namespace mess::kiosk {

inline constexpr std::string_view home_area = "home.column";

struct HomeLayout {
  Rect view;  // below the head; what does not fit is scrolled within it
  Rect rail;  // of the pager; empty when all fits
  // Within the content, y from its top.
  Rect banner, shelves, audiences, services, foot;
  int shelves_across = 5, audiences_across = 3;
  float height = 0;  // of the content
};
// With an empty library orientation comes first (FLOW.md "Empty library").
HomeLayout home_layout(Size screen, bool empty_library);
HomeLayout home_layout(const AppState& state);
float home_limit(const AppState& state);

inline constexpr float shelf_height = 296, audience_height = 114, audience_gap = 14, home_title_height = 56;

Effects apply_home(AppState& state, HomePlace& place, const Action& action, double now);

}  // namespace mess::kiosk
