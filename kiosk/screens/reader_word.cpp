// The card of a word: what the thesaurus calls it in the languages of the house, what it means, and where it
// leads. It lies where the word is not; at the foot for somebody who reaches only there.
#include <algorithm>
#include <array>
#include <string>

#include "kiosk/app/reader_book.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

constexpr float widest = 1240, title_height = 72, names_height = 92, chips_height = 72, buttons_height = 72,
                gap = 16, beside_close = title_height + gap;
constexpr float narrow_below = 800, low_below = 800;
constexpr std::size_t most_chips = 4;

struct CardText {
  std::string title, definition;
  Direction title_direction = Direction::interface, definition_direction = Direction::interface;
};

Direction direction_in(Language language) {
  return is_right_to_left(language) ? Direction::right_to_left : Direction::left_to_right;
}

// In the visitor's language, else as the house wrote it.
CardText text_of(const ReaderView& r, const WordCard& card) {
  CardText text{card.text, "", Direction::interface, Direction::interface};
  if (!card.entry) return text;
  for (const Language language : {r.language(), Language::french, Language::arabic}) {
    const std::string& name = index::name_in(card.entry->names, language);
    if (name.empty()) continue;
    text.title = name;
    text.title_direction = direction_in(language);
    break;
  }
  for (const Language language : {r.language(), Language::french}) {
    text.definition = index::name_in(card.entry->definition, language);
    text.definition_direction = direction_in(language);
    if (!text.definition.empty()) break;
  }
  return text;
}

Align at_start(const ReaderView& r, Direction direction) {
  if (direction == Direction::interface) return Align::start;
  return (direction == Direction::right_to_left) == r.canvas().mirrored() ? Align::start : Align::end;
}

TextLook look_of(const ReaderView& r, const TextStyle& style, Color c, int lines, Direction direction) {
  TextLook look{style, c, lines, at_start(r, direction)};
  look.direction = direction;
  return look;
}

std::vector<Language> languages_of(const index::Names& names) {
  std::vector<Language> known;
  for (const Language language : interface_languages) {
    if (!index::name_in(names, language).empty()) known.push_back(language);
  }
  return known;
}

// The name in each language, beside each other; two by two where that is narrow.
void draw_names(ReaderView& r, const index::Names& names, const Rect& place, std::size_t columns) {
  const std::vector<Language> known = languages_of(names);
  if (known.empty()) return;
  columns = std::min(columns, known.size());
  const float width = (place.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Rect row{place.x + static_cast<float>(i % columns) * (width + gap),
                   place.y + static_cast<float>(i / columns) * names_height, width, names_height};
    write(r.view, {row.x, row.y, width, 32}, language_name(r.view, std::string(code_of(known[i]))),
          {type::caption, color::ink2, 1, Align::start, VAlign::middle});
    TextLook look = look_of(r, type::caption_bold, color::ink, 2, direction_in(known[i]));
    look.style.line = 1.2f;
    write(r.view, {row.x, row.y + 32, width, names_height - 32}, index::name_in(names, known[i]), look);
  }
}

// A heading and, behind it, concepts to search for.
void draw_concepts(ReaderView& r, const Rect& row, std::string_view heading,
                   const std::vector<index::Names>& concepts, const std::string& prefix) {
  const std::string& label = r.words()(r.language(), heading);
  const float width = width_of(r.view, label, type::caption_bold) + 20;
  write(r.view, {row.x, row.y, width, row.h}, label,
        {type::caption_bold, color::ink2, 1, Align::start, VAlign::middle});
  std::vector<ChipWish> chips;
  for (const index::Names& names : concepts) {
    const std::string& name = index::name_in(names, borrowed_by(r.language()));
    if (chips.size() == most_chips) break;
    chips.push_back({name, act::ShowResults{name, {}}, prefix + std::to_string(chips.size() + 1)});
  }
  draw_chips(r.view, {row.x + width, row.y + 4}, row.w - width, ChipStyle::topic, chips, 1);
}

// Above, or beside the searches for somebody who reaches only there.
void draw_close(ReaderView& r, const Rect& row) {
  const float side = title_height;
  button(r.ui, {row.end() - side, row.bottom() - side, side, side}, ButtonStyle::quiet, "x", "",
         act::CloseWord{}, "word.close", {.said = std::string(r.ui.words.close)});
}

// Beside each other, or one below the other.
void draw_searches(ReaderView& r, const WordCard& card, const Rect& place, bool stacked) {
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  const std::string &library = say("word.search"), &here = say("read.find");
  const float width = stacked ? place.w : button_width(r.ui, "search", library);
  Rect at{place.x, place.y, width, buttons_height};
  button(r.ui, at, ButtonStyle::primary, "search", library, act::ShowResults{card.text, {}}, "word.search");
  at = stacked ? at.moved(0, buttons_height + gap)
               : Rect{at.end() + gap, at.y, button_width(r.ui, "file-text", here), at.h};
  button(r.ui, at, ButtonStyle::outline, "file-text", here, act::FindHere{card.text}, "word.find");
}

bool has_names(const index::Names& names) {
  return std::any_of(names.begin(), names.end(), [](const std::string& name) { return !name.empty(); });
}

// What the card shows and how high that is.
struct CardPlan {
  CardText text;
  TextLook meaning;
  Rect ground;  // where the card may lie
  float pad = 32, width = 0, meaning_height = 0, names_height = 0, buttons_height = 0, height = 0;
  std::size_t columns = 4;  // of names
  bool named = false, wider = false, beside = false, stacked = false;
};

