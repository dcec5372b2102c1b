// The measures against values worked out by hand, and what is done to queries to spoil them.

#include <gtest/gtest.h>

#include <cmath>

#include "degrade.h"
#include "ink.h"
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

// A page of white, with words as black bars: three letters of 6 by 20 pixels, 2 apart, twice; 10 between the
// words.
GreyPicture two_words() {
  GreyPicture picture{100, 60, std::vector<std::uint8_t>(100 * 60, 255)};
  for (const int left : {20, 28, 36, 52, 60, 68}) {
    for (int y = 20; y < 40; ++y) std::fill_n(picture.pixels.begin() + y * 100 + left, 6, std::uint8_t{0});
  }
  return picture;
}

TEST(Ink, TellsWhatABoxCovers) {
  const struct {
    PixelBox box;
    const char* fault;
  } cases[] = {
      {{19, 15, 43, 45}, ""},
      {{19, 15, 75, 45}, ""},  // both words
      {{51, 15, 75, 45}, ""},
      {{0, 0, 19, 60}, "no ink"},
      {{30, 30, 30, 40}, "no ink"},  // an empty box
      {{19, 15, 35, 45}, "more of the word at the right"},
      {{27, 15, 43, 45}, "more of the word at the left"},
      {{19, 32, 43, 52}, "letters stick out"},
      {{20, 20, 26, 40}, "more ink than letters have"},
      {{19, 0, 43, 60}, "much higher than its letters"},
      {{23, 10, 43, 22}, "no ink"},  // the tips of letters, which belong to another line
  };
  for (const auto& row : cases) EXPECT_EQ(fault_of(ink_of(two_words(), row.box)), row.fault) << row.box.x0;
  GreyPicture negative = two_words();
  for (auto& grey : negative.pixels) grey = static_cast<std::uint8_t>(255 - grey);
  EXPECT_EQ(fault_of(ink_of(negative, {19, 15, 43, 45})), "");
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
