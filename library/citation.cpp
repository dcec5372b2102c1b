#include "library/citation.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "library/citation_parts.h"
#include "library/record_text.h"

namespace mess::library {

namespace {

// Side files and staff write what they like; a citation is one line of text.
Document tidied(Document document) {
  const auto tidy_all = [](std::vector<std::string>& texts) {
    for (std::string& text : texts) text = record_text(text);
    std::erase(texts, std::string());
  };
  document.title = record_text(document.title);
  document.publisher = record_text(document.publisher);
  document.identifier = record_text(document.identifier);
  tidy_all(document.creators);
  tidy_all(document.subjects);
  return document;
}

Language main_language(const Document& document) {
  return document.languages.empty() ? Language::unknown : language_of(document.languages.front());
}

Language words_for(const Document& document, Language reader) {
  if (cited_from_right(document)) return Language::arabic;
  if (reader != Language::unknown && !is_right_to_left(reader)) return reader;
  const Language own = main_language(document);
  return own == Language::unknown || is_right_to_left(own) ? Language::french : own;
}

}  // namespace

bool cited_from_right(const Document& document) {
  const auto title = icu::UnicodeString::fromUTF8(document.title);
  int rightwards = 0, leftwards = 0;
  for (std::int32_t i = 0; i < title.length(); i = title.moveIndex32(i, 1)) {
    const auto direction = u_charDirection(title.char32At(i));
    leftwards += direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
    rightwards += direction == U_LEFT_TO_RIGHT ? 1 : 0;
  }
  if (leftwards == rightwards) return is_right_to_left(main_language(document));
  return leftwards > rightwards;
}

std::string citation_key(const Document& document) {
  constexpr std::size_t digits = 8;
  const bool known = document.sha256.size() >= digits;
  return "mess-" + (known ? document.sha256.substr(0, digits) : std::to_string(document.id));
}

std::string citation(const Document& document, CitationStyle style, Language reader,
                     std::optional<int> page) {
  const Document record = tidied(document);
  const Language words = words_for(record, reader);
  const int number = page.value_or(0);
  switch (style) {
    case CitationStyle::iso690:
      return iso690_citation(record, words, number);
    case CitationStyle::apa:
      return apa_citation(record, words, number);
    case CitationStyle::bibtex:
      return bibtex_citation(record, number);
    case CitationStyle::ris:
      break;
  }
  return ris_citation(record, number);
}

}  // namespace mess::library
