#pragma once
// What a Searcher holds open, and the steps of a search. Internal to index/.

#include <sys/types.h>
#include <xapian.h>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "index/facet_counter.h"
#include "index/known_names.h"
#include "index/name_documents.h"
#include "index/page_finder.h"
#include "index/query.h"
#include "index/search.h"
#include "index/theme_sets.h"
#include "index/thesaurus.h"
#include "index/vocabulary.h"
#include "library/catalogue.h"

namespace mess::index {

// With so few hits another spelling is offered.
inline constexpr int few_hits = 5;

struct Searcher::Databases {
  Databases(library::LibraryFolder f, std::vector<std::filesystem::path> thesauri)
      : folder(std::move(f)), thesaurus_folders(std::move(thesauri)) {}

  // Opens what is there now. Throws what Xapian throws.
  Result<void> open();
  // Follows commits, and the swap of the whole folder.
  Result<void> refresh();
  // Looked after once a request: what they hand out stays until the next.
  const Vocabulary& words();
  const Thesaurus& names();
  // See copies_in().
  DocumentList copies();
  // nullptr when nothing was asked for but filters: a shelf shows all that stands on it.
  DocumentList copies(const ParsedQuery& query);
  NameDocuments& name_documents();
  const ThemeSets& themes();
  bool words_are_checked = false, names_are_checked = false;

  // The steps; they throw what Xapian throws.
  Result<SearchResponse> search(const SearchRequest& request, const CancelFlag* cancelled);
  std::vector<Suggestion> suggest(const std::string& typed, Language language, int limit);
  std::vector<DocumentHit> related(DocumentId id, std::size_t limit);

  void complete_last_word(ParsedQuery& query);
  const std::vector<Vocabulary::Word>& likes_of(const std::string& core);
  void add_likely_spellings(ParsedQuery& query, bool typing);
  void weigh_words(ParsedQuery& query) const;  // is_common, form_idf
  // False when a newer search took this one's place meanwhile.
  bool find_documents_of_names(ParsedQuery& query, const CancelFlag* cancelled);
  std::string likely(const QueryWord& word, bool has_hits);
  std::string corrected(const SearchRequest& request, const ParsedQuery& query, bool has_hits);
  int count(const ParsedQuery& query, const SearchFilters& filters);
  // Which documents match: those that hold all words, those that hold any, or these with the former before
  // the others.
  enum class Wanted { all_words, any_word, all_words_first };
  // The best of all that match, the number of which goes to `total`.
  Xapian::MSet match(const ParsedQuery& query, Wanted wanted, const SearchRequest& request, Facets& facets,
                     int& total);
  // Which documents are to be listed when `hits` hold all words of the query.
  Wanted wanted_beside(const ParsedQuery& query, const SearchRequest& request, int hits);
  void reorder(std::span<PageFinder::Hit> hits, const ParsedQuery& query, Language reader,
               PageFinder& finder) const;
  void add_documents(const Xapian::MSet& found, const SearchRequest& request, const ParsedQuery& query,
                     const CancelFlag* cancelled, SearchResponse& response);
  std::vector<std::string> names_found_in(const PageFinder::Hit& hit, const ParsedQuery& query) const;
  bool holds(Xapian::docid document, const std::string& term) const;
  bool holds(const PageFinder::Hit& hit, const OtherName& name) const;
  bool holds_a_word(const PageFinder::Hit& hit, const ParsedQuery& query, Language reader) const;
  void add_snippet(const QueryWords& words, const IndexedRecord& record, DocumentHit& hit);
  std::optional<Answer> answer(const ParsedQuery& query, const std::vector<PageFinder::Hit>& hits,
                               const std::vector<HitPages>& where, const SearchResponse& response);
  // nullptr while it cannot be opened: snippets and spellings are then missing, hits are not.
  const library::Catalogue* catalogue();

  // How a core is written in the library, in documents of that language if there are any.
  std::string spelling_of(std::string_view core, Language language);
  std::string written_in(library::DocumentId id, const IndexedRecord& record, std::string_view core);
  std::string topic_spelling(const std::string& term, const std::string& topic);

