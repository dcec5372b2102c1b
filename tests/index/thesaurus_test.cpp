// The thesaurus: reading its files, finding names in a query, and what search makes of it.

#include "index/thesaurus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "../library/support/temporary_folder.h"
#include "index/normaliser.h"
#include "index/query.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* cooperatives = R"([cooperative]
related = ["association"]
fr = ["coopérative", "société coopérative"]
ar = ["تعاونية"]
es = ["cooperativa"]
en = ["cooperative", "co-op"]

[activite-generatrice-de-revenus]
broader = "cooperative"
fr = ["activité génératrice de revenus", "AGR"]
ar = ["نشاط مدر للدخل", "أنشطة مدرة للدخل"]
)";

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

Thesaurus read(const fs::path& folder, std::vector<ThesaurusFault>& faults) {
  return read_thesaurus({folder}, faults);
}

TEST(ThesaurusFiles, AreReadWhole) {
  const TemporaryFolder folder;
  write(folder.path() / "a.toml", cooperatives);
  std::vector<ThesaurusFault> faults;
  const Thesaurus thesaurus = read(folder.path(), faults);
  EXPECT_THAT(faults, IsEmpty());
  ASSERT_THAT(thesaurus.concepts(), SizeIs(2));
  const Concept* concept_ = thesaurus.find_concept("activite-generatrice-de-revenus");
  ASSERT_NE(concept_, nullptr);
  EXPECT_EQ(concept_->broader, "cooperative");
  EXPECT_EQ(concept_->name(Language::french), "activité génératrice de revenus");
  EXPECT_EQ(concept_->name(Language::english), "activité génératrice de revenus");  // it has none of its own
  EXPECT_THAT(concept_->labels_in(Language::arabic), ElementsAre("نشاط مدر للدخل", "أنشطة مدرة للدخل"));
}

TEST(ThesaurusFiles, AFaultCostsItsConceptAndNamesItsLine) {
  struct Case {
    const char* what;
    const char* text;
    const char* where;
    std::size_t concepts;  // that are used all the same
  };
  const std::vector<Case> cases = {
      {"no closing quote", "[a]\nfr = [\"un\nar = [\"واحد\"]\n\n[b]\nfr = [\"deux\"]\nar = [\"اثنان\"]\n",
       "x.toml:2", 1},
      {"no Arabic", "[b]\nfr = [\"deux\"]\nar = [\"اثنان\"]\n\n[a]\nfr = [\"un\"]\n", "x.toml:5", 1},
      {"an unknown value", "[a]\nfr = [\"un\"]\nar = [\"واحد\"]\nde = [\"eins\"]\n", "x.toml:4", 1},
      {"no list", "[a]\nfr = \"un\"\nar = [\"واحد\"]\n", "x.toml:2", 0},
      {"an empty name", "[a]\nfr = [\"un\", \"\"]\nar = [\"واحد\"]\n", "x.toml:2", 1},
      {"a value outside", "fr = [\"un\"]\n[a]\nfr = [\"un\"]\nar = [\"واحد\"]\n", "x.toml:1", 1},
      {"no truth value", "[a]\ntheme = \"oui\"\nfr = [\"un\"]\nar = [\"واحد\"]\n", "x.toml:2", 1},
      {"a theme's name in a fifth language",
       "[a]\nfr = [\"un\"]\nar = [\"واحد\"]\nterritory = {fr = \"Un\", de = \"Eins\"}\n", "x.toml:4", 1},
      {"a theme without a name", "[a]\ntheme = {fr = \"\"}\nfr = [\"un\"]\nar = [\"واحد\"]\n", "x.toml:2", 1},
      {"a theme of a number", "[a]\ntheme = 1\nfr = [\"un\"]\nar = [\"واحد\"]\n", "x.toml:2", 1},
      {"bytes that are no text", "[a]\nfr = [\"\xff\xfe\"]\nar = [\"واحد\"]\n", "x.toml:", 0},
      {"nonsense", "\x7f\x45\x4c\x46 not a thesaurus", "x.toml:1", 0},
  };
  for (const Case& one : cases) {
    const TemporaryFolder folder;
    write(folder.path() / "x.toml", one.text);
    std::vector<ThesaurusFault> faults;
    const Thesaurus thesaurus = read(folder.path(), faults);
    EXPECT_THAT(thesaurus.concepts(), SizeIs(one.concepts)) << one.what;
    ASSERT_FALSE(faults.empty()) << one.what;
    EXPECT_THAT(faults.front().where, testing::StartsWith(one.where)) << one.what;
    EXPECT_FALSE(faults.front().what.empty()) << one.what;
  }
}

