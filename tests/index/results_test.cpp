// What a search gives of each document: the page, the snippet, the marks.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/normaliser.h"
#include "index/search.h"
#include "index/snippet.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::IsEmpty;

TEST(QueryWords, MarksWholeWordsInOrder) {
  const std::string text = "Les coopératives, la coopérative et le coopérateur";
  const auto marks = QueryWords("cooperative").find_in(text, Language::french);
  ASSERT_GE(marks.size(), 2U);
  EXPECT_EQ(text.substr(marks[0].begin, marks[0].end - marks[0].begin), "coopératives");
  EXPECT_LT(marks[0].end, marks[1].begin + 1);
  EXPECT_TRUE(QueryWords("").empty());
  EXPECT_TRUE(QueryWords("-femmes").empty());
  EXPECT_EQ(QueryWords("micro", Language::french, true).find_in("le microcrédit", Language::french).size(),
            1U);
  EXPECT_THAT(QueryWords("micro", Language::french, false).find_in("le microcrédit", Language::french),
              IsEmpty());
  EXPECT_EQ(QueryWords("la femme", Language::french).find_in("la femme", Language::french).size(), 1U);
}

// Other names of the thesaurus: of several words they are marked where they stand whole, nowhere else.
TEST(QueryWords, MarkNamesOfSeveralWordsWhole) {
  struct Case {
    const char* query;
    std::vector<std::string> names;
    Language language;
    const char* text;  // with what is marked between brackets
  };
  const std::vector<std::string> ess{"économie sociale et solidaire"}, ess_ar{"الاقتصاد الاجتماعي والتضامني"};
  const std::vector<Case> cases{
      {"ESS", ess, Language::french, "L'économie va mal. L'[économie] [sociale] [et] [solidaire] va bien."},
      {"ESS", ess, Language::french, "Une mesure sociale et solidaire de l'économie, en [ESS]"},
      {"ESS", ess, Language::french, "[économies] [sociales] [solidaires] et [ESS]"},
      {"ESS", ess, Language::french, "économie sociale marocaine et solidaire"},  // another word between
      {"ESS", ess, Language::french, "économie sociale et"},                      // not to its end
      {"ESS", ess, Language::french, "économie, [économie] [sociale],\n[solidaire] sociale"},
      {"solidaire", ess, Language::french, "[solidaire] : l'[économie] [sociale] [et] [solidaire]"},
      {"ESS", ess_ar, Language::arabic, "نمو الاقتصاد [والاقتصاد] [الاجتماعي] [والتضامني] والعمل الاجتماعي"},
      {"SMIG", {"الحد الأدنى للأجر"}, Language::arabic, "الحد من الأجر، [الحد] [الأدنى] [للأجر] والأجر"},
      {"ESS", {"coopération"}, Language::french, "La [coopération]"},  // of one word
      {"", ess, Language::french, "l'[économie] [sociale] [et] [solidaire], sociale"},
      {"ESS", {"de la", "?", ""}, Language::french, "rien"},
  };
  for (const Case& c : cases) {
    std::string text(c.text);
    std::erase_if(text, [](char sign) { return sign == '[' || sign == ']'; });
    std::string marked;
    std::size_t at = 0;
    for (const ByteRange& range : QueryWords(c.query).with_names(c.names).find_in(text, c.language)) {
      ASSERT_LE(at, range.begin) << c.text;
      marked +=
          text.substr(at, range.begin - at) + "[" + text.substr(range.begin, range.end - range.begin) + "]";
      at = range.end;
    }
    marked += text.substr(at);
    EXPECT_EQ(marked, c.text);
  }
}

// Fifty phrases planted in fifty documents of many pages: the first result opens the page that holds the
// phrase.
TEST(BestPage, HoldsThePlantedPhrase) {
  TemporaryLibrary library;
  const std::vector<std::string> first{"filière", "zone", "caisse", "école", "table", "maison", "ferme"};
  const std::vector<std::string> second{"solidaire", "rurale",   "verte",   "ouverte",
                                        "commune",   "partagée", "durable", "voisine"};
  std::vector<std::string> phrases;
  for (int i = 0; i < 50; ++i) {
    phrases.push_back(first[static_cast<std::size_t>(i) % 7] + ' ' + second[static_cast<std::size_t>(i) / 7] +
                      " numéro " + std::to_string(1000 + i));
  }
  std::vector<int> page_of;
  for (int i = 0; i < 50; ++i) {
    const int planted = 2 + (i * 7) % 19;
    std::vector<std::string> pages;
    for (int page = 1; page <= 22; ++page) {
      // Every page holds every word of the phrase, often and apart; only one holds them together, once.
      std::string text = "Page de la maison avec la filière et la zone ou la caisse.\n";
      const auto& f = first[static_cast<std::size_t>(i) % 7];
      const auto& s = second[static_cast<std::size_t>(i) / 7];
      for (int n = 0; n < 3; ++n)
        text += f + " puis autre chose. " + s + " encore. Le numéro vient. " + std::to_string(1000 + i) +
                " fin. ";
      if (page == planted)
        text = "Un début de page. " + phrases[static_cast<std::size_t>(i)] + " et la suite.";
      pages.push_back(text);
    }
    page_of.push_back(planted);
    library.add({"Étude " + std::to_string(i)}, pages);
  }
  library.index();
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    for (const std::string& query : {phrases[i], '"' + phrases[i] + '"'}) {
      const auto response = library.search(query);
      ASSERT_FALSE(response.documents.empty()) << query;
      EXPECT_EQ(response.documents[0].title, "Étude " + std::to_string(i)) << query;
      EXPECT_EQ(response.documents[0].best_page, page_of[i]) << query;
      EXPECT_FALSE(response.documents[0].highlights.empty());
    }
  }
}

