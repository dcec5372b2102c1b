// Every screen in every language and several sizes, without a window: what can be touched is large enough and
// does not lie over something else, and no words are missing.

#include <gtest/gtest.h>

#include <set>

#include "every_screen.h"

namespace mess::kiosk {
namespace {

bool contains(const Rect& outer, const Rect& inner) {
  constexpr float slack = 1;
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.end() <= outer.end() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

// Scrolled content may be cut by its area's edge, and what a keyboard covers by the keyboard's; what is cut
// may be small.
bool cut_by_an_area(const Scene& scene, const Target& target) {
  return std::any_of(scene.areas.begin(), scene.areas.end(), [&](const DragArea& area) {
    const Rect inside = target.rect.overlap(area.rect);
    const bool covered = std::abs(target.rect.bottom() - area.rect.y) <= 1 &&
                         target.rect.x < area.rect.end() && target.rect.end() > area.rect.x;
    return covered || (inside.h > 0 && inside.w > 0 &&
                       (inside.bottom() >= area.rect.bottom() - 1 || inside.y <= area.rect.y + 5));
  });
}

// The other letters of a key lie on the keys above it, until the next touch.
bool lies_on_keys(const Target& above, const Target& below) {
  return above.name.starts_with("accent") &&
         (below.name.starts_with("key.") || below.name == "reader.keyboard");
}

// `times`: how much larger than its units a target is on the screen, where fingers are.
void check(const Visitor& visitor, Size screen, float times = 1) {
  const Scene& scene = visitor.scene();
  EXPECT_TRUE(visitor.canvas().balanced());
  EXPECT_FALSE(scene.animating);
  for (const auto& written : visitor.canvas().texts) {
    EXPECT_FALSE(written.text.starts_with("[") && written.text.ends_with("]")) << written.text;
    EXPECT_EQ(written.text.find('{'), std::string::npos) << written.text;
  }
  std::set<std::string> names;
  for (const Target& target : scene.targets) {
    EXPECT_TRUE(names.insert(target.name).second) << target.name << " twice";
    EXPECT_TRUE(contains({0, 0, screen.w, screen.h}, target.rect)) << target.name << " leaves the screen";
    if (cut_by_an_area(scene, target)) continue;
    if (target.name.starts_with("guide.text.")) continue;  // a line that is heard is as high as it is written
    EXPECT_GE(target.rect.w * times, space::target_min) << target.name;
    EXPECT_GE(target.rect.h * times, space::target_min) << target.name;
  }
  for (const Target& a : scene.targets) {
    for (const Target& b : scene.targets) {
      if (lies_on_keys(a, b) || lies_on_keys(b, a)) continue;
      if (&a == &b || a.rect.overlap(b.rect).inset(1).empty()) continue;
      EXPECT_TRUE(contains(a.rect, b.rect) || contains(b.rect, a.rect))
          << a.name << " and " << b.name << " cross";
    }
  }
}

class EveryScreen : public testing::TestWithParam<Shown> {};

TEST_P(EveryScreen, CanBeTouchedSafelyInEveryLanguageAndSize) {
  for (const Language language : interface_languages) {
    std::vector<Pane> panes = panes_of(GetParam());
    panes.insert(panes.end(), {{1920, 1200}, {2520, 1080}});
    for (const Pane& pane : panes) {
      SCOPED_TRACE(std::string(code_of(language)) + " " + pane.name());
      const Visitor visitor = visitor_of(GetParam(), pane, language);
      check(visitor, pane.units(), magnification(pane.text));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, EveryScreen, testing::ValuesIn(every_screen()),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Screens, EveryOrientationPageCanBeDrawnInEveryLanguage) {
  for (const Language language : interface_languages) {
    for (const GuidePage* page : guide().pages(language)) {
      SCOPED_TRACE(page->key + " " + std::string(code_of(language)));
      Visitor visitor(language);
      visitor.act(act::OpenGuide{page->key});
      check(visitor, {1920, 1080});
      EXPECT_TRUE(visitor.canvas().wrote(page->title));
      EXPECT_GT(visitor.scene().content_height, 0);
    }
  }
}

}  // namespace
}  // namespace mess::kiosk
