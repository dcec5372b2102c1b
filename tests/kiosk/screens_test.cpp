// The visitor's screens without a window: what can be touched is large enough and does not lie over something
// else, no words are missing, and whole journeys work by touching what is drawn, in French and in Arabic.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "kiosk/screens/view.h"
#include "recording_canvas.h"

namespace mess::kiosk {
namespace {

using testing::IsEmpty;

const std::filesystem::path assets = std::filesystem::path(MESS_SOURCE_DIR) / "assets";

const Words& words() {
  static const Result<Words> loaded = Words::load(assets / "strings/strings.tsv");
  return *loaded;
}
const Guide& guide() {
  static const Result<Guide> loaded = Guide::load(assets / "content");
  return *loaded;
}
const Keyboards& keyboards() {
  static const Result<Keyboards> loaded = Keyboards::load(assets / "keyboards");
  return *loaded;
}

class NoPictures : public PictureSource {
 public:
  explicit NoPictures(bool can_fail) : can_fail_(can_fail) {}
  Texture find(const PictureKey&) override { return {}; }
  bool failed(const PictureKey& key) override { return can_fail_ && key.document % 2 == 0; }

 private:
  bool can_fail_;
};

library::Document document(library::DocumentId id, const std::string& collection,
                           const std::string& language) {
  library::Document made;
  made.id = id;
  made.sha256 = std::string(64, 'a');
  made.title = language == "ar" ? "التعاونيات النسائية بالجهة" : "Les coopératives féminines de la région";
  made.languages = {language};
  made.collection = collection;
  made.year = 2013;
  made.page_count = 86;
  made.added_at = "2026-01-" + std::to_string(10 + id);
  return made;
}

message::LibraryChanged full_library() {
  message::LibraryChanged facts;
  library::DocumentId id = 0;
  for (const char* collection : {"studies", "atlas", "catalog", "newsletter", "watch", "guides"}) {
    library::Shelf shelf{collection, static_cast<int>(2 + 3 * id), {}};
    for (int i = 0; i < 2; ++i) {
      ++id;
      facts.newest.push_back(document(id, collection, id % 2 == 0 ? "ar" : "fr"));
      shelf.newest.push_back(facts.newest.back().id);
    }
    facts.documents += shelf.documents;
    facts.shelves.push_back(std::move(shelf));
  }
  return facts;
}

index::DocumentHit hit(library::DocumentId id) {
  index::DocumentHit made;
  made.id = id;
  made.sha256 = std::string(64, 'b');
  made.language = id % 2 == 0 ? "ar" : "fr";
  made.title = id % 2 == 0 ? "دليل إحداث التعاونيات" : "L'artisanat en coopérative : filières et débouchés";
  made.year = 2012;
  made.creators = {"ORESS"};
  made.pages = 92;
  for (int page = 3; page < 60; page += 3) made.matching_pages.push_back(page);
  made.matching_page_count = 300;
  made.best_page = 12;
  made.text = library::TextState::good;
  made.snippet = "une coopérative sur trois est féminine";
  made.highlights = {{4, 16}};
  return made;
}

index::Answer answer_passage(const std::string& language, bool sure) {
  index::Answer made;
  made.id = 2;
  made.title = "دليل إحداث التعاونيات";
  made.language = language;
  made.page = 9;
  made.passage = language == "ar" ? "تؤسس التعاونية من طرف خمسة أعضاء على الأقل."
                                  : "Une coopérative se crée avec cinq membres au moins.";
  made.highlights = {{0, 3}};
  made.sure = sure;
  return made;
}

const index::Names names_of_theme{"Femmes et emploi", "النساء والشغل", "Mujeres y empleo", "Women and work"};

index::Exit to_theme(const std::string& id, int total) {
  index::Exit exit{index::Exit::Kind::theme, "", total};
  exit.filters.themes = {id};
  exit.names = names_of_theme;
  return exit;
}

// A kiosk without window or threads: draws into a recording canvas, touches by name, answers searches itself.
class Visitor {
 public:
  explicit Visitor(Language language, Size screen = {1920, 1080}) {
    state_.house_language = state_.session.language = language;
    state_.screen = screen;
    receive(state_, full_library(), 0);
    draw();
  }

  AppState& state() { return state_; }
  const Scene& scene() const { return scene_; }
  const RecordingCanvas& canvas() const { return *canvas_; }
  template <class P>
  P* at() {
    return std::get_if<P>(&state_.session.place);
  }

