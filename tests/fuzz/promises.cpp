#include "promises.h"

#include <algorithm>
#include <cmath>

#include "fuzz_library.h"
#include "library/pdf_utf8.h"

namespace mess::fuzz {
namespace {

using index::ByteRange;
using index::DocumentHit;
using index::SearchRequest;
using index::SearchResponse;

// A snippet is about 220 characters, at most 90 more when a sentence begins before, and two "…"; each of up
// to four bytes.
constexpr std::size_t longest_snippet = 4 * (220 + 90 + 4);
constexpr std::size_t most_pages_listed = 200;

// One more byte than the text has; those at which a character starts, and the end.
std::vector<bool> boundaries_of(std::string_view text) {
  std::vector<bool> starts(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += library::utf8_character(text, at).bytes) starts[at] = true;
  starts.back() = true;
  return starts;
}

std::string fault_of_pages(const DocumentHit& hit) {
  if (hit.best_page < 1 || hit.best_page > std::max(1, hit.pages)) return "the best page is none";
  if (hit.matching_pages.size() > most_pages_listed) return "too many pages are listed";
  if (hit.matching_page_count < static_cast<int>(hit.matching_pages.size())) return "fewer pages than listed";
  int before = 0;
  for (const int page : hit.matching_pages) {
    if (page <= before || page > hit.pages) return "matching pages are out of order or none";
    before = page;
  }
  return {};
}

bool passes(const DocumentHit& hit, const index::SearchFilters& filters) {
  if (!filters.collections.empty() && std::find(filters.collections.begin(), filters.collections.end(),
                                                hit.collection) == filters.collections.end()) {
    return false;
  }
  if (filters.year_from && (!hit.year || *hit.year < *filters.year_from)) return false;
  return !filters.year_to || (hit.year && *hit.year <= *filters.year_to);
}

std::string fault_of_hit(const DocumentHit& hit, const SearchRequest& request) {
  if (!std::isfinite(hit.score) || hit.score < 0 || hit.score > 100)
    return "a score is not between 0 and 100";
  if (hit.title.empty()) return "a document without a title";
  if (!passes(hit, request.filters)) return "a document that the filters leave out";
  if (auto fault = fault_of_pages(hit); !fault.empty()) return fault;
  if (auto fault = fault_of_ranges(hit.title_highlights, hit.title); !fault.empty()) return "title: " + fault;
  if (auto fault = fault_of_snippet(hit.snippet); !fault.empty()) return fault;
  if (auto fault = fault_of_ranges(hit.highlights, hit.snippet); !fault.empty()) return "snippet: " + fault;
  for (const std::string& name : hit.through) {
    if (name.empty() || !is_valid_utf8(name)) return "a name it was found through cannot be shown";
  }
  return {};
}

std::string fault_of_facets(const std::vector<index::FacetValue>& values) {
  for (const index::FacetValue& value : values) {
    if (value.count < 1 || value.count > documents_made) return "a facet that no document can have";
    if (value.value.empty()) return "a facet without a name";
  }
  return {};
}

// A theme that is chosen is listed even when no document is left of it.
std::string fault_of_themes(const std::vector<index::FacetValue>& values,
                            const std::vector<std::string>& chosen) {
  int before = documents_made;
  for (const index::FacetValue& value : values) {
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), value.value) != chosen.end();
    if (value.count < (is_chosen ? 0 : 1) || value.count > before)
      return "a theme with a count that cannot be, or out of order";
    before = value.count;
    if (value.value.empty()) return "a theme without an id";
    for (const std::string& name : value.names) {
      if (name.empty() || !is_valid_utf8(name)) return "a theme that cannot be shown";
    }
  }
  return {};
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = library::utf8_character(text, at);
    if (!character.valid) return false;
    at += character.bytes;
  }
  return true;
}

std::string fault_of_ranges(const std::vector<ByteRange>& ranges, std::string_view text) {
  if (ranges.empty()) return {};
  const std::vector<bool> starts = boundaries_of(text);
  std::size_t before = 0;
  for (const ByteRange& range : ranges) {
    if (range.end > text.size() || range.begin >= range.end) return "a mark outside the text, or empty";
    if (range.begin < before) return "marks out of order";
    if (!starts[range.begin] || !starts[range.end]) return "a mark that cuts a character";
    before = range.end;
  }
  return {};
}

std::string fault_of_snippet(std::string_view snippet) {
  if (!is_valid_utf8(snippet)) return "the snippet is no UTF-8";
  if (snippet.size() > longest_snippet) return "the snippet has " + std::to_string(snippet.size()) + " bytes";
  return {};
}

std::string fault_of_response(const SearchResponse& response, const SearchRequest& request) {
  if (response.documents.size() > static_cast<std::size_t>(std::max(request.limit, 0))) {
    return "more documents than were asked for";
  }
  if (response.total < 0 || response.total > documents_made || response.total_pages < 0) {
    return "a count that cannot be";
  }
  if (static_cast<std::size_t>(response.total) < response.documents.size()) return "fewer in all than shown";
  if (response.any_word && response.total == 0) return "any word, but no document";
  if (!(response.elapsed_ms >= 0)) return "a time before the search began";
  for (const DocumentHit& hit : response.documents) {
    if (auto fault = fault_of_hit(hit, request); !fault.empty()) return fault;
  }
  for (const auto* values :
       {&response.facets.collections, &response.facets.languages, &response.facets.years}) {
    if (auto fault = fault_of_facets(*values); !fault.empty()) return fault;
  }
  const index::Facets& facets = response.facets;
  if (auto fault = fault_of_themes(facets.themes, request.filters.themes); !fault.empty()) return fault;
  if (auto fault = fault_of_themes(facets.territories, request.filters.territories); !fault.empty())
    return fault;
  for (const std::string& name : response.also_searched) {
    if (name.empty() || !is_valid_utf8(name)) return "a name that cannot be shown";
  }
  return {};
}

std::string fault_of_suggestions(const std::vector<index::Suggestion>& suggestions, std::size_t most) {
  if (suggestions.size() > most) return "more suggestions than were asked for";
  for (const index::Suggestion& suggestion : suggestions) {
    if (suggestion.text.empty() || !is_valid_utf8(suggestion.text))
      return "a suggestion that cannot be shown";
    if (suggestion.typed == ByteRange{}) continue;  // typed as another form
    if (auto fault = fault_of_ranges({suggestion.typed}, suggestion.text); !fault.empty()) {
      return "suggestion: " + fault;
    }
  }
  return {};
}

}  // namespace mess::fuzz
