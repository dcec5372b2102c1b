#pragma once
// How well ranked lists answer judged queries. Pure.
//
//   nDCG   Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002:
//          gains of 1 discounted by log2(rank + 1), divided by what the best order would give.
//   MRR    1 / rank of the first right document, 0 beyond ten.

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace mess::relevance {

struct Scores {
  double ndcg_at_10 = 0, mrr_at_10 = 0, recall_at_20 = 0, success_at_1 = 0, success_at_5 = 0;
  double zero_results = 0;  // share of queries that found nothing at all
  std::size_t queries = 0;

  Scores& operator+=(const Scores& other);  // sums; divided at the end by mean()
  Scores mean() const;
};

// Of one query. `ranked` best first, each document once; `relevant` is not empty.
Scores score(const std::vector<std::string>& ranked, const std::set<std::string>& relevant);

}  // namespace mess::relevance
