#include "index/glossary.h"

#include <algorithm>

#include "index/characters.h"
#include "index/normaliser.h"
#include "index/query.h"
#include "index/stop_words.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t reach = 400, most_related = 6;
// Letters in which two forms of a word may end differently: -s, -es, -aux, -ive; ـة, ـات, ـين.
constexpr std::size_t longest_ending = 2;

struct PassageWord {
  std::size_t begin = 0, end = 0;  // in the whole text
  std::string form, core;
  std::vector<std::string> stems;
};

// The words around `at` that carry a topic.
std::vector<PassageWord> words_around(std::string_view text, std::size_t at, Language language) {
  std::size_t from = at > reach ? at - reach : 0;
  // A word that is cut is none.
  while (from > 0 && from < at && text[from] != ' ' && text[from] != '\n') ++from;
  const std::string_view passage = cut_utf8(text.substr(from), at - from + reach);
  std::vector<PassageWord> words;
  for (const Token& token : tokenize(passage, language)) {
    if (is_stop_word(token.form)) continue;
    words.push_back({from + token.begin, from + token.end, token.form, lexeme_of(token.form, language).core,
                     stems_of(token.form)});
  }
  return words;
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_same_word(std::string_view a, std::string_view b) {
  const auto parted = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto common = static_cast<std::size_t>(parted.first - a.begin());
  while (common > 0 && common < a.size() && (a[common] & 0xC0) == 0x80) --common;  // to a whole letter
  const std::size_t ending = std::max(letters_in(a.substr(common)), letters_in(b.substr(common)));
  return ending == 0 || (ending <= longest_ending && letters_in(a.substr(0, common)) > ending);
}

// How well the words are that name; 0: not at all.
int likeness(const Thesaurus& thesaurus, const Thesaurus::Label& label, const std::vector<PassageWord>& words,
             const Thesaurus::Match& match, Language language) {
  std::vector<std::string> cores;
  for (const Token& token : tokenize(label.text, label.language)) {
    if (!is_stop_word(token.form)) cores.push_back(lexeme_of(token.form, label.language).core);
  }
  if (cores.size() != match.last - match.first) return label.is_acronym ? 8 : 0;
  bool exact = true;
  for (std::size_t i = 0; i < cores.size(); ++i) {
    if (!is_same_word(cores[i], words[match.first + i].core)) return 0;
    exact = exact && cores[i] == words[match.first + i].core;
  }
  const Concept& named = thesaurus.concept_of(label);
  const auto& names = named.labels_in(label.language);
  const bool is_preferred = !names.empty() && names.front() == label.text;
  return 1 + (exact ? 4 : 0) + (label.language == language ? 2 : 0) + (is_preferred ? 1 : 0);
}

// Nothing but words and single spaces and line ends lies between the words of a name.
bool is_one_stretch(std::string_view text) {
  return text.find("\n\n") == std::string_view::npos && text.find_first_of(".;:()") == std::string_view::npos;
}

Names preferred_names(const Concept& of) {
  Names names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!of.labels[i].empty()) names[i] = of.labels[i].front();
  }
  return names;
}

Names names_to_read(const Concept& of) {
  Names names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = of.name(interface_languages[i]);
  return names;
}

GlossaryEntry entry_of(const Thesaurus& thesaurus, const Concept& found, ByteRange words) {
  GlossaryEntry entry{words, found.id, preferred_names(found), found.definition, {}, {}};
  if (const Concept* wider = thesaurus.find_concept(found.broader)) entry.broader = names_to_read(*wider);
  for (const std::string& id : found.related) {
    if (entry.related.size() == most_related) break;
    if (const Concept* beside = thesaurus.find_concept(id)) entry.related.push_back(names_to_read(*beside));
  }
  return entry;
}

}  // namespace

std::optional<GlossaryEntry> glossary_entry(const Thesaurus& thesaurus, std::string_view text, std::size_t at,
                                            Language language) {
  if (at >= text.size()) return std::nullopt;
  const std::vector<PassageWord> words = words_around(text, at, language);
  std::vector<Thesaurus::Word> wanted;
  for (const PassageWord& word : words) wanted.push_back({word.form, &word.stems});
  const Concept* best = nullptr;
  ByteRange best_range;
  std::size_t most_words = 0;
  int nearest = 0;
  for (const Thesaurus::Match& match : thesaurus.find(wanted)) {
    const ByteRange range{words[match.first].begin, words[match.last - 1].end};
    const std::size_t count = match.last - match.first;
    if (at < range.begin || at >= range.end || count < most_words) continue;
    if (!is_one_stretch(text.substr(range.begin, range.end - range.begin)) && count > 1) continue;
    const Thesaurus::Label& label = thesaurus.label(match.label);
    const int likely = likeness(thesaurus, label, words, match, language);
    if (likely == 0 || (count == most_words && likely <= nearest)) continue;
    best = &thesaurus.concept_of(label);
    best_range = range;
    most_words = count;
    nearest = likely;
  }
  return best == nullptr ? std::nullopt : std::optional(entry_of(thesaurus, *best, best_range));
}

}  // namespace mess::index
