// Suggestions of four kinds, corrections, and the ways on from a search without hits.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "index/normaliser.h"
#include "index/search.h"
#include "temporary_library.h"

namespace mess::index {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using Kind = Suggestion::Kind;

constexpr const char* topics = R"([cooperative-feminine]
broader = "cooperative"
fr = ["coopérative féminine"]
ar = ["تعاونية نسائية"]
es = ["cooperativa de mujeres"]
en = ["women's cooperative"]

[cooperative]
theme = {fr = "Coopératives", ar = "التعاونيات"}
fr = ["coopérative", "société coopérative"]
ar = ["تعاونية"]
es = ["cooperativa"]
en = ["cooperative"]

[fromagerie]
broader = "cooperative"
fr = ["fromagerie"]
ar = ["مجبنة"]
)";
constexpr const char* places = R"([lieu-chefchaouen]
fr = ["Chefchaouen", "Chaouen"]
ar = ["شفشاون"]
es = ["Chauen"]
en = ["Chefchaouen"]

[lieu-fes]
fr = ["Fès"]
ar = ["فاس"]
)";

class Suggestions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = new TemporaryLibrary;
    const auto folder = library_->folder().root() / "thesaurus";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "topics.toml") << topics;
    std::ofstream(folder / "places.toml") << places;
    library_->add({"Les coopératives féminines : état des lieux",
                   {"fr"},
                   2013,
                   "studies",
                   {"Fatima Zahra Coopman", "Union des coopératives"}},
                  {"Les coopératives féminines de Chefchaouen vendent le fromage.", "Des membres nombreux."});
    library_->add({"Guide du microcrédit", {"fr"}, 2015, "guides", {"fatima zahra coopman"}},
                  {"Le crédit aux femmes de Tanger."});
    library_->add({"دليل التعاونيات", {"ar"}, 2012, "guides"}, {"تعاونية نسائية في شفشاون."});
    library_->index();
  }
  static void TearDownTestSuite() {
    delete library_;
    library_ = nullptr;
  }
  std::vector<Suggestion> suggest(const std::string& typed, Language language = Language::french,
                                  int limit = 5) const {
    auto searcher = Searcher::open(library_->folder());
    EXPECT_TRUE(searcher);
    return searcher ? searcher->suggest(typed, language, limit) : std::vector<Suggestion>{};
  }
  std::vector<std::string> texts(const std::string& typed, Kind kind) const {
    std::vector<std::string> found;
    for (const Suggestion& suggestion : suggest(typed)) {
      if (suggestion.kind == kind) found.push_back(suggestion.text);
    }
    return found;
  }
  static TemporaryLibrary* library_;
};
TemporaryLibrary* Suggestions::library_ = nullptr;

TEST_F(Suggestions, OfEachKindByWhatWasTyped) {
  struct Case {
    const char* typed;
    Kind kind;
    const char* text;
  };
  const std::vector<Case> cases{
      {"coop", Kind::topic, "coopérative"},
      {"COOPÉRATIVES fém", Kind::topic, "coopérative féminine"},  // other forms, case and accents
      {"تعاون", Kind::topic, "تعاونية"},
      {"التعاونية النس", Kind::topic, "تعاونية نسائية"},
      {"coop", Kind::title, "Les coopératives féminines : état des lieux"},
      {"microcr", Kind::title, "Guide du microcrédit"},
      {"دليل الت", Kind::title, "دليل التعاونيات"},
      {"chefch", Kind::place, "Chefchaouen"},
      {"chaou", Kind::place, "Chaouen"},  // an other name
      {"شفش", Kind::place, "شفشاون"},
      {"coopératives chef", Kind::place, "coopératives Chefchaouen"},
      {"coopératives fém", Kind::place, "coopérative féminine Chefchaouen"},
      {"zahra", Kind::actor, "fatima zahra coopman"},  // one person, however written
      {"union", Kind::actor, "Union des coopératives"},
      {"coop", Kind::actor, "fatima zahra coopman"},
  };
  for (const Case& c : cases) EXPECT_THAT(texts(c.typed, c.kind), Contains(c.text)) << c.typed;
}

