#include "index/answer.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <map>

#include "index/characters.h"
#include "index/definitions.h"
#include "index/normaliser.h"
#include "index/sentences.h"
#include "index/words.h"

namespace mess::index {
namespace {

// Chosen on the questions of tests/relevance/judged; index/README.md has the figures.
constexpr double other_name_share = 0.6;  // of a word that stands there by another name only
constexpr double order_share = 0.15;  // of coverage, for neighbours of the question that are neighbours there
constexpr double definition_share = 0.4;  // of coverage, for a sentence that says what is asked for
constexpr double more_sentences = 0.04;   // taken off for each sentence after the first
constexpr std::size_t near_words = 3;     // neighbours
constexpr std::size_t most_sentences = 3;
constexpr std::size_t wanted_bytes = 260, most_bytes = 700;  // Arabic letters take two
constexpr std::size_t heading_bytes = 60;  // a sentence so short, or a question, answers nothing by itself
constexpr std::size_t longest_page = 200'000;
constexpr std::size_t most_stems = 256;

using Stems = std::bitset<most_stems>;

// The words with which questions begin, folded.
constexpr std::array question_words = {
    "comment", "combien", "pourquoi", "quand",   "quel",    "quelle",  "quels",   "quelles",   "qui",
    "que",     "quoi",    "ou",       "est ce",  "qu est",  "puis je", "peut on", "faut il",   "dois je",
    "a quoi",  "a qui",   "كيف",      "كم",      "لماذا",   "متي",     "اين",     "ماذا",      "هل",
    "ماهو",    "ماهي",    "ما هو",    "ما هي",   "ما",      "من هو",   "من هي",   "من يستطيع", "اي",
    "como",    "cuanto",  "cuanta",   "cuantos", "cuantas", "por que", "cuando",  "cual",      "cuales",
    "quien",   "quienes", "donde",    "que es",  "how",     "what",    "why",     "when",      "which",
    "who",     "whose",   "where",    "can",     "does",    "do",      "is",      "are",       "must",
    "may",     "should"};

struct Place {
  std::size_t sentence = 0, word = 0;  // of the page
  std::size_t stem = 0;
};

// Numbers for all stems that matter, and what each asked word needs of them.
class Asked {
 public:
  explicit Asked(const std::vector<AskedWord>& words) {
    for (const AskedWord& word : words) {
      Needs needs;
      needs.weight = word.weight;
      for (const std::string& stem : word.stems) needs.any.set(number_of(stem));
      for (const auto& name : word.others) {
        Stems all;
        for (const std::string& stem : name) all.set(number_of(stem));
        needs.others.push_back(all);
      }
      total_ += word.weight;
      needs_.push_back(std::move(needs));
    }
  }

  // most_stems when it does not matter.
  std::size_t find(const std::string& stem) const {
    const auto known = numbers_.find(stem);
    return known == numbers_.end() ? most_stems : known->second;
  }

  double coverage(const Stems& present) const {
    double sum = 0;
    for (const Needs& word : needs_) {
      const bool by_other_name = std::any_of(word.others.begin(), word.others.end(),
                                             [&](const Stems& all) { return (all & present) == all; });
      if ((word.any & present).any()) {
        sum += word.weight;
      } else if (by_other_name) {
        sum += word.weight * other_name_share;
      }
    }
    return total_ > 0 ? sum / total_ : 0;
  }

  // The part of the question's neighbours that stand near one another, in order, among these places.
  double order(std::vector<Place>::const_iterator begin, std::vector<Place>::const_iterator end) const {
    if (needs_.size() < 2) return 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i + 1 < needs_.size(); ++i) kept += follows(i, begin, end) ? 1 : 0;
    return static_cast<double>(kept) / static_cast<double>(needs_.size() - 1);
  }

 private:
  struct Needs {
    double weight = 0;
    Stems any;
    std::vector<Stems> others;
  };

  // The last number stands for all beyond the limit; a question has some dozens.
  std::size_t number_of(const std::string& stem) {
    const auto number = std::min(numbers_.size(), most_stems - 1);
    return numbers_.emplace(stem, number).first->second;
  }

  bool follows(std::size_t word, std::vector<Place>::const_iterator begin,
               std::vector<Place>::const_iterator end) const {
    for (auto one = begin; one != end; ++one) {
      if (!needs_[word].any.test(one->stem)) continue;
      for (auto other = one + 1; other != end && other->word <= one->word + near_words; ++other) {
        if (needs_[word + 1].any.test(other->stem)) return true;
      }
    }
    return false;
  }

