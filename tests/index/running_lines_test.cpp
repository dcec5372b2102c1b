#include "index/running_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

std::vector<library::Page> pages_of(const std::vector<std::string>& texts) {
  std::vector<library::Page> pages;
  for (const std::string& text : texts) {
    pages.push_back({static_cast<int>(pages.size()) + 1, text, "fr", library::TextState::good});
  }
  return pages;
}

TEST(RunningLines, AreThoseAtTheEdgesOfManyPages) {
  const RunningLines lines(pages_of({"Atlas de la région - 1\nLe nord.\nObservatoire du travail",
                                     "Atlas de la région - 2\nLe sud.\nObservatoire du travail",
                                     "Atlas de la région - 3\nL'est.\nObservatoire du travail",
                                     "Atlas de la région - 4\nL'ouest.\nObservatoire du travail"}));
  EXPECT_THAT(lines.texts(), UnorderedElementsAre("Atlas de la région - 1", "Observatoire du travail"));
  EXPECT_EQ(lines.body("Atlas de la région - 9\nLe centre.\nObservatoire du travail\n"), "Le centre.");
  EXPECT_EQ(RunningLines(lines.keys()).body("12\nAtlas de la région\nLe centre."), "Le centre.");
}

TEST(RunningLines, LeaveWhatIsSaidInTheMiddle) {
  const RunningLines lines(pages_of(std::vector<std::string>(6, "Atlas de la région\nUn texte.")));
  const std::string page =
      "Les cartes\nviennent d'un\nlivre, l'\nAtlas de la région\nqui parut\nen 2013\nà Tanger.";
  EXPECT_EQ(lines.body(page), page);
}

TEST(RunningLines, AreNotNumberedArticles) {
  const RunningLines lines(pages_of({"Article 12\nUn.", "Article 13\nDeux.", "Article 14\nTrois.",
                                     "Article 15\nQuatre.", "المادة 16\nخمسة"}));
  EXPECT_THAT(lines.keys(), IsEmpty());
}

TEST(RunningLines, InArabicWithItsOwnDigits) {
  std::vector<std::string> texts;
  for (const char* number : {"١", "٢", "٣", "٤"})
    texts.push_back(std::string("مدونة الشغل ") + number + "\nنص الصفحة");
  const RunningLines lines(pages_of(texts));
  EXPECT_EQ(lines.body("مدونة الشغل ٧٧\nنص آخر"), "نص آخر");
}

TEST(RunningLines, OfOddPages) {
  EXPECT_THAT(RunningLines(pages_of({})).keys(), IsEmpty());
  EXPECT_THAT(RunningLines(pages_of({"", "\n\n", " ", "\n", "\xff\xfe", ""})).keys(), IsEmpty());
  const std::string endless(100'000, 'a');
  EXPECT_THAT(RunningLines(pages_of({endless, endless, endless, endless})).keys(), IsEmpty());
  const RunningLines all(pages_of(std::vector<std::string>(5, "Deux mots")));
  EXPECT_EQ(all.body("Deux mots"), "");
  EXPECT_EQ(all.body(""), "");
}

TEST(RunningLines, FindTheStudyButNoPageAndNoSnippet) {
  TemporaryLibrary library;
  std::vector<std::string> texts;
  for (int i = 1; i <= 6; ++i) {
    texts.push_back("Revue des tisserandes, page " + std::to_string(i) + "\nOn y parle de laine" +
                    (i == 5 ? " et de tisserandes de Chefchaouen." : " et de couleurs."));
  }
  library.add({}, texts);
  library.index();
  const SearchResponse found = library.search("tisserandes");
  ASSERT_EQ(found.documents.size(), 1u);
  EXPECT_THAT(found.documents[0].matching_pages, ElementsAre(5));
  EXPECT_THAT(found.documents[0].snippet, Not(HasSubstr("Revue")));
  EXPECT_EQ(library.search("revue").total, 1);
}

}  // namespace
}  // namespace mess::index