TEST(BestPage, IsAListOfContentsWhenTheWordStandsNowhereElse) {
  TemporaryLibrary library;
  std::string contents = "SOMMAIRE\n";
  for (int i = 1; i < 20; ++i)
    contents += "Chapitre " + std::to_string(i) + " ............ " + std::to_string(i) + "\n";
  contents += "L'agriculture de montagne ............ 12\n";
  library.add({"Étude"}, {"Avant-propos de la région.", contents, "Le village et ses sources."});
  library.index();
  const SearchResponse response = library.search("agriculture");
  ASSERT_EQ(response.documents.size(), 1U);
  EXPECT_EQ(response.documents[0].best_page, 2);
  EXPECT_EQ(response.documents[0].matching_pages, std::vector<int>{2});
  EXPECT_FALSE(response.documents[0].highlights.empty());
}

TEST(Phrase, DoesNotCrossPagesNorFields) {
  TemporaryLibrary library;
  library.add({"Premier titre"}, {"finit par économie", "sociale commence ici"});
  library.index();
  EXPECT_TRUE(library.search("\"économie sociale\"").any_word);
  EXPECT_TRUE(library.search("\"titre finit\"").any_word);
}

TEST(Ranking, TitleBeforePassingMention) {
  TemporaryLibrary library;
  std::string filler;
  for (int i = 0; i < 3000; ++i) filler += "mot" + std::to_string(i % 500) + ' ';
  library.add({"Rapport annuel"}, {filler + "mutuelle mutuelle mutuelle"});
  library.add({"La mutuelle au Maroc"}, {filler + filler + filler, filler + "mutuelle"});
  library.index();
  EXPECT_EQ(library.titles("mutuelle").at(0), "La mutuelle au Maroc");
}

TEST(Ranking, TheVeryFormBeforeAnotherOfItsStem) {
  TemporaryLibrary library;
  library.add({"Accord"}, {"La coopération agricole des régions du Nord, au fil des ans."});
  library.add({"Statuts"}, {"La coopérative agricole des régions du Nord, au fil des ans."});
  library.add({"Annuaire"}, {"Une liste sans rapport."});
  library.index();
  EXPECT_EQ(library.titles("coopérative agricole").front(), "Statuts");
  EXPECT_EQ(library.titles("coopération agricole").front(), "Accord");
}

TEST(Snippet, IsAWindowOfWholeWordsFromASentence) {
  TemporaryLibrary library;
  std::string long_page;
  for (int i = 0; i < 200; ++i)
    long_page += "Une phrase ordinaire de remplissage numéro " + std::to_string(i) + ". ";
  const std::string text = long_page + "Le microcrédit finance une coopérative oléicole. " + long_page;
  library.add({"Long"}, {text});
  library.index();
  const DocumentHit hit = library.search("microcrédit oléicole").documents.at(0);
  EXPECT_THAT(hit.snippet, ::testing::StartsWith("Le microcrédit finance une coopérative oléicole."));
  EXPECT_LE(hit.snippet.size(), 300U);
  EXPECT_EQ(hit.highlights.size(), 2U);
  const std::string flat = readable(text);
  std::string inner = hit.snippet;
  if (const auto dots = inner.find(" …"); dots != std::string::npos) inner.resize(dots);
  EXPECT_NE((flat + ' ').find(inner + ' '), std::string::npos);  // no word cut at the end
}

// What a fuzzer found: the whole page was shown.
TEST(Snippet, OfAPageThatIsOneWordIsShort) {
  const std::string one_word(100'000, 'a');
  EXPECT_LT(make_snippet(one_word, QueryWords(one_word), Language::french).size(), 400U);
  std::string long_signs;  // one character each, eighteen letters when written out
  for (int i = 0; i < 300; ++i) long_signs += "\uFDFA ";
  EXPECT_LT(make_snippet(long_signs, QueryWords("xyz"), Language::arabic).size(), 1300U);
}

TEST(Snippet, ShortensDottedLines) {
  TemporaryLibrary library;
  library.add({"Table"},
              {"1. Le tourisme ........................ 12\n2. L'artisanat . . . . . . . 24\nEtc... fin."});
  library.index();
  EXPECT_EQ(library.search("artisanat").documents.at(0).snippet,
            "1. Le tourisme … 12 2. L'artisanat … 24 Etc... fin.");
}

TEST(NonsenseText, IsNeitherSearchedNorShown) {
  TemporaryLibrary library;
  library.add({"Vieille police", {"ar"}, 2001, "studies", {}, {}, library::TextState::doubtful},
              {"Oí'GĈ zzgarbage"});
  library.index();
  EXPECT_EQ(library.search("zzgarbage").total, 0);
  const auto response = library.search("vieille police");
  ASSERT_EQ(response.total, 1);
  EXPECT_EQ(response.documents[0].snippet, "");
}

TEST(Filters, SurviveLongAndOddValues) {
  TemporaryLibrary library;
  const std::string collection(400, 'c');
  library.add({"Un\x1f"
               "deux\x1e"
               "trois",
               {"fr", ""},
               2010,
               collection},
              {"texte simple"});
  library.index();
  SearchRequest request;
  request.query = "simple";
  request.filters.collections = {collection};
  const auto response = library.search(request);
  ASSERT_EQ(response.total, 1);
  EXPECT_EQ(response.documents[0].collection, collection);
  EXPECT_EQ(response.documents[0].pages, 1);
}

}  // namespace
}  // namespace mess::index
