#include <algorithm>

#include "kiosk/screens/guide_parts.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float star = 36, card_top = 84, card_height = 302, gap = 20, narrowest_step = 328;
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
  read_out(view, r, "guide.text." + name, spoken({step.title, step.text}));
  if (step.link.kind == GuideLink::Kind::none || step.action.empty()) return;
  ButtonOptions small;
  small.icon_at_end = true;
  small.icon_size = 26;
  small.padding = 10;
  small.gap = 8;
  small.style.size = 22;
  small.said = spoken({step.action, step.title});
  button(ui, {r.x + 22, r.bottom() - 84, r.w - 44, 64}, first ? ButtonStyle::primary : ButtonStyle::outline,
         "chevron-right", step.action, action_of(step.link), name, small);
}

}  // namespace

// In as many rows as the width asks for.
float draw_step_rows(View& view, const GuidePage& page, const Rect& r) {
  Ui ui = ui_of(view);
  const std::size_t count = std::min(page.steps.size(), most_steps);
  const auto fitting = static_cast<std::size_t>((r.w + gap) / (narrowest_step + gap));
  const std::size_t across = std::clamp<std::size_t>(fitting, 1, std::max<std::size_t>(count, 4));
  const float width = (r.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
  constexpr float row_height = card_top + card_height;
  for (std::size_t i = 0; i < count; ++i) {
    const float x = r.x + static_cast<float>(i % across) * (width + gap);
    const float y = r.y + static_cast<float>(i / across) * (row_height + gap);
    const bool goes_on = i + 1 < count && (i + 1) % across != 0;
    if (goes_on) draw_dots(view, x + 2 * star + 8, x + width + gap - 4, y + star);
    step_star(ui, {x + star, y + star}, star, static_cast<int>(i) + 1);
    draw_step(view, {x, y + card_top, width, card_height}, page.steps[i], i == 0,
              "guide.step." + std::to_string(i + 1));
  }
  const auto rows = static_cast<float>((count + across - 1) / across);
  return rows * (row_height + gap) - gap;
}

}  // namespace mess::kiosk
