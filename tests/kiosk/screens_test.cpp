// The visitor's screens without a window: what can be touched is large enough and does not lie over something
// else, and no words are missing.

#include <gtest/gtest.h>

#include <set>

#include "visitor.h"

namespace mess::kiosk {
namespace {

bool contains(const Rect& outer, const Rect& inner) {
  constexpr float slack = 1;
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.end() <= outer.end() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

// Scrolled content may be cut by its area's edge; what is cut may be small.
bool cut_by_an_area(const Scene& scene, const Target& target) {
  return std::any_of(scene.areas.begin(), scene.areas.end(), [&](const DragArea& area) {
    return target.rect.bottom() >= area.rect.bottom() - 1 || target.rect.y <= area.rect.y + 5;
  });
}

void check(const Visitor& visitor, Size screen) {
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
    EXPECT_GE(target.rect.w, space::target_min) << target.name;
    EXPECT_GE(target.rect.h, space::target_min) << target.name;
  }
  for (const Target& a : scene.targets) {
    for (const Target& b : scene.targets) {
      if (&a == &b || a.rect.overlap(b.rect).inset(1).empty()) continue;
      EXPECT_TRUE(contains(a.rect, b.rect) || contains(b.rect, a.rect))
          << a.name << " and " << b.name << " cross";
    }
  }
}

struct Shown {
  const char* name;
  void (*go)(Visitor&);
};

const std::vector<Shown> every_screen{
    {"welcome", [](Visitor&) {}},
    {"home", [](Visitor& v) { v.act(act::Begin{}); }},
    {"empty_library",
     [](Visitor& v) {
       receive(v.state(), message::LibraryChanged{}, 0);
       v.act(act::Begin{});
     }},
    {"search", [](Visitor& v) { v.act(act::OpenSearch{""}); }},
    {"search_typed", [](Visitor& v) { v.act(act::OpenSearch{"coop"}); }},
    {"search_nothing",
     [](Visitor& v) {
       v.total = 0;
       v.act(act::OpenSearch{"zzzz"});
     }},
    {"search_arabic_keys",
     [](Visitor& v) {
       v.act(act::OpenSearch{"تع"});
       v.act(act::SetKeyboard{Language::arabic});
     }},
    {"search_digits",
     [](Visitor& v) {
       v.act(act::OpenSearch{""});
       v.act(act::ToggleDigits{});
     }},
    {"search_capitals",
     [](Visitor& v) {
       v.act(act::OpenSearch{""});
       v.act(act::ToggleCapitals{});
     }},
    {"search_no_index",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::index_missing, "", "", ""};
       v.act(act::OpenSearch{"coop"});
     }},
    {"results",
     [](Visitor& v) {
       v.act(act::ShowResults{"coopératives féminines", {}});
     }},
    {"results_narrowed",
     [](Visitor& v) {
       v.corrected = "coopératives";
       v.act(act::ShowResults{"coperatives", {}});
       v.act(act::ToggleFilter{"year", "2010..2014"});
       v.act(act::ToggleFilter{"collection", "atlas"});
       v.act(act::UnfoldPages{1});
     }},
    {"results_facets_unfolded",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       for (const char* facet : {"theme", "territory", "collection"}) v.act(act::UnfoldFacet{facet});
       v.act(act::ToggleFilter{"theme", "theme-3"});
       v.act(act::Drag{"results.facets", {200, 600}, {0, -377}});
     }},
    {"results_scrolled",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.act(act::Drag{"results.list", {900, 600}, {0, -437}});
     }},
    {"results_answered",
     [](Visitor& v) {
       v.passage = answer_passage("fr", true);
       v.act(act::ShowResults{"comment créer une coopérative ?", {}});
     }},
    {"results_perhaps_answered",
     [](Visitor& v) {
       v.passage = answer_passage("ar", false);
       v.act(act::ShowResults{"comment créer une coopérative ?", {}});
       v.act(act::Drag{"results.list", {900, 600}, {0, -40}});
     }},
    {"results_no_index",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::index_missing, "", "", ""};
       v.act(act::ShowResults{"coop", {}});
     }},
    {"shelf",
     [](Visitor& v) {
       index::SearchFilters only;
       only.collections = {"studies"};
       v.act(act::ShowResults{"", only});
     }},
    {"browse", [](Visitor& v) { v.act(act::Browse{}); }},
    {"browse_years",
     [](Visitor& v) {
       v.act(act::Browse{library::Order::year});
       v.act(act::Drag{"browse.sections", {100, 600}, {0, -333}});
       v.act(act::Drag{"browse.list", {900, 600}, {0, -437}});
     }},
    {"browse_newest", [](Visitor& v) { v.act(act::Browse{library::Order::newest}); }},
    {"browse_collections", [](Visitor& v) { v.act(act::Browse{library::Order::collection}); }},
    {"browse_languages", [](Visitor& v) { v.act(act::Browse{library::Order::language}); }},
    {"browse_nothing",
     [](Visitor& v) {
       v.listed = 0;
       v.act(act::Browse{});
     }},
    {"browse_one",
     [](Visitor& v) {
       v.listed = 1;
       v.act(act::Browse{});
     }},
    {"browse_error",
     [](Visitor& v) {
       v.trouble = Error{ErrorKind::corrupt, "", "", ""};
       v.act(act::Browse{});
     }},
    {"empty",
     [](Visitor& v) {
       v.total = 0;
       v.corrected = "coopérative fromagère";
       v.exits = {{index::Exit::Kind::spelling, "coopérative fromagère", 2},
                  {index::Exit::Kind::fewer_words, "coopérative", 31},
                  {index::Exit::Kind::fewer_words, "fromagère", 2},
                  {index::Exit::Kind::broader, "produits du terroir", 11}};
       v.act(act::ShowResults{"coperative fromajère", {}});
     }},
    {"empty_by_filters",
     [](Visitor& v) {
       v.total = 0;
       v.exits = {{index::Exit::Kind::unfiltered, "eau", 12},
                  {index::Exit::Kind::other_language, "ماء", 3},
                  to_theme("theme-1", 40)};
       index::SearchFilters spanish;
       spanish.languages = {"es"};
       v.act(act::ShowResults{"eau", spanish});
     }},
    {"guide_project", [](Visitor& v) { v.act(act::OpenGuide{"project"}); }},
    {"guide_contact", [](Visitor& v) { v.act(act::OpenGuide{"contact"}); }},
    {"guide_unknown", [](Visitor& v) { v.act(act::OpenGuide{"nowhere"}); }},
    {"idle",
     [](Visitor& v) {
       v.act(act::ShowResults{"eau", {}});
       v.wait(100);
     }},
};

class EveryScreen : public testing::TestWithParam<Shown> {};

TEST_P(EveryScreen, CanBeTouchedSafelyInEveryLanguageAndSize) {
  for (const Language language : interface_languages) {
    for (const Size screen : {Size{1920, 1080}, Size{1920, 1200}, Size{2520, 1080}}) {
      SCOPED_TRACE(std::string(code_of(language)) + " " + std::to_string(static_cast<int>(screen.w)) + " x " +
                   std::to_string(static_cast<int>(screen.h)));
      Visitor visitor(language, screen);
      GetParam().go(visitor);
      check(visitor, screen);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, EveryScreen, testing::ValuesIn(every_screen),
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

TEST(Screens, MirrorInArabicExceptTheKeys) {
  Visitor french(Language::french), arabic(Language::arabic);
  for (Visitor* visitor : {&french, &arabic}) {
    visitor->act(act::OpenSearch{""});
    visitor->act(act::SetKeyboard{Language::french});
  }
  EXPECT_LT(french.find("bar.back")->rect.x, 960);
  EXPECT_GT(arabic.find("bar.back")->rect.x, 960);
  EXPECT_EQ(french.find("key.a")->rect, arabic.find("key.a")->rect);
}

}  // namespace
}  // namespace mess::kiosk
