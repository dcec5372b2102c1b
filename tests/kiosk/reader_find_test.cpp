// Searching inside the document that is open.
#include "kiosk/app/reader_find.h"

#include <gtest/gtest.h>

#include "kiosk/app/session.h"

namespace mess::kiosk {
namespace {

const ReaderContext french{Language::french, {1920, 1080}};

std::vector<Passage> at(std::initializer_list<float> tops) {
  std::vector<Passage> all;
  for (const float top : tops) all.push_back({{{0.2f, top, 0.4f, top + 0.02f}}});
  return all;
}

// A document of 20 pages opened at page 3 with some words, all about them known: passages on pages 3 and 8.
struct Searching {
  ReaderState reader;
  std::vector<Effect> effects;
  double now = 10;

  explicit Searching(const std::string& query = "coopérative") {
    library::Document record;
    record.id = 7;
    record.page_count = 20;
    reader = open_reader({7, 3, query}, &record, true, french, 0).place;
    receive(message::DocumentOpened{7, record, false});
    if (query.empty()) return;
    receive(message::HitPagesFound{7, query, {{3, 2}, {8, 1}}});
    receive(message::PageHitsFound{7, 3, query, at({0.1f, 0.5f})});
  }
  void act(const Action& action) { effects = apply_reader(reader, french, action, now); }
  void receive(const Message& message) { effects = receive_reader(reader, french, message, now); }
  void type(const std::string& text) {
    for (const char c : text) act(act::Type{std::string(1, c)});
  }
  // The words that the last action asked for; "" when for none.
  std::string asked() const {
    for (const Effect& effect : effects) {
      EXPECT_FALSE(std::holds_alternative<effect::OpenDocument>(effect)) << "it is open already";
      if (const auto* words = std::get_if<effect::FindWords>(&effect)) return words->query;
    }
    return "";
  }
  int boxes_asked() const {
    for (const Effect& effect : effects) {
      if (const auto* hits = std::get_if<effect::PageHits>(&effect)) return hits->page;
    }
    return 0;
  }
};

TEST(ReaderFind, TheFieldShowsTheWordsThatWereBrought) {
  Searching s;
  EXPECT_EQ(words_in_field(s.reader), "coopérative");
  s.act(act::OpenFind{});
  EXPECT_TRUE(s.reader.find.writing);
  EXPECT_EQ(words_in_field(s.reader), "coopérative");
  EXPECT_EQ(s.asked(), "") << "nothing is asked before there are other words";
  EXPECT_EQ(hit_count(s.reader), 3);
  EXPECT_EQ(s.reader.rail, RailTab::passages) << "where the passages come";
}

TEST(ReaderFind, EachLetterAsksForTheWordsSoFar) {
  Searching s("");
  s.act(act::OpenFind{});
  s.type("mie");
  EXPECT_EQ(s.asked(), "mie*") << "the word may go on";
  EXPECT_EQ(s.boxes_asked(), 3) << "marks on the page that is shown";
  EXPECT_EQ(words_in_field(s.reader), "mie");
  s.type("l ");
  EXPECT_EQ(s.asked(), "miel") << "a space ends it";
  s.act(act::MoveCaret{-1});
  EXPECT_EQ(s.asked(), "");
  s.act(act::Erase{});
  EXPECT_EQ(s.reader.page, 3) << "writing turns no page";
}

TEST(ReaderFind, AnswersAboutOlderWordsAreDropped) {
  Searching s;
  s.act(act::OpenFind{});
  s.act(act::Clear{});
  s.type("mi");
  s.receive(message::HitPagesFound{7, "m*", {{1, 90}}});
  s.receive(message::HitPagesFound{7, "coopérative", {{1, 90}}});
  EXPECT_EQ(hit_count(s.reader), 0);
  s.receive(message::HitPagesFound{7, "mi*", {{5, 4}}});
  EXPECT_EQ(hit_count(s.reader), 4);
}

TEST(ReaderFind, SubmittingGoesToTheFirstPassageFromThePageOn) {
  Searching s;
  s.act(act::OpenFind{});
  s.act(act::Clear{});
  s.type("miel");
  s.act(act::Submit{});
  EXPECT_FALSE(s.reader.find.writing);
  EXPECT_EQ(words_in_field(s.reader), "miel") << "without the sign of the search";
  EXPECT_EQ(s.reader.page, 3) << "nothing is known yet";
  s.receive(message::HitPagesFound{7, "miel*", {{1, 1}, {5, 2}, {9, 1}}});
  EXPECT_EQ(s.reader.page, 5);
  EXPECT_EQ(hit_position(s.reader), 2);
  EXPECT_EQ(s.boxes_asked(), 5);
  EXPECT_TRUE(std::holds_alternative<effect::PageReached>(s.effects.back()));
  s.act(act::StepHit{1});
  s.act(act::StepHit{1});
  EXPECT_EQ(s.reader.page, 9) << "the stepper goes through the new ones";
  EXPECT_EQ(hit_position(s.reader), 4);
  s.receive(message::HitPagesFound{7, "miel*", {{1, 1}, {5, 2}, {9, 1}}});
  EXPECT_EQ(s.reader.page, 9) << "once";
}

TEST(ReaderFind, KnownPassagesAreGoneToAtOnce) {
  Searching s("");
  s.type("miel");  // a real keyboard, no touch on the field
  EXPECT_TRUE(s.reader.find.writing);
  s.receive(message::HitPagesFound{7, "miel*", {{1, 1}}});
  s.act(act::Submit{});
  EXPECT_EQ(s.reader.page, 1) << "from the beginning when there is none further on";
  Searching none("");
  none.type("zzz");
  none.act(act::Submit{});
  none.receive(message::HitPagesFound{7, "zzz*", {}});
  EXPECT_EQ(none.reader.page, 3);
}

TEST(ReaderFind, ClearingReturnsToWhatWas) {
  Searching s;
  s.act(act::StepHit{1});
  ASSERT_EQ(hit_position(s.reader), 2);
  s.act(act::OpenFind{});
  s.act(act::Clear{});
  EXPECT_EQ(s.reader.query, "coopérative") << "an empty field looks for nothing else";
  s.type("miel");
  EXPECT_EQ(hit_position(s.reader), 0);
  s.receive(message::HitPagesFound{7, "miel*", {}});
  EXPECT_EQ(hit_count(s.reader), 0);
  s.act(act::HideKeyboard{});
  s.act(act::Clear{});
  EXPECT_EQ(words_in_field(s.reader), "coopérative");
  EXPECT_EQ(s.asked(), "") << "it is known still";
  EXPECT_EQ(hit_count(s.reader), 3);
  EXPECT_EQ(hit_position(s.reader), 2);
  EXPECT_NE(box_of_current_hit(s.reader), nullptr) << "and its marks are back";
  s.act(act::Clear{});
  EXPECT_EQ(words_in_field(s.reader), "") << "once more: no words at all";
  EXPECT_EQ(hit_count(s.reader), 0);
  EXPECT_TRUE(s.reader.hits.empty());
}

TEST(ReaderFind, ErasingEverythingReturnsToo) {
  Searching s;
  s.act(act::OpenFind{});
  s.act(act::Clear{});
  s.type("m");
  s.act(act::Erase{});
  EXPECT_EQ(hit_count(s.reader), 3);
  s.act(act::HideKeyboard{});
  EXPECT_EQ(words_in_field(s.reader), "coopérative");
}

// The words brought along were still being counted when others were written.
TEST(ReaderFind, WhatWasIsAskedForAgainWhenItNeverBecameKnown) {
  Searching s("");
  s.reader.query = s.reader.find.brought.query = "coopérative";
  s.act(act::OpenFind{});
  s.act(act::Clear{});
  s.type("m");
  s.act(act::Erase{});
  EXPECT_EQ(s.asked(), "coopérative");
}

TEST(ReaderFind, WhatShowsAPagePutsTheKeyboardAway) {
  const std::vector<Action> actions{act::GoToPassage{8, 0}, act::StepHit{1}, act::GoToPage{4}};
  for (const Action& action : actions) {
    Searching s;
    s.act(act::OpenFind{});
    s.act(action);
    EXPECT_FALSE(s.reader.find.writing);
  }
  Searching s;
  s.act(act::OpenFind{});
  s.act(act::Tap{"reader.page", {330, 300}, 1});
  EXPECT_FALSE(s.reader.find.writing);
  EXPECT_EQ(s.reader.page, 3) << "and turns nothing";
}

TEST(ReaderFind, KeysThatAreNoLettersBeginNothing) {
  Searching s;
  for (const Action& action : std::vector<Action>{act::Type{" "}, act::Erase{}, act::Submit{}}) s.act(action);
  EXPECT_FALSE(s.reader.find.writing);
  EXPECT_EQ(s.reader.query, "coopérative");
}

TEST(ReaderFind, ComingBackFindsTheWordsAndNoKeyboard) {
  Searching s;
  s.act(act::OpenFind{});
  s.act(act::Clear{});
  s.type("miel");
  ReaderState back = s.reader;  // as the history keeps it
  const auto effects = resume_reader(back, french, 20);
  EXPECT_EQ(std::get<effect::OpenDocument>(effects.at(0)).query, "miel*");
  EXPECT_EQ(words_in_field(back), "miel");
  EXPECT_FALSE(back.find.writing);
}

TEST(ReaderFind, BackClosesTheKeyboardThenTheDocument) {
  AppState state;
  apply(state, act::Begin{}, 0);
  apply(state, act::ShowResults{"coopérative", {}}, 1);
  apply(state, act::OpenDocument{7, 3, "coopérative"}, 2);
  apply(state, act::OpenFind{}, 3);
  apply(state, act::Type{"x"}, 4);
  apply(state, act::Back{}, 5);
  const auto* reader = std::get_if<ReaderState>(&state.session.place);
  ASSERT_NE(reader, nullptr);
  EXPECT_FALSE(reader->find.writing);
  apply(state, act::Back{}, 6);
  EXPECT_TRUE(std::holds_alternative<ResultsPlace>(state.session.place));
}

TEST(ReaderFind, NothingWrittenOutlivesTheVisit) {
  AppState state;
  apply(state, act::Begin{}, 0);
  apply(state, act::OpenDocument{7, 3, ""}, 1);
  apply(state, act::Type{"secret"}, 2);
  const auto effects = apply(state, act::Finish{}, 3);
  EXPECT_TRUE(std::holds_alternative<WelcomePlace>(state.session.place));
  EXPECT_TRUE(state.session.history.empty());
  ASSERT_FALSE(effects.empty());
  EXPECT_TRUE(std::holds_alternative<effect::CloseDocument>(effects[0])) << "the threads forget it too";
}

TEST(ReaderFind, WhoTurnsBeforeTheAnswerComesStaysThere) {
  for (const Action& faster : std::vector<Action>{act::TurnPage{1}, act::GoToPage{5}, act::Clear{}}) {
    Searching s;
    s.act(act::OpenFind{});
    s.act(act::Clear{});
    s.type("miel");
    const std::string words = s.asked();
    s.act(act::Submit{});
    s.act(faster);
    const int page = s.reader.page;
    s.receive(message::HitPagesFound{7, words, {{12, 1}}});
    EXPECT_EQ(s.reader.page, page);
  }
}

TEST(ReaderFind, TheListEndsWhereTheKeyboardBegins) {
  const auto furthest = [](bool writing) {
    Searching s;
    message::HitPagesFound found{7, "coopérative", {{3, 40}}};
    found.lines = std::make_shared<const std::vector<HitLine>>(std::vector<HitLine>(40));
    s.receive(found);
    s.act(act::ShowRail{RailTab::passages});
    if (writing) s.act(act::OpenFind{});
    s.act(act::Drag{"reader.list", {100, 400}, {0, -100000}});
    return s.reader.passages.offset;
  };
  EXPECT_GT(furthest(true), furthest(false) + 100);
}

// A finger lifted on a page whose workers died is no wish to kill two more.
TEST(ReaderFind, LostBoxesAreAskedForOnlyByComingToThePage) {
  Searching s;
  s.act(act::GoToPage{8});
  EXPECT_EQ(s.boxes_asked(), 8);
  s.receive(message::PageHitsFound{7, 8, "coopérative", {}, true});
  s.act(act::Fling{"reader.page", {0, -5}});
  EXPECT_EQ(s.boxes_asked(), 0);
  s.act(act::GoToPage{9});
  s.act(act::GoToPage{8});
  EXPECT_EQ(s.boxes_asked(), 8);
}

}  // namespace
}  // namespace mess::kiosk
