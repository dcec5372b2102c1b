#include "kiosk/app/reader_book.h"

#include "kiosk/app/reader_sight.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

struct Facing : Reading {
  explicit Facing(int page = 4, bool right_to_left = false) : Reading("coopérative", page, right_to_left) {
    now = 10;
    act(act::SetFlow{PageFlow::facing});
  }
  Rect view() const { return view_of_page(reader, context); }
  Rect place(int page) const { return page_on_screen(reader, view(), page, reader.viewport); }
  std::vector<int> asked() const {
    std::vector<int> pages;
    for (const Effect& effect : effects) {
      if (const auto* hits = std::get_if<effect::PageHits>(&effect)) pages.push_back(hits->page);
    }
    return pages;
  }
};

TEST(Facing, TwoPagesAreWhollySeenBesideEachOther) {
  for (const bool right_to_left : {false, true}) {
    Facing r(4, right_to_left);
    for (const int page : {4, 5}) {
      EXPECT_GE(r.place(page).y, r.view().y);
      EXPECT_LE(r.place(page).bottom(), r.view().bottom());
    }
    EXPECT_EQ(r.place(4).x < r.place(5).x, !right_to_left);
    EXPECT_NEAR(r.place(4).w, r.place(5).w, 0.5);
  }
}

TEST(Facing, TurningGoesTwoPagesFurther) {
  Facing r;
  r.act(act::TurnPage{1});
  EXPECT_EQ(r.reader.page, 6);
  r.act(act::TurnPage{-1});
  EXPECT_EQ(r.reader.page, 4);
  r.act(act::GoToPage{2});
  r.act(act::TurnPage{-1});
  EXPECT_EQ(r.reader.page, 1) << "the cover alone";
  r.act(act::TurnPage{-1});
  EXPECT_EQ(r.reader.page, 1);
  r.act(act::GoToPage{20});
  r.act(act::TurnPage{1});
  EXPECT_EQ(r.reader.page, 20);
}

TEST(Facing, SwipesTapsKeysAndTheSliderTurnSheets) {
  const struct {
    const char* what;
    std::vector<Action> actions;
  } rows[] = {
      {"swipe", {act::Drag{"reader.page", {900, 500}, {-200, 0}}, act::Fling{"reader.page", {-1500, 0}}}},
      {"edge", {act::Tap{"reader.page", {1740, 120}, 1}}},
      {"scroll", {act::Scroll{1}}},
      {"slider", {act::Slide{"reader.slider", 5.f / 19}}},
      {"thumbnail", {act::GoToPage{6}}},
  };
  for (const auto& row : rows) {
    Facing r;
    for (const Action& action : row.actions) r.act(action);
    r.rest();
    EXPECT_EQ(r.reader.page, 6) << row.what;
  }
}

TEST(Facing, GoingToTheOtherPageOfTheSheetMovesNothing) {
  Facing r;
  r.act(act::Zoom{2, {900, 500}});
  const Viewport before = r.reader.viewport;
  r.act(act::GoToPage{5});
  EXPECT_EQ(r.reader.page, 5);
  EXPECT_EQ(r.reader.viewport, before);
  EXPECT_EQ(r.reader.turned_from, 0);
  r.act(act::TurnPage{1});
  EXPECT_EQ(r.reader.page, 6);
}

TEST(Facing, PassagesOfBothPagesAreAskedForAndSteppedThrough) {
  Reading r("coopérative", 2);
  r.receive(message::HitPagesFound{7, "coopérative", {{2, 1}, {3, 2}, {8, 1}}});
  r.act(act::SetFlow{PageFlow::facing});
  int asked = 0;
  for (const Effect& effect : r.effects) asked += std::holds_alternative<effect::PageHits>(effect) ? 1 : 0;
  EXPECT_EQ(asked, 2);
  r.receive(message::PageHitsFound{7, 2, "coopérative", boxes({0.3f})});
  r.receive(message::PageHitsFound{7, 3, "coopérative", boxes({0.1f, 0.9f})});
  const int expected[][3] = {{2, 0, 1}, {3, 0, 2}, {3, 1, 3}};
  r.act(act::GoToPassage{2, 0});
  for (const auto& [page, number, position] : expected) {
    EXPECT_EQ(r.reader.page, page);
    EXPECT_EQ(r.reader.current_hit, number);
    EXPECT_EQ(hit_position(r.reader), position);
    EXPECT_EQ(r.reader.turned_from, 0) << "on the same sheet nothing slides";
    r.act(act::StepHit{1});
  }
  EXPECT_EQ(r.reader.page, 8);
}

TEST(Facing, AZoomedSheetBringsThePassageIntoSight) {
  Facing r(4);
  r.receive(message::HitPagesFound{7, "coopérative", {{5, 1}}});
  r.receive(message::PageHitsFound{7, 5, "coopérative", boxes({0.9f})});
  r.act(act::Zoom{4, {400, 200}});
  r.act(act::StepHit{1});
  r.rest();
  const Rect hit = box_within(r.reader, r.place(5), *box_of_current_hit(r.reader));
  EXPECT_TRUE(r.view().contains(hit.centre()));
}

TEST(Facing, BothPagesGetAnotherChanceWhenTheyAreComeTo) {
  Facing r;
  r.act(act::TurnPage{1});
  std::vector<int> reached;
  for (const Effect& effect : r.effects) {
    if (const auto* page = std::get_if<effect::PageReached>(&effect)) reached.push_back(page->page);
  }
  EXPECT_EQ(reached, (std::vector{6, 7}));
}

