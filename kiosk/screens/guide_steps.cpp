#include <algorithm>

#include "kiosk/screens/guide_parts.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float star = 36, card_top = 84, card_height = 302, gap = 20;
constexpr std::size_t most_steps = 5;

// The way from star to star: dots of radius 1.5 every 10 px.
void draw_dots(View& view, float from, float to, float y) {
  for (float x = from; x < to; x += 10) view.canvas.circle({x, y}, 1.5f, color::terra_mid);
}

void draw_step(View& view, const Rect& r, const GuideStep& step, bool first, const std::string& name) {
  Ui ui = ui_of(view);
  card(ui, r);
  if (first) view.canvas.outline(r, color::strait, 3, radius::card);
  const Color accent = first ? color::strait : color::terra;
  view.canvas.icon(step.icon, {r.x + 22, r.y + 20, 34, 34}, accent);
  write(view, {r.x + 68, r.y + 10, r.w - 84, 54}, step.title,
        {{Face::display, 27, 1.28f}, accent, 1, Align::start, VAlign::middle});
  write(view, {r.x + 22, r.y + 66, r.w - 40, 136}, step.text, {{Face::regular, 22, 1.38f}, color::ink, 4});
  if (step.link.kind == GuideLink::Kind::none || step.action.empty()) return;
  ButtonOptions small;
  small.icon_at_end = true;
  small.icon_size = 26;
  small.padding = 10;
  small.gap = 8;
  small.style.size = 22;
  button(ui, {r.x + 22, r.bottom() - 84, r.w - 44, 64}, first ? ButtonStyle::primary : ButtonStyle::outline,
         "chevron-right", step.action, action_of(step.link), name, small);
}

}  // namespace

float draw_step_row(View& view, const GuidePage& page, const Rect& r) {
  Ui ui = ui_of(view);
  const std::size_t count = std::min(page.steps.size(), most_steps);
  const auto across = static_cast<float>(std::max<std::size_t>(count, 4));
  const float width = (r.w - gap * (across - 1)) / across;
  for (std::size_t i = 0; i < count; ++i) {
    const float x = r.x + static_cast<float>(i) * (width + gap);
    if (i + 1 < count) draw_dots(view, x + 2 * star + 8, x + width + gap - 4, r.y + star);
    step_star(ui, {x + star, r.y + star}, star, static_cast<int>(i) + 1);
    draw_step(view, {x, r.y + card_top, width, card_height}, page.steps[i], i == 0,
              "guide.step." + std::to_string(i + 1));
  }
  return card_top + card_height;
}

}  // namespace mess::kiosk
