#pragma once
// A parsed query as a Xapian query over the documents database. Internal to index/.

#include <xapian.h>

#include "index/query.h"
#include "index/search.h"
#include "index/theme_sets.h"

namespace mess::index {

// Which filter is left out: a facet is counted as if its own filter were not set, so that each count is what
// choosing that value gives.
enum class Facet { none, collection, language, year, theme, territory };

// Words AND-ed (`any_word` false) or OR-ed, phrases, exclusions, boosts of title and nearness; no filters.
Xapian::Query words_query(const ParsedQuery& query, bool any_word);

// Matches what `any` matches. Documents that match `all` too weigh so much more that they come first.
inline constexpr double weight_of_all_words = 1e6;  // more than words can weigh
Xapian::Query all_words_first(const Xapian::Query& all, const Xapian::Query& any);

// All words that are no stop words, in the title, creators or subjects.
Xapian::Query titles_query(const ParsedQuery& query);

Xapian::Query filtered(const Xapian::Query& query, const SearchFilters& filters, const ThemeSets& sets,
                       Facet without);

}  // namespace mess::index
