#include "kiosk/app/reach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "every_screen.h"

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

// Nothing of what a page says of itself changes with how far it is brought down.
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
    EXPECT_EQ(target_at(visitor.scene(), {900, down - 20}), nullptr) << "where nothing is left";
    EXPECT_EQ(area_at(visitor.scene(), {900, down - 20}), nullptr);
    visitor.act(act::TurnPage{1});
    EXPECT_EQ(visitor.scene().brought_down, down) << "who turns pages stays";
    visitor.touch("bar.down");
    visitor.touch("bar.down");
    EXPECT_EQ(visitor.scene().brought_down, 0);
    EXPECT_EQ(area_at(visitor.scene(), {900, 300})->rect, page);
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

// At every step where there are any, beginning with the first.
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

class ReachOf : public testing::TestWithParam<Shown> {};

// Where nobody has chosen anything yet, and the staff's own: they open from the welcome screen.
bool is_before_comfort(const Place& place) {
  return std::holds_alternative<WelcomePlace>(place) || std::holds_alternative<StaffDoorPlace>(place) ||
         std::holds_alternative<StaffPlace>(place);
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
      if (is_before_comfort(visitor.state().session.place)) continue;
      ASSERT_TRUE(visitor.state().session.comfort.low);
      const Controls controls = controls_of(visitor, pane.units());
      for (const auto& [name, heights] : controls)
        EXPECT_GE(heights.within, std::min(finger, heights.seen - 1)) << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, ReachOf, testing::ValuesIn(every_screen()),
                         [](const auto& shown) { return std::string(shown.param.name); });

}  // namespace
}  // namespace mess::kiosk
