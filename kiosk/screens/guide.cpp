#include <algorithm>

#include "kiosk/screens/bar.h"
#include "kiosk/screens/guide_parts.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float side_width = 560;

// The star with the page's icon, its title and what it is for; returns the height taken.
float draw_head(View& view, const GuidePage& page, float width) {
  view.canvas.star({116, 90}, 68, color::terra, color::nothing, color::nothing);
  view.canvas.icon(page.icon, {90, 64, 52, 52}, color::on_accent);
  float y = 20;
  if (!page.wish.empty()) {
    write(view, {220, y, width - 220, 42}, say(view, "home.iseek") + " " + page.wish,
          {{Face::bold, 25, 1.4f}, color::terra, 1, Align::start, VAlign::middle});
    y += 42;
  }
  write(view, {220, y, width - 220, 76}, page.title, {type::h1, color::ink, 1, Align::start, VAlign::middle});
  y += 80;
  const TextLook summary{{Face::regular, 26, 1.4f}, color::ink, 3};
  const float height = height_of(view, page.summary, summary, width - 220);
  write(view, {220, y, width - 220, height + 4}, page.summary, summary);
  return std::max(y + height + 24, 180.f);
}

float draw_steps(View& view, const GuidePage& page, float y, float width) {
  if (page.steps.empty()) return 0;
  write(view, {space::margin, y, width, 52}, say(view, "ori.path"),
        {{Face::display, 32, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  return 60 + draw_step_row(view, page, {space::margin, y + 60, width, step_row_height}) + 28;
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

}  // namespace

void draw_guide(View& view, const GuidePlace& place) {
  const Size screen = view.canvas.size();
  const float visible = screen.h - space::bar_height, width = screen.w - 2 * space::margin;
  const GuidePage* page = view.guide.page(view.language(), place.key);
  if (page == nullptr) {
    draw_bar(view, {});
    write(view, {space::margin, 300, width, 120}, say(view, "ori.missing"),
          {type::h2, color::ink, 2, Align::centre});
    return;
  }
  Ui ui = ui_of(view);
  ui.area({0, space::bar_height, screen.w, visible}, DragArea::Kind::scroll, "guide.text");
  // The height is known after drawing; until the loop has it the list is at its top, where it is right.
  const float limit = std::max(0.f, view.state.content_height - visible);
  const float scroll = std::clamp(place.scroll.at, 0.f, limit);
  view.canvas.push({0, space::bar_height, screen.w, visible}, 0, space::bar_height - scroll);
  float y = draw_head(view, *page, screen.w - space::margin);
  y += draw_steps(view, *page, y, width);
  const float text_width = width - side_width - 60;
  const float text = draw_blocks(view, *page, {space::margin, y, text_width, 0});
  const float side = draw_side(view, *page, {screen.w - space::margin - side_width, y + 8, side_width, 0});
  view.canvas.pop();
  view.scene.content_height = y + std::max(text, side + 8) + 40;
  draw_bar(view, {});
}

}  // namespace mess::kiosk
