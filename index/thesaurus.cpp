#include "index/thesaurus.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

#include "index/normaliser.h"
#include "index/stop_words.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t longest_acronym = 8;  // letters

std::size_t place_of(Language language) {
  const auto at = std::find(interface_languages.begin(), interface_languages.end(), language);
  return static_cast<std::size_t>(at - interface_languages.begin());
}

std::string with_capital(const std::string& text) {
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(text);
  if (letters.isEmpty()) return text;
  const UChar32 first = letters.char32At(0);
  letters.replace(0, U16_LENGTH(first), u_totitle(first));
  std::string made;
  return letters.toUTF8String(made);
}

// All capitals, of the letters that have them: ESS, CNSS, Pro-A is none.
bool is_acronym(std::string_view text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() >= 2 && text.size() <= longest_acronym &&
         std::all_of(text.begin(), text.end(), is_capital);
}

std::vector<Token> without_stop_words(const std::string& text, Language language) {
  std::vector<Token> all = tokenize(text, language), telling;
  for (const Token& token : all) {
    if (!is_stop_word(token.form)) telling.push_back(token);
  }
  return telling.empty() ? all : telling;
}

// Words in Latin letters with one stem may be two forms of one word (publique, publics) or two words of one
// family (public, publication; coopérative, coopération). Endings of forms are short.
struct Endings {
  std::size_t shorter = 0, longer = 0;  // letters, after those that both begin with
  bool of_one_word() const { return shorter <= 2 && longer <= 3; }
};

Endings endings_of(std::string_view one, std::string_view other) {
  const auto apart = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const std::size_t shared = static_cast<std::size_t>(apart.first - one.begin());
  const auto [shorter, longer] = std::minmax({one.size() - shared, other.size() - shared});
  return {shorter, longer};
}

bool is_form_of(const Thesaurus::Word& word, const Thesaurus::Label& label) {
  return word.is_guessed || is_arabic_form(word.core) || endings_of(word.core, label.core).of_one_word();
}

std::vector<Thesaurus::Label> labels_of(const Concept& concept_, std::uint32_t number) {
  std::vector<Thesaurus::Label> labels;
  for (const bool preferred : {true, false}) {
    for (const Language language : interface_languages) {
      const auto& names = concept_.labels_in(language);
      for (std::size_t i = preferred ? 0 : 1;
           i < (preferred ? std::min<std::size_t>(1, names.size()) : names.size()); ++i) {
        Thesaurus::Label label{number, language, names[i], {}, {}, is_acronym(names[i])};
        const std::vector<Token> words = without_stop_words(names[i], language);
        for (const Token& word : words) label.stems.push_back(word.stem);
        if (label.is_acronym) label.stems = {fold(names[i])};
        if (!label.is_acronym && words.size() == 1) label.core = lexeme_of(words.front().form, language).core;
        if (!label.stems.empty()) labels.push_back(std::move(label));
      }
    }
  }
  return labels;
}

}  // namespace

const std::vector<std::string>& Concept::labels_in(Language language) const {
  static const std::vector<std::string> none;
  const std::size_t place = place_of(language);
  return place < labels.size() ? labels[place] : none;
}

const std::string& Concept::name(Language language) const {
  if (const auto& own = labels_in(language); !own.empty()) return own.front();
  for (const auto& names : labels) {
    if (!names.empty()) return names.front();
  }
  return id;
}

const std::string& name_in(const Names& names, Language language) {
  static const std::string none;
  const std::size_t place = place_of(language);
  return place < names.size() ? names[place] : none;
}

std::string Concept::facet_name(Language language) const {
  const std::string& given = name_in(facet_names, language);
  return with_capital(given.empty() ? name(language) : given);
}

Thesaurus::Thesaurus(std::vector<Concept> concepts) {
  std::unordered_map<std::string, std::size_t> numbers;
  for (Concept& given : concepts) {
    const auto [known, is_new] = numbers.emplace(given.id, concepts_.size());
    if (is_new) {
      concepts_.push_back(std::move(given));
    } else {
      concepts_[known->second] = std::move(given);
    }
  }
  for (std::uint32_t number = 0; number < concepts_.size(); ++number) {
    first_label_.push_back(static_cast<std::uint32_t>(labels_.size()));
    for (Label& label : labels_of(concepts_[number], number)) {
      by_first_stem_[label.stems.front()].push_back(static_cast<std::uint32_t>(labels_.size()));
      labels_.push_back(std::move(label));
    }
  }
  first_label_.push_back(static_cast<std::uint32_t>(labels_.size()));
}

// Of one word's names those that are written most like it: salariés is the French salarié, not the English
// salary, and أجير not the woman أجيرة, though both have one stem.
void Thesaurus::keep_nearest(const std::vector<Word>& words, std::vector<Match>& found) const {
  const auto distance = [&](const Match& match) {
    const Endings endings = endings_of(words[match.first].core, labels_[match.label].core);
    return endings.shorter + endings.longer;
  };
  const auto is_compared = [&](const Match& match) {
    return match.last - match.first == 1 && !labels_[match.label].core.empty() &&
           !words[match.first].is_guessed;
  };
  std::map<std::size_t, std::size_t> nearest;  // by place
  for (const Match& match : found) {
    if (!is_compared(match)) continue;
    const std::size_t apart = distance(match);
    const auto [known, is_first] = nearest.emplace(match.first, apart);
    if (!is_first) known->second = std::min(known->second, apart);
  }
  std::erase_if(found, [&](const Match& match) {
    return is_compared(match) && distance(match) > nearest.at(match.first);
  });
}

std::vector<Thesaurus::Match> Thesaurus::find(const std::vector<Word>& words) const {
  std::vector<Match> found;
  const auto is_stem_of = [](const Word& word, const std::string& stem) {
    return std::find(word.stems->begin(), word.stems->end(), stem) != word.stems->end();
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::set<std::uint32_t> tried;
    const auto look = [&](const std::string& stem) {
      const auto labels = by_first_stem_.find(stem);
      if (labels == by_first_stem_.end()) return;
      for (const std::uint32_t number : labels->second) {
        const Label& label = labels_[number];
        if (at + label.stems.size() > words.size() || !tried.insert(number).second) continue;
        if (label.is_acronym) {
          if (words[at].core == label.stems.front()) found.push_back({at, at + 1, number});
          continue;
        }
        if (label.stems.size() == 1 && !is_form_of(words[at], label)) continue;
        bool all = true;
        for (std::size_t i = 1; i < label.stems.size() && all; ++i)
          all = is_stem_of(words[at + i], label.stems[i]);
        if (all) found.push_back({at, at + label.stems.size(), number});
      }
    };
    for (const std::string& stem : *words[at].stems) look(stem);
    look(std::string(words[at].core));
  }
  keep_nearest(words, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Match& a, const Match& b) { return a.last - a.first > b.last - b.first; });
  return found;
}

std::vector<const Thesaurus::Label*> Thesaurus::others(std::uint32_t number) const {
  const Label& given = labels_[number];
  std::vector<const Label*> names;
  std::set<std::vector<std::string>> known{given.stems};
  for (std::uint32_t i = first_label_[given.concept_number]; i < first_label_[given.concept_number + 1];
       ++i) {
    if (known.insert(labels_[i].stems).second) names.push_back(&labels_[i]);
  }
  return names;
}

const Concept* Thesaurus::find_concept(std::string_view id) const {
  const auto at =
      std::find_if(concepts_.begin(), concepts_.end(), [&](const Concept& c) { return c.id == id; });
  return at == concepts_.end() ? nullptr : &*at;
}

}  // namespace mess::index
