#pragma once
// The thesaurus as a glossary: which concept the word under a finger belongs to, and what its card says. A
// name of several words around the one touched comes before that word alone. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/search.h"
#include "index/thesaurus.h"

namespace mess::index {

struct GlossaryEntry {
  ByteRange words;             // of the text: what names the concept
  std::string id;              // of the concept
  Names names;                 // preferred ones; "" where a language has none
  Names definition;            // "" where nobody has written one
  Names broader;               // names of the concept that is wider; all "" when there is none
  std::vector<Names> related;  // of those beside it, at most 6; a language without one has another's
};

// The concept named at byte `at` of `text`, which is a passage of a page in `language`; nullopt: the
// thesaurus knows none. A word counts in its own form or a common inflection of it ("coopératives",
// «والتعاونيات»), not for having the same stem («associé» is no «association»). Only the 400 bytes on each
// side of `at` are looked at.
std::optional<GlossaryEntry> glossary_entry(const Thesaurus& thesaurus, std::string_view text, std::size_t at,
                                            Language language);

}  // namespace mess::index
