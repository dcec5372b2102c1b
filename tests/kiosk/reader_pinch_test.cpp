#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "kiosk/app/gesture.h"
#include "kiosk/app/reader_moves.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

constexpr float five_millimetres = 18;
constexpr float pi = 3.14159265f;

// Two fingers on the page of a reader. Every step checks that what they took stays under them.
class Pinching {
 public:
  explicit Pinching(bool right_to_left) : reading("", 10, right_to_left, right_to_left ? arabic : french) {
    scene_.areas = {{DragArea::Kind::page, view(), "reader.page"}};
  }

  Rect view() const { return page_view(reading.context.screen, is_right_to_left(reading.context.language)); }
  Rect page() const {
    const ReaderState& r = reading.reader;
    return page_rect(view(), size_of_page(r, r.page), r.viewport)
        .moved(r.pull.x * pull_shown, r.pull.y * pull_shown);
  }
  bool clamped_now() const {
    const ReaderState& r = reading.reader;
    return clamped({view().w, view().h}, size_of_page(r, r.page), r.viewport) == r.viewport;
  }

  void touch(PointerEvent::Kind kind, int finger, Point at, double after = 0) {
    reading.now += after;
    for (const Action& action : gestures_.handle({kind, finger, at, reading.now, {}, false}, scene_)) {
      reading.act(action);
    }
  }
  void down(Point middle, float apart, float angle = 0) {
    place(middle, apart, angle);
    touch(PointerEvent::Kind::down, 1, one_);
    touch(PointerEvent::Kind::down, 2, two_, 0.004);
    const Rect now = page();
    taken_ = {(middle.x - now.x) / now.w, (middle.y - now.y) / now.h};
  }
  // The panel reports one finger after the other.
  void move(Point middle, float apart, float angle = 0) {
    const Point before = one_;
    place(middle, apart, angle);
    touch(PointerEvent::Kind::move, 1, one_, 0.008);
    const Point two_before{2 * last_.x - before.x, 2 * last_.y - before.y};
    check({(one_.x + two_before.x) / 2, (one_.y + two_before.y) / 2});
    touch(PointerEvent::Kind::move, 2, two_, 0.008);
    check(middle);
    last_ = middle;
    let_time_pass();
  }
  // A report of one finger: so many milliseconds after the last, where it is now.
  void report(double after_ms, int finger, Point at) {
    (finger == 1 ? one_ : two_) = at;
    touch(PointerEvent::Kind::move, finger, at, after_ms / 1000);
    check({(one_.x + two_.x) / 2, (one_.y + two_.y) / 2});
    let_time_pass();
  }
  void up() {
    touch(PointerEvent::Kind::up, 2, two_, 0.01);
    one_.x += 3;
    touch(PointerEvent::Kind::move, 1, one_, 0.01);
    EXPECT_FALSE(reading.reader.motion) << "one finger is still there";
    touch(PointerEvent::Kind::up, 1, one_, 0.01);
  }
  void tap(Point at) {
    touch(PointerEvent::Kind::down, 1, at, 0.03);
    touch(PointerEvent::Kind::up, 1, at, 0.03);
  }

  Reading reading;

 private:
  void place(Point middle, float apart, float angle) {
    const Point half{std::cos(angle) * apart / 2, std::sin(angle) * apart / 2};
    one_ = {middle.x - half.x, middle.y - half.y};
    two_ = {middle.x + half.x, middle.y + half.y};
    if (last_ == Point{}) last_ = middle;
  }
  void check(Point fingers) {
    const Rect now = page();
    EXPECT_LE(std::hypot(now.x + taken_.x * now.w - fingers.x, now.y + taken_.y * now.h - fingers.y),
              five_millimetres)
        << "at " << reading.reader.viewport.zoom;
  }
  void let_time_pass() {
    double next = never;
    tick_reader(reading.reader, reading.context, reading.now, next);
  }

