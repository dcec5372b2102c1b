#pragma once
// What is scored: something that ranks the documents of a set for a query.

#include <memory>
#include <string>
#include <vector>

#include "library/result.h"
#include "retrieval_set.h"

namespace mess::relevance {

class Engine {
 public:
  virtual ~Engine() = default;
  // Ids of documents, best first, at most `limit`.
  virtual Result<std::vector<std::string>> rank(const JudgedQuery& query, std::size_t limit) = 0;
};

// The product: a library of its own in a temporary folder, its index layer, its query path. Each document is
// a PDF of one page with good text, as loading would have written it.
Result<std::unique_ptr<Engine>> product_engine(const RetrievalSet& set);

// Bare Xapian: TermGenerator, QueryParser and the stemmer of `language` (ISO 639-1), all with their defaults.
Result<std::unique_ptr<Engine>> plain_engine(const RetrievalSet& set, const std::string& language);

}  // namespace mess::relevance
