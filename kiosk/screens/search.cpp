#include <algorithm>

#include "kiosk/app/field.h"
#include "kiosk/app/results.h"
#include "kiosk/app/search_layout.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float row_height = 86;
constexpr std::size_t rows_shown = 5, most_guides = 2;

void draw_label(View& view, const Rect& r, const std::string& label, const std::string& count) {
  if (r.empty()) return;
  write(view, r, label, {type::caption_bold, color::ink2, 1, Align::start, VAlign::middle});
  if (count.empty()) return;
  write(view, r, count, {type::caption_bold, color::strait, 1, Align::end, VAlign::middle});
}

struct Row {
  SuggestionRow look;
  Action action;
  std::string name;
};

std::string_view icon_of(const index::Suggestion& suggestion) {
  switch (suggestion.kind) {
    case index::Suggestion::Kind::title:
      return "file-text";
    case index::Suggestion::Kind::place:
      return "map-pin";
    case index::Suggestion::Kind::actor:
      return "users";
    case index::Suggestion::Kind::topic:
      break;
  }
  return "search";
}

std::string_view kind_of(const index::Suggestion& suggestion) {
  switch (suggestion.kind) {
    case index::Suggestion::Kind::title:
      return "search.title";
    case index::Suggestion::Kind::place:
      return "search.place";
    case index::Suggestion::Kind::actor:
      return "search.actor";
    case index::Suggestion::Kind::topic:
      break;
  }
  return "search.topic";
}

Row row_of(const View& view, const index::Suggestion& suggestion, std::size_t number) {
  SuggestionRow look;
  look.icon = icon_of(suggestion);
  look.text = suggestion.text;
  look.kind = say(view, kind_of(suggestion));
  look.typed_begin = suggestion.typed.begin;
  look.typed = suggestion.typed.end;
  if (!suggestion.also.empty()) {
    look.translation_before =
        say(view, suggestion.also_language == Language::arabic ? "search.also.ar" : "search.also.fr");
    look.translation = suggestion.also;
  }
  return {look, act::TakeSuggestion{suggestion}, "suggestion." + std::to_string(number)};
}

// What the words may become, then the pages of the house that they found.
std::vector<Row> rows_of(const View& view, const SearchPlace& place) {
  // One page of the house in any case, more where there is room.
  const std::size_t room = rows_shown - std::min(rows_shown, place.suggestions.size());
  std::vector<const GuidePage*> guides;
  for (const std::string& key : place.guide_pages) {
    const GuidePage* page = view.guide.page(view.language(), key);
    if (page != nullptr && guides.size() < std::clamp<std::size_t>(room, 1, most_guides))
      guides.push_back(page);
  }
  std::vector<Row> rows;
  if (const std::string& corrected = place.answer.response.corrected; !corrected.empty()) {
    SuggestionRow look;
    look.icon = "spell-check";
    look.text = corrected;
    look.kind = say(view, "res.dym") + say(view, "res.dym.end");
    rows.push_back({look, act::ShowResults{corrected, {}}, "suggestion.corrected"});
  }
  for (const index::Suggestion& suggestion : place.suggestions) {
    if (rows.size() + guides.size() == rows_shown) break;
    rows.push_back(row_of(view, suggestion, rows.size() + 1));
  }
  for (const GuidePage* page : guides) {
    SuggestionRow look;
    look.icon = page->icon;
    look.text = page->title;
    look.kind = say(view, "res.guide");
    rows.push_back({look, act::OpenGuide{page->key}, "suggestion.guide." + page->key});
  }
  return rows;
}

void draw_suggestions(View& view, const SearchPlace& place, const SearchLayout& layout) {
  Ui ui = ui_of(view);
  const std::vector<Row> rows = rows_of(view, place);
  if (rows.empty()) return;
  draw_label(view, layout.suggestions_label, say(view, "search.suggest"), "");
  const Rect& r = layout.suggestions;
  const auto fitting = static_cast<std::size_t>(r.h / row_height);
  const std::size_t count = std::min(rows.size(), fitting);
  card(ui, {r.x, r.y, r.w, row_height * static_cast<float>(count)});
  float y = r.y;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) view.canvas.line({r.x, y}, {r.end(), y}, color::line, 1);
    suggestion_row(ui, {r.x, y, r.w, row_height}, rows[i].look, rows[i].action, rows[i].name);
    y += row_height;
  }
}

// Nothing typed yet: words to begin with.
void draw_beginnings(View& view, const SearchLayout& layout) {
  draw_label(view, layout.suggestions_label, say(view, "home.try"), "");
  std::vector<ChipWish> chips;
  for (const std::string& query : example_queries(view, 10)) {
    chips.push_back(
        {query, act::ShowResults{query, {}}, "search.example." + std::to_string(chips.size() + 1)});
  }
  const Rect& r = layout.suggestions;
  draw_chips(view, {r.x, r.y + 8}, r.w, ChipStyle::topic, chips, std::max(1, static_cast<int>(r.h / 76)));
}

