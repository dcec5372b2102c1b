#pragma once
// What the thesaurus adds to a query: for the words that name a concept, its other names. Internal to index/.

#include <vector>

#include "index/query.h"
#include "index/thesaurus.h"

namespace mess::index {

// Fills query.concepts. Words being excluded, and words between quotes, keep to what was typed.
void add_other_names(ParsedQuery& query, const Thesaurus& thesaurus);

// The query's words that carry a topic, cut into the longest stretches that name a concept; every such word
// is in exactly one unit.
struct QueryUnit {
  std::vector<std::size_t> words;                             // indices into ParsedQuery::words, in order
  std::vector<const OtherName*> others;                       // of all the words together
  std::vector<std::vector<const OtherName*>> others_of_word;  // of each word alone; as many as words
};
std::vector<QueryUnit> units_of(const ParsedQuery& query);

}  // namespace mess::index
