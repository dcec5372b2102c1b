#include "kiosk/app/reader_layout.h"

#include <algorithm>

#include "kiosk/app/viewport.h"

namespace mess::kiosk {

namespace {

constexpr float bar_height = 96, rail_width = 316, tools_width = 168, footer_height = 104;
constexpr float wide_from = 1400;     // a rail and a column of tools leave the page its room
constexpr float narrow_below = 1100;  // bar, tools and footer take two rows each
constexpr float low_below = 800;      // the rows are as low as fingers allow
constexpr float list_top = 250, list_padding = 20, near_height = 84;
constexpr float widest_panel = 900, panel_pad = 12, panel_row = 60, close_side = 60;
constexpr float thumbnail_step = 150, thumbnails_side = 20;

void place_footer(ReaderLayout& layout) {
  constexpr float side = 24, button = 204, height = 72;
  const Rect& footer = layout.footer;
  const float y = footer.y + (footer.h - height) / 2;
  layout.turn_start = {side, y, button, height};
  layout.turn_end = {footer.w - side - button, y, button, height};
  const float area = std::min(88.f, footer.h);
  layout.slider = {296, footer.y + (footer.h - area) / 2, footer.w - 296 - 504, area};
  layout.label = {layout.slider.end() + 20, y, layout.turn_end.x - layout.slider.end() - 40, height};
}

// The slider above, the buttons to turn below, with the page between them.
void place_footer_in_two_rows(ReaderLayout& layout) {
  constexpr float side = 16, button = 196, height = 72, slider = 72;
  const Rect& footer = layout.footer;
  layout.slider = {side + 28, footer.y + 4, footer.w - 2 * (side + 28), slider};
  const float y = footer.bottom() - 10 - height;
  layout.turn_start = {side, y, button, height};
  layout.turn_end = {footer.w - side - button, y, button, height};
  layout.label = {layout.turn_start.end() + 12, y, layout.turn_end.x - layout.turn_start.end() - 24, height};
}

ReaderLayout wide_layout(Size screen) {
  ReaderLayout layout;
  const float body = std::max(0.f, screen.h - bar_height - footer_height);
  layout.bar = {0, 0, screen.w, bar_height};
  layout.rail = {0, bar_height, rail_width, body};
  layout.page = {rail_width, bar_height, screen.w - rail_width - tools_width, body};
  layout.tools = {screen.w - tools_width, bar_height, tools_width, body};
  layout.footer = {0, screen.h - footer_height, screen.w, footer_height};
  layout.tabs = {12, bar_height + 18, rail_width - 24, 64};
  layout.passages_tab = {12, bar_height + 90, rail_width - 24, 56};
  layout.list = {0, list_top, rail_width, layout.rail.bottom() - near_height - list_top};
  layout.near = {12, layout.rail.bottom() - near_height + 8, rail_width - 24, 64};
  place_footer(layout);
  return layout;
}

// All of the rail's buttons in one row: above its list, or below where only that is within reach.
void place_panel(ReaderLayout& layout) {
  Rect& rail = layout.rail;
  rail = {0, layout.page.y, std::min(layout.page.w, widest_panel), layout.page.h};
  const float row = panel_row + 2 * panel_pad / 1.5f;
  const float y = layout.low ? rail.bottom() - 8 - panel_row : rail.y + 8;
  const float room = rail.w - 2 * panel_pad - close_side - 3 * 8;
  layout.tabs = {panel_pad, y, room * 0.45f, panel_row};
  layout.passages_tab = {layout.tabs.end() + 8, y, room * 0.32f, panel_row};
  layout.near = {layout.passages_tab.end() + 8, y, room * 0.23f, panel_row};
  layout.rail_close = {rail.w - panel_pad - close_side, y, close_side, panel_row};
  layout.list = {0, layout.low ? rail.y : rail.y + row, rail.w, std::max(0.f, rail.h - row)};
  const float step = thumbnail_step - thumbnail_box.w;
  layout.columns = std::max(2, static_cast<int>((rail.w - 2 * thumbnails_side + step) / thumbnail_step));
}

struct Heights {
  float bar, tool_row, footer;
};
Heights heights_for(Size screen, bool narrow) {
  if (narrow) return {164, 74, 160};
  return screen.h < low_below ? Heights{84, 72, 84} : Heights{96, 84, 104};
}

ReaderLayout compact_layout(Size screen, bool low) {
  ReaderLayout layout;
  layout.low = low;
  layout.rail_beside = layout.tools_beside = false;
  const bool narrow = screen.w < narrow_below;
  layout.bar_rows = layout.tool_rows = narrow ? 2 : 1;
  const Heights heights = heights_for(screen, narrow);
  const float tools = heights.tool_row * static_cast<float>(layout.tool_rows);
  float end = screen.h;  // of what is still free, from the foot up
  const auto take = [&](float height) { return end -= height, Rect{0, end, screen.w, height}; };
  layout.bar = low ? take(heights.bar) : Rect{0, 0, screen.w, heights.bar};
  layout.footer = take(heights.footer);
  layout.tools = take(tools);
  const float top = low ? 0 : heights.bar;
  layout.page = {0, top, screen.w, std::max(0.f, end - top)};
  narrow ? place_footer_in_two_rows(layout) : place_footer(layout);
  place_panel(layout);
  return layout;
}

}  // namespace

ReaderLayout reader_layout(Size screen, bool low) {
  const bool wide = screen.w >= wide_from && screen.w > screen.h;
  return wide && !low ? wide_layout(screen) : compact_layout(screen, low);
}

Rect page_view(Size screen, bool right_to_left, bool low) {
  const Rect page = reader_layout(screen, low).page;
  return right_to_left ? mirrored(page, screen.w) : page;
}

Rect full_page_view(Size screen) {
  return Rect{0, 0, screen.w, screen.h - full_bar}.inset(-page_margin);
}

Rect thumbnail_rect(int page, int columns) {
  const int row = (page - 1) / columns, column = (page - 1) % columns;
  return {thumbnails_side + static_cast<float>(column) * thumbnail_step,
          8 + static_cast<float>(row) * thumbnail_pitch, thumbnail_box.w, thumbnail_box.h};
}

float thumbnails_height(int pages, int columns) {
  return static_cast<float>((pages + columns - 1) / columns) * thumbnail_pitch + list_padding;
}

float outline_height(std::size_t entries, bool guessed) {
  return (guessed ? outline_note : 0) + static_cast<float>(entries) * outline_row + list_padding;
}

float passages_height(std::size_t lines) {
  return static_cast<float>(lines) * passage_row + passages_end;
}

float related_height(std::size_t documents) {
  return static_cast<float>(documents) * related_row;
}

float scroll_limit(const ReaderLayout& layout, float content_height) {
  return std::max(0.f, content_height - layout.list.h);
}

}  // namespace mess::kiosk
