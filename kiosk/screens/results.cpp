#include <algorithm>
#include <array>

#include "index/normaliser.h"
#include "kiosk/app/bar_layout.h"
#include "kiosk/app/cut.h"
#include "kiosk/app/facets.h"
#include "kiosk/app/results.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/results_parts.h"

namespace mess::kiosk {

namespace {

using Sort = index::SearchRequest::Sort;

// Of what is shown without words: one collection, or one theme of all of them.
std::string shelf_name(const View& view, const ResultsPlace& place) {
  const std::vector<std::string>& collections = place.filters.collections;
  const std::vector<std::string>& themes = place.filters.themes;
  if (collections.size() == 1) return collection_name(view, collections.front());
  if (collections.empty() && themes.size() == 1) {
    const auto& found = place.answer.response.facets.themes;
    const auto theme = std::find_if(found.begin(), found.end(),
                                    [&](const auto& value) { return value.value == themes.front(); });
    if (theme != found.end()) return theme_name(view, theme->value, theme->names);
  }
  return say(view, "res.all");
}

std::string heading_of(const View& view, const ResultsPlace& place) {
  const int total = place.answer.response.total;
  if (!place.query.empty()) {
    return view.words.count(view.language(), "res.count", total) + " " +
           view.words.fill(view.language(), "res.query", {{"q", place.query}});
  }
  return facts_line(
      std::array{shelf_name(view, place), view.words.count(view.language(), "home.docs", total)});
}

Sort next_sort(Sort sort, bool has_words) {
  switch (sort) {
    case Sort::relevance:
      return has_words ? Sort::newest : Sort::oldest;  // without words the newest come first anyway
    case Sort::newest:
      return Sort::oldest;
    case Sort::oldest:
      break;
  }
  return has_words ? Sort::relevance : Sort::newest;
}

std::string_view words_for(Sort sort, bool has_words) {
  if (sort == Sort::oldest) return "res.sort.oldest";
  return sort == Sort::newest || !has_words ? "res.sort.newest" : "res.sort";
}

struct HeadingButton {
  std::string_view icon;
  const std::string& words;
  Action action;
  std::string_view name;
  ButtonStyle style = ButtonStyle::soft;
};

// At the end of r; returns the width taken with the gap before it.
float draw_heading_button(View& view, const Rect& r, const HeadingButton& look) {
  Ui ui = ui_of(view);
  ButtonOptions small;
  small.icon_size = 26;
  small.style.size = 22;
  const float width = button_width(ui, look.icon, look.words, small);
  button(ui, {r.end() - width, r.y, width, r.h}, look.style, look.icon, look.words, look.action,
         std::string(look.name), small);
  return width + 14;
}

// The order; without words another way through the library; where the facets have no column the way to them,
// pressed in while some are chosen. Returns the width taken.
float draw_heading_buttons(View& view, const ResultsPlace& place, const Rect& r) {
  const bool has_words = !place.query.empty();
  float used = 0;
  const auto add = [&](const HeadingButton& look) {
    used += draw_heading_button(view, {r.x, r.y, r.w - used, r.h}, look);
  };
  add({"refresh-cw", say(view, words_for(place.sort, has_words)),
       act::SetSort{next_sort(place.sort, has_words)}, "results.sort"});
  const bool has_room_for_word = !is_narrow(view.canvas.size());
  if (!has_words) {
    add({"grid", has_room_for_word ? say(view, "browse.short") : std::string(), act::Browse{},
         "results.browse"});
  }
  if (facets_fold(view.canvas.size())) {
    add({"sliders-horizontal", say(view, "res.filters"), act::ShowPanel{Panel::side}, "results.filters",
         any_chosen(place.filters) ? ButtonStyle::active : ButtonStyle::outline});
  }
  return used;
}

// Where the number ends that words begin with; languages part thousands in several ways.
std::size_t end_of_number(std::string_view words) {
  constexpr std::string_view digits = "0123456789", separators[] = {"\u202F", "\u00A0", ",", "."};
  std::size_t end = std::min(words.size(), words.find_first_not_of(digits));
  for (const std::string_view separator : separators) {
    while (words.substr(end).starts_with(separator)) {
      const std::size_t next = end + separator.size();
      const std::size_t after = std::min(words.size(), words.find_first_not_of(digits, next));
      if (end == 0 || after == next) break;
      end = after;
    }
  }
  return end;
}

void draw_heading(View& view, const ResultsPlace& place, const Rect& r) {
  const bool has_words = !place.query.empty();
  const float used = draw_heading_buttons(view, place, {r.x, r.y + 1, r.w, 60});
  if (!place.answer.received) return;
  const std::string heading = heading_of(view, place);
  view.scene.spoken.line = heading;
  TextSpan number;
  number.end = has_words ? end_of_number(heading) : 0;
  number.color = color::terra;
  const std::span<const TextSpan> spans(&number, number.end > 0 ? 1u : 0u);
  write(view, {r.x, r.y, r.w - used - 10, r.h}, heading,
        {type::h3, color::ink, 1, Align::start, VAlign::middle, Direction::interface, spans});
}

// "Vouliez-vous dire … ?"
void draw_correction(View& view, const Rect& r, const std::string& corrected) {
  Ui ui = ui_of(view);
  const std::string& lead = say(view, "res.dym");
  const float lead_width = width_of(view, lead, type::caption);
  view.canvas.icon("spell-check", {r.x, r.y + 15, 30, 30}, color::strait);
  write(view, {r.x + 42, r.y, lead_width + 4, r.h}, lead,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  ButtonOptions link;
  link.padding = 10;
  link.style.size = 22;
  const float width = button_width(ui, "", corrected, link);
  const float x = r.x + 42 + lead_width + 4;
  button(ui, {x, r.y + 2, width, 56}, ButtonStyle::quiet, "", corrected, act::ShowResults{corrected, {}},
         "results.corrected", link);
  const std::string& end = say(view, "res.dym.end");
  write(view, {x + width, r.y, width_of(view, end, type::caption) + 4, r.h}, end,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
}

// "Aussi cherché en arabe : …"; returns where it ends.
float draw_also_searched(View& view, const Rect& r, const std::vector<std::string>& names) {
  const std::string all = facts_line(names);
  const bool are_arabic = index::guess_language(names.front()) == Language::arabic;
  const std::string& lead = say(view, are_arabic ? "res.thes.ar" : "res.thes.fr");
  const float lead_width = width_of(view, lead, type::caption);
  const TextStyle strong{Face::bold, type::caption.size, type::caption.line};
  const float width = std::min(width_of(view, all, strong) + 8, r.w - lead_width - 60);
  view.canvas.icon("languages", {r.x, r.y + 15, 30, 30}, color::strait);
  write(view, {r.x + 42, r.y, lead_width + 4, r.h}, lead,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  write(view, {r.x + 52 + lead_width, r.y, width, r.h}, all,
        {strong, color::ink, 1, Align::start, VAlign::middle});
  return r.x + 52 + lead_width + width;
}

void draw_notice(View& view, const ResultsPlace& place, const Rect& given) {
  const index::SearchResponse& response = place.answer.response;
  Rect r = given;
  const bool found_through = std::any_of(response.documents.begin(), response.documents.end(),
                                         [](const auto& hit) { return !hit.through.empty(); });
  if (found_through && !response.also_searched.empty()) {
    const float end = draw_also_searched(view, {r.x, r.y, r.w * 0.6f, r.h}, response.also_searched);
    r = {end + 32, r.y, r.end() - end - 32, r.h};
  }
  const float x = r.x;
  if (!response.corrected.empty()) draw_correction(view, r, response.corrected);
  // A spelling that has all the words makes the notice about some of them needless.
  if (response.any_word && response.corrected.empty()) {
    view.canvas.icon("circle-help", {x, r.y + 15, 30, 30}, color::terra);
    write(view, {x + 42, r.y, r.end() - x - 42, r.h}, say(view, "res.anyword"),
          {{Face::regular, 22, 1.3f}, color::ink, 2, Align::start, VAlign::middle});
  } else if (response.corrected.empty() && response.total_pages > 0 && !place.query.empty() &&
             static_cast<int>(response.documents.size()) == response.total) {
    // The count is of the documents that are here: it is true once all are.
    write(view, r, view.words.count(view.language(), "res.pages", response.total_pages),
          {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  }
}

void draw_guides(View& view, const ResultsPlace& place, const Rect& r) {
  std::vector<const GuidePage*> pages;
  for (const std::string& key : place.guide_pages) {
    const GuidePage* page = view.guide.page(view.language(), key);
    if (page != nullptr && pages.size() < 2) pages.push_back(page);
  }
  if (pages.empty()) return;
  const float count = static_cast<float>(pages.size());
  const float width = (r.w - card_gap * (count - 1)) / count;
  float x = r.x;
  for (const GuidePage* page : pages) {
    draw_guide_tile(view, {x, r.y, width, r.h}, *page, "results.guide");
    x += width + card_gap;
  }
}

void draw_list(View& view, const ResultsPlace& place, const ResultsLayout& layout) {
  Ui ui = ui_of(view);
  const Rect& list = layout.list;
  const float scroll = std::clamp(place.scroll.at, 0.f, scroll_limit(place, view.canvas.size()));
  ui.area(list, DragArea::Kind::scroll, "results.list");
  const ListLayout content = list_layout(place, layout);
  view.canvas.push({list.x - 10, list.y - 4, list.w + 20, list.h + 4}, list.x, list.y - scroll);
  const auto in_sight = [&](const Rect& r) { return r.bottom() > scroll && r.y < scroll + list.h; };
  if (in_sight(content.answer)) draw_answer_card(view, place, content.answer, *place.answer.response.answer);
  if (in_sight(content.guides)) draw_guides(view, place, content.guides);
  for (std::size_t i = 0; i < content.cards.size(); ++i) {
    if (in_sight(content.cards[i])) {
      draw_result_card(view, place, content.cards[i], place.answer.response.documents[i]);
    }
  }
  for (std::size_t i = 0; i < std::min(first_cuts, content.cards.size()); ++i) {
    if (!in_sight(content.cards[i])) {
      wish_for_cut(view, place, content.cards[i], place.answer.response.documents[i]);
    }
  }
  view.canvas.pop();
}

void draw_rail(View& view, const ResultsPlace& place, const Rect& r) {
  const int total = place.answer.response.total;
  const SeenRange seen = seen_range(place, view.canvas.size());
  if (total == 0 || seen.first == 0) return;
  const std::string position = words_of_range(view, seen.first, seen.last);
  const std::string of = view.words.fill(view.language(), "read.of", {{"n", std::to_string(total)}});
  PagerRail rail;
  rail.first = static_cast<float>(seen.first - 1) / static_cast<float>(total);
  rail.last = static_cast<float>(seen.last) / static_cast<float>(total);
  rail.can_go_back = place.scroll.at > 0.5f;
  rail.can_go_on = place.scroll.at + 0.5f < scroll_limit(place, view.canvas.size());
  rail.position = position;
  rail.of = of;
  rail.back = act::PageOfResults{-1};
  rail.on = act::PageOfResults{1};
  rail.name = "results.pager";
  say_of_pager(view, rail);
  Ui ui = ui_of(view);
  pager_rail(ui, r, rail);
}

void draw_trouble(View& view, const ResultsPlace& place, const Rect& r) {
  const bool preparing = place.answer.error->kind == ErrorKind::index_missing;
  const TextLook title{type::h2, color::ink, 2, Align::centre};
  const std::string& trouble = say(view, preparing ? "search.preparing" : "search.error");
  write(view, {r.x, r.y + 80, r.w, 120}, trouble, title);
  const float below = r.y + 80 + std::max(70.f, height_of(view, trouble, title, r.w) + 10);
  if (preparing) {
    write(view, {r.x, below, r.w, 80}, say(view, "search.preparing.t"),
          {type::lead, color::ink2, 2, Align::centre});
  }
  draw_guides(view, place, {r.x, below + 110, r.w, guide_row_height});
}

}  // namespace

void draw_results(View& view, const ResultsPlace& place) {
  const ResultsLayout layout = results_layout(view.canvas.size());
  const Answer& answer = place.answer;
  draw_bar(view, {place.query, nullptr});
  if (!facets_fold(view.canvas.size())) draw_facets(view, place, layout.facets);
  draw_heading(view, place, layout.heading);
  if (answer.error) {
    draw_trouble(view, place, layout.list);
  } else if (answer.received) {
    draw_notice(view, place, layout.notice);
    draw_list(view, place, layout);
    draw_rail(view, place, layout.rail);
  } else {
    draw_waiting(view, {layout.list.centre().x, layout.list.y + 220}, answer);
  }
  if (facets_fold(view.canvas.size()) && view.state.session.panel == Panel::side)
    draw_facet_panel(view, place, layout.facets);
}

}  // namespace mess::kiosk
