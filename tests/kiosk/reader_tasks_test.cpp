#include "kiosk/services/reader_tasks.h"

#include <gtest/gtest.h>

#include "kiosk/app/render_policy.h"

namespace mess::kiosk {
namespace {

using namespace std::chrono_literals;

constexpr auto seen = ReaderThread::seen, ahead = ReaderThread::ahead;
using Kind = ReaderTask::Kind;

effect::OpenDocument study(const std::string& query = "") {
  return {7, query, Language::french, 3};
}

std::vector<PictureWish> wishes(std::initializer_list<PictureKey> keys) {
  std::vector<PictureWish> all;
  for (const PictureKey& key : keys) all.push_back({key, "sha"});
  return all;
}

const PictureKey page3 = page_key(7, 3, 1080, 1528), page4 = page_key(7, 4, 1080, 1528),
                 small3 = thumbnail_key(7, 3, 124), small4 = thumbnail_key(7, 4, 124);

// A document that is open, with these wishes.
ReaderTasks reading(std::initializer_list<PictureKey> keys, const std::string& query = "") {
  ReaderTasks tasks;
  tasks.open(study(query));
  tasks.next(seen);
  tasks.opened();
  tasks.wish(wishes(keys));
  return tasks;
}

TEST(ReaderTasks, OpensFirstAndOnlyOnce) {
  ReaderTasks tasks;
  EXPECT_EQ(tasks.next(seen).kind, Kind::none);
  tasks.open(study());
  tasks.wish(wishes({page3}));
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none) << "nothing before it is open";
  EXPECT_EQ(tasks.next(seen).kind, Kind::open);
  EXPECT_EQ(tasks.next(seen).kind, Kind::none);
  tasks.opened();
  EXPECT_EQ(tasks.next(seen).picture, page3);
}

TEST(ReaderTasks, TheSeenThreadKeepsItselfForThePageOnTheScreen) {
  ReaderTasks tasks = reading({page3, small3, page4});
  EXPECT_EQ(tasks.next(seen).picture, page3);
  EXPECT_EQ(tasks.next(seen).kind, Kind::outline);
  EXPECT_EQ(tasks.next(seen).kind, Kind::none) << "it draws nothing ahead";
  EXPECT_EQ(tasks.next(ahead).picture, small3);
  EXPECT_EQ(tasks.next(ahead).picture, page4);
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none);
}

TEST(ReaderTasks, NothingIsDrawnTwice) {
  ReaderTasks tasks = reading({page3});
  EXPECT_EQ(tasks.next(ahead).picture, page3);
  EXPECT_NE(tasks.next(seen).kind, Kind::draw);
  tasks.finished(page3, true);
  tasks.wish(wishes({page3}));  // asked before the picture arrived
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none);
  tasks.wish(wishes({}));       // it arrived
  tasks.wish(wishes({page3}));  // and was dropped later
  EXPECT_EQ(tasks.next(ahead).picture, page3);
}

TEST(ReaderTasks, AnInterruptedPictureIsDrawnAgainWhenStillWished) {
  ReaderTasks tasks = reading({page3});
  tasks.next(seen);
  tasks.finished(page3, false);
  EXPECT_EQ(tasks.next(seen).picture, page3);
}

TEST(ReaderTasks, WhatIsNotWishedAnyMoreIsNotBegun) {
  ReaderTasks tasks = reading({page3, page4});
  tasks.wish(wishes({page3}));
  EXPECT_EQ(tasks.next(ahead).picture, page3);
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none);
}

TEST(ReaderTasks, PassagesAfterThePictureNewestFirst) {
  ReaderTasks tasks = reading({page3}, "femmes");
  tasks.find_hits({7, 5, "femmes", Language::french});
  EXPECT_EQ(tasks.next(seen).kind, Kind::draw);
  EXPECT_EQ(tasks.next(seen).hits.page, 5);
  EXPECT_EQ(tasks.next(seen).hits.page, 3) << "asked for by opening";
  EXPECT_EQ(tasks.next(seen).kind, Kind::outline);
}

TEST(ReaderTasks, WordsThenPassagesThenLinksOfPagesNewestFirst) {
  ReaderTasks tasks = reading({page3}, "femmes");
  for (const int page : {3, 4, 3}) tasks.find_links_on({7, page});
  tasks.find_words_on({7, 3});
  tasks.find_words_on({9, 5});  // another document
  EXPECT_TRUE(tasks.pending());
  EXPECT_EQ(tasks.next(seen).kind, Kind::draw);
  EXPECT_EQ(tasks.next(seen).kind, Kind::words);
  EXPECT_EQ(tasks.next(seen).kind, Kind::hits);
  EXPECT_EQ(tasks.next(seen).page, 3);
  const ReaderTask last = tasks.next(seen);
  EXPECT_EQ(last.kind, Kind::links);
  EXPECT_EQ(last.page, 4) << "each page once";
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none);
}

TEST(ReaderTasks, OfPagesThatWereLeftBehindTheNewestCount) {
  ReaderTasks tasks = reading({});
  for (int page = 1; page <= 100; ++page) tasks.find_links_on({7, page});
  int pages = 0;
  while (tasks.next(seen).kind == Kind::links) ++pages;
  EXPECT_EQ(pages, 16);
}

