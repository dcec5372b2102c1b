// author: in a query.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Creators : public ::testing::Test {
 protected:
  void SetUp() override {
    library_.add({"Laine", {"fr"}, 2010, "studies", {"Amina El Fassi"}}, {"La laine des coopératives."});
    library_.add({"Miel", {"fr"}, 2012, "studies", {"Omar Bennani", "Observatoire régional"}},
                 {"Le miel des coopératives, dit Amina."});
    library_.add({"زيت", {"ar"}, 2014, "studies", {"أمينة الفاسي"}}, {"زيت التعاونيات"});
    library_.index();
  }
  TemporaryLibrary library_;
};

TEST_F(Creators, AreAskedForByField) {
  EXPECT_THAT(library_.titles("author:amina"), ElementsAre("Laine"));
  EXPECT_THAT(library_.titles("coopératives auteur:amina"), ElementsAre("Laine"));
  EXPECT_THAT(library_.titles("AUTEUR:Amina coopératives"), ElementsAre("Laine"));
  EXPECT_THAT(library_.titles("coopératives auteur: amina"), ElementsAre("Laine"));
  EXPECT_THAT(library_.titles("autor:\"omar bennani\""), ElementsAre("Miel"));
  EXPECT_THAT(library_.titles("المؤلف:أمينة"), ElementsAre("زيت"));
  EXPECT_THAT(library_.titles("coopératives -author:amina"), ElementsAre("Miel"));
  EXPECT_THAT(library_.titles("author:amina author:bennani"), IsEmpty());
}

TEST_F(Creators, OfAnUnfinishedName) {
  SearchRequest request;
  request.query = "author:benn";
  request.typing = true;
  EXPECT_THAT(library_.titles(request), ElementsAre("Miel"));
}

TEST_F(Creators, WithoutANameTheFieldIsAWord) {
  for (const char* query :
       {"author:", "author: ", "author:\"", "author:-", "-author:", "author::", "auteur:\"\""}) {
    EXPECT_GE(library_.search(query).total, 0) << query;
  }
  EXPECT_THAT(library_.titles("coopératives author:"), UnorderedElementsAre("Laine", "Miel"));
  EXPECT_THAT(library_.titles("coopératives -author: "), UnorderedElementsAre("Laine", "Miel"));
  EXPECT_THAT(library_.titles("coauthor:amina"), UnorderedElementsAre("Laine", "Miel"))
      << "inside a word it is none";
}

}  // namespace
}  // namespace mess::index