  void draw() {
    canvas_.emplace(state_.screen, is_right_to_left(state_.session.language));
    scene_ = Scene{};
    NoPictures pictures(can_fail);
    View view{state_, words(), guide(), keyboards(), pictures, *canvas_, scene_, now_, {}};
    draw_screen(view);
    after_drawing(state_, scene_);
  }

  const Target* find(std::string_view name) const {
    for (const Target& target : scene_.targets) {
      if (target.name == name) return &target;
    }
    return nullptr;
  }

  // A finger on the middle of a target; what lies on top there must be that target.
  void touch(const std::string& name) {
    const Target* target = find(name);
    ASSERT_NE(target, nullptr) << name << " is not on the screen";
    const Target* top = target_at(scene_, target->rect.centre());
    ASSERT_EQ(top->name, name) << "covered by " << top->name;
    act(top->action);
  }
  void act(const Action& action) {
    now_ += 0.3;
    carry_out(apply(state_, action, now_));
    draw();
  }
  void wait(double seconds) {
    now_ += seconds;
    double next = 0;
    carry_out(tick(state_, now_, next));
    draw();
  }
  int total = 30;         // what searches find
  int listed = 60;        // what can be browsed
  std::string corrected;  // and suggest
  std::vector<index::Exit> exits;
  std::optional<index::Answer> passage;  // and answer
  std::optional<Error> trouble;          // or say
  bool can_fail = true;                  // every second document has no pictures

 private:
  void carry_out(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
      if (const auto* search = std::get_if<effect::Search>(&effect))
        carry_out(receive(state_, answer(*search), now_));
      if (const auto* browse = std::get_if<effect::Browse>(&effect))
        carry_out(receive(state_, answer(*browse), now_));
    }
  }
  message::SearchAnswered answer(const effect::Search& search) const {
    message::SearchAnswered answered;
    answered.ticket = search.ticket;
    answered.guide_pages = {"contact", "project"};
    if (trouble) {
      answered.response = tl::unexpected(*trouble);
      return answered;
    }
    index::SearchResponse response;
    response.query = search.request.query;
    response.total = total;
    response.corrected = corrected;
    if (total == 0) response.exits = exits;
    response.answer = passage;
    response.any_word = !corrected.empty();
    const int last = std::min(total, search.request.offset + search.request.limit);
    for (int i = search.request.offset; i < last; ++i) response.documents.push_back(hit(i + 1));
    response.facets.collections = {{"studies", 11}, {"catalog", 2}, {"newsletter", 5}, {"other-house", 1}};
    for (int i = 0; i < 12; ++i) {
      response.facets.themes.push_back({"theme-" + std::to_string(i), 20 - i, names_of_theme});
      response.facets.territories.push_back({"place-" + std::to_string(i), 20 - i, names_of_theme});
    }
    response.facets.languages = {{"fr", 11}, {"ar", 7}, {"es", 1}, {"zz", 1}};
    for (int year = 1990; year < 2026; year += 2) response.facets.years.push_back({std::to_string(year), 2});
    answered.response = std::move(response);
    index::Suggestion topic;
    topic.text = "coopératives féminines";
    topic.typed = {0, 4};
    index::Suggestion title;
    title.kind = index::Suggestion::Kind::title;
    title.text = "Les coopératives féminines : état des lieux";
    title.typed = {4, 8};
    title.id = 3;
    index::Suggestion place;
    place.kind = index::Suggestion::Kind::place;
    place.text = "coopératives Chefchaouen";
    index::Suggestion actor;
    actor.kind = index::Suggestion::Kind::actor;
    actor.text = "Union des coopératives";
    topic.also = "التعاونيات النسائية";
    topic.also_language = Language::arabic;
    answered.suggestions = {topic, topic, title, place, actor};
    return answered;
  }

  message::BrowseAnswered answer(const effect::Browse& browse) const {
    if (trouble) return {browse.ticket, tl::unexpected(*trouble)};
    std::vector<library::Listed> documents;
    for (int id = 1; id <= listed; ++id) {
      documents.push_back(
          library::listed(document(id, id % 2 == 0 ? "atlas" : "other-house", id % 3 == 0 ? "ar" : "fr")));
      documents.back().title = std::string(1, static_cast<char>('A' + id % 26)) + documents.back().title;
      documents.back().year = id % 5 == 0 ? std::nullopt : std::optional(1980 + id);
    }
    return {browse.ticket, std::make_shared<const library::Listing>(
                               library::arrange(std::move(documents), browse.order, browse.reader))};
  }

