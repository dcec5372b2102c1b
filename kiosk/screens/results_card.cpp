#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/results_parts.h"

namespace mess::kiosk {

namespace {

constexpr float edge = card_edge, read_width = read_button_width, strip_width = 240;

std::string name_of(const index::DocumentHit& hit) {
  return "card." + std::to_string(hit.id);
}

// Beside the facts: the name in the document by which the thesaurus found it.
void draw_through(View& view, const Rect& r, const index::DocumentHit& hit) {
  const std::string words = view.words.fill(view.language(), "res.thes.badge",
                                            {{"q", facts_line(std::span(hit.through).first(1))}});
  constexpr float icon = 26, padding = 14;
  const float width = std::min(r.w, width_of(view, words, type::caption) + icon + 3 * padding);
  if (width < 120) return;
  const Rect badge{r.x, r.y + (r.h - 40) / 2, width, 40};
  view.canvas.fill(badge, color::strait_tint, 8);
  view.canvas.icon("languages", {badge.x + padding, badge.y + 7, icon, icon}, color::bilingual);
  write(view, {badge.x + icon + 2 * padding, badge.y, width - icon - 3 * padding + 4, badge.h}, words,
        {type::caption, color::bilingual, 1, Align::start, VAlign::middle});
}

std::string facts_of(const View& view, const index::DocumentHit& hit) {
  return meta_line(
      view, {hit.creators, "", hit.year, hit.language, hit.pages, hit.text == library::TextState::good});
}

void draw_words(View& view, const Rect& r, const index::DocumentHit& hit, float down) {
  const Direction direction = direction_of(hit.language);
  const float text_start = card_shape(r.w).text_start;
  const float x = r.x + text_start, width = r.w - text_start - edge;
  write(view, {x, r.y + 10 + down, width, 50}, hit.title,
        {type::h3, color::title, 1, Align::start, VAlign::middle, direction});
  const std::string facts = facts_of(view, hit);
  write(view, {x, r.y + 58 + down, width, 36}, facts,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  if (!hit.through.empty()) {
    const float used = std::min(width, width_of(view, facts, type::caption) + 20);
    draw_through(view, {x + used, r.y + 58 + down, width - used, 36}, hit);
  }
}

void draw_snippet(View& view, const Rect& r, const index::DocumentHit& hit) {
  if (hit.snippet.empty()) {
    const std::string words = hit.matching_page_count == 0 ? say(view, "res.titleonly") : std::string();
    write(view, r, words, {type::snippet, color::ink2, 2});
    return;
  }
  std::vector<TextSpan> marks;
  for (const index::ByteRange& range : hit.highlights) {
    TextSpan mark;
    mark.begin = range.begin;
    mark.end = range.end;
    mark.bold = mark.marked = true;
    marks.push_back(mark);
  }
  write(view, r, hit.snippet,
        {type::snippet, color::ink, 2, Align::start, VAlign::top, direction_of(hit.language), marks});
}

void draw_page_chip(View& view, const Rect& r, const ResultsPlace& place, const index::DocumentHit& hit,
                    int page) {
  Ui ui = ui_of(view);
  chip(ui, r, ChipStyle::page, say_page(view, page),
       act::OpenDocument{hit.id, page, place.query, hit.through},
       name_of(hit) + ".page." + std::to_string(page), {}, said_of_page(view, page));
}

// "Pages :", the first pages, and what unfolds the others; returns where they end.
float draw_first_chips(View& view, const ResultsPlace& place, const Rect& r, const index::DocumentHit& hit,
                       const PageChips& chips) {
  Ui ui = ui_of(view);
  const std::string& lead = say(view, "res.pageschips");
  const float y = r.y + 184, lead_width = width_of(view, lead, type::caption);
  float x = r.x + card_shape(r.w).text_start;
  if (chips.first.size() > 1) {
    write(view, {x, y, lead_width + 4, page_chip_height}, lead,
          {type::caption, color::ink2, 1, Align::start, VAlign::middle});
    x += lead_width + 16;
  }
  for (const int page : chips.first) {
    draw_page_chip(view, {x, y, page_chip_width, page_chip_height}, place, hit, page);
    x += page_chip_width + page_chip_gap;
  }
  if (chips.rest.empty()) return x;
  const int more = static_cast<int>(chips.rest.size()) + chips.beyond;
  const std::string label = is_unfolded(place, hit.id)
                                ? say(view, "nav.close")
                                : view.words.count(view.language(), "res.morepages", more);
  const float room = r.end() - edge - read_width - 12 - x, wanted = chip_width(ui, ChipStyle::outline, label);
  const float width = std::min(room, wanted);
  const bool is_cut = wanted > room && !is_unfolded(place, hit.id);
  chip(ui, {x, y, width, page_chip_height}, ChipStyle::outline, is_cut ? "+ " + std::to_string(more) : label,
       act::UnfoldPages{hit.id}, name_of(hit) + ".more", {}, label);
  return x + width;
}

void draw_rest_of_chips(View& view, const ResultsPlace& place, const Rect& r, const index::DocumentHit& hit,
                        const PageChips& chips) {
  const int across = chips_in_a_row(r.w);
  for (std::size_t i = 0; i < chips.rest.size(); ++i) {
    const auto column = static_cast<float>(static_cast<int>(i) % across);
    const auto row = static_cast<float>(static_cast<int>(i) / across);
    const Rect at{r.x + card_shape(r.w).text_start + column * (page_chip_width + page_chip_gap),
                  r.y + 184 + (row + 1) * (page_chip_height + page_chip_gap), page_chip_width,
                  page_chip_height};
    draw_page_chip(view, at, place, hit, chips.rest[i]);
  }
}

void draw_strip(View& view, const Rect& r, const index::DocumentHit& hit) {
  if (hit.pages < 2 || hit.matching_pages.empty()) return;
  std::vector<float> ticks;
  for (const int page : hit.matching_pages) {
    ticks.push_back((static_cast<float>(page) - 0.5f) / static_cast<float>(hit.pages));
  }
  Ui ui = ui_of(view);
  hit_strip(ui, r, ticks);
}

}  // namespace

void draw_result_card(View& view, const ResultsPlace& place, const Rect& r, const index::DocumentHit& hit) {
  Ui ui = ui_of(view);
  const act::OpenDocument open{hit.id, hit.best_page, place.query, hit.through};
  const std::string said = spoken({hit.title, facts_of(view, hit), hit.snippet});
  const float down = card(ui, r, open, name_of(hit), said) ? 2.f : 0.f;
  const CardShape shape = card_shape(r.w);
  draw_cover(view, {r.x + 24, r.y + 18 + down, shape.cover.w, shape.cover.h}, cover_of(hit));
  draw_words(view, r, hit, down);
  const PassageRow row = passage_row(view, place, r.moved(0, down), hit);
  draw_snippet(view, row.text, hit);
  draw_cut(view, row, place, hit);
  const PageChips chips = page_chips(hit, shape.first_chips);
  const float chips_end =
      chips.first.empty() ? r.x + shape.text_start : draw_first_chips(view, place, r, hit, chips);
  if (is_unfolded(place, hit.id)) draw_rest_of_chips(view, place, r, hit, chips);
  const float strip_end = r.end() - edge - read_width - 12;
  const float strip = std::min(strip_width, strip_end - chips_end - 20);
  if (strip >= 80) draw_strip(view, {strip_end - strip, r.y + 207, strip, 14}, hit);
  ButtonOptions small;
  small.padding = 18;
  small.gap = 10;
  small.icon_size = 30;
  small.said = spoken({say(view, "res.read"), hit.title});
  button(ui, {r.end() - edge - read_width, r.y + 180, read_width, 64}, ButtonStyle::primary, "book-open",
         say(view, "res.read"), open, name_of(hit) + ".read", small);
}

}  // namespace mess::kiosk
