// Whole journeys of a visitor by touching what is drawn, in French and in Arabic.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "visitor.h"

namespace mess::kiosk {
namespace {

using testing::IsEmpty;

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

TEST_P(Journey, PagesGoToThePrinterAndDocumentsToAKey) {
  Visitor visitor(GetParam());
  visitor.act(act::Begin{});
  visitor.read(1);
  visitor.touch("reader.take_away");
  EXPECT_EQ(visitor.find("take_away.print"), nullptr) << "no printer, no button";
  EXPECT_EQ(visitor.find("take_away.copy"), nullptr);
  visitor.find_printer();
  visitor.find_keys(2);
  visitor.draw();
  visitor.touch("take_away.print");
  visitor.touch("print.range");
  visitor.touch("print.last.1");
  visitor.touch("print.last.10");
  EXPECT_EQ(visitor.state().session.print_sheet->last, 12);
  visitor.touch("print.first.1");
  visitor.touch("print.start");
  ASSERT_TRUE(visitor.state().session.printing);
  EXPECT_EQ(visitor.state().session.printing->pages, 11);
  visitor.touch("print.cancel");
  visitor.touch("print.close");
  visitor.touch("take_away.copy");
  visitor.touch("copy.key.1");
  visitor.touch("copy.start");
  ASSERT_TRUE(visitor.state().session.copying);
  visitor.touch("copy.cancel");
  visitor.touch("copy.close");
  visitor.touch("take_away.close");
  ASSERT_TRUE(visitor.at<ReaderState>());
}

TEST_P(Journey, ReferencesAreTakenAlongAndDocumentsKept) {
  Visitor visitor(GetParam());
  visitor.act(act::Begin{});
  EXPECT_EQ(visitor.find("bar.basket"), nullptr);
  visitor.read(1);
  visitor.touch("reader.take_away");
  EXPECT_TRUE(visitor.state().session.take_away);
  EXPECT_TRUE(visitor.canvas().wrote(visitor.state().session.take_away->iso690));
  EXPECT_TRUE(visitor.canvas().wrote(visitor.state().session.take_away->apa));
  EXPECT_THAT(visitor.scene().areas, IsEmpty());
  visitor.touch("take_away.page");
  EXPECT_TRUE(visitor.state().session.take_away->page_only);
  visitor.touch("take_away.close");
  EXPECT_FALSE(visitor.state().session.take_away);
  visitor.touch("reader.take_away");
  // Beside the frame.
  visitor.act(target_at(visitor.scene(), {20, 600})->action);
  EXPECT_FALSE(visitor.state().session.take_away);
  ASSERT_TRUE(visitor.at<ReaderState>());

  visitor.touch("reader.keep");
  visitor.touch("nav.home");
  visitor.read(2);
  visitor.touch("reader.keep");
  EXPECT_TRUE(visitor.canvas().wrote("2"));
  visitor.touch("reader.basket");
  ASSERT_TRUE(visitor.at<BasketPlace>());
  visitor.touch("language.es");
  visitor.touch("basket.2.take_away");
  EXPECT_TRUE(visitor.state().session.take_away);
  visitor.touch("take_away.close");
  visitor.touch("basket.1.remove");
  EXPECT_EQ(visitor.find("basket.1.read"), nullptr);
  visitor.touch("basket.2.read");
  ASSERT_TRUE(visitor.at<ReaderState>());
  visitor.touch("nav.back");
  visitor.touch("bar.home");
  visitor.touch("bar.basket");
  ASSERT_TRUE(visitor.at<BasketPlace>());
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