  Scene scene_;
  Gestures gestures_;
  Point one_, two_, last_, taken_;
};

class ReaderPinch : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(Documents, ReaderPinch, testing::Bool(),
                         [](const auto& test) { return test.param ? "from_the_right" : "from_the_left"; });

TEST_P(ReaderPinch, FromDownToUpTheFingersKeepTheirPlaceAndThePageSettles) {
  Pinching pinching(GetParam());
  const Rect view = pinching.view();
  const Point start{view.x + 600, view.y + 300};
  pinching.down(start, 120);
  for (int step = 1; step <= 60; ++step) {  // to 800 %, wandering and twisting
    const float along = static_cast<float>(step) / 60;
    pinching.move({start.x + 90 * along, start.y + 80 * along}, 120 * std::pow(8.f, along), along * 0.6f);
  }
  EXPECT_NEAR(pinching.reading.reader.viewport.zoom, 8, 0.01);
  for (int step = 1; step <= 80; ++step) {  // and down to 50 %
    const float along = static_cast<float>(step) / 80;
    pinching.move({start.x + 90 - 200 * along, start.y + 80}, 960 * std::pow(1 / 16.f, along), 0.6f);
  }
  EXPECT_NEAR(pinching.reading.reader.viewport.zoom, 0.5, 0.01);
  EXPECT_FALSE(pinching.clamped_now()) << "it lies where the fingers put it";

  pinching.up();
  ASSERT_TRUE(pinching.reading.reader.motion) << "it glides back";
  const Viewport goal = pinching.reading.reader.motion->to;
  for (const float x : {view.x + 20, view.end() - 20}) {
    pinching.tap({x, view.y + 400});
    EXPECT_EQ(pinching.reading.reader.page, 10) << "a finger that left unsteadily turns nothing";
  }
  pinching.reading.rest();
  EXPECT_EQ(pinching.reading.reader.viewport, goal);
  EXPECT_TRUE(pinching.clamped_now());
  EXPECT_FALSE(pinching.reading.reader.held_zoom);
  EXPECT_EQ(pinching.reading.reader.page, 10);
  EXPECT_FLOAT_EQ(pinching.reading.reader.sharp_zoom, goal.zoom);

  pinching.tap({view.end() - 20, view.y + 400});
  EXPECT_EQ(pinching.reading.reader.page, GetParam() ? 9 : 11) << "at rest a touch turns again";
}

// As panels report: at uneven times, one finger often and the other seldom, trembling by a millimetre; a hand
// that opens in jerks, waits, and closes faster than it opened.
TEST_P(ReaderPinch, ATraceOfAPanelKeepsThePointUnderTheFingers) {
  Pinching pinching(GetParam());
  const Point middle = pinching.view().centre();
  pinching.down(middle, 60);
  std::minstd_rand random(5);
  const auto tremble = [&] { return static_cast<float>(random() % 8) - 3.5f; };
  const float apart[] = {62, 70, 95, 96, 180, 240, 390, 400, 402, 520, 700, 960, 960, 610, 300, 140, 70, 60};
  for (const float wide : apart) {
    for (const int finger : {1, 1, 2, 1}) {
      const float side = finger == 1 ? -wide / 2 : wide / 2;
      pinching.report(3 + static_cast<double>(random() % 30), finger,
                      {middle.x + side + tremble(), middle.y + tremble()});
    }
  }
  EXPECT_NEAR(pinching.reading.reader.viewport.zoom, 1, 0.2);
}

TEST_P(ReaderPinch, FingersThatTurnAroundEachOtherKeepPlaceAndZoom) {
  for (const float zoom : {1.f, 3.f, largest_zoom}) {
    Pinching pinching(GetParam());
    const Point middle = pinching.view().centre();
    pinching.reading.act(act::Zoom{zoom, middle, false});
    pinching.down(middle, 300);
    for (int step = 1; step <= 90; ++step) {
      const float along = static_cast<float>(step) / 90;
      pinching.move({middle.x + 200 * std::sin(along * 6), middle.y - 100 * along}, 300, along * 2 * pi);
    }
    EXPECT_NEAR(pinching.reading.reader.viewport.zoom, zoom, 0.01 * zoom);
  }
}