TEST(ThesaurusFiles, MarkThemesAndTerritories) {
  const TemporaryFolder folder;
  write(
      folder.path() / "a.toml",
      "[a]\ntheme = true\nfr = [\"économie\"]\nar = [\"اقتصاد\"]\n"
      "[b]\ntheme = {fr = \"Femmes et emploi\", ar = \"النساء والشغل\"}\nfr = [\"femme\"]\nar = [\"امرأة\"]\n"
      "[c]\ntheme = false\nterritory = true\nfr = [\"épice\"]\nar = [\"توابل\"]\n"
      "[d]\nfr = [\"un\"]\nar = [\"واحد\"]\n");
  std::vector<ThesaurusFault> faults;
  const Thesaurus thesaurus = read(folder.path(), faults);
  EXPECT_THAT(faults, IsEmpty());
  const auto& at = [&](const char* id) -> const Concept& { return *thesaurus.find_concept(id); };
  EXPECT_EQ(at("a").theme, FacetMark::chosen);
  EXPECT_EQ(at("a").territory, FacetMark::inherited);
  EXPECT_EQ(at("a").facet_name(Language::french), "Économie");
  EXPECT_EQ(at("a").facet_name(Language::arabic), "اقتصاد");
  EXPECT_EQ(at("b").facet_name(Language::french), "Femmes et emploi");
  EXPECT_EQ(at("b").facet_name(Language::arabic), "النساء والشغل");
  EXPECT_EQ(at("b").facet_name(Language::english), "Femme");
  EXPECT_EQ(at("c").theme, FacetMark::kept_out);
  EXPECT_EQ(at("c").territory, FacetMark::chosen);
  EXPECT_EQ(at("d").theme, FacetMark::inherited);
}

TEST(ThesaurusFiles, MayBeMissingOrEmpty) {
  const TemporaryFolder folder;
  write(folder.path() / "empty.toml", "");
  write(folder.path() / "notes.txt", "not read");
  std::vector<ThesaurusFault> faults;
  EXPECT_THAT(read_thesaurus({folder.path(), folder.path() / "nowhere"}, faults).concepts(), IsEmpty());
  EXPECT_THAT(faults, IsEmpty());
}

TEST(ThesaurusFiles, HostileOnesEnd) {
  const TemporaryFolder folder;
  std::string brackets, many;
  for (int i = 0; i < 100000; ++i) brackets += "[\n";
  for (int i = 0; i < 21000; ++i) many += "[c" + std::to_string(i) + "]\nfr=[\"a\"]\nar=[\"b\"]\n";
  write(folder.path() / "a.toml", brackets);
  write(folder.path() / "b.toml", many);
  ASSERT_EQ(::mkfifo((folder.path() / "c.toml").c_str(), 0600), 0);
  std::vector<ThesaurusFault> faults;
  EXPECT_THAT(read(folder.path(), faults).concepts(), SizeIs(20000));
  EXPECT_LE(faults.size(), 110U);
}

TEST(ThesaurusFiles, TheHousesOwnTakeThePlaceOfOurs) {
  const TemporaryFolder ours, theirs;
  write(ours.path() / "a.toml", cooperatives);
  write(theirs.path() / "a.toml", "[cooperative]\nfr = [\"coop\"]\nar = [\"تعاونية\"]\n");
  std::vector<ThesaurusFault> faults;
  const Thesaurus thesaurus = read_thesaurus({ours.path(), theirs.path()}, faults);
  EXPECT_EQ(thesaurus.find_concept("cooperative")->name(Language::french), "coop");
  EXPECT_THAT(thesaurus.concepts(), SizeIs(2));
}

// Names found in the words of a query, longest first, as "first..last label".
std::vector<std::string> names_in(const Thesaurus& thesaurus, const std::string& query) {
  const ParsedQuery parsed = parse_query(query, false);
  std::vector<Thesaurus::Word> words;
  for (const QueryWord& word : parsed.words) {
    if (!word.is_stop) words.push_back({word.core, &word.stems});
  }
  std::vector<std::string> names;
  for (const Thesaurus::Match& match : thesaurus.find(words)) {
    names.push_back(std::to_string(match.first) + ".." + std::to_string(match.last) + " " +
                    thesaurus.label(match.label).text);
  }
  return names;
}