TEST_F(Suggestions, NoneCrowdsOutTheOthers) {
  const auto suggestions = suggest("coop");
  EXPECT_LE(suggestions.size(), 5U);
  std::set<Kind> kinds;
  for (const Suggestion& suggestion : suggestions) kinds.insert(suggestion.kind);
  EXPECT_THAT(kinds, SizeIs(4));
  EXPECT_EQ(suggestions.front().kind, Kind::topic);
  for (const int limit : {1, 2, 3, 4})
    EXPECT_LE(suggest("coop", Language::french, limit).size(), static_cast<std::size_t>(limit));
}

TEST_F(Suggestions, APersonComesFirstWhenNoNotionBeginsSo) {
  const auto suggestions = suggest("fatim");
  ASSERT_THAT(suggestions, Not(IsEmpty()));
  EXPECT_EQ(suggestions.front().kind, Kind::actor);
}

TEST_F(Suggestions, NameTheOtherLanguageWhenItHasHits) {
  struct Case {
    const char* typed;
    const char* text;
    const char* also;
    Language language;
  };
  const std::vector<Case> cases{
      {"coopérative fém", "coopérative féminine", "تعاونية نسائية", Language::arabic},
      {"chefch", "Chefchaouen", "شفشاون", Language::arabic},
      {"شفش", "شفشاون", "Chefchaouen", Language::french},
  };
  for (const Case& c : cases) {
    bool found = false;
    for (const Suggestion& suggestion : suggest(c.typed)) {
      if (suggestion.text != c.text) continue;
      found = true;
      EXPECT_EQ(suggestion.also, c.also) << c.typed;
      EXPECT_EQ(suggestion.also_language, c.language) << c.typed;
    }
    EXPECT_TRUE(found) << c.typed;
  }
}

TEST_F(Suggestions, AllHaveHitsAndSayWhatWasTyped) {
  auto searcher = Searcher::open(library_->folder());
  ASSERT_TRUE(searcher);
  int offered = 0;
  for (const char* typed : {"c",
                            "co",
                            "coop",
                            "coopératives",
                            "f",
                            "fè",
                            "fr",
                            "fromag",
                            "m",
                            "g",
                            "u",
                            "ch",
                            "chefchaouen",
                            "ت",
                            "تع",
                            "ش",
                            "د",
                            "دليل",
                            "femmes coop",
                            "coopératives de f",
                            "les coopératives f"}) {
    for (const Suggestion& suggestion : searcher->suggest(typed, Language::french, 5)) {
      ++offered;
      SearchRequest request;
      request.query = suggestion.text;
      EXPECT_GT(searcher->search(request)->total, 0) << typed << ": " << suggestion.text;
      EXPECT_LE(suggestion.typed.begin, suggestion.typed.end);
      EXPECT_LE(suggestion.typed.end, suggestion.text.size());
      EXPECT_EQ(suggestion.kind == Kind::title, suggestion.id != 0);
    }
  }
  EXPECT_GT(offered, 20);
  EXPECT_THAT(texts("fè", Kind::place), IsEmpty()) << "no document names it";
  const auto marked = suggest("coopératives fém");
  ASSERT_THAT(marked, Not(IsEmpty()));
  EXPECT_EQ(marked[0].text.substr(0, marked[0].typed.end), "coopérative fém");
}

TEST_F(Suggestions, OfOddThingsTypedAreHarmless) {
  for (const std::string& typed :
       {std::string(), std::string(" "), std::string("-"), std::string("\""), std::string("ال"),
        std::string("و"), std::string("\xff\xfe"), std::string("a\0b", 3), std::string(5000, 'c'),
        std::string("-coop"), std::string("\"coop"), std::string("coop*"), std::string("2013")}) {
    for (const Suggestion& suggestion : suggest(typed)) EXPECT_FALSE(suggestion.text.empty());
    EXPECT_THAT(suggest(typed, Language::arabic, 0), IsEmpty());
    EXPECT_THAT(suggest(typed, Language::unknown, -1), IsEmpty());
  }
}

