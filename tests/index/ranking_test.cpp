// Which documents and pages come first, and other spellings of what was typed.

#include "index/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_library.h"

namespace mess::index {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(Pages, OfContentsDoNotAnswerButFormsDo) {
  TemporaryLibrary library;
  library.add({"Rapport"}, {"La pêche ........ 12\nL'argan ...... 20\nLe miel .... \n31\nLe cumin ..... 44\n",
                            "Ici rien.", "Le cumin de la coopérative."});
  library.add({"Statuts"},
              {"Page de titre.", "Nom : ........\nPrénom : .......\nVille : .......\nMétier : .......\n"});
  library.index();
  EXPECT_EQ(library.search("cumin").documents.at(0).best_page, 3);
  EXPECT_EQ(library.search("argan").total, 1);  // the document is found all the same
  EXPECT_EQ(library.search("prénom").documents.at(0).best_page, 2);
}

TEST(Results, OfAPastedTextAreNoLabour) {
  TemporaryLibrary library;
  library.add({"Étude"}, {"La coopérative."});
  library.index();
  std::string text;
  for (int i = 0; i < 10000; ++i)
    text += "mot" + std::string(static_cast<std::size_t>(i) % 9 + 1, 'x') + "inconnu ";
  EXPECT_EQ(library.search(text).total, 0);
  EXPECT_EQ(library.search(text + "coopérative").total, 0);  // beyond what is read of it
  EXPECT_EQ(library.search("coopérative " + text).total, 1);
}

TEST(Results, OfOneNotionBeginWithTheStudyAboutIt) {
  TemporaryLibrary library;
  library.add({"Feuillet"}, {"Coopérative, coopérative."});
  library.add({"De l'idée à la coopérative"},
              {std::string(4000, ' ') + "Une coopérative se crée pas à pas. " +
               std::string("Le groupe se réunit souvent au village. ") +
               "Chacun y compte pour une voix, et cela s'apprend."});
  library.index();
  EXPECT_EQ(library.search("coopératives").documents.at(0).title, "De l'idée à la coopérative");
}

TEST(Results, OfWordsWithoutTopicAreMarkedToo) {
  TemporaryLibrary library;
  library.add({"Étude"}, {"Pour la suite."});
  library.index();
  const auto response = library.search("pour la");
  ASSERT_EQ(response.total, 1);
  EXPECT_FALSE(response.documents[0].highlights.empty());
}

TEST(Results, ComeInPartsThatMeet) {
  TemporaryLibrary library;
  for (int i = 0; i < 45; ++i) {
    library.add({"Étude " + std::to_string(i)},
                {std::string(static_cast<std::size_t>(i % 7), ' ') + "coopérative " +
                     std::string(static_cast<std::size_t>(i) * 20, 'x'),
                 "autre page"});
  }
  library.index();
  SearchRequest request;
  request.query = "coopérative";
  request.limit = 45;
  const auto all = library.titles(request);
  ASSERT_EQ(all.size(), 45U);
  std::vector<std::string> parts;
  request.limit = 12;
  for (request.offset = 0; request.offset < 45; request.offset += 12) {
    const auto part = library.titles(request);
    EXPECT_LE(part.size(), 12U);
    parts.insert(parts.end(), part.begin(), part.end());
  }
  EXPECT_EQ(parts, all);
}

// One page in two languages, whatever the language it is thought to be in.
TEST(Results, OfAPageInTwoLanguagesAreFoundByTheFormsOfBoth) {
  for (const char* language : {"fr", "ar", "en"}) {
    TemporaryLibrary library;
    library.add({"Rapport", {language}}, {"La coopérative emploie des femmes.\nالتعاونية تشغل النساء."});
    library.index();
    for (const char* query : {"coopératives", "cooperative femme", "تعاونيات", "بالتعاونية"}) {
      EXPECT_THAT(library.titles(query), ElementsAre("Rapport")) << query << " in " << language;
    }
  }
}

// Snowball stems the Spanish licencia like the French licenciement.
TEST(Results, OfAnotherLanguageDoNotComeFirstByTheirStemAlone) {
  TemporaryLibrary library;
  library.add({"Manual", {"es"}},
              {"La licencia libre. Cada licencia es una licencia.", "Licencia y licencias."});
  library.add({"Code", {"fr"}}, {"Le travail des salariés et leurs contrats.",
                                 "Les licenciements sont notifiés par écrit, dit la loi du pays."});
  library.index();
  SearchRequest request = asking("licenciement");
  request.language = Language::french;
  EXPECT_THAT(library.titles(request), ElementsAre("Code", "Manual"));
  request.language = Language::spanish;
  EXPECT_THAT(library.titles(request), Contains("Code"));
}

TEST(Spelling, OfOneOldDocumentDoesNotHideTheWord) {
  TemporaryLibrary library;
  for (int i = 0; i < 25; ++i) library.add({"Étude " + std::to_string(i)}, {"La coopérative du village."});
  library.add({"Faute"}, {"La coperative et la coopérativité."});
  library.index();
  const auto response = library.search("coperative");
  EXPECT_EQ(response.total, 1);
  EXPECT_EQ(response.corrected, "coopérative");
  EXPECT_EQ(library.search("coopératives").corrected, "");
  EXPECT_EQ(library.search("faute").corrected, "");
  EXPECT_EQ(library.search("fautes").corrected, "");  // a form that stands nowhere, of a word that does
}

TEST(Spelling, KeepsTheFirstLetter) {
  TemporaryLibrary library;
  library.add({"Une"}, {"operative"});
  library.add({"Deux"}, {"coopérative"});
  library.index();
  EXPECT_EQ(library.search("coperative").corrected, "coopérative");
}

}  // namespace
}  // namespace mess::index
