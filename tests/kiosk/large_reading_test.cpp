// "Read large": the column that goes on from page to page, and the reader that follows it.

#include "kiosk/app/large_reading.h"

#include <gtest/gtest.h>

#include "kiosk/app/reader_large.h"
#include "kiosk/app/session.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

// A page of so many paragraphs of ten letters.
std::shared_ptr<const LargePage> page_of(int number, int paragraphs, const std::string& query = "") {
  LargePage page;
  page.number = number;
  page.query = query;
  page.state = paragraphs > 0 ? library::TextState::good : library::TextState::none;
  for (int i = 0; i < paragraphs; ++i) {
    const auto at = static_cast<std::size_t>(i) * 11;
    page.paragraphs.push_back({Paragraph::Kind::text, at, at + 10, "dix signes", false});
    page.bytes = at + 11;
  }
  return std::make_shared<const LargePage>(page);
}

// Pages of three blocks (head, two paragraphs) of 100 units each.
LargeReading column_of(int pages) {
  LargeReading large;
  large.shown = true;
  large.heights = {33, 1080, {}};
  for (int page = 1; page <= pages; ++page) {
    large.pages[page] = page_of(page, 2);
    for (int block = 0; block < 3; ++block) large.heights.blocks[{page, block}] = 100;
  }
  return large;
}

TEST(LargeReading, TheColumnMovesOverBlocksAndPagesAndNotPastItsEnds) {
  const struct {
    const char* what;
    LargePlace from;
    float by;
    LargePlace to;
    bool all_the_way;
  } cases[] = {
      {"nowhere", {2, 1, 0.5f}, 0, {2, 1, 0.5f}, true},
      {"within a block", {2, 1, 0.5f}, 30, {2, 1, 0.8f}, true},
      {"to the next block", {2, 1, 0.5f}, 80, {2, 2, 0.3f}, true},
      {"over a page", {2, 1, 0.5f}, 200, {3, 0, 0.5f}, true},
      {"back over two pages", {3, 0, 0.5f}, -400, {1, 2, 0.5f}, true},
      {"not before the first line", {1, 1, 0}, -500, {1, 0, 0}, false},
      {"not past the last line at the foot", {4, 0, 0}, 4000, {4, 1, 0.5f}, false},
      {"from too far down", {5, 2, 0.5f}, 0, {4, 1, 0.5f}, true},
  };
  for (const auto& c : cases) {
    LargeReading large = column_of(5);
    large.at = c.from;
    EXPECT_EQ(move_by(large, c.by, 5, 450), c.all_the_way) << c.what;
    EXPECT_EQ(large.at.page, c.to.page) << c.what;
    EXPECT_EQ(large.at.block, c.to.block) << c.what;
    EXPECT_NEAR(large.at.part, c.to.part, 0.001f) << c.what;
  }
}

TEST(LargeReading, WhatHasNotBeenDrawnIsNotGoneOver) {
  LargeReading large = column_of(3);
  large.heights.blocks.erase({2, 1});
  large.at = {1, 2, 0};
  EXPECT_FALSE(move_by(large, 1000, 3, 450));
  EXPECT_EQ(large.at.page, 2);
  EXPECT_EQ(large.at.block, 0);
  large.heights.blocks[{2, 1}] = 100;
  EXPECT_TRUE(move_by(large, 100, 3, 100));
  large.pages.clear();
  large.heights.blocks.clear();
  EXPECT_FALSE(move_by(large, 100, 3, 450));
}

TEST(LargeReading, ATextShorterThanTheViewStaysAtItsTop) {
  LargeReading large = column_of(1);
  large.at = {1, 2, 0.9f};
  move_by(large, 0, 1, 1000);
  EXPECT_EQ(large.at, (LargePlace{1, 0, 0}));
}

TEST(LargeReading, GoesToAPlaceAsSoonAsItsPageIsHere) {
  LargeReading large = column_of(2);
  seek(large, {7, -1, 0.6f});
  EXPECT_EQ(large.at, (LargePlace{7, 0, 0}));
  take_pages(large, {page_of(7, 10)});
  EXPECT_EQ(large.at, (LargePlace{7, 7, 0})) << "0.6 of ten paragraphs";
  EXPECT_NEAR(part_read(large), 0.6f, 0.01f);
  LargePage found = *page_of(8, 10);
  found.marks = {{2, {4, 10}, 0}, {5, {0, 3}, 1}};
  take_pages(large, {std::make_shared<const LargePage>(found)});
  seek(large, {8, 1, 0});
  EXPECT_EQ(large.at, (LargePlace{8, 6, 0}));
  seek(large, {8, 9, 0});
  EXPECT_EQ(large.at, (LargePlace{8, 0, 0})) << "a passage that is not in the text";
}