  std::map<std::string, std::size_t> numbers_;
  std::vector<Needs> needs_;
  double total_ = 0;
};

std::vector<Place> places_of(std::string_view text, const std::vector<ByteRange>& sentences,
                             const Asked& asked, Language language) {
  std::vector<Place> places;
  WordScanner scanner(text, language);
  std::size_t sentence = 0;
  for (std::size_t word = 0; scanner.next(); ++word) {
    while (sentence + 1 < sentences.size() && scanner.begin() >= sentences[sentence].end) ++sentence;
    const std::size_t stem = asked.find(*scanner.lexeme().stem);
    if (stem < most_stems) places.push_back({sentence, word, stem});
  }
  return places;
}

// The names of what the words ask for: themselves, and what is another name of all of them together.
std::vector<NotionName> names_of(const std::vector<AskedWord>& asked) {
  std::vector<NotionName> names(1);
  for (const AskedWord& word : asked) names.front().push_back(word.stems);
  if (asked.empty()) return {};
  for (const auto& other : asked.front().others) {
    const bool is_of_all = std::all_of(asked.begin(), asked.end(), [&](const AskedWord& word) {
      return std::find(word.others.begin(), word.others.end(), other) != word.others.end();
    });
    if (!is_of_all) continue;
    names.emplace_back();
    for (const std::string& stem : other) names.back().push_back({stem});
  }
  return names;
}

bool answers_nothing(std::string_view sentence) {
  return sentence.size() < heading_bytes || sentence.ends_with('?') || sentence.ends_with("؟");
}

// Sentences [first, last] and those that follow while there is room, since what is asked is often answered by
// the next one.
ByteRange shown(std::string_view text, const std::vector<ByteRange>& sentences, std::size_t first,
                std::size_t last) {
  ByteRange where{sentences[first].begin, sentences[last].end};
  bool has_answer = false;
  for (std::size_t i = first; i <= last; ++i) {
    has_answer |= !answers_nothing(text.substr(sentences[i].begin, sentences[i].end - sentences[i].begin));
  }
  for (std::size_t next = last + 1; next < sentences.size(); ++next) {
    const std::size_t size = sentences[next].end - where.begin;
    const bool is_enough = has_answer && where.end - where.begin >= wanted_bytes;
    if (is_enough || size > most_bytes) break;
    where.end = sentences[next].end;
    has_answer |=
        !answers_nothing(text.substr(sentences[next].begin, sentences[next].end - sentences[next].begin));
  }
  if (where.end - where.begin > most_bytes) {
    where.end = where.begin + cut_utf8(text.substr(where.begin), most_bytes).size();
    while (where.end > where.begin && !is_blank(text[where.end - 1])) --where.end;
    while (where.end > where.begin && is_blank(text[where.end - 1])) --where.end;
  }
  return where;
}

}  // namespace

bool is_question(std::string_view typed) {
  if (typed.find('?') != std::string_view::npos || typed.find("؟") != std::string_view::npos) return true;
  const std::string folded = fold(typed) + ' ';
  return std::any_of(question_words.begin(), question_words.end(), [&](std::string_view word) {
    return folded.starts_with(word) && folded.size() > word.size() + 1 && folded[word.size()] == ' ';
  });
}

std::optional<Passage> best_passage(std::string_view page_text, const std::vector<AskedWord>& asked_words,
                                    Language language, bool asks_what_it_is) {
  const std::string_view text = cut_utf8(page_text, longest_page);
  const Asked asked(asked_words);
  const std::vector<ByteRange> sentences = sentences_of(text);
  const std::vector<Place> places = places_of(text, sentences, asked, language);
  const std::vector<NotionName> notion = asks_what_it_is ? names_of(asked_words) : std::vector<NotionName>{};
  std::optional<Passage> best;
  std::size_t best_first = 0, best_last = 0;
  for (auto begin = places.begin(); begin != places.end();) {
    const std::size_t first = begin->sentence;
    const std::string_view opening =
        text.substr(sentences[first].begin, sentences[first].end - sentences[first].begin);
    const bool is_definition = defines(opening, notion, language);
    Stems present;
    auto end = begin;
    for (std::size_t last = first; last < first + most_sentences && end != places.end(); ++last) {
      if (end->sentence > last) continue;
      while (end != places.end() && end->sentence == last) present.set((end++)->stem);
      const double coverage = asked.coverage(present);
      const double score = coverage + (is_definition ? definition_share : 0) +
                           order_share * asked.order(begin, end) -
                           more_sentences * static_cast<double>(last - first);
      if (coverage <= 0 || (best && score <= best->score)) continue;
      best = Passage{{}, coverage, is_definition, score};
      best_first = first;
      best_last = last;
    }
    while (begin != places.end() && begin->sentence == first) ++begin;
  }
  if (best) best->where = shown(text, sentences, best_first, best_last);
  return best;
}

}  // namespace mess::index