  AppState state_;
  Scene scene_;
  std::optional<RecordingCanvas> canvas_;
  double now_ = 1;
};

// ---- every screen in every language and at several sizes

bool contains(const Rect& outer, const Rect& inner) {
  constexpr float slack = 1;
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.end() <= outer.end() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

// Scrolled content may be cut by its area's edge; what is cut may be small.
bool cut_by_an_area(const Scene& scene, const Target& target) {
  return std::any_of(scene.areas.begin(), scene.areas.end(), [&](const DragArea& area) {
    return target.rect.bottom() >= area.rect.bottom() - 1 || target.rect.y <= area.rect.y + 5;
  });
}

void check(const Visitor& visitor, Size screen) {
  const Scene& scene = visitor.scene();
  EXPECT_TRUE(visitor.canvas().balanced());
  EXPECT_FALSE(scene.animating);
  for (const auto& written : visitor.canvas().texts) {
    EXPECT_FALSE(written.text.starts_with("[") && written.text.ends_with("]")) << written.text;
    EXPECT_EQ(written.text.find('{'), std::string::npos) << written.text;
  }
  std::set<std::string> names;
  for (const Target& target : scene.targets) {
    EXPECT_TRUE(names.insert(target.name).second) << target.name << " twice";
    EXPECT_TRUE(contains({0, 0, screen.w, screen.h}, target.rect)) << target.name << " leaves the screen";
    if (cut_by_an_area(scene, target)) continue;
    EXPECT_GE(target.rect.w, space::target_min) << target.name;
    EXPECT_GE(target.rect.h, space::target_min) << target.name;
  }
  for (const Target& a : scene.targets) {
    for (const Target& b : scene.targets) {
      if (&a == &b || a.rect.overlap(b.rect).inset(1).empty()) continue;
      EXPECT_TRUE(contains(a.rect, b.rect) || contains(b.rect, a.rect))
          << a.name << " and " << b.name << " cross";
    }
  }
}

struct Shown {
  const char* name;
  void (*go)(Visitor&);
};

const std::vector<Shown> every_screen{
    {"welcome", [](Visitor&) {}},
    {"home", [](Visitor& v) { v.act(act::Begin{}); }},
    {"empty_library",
     [](Visitor& v) {
       receive(v.state(), message::LibraryChanged{}, 0);
       v.act(act::Begin{});
     }},
    {"search", [](Visitor& v) { v.act(act::OpenSearch{""}); }},
    {"search_typed", [](Visitor& v) { v.act(act::OpenSearch{"coop"}); }},
    {"search_nothing",
     [](Visitor& v) {
       v.total = 0;
       v.act(act::OpenSearch{"zzzz"});
     }},
    {"search_arabic_keys",
     [](Visitor& v) {
       v.act(act::OpenSearch{"تع"});
       v.act(act::SetKeyboard{Language::arabic});
     }},
    {"search_digits",
     [](Visitor& v) {
       v.act(act::OpenSearch{""});
       v.act(act::ToggleDigits{});
     }},
    {"search_capitals",
     [](Visitor& v) {
       v.act(act::OpenSearch{""});
       v.act(act::ToggleCapitals{});
     }},
    {"search_no_index",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::index_missing, "", "", ""};
       v.act(act::OpenSearch{"coop"});
     }},
    {"results",
     [](Visitor& v) {
       v.act(act::ShowResults{"coopératives féminines", {}});
     }},
    {"results_narrowed",
     [](Visitor& v) {
       v.corrected = "coopératives";
       v.act(act::ShowResults{"coperatives", {}});
       v.act(act::ToggleFilter{"year", "2010..2014"});
       v.act(act::ToggleFilter{"collection", "atlas"});
       v.act(act::UnfoldPages{1});
     }},
    {"results_facets_unfolded",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       for (const char* facet : {"theme", "territory", "collection"}) v.act(act::UnfoldFacet{facet});
       v.act(act::ToggleFilter{"theme", "theme-3"});
       v.act(act::Drag{"results.facets", {200, 600}, {0, -377}});
     }},
    {"results_scrolled",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.act(act::Drag{"results.list", {900, 600}, {0, -437}});
     }},
    {"results_answered",
     [](Visitor& v) {
       v.passage = answer_passage("fr", true);
       v.act(act::ShowResults{"comment créer une coopérative ?", {}});
     }},
    {"results_perhaps_answered",
     [](Visitor& v) {
       v.passage = answer_passage("ar", false);
       v.act(act::ShowResults{"comment créer une coopérative ?", {}});
       v.act(act::Drag{"results.list", {900, 600}, {0, -40}});
     }},
    {"results_no_index",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::index_missing, "", "", ""};
       v.act(act::ShowResults{"coop", {}});
     }},
    {"shelf",
     [](Visitor& v) {
       index::SearchFilters only;
       only.collections = {"studies"};
       v.act(act::ShowResults{"", only});
     }},
    {"browse", [](Visitor& v) { v.act(act::Browse{}); }},
    {"browse_years",
     [](Visitor& v) {
       v.act(act::Browse{library::Order::year});
       v.act(act::Drag{"browse.sections", {100, 600}, {0, -333}});
       v.act(act::Drag{"browse.list", {900, 600}, {0, -437}});
     }},
    {"browse_newest", [](Visitor& v) { v.act(act::Browse{library::Order::newest}); }},
    {"browse_collections", [](Visitor& v) { v.act(act::Browse{library::Order::collection}); }},
    {"browse_languages", [](Visitor& v) { v.act(act::Browse{library::Order::language}); }},
    {"browse_nothing",
     [](Visitor& v) {
       v.listed = 0;
       v.act(act::Browse{});
     }},
    {"browse_one",
     [](Visitor& v) {
       v.listed = 1;
       v.act(act::Browse{});
     }},
    {"browse_error",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::corrupt, "", "", ""};
       v.act(act::Browse{});
     }},
    {"empty",
     [](Visitor& v) {
       v.total = 0;
       v.corrected = "coopérative fromagère";
       v.exits = {{index::Exit::Kind::spelling, "coopérative fromagère", 2},
                  {index::Exit::Kind::fewer_words, "coopérative", 31},
                  {index::Exit::Kind::fewer_words, "fromagère", 2},
                  {index::Exit::Kind::broader, "produits du terroir", 11}};
       v.act(act::ShowResults{"coperative fromajère", {}});
     }},
    {"empty_by_filters",
     [](Visitor& v) {
       v.total = 0;
       v.exits = {{index::Exit::Kind::unfiltered, "eau", 12},
                  {index::Exit::Kind::other_language, "ماء", 3},
                  to_theme("theme-1", 40)};
       index::SearchFilters spanish;
       spanish.languages = {"es"};
       v.act(act::ShowResults{"eau", spanish});
     }},
    {"guide_project", [](Visitor& v) { v.act(act::OpenGuide{"project"}); }},
    {"guide_contact", [](Visitor& v) { v.act(act::OpenGuide{"contact"}); }},
    {"guide_unknown", [](Visitor& v) { v.act(act::OpenGuide{"nowhere"}); }},
    {"idle",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.wait(100);
     }},
};

