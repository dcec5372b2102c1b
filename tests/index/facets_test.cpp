// Facets, filters and orders, and what a hit carries.

#include "index/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/normaliser.h"
#include "small_library.h"

namespace mess::index {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST_F(Queries, FacetsCountWhatChoosingThemGives) {
  for (const char* query : {"", "économie", "coopératives"}) {
    SearchRequest request = asking(query);
    const Facets facets = library_->search(request).facets;
    for (const FacetValue& value : facets.collections) {
      SearchRequest chosen = request;
      chosen.filters.collections = {value.value};
      EXPECT_EQ(library_->search(chosen).total, value.count) << query << value.value;
    }
    for (const FacetValue& value : facets.languages) {
      SearchRequest chosen = request;
      chosen.filters.languages = {value.value};
      EXPECT_EQ(library_->search(chosen).total, value.count) << query << value.value;
    }
    for (const FacetValue& value : facets.years) {
      SearchRequest chosen = request;
      chosen.filters.year_from = chosen.filters.year_to = std::stoi(value.value);
      EXPECT_EQ(library_->search(chosen).total, value.count) << query << value.value;
    }
  }
}

TEST_F(Queries, AChosenFacetStillShowsItsAlternatives) {
  SearchRequest request = asking("économie");
  request.filters.languages = {"fr"};
  const Facets facets = library_->search(request).facets;
  ASSERT_EQ(facets.languages.size(), 2U);  // es too: what choosing it instead would give
  ASSERT_EQ(facets.years.size(), 1U);      // but the years are of the French ones
  EXPECT_EQ(facets.years[0].value, "2015");
}

TEST_F(Queries, ABilingualReportIsInBothLanguages) {
  SearchRequest request;
  request.filters.languages = {"ar"};
  EXPECT_THAT(library_->titles(request), UnorderedElementsAre(shamal, bilingual));
}

TEST_F(Queries, FiltersAlone) {
  SearchRequest request;
  request.filters.year_from = 2016;
  const auto found = library_->titles(request);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], shamal);  // newest first
  request.filters.year_from.reset();
  request.filters.year_to = 2016;
  EXPECT_THAT(library_->titles(request), ElementsAre(femmes, plan));
  request.filters = {};
  EXPECT_EQ(library_->search(request).total, 6);
  request.filters.collections = {"atlas", "watch"};
  EXPECT_EQ(library_->search(request).total, 3);
  request.filters.collections = {"none such"};
  EXPECT_EQ(library_->search(request).total, 0);
}

TEST_F(Queries, Sorts) {
  SearchRequest request;
  request.sort = SearchRequest::Sort::oldest;
  auto found = library_->titles(request);
  EXPECT_EQ(found.front(), plan);
  EXPECT_EQ(found.back(), bilingual);  // without a year: last either way
  request.sort = SearchRequest::Sort::newest;
  found = library_->titles(request);
  EXPECT_EQ(found.front(), shamal);
  EXPECT_EQ(found.back(), bilingual);
}

TEST_F(Queries, HitsCarryTheRecord) {
  const auto response = library_->search("femmes");
  ASSERT_EQ(response.documents.size(), 1U);
  const DocumentHit& hit = response.documents[0];
  EXPECT_EQ(hit.title, femmes);
  EXPECT_EQ(hit.language, "fr");
  EXPECT_EQ(hit.year, 2015);
  EXPECT_EQ(hit.collection, "studies");
  EXPECT_THAT(hit.creators, ElementsAre("Amina El Fassi"));
  EXPECT_EQ(hit.sha256.size(), 64U);
  EXPECT_EQ(hit.pages, 3);
  EXPECT_DOUBLE_EQ(hit.score, 100);
  EXPECT_THAT(hit.matching_pages, ElementsAre(1, 3));
  EXPECT_EQ(hit.matching_page_count, 2);
  EXPECT_EQ(response.total_pages, 2);
  ASSERT_EQ(hit.title_highlights.size(), 1U);
  EXPECT_EQ(hit.title.substr(hit.title_highlights[0].begin), "femmes");
}

