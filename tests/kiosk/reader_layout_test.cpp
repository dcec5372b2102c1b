// Where the parts of the reader lie on every kind of screen, in every size of text.

#include "kiosk/app/reader_layout.h"

#include <gtest/gtest.h>

#include <vector>

#include "every_screen.h"

namespace mess::kiosk {
namespace {

struct Row {
  const char* name;
  Size screen;
  bool low;
  bool rail_beside, tools_beside;
  int bar_rows, tool_rows;
};

const std::vector<Row> rows{
    {"reference", {1920, 1080}, false, true, true, 1, 0},
    {"higher", {1920, 1200}, false, true, true, 1, 0},
    {"wide", {2520, 1080}, false, true, true, 1, 0},
    {"large", {1536, 864}, false, true, true, 1, 0},
    {"very_large", {1239, 697}, false, false, false, 1, 1},
    {"very_large_on_1280x800", {1239, 774}, false, false, false, 1, 1},
    {"upright", {1080, 1920}, false, false, false, 2, 2},
    {"upright_large", {864, 1536}, false, false, false, 2, 2},
    {"upright_very_large", {697, 1239}, false, false, false, 2, 2},
    {"low", {1920, 1080}, true, false, false, 1, 1},
    {"low_large", {1536, 864}, true, false, false, 1, 1},
    {"low_very_large", {1239, 697}, true, false, false, 1, 1},
    {"low_upright", {1080, 1920}, true, false, false, 2, 2},
    {"low_upright_very_large", {697, 1239}, true, false, false, 2, 2},
};

float area(const Rect& r) {
  return r.w * r.h;
}

bool holds(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x - 0.5f && inner.y >= outer.y - 0.5f && inner.end() <= outer.end() + 0.5f &&
         inner.bottom() <= outer.bottom() + 0.5f;
}

// The bars from the top down.
std::vector<Rect> stack_of(const ReaderLayout& layout) {
  if (layout.low) return {layout.page, layout.tools, layout.footer, layout.bar};
  if (layout.tools_beside) return {layout.bar, layout.page, layout.footer};
  return {layout.bar, layout.page, layout.tools, layout.footer};
}

class ReaderPlaces : public testing::TestWithParam<Row> {
 protected:
  ReaderLayout layout = reader_layout(GetParam().screen, GetParam().low);
};

TEST_P(ReaderPlaces, AreOfTheShapeThatTheScreenHasRoomFor) {
  EXPECT_EQ(layout.rail_beside, GetParam().rail_beside);
  EXPECT_EQ(layout.tools_beside, GetParam().tools_beside);
  EXPECT_EQ(layout.bar_rows, GetParam().bar_rows);
  EXPECT_EQ(layout.tool_rows, GetParam().tool_rows);
}

TEST_P(ReaderPlaces, TakeAllOfTheScreenAndLieBesideEachOther) {
  const Size screen = GetParam().screen;
  float y = 0;
  for (const Rect& part : stack_of(layout)) {
    EXPECT_FLOAT_EQ(part.y, y);
    y = part.bottom();
  }
  EXPECT_FLOAT_EQ(y, screen.h);
  EXPECT_FLOAT_EQ(layout.bar.w, screen.w);
  EXPECT_FLOAT_EQ(layout.footer.w, screen.w);
  if (!layout.rail_beside) {
    EXPECT_FLOAT_EQ(layout.page.w, screen.w);
    EXPECT_TRUE(holds(layout.page, layout.rail)) << "it lies over the page only";
  }
}

TEST_P(ReaderPlaces, LeaveThePageTheLargestPart) {
  const Size screen = GetParam().screen;
  for (const Rect& part : {layout.bar, layout.tools, layout.footer}) EXPECT_GT(area(layout.page), area(part));
  EXPECT_GT(area(layout.page), 0.5f * screen.w * screen.h);
}

TEST_P(ReaderPlaces, KeepEverythingOfTheFooterAndTheRailWithinThem) {
  for (const Rect& part : {layout.turn_start, layout.slider, layout.label, layout.turn_end}) {
    EXPECT_FALSE(part.empty());
    EXPECT_TRUE(holds(layout.footer, part));
  }
  for (const Rect& part : {layout.tabs, layout.passages_tab, layout.near, layout.list})
    EXPECT_TRUE(holds(layout.rail, part));
  EXPECT_GE(layout.slider.w, 400) << "a page of hundreds can be aimed at";
  EXPECT_GE(layout.list.h, 1.5f * thumbnail_pitch);
  for (int page = 1; page <= layout.columns; ++page)
    EXPECT_LE(thumbnail_rect(page, layout.columns).end(), layout.list.w);
  EXPECT_GT(thumbnail_rect(layout.columns + 1, layout.columns).y, 0);
}

TEST_P(ReaderPlaces, AreWithinReachWhereTheyAreToBe) {
  if (!GetParam().low) return;
  const float highest = 0.55f * GetParam().screen.h;
  for (const Rect& part : {layout.tools, layout.footer, layout.bar}) EXPECT_GE(part.y, highest);
  for (const Rect& part : {layout.tabs, layout.passages_tab, layout.near, layout.rail_close})
    EXPECT_GE(part.y, highest);
}

INSTANTIATE_TEST_SUITE_P(Screens, ReaderPlaces, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

// What a finger wants of the reader, by name; on every screen, some of it behind one button.
TEST(ReaderLayout, LeavesEverythingReachable) {
  const std::vector<std::string> always{
      "nav.back",        "nav.home",        "reader.find",       "reader.previous_hit", "reader.next_hit",
      "reader.previous", "reader.next",     "reader.listen",     "reader.large",        "reader.tone",
      "reader.zoom_in",  "reader.zoom_out", "reader.page_sheet", "reader.full",         "reader.take_away",
      "reader.keep",     "reader.basket",   "bar.languages",     "bar.comfort"};
  const std::vector<std::string> of_rail{"reader.thumbnails", "reader.outline", "reader.passages",
                                         "reader.related"};
  const Shown reader{"reader", [](Visitor& v) {
                       v.state().sound = true;
                       open_reader(v, "fr");
                       receive(v.state(), message::RelatedFound{2, {hit(3)}}, 1);
                       v.draw();
                     }};
  for (const Language language : interface_languages) {
    for (const Pane& pane : panes_of(reader)) {
      SCOPED_TRACE(std::string(code_of(language)) + " " + pane.name());
      Visitor visitor = visitor_of(reader, pane, language);
      const float times = magnification(pane.text);
      // As large on the reference screen as 72 of its pixels; where nothing is larger, the design's 54.
      const float least = pane.text == TextSize::normal ? space::target_min : space::target_main;
      for (const std::string& name : always) {
        ASSERT_NE(visitor.find(name), nullptr) << name;
        EXPECT_GE(visitor.find(name)->rect.w * times, least) << name;
        EXPECT_GE(visitor.find(name)->rect.h * times, least) << name;
      }
      EXPECT_NE(std::find_if(visitor.scene().areas.begin(), visitor.scene().areas.end(),
                             [](const DragArea& area) { return area.area == "reader.slider"; }),
                visitor.scene().areas.end());
      if (visitor.find("reader.browse") != nullptr) visitor.touch("reader.browse");
      for (const std::string& name : of_rail) EXPECT_NE(visitor.find(name), nullptr) << name;
    }
  }
}

TEST(ReaderLayout, ThePanelOfTheRailStaysUntilAPageIsChosen) {
  Visitor v(Language::french, {1239, 697});
  open_reader(v, "fr");
  EXPECT_EQ(v.find("reader.outline"), nullptr);
  v.touch("reader.browse");
  v.touch("reader.outline");
  v.touch("reader.outline.1");
  EXPECT_EQ(v.at<ReaderState>()->page, 9);
  EXPECT_EQ(v.find("reader.outline"), nullptr);
  v.touch("reader.browse");
  v.touch("reader.rail.close");
  EXPECT_EQ(v.find("reader.outline"), nullptr);
  EXPECT_EQ(v.at<ReaderState>()->page, 9);
}

// ---- what lies within reach from a wheelchair

// Beside what is to be touched: what is seen of the document, and lists, which follow a finger anywhere on
// them, so that any entry comes down to where it can be reached.
bool needs_no_reach(const Scene& scene, const Target& target) {
  if (std::holds_alternative<act::None>(target.action) || target.name.ends_with(".outside")) return true;
  // The keys stand on the bar; their five rows are as high as fingers need.
  if (target.name.starts_with("key.")) return true;
  // As high as their words; what puts them away is a touch anywhere beside them, too.
  if (target.name.starts_with("word.") || target.name.starts_with("comfort.")) return true;
  return std::any_of(scene.areas.begin(), scene.areas.end(), [&](const DragArea& area) {
    return area.kind == DragArea::Kind::scroll && area.rect.contains(target.rect.centre());
  });
}

class Reach : public testing::TestWithParam<Shown> {};

TEST_P(Reach, AllOfTheReaderIsInTheLowerPart) {
  constexpr float part = 0.45f;
  for (const Language language : interface_languages) {
    for (const Pane& pane : panes_of(GetParam())) {
      if (!pane.low) continue;
      const Visitor visitor = visitor_of(GetParam(), pane, language);
      for (const Target& target : visitor.scene().targets) {
        if (needs_no_reach(visitor.scene(), target)) continue;
        EXPECT_GE(target.rect.y, (1 - part) * pane.units().h - 1)
            << code_of(language) << " " << pane.name() << ": " << target.name;
      }
    }
  }
}

const auto of_reader = screens_of_reader();
INSTANTIATE_TEST_SUITE_P(Screens, Reach,
                         testing::ValuesIn(std::vector<Shown>(of_reader.begin(), of_reader.end())),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace mess::kiosk
