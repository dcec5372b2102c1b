#pragma once
// Counts facet values over all documents that match. Internal to index/.

#include <xapian.h>
#include <string>
#include <unordered_map>

#include "index/query_builder.h"
#include "index/search.h"

namespace mess::index {

// Reads one value a document; the few distinct ones are taken apart only at the end.
class FacetCounter : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;
  // Fills the facet asked for, or all of them for Facet::none.
  void write(Facet facet, Facets& facets) const;

 private:
  std::unordered_map<std::string, int> counts_;
};

}  // namespace mess::index
