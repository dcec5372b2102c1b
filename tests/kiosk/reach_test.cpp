#include "kiosk/app/reach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "every_screen.h"
#include "kiosk/app/gesture.h"

namespace mess::kiosk {
namespace {

constexpr float reach = 0.55f;  // of the screen's height is beyond it
constexpr float finger = space::target_min;

// As much of a control as a finger needs, wherever it lies.
TEST(Reach, EveryHeightIsWithinReachAtOneOfTheSteps) {
  for (const Size screen :
       {Size{1920, 1080}, {1080, 1920}, {1239, 697}, {1920, 1200}, {697, 1239}, {864, 1536}}) {
    for (const Place& place : {Place{HomePlace{}}, Place{ReaderState{}}}) {
      Session session;
      session.place = place;
      const Reach reaches = reach_of(session, screen);
      for (float y = 0; y + finger < reaches.floor(); ++y) {
        bool reached = false;
        for (int step = 0; step <= reaches.steps(); ++step) {
          const float shown = y + reaches.down_at(step);
          reached = reached || (shown >= reach * screen.h - 1 && shown + finger <= reaches.floor());
        }
        ASSERT_TRUE(reached) << y << " of " << screen.w << "x" << screen.h;
      }
      EXPECT_EQ(reaches.down_at(0), 0);
      EXPECT_EQ(reaches.down_at(99), reaches.down_at(reaches.steps()));
    }
  }
}

TEST(Reach, TheButtonGoesDownStepByStepAndBackUp) {
  Session session;
  session.place = HomePlace{};
  session.comfort.low = true;
  const Size screen{1920, 1080};
  for (int step = 1; step <= reach_of(session, screen).steps(); ++step) {
    bring_down(session, screen);
    EXPECT_EQ(session.brought_down, step);
  }
  bring_down(session, screen);
  EXPECT_EQ(session.brought_down, 0);
}

Visitor lowered(const Action& go, const Pane& pane, Language language) {
  Visitor visitor(language, pane.units());
  visitor.state().session.comfort = {pane.text, false, true, false};
  visitor.act(act::Begin{});
  visitor.act(go);
  return visitor;
}

TEST(Reach, AnotherPlaceAnotherVisitOrAHighBarIsNotBroughtDown) {
  const Pane pane{1920, 1080, TextSize::normal, true};
  const auto step = [](Visitor& visitor) { return visitor.state().session.brought_down; };
  Visitor visitor = lowered(act::Home{}, pane, Language::french);
  visitor.act(act::BringDown{});
  EXPECT_EQ(step(visitor), 1);
  visitor.act(act::ShowPanel{Panel::comfort});
  EXPECT_EQ(step(visitor), 0) << "a panel begins where all of it is seen";
  visitor.act(act::BringDown{});
  EXPECT_EQ(step(visitor), 1);
  visitor.act(act::SetComfort{{}});
  EXPECT_EQ(step(visitor), 0);
  for (const Action& away :
       {Action{act::OpenGuide{"project"}}, Action{act::ShowResults{"eau", {}}}, Action{act::Finish{}}}) {
    Visitor other = lowered(act::Home{}, pane, Language::arabic);
    other.act(act::BringDown{});
    EXPECT_EQ(step(other), 1);
    other.act(away);
    EXPECT_EQ(step(other), 0);
  }
}

const Target* find_target(const Scene& scene, std::string_view name) {
  const auto found = std::find_if(scene.targets.begin(), scene.targets.end(),
                                  [name](const Target& target) { return target.name == name; });
  return found == scene.targets.end() ? nullptr : &*found;
}

// What a finger asks for on what is seen there.
std::optional<Point> tapped_at(const Scene& scene, Point at) {
  Gestures gestures;
  gestures.handle({PointerEvent::Kind::down, 1, at, 0, {}, false}, scene);
  for (const Action& action : gestures.handle({PointerEvent::Kind::up, 1, at, 0.1, {}, false}, scene)) {
    if (const auto* tap = std::get_if<act::Tap>(&action)) return tap->at;
  }
  return std::nullopt;
}

// A finger on the same word means the same place of the page, however far that is brought down.
TEST(Reach, APageIsTouchedWhereItIsSeen) {
  for (const Language language : {Language::french, Language::arabic}) {
    const Pane pane{1920, 1080, TextSize::normal, true};
    Visitor visitor = lowered(act::Home{}, pane, language);
    open_reader(visitor, "fr");
    const Rect page = area_at(visitor.scene(), {900, 300})->rect;
    visitor.touch("bar.down");
    const float down = brought_down_by(visitor.state().session, pane.units());
    ASSERT_GT(down, 0);
    EXPECT_EQ(visitor.scene().brought_down, down);
    const DragArea* area = area_at(visitor.scene(), {900, 300 + down});
    ASSERT_NE(area, nullptr);
    EXPECT_EQ(area->rect.y, page.y + down);
    EXPECT_EQ(tapped_at(visitor.scene(), {900, 300 + down}), (Point{900, 300}));
    EXPECT_EQ(target_at(visitor.scene(), {900, down - 20}), nullptr) << "where nothing is left";
    EXPECT_EQ(area_at(visitor.scene(), {900, down - 20}), nullptr);
    visitor.act(act::TurnPage{1});
    EXPECT_EQ(visitor.scene().brought_down, down) << "who turns pages stays";
    visitor.touch("bar.down");
    visitor.touch("bar.down");
    EXPECT_EQ(visitor.scene().brought_down, 0);
    EXPECT_EQ(area_at(visitor.scene(), {900, 300})->rect, page);
    EXPECT_EQ(tapped_at(visitor.scene(), {900, 300}), (Point{900, 300}));
  }
}

TEST(Reach, FullScreenAndAFileThatCannotBeReadAreNotBroughtDown) {
  const Pane pane{1920, 1080, TextSize::normal, true};
  Visitor visitor = lowered(act::Home{}, pane, Language::french);
  open_reader(visitor, "fr");
  visitor.touch("bar.down");
  visitor.act(act::FullScreen{});
  EXPECT_EQ(visitor.state().session.brought_down, 0);
  EXPECT_EQ(visitor.scene().brought_down, 0);
  EXPECT_EQ(visitor.find("bar.down"), nullptr);
  visitor.act(act::FullScreen{});
  visitor.touch("bar.down");
  receive(visitor.state(), message::DocumentFailed{2, Error{ErrorKind::corrupt, "", "", ""}}, 4);
  visitor.draw();
  EXPECT_EQ(visitor.scene().brought_down, 0);
  EXPECT_EQ(visitor.find("bar.down"), nullptr);
}

// Keys, and passages that are stepped to, lie where the page is not brought down.
TEST(Reach, WhatIsAskedForIsSeen) {
  const Pane pane{1920, 1080, TextSize::normal, true};
  Visitor visitor = lowered(act::Home{}, pane, Language::french);
  open_reader(visitor, "fr");
  for (const Action& asked :
       {Action{act::OpenFind{}}, Action{act::HideKeyboard{}}, Action{act::StepHit{1}}}) {
    visitor.touch("bar.down");
    EXPECT_GT(visitor.scene().brought_down, 0);
    visitor.act(asked);
    EXPECT_EQ(visitor.scene().brought_down, 0);
  }
}

// The way there is within reach itself: «Confort» stands at the top.
TEST(Reach, LoweredButtonsAreChosenFromBelow) {
  for (const Language language : {Language::french, Language::arabic}) {
    for (const char* name : {"welcome.low", "home.low"}) {
      Visitor visitor(language);
      if (std::string_view(name) == "home.low") visitor.act(act::Begin{});
      visitor.draw();
      const Target* way = visitor.find(name);
      ASSERT_NE(way, nullptr) << name;
      EXPECT_GE(way->rect.y, reach * 1080) << name;
      visitor.touch(name);
      EXPECT_TRUE(visitor.state().session.comfort.low);
      EXPECT_NE(visitor.at<HomePlace>(), nullptr);
      EXPECT_EQ(visitor.find("home.low"), nullptr);
      EXPECT_NE(visitor.find("bar.down"), nullptr);
      visitor.act(act::Finish{});
      EXPECT_FALSE(visitor.state().session.comfort.low) << "the next visitor's buttons";
    }
  }
}

// Of each control the most that is seen at any step, and the most that is seen within reach.
struct Heights {
  float seen = 0, within = 0;
};
using Controls = std::map<std::string, Heights>;

void measure(const Scene& scene, Size screen, Controls& controls) {
  const Rect within{0, reach * screen.h - 1, screen.w, (1 - reach) * screen.h + 1};
  for (const Target& target : scene.targets) {
    if (std::holds_alternative<act::None>(target.action) && target.spoken.empty()) continue;
    if (target.name.starts_with("accent.")) continue;  // over a key, which is brought down before it is held
    Heights& heights = controls[target.name];
    heights.seen = std::max(heights.seen, target.rect.h);
    heights.within = std::max(heights.within, target.rect.overlap(within).h);
  }
}

// At every step where there are any, beginning with the one that is shown.
Controls controls_of(Visitor& visitor, Size screen) {
  Controls controls;
  measure(visitor.scene(), screen, controls);
  if (find_target(visitor.scene(), "bar.down") == nullptr) return controls;
  const int steps = reach_of(visitor.state().session, screen).steps();
  for (int i = 0; i < steps; ++i) {
    visitor.touch("bar.down");
    EXPECT_NE(find_target(visitor.scene(), "bar.down"), nullptr) << "no way back";
    measure(visitor.scene(), screen, controls);
  }
  return controls;
}

// While it is wiped the screen takes no touch.
bool cleans_itself(Visitor& visitor) {
  const auto* staff = visitor.at<StaffPlace>();
  return staff != nullptr && staff->cleaning_until.has_value();
}

class ReachOf : public testing::TestWithParam<Shown> {};

// All but where nobody has chosen anything yet: a visit that begins or ends there has no Comfort.
std::vector<Shown> screens_after_comfort() {
  std::vector<Shown> screens = every_screen();
  std::erase_if(screens,
                [](const Shown& shown) { return std::string_view(shown.name).starts_with("welcome"); });
  return screens;
}

// FEATURES A10, for every control that can be touched at all.
TEST_P(ReachOf, EveryControlComesIntoTheLowerPartOfTheScreen) {
  const Pane panes[] = {{1920, 1080, TextSize::normal, true},
                        {1920, 1080, TextSize::very_large, true},
                        {1080, 1920, TextSize::large, true},
                        {1080, 1920, TextSize::very_large, true},
                        {1280, 800, TextSize::normal, true}};
  for (const Language language : {Language::french, Language::arabic}) {
    for (const Pane& pane : panes) {
      SCOPED_TRACE(std::string(code_of(language)) + " " + pane.name());
      Visitor visitor = visitor_of(GetParam(), pane, language);
      ASSERT_TRUE(visitor.state().session.comfort.low);
      const Controls controls = controls_of(visitor, pane.units());
      const bool touched = !controls.empty() || !visitor.scene().areas.empty();
      EXPECT_NE(touched, cleans_itself(visitor));
      for (const auto& [name, heights] : controls)
        EXPECT_GE(heights.within, std::min(finger, heights.seen - 1)) << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, ReachOf, testing::ValuesIn(screens_after_comfort()),
                         [](const auto& shown) { return std::string(shown.param.name); });

}  // namespace
}  // namespace mess::kiosk
