#include "measures.h"

#include <algorithm>
#include <cmath>

namespace mess::relevance {

namespace {

double discount(std::size_t rank) {  // ranks count from 1
  return 1.0 / std::log2(static_cast<double>(rank) + 1);
}

}  // namespace

Scores& Scores::operator+=(const Scores& other) {
  ndcg_at_10 += other.ndcg_at_10;
  mrr_at_10 += other.mrr_at_10;
  recall_at_20 += other.recall_at_20;
  success_at_1 += other.success_at_1;
  success_at_5 += other.success_at_5;
  zero_results += other.zero_results;
  queries += other.queries;
  return *this;
}

Scores Scores::mean() const {
  const double n = static_cast<double>(std::max<std::size_t>(queries, 1));
  return {ndcg_at_10 / n,   mrr_at_10 / n,    recall_at_20 / n, success_at_1 / n,
          success_at_5 / n, zero_results / n, queries};
}

Scores score(const std::vector<std::string>& ranked, const std::set<std::string>& relevant) {
  Scores made;
  made.queries = 1;
  made.zero_results = ranked.empty() ? 1 : 0;
  double gain = 0, best_gain = 0;
  std::size_t found = 0;
  for (std::size_t rank = 1; rank <= std::min<std::size_t>(ranked.size(), 20); ++rank) {
    if (!relevant.contains(ranked[rank - 1])) continue;
    ++found;
    if (rank > 10) continue;
    gain += discount(rank);
    if (made.mrr_at_10 == 0) made.mrr_at_10 = 1.0 / static_cast<double>(rank);
    if (rank <= 5) made.success_at_5 = 1;
    if (rank == 1) made.success_at_1 = 1;
  }
  for (std::size_t rank = 1; rank <= std::min<std::size_t>(relevant.size(), 10); ++rank)
    best_gain += discount(rank);
  made.ndcg_at_10 = best_gain > 0 ? gain / best_gain : 0;
  made.recall_at_20 =
      relevant.empty() ? 0 : static_cast<double>(found) / static_cast<double>(relevant.size());
  return made;
}

}  // namespace mess::relevance
