// Questions that ask what something is, and the sentences that say it.

#include "index/definitions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/answer.h"
#include "index/query.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::StartsWith;

TEST(DefinitionQuestion, IsToldByHowItBegins) {
  for (const char* question :
       {"Qu'est-ce qu'une coopérative ?", "Qu’est-ce que l’ESS ?", "C'est quoi une mutuelle ?",
        "Que signifie INDH ?", "Définition de la coopérative ?", "ما هي التعاونية؟", "ما هو الأجير؟",
        "ما معنى التعاضدية؟", "ما المقصود بالتعاونية؟", "¿Qué es una cooperativa?",
        "¿Qué se entiende por cooperativa?", "what is a cooperative", "What does SMIG mean?"}) {
    EXPECT_TRUE(asks_what_it_is(question)) << question;
  }
  for (const char* question : {"Comment créer une coopérative ?", "Qui est membre ?",
                               "Est-ce que la coopérative paie ?", "كيف أؤسس تعاونية؟", "ما",
                               "¿Quién es socio?", "when is it open", "whatever", "définitions", "", "?"}) {
    EXPECT_FALSE(asks_what_it_is(question)) << question;
  }
}

// The names of a notion as a query or the thesaurus has them.
std::vector<NotionName> named(const std::vector<std::string>& names) {
  std::vector<NotionName> all;
  for (const std::string& name : names) {
    all.emplace_back();
    for (const QueryWord& word : parse_query(name, false).words) {
      if (!word.is_stop) all.back().push_back(word.stems);
    }
  }
  return all;
}

struct Case {
  std::vector<std::string> names;
  Language language;
  const char* sentence;
  bool defines;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(defines(c.sentence, named(c.names), c.language), c.defines) << c.sentence;
  }
}

TEST(Definitions, InFrench) {
  const std::vector<std::string> coop{"coopérative"}, ess{"économie sociale et solidaire", "ESS"};
  check({
      {coop, Language::french, "Une coopérative est un groupement de personnes.", true},
      {coop, Language::french, "Les coopératives sont des sociétés de personnes.", true},
      {coop, Language::french, "Article 1.- La coopérative désigne toute société à but commun.", true},
      {coop, Language::french, "Article 2 La coopérative se définit comme une société.", true},
      {coop, Language::french, "On entend par « coopérative » toute société de personnes.", true},
      {coop, Language::french, "En droit marocain, la coopérative est une société.", true},
      {coop, Language::french, "Le terme coopérative désigne une société.", true},
      {coop, Language::french, "La coopérative (taâwouniya en arabe) est une société.", true},
      {ess, Language::french, "L’économie sociale et\nsolidaire est l’ensemble des initiatives.", true},
      {ess, Language::french, "L'économie sociale et solidaire (ESS) désigne les initiatives.", true},
      {ess, Language::french, "L'ESS est une autre économie.", true},
      {coop, Language::french, "On sait qu'une coopérative est un groupement.", true},
      {coop, Language::french, "Le directeur de la coopérative est un salarié.", false},
      {coop, Language::french, "La création d'une coopérative est un acte.", false},
      {ess, Language::french, "Le poids de l’économie sociale et solidaire est un sujet.", false},
      {coop, Language::french, "La coopérative vend du lait à ses membres.", false},
      {coop, Language::french, "La coopérative s'entend de toute société.", true},
      {coop, Language::french, "La coopérative entend vendre son lait.", false},
      {coop, Language::french, "La coopérative n'est pas une société de capitaux.", false},
      {coop, Language::french, "Les membres créent une coopérative.", false},
      {coop, Language::french, "La coopérative est ouverte le lundi.", false},
      {ess, Language::french, "L'économie est une science.", false},
      {coop, Language::french, "coopérative", false},
      {coop, Language::french, "", false},
      {{}, Language::french, "Une coopérative est un groupement.", false},
      {{"", "coopérative"}, Language::french, "Une coopérative est un groupement.", true},
  });
}

TEST(Definitions, InArabic) {
  const std::vector<std::string> coop{"التعاونية"}, ess{"الاقتصاد الاجتماعي والتضامني"};
  check({
      {coop, Language::arabic, "التعاونية هي مجموعة من الأشخاص.", true},
      {coop, Language::arabic, "المادة 1: التعاونية مجموعة تتألف من أشخاص ذاتيين.", true},
      {coop, Language::arabic, "يقصد بالتعاونية كل تجمع لأشخاص.", true},
      {coop, Language::arabic, "تعرف التعاونية بأنها شركة أشخاص.", true},
      {coop, Language::arabic, "والتعاونية عبارة عن شركة.", true},
      {ess, Language::arabic, "الاقتصاد الاجتماعي والتضامني هو مجموع المبادرات.", true},
      {coop, Language::arabic, "مدير التعاونية هو أجير.", false},
      {coop, Language::arabic, "تبيع التعاونية الحليب لأعضائها.", false},
      {coop, Language::arabic, "يؤسس الأعضاء تعاونية.", false},
      {ess, Language::arabic, "الاقتصاد هو علم.", false},
  });
}