CardPlan plan_of(ReaderView& r, const WordCard& card) {
  const Size screen = r.canvas().size();
  const bool is_low = screen.h < low_below;
  CardPlan plan;
  plan.text = text_of(r, card);
  plan.named = card.entry.has_value();
  if (!plan.named) plan.text.definition = r.words()(r.language(), "word.unknown");
  plan.meaning = look_of(r, type::body, color::ink, is_low ? 3 : 5, plan.text.definition_direction);
  plan.pad = is_low ? 20 : 32;
  const Rect whole{0, 0, screen.w, screen.h};
  plan.ground = r.reader.full.on ? whole : r.layout.page;
  plan.width = std::min(plan.ground.w - 48, widest);
  plan.columns = plan.width < narrow_below ? 2 : 4;
  const float buttons = button_width(r.ui, "search", r.words()(r.language(), "word.search")) + gap +
                        button_width(r.ui, "file-text", r.words()(r.language(), "read.find"));
  plan.stacked = buttons > plan.width - 2 * plan.pad - (r.layout.low ? beside_close : 0);
  if (!plan.text.definition.empty()) {
    plan.meaning_height =
        height_of(r.view, plan.text.definition, plan.meaning, plan.width - 2 * plan.pad) + gap;
  }
  if (plan.named) {
    const std::size_t known = languages_of(card.entry->names).size();
    plan.names_height = names_height * static_cast<float>((known + plan.columns - 1) / plan.columns) + gap;
  }
  plan.buttons_height = plan.stacked ? 2 * buttons_height + gap : buttons_height;
  plan.wider = plan.named && has_names(card.entry->broader);
  plan.beside = plan.named && !card.entry->related.empty();
  plan.height = 2 * plan.pad + title_height + gap + plan.meaning_height + plan.names_height +
                (plan.wider ? chips_height + gap / 2 : 0) + (plan.beside ? chips_height + gap / 2 : 0) +
                gap / 2 + plan.buttons_height;
  // What is too high for the page lies over all there is, as does what must be within reach.
  if (r.layout.low || plan.height + 32 > plan.ground.h) plan.ground = whole;
  return plan;
}

// Above the word or below it, whichever leaves it in sight.
float top_of_card(const ReaderView& r, const WordCard& card, const CardPlan& plan) {
  const Rect& ground = plan.ground;
  if (r.layout.low) return std::max(8.f, ground.bottom() - space::margin - plan.height);
  const float edge = std::clamp((ground.h - plan.height) / 2, 4.f, 16.f);
  const float low = ground.bottom() - edge - plan.height, high = ground.y + edge;
  if (card.boxes.empty()) return low;
  const Rect place = page_on_screen(r.reader, view_as_laid_out(r), card.page, r.reader.viewport);
  const Rect word = box_within(r.reader, place, card.boxes.front());
  return word.bottom() + 12 > low ? high : low;
}

void draw_parts(ReaderView& r, const WordCard& card, const CardPlan& plan, const Rect& sheet) {
  const float pad = plan.pad, inner = sheet.w - 2 * pad;
  Rect row{sheet.x + pad, sheet.y + pad, inner, title_height};
  Rect searches{row.x, sheet.bottom() - pad - plan.buttons_height, inner, plan.buttons_height};
  draw_close(r, r.layout.low ? searches : row);
  TextLook title = look_of(r, type::h2, color::ink, 1, plan.text.title_direction);
  title.valign = VAlign::middle;
  write(r.view, {row.x, row.y, inner - (r.layout.low ? 0 : beside_close), title_height}, plan.text.title,
        title);
  row.y += title_height + gap;
  if (plan.meaning_height > 0)
    write(r.view, {row.x, row.y, inner, plan.meaning_height}, plan.text.definition, plan.meaning);
  row.y += plan.meaning_height;
  if (plan.named) draw_names(r, card.entry->names, {row.x, row.y, inner, plan.names_height}, plan.columns);
  row.y += plan.names_height;
  row.h = chips_height;
  if (plan.wider) {
    draw_concepts(r, row, "word.broader", {card.entry->broader}, "word.broader.");
    row.y += chips_height + gap / 2;
  }
  if (plan.beside) draw_concepts(r, row, "word.related", card.entry->related, "word.related.");
  if (r.layout.low) searches.w -= beside_close;
  draw_searches(r, card, searches, plan.stacked);
}

}  // namespace

void draw_word_mark(const ReaderView& r, int page, const Rect& place) {
  const auto& card = r.reader.word.card;
  if (!card || !card->answered || card->page != page) return;
  for (const library::PageBox& box : card->boxes) {
    r.canvas().outline(box_within(r.reader, place, box).inset(-4), printed(color::card), 6, 8);
    r.canvas().outline(box_within(r.reader, place, box).inset(-4), printed(color::strait), 3, 8);
  }
}

void draw_word_card(ReaderView& r) {
  const auto& card = r.reader.word.card;
  if (!card || !card->answered) return;
  const CardPlan plan = plan_of(r, *card);
  const Rect& ground = plan.ground;
  const Rect sheet{ground.x + (ground.w - plan.width) / 2, top_of_card(r, *card, plan), plan.width,
                   plan.height};
  const Size screen = r.canvas().size();
  r.view.scene.areas.clear();  // a touch elsewhere puts it away
  r.view.scene.targets.clear();
  r.ui.surroundings({0, 0, screen.w, screen.h}, act::CloseWord{}, "word.outside");
  r.view.scene.spoken = {plan.text.title, plan.text.definition, r.view.scene.spoken.help};
  r.ui.target(sheet, act::None{}, "word.here");
  kiosk::card(r.ui, sheet);
  r.canvas().outline(sheet, color::edge, 2, radius::card);
  draw_parts(r, *card, plan, sheet);
}

}  // namespace mess::kiosk