TEST(Facing, PinchedFreelyAndLetGo) {
  Facing r;
  const Point fingers{700, 500};
  const auto held = *page_under(r.reader, r.view(), fingers);
  for (int i = 0; i < 30; ++i) r.act(act::Pinch{"reader.page", fingers, fingers, 1.05f});
  const auto now_held = *page_under(r.reader, r.view(), fingers);
  EXPECT_EQ(held.page, now_held.page);
  EXPECT_NEAR(held.at.x, now_held.at.x, 1e-3);
  EXPECT_NEAR(held.at.y, now_held.at.y, 1e-3);
  r.act(act::Fling{"reader.page", {}});
  r.rest();
  EXPECT_EQ(clamped({r.view().w, r.view().h}, size_of_sheet(r.reader, 4), r.reader.viewport),
            r.reader.viewport);
}

TEST(Turning, ThePaperIsTurnedAndItsBoxesWithIt) {
  const library::PageBox box{0.1f, 0.2f, 0.3f, 0.6f};
  const library::PageBox expected[] = {
      box, {0.4f, 0.1f, 0.8f, 0.3f}, {0.7f, 0.4f, 0.9f, 0.8f}, {0.2f, 0.7f, 0.6f, 0.9f}};
  for (int turns = 0; turns < 4; ++turns) {
    const library::PageBox turned = turned_box(box, turns);
    EXPECT_NEAR(turned.x0, expected[turns].x0, 1e-6) << turns;
    EXPECT_NEAR(turned.y0, expected[turns].y0, 1e-6) << turns;
    EXPECT_NEAR(turned.x1, expected[turns].x1, 1e-6) << turns;
    EXPECT_NEAR(turned.y1, expected[turns].y1, 1e-6) << turns;
    const library::PageBox back = turned_box(turned, (4 - turns) % 4);
    EXPECT_NEAR(back.x0, box.x0, 1e-6);
    EXPECT_NEAR(back.y1, box.y1, 1e-6);
  }
}

TEST(Turning, AQuarterMakesAnUprightPageABroadOneDrawnFromTheSamePaper) {
  Reading r;
  const Rect view = view_of_page(r.reader, r.context);
  const SeenPage upright = pixels_of_page(r.reader, view, 1, 3, 1);
  EXPECT_EQ(upright.width, 1080);
  r.act(act::TurnPaper{1});
  const Rect place = page_on_screen(r.reader, view, 3, r.reader.viewport);
  EXPECT_GT(place.w, place.h);
  const SeenPage turned = pixels_of_page(r.reader, view, 1, 3, 1);
  EXPECT_NEAR(turned.width, place.h, 1);
  EXPECT_NEAR(turned.height, place.w, 1);
  for (int i = 0; i < 3; ++i) r.act(act::TurnPaper{1});
  EXPECT_EQ(r.reader.turns, 0);
  r.act(act::TurnPaper{-1});
  EXPECT_EQ(r.reader.turns, 3);
  r.act(act::TurnPaper{-2'000'000'001});
  EXPECT_GE(r.reader.turns, 0);
}

TEST(Turning, WhatIsSeenIsSaidOfThePaper) {
  Reading r;
  r.act(act::TurnPaper{1});
  r.act(act::Zoom{4, {316, 96}});
  const Rect view = view_of_page(r.reader, r.context);
  // Turned clockwise, the top left of the screen shows the foot of the page's left edge.
  const ReaderSight sight = sight_of(r.reader, view, 1, {});
  EXPECT_LT(sight.shown.front().seen.x0, 0.01f);
  EXPECT_GT(sight.shown.front().seen.y1, 0.99f);
  const auto under = page_under(r.reader, view, {400, 160});
  ASSERT_TRUE(under);
  EXPECT_LT(under->at.x, 0.1f);
  EXPECT_GT(under->at.y, 0.9f);
}

TEST(Turning, ThePassageStaysInSight) {
  for (int turns = 1; turns < 4; ++turns) {
    Reading r;
    r.receive(message::PageHitsFound{7, 3, "coopérative", boxes({0.05f, 0.9f})});
    r.act(act::StepHit{1});
    r.act(act::TurnPaper{turns});
    r.act(act::Zoom{4, {900, 500}});
    r.act(act::GoToPassage{3, 1});
    r.rest();
    const Rect view = view_of_page(r.reader, r.context);
    const Rect hit = box_within(r.reader, page_on_screen(r.reader, view, 3, r.reader.viewport),
                                *box_of_current_hit(r.reader));
    EXPECT_TRUE(view.contains(hit.centre())) << turns;
  }
}

TEST(Flow, WhatIsDrawnAhead) {
  const struct {
    int page, travel;
    std::vector<int> shown, near;
  } rows[] = {{4, 1, {4, 5}, {6, 7, 8, 9, 2, 3}},
              {5, 1, {5, 4}, {6, 7, 8, 9, 2, 3}},
              {4, -1, {4, 5}, {2, 3, 1, 6, 7}},
              {1, 1, {1}, {2, 3, 4, 5}},
              {20, 1, {20}, {18, 19}}};
  for (const auto& row : rows) {
    Facing r(row.page);
    r.reader.travel = row.travel;
    const ReaderSight sight = sight_of(r.reader, r.view(), 1, {});
    std::vector<int> shown, near;
    for (const SeenPage& page : sight.shown) shown.push_back(page.page);
    for (const SeenPage& page : sight.near) near.push_back(page.page);
    EXPECT_EQ(shown, row.shown) << row.page;
    EXPECT_EQ(near, row.near) << row.page;
  }
}

}  // namespace
}  // namespace mess::kiosk