TEST_F(Queries, SnippetsAreReadableAndMarked) {
  const auto arabic = library_->search("الأجراء");
  ASSERT_EQ(arabic.documents.size(), 1U);
  const DocumentHit& hit = arabic.documents[0];
  EXPECT_EQ(hit.best_page, 2);
  EXPECT_THAT(hit.snippet, ::testing::HasSubstr("الأجراء"));
  ASSERT_EQ(hit.highlights.size(), 1U);
  EXPECT_EQ(hit.snippet.substr(hit.highlights[0].begin, hit.highlights[0].end - hit.highlights[0].begin),
            "الأجراء");
  const auto french = library_->search("agricole cooperative");
  EXPECT_EQ(french.documents.at(0).snippet, "La femme et la coopérative agricole à Chefchaouen en 2012.");
  EXPECT_EQ(french.documents.at(0).highlights.size(), 2U);
}

TEST_F(Queries, AHitByItsRecordOpensAtTheBeginning) {
  const DocumentHit hit = library_->search("numérisé").documents.at(0);
  EXPECT_EQ(hit.best_page, 1);
  EXPECT_THAT(hit.matching_pages, IsEmpty());
  EXPECT_EQ(hit.snippet, "");
}

TEST_F(Queries, CancelledIsInterrupted) {
  auto searcher = Searcher::open(library_->folder());
  ASSERT_TRUE(searcher);
  const CancelFlag cancelled = true;
  const auto response = searcher->search(asking("économie"), &cancelled);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, ErrorKind::interrupted);
}

TEST_F(Queries, SuggestsTopicsAndTitles) {
  auto searcher = Searcher::open(library_->folder());
  ASSERT_TRUE(searcher);
  const auto texts = [&](const char* typed) {
    std::vector<std::string> found;
    for (const Suggestion& suggestion : searcher->suggest(typed, Language::french, 8)) {
      EXPECT_LE(suggestion.typed.begin, suggestion.typed.end);
      EXPECT_LE(suggestion.typed.end, suggestion.text.size());
      EXPECT_EQ(suggestion.kind == Suggestion::Kind::title, suggestion.id != 0);
      found.push_back(suggestion.text);
    }
    return found;
  };
  EXPECT_THAT(texts("econ"), Contains("économie sociale"));
  EXPECT_THAT(texts("microc"), Contains("microcrédit"));
  EXPECT_THAT(texts("fem"), Contains(femmes));
  EXPECT_THAT(texts("الشمال"), Contains(shamal));
  EXPECT_THAT(texts("zzz"), IsEmpty());
  EXPECT_THAT(texts(""), IsEmpty());
  const auto all = searcher->suggest("microc", Language::french, 8);
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all[0].text.substr(all[0].typed.begin, all[0].typed.end - all[0].typed.begin), "microc");
}

// What is marked on a page is what search finds: for every word of every page, a search for it marks it.
TEST_F(Queries, MarksAgreeWithSearch) {
  const auto documents = library_->catalogue().documents();
  ASSERT_TRUE(documents);
  for (const auto& document : *documents) {
    const auto pages = library_->catalogue().pages(document.id);
    ASSERT_TRUE(pages);
    for (const auto& page : *pages) {
      const Language language = language_of(page.language);
      for (const Token& token : tokenize(page.text, language)) {
        const std::string word = page.text.substr(token.begin, token.end - token.begin);
        const auto marks = QueryWords(word).find_in(page.text, language);
        EXPECT_THAT(marks, Contains(ByteRange{token.begin, token.end})) << word;
        const auto response = library_->search('"' + word + '"');
        std::vector<DocumentId> found;
        for (const DocumentHit& hit : response.documents) found.push_back(hit.id);
        EXPECT_THAT(found, Contains(document.id)) << word;
      }
    }
  }
}

}  // namespace
}  // namespace mess::index