class EveryScreen : public testing::TestWithParam<Shown> {};

TEST_P(EveryScreen, CanBeTouchedSafelyInEveryLanguageAndSize) {
  for (const Language language : interface_languages) {
    for (const Size screen : {Size{1920, 1080}, Size{1920, 1200}, Size{2520, 1080}}) {
      SCOPED_TRACE(std::string(code_of(language)) + " " + std::to_string(static_cast<int>(screen.w)) + " x " +
                   std::to_string(static_cast<int>(screen.h)));
      Visitor visitor(language, screen);
      GetParam().go(visitor);
      check(visitor, screen);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, EveryScreen, testing::ValuesIn(every_screen),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Screens, APassageThatAnswersIsQuotedAndOpensItsPage) {
  for (const Language language : interface_languages) {
    SCOPED_TRACE(code_of(language));
    Visitor visitor(language);
    visitor.passage = answer_passage("fr", true);
    visitor.act(act::ShowResults{"créer", {}});
    EXPECT_TRUE(visitor.canvas().wrote("«\u00A0Une coopérative se crée avec cinq membres au moins.\u00A0»"));
    EXPECT_TRUE(visitor.canvas().wrote(words()(language, "res.answer")));
    EXPECT_TRUE(visitor.canvas().wrote(visitor.passage->title));
    visitor.touch("answer.page");
    const auto* reader = visitor.at<ReaderState>();
    ASSERT_NE(reader, nullptr);
    EXPECT_EQ(reader->document.id, 2);
    EXPECT_EQ(reader->page, 9);
    EXPECT_EQ(reader->query, "créer");
  }
}

TEST(Screens, APassageThatMayAnswerSaysSoAndNoneShowsNothing) {
  Visitor visitor(Language::arabic);
  visitor.passage = answer_passage("ar", false);
  visitor.act(act::ShowResults{"créer", {}});
  EXPECT_TRUE(visitor.canvas().wrote("«تؤسس"));
  EXPECT_TRUE(visitor.canvas().wrote(words()(Language::arabic, "res.answer.maybe")));
  visitor.passage.reset();
  visitor.act(act::ToggleFilter{"language", "fr"});
  EXPECT_FALSE(visitor.canvas().wrote(words()(Language::arabic, "res.answer.maybe")));
  EXPECT_EQ(visitor.find("answer.page"), nullptr);
}

std::vector<const PictureWish*> cuts_wished(const Visitor& visitor) {
  std::vector<const PictureWish*> cuts;
  for (const PictureWish& wish : visitor.scene().wishes) {
    if (wish.key.kind == PictureKey::Kind::cut) cuts.push_back(&wish);
  }
  return cuts;
}

TEST(Screens, TheFirstFiveResultsAskForTheLineAsItLooksOnThePage) {
  Visitor visitor(Language::arabic);
  visitor.can_fail = false;
  visitor.act(act::ShowResults{"femmes", {}});
  const auto cuts = cuts_wished(visitor);
  ASSERT_EQ(cuts.size(), 5u);
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    EXPECT_EQ(cuts[i]->key.document, static_cast<library::DocumentId>(i) + 1);
    EXPECT_EQ(cuts[i]->key.page, 12);
    EXPECT_EQ(cuts[i]->cut.query, "femmes");
    EXPECT_EQ(cuts[i]->cut.language, Language::arabic);
    EXPECT_GT(cuts[i]->key.width, 2 * cuts[i]->cut.height);
  }
  visitor.act(act::Drag{"results.list", {900, 600}, {0, -2000}});
  EXPECT_GT(cuts_wished(visitor).size(), 5u) << "those seen further down, too";
  visitor.act(act::Home{});
  EXPECT_THAT(cuts_wished(visitor), IsEmpty()) << "nobody waits for them any more";
}

// The words of the first snippet end where the cut begins; without a cut they have the whole row.
TEST(Screens, TheSnippetGivesRoomToTheCutOnlyWhereOneCanCome) {
  Visitor visitor(Language::french);
  visitor.act(act::ShowResults{"femmes", {}});
  std::vector<float> widths;
  for (const auto& written : visitor.canvas().texts) {
    if (written.text == hit(1).snippet) widths.push_back(written.box.w);
  }
  ASSERT_GE(widths.size(), 2u);
  EXPECT_LT(widths[0], 700);
  EXPECT_GT(widths[1], 1000) << "the cut of the second document cannot be drawn";
}

TEST(Screens, EveryOrientationPageCanBeDrawnInEveryLanguage) {
  for (const Language language : interface_languages) {
    for (const GuidePage* page : guide().pages(language)) {
      SCOPED_TRACE(page->key + " " + std::string(code_of(language)));
      Visitor visitor(language);
      visitor.act(act::OpenGuide{page->key});
      check(visitor, {1920, 1080});
      EXPECT_TRUE(visitor.canvas().wrote(page->title));
      EXPECT_GT(visitor.scene().content_height, 0);
    }
  }
}

TEST(Screens, MirrorInArabicExceptTheKeys) {
  Visitor french(Language::french), arabic(Language::arabic);
  for (Visitor* visitor : {&french, &arabic}) {
    visitor->act(act::OpenSearch{""});
    visitor->act(act::SetKeyboard{Language::french});
  }
  EXPECT_LT(french.find("bar.back")->rect.x, 960);
  EXPECT_GT(arabic.find("bar.back")->rect.x, 960);
  EXPECT_EQ(french.find("key.a")->rect, arabic.find("key.a")->rect);
}

// A Latin name in an Arabic line must not draw the numbers after it to its side: each fact is isolated.
TEST(Screens, FactsKeepTheirOwnDirection) {
  Visitor visitor(Language::arabic);
  visitor.act(act::Begin{});
  visitor.act(act::ShowResults{"eau", {}});
  EXPECT_TRUE(visitor.canvas().wrote("\u2068ORESS\u2069 · \u20682012\u2069 · \u2068"));
  visitor.act(act::OpenDocument{1, 1, ""});
  library::Document& read = visitor.at<ReaderState>()->document;
  read.creators = {"ORESS"};
  read.year = 2012;
  read.page_count = 92;
  visitor.draw();
  EXPECT_TRUE(visitor.canvas().wrote("\u2068ORESS\u2069 · \u20682012\u2069 · \u2068"));
  index::SearchFilters only;
  only.collections = {"studies"};
  visitor.act(act::ShowResults{"", only});
  EXPECT_TRUE(
      visitor.canvas().wrote("\u2068" + words()(Language::arabic, "col.studies") + "\u2069 · \u2068"));
}

TEST(Screens, CoversInSightAreWishedAndNoOthers) {
  Visitor visitor(Language::french);
  visitor.act(act::ShowResults{"eau", {}});
  std::set<library::DocumentId> wished;
  for (const PictureWish& wish : visitor.scene().wishes) wished.insert(wish.key.document);
  EXPECT_TRUE(wished.contains(1));
  EXPECT_FALSE(wished.contains(9));
}

TEST(Screens, OnlyTheCaretWakesAScreenThatRests) {
  Visitor visitor(Language::french);
  visitor.act(act::Begin{});
  EXPECT_GE(visitor.scene().wake_at, 1e9);
  visitor.act(act::OpenSearch{""});
  EXPECT_LT(visitor.scene().wake_at, 10);
}

// ---- journeys

class Journey : public testing::TestWithParam<Language> {};

TEST_P(Journey, FromTheWelcomeToAPageAndBack) {
  const bool arabic = GetParam() == Language::arabic;
  Visitor visitor(Language::french);
  visitor.touch(arabic ? "welcome.ar" : "welcome.fr");
  ASSERT_TRUE(visitor.at<HomePlace>());
  EXPECT_EQ(visitor.state().session.language, GetParam());
  visitor.touch("home.field");
  ASSERT_TRUE(visitor.at<SearchPlace>());
  const std::vector<std::string> keys = arabic ? std::vector<std::string>{"ت", "ع", "ا", "و", "ن"}
                                               : std::vector<std::string>{"c", "o", "o", "p"};
  for (const std::string& key : keys) visitor.touch("key." + key);
  EXPECT_EQ(visitor.at<SearchPlace>()->field.text, arabic ? "تعاون" : "coop");
  visitor.touch("key.search");
  ASSERT_TRUE(visitor.at<ResultsPlace>());
  visitor.touch("results.pager.on");
  visitor.wait(0.5);
  const float scroll = visitor.at<ResultsPlace>()->scroll.at;
  EXPECT_GT(scroll, 0);
  visitor.touch("card.4.page.12");
  ASSERT_TRUE(visitor.at<ReaderState>());
  EXPECT_EQ(visitor.at<ReaderState>()->page, 12);
  EXPECT_EQ(visitor.at<ReaderState>()->document.id, 4);
  EXPECT_EQ(visitor.at<ReaderState>()->query, arabic ? "تعاون" : "coop");
  visitor.act(act::Back{});
  ASSERT_TRUE(visitor.at<ResultsPlace>());
  EXPECT_EQ(visitor.at<ResultsPlace>()->scroll.at, scroll);
  visitor.touch("bar.home");
  EXPECT_TRUE(visitor.at<HomePlace>());
}

TEST_P(Journey, ThroughShelvesFiltersAndPagesOfTheHouse) {
  Visitor visitor(GetParam());
  visitor.touch("welcome.begin");
  visitor.touch("home.shelf.atlas");
  ASSERT_TRUE(visitor.at<ResultsPlace>());
  EXPECT_THAT(visitor.at<ResultsPlace>()->filters.collections, testing::ElementsAre("atlas"));
  visitor.touch("facet.language.ar");
  EXPECT_THAT(visitor.at<ResultsPlace>()->filters.languages, testing::ElementsAre("ar"));
  visitor.touch("facet.clear");
  EXPECT_THAT(visitor.at<ResultsPlace>()->filters.languages, IsEmpty());
  visitor.touch("results.guide.contact");
  ASSERT_TRUE(visitor.at<GuidePlace>());
  visitor.touch("bar.back");
  EXPECT_TRUE(visitor.at<ResultsPlace>());
  visitor.touch("bar.home");
  visitor.touch("home.project");
  EXPECT_EQ(visitor.at<GuidePlace>()->key, "project");
  visitor.touch("guide.step.2");
  EXPECT_EQ(visitor.at<GuidePlace>()->key, "contact");
  visitor.touch("bar.back");
  visitor.touch("bar.search");
  EXPECT_TRUE(visitor.at<SearchPlace>());
}

TEST_P(Journey, ThroughThemesYearsAndNearDocuments) {
  Visitor visitor(GetParam());
  visitor.act(act::Begin{});
  visitor.act(act::ShowResults{"eau", {}});
  const auto filters = [&] { return visitor.at<ResultsPlace>()->filters; };
  EXPECT_EQ(visitor.find("facet.theme.theme-5"), nullptr);
  visitor.touch("facet.more.theme");
  EXPECT_NE(visitor.find("facet.theme.theme-5"), nullptr);
  visitor.act(act::Drag{"results.facets", {200, 900}, {0, -300}});
  visitor.touch("facet.theme.theme-9");
  EXPECT_THAT(filters().themes, testing::ElementsAre("theme-9"));
  visitor.touch("facet.theme.theme-9");
  visitor.act(act::Drag{"results.facets", {200, 900}, {0, 300}});
  visitor.touch("facet.theme.theme-1");
  EXPECT_THAT(filters().themes, testing::ElementsAre("theme-1"));
  visitor.touch("facet.theme.theme-1");
  EXPECT_THAT(filters().themes, IsEmpty());
  visitor.touch("facet.more.theme");
  visitor.touch("facet.year.2000..2009");
  EXPECT_EQ(filters().year_from, 2000);
  EXPECT_EQ(filters().year_to, 2009);
  visitor.touch("facet.clear");
  EXPECT_EQ(filters(), index::SearchFilters{});

  visitor.touch("card.1");
  ASSERT_TRUE(visitor.at<ReaderState>());
  EXPECT_EQ(visitor.find("reader.related"), nullptr) << "before anything is known";
  const auto id = visitor.at<ReaderState>()->document.id;
  receive(visitor.state(), message::RelatedFound{id, {hit(41), hit(42), hit(43), hit(44)}}, 2);
  visitor.draw();
  visitor.touch("reader.related");
  visitor.touch("reader.related.2");
  ASSERT_TRUE(visitor.at<ReaderState>());
  EXPECT_EQ(visitor.at<ReaderState>()->document.id, 42);
  EXPECT_EQ(visitor.at<ReaderState>()->document.title, hit(42).title);
  visitor.act(act::Back{});
  ASSERT_TRUE(visitor.at<ReaderState>());
  EXPECT_EQ(visitor.at<ReaderState>()->document.id, id);
  EXPECT_NE(visitor.find("reader.related.1"), nullptr) << "the list is kept in the place";
  visitor.touch("reader.outline");
  EXPECT_EQ(visitor.find("reader.related.1"), nullptr);
}

TEST_P(Journey, OutOfAnEmptyResult) {
  Visitor visitor(GetParam());
  visitor.touch("welcome.begin");
  visitor.total = 0;
  visitor.exits = {{index::Exit::Kind::spelling, "coopérative", 5}};
  visitor.act(act::ShowResults{"coperattive", {}});
  visitor.total = 5;
  visitor.touch("empty.corrected.1");
  EXPECT_EQ(visitor.at<ResultsPlace>()->query, "coopérative");
  EXPECT_NE(visitor.find("card.1"), nullptr);
}

TEST_P(Journey, OutOfAnEmptyResultToATheme) {
  Visitor visitor(GetParam());
  const std::string& name = index::name_in(names_of_theme, GetParam());
  visitor.touch("welcome.begin");
  visitor.total = 0;
  visitor.exits = {to_theme("theme-1", 12)};
  visitor.act(act::ShowResults{"xyzzy", {}});
  EXPECT_TRUE(visitor.canvas().wrote(name));
  visitor.total = 12;
  visitor.touch("empty.theme.1");
  ASSERT_TRUE(visitor.at<ResultsPlace>());
  EXPECT_EQ(visitor.at<ResultsPlace>()->query, "");
  EXPECT_EQ(visitor.at<ResultsPlace>()->filters.themes, std::vector<std::string>{"theme-1"});
  const auto& texts = visitor.canvas().texts;
  EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](const auto& written) {
    return written.text.find(name) != std::string::npos && written.text.find("12") != std::string::npos;
  })) << "the heading says what is shown";
}

