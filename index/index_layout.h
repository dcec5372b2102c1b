#pragma once
// How the index is laid out on disk; what its writer and its readers agree on. Internal to index/. The
// reasons and the figures behind this shape are in index/README.md.
//
//   index/documents   one Xapian document a catalogue document, docid = DocumentId. Terms:
//                       stem        with positions: title, creators, subjects, the lines that run through all
//                                   pages once, then each page after a gap, without those lines
//                       S + stem    of title, creators and subjects, without positions: weighs more
//                       F + core    every word whole, wdf 0: prefixes, completions, exact phrases, spelling
//                       T + words   pairs and triples of the title and subjects: topics to suggest
//                       A + stem    of creators, wdf 0: author:
//                       K + hash    of all words of the pages in order and of the record, when every page
//                                   has text: copies
//                       L + code, C + collection: filters
//   index/pages       one Xapian document a page with text that is no list of contents: stems of words that
//                     carry a topic, without positions, no term lists. Pages of a document have consecutive
//                     docids from IndexedRecord::first_page_id on. Those of removed documents stay until the
//                     next rebuild: nothing leads to them.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "library/document.h"

namespace mess::index {

inline constexpr const char* schema_version = "5";  // raise it with any change of layout or of normalising
inline constexpr const char* schema_key = "schema";
inline constexpr const char* revision_key = "revision";
inline constexpr const char* orphans_key = "orphans";  // page ids that nothing leads to any more

// Value slots of documents.
inline constexpr unsigned year_slot = 0;    // sortable_serialise; absent when not known
inline constexpr unsigned facets_slot = 1;  // see facets_of
inline constexpr unsigned oldest_slot = 2;  // like year_slot, but documents without a year come last

inline constexpr char title_prefix = 'S', form_prefix = 'F', topic_prefix = 'T', creator_prefix = 'A',
                      text_prefix = 'K';
inline constexpr char language_prefix = 'L', collection_prefix = 'C';

inline std::filesystem::path documents_path(const std::filesystem::path& index) {
  return index / "documents";
}
inline std::filesystem::path pages_path(const std::filesystem::path& index) {
  return index / "pages";
}

// What a result list needs of a document, kept in the index so that a search reads no catalogue.
struct IndexedRecord {
  std::string title;
  std::vector<std::string> creators, languages;
  std::optional<int> year;
  std::string collection;
  std::string sha256;
  int page_count = 0;
  library::TextState text = library::TextState::none;
  std::uint32_t first_page_id = 0;  // 0 when no page has text
  // Position of the first word of each page in the document's position lists; as many as pages, ascending.
  std::vector<std::uint32_t> page_starts;
  std::vector<std::uint32_t> running_lines;  // see RunningLines::keys
};

std::string serialise(const IndexedRecord& record);
// Reads back; with `starts` false the page starts are left out, which a result list does not need.
std::optional<IndexedRecord> parse_record(std::string_view data, bool starts);

// Collection, languages and year in one value, so that counting facets reads one value a document.
struct FacetKey {
  std::string collection;
  std::vector<std::string> languages;
  std::string year;
};
std::string facets_of(const IndexedRecord& record);
FacetKey parse_facets(std::string_view value);

// A boolean term, cut to what Xapian takes.
std::string filter_term(char prefix, std::string_view value);

}  // namespace mess::index
