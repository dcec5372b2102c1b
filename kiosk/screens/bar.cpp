#include "kiosk/screens/bar.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/reach.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr double caret_blink = 0.53;  // seconds, design section 6
constexpr float control_height = 76, control_top = 18, language_width = 118;

// Controls one after the other, from the one edge or the other.
class Row {
 public:
  Row(View& view, float y) : view_(view), y_(y) {}
  void start_at(float x) { start_ = x; }
  void end_at(float x) { end_ = x; }
  float start() const { return start_; }
  float end() const { return end_; }

  // An icon alone where there is no room for its word.
  void from_start(std::string_view icon, const std::string& word, bool labelled, Action action,
                  std::string name) {
    Ui ui = ui_of(view_);
    const std::string_view label = labelled ? std::string_view(word) : "";
    const float width = button_width(ui, icon, label);
    button(ui, {start_, y_, width, control_height}, ButtonStyle::outline, icon, label, std::move(action),
           std::move(name), {.said = word});
    start_ += width + space::gap_row;
  }
  void from_end(ButtonStyle style, std::string_view icon, std::string_view label, Action action,
                std::string name, const std::string& said) {
    Ui ui = ui_of(view_);
    const float width = button_width(ui, icon, label);
    end_ -= width;
    button(ui, {end_, y_, width, control_height}, style, icon, label, std::move(action), std::move(name),
           {.said = said});
    end_ -= space::gap_row;
  }
  void languages() {
    Ui ui = ui_of(view_);
    const float width = 4 * language_width;
    end_ -= width;
    language_switch(ui, {end_, y_, width, control_height}, view_.language());
    end_ -= space::gap_row;
  }

 private:
  View& view_;
  float y_, start_ = 0, end_ = 0;
};

ButtonStyle style_of(const View& view, Panel panel) {
  return view.state.session.panel == panel ? ButtonStyle::active : ButtonStyle::outline;
}

// One touch to the other of the two main languages, and the globe for all; always where a house has a fifth.
void add_languages(View& view, Row& row, bool folded) {
  const bool only_four = view.words.languages().size() == interface_languages.size();
  if (!folded && only_four) return row.languages();
  const Language other = is_right_to_left(view.language()) ? Language::french : Language::arabic;
  row.from_end(style_of(view, Panel::languages), "globe", "", act::ShowPanel{Panel::languages},
               "bar.languages", say(view, "voice.languages"));
  const std::string& name = view.words(other, "lang." + std::string(code_of(other)));
  row.from_end(ButtonStyle::outline, "", name, act::SetLanguage{other},
               "language." + std::string(code_of(other)), name);
}

void draw_field(View& view, const Rect& r, const BarField& field) {
  Ui ui = ui_of(view);
  SearchField look;
  look.text = field.live != nullptr ? std::string_view(field.live->text) : field.text;
  look.placeholder = say(view, "home.placeholder");
  look.focused = field.live != nullptr;
  if (field.live != nullptr) {
    look.caret = field.live->caret;
    look.caret_visible = caret_shown(view);
  }
  const std::string said =
      spoken({say(view, "voice.field"), look.text.empty() ? say(view, "voice.empty") : look.text});
  look.said = said;
  look.said_of_clear = say(view, "voice.clear");
  search_field(ui, r, look, act::OpenSearch{std::string(look.text)}, "bar.search");
}

}  // namespace

// From the last touch on, so that it is seen while one types.
bool caret_shown(View& view) {
  const double since = std::max(0.0, view.now - view.state.session.last_touch);
  const auto phase = static_cast<long>(since / caret_blink);
  view.scene.wake_at = std::min(view.scene.wake_at,
                                view.state.session.last_touch + static_cast<double>(phase + 1) * caret_blink);
  return phase % 2 == 0;
}

