// What queries find, however they are typed.

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

struct QueryCase {
  const char* query;
  std::vector<std::string> titles;
};
void PrintTo(const QueryCase& one, std::ostream* out) {
  *out << one.query;
}

class Query : public Queries, public ::testing::WithParamInterface<QueryCase> {};

TEST_P(Query, Finds) {
  EXPECT_THAT(library_->titles(GetParam().query), ::testing::UnorderedElementsAreArray(GetParam().titles));
}

INSTANTIATE_TEST_SUITE_P(
    AllWords, Query,
    ::testing::Values(QueryCase{"économie", {femmes, norte}}, QueryCase{"l’economie", {femmes, norte}},
                      QueryCase{"ECONOMIE", {femmes, norte}}, QueryCase{"d'économie", {femmes, norte}},
                      QueryCase{"oeuvre", {atlas}}, QueryCase{"microcredits", {atlas}},
                      QueryCase{"femme emploi", {femmes}},  // words on different pages
                      QueryCase{"ano economia", {norte}}, QueryCase{"Fassi", {femmes}},
                      QueryCase{"port numérisé", {plan}},  // a scan: found by its record
                      QueryCase{"femme et emploi",
                                {femmes}}));  // a word without topic does not have to be there

INSTANTIATE_TEST_SUITE_P(Arabic, Query,
                         ::testing::Values(QueryCase{"اقتصاد", {shamal}}, QueryCase{"والاقتصاد", {shamal}},
                                           QueryCase{"إقتصاد", {shamal}}, QueryCase{"بالاقتصاد", {shamal}},
                                           QueryCase{"اِقْتِصَاد", {shamal}},
                                           QueryCase{"تعاونيات", {shamal, bilingual}},
                                           QueryCase{"التعاونية", {shamal, bilingual}},
                                           QueryCase{"الأجراء", {shamal}}, QueryCase{"العاملات", {shamal}},
                                           QueryCase{"مقاولة", {bilingual}},
                                           QueryCase{"٢٠١٢", {femmes, shamal}}));

// Few documents hold all the words: they come first, those that hold some of them follow.
class LeadingQuery : public Queries, public ::testing::WithParamInterface<QueryCase> {};

TEST_P(LeadingQuery, Finds) {
  const SearchResponse response = library_->search(GetParam().query);
  ASSERT_GT(response.documents.size(), 1U);
  EXPECT_EQ(response.documents.front().title, GetParam().titles.front());
  EXPECT_FALSE(response.any_word);
}

INSTANTIATE_TEST_SUITE_P(AllWordsFirst, LeadingQuery,
                         ::testing::Values(QueryCase{"coopérative agricole",
                                                     {femmes}},  // hyphenated over a line
                                           QueryCase{"sociale et solidaire", {femmes}},
                                           QueryCase{"comment créer des emplois ?", {femmes}},
                                           QueryCase{"الشمال 2012", {shamal}}));

INSTANTIATE_TEST_SUITE_P(Wildcards, Query,
                         ::testing::Values(QueryCase{"microc*", {atlas}}, QueryCase{"micro* région", {atlas}},
                                           QueryCase{"التع*", {shamal, bilingual}}, QueryCase{"zzz*", {}},
                                           QueryCase{"*", {}}));

INSTANTIATE_TEST_SUITE_P(Operators, Query,
                         ::testing::Values(QueryCase{"\"économie sociale et solidaire\"", {femmes}},
                                           QueryCase{"«économie sociale»", {femmes}},
                                           QueryCase{"“coopératives de femmes”", {femmes}},
                                           QueryCase{"économie -emplois", {norte}},
                                           QueryCase{"coopératives -\"femmes du Nord\"", {norte}},
                                           QueryCase{"-économie région", {atlas}},
                                           QueryCase{"socio-économie -norte", {femmes}},
                                           QueryCase{"\"économie", {femmes, norte}},
                                           QueryCase{"économie\"", {femmes, norte}},
                                           QueryCase{"\"\" économie", {femmes, norte}}));

TEST_F(Queries, PhraseOfOtherFormsOrOrderIsNotThatPhrase) {
  EXPECT_TRUE(library_->search("\"sociale économie\"").any_word);
  EXPECT_TRUE(library_->search("\"économies sociales\"").any_word);
  TemporaryLibrary forms;
  forms.add({"Une"}, {"Une coopérative de miel."});
  forms.add({"Des"}, {"Des coopératives de miel."});
  forms.index();
  EXPECT_THAT(forms.titles("\"coopératives\""), testing::ElementsAre("Des"));
  EXPECT_EQ(forms.titles("coopératives").size(), 2U);
  EXPECT_EQ(forms.titles("Où sont les \"coopératives\" ?").size(), 2U) << "a name that is asked about";
}

