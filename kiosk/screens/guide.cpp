#include <algorithm>

#include "kiosk/app/bar_layout.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/guide_parts.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float side_width = 560, side_below = 1400;  // narrower, the side goes below the text
constexpr float rail_width = 80, rail_gap = 24;  // of the pager, where the page is higher than the screen

// The star with the page's icon, its title and what it is for; returns the height taken.
float draw_head(View& view, const GuidePage& page, float width) {
  const bool narrow = width < side_below;
  const float radius = narrow ? 48.f : 68.f, x = narrow ? 152.f : 220.f;
  const Point centre{narrow ? 80.f : 116.f, narrow ? 70.f : 90.f};
  const float icon = radius * 0.76f;
  view.canvas.star(centre, radius, color::terra, color::nothing, color::nothing);
  view.canvas.icon(page.icon, {centre.x - icon / 2, centre.y - icon / 2, icon, icon}, color::on_accent);
  float y = 20;
  const auto next = [&](const std::string& text, const TextLook& look, float least) {
    const float height = std::max(least, height_of(view, text, look, width - x) + 4);
    write(view, {x, y, width - x, height}, text, look);
    y += height;
  };
  if (!page.wish.empty()) {
    next(say(view, "home.iseek") + " " + page.wish,
         {{Face::bold, 25, 1.4f}, color::terra, 2, Align::start, VAlign::middle}, 42);
  }
  next(page.title, {type::h1, color::ink, 2, Align::start, VAlign::middle}, 80);
  next(page.summary, {{Face::regular, 26, 1.4f}, color::ink, 3}, 0);
  return std::max(y + 20, centre.y * 2);
}

float draw_steps(View& view, const GuidePage& page, float y, float width) {
  if (page.steps.empty()) return 0;
  write(view, {space::margin, y, width, 52}, say(view, "ori.path"),
        {{Face::display, 32, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  return 60 + draw_step_rows(view, page, {space::margin, y + 60, width, 0}) + 28;
}

// Contact, then pages and searches that follow on this one.
float draw_side(View& view, const GuidePage& page, const Rect& r) {
  float y = r.y;
  if (page.key != "contact" && !page.steps.empty()) {
    draw_contact_panel(view, {r.x, y, r.w, contact_panel_height});
    y += contact_panel_height + 28;
  }
  return y + draw_further(view, page, {r.x, y, r.w, 0}) - r.y;
}

// All of it, from y = 0 down; returns how high it is. `end`: where the text ends.
float draw_content(View& view, const GuidePage& page, float end) {
  const float width = end - space::margin;
  float y = draw_head(view, page, end);
  y += draw_steps(view, page, y, width);
  const bool beside = view.canvas.size().w >= side_below;
  const float text_width = beside ? width - side_width - 60 : width;
  const float text = draw_blocks(view, page, {space::margin, y, text_width, 0});
  const Rect side =
      beside ? Rect{end - side_width, y + 8, side_width, 0} : Rect{space::margin, y + text + 28, width, 0};
  return std::max(y + text, side.y + draw_side(view, page, side)) + 40;
}

float height_of_content(View& view, const GuidePage& page, float end) {
  Scene unseen;
  View measured{view.state,  view.words, view.guide, view.keyboards, view.pictures,
                view.canvas, unseen,     view.now,   std::nullopt};
  view.canvas.push({0, 0, 0, 0});
  const float height = draw_content(measured, page, end);
  view.canvas.pop();
  return height;
}

}  // namespace

void draw_guide(View& view, const GuidePlace& place) {
  const Size screen = view.canvas.size();
  const float bar = bar_height(screen), visible = screen.h - bar;
  const GuidePage* page = view.guide.page(view.language(), place.key);
  if (page == nullptr) {
    draw_bar(view, {});
    write(view, {space::margin, 300, screen.w - 2 * space::margin, 120}, say(view, "ori.missing"),
          {type::h2, color::ink, 2, Align::centre});
    return;
  }
  const float edge = screen.w - side_margin(screen);
  const bool scrolls = height_of_content(view, *page, screen.w - space::margin) > visible;
  const Rect rail{edge - rail_width, bar + 20, rail_width, visible - 48};
  const float end = scrolls ? rail.x - rail_gap : screen.w - space::margin;
  Ui ui = ui_of(view);
  ui.area({0, bar, screen.w, visible}, DragArea::Kind::scroll, "guide.text");
  // The height is known after drawing; until the loop has it the list is at its top, where it is right.
  const float limit = std::max(0.f, view.state.content_height - visible);
  const float scroll = std::clamp(place.scroll.at, 0.f, limit);
  view.canvas.push({0, bar, screen.w, visible}, 0, bar - scroll);
  view.scene.content_height = draw_content(view, *page, end);
  view.canvas.pop();
  if (scrolls) {
    draw_pager(view, rail, {scroll, visible, view.scene.content_height}, act::Scroll{-1}, act::Scroll{1},
               "guide.pager");
  }
  draw_bar(view, {});
}

}  // namespace mess::kiosk
