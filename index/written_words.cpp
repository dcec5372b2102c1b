// How words and topics of the index, which are folded there, are written in the documents.
#include <unicode/unistr.h>

#include "index/characters.h"
#include "index/index_layout.h"
#include "index/normaliser.h"
#include "index/query.h"
#include "index/searcher_databases.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t most_spellings = 2000;
constexpr int most_holders = 30;  // documents looked through for one of the language

std::string lower_case(const std::string& text) {
  std::string lowered;
  icu::UnicodeString::fromUTF8(text).toLower().toUTF8String(lowered);
  return lowered;
}

bool is_acronym(const std::string& text) {
  const auto wide = icu::UnicodeString::fromUTF8(text);
  return wide.length() <= 6 && icu::UnicodeString(wide).toUpper() == wide;
}

// The word as written, in lower case unless it is an acronym, without the clitics that its core does not
// have.
std::string written(std::string_view slice, const Lexeme& lexeme) {
  std::string text = readable(slice);
  if (lexeme.core == lexeme.form) return is_acronym(text) ? text : lower_case(text);
  std::u16string letters;
  for (const char16_t c : to_utf16(text)) {
    if (fold_char(c).kind == CharKind::arabic) letters += c;
  }
  const std::size_t all = to_utf16(lexeme.form).size(), kept = to_utf16(lexeme.core).size();
  if (letters.size() != all || kept > all) return lexeme.core;
  return to_utf8(std::u16string_view(letters).substr(all - kept));
}

// The first word of `text` with this core, as written; "" when there is none.
std::string find_written(std::string_view text, std::string_view core, Language language) {
  WordScanner scanner(text, language);
  while (scanner.next()) {
    if (scanner.lexeme().core == core) {
      return written(text.substr(scanner.begin(), scanner.end() - scanner.begin()), scanner.lexeme());
    }
  }
  return {};
}

}  // namespace

// How one document writes a word: in its title, else on one of the first pages that hold it.
std::string Searcher::Databases::written_in(library::DocumentId id, const IndexedRecord& record,
                                            std::string_view core) {
  const Language language = record.languages.empty() ? Language::unknown : language_of(record.languages[0]);
  std::string spelling = find_written(record.title, core, language);
  const library::Catalogue* texts = catalogue();
  if (texts == nullptr || record.first_page_id == 0) return spelling;
  const auto last = record.first_page_id + static_cast<Xapian::docid>(record.page_count);
  for (const std::string& stem : stems_of(core)) {
    auto page = pages.postlist_begin(stem);
    const auto end = pages.postlist_end(stem);
    if (page != end) page.skip_to(record.first_page_id);
    for (int tries = 0; tries < 3 && spelling.empty() && page != end && *page < last; ++page, ++tries) {
      const auto text = texts->page(id, static_cast<int>(*page - record.first_page_id) + 1);
      if (text) spelling = find_written(text->text, core, language);
    }
  }
  return spelling;
}

// How a word is written is not in the index: it is read from a page that holds it, and remembered.
std::string Searcher::Databases::spelling_of(std::string_view core, Language language) {
  const std::string key = std::string(code_of(language)) + ':' + std::string(core);
  if (const auto known = spellings.find(key); known != spellings.end()) return known->second;
  std::string spelling;
  const std::string term = form_prefix + std::string(core);
  int tries = 0;
  for (auto holder = documents.postlist_begin(term); holder != documents.postlist_end(term); ++holder) {
    const auto record = parse_record(documents.get_document(*holder).get_data(), false);
    if (!record) continue;
    const bool is_wanted = !record->languages.empty() && record->languages.front() == code_of(language);
    if (is_wanted || spelling.empty()) {
      const std::string found = written_in(*holder, *record, core);
      if (!found.empty()) spelling = found;
    }
    if (is_wanted || ++tries == most_holders) break;
  }
  if (spelling.empty()) spelling = core;
  if (spellings.size() >= most_spellings) spellings.clear();
  return spellings[key] = spelling;
}

// A topic comes from a title or a subject; both are short.
std::string Searcher::Databases::topic_spelling(const std::string& term, const std::string& topic) {
  const auto holder = documents.postlist_begin(term);
  if (holder == documents.postlist_end(term)) return {};
  const auto record = parse_record(documents.get_document(*holder).get_data(), false);
  if (!record) return {};
  std::vector<std::string> texts{record->title};
  if (const auto* records = catalogue()) {
    if (const auto document = records->document(*holder)) {
      texts.insert(texts.end(), document->subjects.begin(), document->subjects.end());
    }
  }
  for (const std::string& text : texts) {
    struct Place {
      std::size_t begin, end;
      std::string core;
    };
    std::vector<Place> places;
    WordScanner scanner(text, Language::french);
    while (scanner.next()) places.push_back({scanner.begin(), scanner.end(), scanner.lexeme().core});
    for (std::size_t first = 0; first < places.size(); ++first) {
      std::string joined = places[first].core;
      for (std::size_t last = first; joined.size() <= topic.size();) {
        if (joined == topic) {
          return lower_case(
              readable(text.substr(places[first].begin, places[last].end - places[first].begin)));
        }
        if (++last == places.size()) break;
        joined += ' ' + places[last].core;
      }
    }
  }
  return {};
}

}  // namespace mess::index
