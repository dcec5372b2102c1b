#include <algorithm>
#include <cstdlib>
#include <span>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/facets.h"
#include "kiosk/app/results.h"
#include "kiosk/app/visit.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/results_parts.h"

namespace mess::kiosk {

namespace {

constexpr float panel_gap = 24, side_width = 616, row_height = 268;
constexpr float side_below = 1700;  // narrower, the team is below the ways
constexpr float one_column_below = 800, button_height = 88;

// One way to go on: what it offers as chips.
struct Way {
  std::string_view title;
  std::vector<ChipWish> chips;
  bool is_correction = false;  // the first is what was most likely meant
};

// What search offers of some kinds.
std::vector<ChipWish> exit_chips(const View& view, const ResultsPlace& place,
                                 std::initializer_list<index::Exit::Kind> kinds, std::string_view name) {
  std::vector<ChipWish> chips;
  for (const index::Exit& exit : place.answer.response.exits) {
    if (std::find(kinds.begin(), kinds.end(), exit.kind) == kinds.end()) continue;
    const std::vector<std::string>& themes = exit.filters.themes;
    const std::string label = themes.empty() ? exit.query : theme_name(view, themes.front(), exit.names);
    chips.push_back({label, act::ShowResults{exit.query, exit.filters},
                     std::string(name) + "." + std::to_string(chips.size() + 1), std::to_string(exit.total)});
  }
  return chips;
}

// Without words, the filters alone kept everything back.
std::vector<ChipWish> filter_chips(const View& view, const ResultsPlace& place) {
  std::vector<ChipWish> chips = exit_chips(view, place, {index::Exit::Kind::unfiltered}, "empty.clear");
  if (chips.empty() && !(place.query.empty() && any_chosen(place.filters))) return {};
  const std::string count = chips.empty() ? std::string() : chips.front().count;
  return {{say(view, "res.reset"), act::ClearFilters{}, "empty.clear", count}};
}

std::string_view title_of_fewer(const std::vector<ChipWish>& chips) {
  const bool alone = std::none_of(chips.begin(), chips.end(), [](const ChipWish& chip) {
    return chip.label.find(' ') != std::string::npos;
  });
  return alone ? "empty.parts" : "empty.fewer";
}

std::vector<Way> ways_of(const View& view, const ResultsPlace& place) {
  using Kind = index::Exit::Kind;
  std::vector<Way> ways;
  const auto offer = [&ways](std::string_view title, std::vector<ChipWish> chips, bool is_correction) {
    if (!chips.empty() && ways.size() < 4) ways.push_back({title, std::move(chips), is_correction});
  };
  const std::vector<ChipWish> collections = collection_chips(view, "empty.collection");
  const std::size_t room = collections.empty() ? 4 : 3;  // the last is for them
  offer("empty.spell", exit_chips(view, place, {Kind::spelling}, "empty.corrected"), true);
  offer("res.filters", filter_chips(view, place), false);
  std::vector<ChipWish> fewer = exit_chips(view, place, {Kind::fewer_words}, "empty.word");
  const std::string_view title = title_of_fewer(fewer);
  offer(title, std::move(fewer), false);
  offer("empty.broad", exit_chips(view, place, {Kind::broader}, "empty.broad"), false);
  offer("empty.other", exit_chips(view, place, {Kind::other_language}, "empty.other"), false);
  offer("empty.themes", exit_chips(view, place, {Kind::theme}, "empty.theme"), false);
  if (ways.size() > room) ways.resize(room);
  offer("empty.browse", collections, false);
  return ways;
}

// As one large button, with what it finds under it.
void draw_correction(View& view, const Rect& r, const Way& way) {
  Ui ui = ui_of(view);
  const ChipWish& first = way.chips.front();
  const float width = std::min(r.w, button_width(ui, "search", first.label));
  button(ui, {r.x, r.y, width, 76}, ButtonStyle::primary, "search", first.label, first.action, first.name);
  const Rect below{r.x, r.y + 88, r.w, 64};
  if (way.chips.size() > 1) {
    draw_chips(view, {below.x, below.y}, below.w, ChipStyle::topic, std::span(way.chips).subspan(1), 1);
    return;
  }
  constexpr float line = 34;
  if (below.y + line > r.bottom()) return;
  write(view, below, view.words.count(view.language(), "search.instant.n", std::atoi(first.count.c_str())),
        {type::caption, color::ink2, 1});
}

void draw_way(View& view, const Rect& r, const Way& way, int number) {
  Ui ui = ui_of(view);
  card(ui, r);
  step_star(ui, {r.x + 57, r.y + 52}, 27, number);
  const std::string& title = say(view, way.title);
  const bool fits = width_of(view, title, type::h3) <= r.w - 124;
  write(view, {r.x + 100, r.y + 24, r.w - 124, 56}, title,
        {fits ? type::h3 : type::h4, color::ink, fits ? 1 : 2, Align::start, VAlign::middle});
  const float head = r.h >= 200 ? 96.f : 84.f;
  const Rect inside{r.x + 30, r.y + head, r.w - 60, r.h - head - 6};
  if (way.is_correction) return draw_correction(view, inside, way);
  draw_chips(view, {inside.x, inside.y}, inside.w, ChipStyle::topic, way.chips,
             std::max(1, static_cast<int>((inside.h + space::gap_chip) / 76)));
}

void draw_team(View& view, const Rect& r, const QuestionSlip& question) {
  fill_panel(view, r);
  view.canvas.star({r.x + 84, r.y + 82}, 46, color::on_panel, color::nothing, color::nothing);
  view.canvas.icon("heart-handshake", {r.x + 64, r.y + 62, 40, 40}, color::panel);
  write(view, {r.x + 148, r.y + 46, r.w - 188, 72}, say(view, "empty.ask"),
        {type::h2, color::on_panel, 1, Align::start, VAlign::middle});
  const float x = r.x + 40, width = r.w - 80;
  write(view, {x, r.y + 144, width, 120}, say(view, "empty.ask.t"), {type::lead, color::on_panel, 3});
  view.canvas.line({x, r.y + 272}, {x + width, r.y + 272}, color::panel_edge, 1);
  draw_leave_question(view, {x, r.y + 288, width, 80}, question, QuestionGround::panel);
  if (!question.saved) {
    write(view, {x, r.y + 376, width, 64}, say(view, "empty.leave.t"), {type::caption, color::on_panel, 2});
  }
  Ui ui = ui_of(view);
  button(ui, {x, r.bottom() - 110, width, 80}, ButtonStyle::outline, "phone", say(view, "ori.contact"),
         act::OpenGuide{"contact"}, "empty.contact");
}

void draw_guides(View& view, const ResultsPlace& place, const Rect& r) {
  float x = r.x;
  int shown = 0;
  for (const std::string& key : place.guide_pages) {
    const GuidePage* page = view.guide.page(view.language(), key);
    if (page == nullptr) continue;
    draw_guide_tile(view, {x, r.y, (r.w - panel_gap) / 2, r.h}, *page, "empty.guide");
    x += (r.w + panel_gap) / 2;
    if (++shown == 2) break;
  }
}

std::string title_of(const View& view, const ResultsPlace& place) {
  if (place.query.empty()) return say(view, "search.instant.n.zero");
  // "These words together" makes no sense of a single one.
  if (place.query.find(' ') != std::string::npos) return say(view, "empty.title");
  return view.words.count(view.language(), "res.count", 0) + " " +
         view.words.fill(view.language(), "res.query", {{"q", place.query}});
}

// Two in a row, one on a narrow screen; fewer ways are larger.
void draw_ways(View& view, const Rect& r, const std::vector<Way>& ways) {
  const std::size_t across = r.w < one_column_below ? 1 : 2;
  const std::size_t rows = (ways.size() + across - 1) / across;
  if (rows == 0) return;
  const float height = (r.h - panel_gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  const float width = (r.w - panel_gap * static_cast<float>(across - 1)) / static_cast<float>(across);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const bool alone = across == 2 && ways.size() > 2 && ways.size() % 2 == 1 && i + 1 == ways.size();
    const Rect place{r.x + static_cast<float>(i % across) * (width + panel_gap),
                     r.y + static_cast<float>(i / across) * (height + panel_gap), alone ? r.w : width,
                     height};
    draw_way(view, place, ways[i], static_cast<int>(i) + 1);
  }
}

// The team as buttons, where its panel has no room.
void draw_team_buttons(View& view, const Rect& r, const QuestionSlip& question) {
  Ui ui = ui_of(view);
  const float width = (r.w - panel_gap) / 2;
  draw_leave_question(view, {r.end() - width, r.y, width, r.h}, question, QuestionGround::paper);
  button(ui, {r.x, r.y, width, r.h}, ButtonStyle::outline, "heart-handshake", say(view, "empty.ask"),
         act::OpenGuide{"contact"}, "empty.contact");
}

void draw_ways_on(View& view, const ResultsPlace& place) {
  draw_bar(view, {place.query, nullptr});
  const Size screen = view.canvas.size();
  const float bar = bar_height(screen), side = side_margin(screen);
  const float width = screen.w - 2 * side;
  const std::string title = title_of(view, place);
  view.scene.spoken.line = place.question.saved ? say(view, "msg.question.saved") : title;
  const bool whole = has_room(view.canvas, {.text = title, .style = type::h1}, width);
  write(view, {side, bar + 24, width, 76}, title,
        {whole ? type::h1 : type::h4, color::ink, whole ? 1 : 2, Align::start, VAlign::middle});
  const std::vector<Way> ways = ways_of(view, place);
  const bool beside = screen.w >= side_below;
  const bool led = screen.h > 1000;
  if (led) {
    const bool as_promised = ways.size() == 4;
    write(view, {side, bar + 98, width, 48}, say(view, as_promised ? "empty.lead" : "empty.lead.some"),
          {{Face::regular, 26, 1.4f}, color::ink, 1, Align::start, VAlign::middle});
  }
  const float top = bar + (screen.h > 1000 ? 172 : 116), both_rows = 2 * row_height + panel_gap;
  if (beside) {
    draw_ways(view, {side, top, width - side_width - 28, both_rows}, ways);
    draw_team(view, {screen.w - side - side_width, top, side_width, both_rows}, place.question);
    draw_guides(view, place, {side, top + both_rows + 28, width, 114});
    return;
  }
  const float rows = screen.w < one_column_below + 2 * side ? 4 : 2;
  const float room = screen.h - top - button_height - 2 * panel_gap;
  const float height = std::min(room, rows * (row_height + panel_gap) - panel_gap);
  draw_ways(view, {side, top, width, height}, ways);
  draw_team_buttons(view, {side, top + height + panel_gap, width, button_height}, place.question);
  const float guides = top + height + button_height + 3 * panel_gap;
  if (guides + 114 < screen.h) draw_guides(view, place, {side, guides, width, 114});
}

}  // namespace

void draw_empty(View& view, const ResultsPlace& place) {
  if (is_writing_question(place)) return draw_question(view, place);
  draw_ways_on(view, place);
  // Whoever chose the last filter in the panel still stands before it.
  if (facets_fold(view.canvas.size()) && view.state.session.panel == Panel::side)
    draw_facet_panel(view, place, results_layout(view.canvas.size()).facets);
}

}  // namespace mess::kiosk
