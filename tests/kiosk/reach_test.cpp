#include "kiosk/app/reach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "every_screen.h"
#include "kiosk/app/bar_layout.h"

namespace mess::kiosk {
namespace {

constexpr float reach = 0.55f;  // of the screen's height is beyond it
constexpr float finger = space::target_min;

// As much of a control as a finger needs, wherever it lies.
TEST(Reach, EveryHeightIsWithinReachAtOneOfTheSteps) {
  for (const Size screen :
       {Size{1920, 1080}, {1080, 1920}, {1239, 697}, {1920, 1200}, {697, 1239}, {864, 1536}}) {
    const float bar = bar_height(screen);
    for (float y = 0; y + finger < screen.h - bar; ++y) {
      bool reached = false;
      for (int step = 0; step <= steps_down(screen); ++step) {
        const float shown = y + brought_down_by(screen, step);
        reached = reached || (shown >= reach * screen.h - 1 && shown + finger <= screen.h - bar);
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

struct LowPlace {
  const char* name;
  std::function<void(Visitor&)> go;
};

const Target* find_target(const Scene& scene, std::string_view name) {
  const auto found = std::find_if(scene.targets.begin(), scene.targets.end(),
                                  [name](const Target& target) { return target.name == name; });
  return found == scene.targets.end() ? nullptr : &*found;
}

// Of each control the most that is seen at any step, and the most that is seen within reach.
struct Heights {
  float seen = 0, within = 0;
};
using Controls = std::map<std::string, Heights>;

Controls controls_at_all_steps(Visitor& visitor, Size screen) {
  const Rect within{0, reach * screen.h - 1, screen.w, (1 - reach) * screen.h + 1};
  Controls controls;
  for (int step = 0; step <= steps_down(screen); ++step) {
    EXPECT_EQ(visitor.state().session.brought_down, step);
    EXPECT_NE(find_target(visitor.scene(), "bar.down"), nullptr) << "no way back at step " << step;
    for (const Target& target : visitor.scene().targets) {
      Heights& heights = controls[target.name];
      heights.seen = std::max(heights.seen, target.rect.h);
      heights.within = std::max(heights.within, target.rect.overlap(within).h);
    }
    visitor.act(act::BringDown{});
  }
  return controls;
}

// FEATURES A10, for every control that can be touched at all.
TEST(Reach, EveryControlComesIntoTheLowerPartOfTheScreen) {
  const LowPlace places[] = {
      {"home", [](Visitor&) {}},
      {"search", [](Visitor& v) { v.act(act::OpenSearch{"eau"}); }},
      {"search without suggestions",
       [](Visitor& v) {
         v.total = 0;
         v.act(act::OpenSearch{"zzzz"});
       }},
      {"results",
       [](Visitor& v) {
         v.act(act::ShowResults{"eau", {}});
       }},
      {"nothing found",
       [](Visitor& v) {
         v.total = 0;
         v.act(act::ShowResults{"zzzz", {}});
       }},
      {"filters",
       [](Visitor& v) {
         v.act(act::ShowResults{"eau", {}});
         v.act(act::ShowPanel{Panel::side});
       }},
      {"browse", [](Visitor& v) { v.act(act::Browse{}); }},
      {"guide", [](Visitor& v) { v.act(act::OpenGuide{"project"}); }},
      {"contact", [](Visitor& v) { v.act(act::OpenGuide{"contact"}); }},
      {"kept", [](Visitor& v) { v.act(act::OpenBasket{}); }},
      {"comfort", [](Visitor& v) { v.act(act::ShowPanel{Panel::comfort}); }},
      {"languages", [](Visitor& v) { v.act(act::ShowPanel{Panel::languages}); }},
  };
  const Pane panes[] = {{1920, 1080, TextSize::normal, true},
                        {1920, 1080, TextSize::very_large, true},
                        {1080, 1920, TextSize::large, true},
                        {1080, 1920, TextSize::very_large, true},
                        {1280, 800, TextSize::normal, true}};
  for (const LowPlace& place : places) {
    for (const Language language : {Language::french, Language::arabic}) {
      for (const Pane& pane : panes) {
        SCOPED_TRACE(std::string(place.name) + " " + std::string(code_of(language)) + " " + pane.name());
        Visitor visitor = lowered(act::Home{}, pane, language);
        place.go(visitor);
        const Controls controls = controls_at_all_steps(visitor, pane.units());
        EXPECT_FALSE(controls.empty());
        for (const auto& [name, heights] : controls)
          EXPECT_GE(heights.within, std::min(finger, heights.seen - 1)) << name;
      }
    }
  }
}

}  // namespace
}  // namespace mess::kiosk