// What search has tried is offered, with its count, and nothing else that could find nothing.
TEST(Screens, NoWayOutOfAnEmptyResultLeadsToAnother) {
  using Kind = index::Exit::Kind;
  index::SearchFilters spanish;
  spanish.languages = {"es"};
  struct Case {
    const char* query;
    index::SearchFilters filters;
    std::vector<index::Exit> exits;
    std::vector<std::string> names;
  };
  const std::vector<Case> cases{
      {"xyzzqq wwvvk", {}, {}, {}},
      {"eau -sel", {}, {{Kind::fewer_words, "eau", 3}}, {"empty.word.1"}},
      {"eau",
       spanish,
       {{Kind::unfiltered, "eau", 3}, to_theme("theme-1", 9)},
       {"empty.clear", "empty.theme.1"}},
      {"", spanish, {}, {"empty.clear"}},
      {"fromajère",
       {},
       {{Kind::spelling, "fromagère", 2}, {Kind::spelling, "fromage", 4}, {Kind::broader, "lait", 5}},
       {"empty.corrected.1", "empty.corrected.2", "empty.broad.1"}},
      {"eau", {}, {{Kind::other_language, "ماء", 3}}, {"empty.other.1"}},
  };
  for (const Case& c : cases) {
    Visitor visitor(Language::french);
    visitor.total = 0;
    visitor.exits = c.exits;
    visitor.act(act::Begin{});
    visitor.act(act::ShowResults{c.query, c.filters});
    std::vector<std::string> names;
    int ways = 0;
    for (const Target& target : visitor.scene().targets) {
      if (!target.name.starts_with("empty.")) continue;
      ++ways;
      const bool is_of_the_house = target.name.starts_with("empty.collection") ||
                                   target.name.starts_with("empty.guide") || target.name == "empty.contact";
      if (!is_of_the_house) names.push_back(target.name);
    }
    EXPECT_EQ(names, c.names) << c.query;
    EXPECT_NE(visitor.find("empty.contact"), nullptr) << c.query;
    EXPECT_NE(visitor.find("empty.collection.studies"), nullptr) << c.query;
    EXPECT_GE(ways, 3) << c.query;
  }
}

