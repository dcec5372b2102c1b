// What the results screen shows and wishes for, without a window.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "every_screen.h"
#include "visitor.h"

namespace mess::kiosk {
namespace {

using testing::IsEmpty;

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

TEST(Screens, WhereOnlyOneResultIsSeenItsNumberStandsAlone) {
  const Pane small{1920, 1080, TextSize::very_large};
  Visitor visitor(Language::french, small.units());
  visitor.act(act::ShowResults{"eau", {}});
  ASSERT_NE(visitor.find("results.pager.on"), nullptr);
  const auto& texts = visitor.canvas().texts;
  EXPECT_TRUE(
      std::any_of(texts.begin(), texts.end(), [](const auto& written) { return written.text == "1"; }));
  EXPECT_FALSE(visitor.canvas().wrote("1 à 1"));
  visitor = Visitor(Language::french, Size{1920, 1080});
  visitor.act(act::ShowResults{"eau", {}});
  EXPECT_TRUE(visitor.canvas().wrote("1 à "));
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

}  // namespace
}  // namespace mess::kiosk
