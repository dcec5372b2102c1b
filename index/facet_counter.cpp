#include "index/facet_counter.h"

#include <algorithm>
#include <map>

#include "index/index_layout.h"

namespace mess::index {
namespace {

std::vector<FacetValue> listed(const std::map<std::string, int>& counts, bool by_count) {
  std::vector<FacetValue> values;
  for (const auto& [value, count] : counts) {
    if (!value.empty()) values.push_back({value, count});
  }
  if (by_count) {
    std::stable_sort(values.begin(), values.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
  }
  return values;
}

}  // namespace

void FacetCounter::operator()(const Xapian::Document& document, double) {
  ++counts_[document.get_value(facets_slot)];
}

void FacetCounter::write(Facet facet, Facets& facets) const {
  std::map<std::string, int> collections, languages, years;
  for (const auto& [value, count] : counts_) {
    const FacetKey key = parse_facets(value);
    collections[key.collection] += count;
    years[key.year] += count;
    for (const std::string& language : key.languages) languages[language] += count;
  }
  if (facet == Facet::none || facet == Facet::collection) facets.collections = listed(collections, true);
  if (facet == Facet::none || facet == Facet::language) facets.languages = listed(languages, true);
  if (facet == Facet::none || facet == Facet::year) facets.years = listed(years, false);
}

}  // namespace mess::index
