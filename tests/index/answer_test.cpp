#include "index/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/sentences.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST(Question, IsToldByItsSignOrItsFirstWord) {
  for (const char* question : {"Comment créer une coopérative", "coopérative : combien de membres ?",
                               "كيف أؤسس تعاونية", "ما هي التعاونية", "تعاونية؟", "¿Qué es una cooperativa?",
                               "cómo crear una cooperativa", "who can join", "Qu’est-ce que l’ESS"}) {
    EXPECT_TRUE(is_question(question)) << question;
  }
  for (const char* words : {"", " ", "coopérative", "comment", "commentaire du code", "who",
                            "مالية التعاونيات", "كمال", "whole numbers", "\"", "\xff\xff"}) {
    EXPECT_FALSE(is_question(words)) << words;
  }
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> sentences;
  for (const ByteRange& one : sentences_of(text))
    sentences.push_back(text.substr(one.begin, one.end - one.begin));
  return sentences;
}

TEST(Sentences, EndAtStopsAndAtShortLines) {
  EXPECT_THAT(
      split("Voir p. 12 du guide. Puis signer !\n\nArticle 2\nUne coopérative compte au moins cinq membres "
            "actifs,\nélus pour trois ans. Fin"),
      ElementsAre("Voir p. 12 du guide.", "Puis signer !", "Article 2",
                  "Une coopérative compte au moins cinq membres actifs,\nélus pour trois ans.", "Fin"));
  EXPECT_THAT(split("هل يجوز ذلك؟ نعم."), ElementsAre("هل يجوز ذلك؟", "نعم."));
  EXPECT_THAT(split(""), IsEmpty());
  EXPECT_THAT(split(" \n \n"), IsEmpty());
}

class Answering : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = new TemporaryLibrary;
    library_->add({"Guide de la coopérative"},
                  {"Ce guide parle de la coopérative, de ses membres et de ses comptes, en général et pour "
                   "tous les publics.",
                   "Comment créer une coopérative ?\nPour créer une coopérative, il faut réunir au moins "
                   "cinq personnes et "
                   "adopter les statuts. Les statuts sont ensuite déposés. Le registre en garde une copie.",
                   "Une coopérative peut être dissoute par ses membres réunis en assemblée extraordinaire."});
    library_->add({"دليل التعاونية", {"ar"}},
                  {"مقدمة الدليل ومحتوياته.",
                   "لتأسيس تعاونية يجب جمع خمسة أشخاص على الأقل. ثم يودع النظام الأساسي لدى السجل."});
    library_->add({"Le port"}, {"Le port de la ville reçoit des navires."});
    library_->index();
  }
  static void TearDownTestSuite() {
    delete library_;
    library_ = nullptr;
  }
  static std::optional<Answer> ask(const std::string& query) { return library_->search(query).answer; }
  static TemporaryLibrary* library_;
};
TemporaryLibrary* Answering::library_ = nullptr;

TEST_F(Answering, QuotesThePassageWithItsPage) {
  const auto answer = ask("Comment créer une coopérative ?");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->title, "Guide de la coopérative");
  EXPECT_EQ(answer->page, 2);
  EXPECT_EQ(answer->language, "fr");
  EXPECT_THAT(answer->passage, HasSubstr("au moins cinq personnes"));
  EXPECT_FALSE(answer->sure) << "words shared prove nothing; a definition does";
  ASSERT_FALSE(answer->highlights.empty());
  const ByteRange& first = answer->highlights.front();
  EXPECT_THAT(answer->passage.substr(first.begin, first.end - first.begin),
              testing::AnyOf("créer", "coopérative"));
}

TEST_F(Answering, InArabic) {
  const auto answer = ask("كيف يتم تأسيس التعاونية؟");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->page, 2);
  EXPECT_THAT(answer->passage, HasSubstr("خمسة أشخاص"));
}

TEST_F(Answering, SaysSoWhenItIsNotSure) {
  const auto answer = ask("Combien de personnes réunir pour créer une coopérative exportatrice ?");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->page, 2);
  EXPECT_FALSE(answer->sure) << answer->passage;
}

TEST_F(Answering, IsNeverSureOfOneWord) {
  const auto answer = ask("Qu'est-ce qu'une coopérative ?");
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->sure);
}

TEST_F(Answering, OnlyQuestions) {
  EXPECT_FALSE(ask("créer une coopérative"));
  EXPECT_FALSE(ask("Comment fabriquer du nylon ?"));
  EXPECT_FALSE(ask("?"));
  EXPECT_FALSE(ask("comment ?"));
  SearchRequest typing;
  typing.query = "Comment créer une coopérative ?";
  typing.typing = true;
  EXPECT_FALSE(library_->search(typing).answer);
}

TEST(Passages, AreWholeSentencesOfBoundedLength) {
  std::string page = "Début.";
  for (int i = 0; i < 400; ++i) page += " mot" + std::to_string(i);
  page += " coopérative. Fin de la page.";
  const auto passage = best_passage(page, {{{"cooperativ"}, 1.0, {}}}, Language::french);
  ASSERT_TRUE(passage);
  EXPECT_LE(passage->where.end - passage->where.begin, 700u);
  EXPECT_FALSE(best_passage("", {{{"cooperativ"}, 1.0, {}}}, Language::french));
  EXPECT_FALSE(best_passage("Rien.", {{{"cooperativ"}, 1.0, {}}}, Language::french));
  EXPECT_FALSE(best_passage("Rien.", {}, Language::french));
  EXPECT_FALSE(best_passage(std::string(300'000, '\xff'), {{{"cooperativ"}, 1.0, {}}}, Language::french));
}

TEST(Passages, PreferTheSentenceInTheOrderAsked) {
  const std::string page =
      "La coopérative vend du lait ; sa création fut longue et ses membres sont nombreux dans la vallée. "
      "La création de coopérative demande cinq membres et des statuts écrits par les fondateurs eux-mêmes.";
  const auto passage = best_passage(page, {{{"creation"}, 2.0, {}}, {{"cooperativ"}, 1.0, {}}}, Language::french);
  ASSERT_TRUE(passage);
  EXPECT_THAT(page.substr(passage->where.begin), StartsWith("La création de"));
}

}  // namespace
}  // namespace mess::index
