#pragma once
// Counts facet values over all documents that match. Internal to index/.

#include <xapian.h>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "index/query_builder.h"
#include "index/search.h"
#include "index/theme_sets.h"

namespace mess::index {

// Reads one value a document; the few distinct ones are taken apart only at the end.
class FacetCounter : public Xapian::MatchSpy {
 public:
  explicit FacetCounter(const ThemeSets& sets) : sets_(sets) {}
  void operator()(const Xapian::Document& document, double weight) override;
  // Fills the facet asked for, or all of them for Facet::none.
  void write(Facet facet, const SearchFilters& filters, Facets& facets) const;

 private:
  const ThemeSets sets_;
  std::unordered_map<std::string, int> counts_;
  std::unordered_map<std::uint64_t, int> themes_, territories_;  // by the bits of a document
};

// The facets of `words` under the filters, each counted without a filter of its own, and in `total` how many
// documents pass them all. Counts, not estimates.
Facets count_facets(const Xapian::Database& documents, const Xapian::Query& words,
                    const SearchFilters& filters, const ThemeSets& sets, int& total);

}  // namespace mess::index
