#include <algorithm>
#include <cstdlib>
#include <span>

#include "kiosk/app/facets.h"
#include "kiosk/app/results.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float panel_width = 578, panel_gap = 24, side_width = 616, top = 284;

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
  write(view, below, view.words.count(view.language(), "search.instant.n", std::atoi(first.count.c_str())),
        {type::caption, color::ink2, 1});
}

void draw_way(View& view, const Rect& r, const Way& way, int number) {
  Ui ui = ui_of(view);
  card(ui, r);
  step_star(ui, {r.x + 57, r.y + 52}, 27, number);
  write(view, {r.x + 100, r.y + 24, r.w - 124, 56}, say(view, way.title),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  const Rect inside{r.x + 30, r.y + 96, r.w - 60, r.h - 110};
  if (way.is_correction) return draw_correction(view, inside, way);
  draw_chips(view, {inside.x, inside.y}, inside.w, ChipStyle::topic, way.chips,
             static_cast<int>(inside.h / 76));
}

void draw_team(View& view, const Rect& r) {
  fill_panel(view, r);
  view.canvas.star({r.x + 96, r.y + 96}, 56, color::on_panel, color::nothing, color::nothing);
  view.canvas.icon("heart-handshake", {r.x + 72, r.y + 72, 48, 48}, color::panel);
  write(view, {r.x + 40, r.y + 162, r.w - 80, 60}, say(view, "empty.ask"),
        {type::h2, color::on_panel, 1, Align::start, VAlign::middle});
  write(view, {r.x + 40, r.y + 228, r.w - 80, 116}, say(view, "empty.ask.t"),
        {type::lead, color::on_panel, 3});
  Ui ui = ui_of(view);
  button(ui, {r.x + 40, r.bottom() - 128, r.w - 80, 88}, ButtonStyle::call, "phone", say(view, "ori.contact"),
         act::OpenGuide{"contact"}, "empty.contact");
}

void draw_guides(View& view, const ResultsPlace& place, float y) {
  const float width = view.canvas.size().w - 2 * space::margin;
  float x = space::margin;
  int shown = 0;
  for (const std::string& key : place.guide_pages) {
    const GuidePage* page = view.guide.page(view.language(), key);
    if (page == nullptr) continue;
    draw_guide_tile(view, {x, y, (width - panel_gap) / 2, 114}, *page, "empty.guide");
    x += (width + panel_gap) / 2;
    if (++shown == 2) break;
  }
}

}  // namespace

void draw_empty(View& view, const ResultsPlace& place) {
  draw_bar(view, {place.query, nullptr});
  const Size screen = view.canvas.size();
  // "These words together" makes no sense of a single one.
  const bool several = place.query.find(' ') != std::string::npos;
  const std::string title = several ? say(view, "empty.title")
                                    : view.words.count(view.language(), "res.count", 0) + " " +
                                          view.words.fill(view.language(), "res.query", {{"q", place.query}});
  write(view, {space::margin, 136, screen.w - 2 * space::margin, 76},
        place.query.empty() ? say(view, "search.instant.n.zero") : title,
        {type::h1, color::ink, 1, Align::start, VAlign::middle});
  const std::vector<Way> ways = ways_of(view, place);
  // The lead promises four ways.
  if (ways.size() == 4) {
    write(view, {space::margin, 210, screen.w - 2 * space::margin, 48}, say(view, "empty.lead"),
          {{Face::regular, 26, 1.4f}, color::ink, 1, Align::start, VAlign::middle});
  }
  const float row = 268, both_rows = 2 * row + panel_gap;
  const float height = ways.size() > 2 ? row : both_rows;
  const float width = (screen.w - 2 * space::margin - side_width - 28 - panel_gap) / 2;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const bool alone = ways.size() > 2 && ways.size() % 2 == 1 && i + 1 == ways.size();  // in its row
    const Rect r{space::margin + static_cast<float>(i % 2) * (width + panel_gap),
                 top + static_cast<float>(i / 2) * (height + panel_gap),
                 alone ? 2 * width + panel_gap : width, height};
    draw_way(view, r, ways[i], static_cast<int>(i) + 1);
  }
  draw_team(view, {screen.w - space::margin - side_width, top, side_width, both_rows});
  draw_guides(view, place, top + both_rows + 28);
}

}  // namespace mess::kiosk
