#include "index/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/normaliser.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

SearchRequest asking(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  return request;
}

// One small library for all query tables; built once.
class Queries : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = new TemporaryLibrary;
    library_->add(
        {"Coopératives de femmes", {"fr"}, 2015, "studies", {"Amina El Fassi"}, {"économie sociale"}},
        {"Les coopératives de femmes du Nord.", "L’économie sociale et solidaire crée des emplois.",
         "La femme et la coopé-\nrative agricole à Chefchaouen en 2012."});
    library_->add(
        {"Atlas de la région", {"fr"}, 2018, "atlas", {"Équipe de l'observatoire"}, {}},
        {"Cartes de la région. Œuvres sociales.", "Le microcrédit à Tétouan.", "Annexe sans rien."});
    library_->add(
        {"التعاونيات في الشمال", {"ar"}, 2020, "studies", {}, {"الاقتصاد الاجتماعي"}},
        {"الاقتصاد الاجتماعي والتضامني في المغرب سنة ٢٠١٢.", "تعاونية نسائية في شفشاون، األجراء والعامالت."});
    library_->add({"Cooperativas del norte", {"es"}, 2018, "studies", {}, {}},
                  {"Las cooperativas crean empleo.", "El año pasado creció la economía social."});
    library_->add({"Rapport bilingue", {"fr", "ar"}, std::nullopt, "watch", {}, {}},
                  {"Résumé du rapport sur la finance solidaire.", "ملخص التقرير حول التعاونيات والمقاولات."});
    library_->add({"Plan numérisé du port", {"fr"}, 1999, "atlas", {}, {}, library::TextState::none},
                  {"", ""});
    library_->index();
  }
  static void TearDownTestSuite() {
    delete library_;
    library_ = nullptr;
  }
  static TemporaryLibrary* library_;
};
TemporaryLibrary* Queries::library_ = nullptr;

struct QueryCase {
  const char* query;
  std::vector<std::string> titles;
};
void PrintTo(const QueryCase& one, std::ostream* out) {
  *out << one.query;
}

constexpr const char* femmes = "Coopératives de femmes";
constexpr const char* atlas = "Atlas de la région";
constexpr const char* shamal = "التعاونيات في الشمال";
constexpr const char* norte = "Cooperativas del norte";
constexpr const char* bilingual = "Rapport bilingue";
constexpr const char* plan = "Plan numérisé du port";

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
  EXPECT_EQ(library_->search("économie").corrected, "");
  const auto response = library_->search("tétouna");
  ASSERT_FALSE(response.corrected.empty());
  EXPECT_GT(library_->search(response.corrected).total, 0);
}

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
