// A screen that sleeps, is unplugged or turned, and a touch device that comes back as another.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/gesture.h"
#include "kiosk/platform/fingers_down.h"
#include "kiosk/platform/screen_events.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  const char* name;
  ScreenEvent event;
  bool whole_screen;
  Remedy remedy;
};

class Remedies : public testing::TestWithParam<Case> {};

TEST_P(Remedies, AreThese) {
  EXPECT_EQ(remedy(GetParam().event, GetParam().whole_screen), GetParam().remedy);
}

const Case cases[] = {
    {"uncovered", ScreenEvent::uncovered, true, {.draw = true}},
    {"uncovered_window", ScreenEvent::uncovered, false, {.draw = true}},
    {"other_pixels", ScreenEvent::resized, true, {.draw = true, .let_go = true}},
    {"window_pulled_larger", ScreenEvent::resized, false, {.draw = true, .let_go = true}},
    {"a_kiosk_is_not_put_away", ScreenEvent::put_away, true, {.let_go = true, .cover = true}},
    {"a_window_may_be", ScreenEvent::put_away, false, {.let_go = true}},
    {"on_another_display", ScreenEvent::moved, true, {.draw = true, .let_go = true, .cover = true}},
    {"window_on_another_display", ScreenEvent::moved, false, {.draw = true, .let_go = true}},
    {"display_awake", ScreenEvent::display_came, true, {.draw = true, .let_go = true, .cover = true}},
    {"display_unplugged", ScreenEvent::display_went, true, {.draw = true, .let_go = true, .cover = true}},
    {"display_turned", ScreenEvent::display_changed, true, {.draw = true, .let_go = true, .cover = true}},
};
INSTANTIATE_TEST_SUITE_P(ScreenEvents, Remedies, testing::ValuesIn(cases),
                         [](const auto& one) { return std::string(one.param.name); });

constexpr FingerOnDevice first{7, 1}, second{7, 2}, elsewhere{9, 1};

TEST(FingersDown, LeaveOfTheirOwn) {
  FingersDown fingers;
  EXPECT_FALSE(fingers.any());
  fingers.down(first, 0);
  fingers.moved(first, 1);
  EXPECT_TRUE(fingers.any());
  EXPECT_THAT(fingers.lost({first}, 2), IsEmpty());
  fingers.up(first);
  EXPECT_FALSE(fingers.any());
  EXPECT_THAT(fingers.all(), IsEmpty());
}

TEST(FingersDown, AreLostWhenTheSystemKnowsThemNoMore) {
  FingersDown fingers;
  fingers.down(first, 0);
  fingers.down(second, 0);
  EXPECT_THAT(fingers.lost({second}, 0.1), ElementsAre(first));
  EXPECT_THAT(fingers.lost({second}, 0.2), IsEmpty()) << "told once";
  EXPECT_THAT(fingers.lost({}, 0.3), ElementsAre(second)) << "the device went";
  EXPECT_FALSE(fingers.any());
}

TEST(FingersDown, AreLostWhenNothingIsHeardOfThem) {
  FingersDown fingers;
  fingers.down(first, 0);
  fingers.moved(first, 10);
  EXPECT_THAT(fingers.lost({first}, 10 + silent_finger - 0.1), IsEmpty());
  EXPECT_THAT(fingers.lost({first}, 10 + silent_finger), ElementsAre(first));
}

TEST(FingersDown, AreLostSoonerWhenTheDeviceCameBackAsAnother) {
  FingersDown fingers;
  fingers.down(first, 0);
  fingers.down(elsewhere, 0.5);
  EXPECT_THAT(fingers.lost({first, elsewhere}, 0.9), IsEmpty()) << "two screens may be touched at once";
  fingers.moved(elsewhere, 1.2);
  EXPECT_THAT(fingers.lost({first, elsewhere}, 1.2), ElementsAre(first));
  EXPECT_TRUE(fingers.any()) << "the other one stays";
}

TEST(FingersDown, AllAreLetGo) {
  FingersDown fingers;
  fingers.down(first, 0);
  fingers.down(elsewhere, 0);
  EXPECT_THAT(fingers.all(), ElementsAre(first, elsewhere));
  EXPECT_FALSE(fingers.any());
}

PointerEvent event(PointerEvent::Kind kind, std::int64_t finger, double time) {
  PointerEvent event;
  event.kind = kind;
  event.finger = finger;
  event.at = {50, 50};
  event.time = time;
  return event;
}

// What comes of it: a key that was held when the device went repeats no more, and the next touch is a touch.
TEST(FingersDown, ThatAreLetGoPressNothing) {
  using Kind = PointerEvent::Kind;
  Scene scene;
  Target erase{{0, 0, 100, 100}, act::Erase{}, "key.erase"};
  erase.on_press = erase.repeats = true;
  scene.targets = {erase};
  Gestures gestures;
  EXPECT_EQ(gestures.handle(event(Kind::down, 1, 0), scene).size(), 1u);
  EXPECT_THAT(gestures.handle(event(Kind::cancel, 1, 0.1), scene), IsEmpty());
  EXPECT_TRUE(gestures.idle());
  EXPECT_FALSE(gestures.pressed());
  EXPECT_THAT(gestures.tick(5, scene), IsEmpty());
  EXPECT_EQ(gestures.handle(event(Kind::down, 2, 6), scene).size(), 1u);
}

}  // namespace
}  // namespace mess::kiosk