TEST_P(ReaderPinch, BeyondTheLimitsTheFingersComeBackTheWayTheyWent) {
  Pinching pinching(GetParam());
  const Point middle = pinching.view().centre();
  pinching.reading.act(act::Zoom{6, middle, false});
  pinching.down(middle, 200);
  for (const float apart : {260.f, 400.f, 500.f}) pinching.move(middle, apart);
  EXPECT_FLOAT_EQ(pinching.reading.reader.viewport.zoom, largest_zoom);
  for (const float apart : {400.f, 300.f, 200.f}) pinching.move(middle, apart);
  EXPECT_NEAR(pinching.reading.reader.viewport.zoom, 6, 0.01);
}

TEST(ReaderPinches, APageCaughtWhileItIsPulledOrGlidesDoesNotJump) {
  Pinching pinching(false);
  pinching.reading.act(act::Drag{"reader.page", {900, 500}, {-120, 90}});
  ASSERT_NE(pinching.reading.reader.pull, Point{});
  pinching.down({900, 500}, 200);
  pinching.move({902, 500}, 204);
  pinching.move({700, 500}, 150);
  pinching.up();
  double next = never;
  tick_reader(pinching.reading.reader, pinching.reading.context, pinching.reading.now + 0.05, next);
  ASSERT_TRUE(pinching.reading.reader.motion);
  const Rect gliding = pinching.page();
  pinching.reading.act(act::Drag{"reader.page", {900, 500}, {-7, 0}});
  EXPECT_NEAR(pinching.page().x, gliding.x - 7, 0.1);
  pinching.reading.act(act::Fling{"reader.page", {}});
  pinching.reading.rest();
  EXPECT_TRUE(pinching.clamped_now());
}

TEST(ReaderPinches, WhatElseHappensSettlesThePage) {
  const act::Pinch aside{"reader.page", {900, 500}, {600, 500}, 0.6f};
  const struct {
    const char* what;
    Action action;
  } cases[] = {{"a button", act::Zoom{1.25f, {900, 500}, true}},
               {"the wheel", act::Zoom{1.2f, {900, 500}, false}},
               {"a fit", act::FitWidth{}},
               {"a turn", act::TurnPage{1}},
               {"a key", act::Scroll{0.9f}}};
  for (const auto& c : cases) {
    Pinching pinching(false);
    pinching.reading.act(aside);
    EXPECT_FALSE(pinching.clamped_now()) << c.what;
    pinching.reading.act(c.action);
    pinching.reading.rest();
    EXPECT_TRUE(pinching.clamped_now()) << c.what;
    EXPECT_FALSE(pinching.reading.reader.held_zoom) << c.what;
  }
  Pinching left(false);
  left.reading.act(aside);
  resume_reader(left.reading.reader, left.reading.context, 9);
  EXPECT_TRUE(left.clamped_now()) << "gone and come back";
}

TEST(ReaderPinches, AnAnswerAboutSizesDoesNotTakeThePageFromTheFingers) {
  Pinching pinching(false);
  pinching.down({900, 500}, 300);
  pinching.move({700, 450}, 250);
  const Viewport held = pinching.reading.reader.viewport;
  pinching.reading.receive(message::PageSizeFound{7, 11, {595, 842}});
  EXPECT_EQ(pinching.reading.reader.viewport, held);
  pinching.up();
  pinching.reading.receive(message::PageSizeFound{7, 10, {842, 595}});
  pinching.reading.rest();
  EXPECT_TRUE(pinching.clamped_now()) << "settled as what it turned out to be";
}

}  // namespace
}  // namespace mess::kiosk