TEST(LargeReading, AsksForPagesNearTheViewOnceAndKeepsFew) {
  LargeReading large;
  large.at.page = 100;
  const PageSpan wanted = pages_wanted(large, "miel", 2000);
  EXPECT_EQ(wanted.first, 98);
  EXPECT_EQ(wanted.last, 104);
  large.asked_first = 98;
  large.asked_last = 104;
  large.asked_query = "miel";
  EXPECT_LT(pages_wanted(large, "miel", 2000).last, 1);
  EXPECT_EQ(pages_wanted(large, "laine", 2000).first, 98) << "other words are other marks";
  for (int page = 1; page <= 2000; page += 5) {
    large.at.page = page;
    std::vector<std::shared_ptr<const LargePage>> pages;
    for (int number = page; number < page + 5; ++number) pages.push_back(page_of(number, 3, "miel"));
    take_pages(large, pages);
    for (int number = page; number < page + 5; ++number) large.heights.blocks[{number, 1}] = 100;
  }
  EXPECT_LE(large.pages.size(), 60u);
  EXPECT_LE(large.heights.blocks.size(), 60u);
  const PageSpan end = pages_wanted(large, "miel", 2000);
  EXPECT_LT(end.last, end.first) << "all are here";
}

TEST(LargeReading, AThrownColumnComesToRest) {
  LargeReading large = column_of(40);
  large.speed = 3000;
  double now = 10;
  large.moved_at = now;
  int frames = 0;
  while (step(large, 40, 800, now += 1.0 / 60)) ASSERT_LT(++frames, 1000);
  EXPECT_GT(large.at.page, 2);
  large.glide = 500;
  large.moved_at = now;
  const LargePlace before = large.at;
  while (step(large, 40, 800, now += 1.0 / 60)) ASSERT_LT(++frames, 1000);
  const float moved =
      static_cast<float>((large.at.page * 3 + large.at.block) - (before.page * 3 + before.block)) * 100 +
      (large.at.part - before.part) * 100;
  EXPECT_NEAR(moved, 500, 1);
}

// The reader with "read large": answers as the service would, draws as the view would.
struct LargeReader : Reading {
  using Reading::Reading;
  void settle() {
    for (int round = 0; round < 4; ++round) {
      for (const Effect& effect : std::vector<Effect>(effects)) {
        const auto* ask = std::get_if<effect::LargeText>(&effect);
        if (ask == nullptr) continue;
        asked.push_back(*ask);
        message::LargeTextFound found{7, ask->query, {}};
        for (int page = ask->first; page <= ask->last; ++page)
          found.pages.push_back(marked(page, ask->query));
        receive(found);
      }
      LargeHeights heights{33, 1080, {}};
      for (const auto& [number, page] : reader.large.pages) {
        for (int block = 0; block < blocks_of(*page); ++block) heights.blocks[{number, block}] = 120;
      }
      take_heights(reader, context, heights);
    }
  }
  void act_and_settle(const Action& action) {
    act(action);
    settle();
  }
  static std::shared_ptr<const LargePage> marked(int number, const std::string& query) {
    LargePage page = *page_of(number, 20, query);
    if (number == 3) page.marks = {{4, {0, 3}, 0}, {9, {0, 3}, 1}};
    if (number == 8) page.marks = {{11, {0, 3}, 0}};
    return std::make_shared<const LargePage>(page);
  }
  std::vector<effect::LargeText> asked;
};

TEST(ReaderLarge, OpensAtThePassageInViewAndFollowsTheStepper) {
  LargeReader r;
  r.receive(message::PageHitsFound{7, 3, "coopérative", boxes({0.3f, 0.6f})});
  ASSERT_EQ(r.reader.current_hit, 0);
  r.act_and_settle(act::ReadLarge{});
  EXPECT_TRUE(r.reader.large.shown);
  EXPECT_EQ(r.asked.front().query, "coopérative");
  EXPECT_EQ(r.reader.large.at, (LargePlace{3, 5, 0}));
  r.act_and_settle(act::StepHit{1});
  EXPECT_EQ(r.reader.large.at, (LargePlace{3, 10, 0}));
  r.act_and_settle(act::StepHit{1});
  EXPECT_EQ(r.reader.large.at, (LargePlace{8, 12, 0}));
  EXPECT_EQ(r.reader.page, 8);
  r.act_and_settle(act::GoToPassage{3, 0});
  EXPECT_EQ(r.reader.large.at, (LargePlace{3, 5, 0}));
  r.act_and_settle(act::ReadLarge{});
  EXPECT_FALSE(r.reader.large.shown);
  EXPECT_EQ(r.reader.page, 3);
  EXPECT_EQ(r.reader.current_hit, 0);
}

TEST(ReaderLarge, OpensWhereThePageIsReadAndGoesBackThere) {
  LargeReader r("", 5);
  r.act(act::Scroll{0.8f});
  r.rest();
  const float top = r.reader.viewport.offset.y;
  ASSERT_LT(top, -300);
  r.act_and_settle(act::ReadLarge{});
  EXPECT_EQ(r.reader.large.at.page, 5);
  EXPECT_GT(r.reader.large.at.block, 5);
  r.act_and_settle(act::ReadLarge{});
  EXPECT_NEAR(r.reader.viewport.offset.y, top, 80);
}

