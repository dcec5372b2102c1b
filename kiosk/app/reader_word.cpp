#include "kiosk/app/reader_word.h"

#include <algorithm>
#include <utility>

#include "index/normaliser.h"
#include "kiosk/app/line_boxes.h"
#include "kiosk/app/line_ends.h"
#include "kiosk/app/page_touch.h"

namespace mess::kiosk {

namespace {

using Effects = std::vector<Effect>;

constexpr float finger_slack = 16;          // units from a word that a resting finger may be
constexpr std::size_t passage_reach = 500;  // bytes on each side of a word that tell what it belongs to

Language language_of_text(const ReaderState& reader) {
  const auto& languages = reader.document.languages;
  return languages.empty() ? Language::unknown : language_of(languages.front());
}

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// The part of a page's text around some bytes of it, and where it begins.
std::pair<std::string_view, std::size_t> passage_around(std::string_view text, index::ByteRange bytes) {
  std::size_t from = bytes.begin > passage_reach ? bytes.begin - passage_reach : 0;
  std::size_t to = std::min(text.size(), bytes.end + passage_reach);
  while (is_inside_character(text, from)) ++from;
  while (is_inside_character(text, to)) --to;
  return {text.substr(from, to - from), from};
}

const library::WordBox* box_at(const library::PageWords& words, Point at, Size slack) {
  const library::WordBox* found = nullptr;
  float nearest = 1;
  for (const library::WordBox& word : words.words) {
    const float distance = distance_from(word.box, at, slack);
    if (distance < nearest && word.begin < word.end && word.end <= words.text.size()) {
      nearest = distance;
      found = &word;
    }
  }
  return found;
}

bool is_arabic(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xD8 &&
         static_cast<unsigned char>(word.front()) <= 0xDB;
}

// The byte of a word that stands under x: letters are taken as equally wide.
std::size_t byte_under(const library::PageWords& words, const library::WordBox& word, float x) {
  const std::string_view text(words.text.data() + word.begin, word.end - word.begin);
  float along = std::clamp((x - word.box.x0) / std::max(word.box.x1 - word.box.x0, 1e-6f), 0.f, 0.999f);
  if (is_arabic(text)) along = 0.999f - along;
  return word.begin + static_cast<std::size_t>(along * static_cast<float>(text.size()));
}

Effects rest_on(ReaderState& reader, const ReaderContext& context, Point at) {
  const auto touch = touch_on_page(reader, context, at, finger_slack);
  if (!touch || !reader.opened || reader.held_zoom) return {};
  reader.word.asked = RestingFinger{touch->page, touch->at, touch->slack};
  return {effect::PageWords{reader.document.id, touch->page}};
}

}  // namespace

std::optional<TouchedWord> word_at(const library::PageWords& words, Point at, Size slack, Language language) {
  const library::WordBox* box = box_at(words, at, slack);
  if (box == nullptr) return std::nullopt;
  const std::size_t byte = byte_under(words, *box, at.x);
  const auto [passage, from] = passage_around(words.text, {box->begin, box->end});
  std::optional<index::ByteRange> nearest;
  for (const index::Token& token : index::tokenize(passage, language)) {
    const index::ByteRange bytes{from + token.begin, from + token.end};
    if (bytes.end <= box->begin || bytes.begin >= box->end) continue;
    if (!nearest || byte >= bytes.begin) nearest = bytes;
  }
  if (!nearest) return std::nullopt;
  std::string text = index::readable(with_whole_words(words.text, *nearest));
  return text.empty() ? std::nullopt : std::optional(TouchedWord{std::move(text), *nearest});
}

bool close_word(ReaderState& reader) {
  reader.word.asked.reset();
  return std::exchange(reader.word.card, std::nullopt).has_value();
}

std::optional<std::vector<Effect>> apply_word(ReaderState& reader, const ReaderContext& context,
                                              const Action& action) {
  if (const auto* press = std::get_if<act::LongPress>(&action)) {
    close_word(reader);
    return press->area == "reader.page" ? rest_on(reader, context, press->at) : Effects{};
  }
  if (std::holds_alternative<act::CloseWord>(action)) return close_word(reader), Effects{};
  if (!std::holds_alternative<act::Halt>(action)) close_word(reader);
  return std::nullopt;
}

std::vector<Effect> take_words(ReaderState& reader, const message::PageWordsFound& answer) {
  if (!reader.word.asked || reader.word.asked->page != answer.page) return {};
  const RestingFinger asked = *std::exchange(reader.word.asked, std::nullopt);
  if (!answer.words) return {};
  const Language language = language_of_text(reader);
  auto touched = word_at(*answer.words, asked.at, asked.slack, language);
  if (!touched) return {};
  const auto [passage, from] = passage_around(answer.words->text, touched->bytes);
  WordCard card;
  card.text = std::move(touched->text);
  card.page = answer.page;
  card.begin = touched->bytes.begin;
  card.boxes = boxes_of_range(*answer.words, touched->bytes);
  card.words = answer.words;
  card.passage_begin = from;
  reader.word.card = std::move(card);
  return {effect::LookUpWord{reader.document.id, answer.page, touched->bytes.begin, std::string(passage),
                             touched->bytes.begin - from, language}};
}

void take_meaning(ReaderState& reader, const message::WordLookedUp& answer) {
  auto& card = reader.word.card;
  if (!card || card->answered || card->page != answer.page || card->begin != answer.begin) return;
  card->answered = true;
  card->entry = answer.entry;
  if (!card->entry) return;
  // All words of the name are meant, and marked.
  const index::ByteRange named{card->passage_begin + card->entry->words.begin,
                               card->passage_begin + card->entry->words.end};
  if (named.begin >= named.end || named.end > card->words->text.size()) return;
  card->text = index::readable(with_whole_words(card->words->text, named));
  card->boxes = boxes_of_range(*card->words, named);
}

}  // namespace mess::kiosk
