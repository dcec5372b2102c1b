// The passage that answers a question, above the results; and for which results a cut can be asked for.

#include "kiosk/app/answer_card.h"

#include <gtest/gtest.h>

#include "kiosk/app/cut.h"
#include "kiosk/app/results.h"

namespace mess::kiosk {
namespace {

index::Answer answer(const std::string& language, const std::string& passage) {
  index::Answer made;
  made.id = 7;
  made.title = "Guide";
  made.language = language;
  made.page = 12;
  made.passage = passage;
  return made;
}

TEST(AnswerCard, QuotesAsTheLanguageOfThePassageDoes) {
  const struct {
    const char *language, *passage, *quoted;
  } rows[] = {
      {"fr", "Il faut cinq membres.", "«\u00A0Il faut cinq membres.\u00A0»"},
      {"ar", "يجب أن يكون خمسة أعضاء.", "«يجب أن يكون خمسة أعضاء.»"},
      {"es", "Se necesitan cinco socios.", "«Se necesitan cinco socios.»"},
      {"en", "Five members are needed.", "“Five members are needed.”"},
      {"", "x", "«x»"},
  };
  for (const auto& row : rows) EXPECT_EQ(quoted(answer(row.language, row.passage)).text, row.quoted);
}

TEST(AnswerCard, MarksMoveWithThePassage) {
  index::Answer made = answer("fr", "Il faut cinq membres.");
  made.highlights = {{8, 12}, {13, 20}};
  const QuotedPassage quote = quoted(made);
  ASSERT_EQ(quote.marks.size(), 2u);
  EXPECT_EQ(quote.text.substr(quote.marks[0].begin, quote.marks[0].end - quote.marks[0].begin), "cinq");
  EXPECT_EQ(quote.text.substr(quote.marks[1].begin, quote.marks[1].end - quote.marks[1].begin), "membres");
}

TEST(AnswerCard, MarksOutsideThePassageAreLeftOut) {
  index::Answer made = answer("en", "short");
  made.highlights = {{3, 3}, {4, 2}, {3, 6}, {90, 95}};
  EXPECT_TRUE(quoted(made).marks.empty());
}

TEST(AnswerCard, GrowsWithThePassageWithinBounds) {
  constexpr float width = 1340;
  EXPECT_EQ(answer_lines("", width), 1);
  EXPECT_EQ(answer_lines(std::string(100, 'a'), width), 2);
  EXPECT_EQ(answer_lines(std::string(250, 'a'), width), 3);
  EXPECT_EQ(answer_lines(std::string(5000, 'a'), width), 6);
  EXPECT_LE(answer_lines(std::string(250, 'a'), 2000), 2) << "a broader screen";
  std::string arabic;
  for (int i = 0; i < 100; ++i) arabic += "ب";
  EXPECT_EQ(answer_lines(arabic, width), 2) << "letters, not bytes";
  EXPECT_GT(answer_card_height(std::string(250, 'a'), width), answer_card_height("", width));
}

TEST(AnswerCard, StandsAboveAllElseInTheListAndScrollsWithIt) {
  ResultsPlace place;
  place.answer.response.documents.resize(3);
  const ResultsLayout layout = results_layout({1920, 1080});
  const ListLayout without = list_layout(place, layout);
  EXPECT_TRUE(without.answer.empty());
  EXPECT_EQ(without.cards.front().y, 0);
  place.guide_pages = {"contact"};
  place.answer.response.answer = answer("fr", "Il faut cinq membres.");
  const ListLayout with = list_layout(place, layout);
  EXPECT_EQ(with.answer.y, 0);
  EXPECT_GE(with.guides.y, with.answer.bottom());
  EXPECT_GE(with.cards.front().y, with.guides.bottom());
  EXPECT_FLOAT_EQ(with.height - without.height, with.cards.front().y);
}

TEST(Cut, IsAskedForWhereAPageMayShowTheWords) {
  using library::TextState;
  const struct {
    const char *query, *snippet;
    bool marked;
    TextState text;
    bool may;
    const char* why;
  } rows[] = {
      {"laine", "la laine", true, TextState::good, true, "the common case"},
      {"", "le début", false, TextState::good, false, "a shelf without words"},
      {"laine", "le début", false, TextState::good, false, "found by its title; the page does not show it"},
      {"laine", "", false, TextState::doubtful, true, "nothing to show as text"},
      {"laine", "", false, TextState::none, false, "a scan has no words"},
  };
  for (const auto& row : rows) {
    ResultsPlace place;
    place.query = row.query;
    index::DocumentHit hit;
    hit.snippet = row.snippet;
    if (row.marked) hit.highlights = {{3, 8}};
    hit.text = row.text;
    EXPECT_EQ(may_have_cut(place, hit), row.may) << row.why;
  }
}

TEST(Cut, IsTheSamePictureOfTheSameWordsOnly) {
  ResultsPlace place;
  place.query = "laine";
  index::DocumentHit hit;
  hit.id = 3;
  hit.best_page = 4;
  hit.snippet = "la laine";
  hit.highlights = {{3, 8}, {5, 90}};  // and one that is nowhere
  hit.sha256 = "ab";
  const PictureWish wish = cut_wish(place, hit, Language::french, 400, 76);
  EXPECT_EQ(wish.key.page, 4);
  EXPECT_EQ(wish.sha256, "ab");
  EXPECT_EQ(wish.cut.query, "laine");
  EXPECT_EQ(wish.cut.instead, "laine ");
  EXPECT_EQ(cut_wish(place, hit, Language::french, 400, 76).key, wish.key);
  EXPECT_NE(cut_wish(place, hit, Language::french, 401, 76).key, wish.key);
  hit.through = {"صوف"};
  const PictureWish through = cut_wish(place, hit, Language::french, 400, 76);
  EXPECT_EQ(through.cut.query, "laine");
  EXPECT_EQ(through.cut.names, hit.through) << "what the reader marks";
  EXPECT_NE(through.key, wish.key);
  place.query = "coton";
  EXPECT_NE(cut_wish(place, hit, Language::french, 400, 76).key, through.key);
}

}  // namespace
}  // namespace mess::kiosk
