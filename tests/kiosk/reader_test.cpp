#include "kiosk/app/reader.h"

#include "reading.h"

namespace mess::kiosk {
namespace {

TEST(Reader, OpensAtThePageAndAsksForTheDocument) {
  const library::Document record = study();
  const ReaderOpening opening = open_reader({7, 5, "femmes", {"نساء"}}, &record, true, french, 1);
  EXPECT_EQ(opening.place.page, 5);
  EXPECT_TRUE(opening.place.from_results);
  EXPECT_EQ(opening.place.document.title, "Étude");
  ASSERT_EQ(opening.effects.size(), 2u);
  EXPECT_EQ(std::get<effect::Related>(opening.effects[1]).id, opening.place.document.id);
  const auto& open = std::get<effect::OpenDocument>(opening.effects[0]);
  EXPECT_EQ(open.id, 7);
  EXPECT_EQ(open.page, 5);
  EXPECT_EQ(open.query, "femmes");
  EXPECT_EQ(open.names, std::vector<std::string>{"نساء"});
  ReaderState turned = opening.place;
  const auto effects = apply_reader(turned, french, act::TurnPage{1}, 2);
  ASSERT_EQ(effects.size(), 2u);
  EXPECT_EQ(std::get<effect::PageHits>(effects[0]).names, open.names);
  EXPECT_EQ(std::get<effect::PageReached>(effects[1]).page, 6);
}

TEST(Reader, PageBeyondTheEndOpensTheLast) {
  const library::Document record = study(4);
  EXPECT_EQ(open_reader({7, 99, ""}, &record, false, french, 0).place.page, 4);
  EXPECT_EQ(open_reader({7, -3, ""}, &record, false, french, 0).place.page, 1);
  ReaderState unknown = open_reader({7, 99, ""}, nullptr, false, french, 0).place;
  receive_reader(unknown, french, message::DocumentOpened{7, study(4), false}, 0);
  EXPECT_EQ(unknown.page, 4);
}

TEST(Reader, ALostOutlineIsAskedForAgainByItsTab) {
  Reading r;
  const auto asked = [&] {
    return std::any_of(r.effects.begin(), r.effects.end(),
                       [](const Effect& e) { return std::holds_alternative<effect::Outline>(e); });
  };
  r.act(act::ShowRail{RailTab::outline});
  EXPECT_FALSE(asked()) << "it is on its way";
  r.receive(message::OutlineFound{7, {}, true});
  EXPECT_FALSE(r.reader.outline_known);
  r.act(act::ShowRail{RailTab::outline});
  EXPECT_TRUE(asked());
  r.act(act::ShowRail{RailTab::outline});
  EXPECT_FALSE(asked()) << "once";
  r.receive(message::OutlineFound{7, {{"1", 2, 0}}});
  EXPECT_TRUE(r.reader.outline_known);
  r.act(act::ShowRail{RailTab::outline});
  EXPECT_FALSE(asked());
}

TEST(Reader, EveryPageThatIsComeToIsSaid) {
  Reading r("", 5);
  const auto reached = [&] {
    for (const Effect& effect : r.effects) {
      if (const auto* page = std::get_if<effect::PageReached>(&effect)) return page->page;
    }
    return 0;
  };
  r.act(act::TurnPage{1});
  EXPECT_EQ(reached(), 6);
  r.act(act::TurnPage{-1});
  EXPECT_EQ(reached(), 5);
  r.act(act::GoToPage{5});
  EXPECT_EQ(reached(), 0) << "it stays where it is";
  r.act(act::FitPage{});
  EXPECT_EQ(reached(), 0);
}

// Lines as the finder makes them: as many as it counts, in the same order.
TEST(Reader, TurnsWithinTheDocumentOnly) {
  Reading r("", 1);
  r.act(act::TurnPage{-1});
  EXPECT_EQ(r.reader.page, 1);
  r.act(act::TurnPage{1});
  EXPECT_EQ(r.reader.page, 2);
  EXPECT_EQ(r.reader.travel, 1);
  r.act(act::GoToPage{20});
  r.act(act::TurnPage{1});
  EXPECT_EQ(r.reader.page, 20);
  r.act(act::GoToPage{0});
  r.act(act::GoToPage{21});
  EXPECT_EQ(r.reader.page, 20);
  r.act(act::TurnPage{-1});
  EXPECT_EQ(r.reader.travel, -1);
}

struct Swipe {
  const char* what;
  bool right_to_left;
  Point way, speed;
  int page;
};

TEST(Reader, SwipesTurnAsTheDocumentRuns) {
  const Swipe cases[] = {
      {"thrown to the left: forward", false, {-60, 0}, {-1500, 100}, 11},
      {"thrown to the right: backward", false, {60, 0}, {1500, 0}, 9},
      {"Arabic: thrown to the right is forward", true, {60, 0}, {1500, 0}, 11},
      {"Arabic: thrown to the left is backward", true, {-60, 0}, {-1500, 0}, 9},
      {"pulled far without speed", false, {-300, 10}, {0, 0}, 11},
      {"pulled little without speed", false, {-80, 0}, {0, 0}, 10},
      {"pulled and pushed back", false, {-200, 0}, {1500, 0}, 10},
      {"thrown down is scrolling", false, {0, -100}, {200, -1500}, 10},
      {"slow", false, {-60, 0}, {-200, 0}, 10},
  };
  for (const Swipe& swipe : cases) {
    Reading r("", 10, swipe.right_to_left);
    r.act(act::Drag{"reader.page", {}, swipe.way});
    r.act(act::Fling{"reader.page", swipe.speed});
    EXPECT_EQ(r.reader.page, swipe.page) << swipe.what;
    r.rest();
    EXPECT_EQ(r.reader.pull, Point{}) << swipe.what;
  }
}

TEST(Reader, AZoomedPageIsMovedNotTurned) {
  Reading r("", 10);
  r.act(act::Zoom{2.5f, {900, 500}, false});
  const float before = r.reader.viewport.offset.x;
  r.act(act::Drag{"reader.page", {}, {-60, 0}});
  EXPECT_FLOAT_EQ(r.reader.viewport.offset.x, before - 60);
  r.act(act::Fling{"reader.page", {-1500, 0}});
  EXPECT_EQ(r.reader.page, 10);
}

TEST(Reader, PullingPastTheEndsTurns) {
  Reading r("", 10);
  r.act(act::Drag{"reader.page", {}, {0, -2000}});
  r.act(act::Fling{"reader.page", {0, 0}});
  EXPECT_EQ(r.reader.page, 11);
  EXPECT_FLOAT_EQ(r.reader.viewport.offset.y, page_margin) << "at the top of the next";
  r.act(act::Drag{"reader.page", {}, {0, 400}});
  r.act(act::Fling{"reader.page", {0, 0}});
  EXPECT_EQ(r.reader.page, 10);
  EXPECT_LT(r.reader.viewport.offset.y, 0) << "at the end of the one before";
}

TEST(Reader, FlingsGlideAndRest) {
  Reading r("", 10);
  r.act(act::Fling{"reader.page", {0, -900}});
  const float start = r.reader.viewport.offset.y;
  r.rest();
  EXPECT_LT(r.reader.viewport.offset.y, start - 150);
  EXPECT_EQ(r.reader.page, 10);
  r.act(act::Fling{"reader.page", {0, -900}});
  r.act(act::Halt{"reader.page"});
  double next = never;
  tick_reader(r.reader, r.context, r.now, next);
  EXPECT_EQ(next, never) << "a finger stops it";
}

TEST(Reader, PicturesAreWishedForWhereTheZoomRests) {
  Reading r("", 10);
  for (int step = 0; step < 5; ++step) r.act(act::Zoom{1.1f, {900, 500}, false});
  EXPECT_FLOAT_EQ(r.reader.sharp_zoom, 1);
  r.rest();
  EXPECT_FLOAT_EQ(r.reader.sharp_zoom, r.reader.viewport.zoom);
  EXPECT_FLOAT_EQ(r.reader.older_zoom, 1) << "what shows until the sharp one is here";
}

TEST(Reader, DoubleTapZoomsAndComesBack) {
  Reading r("", 10);
  r.act(act::Tap{"reader.page", {900, 500}, 2});
  r.rest();
  EXPECT_FLOAT_EQ(r.reader.viewport.zoom, 2);
  r.act(act::Tap{"reader.page", {900, 500}, 2});
  r.rest();
  EXPECT_FLOAT_EQ(r.reader.viewport.zoom, 1);
  r.act(act::Tap{"reader.page", {900, 500}, 1});
  EXPECT_FALSE(r.reader.motion);
}

TEST(Reader, FitsThePageAndItsWidth) {
  Reading r("", 10);
  r.act(act::FitPage{});
  r.rest();
  const Rect view = page_view(french.screen, false);
  EXPECT_TRUE(fits_down({view.w, view.h}, {595, 842}, r.reader.viewport.zoom));
  r.act(act::FitWidth{});
  r.rest();
  EXPECT_NEAR(page_size_at({view.w, view.h}, {595, 842}, r.reader.viewport.zoom).w, view.w - 2 * page_margin,
              1);
}

TEST(Reader, ScrollKeysMoveThenTurn) {
  Reading r("", 10);
  r.act(act::Scroll{0.9f});
  r.rest();
  EXPECT_EQ(r.reader.page, 10) << "its end comes into sight";
  r.act(act::Scroll{0.9f});
  r.rest();
  EXPECT_EQ(r.reader.page, 11);
  r.act(act::Scroll{-0.9f});
  EXPECT_EQ(r.reader.page, 10);
  EXPECT_LT(r.reader.viewport.offset.y, 0) << "turning back shows the end";
}

// In all four combinations of document and interface the document decides.
// A page that reaches the edges of the view: the same touch may be the first of two.
TEST(Reader, TheThumbnailOfThePageStaysInSight) {
  Reading r("", 1);
  EXPECT_FLOAT_EQ(r.reader.thumbnails.offset, 0);
  r.act(act::GoToPage{20});
  const float limit = scroll_limit(reader_layout(french.screen), thumbnails_height(20));
  EXPECT_GT(r.reader.thumbnails.offset, 0);
  EXPECT_LE(r.reader.thumbnails.offset, limit);
  r.act(act::Drag{"reader.list", {}, {0, -100000}});
  EXPECT_FLOAT_EQ(r.reader.thumbnails.offset, limit);
  r.act(act::Drag{"reader.list", {}, {0, 100000}});
  EXPECT_FLOAT_EQ(r.reader.thumbnails.offset, 0);
}

TEST(Reader, TheThumbnailComesIntoSightOnceTheNumberOfPagesIsKnown) {
  ReaderState reader = open_reader({7, 18, ""}, nullptr, true, french, 0).place;
  receive_reader(reader, french, message::DocumentOpened{7, study(), false}, 0);
  const float top = thumbnail_rect(18).y - reader.thumbnails.offset;
  EXPECT_GE(top, 0);
  EXPECT_LT(top, reader_layout(french.screen).list.h);
}

TEST(Reader, ComingBackKeepsPageZoomAndPlace) {
  Reading r;
  r.act(act::GoToPage{8});
  r.act(act::Zoom{1.7f, {900, 500}, false});
  r.act(act::Drag{"reader.page", {}, {-30, -90}});
  r.act(act::Fling{"reader.page", {}});
  r.rest();
  ReaderState back = r.reader;  // as the history keeps it
  const auto effects = resume_reader(back, french, 100);
  EXPECT_EQ(back.viewport, r.reader.viewport);
  EXPECT_EQ(std::get<effect::OpenDocument>(effects.at(0)).page, 8);
  receive_reader(back, french, message::DocumentOpened{7, study(), false}, 100);
  receive_reader(back, french, message::PageSizeFound{7, 8, {595, 842}}, 100);
  EXPECT_EQ(back.page, 8);
  EXPECT_EQ(back.viewport, r.reader.viewport);
}

TEST(Reader, AnswersAboutOthersAreDropped) {
  Reading r;
  r.receive(message::DocumentFailed{8, {}});
  r.receive(message::HitPagesFound{7, "autre", {{1, 1}}});
  r.receive(message::PageHitsFound{7, 3, "autre", boxes({0.1f})});
  EXPECT_FALSE(r.reader.error);
  EXPECT_EQ(hit_count(r.reader), 3);
  EXPECT_TRUE(r.reader.hits.empty());
}

TEST(Reader, ADocumentThatCannotBeOpenedSaysSo) {
  Reading r;
  r.receive(message::DocumentFailed{7, {ErrorKind::damaged, "damaged", "x.pdf", ""}});
  ASSERT_TRUE(r.reader.error);
  EXPECT_EQ(r.reader.error->kind, ErrorKind::damaged);
}

TEST(Reader, SizesOfUnknownPagesAreThoseOfTheirNeighbours) {
  ReaderState reader;
  EXPECT_FLOAT_EQ(size_of_page(reader, 3).width, 595);
  reader.sizes = {{2, {100, 200}}, {10, {300, 200}}};
  EXPECT_FLOAT_EQ(size_of_page(reader, 1).width, 100);
  EXPECT_FLOAT_EQ(size_of_page(reader, 4).width, 100);
  EXPECT_FLOAT_EQ(size_of_page(reader, 9).width, 300);
  EXPECT_FLOAT_EQ(size_of_page(reader, 50).width, 300);
}

TEST(ReaderLayout, MirrorsAsAWhole) {
  EXPECT_FLOAT_EQ(page_view(french.screen, false).x, reader_layout(french.screen).rail.w);
  EXPECT_FLOAT_EQ(page_view(french.screen, true).x, reader_layout(french.screen).tools.w);
  EXPECT_EQ(thumbnail_rect(3).y, thumbnail_rect(4).y);
  EXPECT_LT(thumbnail_rect(3).x, thumbnail_rect(4).x);
}

}  // namespace
}  // namespace mess::kiosk
