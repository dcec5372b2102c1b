#include "kiosk/app/reach.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "every_screen.h"
#include "kiosk/app/bar_layout.h"

namespace mess::kiosk {
namespace {

constexpr float reach = 0.55f;  // of the screen's height is beyond it

TEST(Reach, EveryHeightIsWithinReachAtOneOfTheSteps) {
  for (const Size screen :
       {Size{1920, 1080}, {1080, 1920}, {1239, 697}, {1920, 1200}, {697, 1239}, {864, 1536}}) {
    const float bar = bar_height(screen);
    for (float y = 0; y < screen.h - bar; ++y) {
      bool reached = false;
      for (int step = 0; step <= steps_down(screen); ++step) {
        const float shown = y + brought_down_by(screen, step);
        reached = reached || (shown >= reach * screen.h - 1 && shown <= screen.h - bar);
      }
      ASSERT_TRUE(reached) << y << " of " << screen.w << "x" << screen.h;
    }
    EXPECT_EQ(brought_down_by(screen, 0), 0);
    EXPECT_EQ(brought_down_by(screen, 99), brought_down_by(screen, steps_down(screen)));
  }
}

TEST(Reach, TheButtonGoesDownStepByStepAndBackUp) {
  Session session;
  session.place = HomePlace{};
  session.comfort.low = true;
  const Size screen{1920, 1080};
  for (int step = 1; step <= steps_down(screen); ++step) {
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
  EXPECT_EQ(step(visitor), 1) << "a panel is not another place";
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

// What a finger finds of a target within reach: all of it, or as much as a finger needs.
bool can_be_touched(const Target& target, Size screen) {
  constexpr float finger = 54;
  const Rect within{0, reach * screen.h - 1, screen.w, (1 - reach) * screen.h + 1};
  return target.rect.overlap(within).h >= std::min(finger, target.rect.h - 1);
}

// FEATURES A10, for every control that can be touched at all.
TEST(Reach, EveryControlComesIntoTheLowerPartOfTheScreen) {
  const std::pair<const char*, Action> places[] = {
      {"home", act::Home{}},
      {"search", act::OpenSearch{"eau"}},
      {"results", act::ShowResults{"eau", {}}},
      {"browse", act::Browse{}},
      {"guide", act::OpenGuide{"project"}},
      {"contact", act::OpenGuide{"contact"}},
      {"kept", act::OpenBasket{}},
  };
  for (const auto& [name, go] : places) {
    for (const Language language : {Language::french, Language::arabic}) {
      for (const Pane& pane :
           {Pane{1920, 1080, TextSize::normal, true}, Pane{1920, 1080, TextSize::very_large, true},
            Pane{1080, 1920, TextSize::large, true}, Pane{1280, 800, TextSize::normal, true}}) {
        SCOPED_TRACE(std::string(name) + " " + std::string(code_of(language)) + " " + pane.name());
        Visitor visitor = lowered(go, pane, language);
        const Size screen = pane.units();
        std::set<std::string> all, reached;
        for (int step = 0; step <= steps_down(screen); ++step) {
          EXPECT_EQ(visitor.state().session.brought_down, step);
          for (const Target& target : visitor.scene().targets) {
            if (step == 0) all.insert(target.name);
            if (can_be_touched(target, screen)) reached.insert(target.name);
          }
          visitor.act(act::BringDown{});
        }
        EXPECT_FALSE(all.empty());
        for (const std::string& target : all) EXPECT_TRUE(reached.contains(target)) << target;
      }
    }
  }
}

}  // namespace
}  // namespace mess::kiosk
