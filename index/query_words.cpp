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

QueryWords QueryWords::with(const std::vector<std::string>& stems) const {
  std::vector<std::string> all = stems_;
  all.insert(all.end(), stems.begin(), stems.end());
  return {std::move(all), prefixes_};
}

bool QueryWords::empty() const {
  return stems_.empty() && prefixes_.empty();
}

std::vector<ByteRange> QueryWords::find_in(std::string_view text, Language text_language) const {
  std::vector<ByteRange> found;
  if (empty()) return found;
  // A stem begins as its word does; only an Arabic word may have something before it.
  std::bitset<256> beginnings;
  for (const auto* words : {&stems_, &prefixes_}) {
    for (const std::string& word : *words) beginnings.set(static_cast<unsigned char>(word.front()));
  }
  WordScanner scanner(text, text_language);
  while (scanner.next()) {
    const std::string_view form = scanner.form();
    if (!is_arabic_form(form) && !beginnings.test(static_cast<unsigned char>(form.front()))) continue;
    const Lexeme& lexeme = scanner.lexeme();
    const bool matches = std::binary_search(stems_.begin(), stems_.end(), *lexeme.stem) ||
                         std::any_of(prefixes_.begin(), prefixes_.end(), [&](const std::string& prefix) {
                           return lexeme.core.starts_with(prefix);
                         });
    if (matches) found.push_back({scanner.begin(), scanner.end()});
  }
  return found;
}

}  // namespace mess::index