TEST_F(Queries, AnyWordWhenNoDocumentHoldsAll) {
  const auto response = library_->search("microcrédit chefchaouen");
  EXPECT_TRUE(response.any_word);
  EXPECT_EQ(response.total, 2);
  EXPECT_FALSE(library_->search("microcrédit").any_word);
}

TEST_F(Queries, LastWordIsAPrefixWhileTyping) {
  SearchRequest request = asking("microc");
  EXPECT_THAT(library_->titles(request), IsEmpty());
  request.typing = true;
  EXPECT_THAT(library_->titles(request), ElementsAre(atlas));
  request.query = "cooperat agri";
  EXPECT_TRUE(library_->search(request).any_word);  // only the last one
  request.query = "microc ";
  EXPECT_THAT(library_->titles(request), IsEmpty());
  request.query = "التعاون";
  EXPECT_THAT(library_->titles(request), UnorderedElementsAre(shamal, bilingual));
  request.query = "التع";
  EXPECT_THAT(library_->titles(request), UnorderedElementsAre(shamal, bilingual));
  request.query = "m";
  EXPECT_THAT(library_->titles(request), Contains(atlas));
}

TEST_F(Queries, NothingTypedIsAnError) {
  std::string all_operators;
  for (int i = 0; i < 2000; ++i) all_operators += "\" -NOT AND (OR* «~ +";
  const std::string hundred_kb(100'000, 'a');
  std::string many_words;
  for (int i = 0; i < 10'000; ++i) many_words += "mot" + std::to_string(i) + ' ';
  for (const bool typing : {false, true}) {
    for (const std::string& query : {std::string(),
                                     std::string("   "),
                                     std::string("?!…"),
                                     std::string("\""),
                                     std::string("-"),
                                     std::string("--"),
                                     std::string("-\""),
                                     std::string("\"\"\"\"\""),
                                     std::string("AND OR NOT"),
                                     std::string("de la"),
                                     std::string("\xFF\xFE\xC3"),
                                     std::string("a\0b", 3),
                                     std::string("😀"),
                                     std::string("économie 经济 الاقتصاد экономика"),
                                     std::string("\u202B\u202C"),
                                     std::string("title:x*?"),
                                     std::string("\xED\xA0\x80 lone"),
                                     std::string("' ' '"),
                                     all_operators,
                                     hundred_kb,
                                     many_words}) {
      SearchRequest request = asking(query);
      request.typing = typing;
      auto searcher = Searcher::open(library_->folder());
      ASSERT_TRUE(searcher);
      const auto response = searcher->search(request);
      ASSERT_TRUE(response) << query.substr(0, 40);
      EXPECT_LE(response->documents.size(), 10U);
      searcher->suggest(query, Language::french, 8);
      static_cast<void>(
          QueryWords(query, Language::french, typing).find_in("économie de la", Language::french));
    }
  }
}

TEST_F(Queries, OfSignsOnlyFindsNothing) {
  EXPECT_EQ(library_->search("?!…").total, 0);
  EXPECT_EQ(library_->search("😀").total, 0);
}

TEST_F(Queries, StrangeLimitsAreHarmless) {
  SearchRequest request = asking("économie");
  request.limit = 0;
  EXPECT_EQ(library_->search(request).total, 2);
  EXPECT_THAT(library_->search(request).documents, IsEmpty());
  request.limit = -5;
  request.offset = -5;
  EXPECT_EQ(library_->search(request).total, 2);
  request.limit = 1;
  request.offset = 1;
  EXPECT_EQ(library_->search(request).documents.size(), 1U);
  request.offset = 1000;
  EXPECT_THAT(library_->search(request).documents, IsEmpty());
  EXPECT_EQ(library_->search(request).total, 2);
}

TEST_F(Queries, OffersASpellingThatHasHits) {
  EXPECT_EQ(library_->search("microcredt").corrected, "microcrédit");
  EXPECT_EQ(library_->search("coperatives femmes").corrected, "coopératives femmes");
  EXPECT_EQ(library_->search("zzzzzzzz").corrected, "");
  TemporaryLibrary towns;
  towns.add({"تقرير", {"ar"}}, {"افتتح المعرض بتطوان."});
  towns.index();
  EXPECT_EQ(towns.search("تطوان").corrected, "") << "a preposition is no other spelling";
  EXPECT_EQ(library_->search("économie").corrected, "");
  const auto response = library_->search("tétouna");
  ASSERT_FALSE(response.corrected.empty());
  EXPECT_GT(library_->search(response.corrected).total, 0);
}

}  // namespace
}  // namespace mess::index