TEST(ReaderLarge, ThePageOfTheReaderIsThatOfTheColumn) {
  LargeReader r("", 5);
  r.act_and_settle(act::ReadLarge{});
  for (int drags = 0; drags < 10; ++drags) r.act_and_settle(act::Drag{"reader.large", {900, 500}, {0, -300}});
  EXPECT_EQ(r.reader.page, 6) << "21 blocks of 120 on page 5";
  EXPECT_EQ(r.reader.large.at.page, 6);
  r.act_and_settle(act::TurnPage{1});
  EXPECT_EQ(r.reader.large.at, (LargePlace{7, 0, 0}));
  r.act_and_settle(act::GoToPage{2});
  EXPECT_EQ(r.reader.large.at, (LargePlace{2, 0, 0}));
  r.act_and_settle(act::Slide{"reader.slider", 1});
  EXPECT_EQ(r.reader.page, 20);
  EXPECT_EQ(r.reader.large.at.page, 20);
  r.act_and_settle(act::Fling{"reader.large", {0, 4000}});
  r.rest();
  EXPECT_LT(r.reader.large.at.page, 20) << "thrown back";
  EXPECT_EQ(r.reader.page, r.reader.large.at.page);
}

TEST(ReaderLarge, KeysMoveAScreenAndZoomDoesNothingToThePage) {
  LargeReader r("", 5);
  r.act_and_settle(act::ReadLarge{});
  const Viewport before = r.reader.viewport;
  r.act(act::Zoom{2, {800, 500}, true});
  r.act(act::FitPage{});
  r.rest();
  EXPECT_EQ(r.reader.viewport, before);
  r.act(act::Scroll{1});
  r.rest();
  EXPECT_EQ(r.reader.large.at.page, 5);
  EXPECT_EQ(r.reader.large.at.block, 5) << "0.92 of 780 units";
}

TEST(ReaderLarge, AnswersOfAnotherDocumentAreDropped) {
  LargeReader r("", 5);
  r.act(act::ReadLarge{});
  r.receive(message::LargeTextFound{8, "", {page_of(5, 3)}});
  EXPECT_TRUE(r.reader.large.pages.empty());
}

TEST(ReaderLarge, OtherWordsAreMarkedAnew) {
  LargeReader r("", 5);
  r.act_and_settle(act::ReadLarge{});
  r.asked.clear();
  r.act_and_settle(act::Type{"miel"});
  ASSERT_FALSE(r.asked.empty());
  EXPECT_EQ(r.asked.back().query, "miel*");
}

TEST(ReaderLarge, APageWithoutTextLeadsToItsPicture) {
  LargeReader r("", 5);
  r.act_and_settle(act::ReadLarge{});
  r.act_and_settle(act::ReadLarge{6});
  EXPECT_FALSE(r.reader.large.shown);
  EXPECT_EQ(r.reader.page, 6);
}

// Nothing lies over the column or beyond the view, however low that is.
TEST(ReaderLarge, TheSizesLieAboveTheColumnOrBelowIt) {
  for (const float height : {880.f, 200.f, 95.f, 84.f}) {
    const Rect view{316, 96, 1436, height};
    for (const bool low : {false, true}) {
      SCOPED_TRACE(low ? "below" : "above");
      const LargeLayout layout = large_layout(view, low);
      EXPECT_EQ(low ? layout.strip.bottom() : layout.strip.y, low ? view.bottom() : view.y);
      EXPECT_EQ(low ? layout.text.bottom() : layout.text.y, low ? layout.strip.y : layout.strip.bottom());
      EXPECT_GE(layout.column.y, layout.text.y);
      EXPECT_LE(layout.column.bottom(), std::max(layout.text.bottom(), layout.text.y));
      EXPECT_FLOAT_EQ(layout.column.centre().x, view.centre().x);
    }
  }
}

TEST(ReadingLook, IsKeptOverDocumentsAndGoneAtTheEndOfAVisit) {
  AppState state;
  apply(state, act::Begin{}, 1);
  apply(state, act::OpenDocument{2, 1, ""}, 2);
  apply(state, act::SetTextSize{LargeSize::largest}, 3);
  apply(state, act::ChangeTone{}, 4);
  apply(state, act::ReadLarge{}, 5);
  apply(state, act::Back{}, 6);
  apply(state, act::OpenDocument{3, 1, ""}, 7);
  apply(state, act::SetLanguage{Language::arabic}, 8);
  EXPECT_EQ(state.session.reading, (ReadingLook{Tone::dark, LargeSize::largest}));
  EXPECT_FALSE(std::get<ReaderState>(state.session.place).large.shown) << "the page first";
  apply(state, act::Finish{}, 9);
  EXPECT_EQ(state.session.reading, ReadingLook{});
}

TEST(ReadingLook, TheLargestCapitalsAreAsHighAsAsked) {
  constexpr float units_a_millimetre = 3.6f, capital = 0.714f;
  EXPECT_GE(type_size(LargeSize::largest) * capital / units_a_millimetre, 7.3f);
  EXPECT_EQ(next_tone(next_tone(next_tone(Tone::printed))), Tone::printed);
}

}  // namespace
}  // namespace mess::kiosk
