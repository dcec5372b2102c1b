#include "query_check.h"

#include <stdlib.h>
#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "fuzz_library.h"
#include "index/normaliser.h"
#include "index/snippet.h"
#include "promises.h"

namespace mess::fuzz {
namespace {

namespace fs = std::filesystem;
using index::QueryWords;
using index::SearchRequest;
using index::SearchResponse;

constexpr std::size_t option_bytes = 4;
constexpr int suggestions_wanted = 8;

fs::path new_folder() {
  std::string pattern = (fs::temp_directory_path() / "mess-fuzz-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return pattern;
}

Language language_number(unsigned number) {
  constexpr Language all[] = {Language::unknown, Language::french, Language::arabic, Language::spanish,
                              Language::english};
  return all[number % std::size(all)];
}

// An id of the map, chosen by number; past its end one that nobody has.
template <class Map>
std::string id_number(const Map& known, unsigned number) {
  const std::size_t place = number % (known.size() + 1);
  if (place == known.size()) return "nobody's";
  return std::next(known.begin(), static_cast<std::ptrdiff_t>(place))->first;
}

// The request that is left when a value of a facet is touched.
SearchRequest narrowed(const SearchRequest& request, std::vector<std::string> index::SearchFilters::*facet,
                       const std::string& value) {
  SearchRequest chosen = request;
  chosen.filters.*facet = {value};
  return chosen;
}

SearchRequest narrowed_to_year(const SearchRequest& request, const std::string& year) {
  SearchRequest chosen = request;
  chosen.filters.year_from = chosen.filters.year_to = std::stoi(year);
  return chosen;
}

std::string fault_of_words(const SearchRequest& request) {
  for (const Language language : interface_languages) {
    const QueryWords words(request.query, language, request.typing);
    for (const std::string_view text : {std::string_view(request.query), std::string_view(mixed_text)}) {
      if (auto fault = fault_of_ranges(words.find_in(text, language), text); !fault.empty()) {
        return "QueryWords: " + fault;
      }
      const std::string snippet = index::make_snippet(text, words, language);
      if (auto fault = fault_of_snippet(snippet); !fault.empty()) return fault;
      if (auto fault = fault_of_ranges(words.find_in(snippet, language), snippet); !fault.empty()) {
        return "marks of the snippet: " + fault;
      }
    }
  }
  return is_valid_utf8(index::readable(request.query)) ? "" : "readable() gives bytes that are no UTF-8";
}

}  // namespace

QueryCheck::QueryCheck() : root_(new_folder()), folder_(root_) {
  make_library(folder_);
  auto searcher = index::Searcher::open(folder_, fs::path(MESS_SOURCE_DIR) / "assets" / "thesaurus");
  if (!searcher) throw std::runtime_error(searcher.error().what);
  searcher_.emplace(std::move(*searcher));
  read_themes();
}

void QueryCheck::read_themes() {
  const auto read = [&](std::vector<std::string> index::SearchFilters::*facet,
                        const std::vector<index::FacetValue>& values, DocumentsOf& documents) {
    for (const index::FacetValue& value : values) {
      SearchRequest request = narrowed(SearchRequest{}, facet, value.value);
      request.limit = documents_made;
      const auto response = searcher_->search(request);
      if (!response) throw std::runtime_error(response.error().what);
      for (const auto& hit : response->documents) documents[value.value].insert(hit.id);
    }
    if (documents.empty()) throw std::runtime_error("no theme or no territory: nothing would be tried");
  };
  const auto all = searcher_->search(SearchRequest{});
  if (!all) throw std::runtime_error(all.error().what);
  read(&index::SearchFilters::themes, all->facets.themes, themes_);
  read(&index::SearchFilters::territories, all->facets.territories, territories_);
}

SearchRequest QueryCheck::request_of(std::string_view options, std::string_view query) const {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(options[i]); };
  SearchRequest request;
  request.query = query;
  request.typing = (byte(0) & 1U) != 0;
  request.sort = static_cast<SearchRequest::Sort>((byte(0) >> 1U) % 3);
  request.language = language_number(byte(0) >> 4U);
  if ((byte(1) & 1U) != 0) request.filters.languages = {"fr"};
  if ((byte(1) & 2U) != 0) request.filters.languages.push_back("ar");
  if ((byte(1) & 4U) != 0) request.filters.collections = {"studies"};
  if ((byte(1) & 8U) != 0) request.filters.year_from = 1990 + byte(2) % 40;
  if ((byte(1) & 16U) != 0) request.filters.year_to = 1990 + byte(1) % 40;
  if ((byte(1) & 32U) != 0) request.filters.themes = {id_number(themes_, byte(2))};
  if ((byte(1) & 64U) != 0) request.filters.themes.push_back(id_number(themes_, byte(3)));
  if ((byte(1) & 128U) != 0) request.filters.territories = {id_number(territories_, byte(2))};
  request.limit = byte(2) % 32 - 2;
  request.offset = byte(3) % 16 == 0 ? byte(3) / 16 : 0;
  return request;
}

QueryCheck::~QueryCheck() {
  searcher_.reset();
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

std::string QueryCheck::fault_of(std::string_view input) {
  if (input.size() < option_bytes) return {};
  const std::string_view options = input.substr(0, option_bytes);
  const SearchRequest request = request_of(options, input.substr(option_bytes));
  if ((static_cast<unsigned char>(options[3]) & 0x0FU) == 1) {
    const index::CancelFlag cancelled{true};
    const auto response = searcher_->search(request, &cancelled);
    const bool is_interrupted = !response && response.error().kind == ErrorKind::interrupted;
    return is_interrupted ? "" : "a cancelled search is not interrupted";
  }
  if (auto fault = fault_of_search(request, static_cast<unsigned char>(options[3])); !fault.empty())
    return fault;
  const auto suggested = searcher_->suggest(request.query, request.language, suggestions_wanted);
  if (auto fault = fault_of_suggestions(suggested, suggestions_wanted); !fault.empty()) return fault;
  return fault_of_words(request);
}

std::string QueryCheck::fault_of_search(const SearchRequest& request, unsigned choice) {
  const auto response = searcher_->search(request);
  if (!response) return "search failed: " + response.error().what;
  if (auto fault = fault_of_response(*response, request); !fault.empty()) return fault;
  if (auto fault = fault_of_filters(request, *response); !fault.empty()) return fault;
  if (auto fault = fault_of_correction(request, response->corrected); !fault.empty()) return fault;
  if (choice % 8 == 3) return fault_of_counts(request, response->facets, choice / 8);
  if (choice % 8 != 2) return {};
  const auto again = searcher_->search(request);
  const auto same = [](const auto& a, const auto& b) { return a.id == b.id && a.snippet == b.snippet; };
  const bool is_same = again && again->total == response->total &&
                       std::equal(again->documents.begin(), again->documents.end(),
                                  response->documents.begin(), response->documents.end(), same);
  return is_same ? "" : "the same search a second time has another answer";
}

std::string QueryCheck::fault_of_filters(const SearchRequest& request, const SearchResponse& response) const {
  const auto passes = [](const std::vector<std::string>& chosen, const DocumentsOf& documents,
                         index::DocumentId id) {
    return chosen.empty() || std::any_of(chosen.begin(), chosen.end(), [&](const std::string& theme) {
             const auto known = documents.find(theme);
             return known != documents.end() && known->second.contains(id);
           });
  };
  for (const auto& hit : response.documents) {
    if (!passes(request.filters.themes, themes_, hit.id)) return "a document of another theme";
    if (!passes(request.filters.territories, territories_, hit.id)) return "a document of another territory";
  }
  return {};
}

// Of each facet one value: choosing it gives as many documents as it says.
std::string QueryCheck::fault_of_counts(const SearchRequest& request, const index::Facets& facets,
                                        unsigned choice) {
  const auto fault_of = [&](const std::vector<index::FacetValue>& values, const auto& narrow) -> std::string {
    if (values.empty()) return {};
    const index::FacetValue& value = values[choice % values.size()];
    SearchRequest chosen = narrow(value.value);
    chosen.limit = chosen.offset = 0;
    const auto response = searcher_->search(chosen);
    if (!response) return "search of a facet failed: " + response.error().what;
    if (response->total == value.count) return {};
    return "facet " + value.value + " says " + std::to_string(value.count) + ", choosing it gives " +
           std::to_string(response->total);
  };
  const auto by = [&](std::vector<std::string> index::SearchFilters::*facet) {
    return [&request, facet](const std::string& value) { return narrowed(request, facet, value); };
  };
  const auto by_year = [&](const std::string& year) { return narrowed_to_year(request, year); };
  using Filters = index::SearchFilters;
  for (const std::string& fault :
       {fault_of(facets.themes, by(&Filters::themes)),
        fault_of(facets.territories, by(&Filters::territories)),
        fault_of(facets.collections, by(&Filters::collections)),
        fault_of(facets.languages, by(&Filters::languages)), fault_of(facets.years, by_year)}) {
    if (!fault.empty()) return fault;
  }
  return {};
}

std::string QueryCheck::fault_of_correction(const SearchRequest& request, const std::string& corrected) {
  if (corrected.empty()) return {};
  if (is_valid_utf8(request.query) && !is_valid_utf8(corrected)) return "the correction is no UTF-8";
  SearchRequest asked = request;
  asked.query = corrected;
  const auto response = searcher_->search(asked);
  if (!response) return "search of the correction failed: " + response.error().what;
  return response->total > 0 ? "" : "the correction has no hits: " + corrected;
}

}  // namespace mess::fuzz
