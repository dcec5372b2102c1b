#include "kiosk/app/render_policy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "kiosk/app/viewport.h"

namespace mess::kiosk {
namespace {

SeenPage upright(int page) {
  return {page, 1080, 1528, {0, 0, 1, 0.6f}};
}

ReaderSight sight(std::vector<int> near = {11, 12, 9}) {
  ReaderSight s;
  s.document = 7;
  s.pages = 20;
  s.shown = {upright(10)};
  for (const int page : near) s.near.push_back(upright(page));
  s.thumbnail_width = 124;
  s.first_thumbnail = 9;
  s.last_thumbnail = 14;
  return s;
}

std::vector<PictureKey> tiles_of(const ReaderSight& s) {
  return tiles_seen(s.document, s.shown.front());
}

// "p10@1080 t10 x0,1": pages with width, thumbnails, tiles.
std::string told(const std::vector<PictureKey>& keys) {
  std::string text;
  for (const PictureKey& key : keys) {
    if (!text.empty()) text += ' ';
    switch (key.kind) {
      case PictureKey::Kind::page:
        text += "p" + std::to_string(key.page) + "@" + std::to_string(key.width);
        break;
      case PictureKey::Kind::thumbnail:
        text += "t" + std::to_string(key.page);
        break;
      case PictureKey::Kind::tile:
        text += "x" + std::to_string(key.column) + "," + std::to_string(key.row);
        break;
      case PictureKey::Kind::cover:
        text += "cover";
        break;
      case PictureKey::Kind::cut:
        text += "cut";
        break;
    }
  }
  return text;
}

TEST(RenderPolicy, WhatIsReadThenWhereOneGoesThenThumbnails) {
  EXPECT_EQ(told(pictures_wanted(sight())),
            "p10@1080 t10 p11@1080 p12@1080 p9@1080 t9 t11 t12 t13 t14 t15 t16 t17 t18 t19 t20");
}

TEST(RenderPolicy, Backwards) {
  ReaderSight s = sight({9, 8, 11});
  s.travel = -1;
  EXPECT_EQ(told(pictures_wanted(s)),
            "p10@1080 t10 p9@1080 p8@1080 p11@1080 t9 t11 t12 t13 t14 t8 t7 t6 t5 t4 t3");
}

TEST(RenderPolicy, EndsOfTheDocument) {
  ReaderSight s = sight({});
  s.pages = 1;
  s.shown = {upright(1)};
  s.first_thumbnail = 1;
  s.last_thumbnail = 8;
  EXPECT_EQ(told(pictures_wanted(s)), "p1@1080 t1");
}

TEST(RenderPolicy, TheOutlineNeedsNoThumbnails) {
  ReaderSight s = sight();
  s.first_thumbnail = 0;
  s.last_thumbnail = -1;
  EXPECT_EQ(told(pictures_wanted(s)), "p10@1080 t10 p11@1080 p12@1080 p9@1080");
}

TEST(RenderPolicy, UnderTheSliderOnlyThumbnails) {
  ReaderSight s = sight();
  s.hurried = true;
  EXPECT_EQ(told(pictures_wanted(s)), "t10 t9 t11 t12 t13 t14");
}

TEST(RenderPolicy, BroadPagesAreTiledWhereSeen) {
  ReaderSight s = sight();
  s.shown = {{10, 2160, 3056, {0, 0, 0.6f, 0.3f}}};  // columns 0..2, rows 0..1
  const auto wanted = pictures_wanted(s);
  EXPECT_EQ(wanted.front().width, largest_picture);
  const auto tiles = tiles_of(s);
  EXPECT_EQ(tiles.size(), 6u);
  EXPECT_EQ(tiles.front().column, 1) << "from the middle outwards";
  for (const PictureKey& tile : tiles) EXPECT_EQ(tile.width, 2160);
  EXPECT_TRUE(tiles_of(sight()).empty());
}

TEST(RenderPolicy, PagesThatFaceEachOtherBothComeFirst) {
  ReaderSight s = sight({12, 13, 14, 15, 8, 9});
  s.shown = {upright(11), upright(10)};
  s.first_thumbnail = 0, s.last_thumbnail = -1;
  EXPECT_EQ(told(pictures_wanted(s)),
            "p11@1080 t11 p10@1080 t10 p12@1080 p13@1080 p14@1080 p15@1080 p8@1080 p9@1080");
}

TEST(RenderPolicy, WhatIsAheadLeavesRoomForTilesAndThumbnails) {
  ReaderSight s = sight({12, 13, 14, 15, 8, 9});
  s.shown = {upright(10), upright(11)};
  for (SeenPage& page : s.near) page.width = 600, page.height = 12'000;
  for (SeenPage& page : s.shown) page.width = 600, page.height = 12'000;
  std::size_t bytes = 0;
  for (const PictureKey& key : pictures_wanted(s)) {
    if (key.kind == PictureKey::Kind::page) bytes += static_cast<std::size_t>(key.width) * 12'000 * 4;
  }
  EXPECT_LE(bytes, picture_budget / 2);
  EXPECT_GT(bytes, picture_budget / 3);
}

TEST(RenderPolicy, NothingTwice) {
  ReaderSight s = sight();
  s.shown = {{10, 5000, 7000, {0.1f, 0.1f, 0.9f, 0.9f}}};
  const auto wanted = pictures_wanted(s);
  EXPECT_EQ(std::set<PictureKey>(wanted.begin(), wanted.end()).size(), wanted.size());
}

constexpr Size view{1436, 880};

// What is seen of a page with the view's middle on that of the page; `scale` device pixels a unit.
ReaderSight seen_at(float zoom, library::PageSize page, float scale, float sharp_zoom) {
  ReaderSight s = sight();
  const Size shown = page_size_at(view, page, zoom);
  const int width = static_cast<int>(page_size_at(view, page, sharp_zoom).w * scale);
  const int height = static_cast<int>(std::lround(page.height * static_cast<float>(width) / page.width));
  const float across = std::min(1.f, view.w / shown.w) / 2, down = std::min(1.f, view.h / shown.h) / 2;
  for (auto* pages : {&s.shown, &s.near}) {
    for (SeenPage& seen : *pages) {
      seen = {seen.page, width, height, {0.5f - across, 0.5f - down, 0.5f + across, 0.5f + down}};
    }
  }
  s.thumbnail_width = static_cast<int>(124 * scale);
  return s;
}

struct Extent {
  std::int64_t width, height;
};
Extent extent_of(const PictureKey& key, const ReaderSight& s) {
  if (key.kind == PictureKey::Kind::tile) return {tile_side + 1, tile_side + 1};
  return {key.width,
          std::llround(static_cast<double>(key.width) * s.shown.front().height / s.shown.front().width)};
}

TEST(RenderPolicy, StaysWithinBudgetAndWorkerLimitsUpTo800PerCent) {
  const library::PageSize pages[] = {{595, 842}, {3370, 2384}, {9, 9}, {960, 540}, {227, 4000}};
  const library::WorkerLimits limits;
  for (const library::PageSize page : pages) {
    for (const float scale : {1.f, 2.f}) {  // a screen of 1920 and one of 3840
      for (float zoom = 0.5f; zoom <= largest_zoom; zoom *= 2) {
        const ReaderSight s = seen_at(zoom, page, scale, zoom);
        std::int64_t bytes = 0;
        for (const PictureKey& key : pictures_wanted(s)) {
          const Extent picture = extent_of(key, s);
          EXPECT_LE(picture.width * picture.height, limits.max_pixels) << page.height << " at " << zoom;
          EXPECT_LE(std::max(picture.width, picture.height), longest_picture_side);
          bytes += picture.width * picture.height * 4;
        }
        EXPECT_LE(bytes, std::int64_t{picture_budget}) << page.height << " at " << zoom << " x " << scale;
        const int widest = pictures_wanted(s).front().width;
        EXPECT_TRUE(widest == s.shown.front().width || !tiles_of(s).empty())
            << "sharp: " << page.height << " at " << zoom;
      }
    }
  }
}

TEST(RenderPolicy, ARibbonIsDrawnNoLongerThanTheWorkerCan) {
  for (const library::PageSize page : {library::PageSize{100, 9000}, {10, 30000}}) {
    const ReaderSight s = seen_at(8, page, 2, 8);
    const Extent picture = extent_of(pictures_wanted(s).front(), s);
    EXPECT_LE(picture.height, longest_picture_side);
    EXPECT_LE(picture.width * picture.height, library::WorkerLimits{}.max_pixels);
  }
}

TEST(RenderPolicy, TheWholePictureShowsAtEveryZoomUntilItsTilesCome) {
  const library::PageSize a4{595, 842};
  const PictureKey at_twice = pictures_wanted(seen_at(2, a4, 1, 2)).front();
  EXPECT_EQ(pictures_wanted(seen_at(8, a4, 1, 8)).front(), at_twice) << "it is here already";
}

TEST(RenderPolicy, WhileFingersCloseFrom800PerCentNoTilesAreWishedForTheWholePage) {
  const library::PageSize a4{595, 842};
  EXPECT_FALSE(tiles_of(seen_at(8, a4, 1, 8)).empty());
  EXPECT_FALSE(tiles_of(seen_at(6, a4, 1, 8)).empty()) << "a little smaller they still do";
  EXPECT_TRUE(tiles_of(seen_at(0.55f, a4, 1, 8)).empty());
}

TEST(RenderPolicy, TilesCoverThePageExactly) {
  ReaderSight s = sight();
  s.shown = {{10, 2161, 3057, {0, 0, 1, 1}}};  // 30 tiles
  double area = 0;
  for (const PictureKey& tile : tiles_of(s)) {
    const library::PageBox box = tile_box(tile, s.shown.front().height);
    EXPECT_LE(box.x1, 1);
    EXPECT_LE(box.y1, 1);
    area += static_cast<double>(box.x1 - box.x0) * static_cast<double>(box.y1 - box.y0);
  }
  EXPECT_NEAR(area, 1, 1e-5);
}

}  // namespace
}  // namespace mess::kiosk
