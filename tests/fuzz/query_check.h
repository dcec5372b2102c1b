#pragma once
// What every answer of search must be, whatever was typed. One object and one thread: it keeps a small
// library in four languages, made when the object is made, and a Searcher on it.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "index/search.h"
#include "library/library_folder.h"

namespace mess::fuzz {

class QueryCheck {
 public:
  QueryCheck();  // throws std::runtime_error when the library cannot be made
  QueryCheck(const QueryCheck&) = delete;
  QueryCheck& operator=(const QueryCheck&) = delete;
  ~QueryCheck();

  // Asks for `input`: four bytes that choose filters, order and the like, then the query. "" when all is as
  // promised, else what is not, in a sentence.
  std::string fault_of(std::string_view input);

 private:
  void read_themes();
  index::SearchRequest request_of(std::string_view options, std::string_view query) const;
  std::string fault_of_search(const index::SearchRequest& request, unsigned choice);
  std::string fault_of_correction(const index::SearchRequest& request, const std::string& corrected);
  std::string fault_of_filters(const index::SearchRequest& request,
                               const index::SearchResponse& response) const;
  std::string fault_of_counts(const index::SearchRequest& request, const index::Facets& facets,
                              unsigned choice);

  std::filesystem::path root_;
  library::LibraryFolder folder_;
  std::optional<index::Searcher> searcher_;
  // What a search without words finds of each theme and territory, by its id.
  using DocumentsOf = std::map<std::string, std::set<index::DocumentId>>;
  DocumentsOf themes_, territories_;
};

}  // namespace mess::fuzz