TEST(ThesaurusNames, AreFoundInAnyForm) {
  const TemporaryFolder folder;
  write(folder.path() / "a.toml", cooperatives);
  std::vector<ThesaurusFault> faults;
  const Thesaurus thesaurus = read(folder.path(), faults);
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"les coopératives", {"0..1 coopérative", "0..1 cooperative"}},
      {"COOPERATIVA", {"0..1 cooperativa"}},
      {"والتعاونيات", {"0..1 تعاونية"}},
      {"activités génératrices de revenus", {"0..3 activité génératrice de revenus"}},
      {"activités de revenus", {}},
      {"agr", {"0..1 AGR"}},
      {"agrs", {}},  // an acronym is itself or nothing
      {"", {}},
  };
  for (const auto& [query, wanted] : cases) {
    const auto found = names_in(thesaurus, query);
    for (const std::string& name : wanted) EXPECT_THAT(found, testing::Contains(name)) << query;
    EXPECT_EQ(found.empty(), wanted.empty()) << query;
  }
}

class ThesaurusSearch : public testing::Test {
 protected:
  void SetUp() override {
    library_.add({"Guide"}, {"La coopérative et ses membres."});
    library_.add({"دليل", {"ar"}}, {"تؤسس التعاونية من طرف سبعة أشخاص."});
    library_.add({"Budget"}, {"Une activité génératrice de revenus pour les femmes."});
    library_.index();
    write(library_.folder().root() / "thesaurus" / "a.toml", cooperatives);
  }
  TemporaryLibrary library_;
};

TEST_F(ThesaurusSearch, FindsTheOtherLanguageAndSaysHow) {
  const SearchResponse response = library_.search("coopératives");
  ASSERT_THAT(response.documents, SizeIs(2));
  EXPECT_EQ(response.documents[0].title, "Guide");  // the words typed come first
  EXPECT_THAT(response.documents[0].through, IsEmpty());
  EXPECT_THAT(response.documents[1].through, ElementsAre("تعاونية"));
  EXPECT_FALSE(response.documents[1].highlights.empty());
  EXPECT_EQ(response.documents[1].matching_pages, std::vector<int>{1});
  EXPECT_THAT(response.also_searched, ElementsAre("تعاونية"));
}

TEST_F(ThesaurusSearch, FindsFrenchFromArabicAndAcronyms) {
  EXPECT_THAT(library_.titles("التعاونيات"), ElementsAre("دليل", "Guide"));
  const SearchResponse acronym = library_.search("AGR");
  ASSERT_THAT(acronym.documents, SizeIs(1));
  EXPECT_EQ(acronym.documents[0].title, "Budget");
  EXPECT_THAT(acronym.documents[0].through, ElementsAre("activité génératrice de revenus"));
}

TEST_F(ThesaurusSearch, FindsByANameOfSeveralWordsWhatCameMeanwhile) {
  auto searcher = Searcher::open(library_.folder());
  ASSERT_TRUE(searcher);
  SearchRequest request;
  request.query = "AGR";
  EXPECT_EQ(searcher->search(request)->total, 1);
  EXPECT_EQ(searcher->search(request)->total, 1) << "what is remembered of the name says the same";
  library_.add({"Bilan"}, {"L'activité est génératrice de revenus.", "Annexe."});
  library_.add({"Revenus"}, {"Des revenus, dit la génératrice de cette activité."});
  library_.index();
  EXPECT_EQ(searcher->search(request)->total, 2) << "the words of a name stand in its order";
}

TEST_F(ThesaurusSearch, MarksANameOfSeveralWordsOnlyWhereItStandsWhole) {
  write(
      library_.folder().root() / "thesaurus" / "e.toml",
      "[ess]\nfr = [\"économie sociale et solidaire\", \"ESS\"]\nar = [\"الاقتصاد الاجتماعي والتضامني\"]\n");
  library_.add({"Note"}, {"L'économie recule. L'économie sociale et solidaire avance."});
  library_.add({"مذكرة", {"ar"}}, {"يتراجع الاقتصاد. يتقدم الاقتصاد الاجتماعي والتضامني."});
  library_.index();
  const SearchResponse response = library_.search("ESS");
  ASSERT_THAT(response.documents, SizeIs(2));
  for (const DocumentHit& hit : response.documents) {
    std::string marked;
    for (const ByteRange& range : hit.highlights)
      marked += hit.snippet.substr(range.begin, range.end - range.begin) + ' ';
    EXPECT_EQ(marked,
              hit.language == "ar" ? "الاقتصاد الاجتماعي والتضامني " : "économie sociale et solidaire ");
  }
}

