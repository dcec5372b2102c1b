// Themes and territories: which documents belong to one, counts that are true, edits that take effect at
// once.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "index/search.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* places_and_themes = R"([artisanat]
theme = {fr = "Artisanat", ar = "الصناعة التقليدية"}
fr = ["artisanat"]
ar = ["صناعة تقليدية"]

[tapis]
broader = "artisanat"
fr = ["tapis", "tapis noué"]
ar = ["زربية"]
en = ["carpet"]

[crochet]
broader = "artisanat"
theme = false
fr = ["crochet"]
ar = ["كروشي"]

[economie-sociale]
theme = true
fr = ["économie sociale", "ESS"]
ar = ["اقتصاد اجتماعي"]

[region]
territory = true
fr = ["région du Nord"]
ar = ["جهة الشمال"]

[tetouan]
broader = "region"
territory = true
fr = ["Tétouan"]
ar = ["تطوان"]
)";

std::string times(int count, const std::string& sentence) {
  std::string text;
  for (int i = 0; i < count; ++i) text += sentence + " ";
  return text;
}

class Themes : public testing::Test {
 protected:
  void write_thesaurus(const std::string& text) {
    const auto file = library_.folder().root() / "thesaurus" / "a.toml";
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  // The titles of the documents of a theme or territory.
  std::vector<std::string> of_theme(const std::string& id) const {
    SearchRequest request;
    request.filters.themes = {id};
    return library_.titles(request);
  }
  std::vector<std::string> of_territory(const std::string& id) const {
    SearchRequest request;
    request.filters.territories = {id};
    return library_.titles(request);
  }
  TemporaryLibrary library_;
};

TEST_F(Themes, HoldDocumentsThatSpeakOfThem) {
  write_thesaurus(places_and_themes);
  library_.add({"L'artisanat du Nord"}, {"Rien d'autre."});
  library_.add({"Sujet", {"fr"}, {}, "studies", {}, {"tapis"}}, {"Rien d'autre."});
  library_.add({"Souvent"}, {times(5, "Le tapis est beau.")});
  library_.add({"Trop peu"}, {times(4, "Le tapis est beau.")});
  library_.add({"Trop long"},
               {times(6, "Le tapis est beau.") + times(900, "Un mot et encore cinq autres mots.")});
  library_.add({"سجل", {"ar"}}, {times(5, "هذه زربية جميلة.")});
  library_.add({"Other language", {"en"}}, {times(5, "The tapis is a French word.")});
  library_.add({"Carpets of the north", {"en"}}, {"None."});
  library_.add({"Kept out"}, {times(9, "Le crochet.")});
  library_.index();
  EXPECT_THAT(of_theme("artisanat"),
              UnorderedElementsAre("L'artisanat du Nord", "Sujet", "Souvent", "سجل", "Carpets of the north"));
}

TEST_F(Themes, WantNamesOfSeveralWordsTogether) {
  write_thesaurus(places_and_themes);
  library_.add({"Ensemble"}, {times(5, "L'économie sociale avance.")});
  library_.add({"Partout"},
               {times(6, "Une mesure sociale.") + times(6, "Beaucoup de mots avant toute économie.")});
  library_.add({"Sigle"}, {times(5, "Le secteur de l'ESS.")});
  library_.add({"Aucun sigle"}, {times(6, "Les esses du crochet.")});
  library_.index();
  EXPECT_THAT(of_theme("economie-sociale"), UnorderedElementsAre("Ensemble", "Sigle"));
}

TEST_F(Themes, OfAPlaceAreOfTheWiderOneToo) {
  write_thesaurus(places_and_themes);
  library_.add({"Étude sur Tétouan"}, {""});
  library_.add({"La région du Nord"}, {""});
  library_.index();
  EXPECT_THAT(of_territory("tetouan"), ElementsAre("Étude sur Tétouan"));
  EXPECT_THAT(of_territory("region"), UnorderedElementsAre("Étude sur Tétouan", "La région du Nord"));
  const Facets facets = library_.search(SearchRequest{}).facets;
  ASSERT_EQ(facets.territories.size(), 2U);
  EXPECT_EQ(facets.territories[0].value, "region");
  EXPECT_EQ(facets.territories[0].count, 2);
  EXPECT_EQ(name_in(facets.territories[1].names, Language::arabic), "تطوان");
  EXPECT_EQ(name_in(facets.territories[1].names, Language::spanish), "Tétouan");  // it has none of its own
}

TEST_F(Themes, FollowAnEditWithoutIndexingAgain) {
  library_.add({"Tapis"}, {""});
  library_.index();
  auto searcher = Searcher::open(library_.folder());
  ASSERT_TRUE(searcher);
  SearchRequest request;
  request.filters.themes = {"artisanat"};
  EXPECT_EQ(searcher->search(request)->total, 0);
  write_thesaurus(places_and_themes);
  EXPECT_EQ(searcher->search(request)->total, 1);
  EXPECT_EQ(searcher->search(SearchRequest{})->facets.themes.at(0).names[0], "Artisanat");
  write_thesaurus("[tapis]\ntheme = true\nfr = [\"tapis\"]\nar = [\"زربية\"]\n");
  EXPECT_EQ(searcher->search(request)->total, 0);
  EXPECT_THAT(searcher->search(SearchRequest{})->facets.themes.at(0).names[0], "Tapis");
  EXPECT_EQ(searcher->search(request)->facets.themes.size(), 1U);
}

TEST_F(Themes, ThatAreChosenStayAmongTheFacets) {
  write_thesaurus(places_and_themes);
  library_.add({"Tapis"}, {"laine"});
  library_.add({"Rien"}, {"eau"});
  library_.index();
  SearchRequest request;
  request.query = "eau";
  request.filters.themes = {"artisanat", "unknown"};
  const SearchResponse response = library_.search(request);
  EXPECT_EQ(response.total, 0);
  ASSERT_EQ(response.facets.themes.size(), 1U);
  EXPECT_EQ(response.facets.themes[0].value, "artisanat");
  EXPECT_EQ(response.facets.themes[0].count, 0);
}

TEST_F(Themes, LiveThroughCirclesAndTooMany) {
  std::string text =
      "[a]\nbroader = \"b\"\ntheme = true\nfr = [\"un\"]\nar = [\"واحد\"]\n"
      "[b]\nbroader = \"a\"\nfr = [\"deux\"]\nar = [\"اثنان\"]\n";
  for (int i = 0; i < 100; ++i) {
    text += "[t" + std::to_string(i) + "]\ntheme = true\nfr = [\"mot" + std::to_string(i) +
            "\"]\nar = [\"كلمة\"]\n";
  }
  write_thesaurus(text);
  library_.add({"deux mot3 mot99"}, {""});
  library_.index();
  EXPECT_THAT(of_theme("a"), ElementsAre("deux mot3 mot99"));
  EXPECT_THAT(of_theme("t3"), ElementsAre("deux mot3 mot99"));
  EXPECT_THAT(of_theme("t99"), IsEmpty());  // past the 64th
}

TEST_F(Themes, AreReadAheadAndAnIndexThatGoesDoesNoHarm) {
  write_thesaurus(places_and_themes);
  library_.add({"Tapis"}, {""});
  library_.index();
  auto searcher = Searcher::open(library_.folder());
  ASSERT_TRUE(searcher);
  searcher->prepare();
  EXPECT_EQ(searcher->search(SearchRequest{})->facets.themes.size(), 1U);
  std::filesystem::remove_all(library_.folder().index());
  searcher->prepare();
}

// A count on a facet is the number of documents after touching it, whatever else is chosen: 40 queries over
// documents of every mixture.
TEST_F(Themes, CountWhatChoosingThemGives) {
  write_thesaurus(places_and_themes);
  std::mt19937 chance(7);
  const std::vector<std::string> parts{"artisanat", "économie sociale", "région du Nord", "Tétouan"};
  const std::vector<std::string> words{"eau", "laine", "femmes", "atelier"};
  for (int i = 0; i < 60; ++i) {
    std::string title = "Titre " + std::to_string(i), text;
    for (const std::string& part : parts) title += chance() % 3 == 0 ? ", " + part : "";
    for (const std::string& word : words) text += chance() % 2 == 0 ? word + " " : "";
    library_.add({title,
                  {chance() % 2 == 0 ? "fr" : "es"},
                  static_cast<int>(2000 + chance() % 9),
                  chance() % 2 == 0 ? "studies" : "atlas"},
                 {text});
  }
  library_.index();
  auto searcher = Searcher::open(library_.folder());
  ASSERT_TRUE(searcher);
  int checked = 0;
  const auto check = [&](const SearchRequest& request, const std::vector<FacetValue>& values,
                         std::vector<std::string> SearchFilters::*filter) {
    if (!(request.filters.*filter).empty()) return;  // a touch adds to what is chosen there
    for (const FacetValue& value : values) {
      SearchRequest touched = request;
      touched.filters.*filter = {value.value};
      EXPECT_EQ(searcher->search(touched)->total, value.count) << request.query << " " << value.value;
      ++checked;
    }
  };
  for (int i = 0; i < 40; ++i) {
    SearchRequest request;
    request.query = words[chance() % 4] + (i % 3 == 0 ? " " + words[chance() % 4] : "");
    if (i % 4 == 1) request.filters.languages = {"fr"};
    if (i % 5 == 1) request.filters.themes = {"artisanat"};
    if (i % 7 == 1) request.filters.territories = {"tetouan"};
    if (i % 6 == 1) request.filters.year_from = 2004;
    const Facets facets = searcher->search(request)->facets;
    check(request, facets.collections, &SearchFilters::collections);
    check(request, facets.languages, &SearchFilters::languages);
    check(request, facets.themes, &SearchFilters::themes);
    check(request, facets.territories, &SearchFilters::territories);
  }
  EXPECT_GT(checked, 200);
}

}  // namespace
}  // namespace mess::index