// What stands before a place in a suggestion comes from the keyboard: it may be no text, or a whole pasted
// one.
TEST_F(Suggestions, BeforeAPlaceShowOnlyText) {
  for (const std::string& before : {std::string("cooperative\xAC\xC7 "),
                                    std::string("femmes \0 \xf0\x9f ", 13), std::string("\u202e femmes  ")}) {
    for (const Suggestion& suggestion : suggest(before + "chefch")) {
      EXPECT_EQ(suggestion.text, readable(suggestion.text));
      EXPECT_EQ(suggestion.text.find('\0'), std::string::npos);
    }
  }
  for (const Suggestion& suggestion : suggest(std::string(5000, 'a') + " femmes chefch")) {
    EXPECT_LT(suggestion.text.size(), 300U);
  }
}

TEST(SuggestionsOfAChangingLibrary, FollowItAndItsThesaurus) {
  TemporaryLibrary library;
  const auto first = library.add({"Artisanat", {"fr"}, 2013, "studies", {"Amina Alaoui"}}, {"La poterie."});
  library.index();
  auto searcher = Searcher::open(library.folder());
  ASSERT_TRUE(searcher);
  ASSERT_THAT(searcher->suggest("alao", Language::french, 5), Not(IsEmpty()));
  EXPECT_EQ(searcher->suggest("alao", Language::french, 5)[0].text, "Amina Alaoui");
  // Removed, and the names not read again yet: no suggestion without a document behind it.
  ASSERT_TRUE(library.catalogue().remove(first));
  library.index();
  for (const Suggestion& suggestion : searcher->suggest("artisan", Language::french, 5))
    EXPECT_NE(suggestion.kind, Kind::title) << suggestion.text;
  std::filesystem::create_directories(library.folder().root() / "thesaurus");
  library.add({"Tissage", {"fr"}}, {"Le métier à tisser de Fès."});
  library.index();
  std::ofstream(library.folder().root() / "thesaurus" / "places.toml") << places;
  auto again = Searcher::open(library.folder());
  ASSERT_TRUE(again);
  const auto found = again->suggest("fes", Language::french, 5);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, Kind::place);
}

TEST_F(Suggestions, ExitsOfAQueryWithoutHitsLeadToDocuments) {
  auto searcher = Searcher::open(library_->folder());
  ASSERT_TRUE(searcher);
  SearchFilters spanish;
  spanish.languages = {"es"};
  struct Case {
    const char* query;
    SearchFilters filters;
    Exit::Kind kind;
    const char* exit;
    int total;
  };
  const std::vector<Case> cases{
      {"membres -membres", {}, Exit::Kind::fewer_words, "membres", 1},
      {"microcrédit", spanish, Exit::Kind::unfiltered, "microcrédit", 1},
      {"microcréditisme", {}, Exit::Kind::spelling, "microcrédit", 1},
      {"fromagerie", spanish, Exit::Kind::broader, "coopérative", 2},
      {"coopérative féminine", spanish, Exit::Kind::other_language, "تعاونية نسائية", 2},
      {"xyzzy", {}, Exit::Kind::theme, "", 2},
  };
  for (const Case& c : cases) {
    SearchRequest request;
    request.query = c.query;
    request.filters = c.filters;
    request.language = Language::french;
    const auto response = searcher->search(request);
    ASSERT_TRUE(response);
    ASSERT_EQ(response->total, 0) << c.query;
    bool found = false;
    for (const Exit& exit : response->exits) {
      found = found || (exit.kind == c.kind && exit.query == c.exit && exit.total == c.total);
      SearchRequest on;
      on.query = exit.query;
      on.filters = exit.filters;
      EXPECT_EQ(searcher->search(on)->total, exit.total) << c.query << ": " << exit.query;
      EXPECT_GT(exit.total, 0) << c.query << ": " << exit.query;
    }
    EXPECT_TRUE(found) << c.query << " does not lead to " << c.exit;
    request.typing = true;
    EXPECT_THAT(searcher->search(request)->exits, IsEmpty()) << "while typing nobody looks for a way out";
  }
  SearchRequest known;
  known.query = "coopératives";
  EXPECT_THAT(searcher->search(known)->exits, IsEmpty());
}

