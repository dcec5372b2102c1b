#pragma once
// The names that may be suggested while somebody types: those of the thesaurus, the people and organisations
// that made the documents, and the titles. Internal to index/. Read whole from the index (tens of
// milliseconds for a thousand documents), used by one thread.

#include <cstdint>
#include <string>
#include <vector>

#include "index/name_words.h"
#include "index/thesaurus.h"

namespace Xapian {
class Database;
}

namespace mess::index {

struct KnownNames {
  struct Label {
    std::uint32_t concept_number = 0;  // in Thesaurus::concepts()
    Language language = Language::unknown;
    std::string text;
    bool is_preferred = false;
    // That hold its rarest word: no fewer than hold the name. 0: it stands nowhere.
    std::uint32_t most_documents = 0;
  };
  struct Actor {
    std::string name;  // as in the newest record
    std::uint32_t documents = 0;
  };

  std::vector<Label> labels;
  std::vector<Actor> actors;
  std::vector<std::uint32_t> most_documents;  // of each concept: the most that one of its labels has
  NameWords label_words, actor_words;
  NameWords title_words;  // their numbers are Xapian's document ids
};

// Throws what Xapian throws.
KnownNames read_known_names(const Xapian::Database& documents, const Thesaurus& thesaurus);

}  // namespace mess::index
