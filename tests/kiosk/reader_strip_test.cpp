// Continuous flow: the pages as one strip.
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_sight.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

struct Strip : Reading {
  explicit Strip(int page = 3) : Reading("coopérative", page) {
    now = 10;
    act(act::SetFlow{PageFlow::continuous});
    rest();
  }
  Rect view() const { return view_of_page(reader, context); }
  Rect place(int page) const { return page_on_screen(reader, view(), page, reader.viewport); }
  std::vector<int> shown() const {
    std::vector<int> pages;
    for (const ShownPage& page : pages_shown(reader, view(), reader.viewport)) pages.push_back(page.page);
    return pages;
  }
  void drag(float down) {
    now += 1;
    act(act::Drag{"reader.page", {900, 500}, {0, down}});
  }
};

TEST(Continuous, ADragGoesThroughThePagesWithoutATurn) {
  Strip r;
  EXPECT_EQ(r.shown(), (std::vector{3}));
  r.drag(-1000);
  EXPECT_EQ(r.shown(), (std::vector{3, 4}));
  EXPECT_EQ(r.reader.page, 3) << "its greater part is still there";
  const float before = r.place(4).y;
  r.drag(-300);
  EXPECT_EQ(r.reader.page, 4) << "the page that is read follows";
  EXPECT_NEAR(r.place(4).y, before - 300, 0.5) << "and nothing jumps";
  EXPECT_EQ(r.reader.turned_from, 0);
  r.drag(400);
  EXPECT_EQ(r.reader.page, 3);
}

TEST(Continuous, TheEndsOfTheDocumentResist) {
  Strip r(1);
  r.drag(500);
  EXPECT_EQ(r.reader.page, 1);
  EXPECT_FLOAT_EQ(r.reader.pull.y, 500);
  r.act(act::Fling{"reader.page", {0, 900}});
  r.rest();
  EXPECT_EQ(r.reader.page, 1);
  EXPECT_FLOAT_EQ(r.reader.viewport.offset.y, page_margin);
}

