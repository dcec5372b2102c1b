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

#include "index/thesaurus.h"
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
  std::vector<std::string> themes;       // ids of concepts; any of these; empty = all
  std::vector<std::string> territories;  // the same
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

// One passage for a question, whole sentences as they stand on the page.
struct Answer {
  DocumentId id = 0;
  std::string title;
  std::string language;  // of the passage, ISO 639-1
  int page = 1;
  std::string passage;                // readable()
  std::vector<ByteRange> highlights;  // in passage
  // It says what something is, as was asked. Words of the question that stand there prove nothing.
  bool sure = false;
};

struct FacetValue {
  std::string value;
  int count = 0;
  Names names = {};  // of themes and territories, to be read by visitors
};
// Each count is what choosing that value gives. Years ascending, the others by count. A theme or territory
// that is chosen is there even when no document is left of it.
struct Facets {
  std::vector<FacetValue> collections, languages, years, themes, territories;
};

// A way on from a search that found nothing: a search for `query` with these filters only, which finds
// `total` documents.
struct Exit {
  enum class Kind {
    unfiltered,      // the same words without the filters
    spelling,        // other words, that are written nearly so
    fewer_words,     // some of the words, and none excluded
    other_language,  // what the words name, in the other great language of the house
    broader,         // a wider concept of the thesaurus, or one beside it
    theme,           // all documents of a theme; its query is empty
  } kind = Kind::theme;
  std::string query;
  int total = 0;
  SearchFilters filters = {};  // of a theme: that theme
  Names names = {};            // of a theme, to be read by visitors
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
  // When nothing was found, of words that nobody is still typing: ways on, most helpful first.
  std::vector<Exit> exits;
  double elapsed_ms = 0;
  std::vector<DocumentHit> documents;
  Facets facets;
  std::optional<Answer> answer;  // to a question that is no longer being typed
};

// A completion of what is being typed. A search for its text finds documents.
struct Suggestion {
  // An actor is a person or an organisation that made documents. A place may stand behind a topic.
  enum class Kind { topic, title, place, actor } kind = Kind::topic;
  std::string text;   // the whole, in readable spelling
  ByteRange typed;    // the part of it that was typed
  DocumentId id = 0;  // of a title
  // The same in the other great language of the house (see SearchResponse::also_searched), when documents
  // have that too; else "".
  std::string also;
  Language also_language = Language::unknown;
};

// True when a newer request has made this one useless; checked between steps.
using CancelFlag = std::atomic<bool>;

struct GlossaryEntry;

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
  // What the words typed may become, of each kind at least one if there is any. The first call after the
  // index or the thesaurus has changed reads names, in some 0.1 s for a thousand documents.
  std::vector<Suggestion> suggest(const std::string& typed, Language language, int limit);
  // Documents near this one: by the concepts that it speaks of, in all languages, its telling words, its
  // themes and its collection; the nearest first, never itself nor the same text twice. They carry the record
  // only. Errors: not_found (the index has no such document), corrupt.
  Result<std::vector<DocumentHit>> related(DocumentId id, int limit);
  // The concept that the word at byte `at` of a passage belongs to, from the same thesaurus: see
  // glossary_entry.
  std::optional<GlossaryEntry> glossary(std::string_view passage, std::size_t at, Language language);
  // Reads what the first search would have to wait for: thesaurus, words, themes. To be called while nobody
  // waits; what goes wrong is told by the next search.
  void prepare();

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
  // These words, and names by which the thesaurus found the document (DocumentHit::through). A name of
  // several words matches where it stands whole: its words in order, with nothing but words of grammar
  // between, which match with it.
  QueryWords with_names(const std::vector<std::string>& names) const;
  // Byte ranges of the words of `text` that match, in order, adjacent ones not merged.
  std::vector<ByteRange> find_in(std::string_view text, Language text_language) const;

 private:
  std::vector<std::string> stems_;     // sorted
  std::vector<std::string> prefixes_;  // of the last word while typing, and of words that end in *
  using Name = std::vector<std::vector<std::string>>;  // what each of its words may be stemmed to
  std::vector<Name> names_;                            // of several words
  friend class NamesUnderway;
};

}  // namespace mess::index
