// What hangs below the bar: comfort (16b), and the four languages where the bar has no room for them.

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/reach.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float padding = 40, comfort_width = 780, languages_width = 420;

struct Switch {
  std::string_view icon, words, name;
  bool Comfort::*value;
};
constexpr std::array switches{Switch{"contrast", "comf.contrast", "comfort.contrast", &Comfort::contrast},
                              Switch{"headphones", "comf.audio", "comfort.speak", &Comfort::speak},
                              Switch{"arrow-down-to-line", "comf.low", "comfort.low", &Comfort::low},
                              Switch{"wind", "comf.motion", "comfort.calm", &Comfort::calm}};

// A machine that cannot be heard reads nothing aloud.
std::vector<Switch> switches_of(const View& view) {
  std::vector<Switch> shown(switches.begin(), switches.end());
  if (!view.state.sound) std::erase_if(shown, [](const Switch& one) { return one.value == &Comfort::speak; });
  return shown;
}

// Heights of the parts, those of 16b where the screen is high enough.
struct ComfortHeights {
  float head = 112, size = 46, steps = 112, row = 104, foot = 112;
  float sum(std::size_t rows) const { return head + size + steps + row * static_cast<float>(rows) + foot; }
};

ComfortHeights heights_for(float room, std::size_t rows) {
  constexpr std::array steps{ComfortHeights{}, ComfortHeights{84, 40, 112, 72, 96},
                             ComfortHeights{72, 34, 100, 62, 96}};
  const auto fits = [&](const ComfortHeights& heights) { return heights.sum(rows) <= room; };
  const auto* found = std::find_if(steps.begin(), steps.end(), fits);
  return found == steps.end() ? steps.back() : *found;
}

// Ends at `end`; returns where it starts.
float draw_reset(View& view, float end, float y) {
  Ui ui = ui_of(view);
  const std::string& reset = say(view, "comf.reset");
  const float width = button_width(ui, "rotate-ccw", reset);
  button(ui, {end - width, y, width, 72}, ButtonStyle::soft, "rotate-ccw", reset, act::SetComfort{Comfort{}},
         "comfort.reset");
  return end - width;
}

void draw_head(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  const float end = r.end() - 96;
  const std::string& title = say(view, "comf.title");
  write(view, {r.x, r.y, end - r.x, r.h}, title, {type::h2, color::ink, 1, Align::start, VAlign::middle});
  const float side = std::min(72.f, r.h - 12);
  button(ui, {r.end() - side, r.centre().y - side / 2, side, side}, ButtonStyle::outline, "x", "",
         act::ShowPanel{Panel::none}, "comfort.close", {.said = say(view, "nav.close")});
}

void draw_sizes(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  const Comfort& comfort = view.state.session.comfort;
  const auto step = [&](TextSize size, std::string_view words, float letter, std::string_view name) {
    Comfort wish = comfort;
    wish.size = size;
    Segment part{say(view, words), comfort.size == size, act::SetComfort{wish}, std::string(name)};
    part.above = "A";
    part.above_size = letter;
    return part;
  };
  const std::array parts{step(TextSize::normal, "comf.size.n", 24, "comfort.size.normal"),
                         step(TextSize::large, "comf.size.l", 32, "comfort.size.large"),
                         step(TextSize::very_large, "comf.size.x", 42, "comfort.size.very_large")};
  segments(ui, r, parts);
}

void draw_switch(View& view, const Rect& r, const Switch& entry) {
  Ui ui = ui_of(view);
  Comfort wish = view.state.session.comfort;
  const bool on = wish.*entry.value;
  wish.*entry.value = !on;
  view.canvas.line({r.x, r.y}, {r.end(), r.y}, color::line, 1);
  switch_row(ui, r, {entry.icon, say(view, entry.words), say(view, on ? "comf.on" : "comf.off"), on},
             act::SetComfort{wish}, std::string(entry.name));
}

void draw_foot(View& view, const Rect& r) {
  constexpr float height = 72;
  view.canvas.line({r.x, r.y}, {r.end(), r.y}, color::line, 1);
  const float room = draw_reset(view, r.end(), r.bottom() - height) - r.x - 24;
  const std::string& note = say(view, "comf.note");
  const TextStyle style{Face::regular, 22, 1.2f};
  write(view, {r.x, r.bottom() - height, room, height}, note,
        {fitted(view.canvas, {.text = note, .style = style, .max_lines = 3}, room), color::ink2, 3,
         Align::start, VAlign::middle});
}

void draw_comfort(View& view, const Rect& r, const ComfortHeights& heights) {
  const float x = r.x + padding, w = r.w - 2 * padding;
  float y = r.y;
  const auto next = [&](float height) {
    const Rect part{x, y, w, height};
    y += height;
    return part;
  };
  draw_head(view, next(heights.head));
  write(view, next(heights.size), say(view, "comf.size"),
        {{Face::bold, 25, 1.3f}, color::ink, 1, Align::start, VAlign::top});
  const Rect steps = next(heights.steps);
  draw_sizes(view, {steps.x, steps.y, steps.w, steps.h - 12});
  for (const Switch& entry : switches_of(view)) draw_switch(view, next(heights.row), entry);
  draw_foot(view, next(heights.foot - 24));
}

void draw_languages(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  float y = r.y + 24;
  for (const Language language : view.words.languages()) {
    const std::string code(code_of(language));
    const bool current = language == view.language();
    button(ui, {r.x + 24, y, r.w - 48, 80}, current ? ButtonStyle::primary : ButtonStyle::outline, "",
           view.words(language, "lang." + code), act::SetLanguage{language}, "languages." + code);
    y += 92;
  }
}

}  // namespace

void draw_panel_close(View& view, const Rect& panel) {
  Ui ui = ui_of(view);
  button(ui, {panel.end() + 16, panel.y + 16, 72, 72}, ButtonStyle::outline, "x", "",
         act::ShowPanel{Panel::none}, "panel.close", {.said = say(view, "nav.close")});
}

void draw_panel(View& view) {
  const Panel panel = view.state.session.panel;
  if (panel == Panel::none || panel == Panel::side) return;  // the place draws it
  const Size screen = view.canvas.size();
  const bool reads = std::holds_alternative<ReaderState>(view.state.session.place);
  const bool low = view.state.session.comfort.low;
  const float bar = reads ? reader_layout(screen, low).bar.h : bar_height(screen);
  const float room = screen.h - bar - 24;
  const float margin = std::min(space::margin, screen.w * 0.03f);
  const bool comfort = panel == Panel::comfort;
  const std::size_t rows = switches_of(view).size();
  const ComfortHeights heights = heights_for(room, rows);
  const float width = std::min(comfort ? comfort_width : languages_width, screen.w - 2 * margin);
  const float height =
      comfort ? heights.sum(rows) : 24 + static_cast<float>(view.words.languages().size()) * 92 + 12;
  const Rect place{screen.w - margin - width, low ? screen.h - bar - 12 - height : bar + 12, width, height};
  const float down = brought_down_by(view.state.session, screen);
  draw_brought_down(view, 0, [&] {
    Ui ui = ui_of(view);
    hanging_panel(ui, {0, low ? -down : bar, screen.w, screen.h - bar}, place, act::ShowPanel{Panel::none},
                  "panel");
    comfort ? draw_comfort(view, place, heights) : draw_languages(view, place);
  });
}

}  // namespace mess::kiosk
