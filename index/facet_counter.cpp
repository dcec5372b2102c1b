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

std::vector<FacetValue> listed(const DocumentSets& sets, const std::unordered_map<std::uint64_t, int>& counts,
                               const std::vector<std::string>& chosen) {
  std::vector<FacetValue> values;
  for (std::size_t n = 0; n < sets.themes.size(); ++n) {
    FacetValue value{sets.themes[n].id, 0, sets.themes[n].names};
    for (const auto& [bits, count] : counts) {
      if ((bits >> n & 1) != 0) value.count += count;
    }
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), value.value) != chosen.end();
    if (value.count > 0 || is_chosen) values.push_back(std::move(value));
  }
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return values;
}

}  // namespace

void FacetCounter::operator()(const Xapian::Document& document, double) {
  ++counts_[document.get_value(facets_slot)];
  const Xapian::docid id = document.get_docid();
  if (const std::uint64_t bits = sets_.themes->of_document(id); bits != 0) ++themes_[bits];
  if (const std::uint64_t bits = sets_.territories->of_document(id); bits != 0) ++territories_[bits];
}

void FacetCounter::write(Facet facet, const SearchFilters& filters, Facets& facets) const {
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
  if (facet == Facet::none || facet == Facet::theme) {
    facets.themes = listed(*sets_.themes, themes_, filters.themes);
  }
  if (facet == Facet::none || facet == Facet::territory) {
    facets.territories = listed(*sets_.territories, territories_, filters.territories);
  }
}

namespace {

// Every match is looked at, but none is weighed: for its weight alone the positions of all words would be
// read, which in a large library is most of the time.
int count_matches(const Xapian::Database& documents, const Xapian::Query& query, FacetCounter& counter) {
  Xapian::Enquire enquire(documents);
  enquire.set_query(query * 0.0);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&counter);
  return static_cast<int>(enquire.get_mset(0, 0, documents.get_doccount()).get_matches_estimated());
}

}  // namespace

Facets count_facets(const Xapian::Database& documents, const Xapian::Query& words,
                    const SearchFilters& filters, const ThemeSets& sets, int& total) {
  Facets facets;
  const auto recount = [&](Facet facet) {
    FacetCounter counter(sets);
    const int found = count_matches(documents, filtered(words, filters, sets, facet), counter);
    counter.write(facet, filters, facets);
    return found;
  };
  total = recount(Facet::none);
  if (!filters.collections.empty()) recount(Facet::collection);
  if (!filters.languages.empty()) recount(Facet::language);
  if (filters.year_from || filters.year_to) recount(Facet::year);
  if (!filters.themes.empty()) recount(Facet::theme);
  if (!filters.territories.empty()) recount(Facet::territory);
  return facets;
}

}  // namespace mess::index
