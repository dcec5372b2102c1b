#include "kiosk/app/reader_hits.h"

#include "reading.h"

namespace mess::kiosk {
namespace {

TEST(ReaderHits, FirstPassageIsShownWhenItsBoxesCome) {
  Reading r;
  EXPECT_EQ(hit_position(r.reader), 0);
  r.receive(message::PageHitsFound{7, 3, "coopérative", boxes({0.8f, 0.9f})});
  EXPECT_EQ(r.reader.current_hit, 0);
  EXPECT_EQ(hit_position(r.reader), 1);
  EXPECT_EQ(hit_count(r.reader), 3);
  r.rest();
  const Rect view = page_view(french.screen, false);
  const Rect box =
      box_on_screen(page_rect(view, size_of_page(r.reader, 3), r.reader.viewport), {0.2f, 0.8f, 0.4f, 0.82f});
  EXPECT_TRUE(view.contains(box.centre()));
}

TEST(ReaderHits, StepsThroughPassagesAcrossPagesAndStopsAtTheEnds) {
  Reading r;
  r.receive(message::PageHitsFound{7, 3, "coopérative", boxes({0.1f, 0.5f})});
  r.act(act::StepHit{1});
  EXPECT_EQ(hit_position(r.reader), 2);
  r.act(act::StepHit{1});
  EXPECT_EQ(r.reader.page, 8);
  EXPECT_EQ(r.hits_asked(), 8);
  r.receive(message::PageHitsFound{7, 8, "coopérative", boxes({0.3f})});
  EXPECT_EQ(hit_position(r.reader), 3);
  r.act(act::StepHit{1});
  EXPECT_EQ(hit_position(r.reader), 3) << "the last one stays";
  r.act(act::StepHit{-1});
  EXPECT_EQ(r.reader.page, 3);
  EXPECT_EQ(hit_position(r.reader), 2) << "backwards: the last passage of the page";
  r.act(act::StepHit{-1});
  r.act(act::StepHit{-1});
  EXPECT_EQ(hit_position(r.reader), 1);
}

TEST(ReaderHits, StepsFromAPageWithoutPassages) {
  Reading r("coopérative", 5);
  r.act(act::StepHit{-1});
  EXPECT_EQ(r.reader.page, 3);
  Reading on("coopérative", 5);
  on.act(act::StepHit{1});
  EXPECT_EQ(on.reader.page, 8);
}

TEST(ReaderHits, TheNumberOfPassagesNeverChangesWhileOneTurns) {
  Reading r;
  r.receive(message::PageHitsFound{7, 3, "coopérative", boxes({0.1f, 0.2f, 0.3f})});
  EXPECT_EQ(hits_on_page(r.reader, 3), 2);
  EXPECT_EQ(hit_count(r.reader), 3);
  r.act(act::StepHit{1});
  r.act(act::StepHit{1});
  EXPECT_EQ(r.reader.page, 8);
  EXPECT_EQ(hit_position(r.reader), 3) << "before its boxes come";
  r.receive(message::PageHitsFound{7, 8, "coopérative", {}});
  EXPECT_EQ(hit_position(r.reader), 3) << "a page of a picture has no boxes";
  EXPECT_EQ(hit_count(r.reader), 3);
}

TEST(ReaderHits, APassageOfTwoLinesIsOneStep) {
  Reading r("coopérative", 3);
  const Passage two_lines{{{0.7f, 0.1f, 0.9f, 0.12f}, {0.1f, 0.13f, 0.2f, 0.15f}}};
  r.receive(message::PageHitsFound{7, 3, "coopérative", {two_lines, boxes({0.5f}).front()}});
  EXPECT_EQ(hit_position(r.reader), 1);
  r.act(act::StepHit{1});
  EXPECT_EQ(hit_position(r.reader), 2);
  EXPECT_FLOAT_EQ(box_of_current_hit(r.reader)->y0, 0.5f);
  r.act(act::StepHit{1});
  EXPECT_EQ(r.reader.page, 8);
}

TEST(ReaderHits, SteppingGoesOnPastAPageWithoutBoxes) {
  Reading r("coopérative", 1);
  r.receive(message::HitPagesFound{7, "coopérative", {{3, 2}, {8, 1}, {9, 1}}});
  r.act(act::StepHit{1});
  ASSERT_EQ(r.reader.page, 3);
  r.receive(message::PageHitsFound{7, 3, "coopérative", {}});
  EXPECT_FALSE(r.reader.awaited_hit) << "nothing is waited for any more";
  EXPECT_EQ(box_of_current_hit(r.reader), nullptr);
  r.act(act::StepHit{1});
  EXPECT_EQ(hit_position(r.reader), 2);
  r.act(act::StepHit{1});
  EXPECT_EQ(r.reader.page, 8);
  EXPECT_EQ(hit_position(r.reader), 3);
  r.receive(message::PageHitsFound{7, 8, "coopérative", boxes({0.9f})});
  EXPECT_NE(box_of_current_hit(r.reader), nullptr);
}

TEST(ReaderHits, LostBoxesAreAskedForAgainWhenOneComesBack) {
  Reading r;
  r.receive(message::PageHitsFound{7, 3, "coopérative", {}, true});
  EXPECT_FALSE(r.reader.hits.contains(3));
  EXPECT_FALSE(r.reader.awaited_hit);
  r.act(act::GoToPage{8});
  r.act(act::GoToPage{3});
  EXPECT_EQ(r.hits_asked(), 3);
}

std::shared_ptr<const std::vector<HitLine>> lines_of(const std::vector<HitPage>& pages) {
  std::vector<HitLine> lines;
  for (const HitPage& page : pages) {
    for (int number = 0; number < page.count; ++number) {
      lines.push_back(
          {.page = page.page, .number = number, .language = {}, .text = {}, .passage = {}, .words = {}});
    }
  }
  return std::make_shared<const std::vector<HitLine>>(std::move(lines));
}

TEST(ReaderHits, EveryLineOfTheListLeadsToItsPassageAndItsNumber) {
  Reading r("coopérative", 1);
  const std::vector<HitPage> pages{{3, 2}, {8, 1}, {12, 3}};
  r.receive(message::HitPagesFound{7, "coopérative", pages, lines_of(pages)});
  for (std::size_t i = 0; i < r.reader.hit_lines->size(); ++i) {
    const HitLine& line = (*r.reader.hit_lines)[i];
    r.act(act::GoToPassage{line.page, line.number});
    EXPECT_EQ(r.reader.page, line.page);
    EXPECT_EQ(hit_position(r.reader), static_cast<int>(i) + 1);
  }
  EXPECT_EQ(hit_position(r.reader), hit_count(r.reader));
  r.receive(message::PageHitsFound{7, 12, "coopérative", boxes({0.1f, 0.5f, 0.9f})});
  EXPECT_FLOAT_EQ(box_of_current_hit(r.reader)->y0, 0.9f) << "its boxes came later";
  r.rest();
  r.act(act::GoToPassage{12, 0});
  EXPECT_FLOAT_EQ(box_of_current_hit(r.reader)->y0, 0.1f) << "on the page that is shown";
  r.act(act::GoToPassage{99, 0});
  EXPECT_EQ(r.reader.page, 12);
}

TEST(ReaderHits, TheCurrentPassageStaysInSightInTheList) {
  Reading r("coopérative", 1);
  std::vector<HitPage> pages;
  for (int page = 1; page <= 20; ++page) pages.push_back({page, 2});
  r.receive(message::HitPagesFound{7, "coopérative", pages, lines_of(pages)});
  r.act(act::ShowRail{RailTab::passages});
  const float list = reader_layout(french.screen).list.h;
  for (int step = 1; step <= 40; ++step) {
    r.act(act::StepHit{1});
    const float top = static_cast<float>(hit_position(r.reader) - 1) * passage_row - r.reader.passages.offset;
    EXPECT_EQ(hit_position(r.reader), step);
    EXPECT_GE(top, 0) << step;
    EXPECT_LE(top + passage_row, list) << step;
  }
  r.act(act::Drag{"reader.list", {}, {0, 100000}});
  EXPECT_FLOAT_EQ(r.reader.passages.offset, 0) << "it follows the finger";
  r.act(act::ShowRail{RailTab::thumbnails});
  EXPECT_EQ(r.reader.rail, RailTab::thumbnails);
}

TEST(ReaderHits, TurningAsksForPassagesOnlyWhereThereAreSome) {
  Reading r;
  r.act(act::GoToPage{8});
  EXPECT_EQ(r.hits_asked(), 8);
  r.act(act::GoToPage{9});
  EXPECT_EQ(r.hits_asked(), 0);
  r.receive(message::PageHitsFound{7, 8, "coopérative", boxes({0.3f})});
  r.act(act::GoToPage{8});
  EXPECT_EQ(r.hits_asked(), 0) << "they are here";
}

}  // namespace
}  // namespace mess::kiosk