TEST_P(Journey, TheIdlePromptIsAnsweredByATouchAnywhere) {
  for (const char* answer : {"idle.stay", "idle.end"}) {
    Visitor visitor(GetParam());
    visitor.touch("welcome.begin");
    visitor.touch("home.field");
    visitor.touch("key.space");
    visitor.wait(95);
    ASSERT_NE(visitor.find(answer), nullptr);
    EXPECT_THAT(visitor.scene().areas, IsEmpty());
    visitor.touch(answer);
    EXPECT_EQ(visitor.at<SearchPlace>() != nullptr, std::string_view(answer) == "idle.stay");
  }
  Visitor visitor(GetParam());
  visitor.touch("welcome.begin");
  visitor.wait(95);
  const Target* corner = target_at(visitor.scene(), {40, 1000});
  ASSERT_NE(corner, nullptr);
  EXPECT_TRUE(std::holds_alternative<act::Stay>(corner->action));
}

TEST_P(Journey, WordsAreErasedAndTypedAtTheCaret) {
  Visitor visitor(GetParam());
  visitor.touch("welcome.begin");
  visitor.touch("home.search");
  visitor.act(act::SetKeyboard{Language::french});
  for (const char* key : {"key.e", "key.a", "key.u", "key.erase", "key.space", "key.digits", "key.1"}) {
    visitor.touch(key);
  }
  EXPECT_EQ(visitor.at<SearchPlace>()->field.text, "ea 1");
  visitor.touch("key.left");
  EXPECT_EQ(visitor.at<SearchPlace>()->field.caret, 3u);
  visitor.touch("bar.search.clear");
  EXPECT_EQ(visitor.at<SearchPlace>()->field.text, "");
}

INSTANTIATE_TEST_SUITE_P(Languages, Journey, testing::Values(Language::french, Language::arabic),
                         [](const auto& row) { return std::string(code_of(row.param)); });

}  // namespace
}  // namespace mess::kiosk