struct SmallCard {
  CoverOf cover;
  std::optional<int> year;
  Action action;
};

void draw_small_card(View& view, const Rect& r, const SmallCard& document) {
  Ui ui = ui_of(view);
  MetaParts meta;
  meta.year = document.year;
  meta.language = document.cover.language;
  const std::string facts = meta_line(view, meta);
  const std::string name = "document." + std::to_string(document.cover.id);
  const float down = card(ui, r, document.action, name, spoken({document.cover.title, facts})) ? 2.f : 0.f;
  const float title_height = 104, meta_height = 40;
  const float cover_height = std::max(80.f, r.h - title_height - meta_height - 62);
  const float cover_width = std::min(cover_height / 1.414f, r.w - 44), high = cover_width * 1.414f;
  draw_cover(view,
             {r.x + (r.w - cover_width) / 2, r.y + 22 + (cover_height - high) / 2 + down, cover_width, high},
             document.cover);
  write(view, {r.x + 22, r.y + 32 + cover_height + down, r.w - 44, title_height}, document.cover.title,
        {type::h4, color::ink, 3, Align::start, VAlign::top, direction_of(document.cover.language)});
  write(view, {r.x + 22, r.bottom() - meta_height - 14 + down, r.w - 44, meta_height}, facts,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
}

void draw_small_cards(View& view, const Rect& r, const std::vector<SmallCard>& cards) {
  const int across = std::max(1, static_cast<int>((r.w + 20) / 348));
  const float width = (r.w - 20 * static_cast<float>(across - 1)) / static_cast<float>(across);
  for (int i = 0; i < std::min(across, static_cast<int>(cards.size())); ++i) {
    draw_small_card(view, {r.x + static_cast<float>(i) * (width + 20), r.y, width, r.h},
                    cards[static_cast<std::size_t>(i)]);
  }
}

void draw_found(View& view, const SearchPlace& place, const SearchLayout& layout) {
  const Rect& r = layout.documents;
  const index::SearchResponse& response = place.answer.response;
  draw_label(view, layout.documents_label, say(view, "search.instant"),
             view.words.count(view.language(), "search.instant.n", response.total));
  std::vector<SmallCard> cards;
  for (const index::DocumentHit& hit : response.documents) {
    cards.push_back(
        {cover_of(hit), hit.year, act::OpenDocument{hit.id, hit.best_page, response.query, hit.through}});
  }
  if (!cards.empty()) return draw_small_cards(view, r, cards);
  write(view, {r.x, r.y + 60, r.w, 160}, say(view, "search.none.yet"),
        {type::lead, color::ink2, 3, Align::centre});
}

void draw_newest(View& view, const SearchLayout& layout) {
  std::vector<SmallCard> cards;
  std::vector<library::Document> newest;
  for (const auto& [id, document] : view.state.library.newest) newest.push_back(document);
  std::stable_sort(newest.begin(), newest.end(),
                   [](const auto& a, const auto& b) { return a.added_at > b.added_at; });
  for (const library::Document& document : newest) {
    cards.push_back({cover_of(document), document.year, act::OpenDocument{document.id, 1, ""}});
  }
  if (!cards.empty()) draw_label(view, layout.documents_label, say(view, "home.newest"), "");
  draw_small_cards(view, layout.documents, cards);
}

void draw_trouble(View& view, const Rect& r, const Error& error) {
  const bool preparing = error.kind == ErrorKind::index_missing;
  write(view, {r.x, r.y + 40, r.w, 60}, say(view, preparing ? "search.preparing" : "search.error"),
        {type::h3, color::ink, 2, Align::centre});
  if (!preparing) return;
  write(view, {r.x, r.y + 104, r.w, 60}, say(view, "search.preparing.t"),
        {type::body, color::ink2, 2, Align::centre});
  draw_chips(view, {r.x, r.y + 180}, r.w, ChipStyle::topic, collection_chips(view, "search.collection"), 2);
}

}  // namespace

void draw_search(View& view, const SearchPlace& place) {
  const SearchLayout layout = search_layout(view.canvas.size());
  const Rect& documents = layout.documents;
  draw_bar(view, {{}, &place.field});
  const bool blank = words_of(place.field).empty();
  blank ? draw_beginnings(view, layout) : draw_suggestions(view, place, layout);
  draw_keyboard(view, place);
  if (documents.empty()) return;  // "Rechercher" leads to them
  if (blank) {
    draw_newest(view, layout);
  } else if (place.answer.error) {
    draw_trouble(view, documents, *place.answer.error);
  } else if (place.answer.received) {
    draw_found(view, place, layout);
  } else {
    draw_waiting(view, {documents.centre().x, documents.y + 140}, place.answer);
  }
}

}  // namespace mess::kiosk
