#pragma once
// Searching the library: words in, documents with their best pages and snippets out. Documents that hold all
// words, when they are enough and the query is no question; else documents that hold any, best first. An
// order by year keeps to all words while a document holds them. A Searcher is used by one thread (the search
// thread); it follows index updates by itself.

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "library/document.h"
#include "library/language.h"
#include "library/library_folder.h"
#include "library/result.h"

namespace mess::index {

using library::DocumentId;

struct ByteRange {
  std::size_t begin = 0, end = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

struct SearchFilters {
  std::vector<std::string> collections;  // any of these; empty = all
  std::vector<std::string> languages;    // any of these; empty = all
  std::optional<int> year_from, year_to;
  friend bool operator==(const SearchFilters&, const SearchFilters&) = default;
};

struct SearchRequest {
  std::string query;  // as typed; empty with filters = everything that passes them, newest first
  SearchFilters filters;
  int offset = 0;
  int limit = 10;
  Language language = Language::unknown;  // of the interface: helps to stem the query
  bool typing = false;                    // the last word may be unfinished: it counts as a prefix too
  enum class Sort { relevance, newest, oldest } sort = Sort::relevance;
};

struct DocumentHit {
  DocumentId id = 0;
  std::string title;
  std::string language;  // main one, ISO 639-1
  std::optional<int> year;
  std::string collection;
  std::vector<std::string> creators;
  std::string sha256;
  int pages = 0;
  library::TextState text = library::TextState::none;  // good, or why search cannot look inside
  double score = 0;                                    // 0..100, 100 = best of this search
  int best_page = 1;                                   // where the reader opens
  std::vector<int> matching_pages;                     // in page order; at most 200
  int matching_page_count = 0;                         // all of them
  std::string snippet;                                 // readable(), of the best page
  std::vector<ByteRange> highlights;                   // in snippet
  std::vector<ByteRange> title_highlights;             // in title
  // Names of the thesaurus by which the document was found, as they stand there, when it does not hold the
  // words typed.
  std::vector<std::string> through;
};

struct FacetValue {
  std::string value;
  int count = 0;
};
struct Facets {
  std::vector<FacetValue> collections, languages, years;  // years ascending, the others by count
};

// One quoted passage for a question, whole sentences.
struct Answer {
  DocumentId id = 0;
  std::string title;
  std::string language;  // of the passage, ISO 639-1
  int page = 0;
  std::string passage;                // readable(), as it stands on the page
  std::vector<ByteRange> highlights;  // in passage
  bool sure = false;                  // false: it may answer
};

struct SearchResponse {
  std::string query;
  int total = 0;          // documents
  int total_pages = 0;    // matching pages of the documents returned
  bool any_word = false;  // no document holds all words; these hold some
  std::string corrected;  // a spelling that has hits; "" when there is none or it is not needed
  // What the thesaurus added: for each notion of the query its name in the other great language of the house,
  // Arabic for a query in Latin letters, French for one in Arabic.
  std::vector<std::string> also_searched;
  std::optional<Answer> answer;
  double elapsed_ms = 0;
  std::vector<DocumentHit> documents;
  Facets facets;
};

// A completion of what is being typed.
struct Suggestion {
  enum class Kind { topic, title } kind = Kind::topic;
  std::string text;   // the whole, in readable spelling
  ByteRange typed;    // the part of it that was typed
  DocumentId id = 0;  // of a title
};

// True when a newer request has made this one useless; checked between steps.
using CancelFlag = std::atomic<bool>;

class Searcher {
 public:
  // Errors: index_missing (none, or of another schema version: run the updater), corrupt, not_found.
  // Other names of the words are looked up in the thesaurus files of `thesaurus`, then of LIBRARY/thesaurus,
  // read again at the first search after they have changed.
  static Result<Searcher> open(const library::LibraryFolder& folder,
                               const std::filesystem::path& thesaurus = {});
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Errors: interrupted (cancelled), corrupt. No input is an error: what cannot be parsed is words.
  Result<SearchResponse> search(const SearchRequest& request, const CancelFlag* cancelled = nullptr);
  std::vector<Suggestion> suggest(const std::string& typed, Language language, int limit);

 private:
  struct Databases;
  explicit Searcher(std::unique_ptr<Databases> databases);
  std::unique_ptr<Databases> databases_;
};

// The words of a query as a matcher of text: marks in a page exactly what search finds. Pure, copyable.
class QueryWords {
 public:
  QueryWords() = default;
  explicit QueryWords(std::string_view query, Language language = Language::unknown, bool typing = false);
  // What a search made of its query, completions included: stems, and beginnings of folded words.
  QueryWords(std::vector<std::string> stems, std::vector<std::string> prefixes);
  bool empty() const;
  // These words and the stems of others, from the thesaurus.
  QueryWords with(const std::vector<std::string>& stems) const;
  // Byte ranges of the words of `text` that match, in order, adjacent ones not merged.
  std::vector<ByteRange> find_in(std::string_view text, Language text_language) const;

 private:
  std::vector<std::string> stems_;     // sorted
  std::vector<std::string> prefixes_;  // of the last word while typing, and of words that end in *
};

}  // namespace mess::index
