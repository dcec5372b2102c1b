#include "kiosk/app/full_screen.h"

#include "kiosk/app/reader_taps.h"
#include "kiosk/app/session.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

constexpr Point middle{960, 500};

struct InFull : Reading {
  explicit InFull(bool right_to_left = false) : Reading("coopérative", 3, right_to_left) {
    now = 10;
    act(act::FullScreen{});
    rest_now();
  }
  void rest_now() {
    double next = never;
    tick_reader(reader, context, now, next);
  }
  void wait(double seconds) {
    now += seconds;
    rest_now();
  }
};

TEST(FullScreen, ThePageKeepsItsZoomAndHasTheWholeScreen) {
  Reading r;
  r.rest();
  const Viewport before = r.reader.viewport;
  r.act(act::FullScreen{});
  EXPECT_TRUE(r.reader.full.on);
  EXPECT_EQ(r.reader.viewport.zoom, before.zoom);
  const Rect view = view_of_page(r.reader, r.context);
  EXPECT_LE(view.x, 0);
  EXPECT_GE(view.end(), 1920);
  const Rect page = page_rect(view, size_of_page(r.reader, 3), r.reader.viewport);
  EXPECT_NEAR(page.centre().x, 960, 0.5);
  r.act(act::FullScreen{});
  EXPECT_FALSE(r.reader.full.on);
  EXPECT_EQ(r.reader.viewport, before);
}

TEST(FullScreen, WhatWasAtTheTopStaysThere) {
  Reading r;
  r.act(act::Zoom{4, {1000, 500}});
  const auto seen = [&] {
    const Rect view = view_of_page(r.reader, r.context);
    return *page_point_at(page_rect(view, size_of_page(r.reader, 3), r.reader.viewport),
                          {view.centre().x, view.y});
  };
  const Point before = seen();
  r.act(act::FullScreen{});
  EXPECT_NEAR(seen().x, before.x, 1e-3);
  EXPECT_NEAR(seen().y, before.y, 1e-3);
}

TEST(FullScreen, ToolsRecedeAfterFourSecondsWithoutTouch) {
  InFull r;
  EXPECT_FLOAT_EQ(hint_shown(r.reader.full, r.now), 1);
  r.wait(3.9);
  EXPECT_TRUE(r.reader.full.tools);
  EXPECT_FLOAT_EQ(hint_shown(r.reader.full, r.now), 0);
  r.act(act::Halt{"reader.page"});
  r.wait(3.9);
  EXPECT_TRUE(r.reader.full.tools) << "a touch keeps them";
  double next = never;
  tick_reader(r.reader, r.context, r.now, next);
  EXPECT_NEAR(next, r.now + 0.1, 1e-6) << "the loop may sleep till then";
  r.wait(0.2);
  EXPECT_FALSE(r.reader.full.tools);
  EXPECT_GT(tools_shown(r.reader.full, r.now), 0.9f) << "they only begin to go";
  EXPECT_FLOAT_EQ(tools_shown(r.reader.full, r.now + tools_go), 0);
  next = never;
  tick_reader(r.reader, r.context, r.now + 1, next);
  EXPECT_EQ(next, never);
}

TEST(FullScreen, OnlyATouchOnTheMiddleBringsThemBack) {
  const struct {
    const char* what;
    Action action;
    bool back;
  } rows[] = {{"a turn at the edge", act::Tap{"reader.page", {1880, 500}, 1}, false},
              {"a swipe", act::Drag{"reader.page", middle, {0, -40}}, false},
              {"a key", act::TurnPage{1}, false},
              {"the middle", act::Tap{"reader.page", middle, 1}, true},
              {"the middle, beside the paper", act::Tap{"reader.page", {300, 500}, 1}, true}};
  for (const auto& row : rows) {
    InFull r;
    r.wait(5);
    ASSERT_FALSE(r.reader.full.tools);
    r.act(row.action);
    EXPECT_EQ(r.reader.full.tools, row.back) << row.what;
    if (row.back) {
      EXPECT_FLOAT_EQ(tools_shown(r.reader.full, r.now + tools_come), 1);
    }
  }
}

TEST(FullScreen, EdgesTurnAsTheScriptRuns) {
  for (const bool arabic : {false, true}) {
    InFull r(arabic);
    r.act(act::Tap{"reader.page", {1890, 500}, 1});
    EXPECT_EQ(r.reader.page, arabic ? 2 : 4);
    EXPECT_TRUE(r.reader.full.on);
  }
}

TEST(FullScreen, LookingForOtherWordsNeedsTheBar) {
  for (const Action& action : {Action(act::OpenFind{}), Action(act::Type{"m"})}) {
    InFull r;
    r.act(action);
    EXPECT_FALSE(r.reader.full.on);
    EXPECT_TRUE(r.reader.find.writing);
  }
}

TEST(FullScreen, BackLeadsToTheReaderAndHistoryBringsItBack) {
  AppState state;
  apply(state, act::Begin{}, 1);
  apply(state, act::OpenDocument{7, 3, ""}, 2);
  apply(state, act::FullScreen{}, 3);
  apply(state, act::OpenDocument{8, 1, ""}, 4);
  apply(state, act::Back{}, 50);
  const auto* reader = std::get_if<ReaderState>(&state.session.place);
  ASSERT_TRUE(reader);
  EXPECT_TRUE(reader->full.on);
  EXPECT_TRUE(reader->full.tools);
  double next = 0;
  tick(state, 52, next);
  EXPECT_TRUE(reader->full.tools) << "four seconds from coming back";
  apply(state, act::Back{}, 53);
  reader = std::get_if<ReaderState>(&state.session.place);
  ASSERT_TRUE(reader) << "not out of the document";
  EXPECT_FALSE(reader->full.on);
  EXPECT_EQ(reader->page, 3);
  apply(state, act::Back{}, 54);
  EXPECT_TRUE(std::holds_alternative<HomePlace>(state.session.place));
}

TEST(FullScreen, ADocumentThatCannotBeShownIsLeftAtOnce) {
  AppState state;
  apply(state, act::Begin{}, 1);
  apply(state, act::OpenDocument{7, 3, ""}, 2);
  apply(state, act::FullScreen{}, 3);
  receive(state, message::DocumentFailed{7, Error{ErrorKind::corrupt, "", "", ""}}, 4);
  apply(state, act::FullScreen{}, 5);
  apply(state, act::Back{}, 6);
  EXPECT_TRUE(std::holds_alternative<HomePlace>(state.session.place));
}

}  // namespace
}  // namespace mess::kiosk