TEST(ReaderTasks, TheOutlineIsLookedForAgainWhenAsked) {
  ReaderTasks tasks = reading({});
  EXPECT_EQ(tasks.next(seen).kind, Kind::outline);
  EXPECT_EQ(tasks.next(seen).kind, Kind::none);
  tasks.find_outline({9});
  EXPECT_EQ(tasks.next(seen).kind, Kind::none) << "of another document";
  tasks.find_outline({7});
  EXPECT_EQ(tasks.next(seen).kind, Kind::outline);
}

TEST(ReaderTasks, HeadingsAreLookedForAheadWhenNothingElseIsWished) {
  ReaderTasks tasks = reading({page4});
  tasks.guess_outline();
  EXPECT_EQ(tasks.next(ahead).kind, Kind::draw);
  EXPECT_EQ(tasks.next(ahead).kind, Kind::headings);
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none) << "one at a time";
  EXPECT_NE(tasks.next(seen).kind, Kind::headings);
  EXPECT_TRUE(tasks.pending());
  tasks.headings_seen(11);
  EXPECT_FALSE(tasks.pictures_wait()) << "it is being drawn";
  EXPECT_EQ(tasks.next(ahead).page, 11);
  tasks.headings_seen(0);
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none);
  tasks.guess_outline();
  tasks.open({9, "", Language::french, 1});
  tasks.next(seen);
  tasks.opened();
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none) << "of the old document";
}

TEST(ReaderTasks, AnotherDocumentForgetsTheOldOne) {
  ReaderTasks tasks = reading({page3}, "femmes");
  const int serial = tasks.serial();
  tasks.open({9, "", Language::french, 1});
  EXPECT_NE(tasks.serial(), serial);
  tasks.wish(wishes({page3}));
  EXPECT_EQ(tasks.next(seen).kind, Kind::open);
  tasks.opened();
  EXPECT_EQ(tasks.next(ahead).kind, Kind::none) << "pictures of the old document";
  tasks.close();
  EXPECT_EQ(tasks.next(seen).kind, Kind::none);
  EXPECT_FALSE(tasks.pending());
}

TEST(ReaderTasks, ThumbnailsComeOutOfPages) {
  ReaderTasks tasks = reading({page3, small3, small4});
  PictureKey dark3 = page3;
  dark3.tone = Tone::dark;
  EXPECT_FALSE(tasks.take_thumbnail_of(dark3)) << "of another tone";
  EXPECT_EQ(tasks.take_thumbnail_of(page3), small3);
  EXPECT_FALSE(tasks.take_thumbnail_of(page3)) << "taken";
  EXPECT_FALSE(tasks.take_thumbnail_of({PictureKey::Kind::page, 7, 9, 1080, 0, 0})) << "not wished";
  tasks.finished(small3, true);
  EXPECT_EQ(tasks.next(ahead).picture, page3);
  EXPECT_EQ(tasks.next(ahead).picture, small4);
}

TEST(ReaderTasks, ARowOfTilesIsTakenAtOnceAsFarAsItIsWished) {
  const auto tile = [](int column, int row, Tone tone = Tone::printed) {
    PictureKey key{PictureKey::Kind::tile, 7, 3, 4000, column, row};
    key.tone = tone;
    return key;
  };
  ReaderTasks tasks = reading(
      {tile(3, 1), tile(2, 1), tile(4, 1), tile(5, 2), tile(5, 1, Tone::dark), tile(0, 1), tile(6, 1)});
  EXPECT_EQ(tasks.next(seen).picture, tile(3, 1));
  EXPECT_EQ(tasks.take_row_of(tile(3, 1)), (std::vector{tile(2, 1), tile(3, 1), tile(4, 1)}))
      << "neither beyond a gap nor of another row or tone";
  EXPECT_EQ(tasks.next(ahead).picture, tile(5, 2)) << "the rest is free";
  EXPECT_EQ(tasks.take_row_of(tile(3, 1)), std::vector{tile(3, 1)}) << "nothing twice";
  tasks.finished(tile(2, 1), false);
  EXPECT_EQ(tasks.next(seen).picture, tile(2, 1)) << "interrupted";
}

TEST(ReaderTasks, WhatIsWorthItsEnd) {
  ReaderTasks tasks = reading({page3, small3});
  const int now = tasks.serial(), before = now - 1;
  const auto drawing = [](const PictureKey& key) { return ReaderTask{Kind::draw, key, {}, 0}; };
  const ReaderTask words{Kind::words, {}, {}, 3};
  const struct {
    const char* what;
    ReaderTask task;
    int serial;
    std::chrono::milliseconds lasted;
    bool useless;
  } rows[] = {
      {"wanted, however long it takes", drawing(page3), now, 9000ms, false},
      {"turned past, nearly done", drawing(page4), now, 149ms, false},
      {"turned past", drawing(page4), now, 150ms, true},
      {"of a document that was left, though its page has the same number", drawing(page3), before, 150ms,
       true},
      {"left a moment after it began", drawing(page3), before, 20ms, false},
      {"words are never a wish", words, now, 9000ms, false},
      {"words of a document that was left", words, before, 150ms, true},
  };
  for (const auto& row : rows)
    EXPECT_EQ(tasks.useless(row.task, row.serial, row.lasted), row.useless) << row.what;
}

}  // namespace
}  // namespace mess::kiosk
