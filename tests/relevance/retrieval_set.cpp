#include "retrieval_set.h"

#include <algorithm>
#include <fstream>

namespace mess::relevance {

namespace {

using Row = std::vector<std::string>;

Result<std::vector<Row>> read_rows(const std::filesystem::path& file, std::size_t fewest) {
  std::ifstream in(file);
  if (!in) return fail(ErrorKind::not_found, "The set has no such file.", file.string());
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    Row row;
    std::size_t begin = 0;
    for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', begin)) {
      row.push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
    row.push_back(line.substr(begin));
    if (row.size() < fewest) {
      return fail(ErrorKind::invalid, "The line has " + std::to_string(row.size()) + " columns.",
                  file.string() + ":" + std::to_string(rows.size() + 1));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Result<RetrievalSet> read_set(const std::filesystem::path& folder) {
  const auto documents = read_rows(folder / "docs.tsv", 3);
  if (!documents) return tl::unexpected(documents.error());
  const auto queries = read_rows(folder / "queries.tsv", 2);
  if (!queries) return tl::unexpected(queries.error());
  const auto judgements = read_rows(folder / "qrels.tsv", 3);
  if (!judgements) return tl::unexpected(judgements.error());
  RetrievalSet set;
  const bool has_languages = !queries->empty() && queries->front().size() > 2;
  for (const Row& row : *documents) {
    set.documents.push_back(has_languages ? JudgedDocument{row[0], row[1], "", row[2]}
                                          : JudgedDocument{row[0], "", row[1], row[2]});
  }
  std::map<std::string, std::size_t> by_id;
  for (const Row& row : *queries) {
    by_id[row[0]] = set.queries.size();
    set.queries.push_back(has_languages && row.size() > 2 ? JudgedQuery{row[0], row[1], row[2], {}}
                                                          : JudgedQuery{row[0], "", row[1], {}});
  }
  for (const Row& row : *judgements) {
    const auto query = by_id.find(row[0]);
    if (query != by_id.end() && row[2] != "0") set.queries[query->second].relevant.insert(row[1]);
  }
  keep(set, "", "");
  return set;
}

void keep(RetrievalSet& set, const std::string& query_language, const std::string& document_language) {
  std::erase_if(set.documents, [&](const JudgedDocument& document) {
    return !document_language.empty() && !document.language.empty() && document.language != document_language;
  });
  std::set<std::string> kept;
  for (const JudgedDocument& document : set.documents) kept.insert(document.id);
  for (JudgedQuery& query : set.queries) {
    std::erase_if(query.relevant, [&](const std::string& id) { return !kept.contains(id); });
  }
  std::erase_if(set.queries, [&](const JudgedQuery& query) {
    const bool other = !query_language.empty() && !query.language.empty() && query.language != query_language;
    return other || query.relevant.empty();
  });
}

}  // namespace mess::relevance