float draw_down_button(View& view, float end, float y) {
  if (!can_be_brought_down(view.state.session)) return end;
  Row row(view, y);
  row.end_at(end);
  const int step = view.state.session.brought_down,
            steps = reach_of(view.state.session, view.canvas.size()).steps();
  const bool further = step < steps;
  const std::string said =
      further ? view.words.fill(view.language(), "voice.bring_down",
                                {{"a", std::to_string(step + 1)}, {"b", std::to_string(steps)}})
              : say(view, "voice.bring_up");
  row.from_end(step > 0 ? ButtonStyle::active : ButtonStyle::outline,
               further ? "arrow-down-to-line" : "bring-up", "", act::BringDown{}, "bar.down", said);
  return row.end();
}

namespace {

// A control that the bar cuts to less than a finger is whole a step before.
void drop_what_bar_cuts(Scene& scene, float floor) {
  std::erase_if(scene.targets, [floor](const Target& target) {
    const bool above = target.rect.y < floor;
    return above && target.rect.bottom() >= floor - 1 && target.rect.h < space::target_min;
  });
}

}  // namespace

void draw_brought_down(View& view, float above, const std::function<void()>& draw) {
  const Session& session = view.state.session;
  const Size screen = view.canvas.size();
  const float down = brought_down_by(session, screen);
  const float floor = down > 0 ? reach_of(session, screen).floor() : screen.h;
  view.canvas.push({0, 0, screen.w, floor}, 0, down - above);
  draw();
  view.canvas.pop();
  view.scene.brought_down = down - above;
  if (down == 0) return;
  view.canvas.line({0, floor}, {screen.w, floor}, color::line, 2);
  drop_what_bar_cuts(view.scene, floor);
}

float draw_bar_end(View& view, float end, float y, BarEnd length) {
  Row row(view, y);
  row.end_at(end);
  const bool is_short = length == BarEnd::short_of_room;
  const bool labelled = !is_short && bar_has_labels(view.canvas.size());
  const std::string& comfort = say(view, "nav.comfort");
  row.from_end(style_of(view, Panel::comfort), "accessibility", labelled ? std::string_view(comfort) : "",
               act::ShowPanel{Panel::comfort}, "bar.comfort", comfort);
  add_languages(view, row, is_short || view.canvas.size().w < bar_folds_below);
  return row.end();
}

namespace {

void draw_whole_bar(View& view, const BarField& field) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  const float margin = side_margin(screen);
  top_bar(ui, {0, 0, screen.w, bar_height(screen)});
  const bool labelled = bar_has_labels(screen), two_rows = is_narrow(screen);
  Row row(view, control_top);
  row.start_at(margin);
  row.from_start("arrow-left", say(view, "nav.back"), true, act::Back{}, "bar.back");
  row.from_start("house", say(view, "nav.home"), labelled, act::Home{}, "bar.home");
  const float edge = screen.w - margin;
  const float end =
      draw_bar_end(view, two_rows ? edge : draw_down_button(view, edge, control_top), control_top);
  const Rect between{row.start(), control_top, end - row.start(), control_height};
  if (two_rows) {
    const float below = bar_row_height - 4;
    const Rect second{margin, below, draw_down_button(view, edge, below) - margin, control_height};
    const float kept = draw_basket_button(view, second);
    return draw_field(view, {second.x, second.y, second.w - kept, second.h}, field);
  }
  const float kept = draw_basket_button(view, between);
  draw_field(view, {between.x, between.y, between.w - kept, between.h}, field);
}

}  // namespace

void draw_in_bar(View& view, const std::function<void()>& draw) {
  if (!view.state.session.comfort.low) return draw();
  if (view.state.session.brought_down > 0) {
    view.bar_later = draw;
    return;
  }
  const Size screen = view.canvas.size();
  // All else is drawn higher by the bar's height (draw_screen), so that the bar's place is just below it.
  view.canvas.push({0, screen.h, screen.w, bar_height(screen)}, 0, screen.h);
  draw();
  view.canvas.pop();
}

void draw_bar(View& view, const BarField& field) {
  draw_in_bar(view, [&view, field] { draw_whole_bar(view, field); });
}

}  // namespace mess::kiosk
