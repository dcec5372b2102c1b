#pragma once
// Which documents belong to which theme and territory of the thesaurus (Concept::theme). Worked out in memory
// from the index as it is, so that an edit of a thesaurus file takes effect without indexing anything again.
// Internal to index/.
//
// A document belongs to a theme when a name of the theme, or of a concept that is narrower, stands in its
// title, creators or subjects, or often enough in its text: `fewest_mentions`, and in a long text one in
// `words_a_theme` words; a place tells more by its name, so `words_a_territory` do. A name counts in
// documents of its own language; names of several words count where they stand together, in order.
// index/README.md says what these numbers were chosen by.

#include <xapian.h>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/thesaurus.h"

namespace mess::index {

inline constexpr std::uint32_t fewest_mentions = 5, words_a_theme = 400, words_a_territory = 1000;
inline constexpr std::size_t most_themes = 64;  // one bit each; a longer list would help nobody

// The themes, or the territories, and for each document those that it belongs to.
struct DocumentSets {
  struct Theme {
    std::string id;
    Names names;
  };
  std::vector<Theme> themes;      // at most most_themes, in the order of the files
  std::vector<std::uint64_t> of;  // by docid, bit n = themes[n]

  std::uint64_t of_document(Xapian::docid id) const { return id < of.size() ? of[id] : 0; }
  // The bits of these ids; one that is not known has none.
  std::uint64_t bits_of(const std::vector<std::string>& ids) const;
  // The documents that belong to any of these. Keeps what it needs of `sets` alive.
  static Xapian::Query any_of(std::shared_ptr<const DocumentSets> sets, const std::vector<std::string>& ids);
};

struct ThemeSets {
  std::shared_ptr<const DocumentSets> themes = std::make_shared<DocumentSets>();
  std::shared_ptr<const DocumentSets> territories = std::make_shared<DocumentSets>();
};

// Throws what Xapian throws. 75 ms for 1,600 documents of 30 pages.
ThemeSets find_theme_sets(const Xapian::Database& documents, const Thesaurus& thesaurus);

}  // namespace mess::index
