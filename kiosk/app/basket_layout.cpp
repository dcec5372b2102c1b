#include "kiosk/app/basket_layout.h"

#include "kiosk/app/bar_layout.h"

namespace mess::kiosk {

namespace {

constexpr float gap = 28, rail_width = 80, codes_width = 460;
constexpr float codes_beside_from = 1500, rail_from = 800, stacked_below = 700;

}  // namespace

KeptLayout kept_layout(Size screen) {
  KeptLayout layout;
  constexpr float row = 64, between = 12;
  const float margin = side_margin(screen), top = bar_height(screen) + 20;
  const bool two_rows = is_narrow(screen);
  layout.heading = {margin, top, screen.w - 2 * margin, row};
  layout.ways = two_rows ? layout.heading.moved(0, row + between) : layout.heading;
  const float list_top = layout.ways.bottom() + 16, height = screen.h - list_top - margin;
  float end = screen.w - margin;
  if (screen.w >= codes_beside_from) {
    layout.codes = {end - codes_width, list_top, codes_width, height};
    end = layout.codes.x - gap;
  }
  if (screen.w >= rail_from) {
    layout.rail = {end - rail_width, list_top, rail_width, height};
    end = layout.rail.x - gap;
  }
  layout.list = {margin, list_top, end - margin, screen.h - list_top};
  layout.stacked = layout.list.w < stacked_below;
  if (layout.stacked) layout.row_height = 252;
  if (layout.codes.empty()) layout.codes_height = layout.stacked ? 460 : 360;
  return layout;
}

float kept_pitch(const KeptLayout& layout) {
  return layout.row_height + kept_row_gap;
}

Rect kept_row(const KeptLayout& layout, std::size_t number) {
  return {0, static_cast<float>(number) * kept_pitch(layout), layout.list.w, layout.row_height};
}

Rect kept_codes(const KeptLayout& layout, std::size_t rows) {
  return {0, kept_row(layout, rows).y, layout.list.w, layout.codes_height};
}

}  // namespace mess::kiosk