TEST(Continuous, AFlingPassesManyPagesAndRests) {
  Strip r(1);
  r.drag(-10);
  r.act(act::Fling{"reader.page", {0, -30'000}});
  r.rest();
  EXPECT_GT(r.reader.page, 4);
  EXPECT_EQ(r.reader.travel, 1);
}

TEST(Continuous, TurningGlidesToTheTopOfAPage) {
  Strip r;
  const Viewport before = r.reader.viewport;
  r.act(act::TurnPage{1});
  EXPECT_EQ(r.reader.page, 4);
  ASSERT_TRUE(r.reader.motion);
  EXPECT_NEAR(r.place(3).y - r.view().y, before.offset.y, 0.5) << "from where it lay";
  r.rest();
  EXPECT_NEAR(r.place(4).y - r.view().y, page_margin, 0.5);
  r.act(act::TurnPage{1});
  r.act(act::TurnPage{1});
  r.rest();
  EXPECT_EQ(r.reader.page, 6) << "touches faster than the strip count";
  r.act(act::GoToPage{19});
  EXPECT_FALSE(r.reader.motion) << "far away one is brought at once";
  EXPECT_EQ(r.reader.page, 19);
  r.act(act::Slide{"reader.slider", 18.f / 19});
  EXPECT_FALSE(r.reader.motion);
  r.act(act::GoToPage{20});
  r.rest();
  EXPECT_EQ(r.reader.page, 20) << "though the strip ends before its top is up";
}

TEST(Continuous, PassagesAreAskedForAsTheyComeIntoSightAndOnlyOnce) {
  Strip r;
  r.receive(message::HitPagesFound{7, "coopérative", {{3, 1}, {4, 1}, {5, 1}}});
  r.drag(-1000);
  std::vector<int> asked;
  for (int i = 0; i < 5; ++i) {
    double next = never;
    r.now += 1;
    for (const Effect& effect : tick_reader(r.reader, r.context, r.now, next)) {
      if (const auto* hits = std::get_if<effect::PageHits>(&effect)) asked.push_back(hits->page);
    }
  }
  EXPECT_EQ(asked, (std::vector{4}));
  r.receive(message::PageHitsFound{7, 4, "coopérative", {}, true});
  double next = never;
  EXPECT_TRUE(tick_reader(r.reader, r.context, r.now + 1, next).empty()) << "what was lost waits";
  r.act(act::GoToPage{4});
  EXPECT_EQ(r.hits_asked(), 4) << "until one goes there";
}

TEST(Continuous, SteppingGoesOnFromThePassageInSight) {
  Strip r;
  r.receive(message::HitPagesFound{7, "coopérative", {{3, 2}, {4, 1}, {9, 1}}});
  r.receive(message::PageHitsFound{7, 3, "coopérative", boxes({0.1f, 0.95f})});
  r.receive(message::PageHitsFound{7, 4, "coopérative", boxes({0.02f})});
  r.act(act::GoToPassage{3, 1});
  r.rest();
  r.drag(-200);
  EXPECT_EQ(r.reader.current_hit, 1) << "still seen";
  r.act(act::StepHit{1});
  r.rest();
  EXPECT_EQ(r.reader.page, 4);
  EXPECT_EQ(r.reader.current_hit, 0);
  EXPECT_TRUE(r.view().contains(box_within(r.reader, r.place(4), *box_of_current_hit(r.reader)).centre()));
  r.act(act::StepHit{1});
  EXPECT_EQ(r.reader.page, 9);
}

TEST(Continuous, FingersHoldThePageThatIsUnderThem) {
  Strip r;
  r.drag(-1100);
  const Point fingers{900, 900};  // on page 4
  const auto held = *page_under(r.reader, r.view(), fingers);
  ASSERT_EQ(held.page, 4);
  for (int i = 0; i < 30; ++i) r.act(act::Pinch{"reader.page", fingers, fingers, 1.05f});
  const auto still = *page_under(r.reader, r.view(), fingers);
  EXPECT_EQ(still.page, 4);
  EXPECT_NEAR(still.at.x, held.at.x, 1e-3);
  EXPECT_NEAR(still.at.y, held.at.y, 1e-3);
  r.act(act::Fling{"reader.page", {}});
  r.rest();
  EXPECT_FALSE(r.reader.held_zoom);
}

TEST(Continuous, ZoomingKeepsThePointOnWhicheverPage) {
  Strip r;
  r.drag(-1100);
  for (const Point about : {Point{900, 200}, Point{900, 900}}) {
    const auto before = *page_under(r.reader, r.view(), about);
    r.act(act::Zoom{1.5f, about, true});
    r.rest();
    const auto after = *page_under(r.reader, r.view(), about);
    EXPECT_EQ(after.page, before.page);
    EXPECT_NEAR(after.at.y, before.at.y, 2e-3);
  }
}

TEST(Continuous, ScrollKeysGoThroughAllOfIt) {
  Strip r(1);
  int steps = 0;
  for (; steps < 200 && r.reader.page < 20; ++steps) {
    r.now += 1;
    r.act(act::Scroll{0.9f});
    r.rest();
  }
  EXPECT_EQ(r.reader.page, 20);
  EXPECT_LT(steps, 60);
}

TEST(Continuous, EverythingInSightIsDrawnThenWhatComes) {
  Strip r;
  r.drag(-1300);
  const ReaderSight sight = sight_of(r.reader, r.view(), 1, {});
  ASSERT_EQ(sight.shown.size(), 2u);
  EXPECT_EQ(sight.shown.front().page, 4) << "that which is read first";
  EXPECT_EQ(sight.shown.back().page, 3);
  ASSERT_EQ(sight.near.size(), 3u);
  EXPECT_EQ(sight.near.front().page, 5);
  EXPECT_EQ(sight.near.back().page, 2);
  r.reader.speed = {0, -9000};
  EXPECT_TRUE(sight_of(r.reader, r.view(), 1, {}).hurried);
}

TEST(Continuous, FullScreenAndBackKeepThePlace) {
  Strip r;
  r.drag(-900);
  const Viewport before = r.reader.viewport;
  r.act(act::FullScreen{});
  EXPECT_NEAR(r.place(3).y - r.view().y, before.offset.y, 0.5);
  r.act(act::FullScreen{});
  EXPECT_EQ(r.reader.viewport, before);
}

TEST(Continuous, FullScreenAndBackLeaveThePageThatIsRead) {
  for (int down = 100; down <= 3000; down += 100) {
    Strip r;
    r.drag(static_cast<float>(-down));
    r.rest();
    const int read = r.reader.page;
    for (int times = 0; times < 2; ++times) {
      r.act(act::FullScreen{});
      r.rest();
      EXPECT_EQ(r.reader.page, read) << down;
    }
  }
}

}  // namespace
}  // namespace mess::kiosk
