#include <algorithm>
#include <sstream>

#include "kiosk/app/facets.h"
#include "kiosk/app/results.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float panel_width = 578, panel_gap = 24, side_width = 616, top = 284;

// One way to go on: what it offers as chips.
struct Way {
  std::string_view title;
  std::vector<ChipWish> chips;
};

// The words that were wanted, without quotes; `excludes` when others were not wanted (-word, -"some words").
struct Asked {
  std::vector<std::string> words;
  bool excludes = false;
};

std::string without_quotes(std::string word) {
  for (const std::string_view quote : {"\"", "«", "»", "“", "”"}) {
    for (auto at = word.find(quote); at != std::string::npos; at = word.find(quote))
      word.erase(at, quote.size());
  }
  return word;
}

Asked asked_by(const std::string& query) {
  Asked asked;
  bool in_excluded_quotes = false;
  std::istringstream words(query);
  for (std::string typed; words >> typed;) {
    const std::string word = without_quotes(typed);
    const bool begins = typed.size() > 1 && typed[0] == '-';
    const auto quotes = std::count(typed.begin(), typed.end(), '"');
    const bool excluded = begins || in_excluded_quotes;
    if (excluded && quotes % 2 == 1) in_excluded_quotes = !in_excluded_quotes;
    asked.excludes = asked.excludes || excluded;
    const bool there = std::find(asked.words.begin(), asked.words.end(), word) != asked.words.end();
    if (!excluded && !word.empty() && !there) asked.words.push_back(word);
  }
  return asked;
}

// The counts of a facet leave its own filter out: with one facet chosen they tell whether the words have hits
// without it; with several they may be silent although they have.
bool filters_may_hide_hits(const ResultsPlace& place) {
  const index::Facets& counts = place.answer.response.facets;
  if (!counts.collections.empty() || !counts.languages.empty() || !counts.years.empty() ||
      !counts.themes.empty() || !counts.territories.empty()) {
    return any_chosen(place.filters);
  }
  const index::SearchFilters& chosen = place.filters;
  const int facets = int{!chosen.collections.empty()} + int{!chosen.languages.empty()} +
                     int{chosen.year_from || chosen.year_to} + int{!chosen.themes.empty()} +
                     int{!chosen.territories.empty()};
  return facets > 1;
}

// The search has already looked for any of the words: one alone finds something only when filters or excluded
// words kept it back.
std::vector<ChipWish> word_chips(const ResultsPlace& place) {
  const Asked asked = asked_by(place.query);
  if (!asked.excludes && !filters_may_hide_hits(place)) return {};
  std::vector<ChipWish> chips;
  for (const std::string& word : asked.words) {
    if (word == place.query) continue;  // the same search again: the filters have a way of their own
    chips.push_back({word, act::ShowResults{word, {}}, "empty.word." + std::to_string(chips.size() + 1)});
  }
  return chips;
}

std::vector<ChipWish> example_chips(const View& view) {
  std::vector<ChipWish> chips;
  for (const std::string& query : example_queries(view, 5)) {
    chips.push_back(
        {query, act::ShowResults{query, {}}, "empty.example." + std::to_string(chips.size() + 1)});
  }
  return chips;
}

std::vector<Way> ways_of(const View& view, const ResultsPlace& place) {
  std::vector<Way> ways;
  const auto offer = [&ways](std::string_view title, std::vector<ChipWish> chips) {
    if (!chips.empty()) ways.push_back({title, std::move(chips)});
  };
  if (const std::string& corrected = place.answer.response.corrected; !corrected.empty()) {
    offer("empty.spell", {{corrected, act::ShowResults{corrected, {}}, "empty.corrected"}});
  }
  if (filters_may_hide_hits(place)) {
    offer("res.filters", {{say(view, "res.reset"), act::ClearFilters{}, "empty.clear"}});
  }
  offer("empty.parts", word_chips(place));
  offer("empty.browse", collection_chips(view, "empty.collection"));
  offer("home.try", example_chips(view));
  if (ways.size() > 4) ways.resize(4);
  return ways;
}

void draw_way(View& view, const Rect& r, const Way& way, int number) {
  Ui ui = ui_of(view);
  card(ui, r);
  step_star(ui, {r.x + 57, r.y + 52}, 27, number);
  write(view, {r.x + 100, r.y + 24, r.w - 124, 56}, say(view, way.title),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  draw_chips(view, {r.x + 30, r.y + 96}, r.w - 60, ChipStyle::topic, way.chips,
             static_cast<int>((r.h - 110) / 76));
}

void draw_team(View& view, const Rect& r) {
  view.canvas.fill(r, color::strait, radius::banner);
  view.canvas.star({r.x + 96, r.y + 96}, 56, color::card, {0, 0, 0, 0}, {0, 0, 0, 0});
  view.canvas.icon("heart-handshake", {r.x + 72, r.y + 72, 48, 48}, color::strait);
  write(view, {r.x + 40, r.y + 162, r.w - 80, 60}, say(view, "empty.ask"),
        {type::h2, color::card, 1, Align::start, VAlign::middle});
  write(view, {r.x + 40, r.y + 228, r.w - 80, 116}, say(view, "empty.ask.t"), {type::lead, color::card, 3});
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
    const Rect r{space::margin + static_cast<float>(i % 2) * (width + panel_gap),
                 top + static_cast<float>(i / 2) * (height + panel_gap), width, height};
    draw_way(view, r, ways[i], static_cast<int>(i) + 1);
  }
  draw_team(view, {screen.w - space::margin - side_width, top, side_width, both_rows});
  draw_guides(view, place, top + both_rows + 28);
}

}  // namespace mess::kiosk
