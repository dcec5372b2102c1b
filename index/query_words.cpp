#include <algorithm>
#include <bitset>

#include "index/query.h"
#include "index/search.h"
#include "index/words.h"

namespace mess::index {

// The language does not matter: words are compared by their stems in all languages, as search does.
QueryWords::QueryWords(std::string_view query, Language, bool typing)
    : QueryWords(parse_query(query, typing).marks()) {}

QueryWords::QueryWords(std::vector<std::string> stems, std::vector<std::string> prefixes)
    : stems_(std::move(stems)), prefixes_(std::move(prefixes)) {
  std::sort(stems_.begin(), stems_.end());
  stems_.erase(std::unique(stems_.begin(), stems_.end()), stems_.end());
}

QueryWords QueryWords::with_names(const std::vector<std::string>& names) const {
  std::vector<std::string> stems = stems_;
  std::vector<Name> of_several_words = names_;
  for (const std::string& text : names) {
    Name all, telling;
    WordScanner scanner(text, Language::unknown);
    while (scanner.next()) {
      all.push_back(stems_of(scanner.lexeme().form));
      if (!scanner.lexeme().is_stop) telling.push_back(all.back());
    }
    Name& name = telling.empty() ? all : telling;
    if (name.size() > 1) {
      of_several_words.push_back(std::move(name));
    } else if (!name.empty()) {
      stems.insert(stems.end(), name.front().begin(), name.front().end());
    }
  }
  QueryWords words(std::move(stems), prefixes_);
  words.names_ = std::move(of_several_words);
  return words;
}

bool QueryWords::empty() const {
  return stems_.empty() && prefixes_.empty() && names_.empty();
}

// Names of which the first words have been met.
class NamesUnderway {
 public:
  explicit NamesUnderway(const QueryWords& words) : names_(words.names_) {}
  bool any() const { return !begun_.empty(); }

  // The next word of the text. A name that ends with it is added to `found`, words of grammar in it too.
  void meet(const Lexeme& word, ByteRange where, std::vector<ByteRange>& found) {
    std::erase_if(begun_, [&](Begun& one) {
      const QueryWords::Name& name = names_[one.name];
      const bool is_next = is_any_of(*word.stem, name[one.met]);
      if (!is_next && !word.is_stop) return true;
      one.words.push_back(where);
      if (is_next) ++one.met;
      if (one.met < name.size()) return false;
      found.insert(found.end(), one.words.begin(), one.words.end());
      return true;
    });
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (is_any_of(*word.stem, names_[i].front())) begun_.push_back({i, 1, {where}});
    }
  }

 private:
  struct Begun {
    std::size_t name = 0, met = 0;  // how many of its words
    std::vector<ByteRange> words;   // of the text, from the first one on
  };
  static bool is_any_of(const std::string& stem, const std::vector<std::string>& stems) {
    return std::find(stems.begin(), stems.end(), stem) != stems.end();
  }

  const std::vector<QueryWords::Name>& names_;
  std::vector<Begun> begun_;
};

std::vector<ByteRange> QueryWords::find_in(std::string_view text, Language text_language) const {
  std::vector<ByteRange> found;
  if (empty()) return found;
  // A stem begins as its word does; only an Arabic word may have something before it.
  std::bitset<256> beginnings;
  for (const auto* words : {&stems_, &prefixes_}) {
    for (const std::string& word : *words) beginnings.set(static_cast<unsigned char>(word.front()));
  }
  for (const Name& name : names_) {
    for (const std::string& stem : name.front()) beginnings.set(static_cast<unsigned char>(stem.front()));
  }
  NamesUnderway names(*this);
  WordScanner scanner(text, text_language);
  while (scanner.next()) {
    const std::string_view form = scanner.form();
    const bool may_begin = is_arabic_form(form) || beginnings.test(static_cast<unsigned char>(form.front()));
    if (!may_begin && !names.any()) continue;
    const Lexeme& lexeme = scanner.lexeme();
    const bool matches = std::binary_search(stems_.begin(), stems_.end(), *lexeme.stem) ||
                         std::any_of(prefixes_.begin(), prefixes_.end(), [&](const std::string& prefix) {
                           return lexeme.core.starts_with(prefix);
                         });
    if (matches) found.push_back({scanner.begin(), scanner.end()});
    names.meet(lexeme, {scanner.begin(), scanner.end()}, found);
  }
  if (names_.empty()) return found;
  // A name is found at its last word, and its words may be others' too.
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace mess::index