// The stem of English pay is that of French pays.
TEST_F(ThesaurusSearch, ANameOfOneWordCountsInItsOwnLanguage) {
  write(library_.folder().root() / "thesaurus" / "f.toml",
        "[salaire]\nfr = [\"salaire\"]\nar = [\"أجر\"]\nen = [\"pay\"]\n");
  library_.add({"Voisins"}, {"Les pays voisins."});
  library_.add({"Wages", {"en"}}, {"Equal pay for all."});
  library_.add({"Bilingue", {"fr", "en"}}, {"Le travail et le pay."});
  library_.index();
  EXPECT_THAT(library_.titles("salaires"), testing::UnorderedElementsAre("Wages", "Bilingue"));
  for (const DocumentHit& hit : library_.search("أجر").documents)
    EXPECT_THAT(hit.through, ElementsAre("pay"));
}

TEST_F(ThesaurusSearch, AWordWithAWrongLetterNamesWhatWasMeant) {
  write(library_.folder().root() / "thesaurus" / "g.toml",
        "[membre]\nfr = [\"membre actif\"]\nar = [\"عضو\"]\n");
  library_.add({"Statuts"}, {"Chaque membre actif vote."});
  library_.add({"قانون", {"ar"}}, {"لكل عضو صوت."});
  library_.index();
  EXPECT_THAT(library_.titles("membrre actif"), ElementsAre("Statuts", "قانون", "Guide"));
}

TEST_F(ThesaurusSearch, FindsAcronymsThatEndLikePlurals) {
  write(library_.folder().root() / "thesaurus" / "c.toml",
        "[cnops]\nfr = [\"Caisse de prévoyance sociale\", \"CNOPS\"]\nar = [\"الصندوق الوطني\"]\n");
  library_.add({"Note"}, {"Le dossier est déposé à la CNOPS."});
  library_.index();
  EXPECT_THAT(library_.titles("الصندوق الوطني"), ElementsAre("Note"));
}

TEST_F(ThesaurusSearch, FallsBackOnSomeWordsOfANotion) {
  write(library_.folder().root() / "thesaurus" / "d.toml",
        "[membre-fondateur]\nfr = [\"membre fondateur\"]\nar = [\"عضو مؤسس\"]\n");
  EXPECT_THAT(library_.titles("membres fondateurs"), ElementsAre("Guide"));
  EXPECT_TRUE(library_.search("membres fondateurs").any_word);
}

// However often the others hold one of its words.
TEST_F(ThesaurusSearch, WholeNotionsComeBeforeSomeOfTheirWords) {
  write(library_.folder().root() / "thesaurus" / "d.toml",
        "[membre-fondateur]\nfr = [\"membre fondateur\"]\nar = [\"عضو مؤسس\"]\n");
  library_.add({"Annuaire"}, {"Membre, membre, membre, membre, fondation."});
  library_.add({"Statuts"}, {"Le bureau est élu pour trois ans par les adhérents réunis en assemblée "
                             "générale ordinaire. Chaque membre fondateur signe le registre."});
  library_.add({"قانون"}, {"يوقع كل عضو مؤسس على السجل."});
  library_.index();
  const SearchResponse response = library_.search("membre fondateur");
  ASSERT_GE(response.documents.size(), 3U);
  EXPECT_EQ(response.documents[0].title, "Statuts");
  EXPECT_EQ(response.documents[1].title, "قانون");
  EXPECT_EQ(response.total, static_cast<int>(response.documents.size()));
  EXPECT_FALSE(response.any_word);
}

TEST_F(ThesaurusSearch, ExactWordsStayExact) {
  EXPECT_THAT(library_.titles("\"coopérative et ses\""), ElementsAre("Guide"));
}

