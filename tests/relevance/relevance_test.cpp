// The measures against values worked out by hand, and what is done to queries to spoil them.

#include <gtest/gtest.h>

#include <cmath>

#include "degrade.h"
#include "measures.h"
#include "retrieval_set.h"

namespace mess::relevance {
namespace {

TEST(Measures, OfOneQuery) {
  const double second = 1 / std::log2(3.0), third = 1 / std::log2(4.0);
  struct Case {
    std::vector<std::string> ranked;
    std::set<std::string> relevant;
    Scores wanted;
  };
  const std::vector<Case> cases = {
      {{"a", "b"}, {"a"}, {1, 1, 1, 1, 1, 0, 1}},
      {{"b", "a"}, {"a"}, {second, 0.5, 1, 0, 1, 0, 1}},
      {{"x", "a", "b"}, {"a", "b"}, {(second + third) / (1 + second), 0.5, 1, 0, 1, 0, 1}},
      {{"x"}, {"a"}, {0, 0, 0, 0, 0, 0, 1}},
      {{}, {"a"}, {0, 0, 0, 0, 0, 1, 1}},
      {{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"}, {"a"}, {0, 0, 1, 0, 0, 0, 1}},  // beyond ten
  };
  for (const Case& one : cases) {
    const Scores got = score(one.ranked, one.relevant);
    EXPECT_NEAR(got.ndcg_at_10, one.wanted.ndcg_at_10, 1e-9);
    EXPECT_NEAR(got.mrr_at_10, one.wanted.mrr_at_10, 1e-9);
    EXPECT_NEAR(got.recall_at_20, one.wanted.recall_at_20, 1e-9);
    EXPECT_EQ(got.success_at_1, one.wanted.success_at_1);
    EXPECT_EQ(got.success_at_5, one.wanted.success_at_5);
    EXPECT_EQ(got.zero_results, one.wanted.zero_results);
  }
}

TEST(Measures, MeanOfSeveral) {
  Scores sum = score({"a"}, {"a"});
  sum += score({"b"}, {"a"});
  EXPECT_EQ(sum.mean().mrr_at_10, 0.5);
  EXPECT_EQ(sum.mean().queries, 2U);
  EXPECT_EQ(Scores{}.mean().mrr_at_10, 0);
}

TEST(Degrade, TakesAccentsAndArabicFinesseAway) {
  EXPECT_EQ(without_accents("Où créer une coopérative, cœur ça ?"), "Ou creer une cooperative, coeur ca ?");
  EXPECT_EQ(without_accents("إنشاء التعاونيّة على أرض"), "انشاء التعاونيه علي ارض");
  EXPECT_EQ(without_accents(""), "");
}

TEST(Degrade, SpoilsOneLetterOfTheLongestWord) {
  EXPECT_EQ(with_a_typing_error("une cooperative", 0), "une coperative");    // second letter dropped
  EXPECT_EQ(with_a_typing_error("une cooperative", 1), "une copoerative");   // third and fourth swapped
  EXPECT_EQ(with_a_typing_error("une cooperative", 2), "une coopperative");  // the fourth doubled
  EXPECT_EQ(with_a_typing_error("à la 12", 5), "à la 12");
}

TEST(RetrievalSet, KeepsWhatBelongsTogether) {
  RetrievalSet set;
  set.documents = {{"1", "fr", "", "un"}, {"2", "ar", "", "واحد"}};
  set.queries = {{"a", "fr", "un", {"1", "2"}}, {"b", "ar", "واحد", {"1"}}, {"c", "fr", "rien", {}}};
  keep(set, "fr", "ar");
  ASSERT_EQ(set.documents.size(), 1U);
  ASSERT_EQ(set.queries.size(), 1U);
  EXPECT_EQ(set.queries[0].relevant, std::set<std::string>{"2"});
  EXPECT_EQ(read_set("/nowhere").error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace mess::relevance
