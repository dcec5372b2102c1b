#include "kiosk/app/reader_taps.h"

#include <algorithm>

#include "reading.h"

namespace mess::kiosk {
namespace {

struct TwoDirections {
  const char* what;
  bool right_to_left;
  ReaderContext where;
  int page_at_the_left;  // of the slider's track
};

TEST(ReaderTaps, TheSliderRunsAsTheDocumentDoes) {
  const TwoDirections cases[] = {
      {"French in French", false, french, 1},
      {"French in Arabic", false, arabic, 1},
      {"Arabic in French", true, french, 20},
      {"Arabic in Arabic", true, arabic, 20},
  };
  for (const TwoDirections& c : cases) {
    Reading r("", 10, c.right_to_left, c.where);
    r.act(act::Slide{"reader.slider", 0});
    EXPECT_EQ(r.reader.page, c.page_at_the_left) << c.what;
    EXPECT_TRUE(r.reader.sliding);
    r.act(act::Slide{"reader.slider", 1});
    EXPECT_EQ(r.reader.page, 21 - c.page_at_the_left) << c.what;
    r.act(act::Fling{"reader.slider", {0, 0}});
    EXPECT_FALSE(r.reader.sliding);
    // The side where a touch on the page's edge goes on is the side of the slider's last page.
    Reading edge("", 10, c.right_to_left, c.where);
    const Rect view = page_view(c.where.screen, is_right_to_left(c.where.language));
    edge.act(act::Tap{"reader.page", {view.x + 20, 500}, 1});
    EXPECT_EQ(edge.reader.page, c.page_at_the_left == 1 ? 9 : 11) << c.what;
    edge.act(act::Tap{"reader.page", {view.end() - 20, 500}, 1});
    EXPECT_EQ(edge.reader.page, 10) << c.what;
  }
}

TEST(ReaderTaps, ATouchAtTheEdgeTurnsTheMiddleDoesNot) {
  Reading r("", 10);
  const Rect view = page_view(french.screen, false);
  r.act(act::Tap{"reader.page", view.centre(), 1});
  r.rest();
  EXPECT_EQ(r.reader.page, 10);
  r.act(act::Tap{"reader.page", {view.end() - 20, 500}, 1});
  EXPECT_EQ(r.reader.page, 11) << "at once: beside the paper there is nothing to zoom";
  r.act(act::Tap{"reader.page", {view.end() - 20, 500}, 2});
  EXPECT_EQ(r.reader.page, 12) << "quick touches turn one page each";
  r.act(act::GoToPage{20});
  r.act(act::Tap{"reader.page", {view.end() - 20, 500}, 1});
  EXPECT_EQ(r.reader.page, 20) << "there is no other page";
}

TEST(ReaderTaps, OnThePaperATurnWaitsForASecondTouch) {
  const Rect view = page_view(french.screen, false);
  const Point edge{view.end() - 20, 500};
  Reading once("", 10);
  once.act(act::Zoom{2, view.centre(), false});
  once.act(act::Tap{"reader.page", edge, 1});
  EXPECT_EQ(once.reader.page, 10);
  once.now += 0.4;
  double next = never;
  once.effects = tick_reader(once.reader, once.context, once.now, next);
  EXPECT_EQ(once.reader.page, 11);
  EXPECT_TRUE(std::any_of(once.effects.begin(), once.effects.end(), [](const Effect& effect) {
    return std::holds_alternative<effect::PageReached>(effect);
  }));

  Reading twice("", 10);
  twice.act(act::Zoom{2, view.centre(), false});
  twice.act(act::Tap{"reader.page", edge, 1});
  twice.act(act::Halt{"reader.page"});
  twice.act(act::Tap{"reader.page", edge, 2});
  twice.rest();
  EXPECT_EQ(twice.reader.page, 10);
  EXPECT_FLOAT_EQ(twice.reader.viewport.zoom, 1) << "a double tap zooms, here back";

  Reading dragged("", 10);
  dragged.act(act::Zoom{2, view.centre(), false});
  dragged.act(act::Tap{"reader.page", edge, 1});
  dragged.act(act::Drag{"reader.page", edge, {-30, 0}});
  dragged.act(act::Fling{"reader.page", {}});
  dragged.rest();
  EXPECT_EQ(dragged.reader.page, 10) << "a touch that goes on as a drag meant something else";
}

}  // namespace
}  // namespace mess::kiosk