TEST(Definitions, InSpanishAndEnglish) {
  const std::vector<std::string> es{"cooperativa"}, en{"cooperative"};
  check({
      {es, Language::spanish, "Una cooperativa es una sociedad de personas.", true},
      {es, Language::spanish, "Se entiende por cooperativa la sociedad de personas.", true},
      {es, Language::spanish, "La cooperativa se define como una sociedad.", true},
      {es, Language::spanish, "El presidente de la cooperativa es un socio.", false},
      {es, Language::spanish, "La cooperativa vende leche.", false},
      {en, Language::english, "A cooperative is a group of people.", true},
      {en, Language::english, "The term “cooperative” means a company of persons.", true},
      {en, Language::english, "In law, a cooperative is defined as a company.", true},
      {en, Language::english, "The head of the cooperative is a member.", false},
      {en, Language::english, "The cooperative sells milk.", false},
  });
}

// The notion is named often and early; what it is stands elsewhere, once.
TEST(DefinitionAnswer, QuotesTheSentenceThatDefines) {
  struct Book {
    const char* language;
    const char* question;
    const char* other;
    const char* definition;
  };
  const std::vector<Book> books{
      {"fr", "Qu'est-ce qu'une coopérative ?",
       "La coopérative vend le lait de la coopérative voisine et chaque coopérative tient ses comptes.",
       "Une coopérative est un groupement de personnes qui décident de mettre en commun leurs moyens."},
      {"ar", "ما هي التعاونية؟", "تبيع التعاونية حليب التعاونية المجاورة وتمسك كل تعاونية حساباتها كل سنة.",
       "التعاونية هي مجموعة من الأشخاص الذين اتفقوا على أن ينضم بعضهم إلى بعض."},
      {"es", "¿Qué es una cooperativa?",
       "La cooperativa vende la leche de la cooperativa vecina y cada cooperativa lleva sus cuentas al día.",
       "Una cooperativa es una sociedad de personas que ponen en común sus medios de trabajo."},
      {"en", "What is a cooperative?",
       "The cooperative sells the milk of the next cooperative and each cooperative keeps its own books.",
       "A cooperative is a group of persons who agree to share their means of work and its fruits."},
  };
  for (const Book& book : books) {
    TemporaryLibrary library;
    const std::string other(book.other);
    library.add({"Guide", {book.language}},
                {other + " " + other, other + "\n\n" + book.definition + "\n\n" + other});
    library.index();
    const auto answer = library.search(book.question).answer;
    ASSERT_TRUE(answer) << book.question;
    EXPECT_EQ(answer->page, 2) << book.question;
    EXPECT_THAT(answer->passage, StartsWith(book.definition)) << book.question;
  }
}

// What is asked for is the notion, not the word by which it is asked for.
TEST(DefinitionAnswer, DoesNotLookForTheWordsOfAsking) {
  TemporaryLibrary library;
  library.add({"Guide", {"fr"}},
              {"Le mot mutuelle signifie beaucoup pour les gens de ce pays, qui en parlent avec chaleur. "
               "Une mutuelle est un groupement de personnes qui se portent aide entre elles."});
  library.index();
  const auto answer = library.search("Que signifie mutuelle ?").answer;
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->passage, testing::HasSubstr("est un groupement"));
}

// Only then does an answer call itself one.
TEST(DefinitionAnswer, IsKnownForOne) {
  const std::string page =
      "Une coopérative est un groupement de personnes. Chaque coopérative tient un registre.";
  const std::vector<AskedWord> asked{{{"cooperativ"}, 1.0, {}}};
  EXPECT_TRUE(best_passage(page, asked, Language::french, true)->defines);
  EXPECT_FALSE(best_passage(page.substr(page.find("Chaque")), asked, Language::french, true)->defines);
}

// Where nothing defines, the answer is what it would be without.
TEST(DefinitionAnswer, IsAnyGoodPassageWhereNothingDefines) {
  const std::string page = "La coopérative vend du lait de ses membres dans toute la vallée du fleuve.";
  const std::vector<AskedWord> asked{{{"cooperativ"}, 1.0, {}}};
  const auto plain = best_passage(page, asked, Language::french);
  const auto asking = best_passage(page, asked, Language::french, true);
  ASSERT_TRUE(plain && asking);
  EXPECT_EQ(plain->where, asking->where);
  EXPECT_EQ(plain->score, asking->score);
}

}  // namespace
}  // namespace mess::index