TEST(Exits, ToThemesAreThoseOfTheFacetsMostDocumentsFirst) {
  TemporaryLibrary library;
  const auto folder = library.folder().root() / "thesaurus";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "a.toml") << R"([tourisme]
theme = true
fr = ["tourisme"]
ar = ["سياحة"]
[artisanat]
theme = {fr = "Artisanat d'art", ar = "الصناعة التقليدية"}
fr = ["artisanat"]
ar = ["صناعة تقليدية"]
[poterie]
broader = "artisanat"
fr = ["poterie"]
ar = ["فخار"]
[musique]
theme = true
fr = ["musique"]
ar = ["موسيقى"]
[village]
fr = ["village"]
ar = ["قرية"]
)";
  library.add({"Le tourisme au village"}, {"Rien d'autre."});
  library.add({"Artisanat du village"}, {"Rien d'autre."});
  library.add({"La poterie"}, {"Un peu de musique."});
  library.index();
  struct Theme {
    std::string id, name;
    int total;
  };
  const std::vector<Theme> expected{{"artisanat", "الصناعة التقليدية", 2}, {"tourisme", "سياحة", 1}};
  std::vector<Exit> themes;
  for (const Exit& exit : library.search("xyzzy").exits) {
    if (exit.kind == Exit::Kind::theme) themes.push_back(exit);
  }
  ASSERT_THAT(themes, SizeIs(expected.size()));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_THAT(themes[i].filters.themes, ::testing::ElementsAre(expected[i].id));
    EXPECT_EQ(name_in(themes[i].names, Language::arabic), expected[i].name);
    EXPECT_EQ(themes[i].total, expected[i].total);
    SearchRequest on;
    on.query = themes[i].query;
    on.filters = themes[i].filters;
    EXPECT_EQ(library.search(on).total, expected[i].total);
  }
}

// The flag is raised at all moments of a search, by another thread as in the kiosk: what was being counted
// then is counted again by the next search, not remembered as nothing.
TEST(Exits, OfASearchThatWasInterruptedAreAllThereNextTime) {
  TemporaryLibrary library;
  const std::vector<std::string> names{"artisanat", "tourisme", "poterie", "musique", "village", "tissage"};
  for (int i = 0; i < 60; ++i) {
    const auto& one = names[static_cast<std::size_t>(i) % names.size()];
    library.add({"Le " + one + " " + std::to_string(i)}, {"Un texte sur le sujet : " + one + "."});
  }
  library.index();
  SearchRequest request;
  request.query = "artisanat tourisme poterie musique village tissage";
  request.filters.languages = {"ar"};
  const SearchResponse whole = library.search(request);
  ASSERT_THAT(whole.exits, Not(IsEmpty()));
  const auto totals = [](const SearchResponse& response) {
    std::vector<std::pair<std::string, int>> all;
    for (const Exit& exit : response.exits) all.emplace_back(exit.query, exit.total);
    return all;
  };
  int interrupted = 0;
  for (int moment = 0; moment < 40; ++moment) {
    auto searcher = Searcher::open(library.folder());
    ASSERT_TRUE(searcher);
    searcher->prepare();
    CancelFlag cancelled{moment == 0};  // the first is interrupted wherever threads are slow to start
    {
      const auto after = std::chrono::duration<double, std::milli>(whole.elapsed_ms * moment / 40);
      const auto begin = std::chrono::steady_clock::now();
      const std::jthread newer([&] {
        while (std::chrono::steady_clock::now() - begin < after) std::this_thread::yield();
        cancelled = true;
      });
      const auto response = searcher->search(request, &cancelled);
      if (response) {
        EXPECT_EQ(totals(*response), totals(whole));
      } else {
        EXPECT_EQ(response.error().kind, ErrorKind::interrupted);
        ++interrupted;
      }
    }
    EXPECT_EQ(totals(*searcher->search(request)), totals(whole));
  }
  EXPECT_GT(interrupted, 0);
}

TEST(Exits, OfAnEmptyLibraryAreNone) {
  TemporaryLibrary library;
  library.index();
  EXPECT_THAT(library.search("coopérative -sel").exits, IsEmpty());
}

}  // namespace
}  // namespace mess::index
