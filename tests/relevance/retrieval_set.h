#pragma once
// A judged set as on disk: docs.tsv, queries.tsv, qrels.tsv of one folder, UTF-8, tab-separated, no header.
//   docs      id, title, text     or, where queries have a language: id, language, text
//   queries   id, text            or  id, language, text
//   qrels     query id, document id, relevance (0 = judged and not relevant)

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "library/result.h"

namespace mess::relevance {

struct JudgedDocument {
  std::string id, language, title, text;  // language: "" when the set does not say
};

struct JudgedQuery {
  std::string id, language, text;
  std::set<std::string> relevant;  // of the documents kept
};

struct RetrievalSet {
  std::vector<JudgedDocument> documents;
  std::vector<JudgedQuery> queries;
};

// Errors: not_found, invalid (with file and line).
Result<RetrievalSet> read_set(const std::filesystem::path& folder);

// Only queries of the one language and documents of the other, and only queries that then have a right
// document.
// "" keeps all.
void keep(RetrievalSet& set, const std::string& query_language, const std::string& document_language);

}  // namespace mess::relevance