  // Documents that hold each word of the text in some form: no fewer does a search for it find.
  int documents_with_all(const std::string& text);
  int documents_with_name(const std::string& name, Language language);
  bool is_found_by_other_names(const std::string& text);

  // The parts of suggest().
  struct Typed {
    std::string text;
    std::vector<TypedWord> words;
    bool is_arabic = false;
    Language shown = Language::unknown;  // of names that have one in several languages
  };
  struct Topic {
    std::string text;  // folded, or as the thesaurus writes it
    Xapian::doccount documents = 0;
    bool is_notion = false;  // a concept, or words of a title that belong together
    const KnownNames::Label* label = nullptr;
  };
  struct PlaceDocuments {
    std::uint32_t concept_number = 0;
    int count = 0;
    std::vector<std::uint64_t> documents;  // one bit each, by id
  };
  const KnownNames& known_names();
  std::vector<const KnownNames::Label*> labels_for(const Typed& typed, std::size_t first, bool places);
  void add_other_name(const KnownNames::Label& label, const Typed& typed, Suggestion& suggestion);
  std::vector<Topic> topics_for(const Typed& typed, std::size_t wanted);
  std::vector<Suggestion> suggest_topics(const Typed& typed, std::size_t wanted, bool& has_notion);
  const std::vector<PlaceDocuments>& documents_of_places();
  std::string place_for(const std::string& topic, Language language);
  std::vector<Suggestion> suggest_places(const Typed& typed, std::size_t wanted, const std::string& topic);
  std::vector<Suggestion> suggest_titles(const Typed& typed, std::size_t wanted);
  std::vector<Suggestion> suggest_actors(const Typed& typed, std::size_t wanted);

  // The ways on from a search without documents. Each is tried, or counted, before it is offered.
  void add_exits(const SearchRequest& request, const CancelFlag* cancelled, SearchResponse& response);
  bool add_exit(Exit::Kind kind, const std::string& query, const CancelFlag* cancelled,
                SearchResponse& response);
  void add_spellings(const ParsedQuery& query, const SearchRequest& request, const CancelFlag* cancelled,
                     SearchResponse& response);
  void add_fewer_words(const std::string& text, bool may_be_all, const CancelFlag* cancelled,
                       SearchResponse& response);
  void add_concepts(const std::string& text, Language language, const CancelFlag* cancelled,
                    SearchResponse& response);
  void add_themes(SearchResponse& response);
  const Concept* wider(const Concept& narrow);
  int total_of(const std::string& text, const CancelFlag* cancelled);

  library::LibraryFolder folder;
  std::vector<std::filesystem::path> thesaurus_folders;
  std::optional<Thesaurus> thesaurus;
  std::string thesaurus_state;
  ThemeSets theme_sets;
  std::optional<std::string> themes_revision,
      themes_thesaurus;  // of index and thesaurus, as the sets know them
  std::chrono::steady_clock::time_point themes_read;
  Xapian::Database documents, pages;
  dev_t device = 0;
  ino_t inode = 0;
  std::optional<library::Catalogue> catalogue_;
  std::optional<Vocabulary> vocabulary;
  std::string vocabulary_revision;
  std::chrono::steady_clock::time_point vocabulary_read;
  DocumentList copies_;
  std::string copies_revision;
  NameDocuments name_documents_;
  std::string name_documents_revision;
  std::map<std::string, std::string, std::less<>> spellings;
  std::map<std::string, std::vector<Vocabulary::Word>> likes;  // see likes_of; of the vocabulary above
  std::optional<KnownNames> all_names;
  std::string names_state;  // of the thesaurus whose names they are
  std::vector<PlaceDocuments> place_documents;
  std::map<std::string, int> counts;  // see documents_with_all, documents_with_name, total_of
  std::map<std::string, std::vector<Suggestion>> suggested;  // answers to what is typed first
};

// What the record says of a document; `best_weight` is that of the best one of this search.
DocumentHit hit_of(const PageFinder::Hit& ranked, double best_weight);

}  // namespace mess::index