TEST_F(ThesaurusSearch, FollowsAnEditWithoutRestart) {
  auto searcher = Searcher::open(library_.folder());
  ASSERT_TRUE(searcher);
  SearchRequest request;
  request.query = "mutualiste";
  EXPECT_EQ(searcher->search(request)->total, 0);
  write(library_.folder().root() / "thesaurus" / "b.toml",
        "[membre]\nfr = [\"mutualiste\", \"membre\"]\nar = [\"عضو\"]\n");
  EXPECT_EQ(searcher->search(request)->total, 1);
  write(library_.folder().root() / "thesaurus" / "b.toml", "[membre\n");  // a slip while editing
  EXPECT_EQ(searcher->search(request)->total, 0);
}

// The files that we ship: staff learn from them, so nothing in them may be a slip.
class ShippedThesaurus : public testing::Test {
 protected:
  ShippedThesaurus() : thesaurus_(read(fs::path(MESS_SOURCE_DIR) / "assets" / "thesaurus", faults_)) {}
  std::vector<ThesaurusFault> faults_;
  Thesaurus thesaurus_;
};

TEST_F(ShippedThesaurus, HasNoFaultsAndCoversTheField) {
  for (const ThesaurusFault& fault : faults_) ADD_FAILURE() << fault.where << " " << fault.what;
  EXPECT_GE(thesaurus_.concepts().size(), 600U);
  for (const char* id : {"cooperative", "association", "economie-sociale-et-solidaire", "licenciement",
                         "activite-generatrice-de-revenus"}) {
    EXPECT_NE(thesaurus_.find_concept(id), nullptr) << id;
  }
}

TEST_F(ShippedThesaurus, OffersThemesAndTheRegionsTerritoriesByShortNames) {
  constexpr std::size_t longest = 22;  // letters that fit a line of the column of facets
  std::set<std::string> themes, territories;
  for (const Concept& concept_ : thesaurus_.concepts()) {
    if (concept_.theme == FacetMark::chosen) themes.insert(concept_.id);
    if (concept_.territory == FacetMark::chosen) territories.insert(concept_.id);
    if (concept_.theme != FacetMark::chosen && concept_.territory != FacetMark::chosen) continue;
    for (const Language language : interface_languages) {
      const std::string name = concept_.facet_name(language);
      const auto letters = std::count_if(name.begin(), name.end(), [](char c) { return (c & 0xC0) != 0x80; });
      EXPECT_LE(static_cast<std::size_t>(letters), longest) << name;
      EXPECT_FALSE(concept_.labels_in(language).empty()) << concept_.id << " " << code_of(language);
    }
  }
  EXPECT_GE(themes.size(), 10U);
  EXPECT_LE(themes.size(), 20U);
  EXPECT_THAT(territories,
              testing::IsSupersetOf({"lieu-region-tanger-tetouan-al-hoceima", "lieu-tanger-asilah",
                                     "lieu-m-diq-fnideq", "lieu-fahs-anjra", "lieu-tetouan", "lieu-larache",
                                     "lieu-chefchaouen", "lieu-al-hoceima", "lieu-ouezzane"}));
}

TEST_F(ShippedThesaurus, EveryNameMeansOneConcept) {
  std::map<std::pair<Language, std::string>, std::string> owners;
  for (const Concept& concept_ : thesaurus_.concepts()) {
    for (const Language language : interface_languages) {
      for (const std::string& label : concept_.labels_in(language)) {
        const auto [known, is_new] = owners.emplace(std::pair(language, fold(label)), concept_.id);
        EXPECT_TRUE(is_new || known->second == concept_.id)
            << label << " names " << concept_.id << " and " << known->second;
      }
    }
  }
}

TEST_F(ShippedThesaurus, LeadsToWiderConceptsThatExistAndNeverInACircle) {
  for (const Concept& concept_ : thesaurus_.concepts()) {
    for (const std::string& other : concept_.related) {
      EXPECT_NE(thesaurus_.find_concept(other), nullptr) << concept_.id << " related " << other;
    }
    std::set<std::string> seen{concept_.id};
    for (const Concept* at = &concept_; !at->broader.empty();) {
      const Concept* wider = thesaurus_.find_concept(at->broader);
      ASSERT_NE(wider, nullptr) << at->id << " broader " << at->broader;
      ASSERT_TRUE(seen.insert(wider->id).second) << concept_.id << " is wider than itself";
      at = wider;
    }
  }
}

}  // namespace
}  // namespace mess::index
