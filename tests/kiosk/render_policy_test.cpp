#include "kiosk/app/render_policy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "kiosk/app/viewport.h"

namespace mess::kiosk {
namespace {

ReaderSight sight() {
  ReaderSight s;
  s.document = 7;
  s.page = 10;
  s.pages = 20;
  s.width = s.resting_width = 1080;
  s.height = s.resting_height = 1528;
  s.seen = {0, 0, 1, 0.6f};
  s.thumbnail_width = 124;
  s.first_thumbnail = 9;
  s.last_thumbnail = 14;
  return s;
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
  ReaderSight s = sight();
  s.travel = -1;
  EXPECT_EQ(told(pictures_wanted(s)),
            "p10@1080 t10 p9@1080 p8@1080 p11@1080 t9 t11 t12 t13 t14 t8 t7 t6 t5 t4 t3");
}

TEST(RenderPolicy, EndsOfTheDocument) {
  ReaderSight s = sight();
  s.page = s.pages = 1;
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
  s.width = 2160, s.height = 3056;
  s.seen = {0, 0, 0.6f, 0.3f};  // columns 0..2, rows 0..1
  const auto wanted = pictures_wanted(s);
  EXPECT_EQ(wanted.front().width, largest_picture);
  const auto tiles = tiles_seen(s);
  EXPECT_EQ(tiles.size(), 6u);
  EXPECT_EQ(tiles.front().column, 1) << "from the middle outwards";
  for (const PictureKey& tile : tiles) EXPECT_EQ(tile.width, 2160);
  EXPECT_TRUE(tiles_seen(sight()).empty());
}

TEST(RenderPolicy, NothingTwice) {
  ReaderSight s = sight();
  s.width = 5000, s.height = 7000, s.seen = {0.1f, 0.1f, 0.9f, 0.9f};
  const auto wanted = pictures_wanted(s);
  EXPECT_EQ(std::set<PictureKey>(wanted.begin(), wanted.end()).size(), wanted.size());
}

constexpr Size view{1436, 880};

// What is seen of a page with the view's middle on that of the page; `scale` device pixels a unit.
ReaderSight seen_at(float zoom, library::PageSize page, float scale, float sharp_zoom) {
  ReaderSight s = sight();
  const Size shown = page_size_at(view, page, zoom);
  s.width = s.resting_width = static_cast<int>(page_size_at(view, page, sharp_zoom).w * scale);
  s.height = s.resting_height =
      static_cast<int>(std::lround(page.height * static_cast<float>(s.width) / page.width));
  const float across = std::min(1.f, view.w / shown.w) / 2, down = std::min(1.f, view.h / shown.h) / 2;
  s.seen = {0.5f - across, 0.5f - down, 0.5f + across, 0.5f + down};
  s.thumbnail_width = static_cast<int>(124 * scale);
  return s;
}

struct Extent {
  std::int64_t width, height;
};
Extent extent_of(const PictureKey& key, const ReaderSight& s) {
  if (key.kind == PictureKey::Kind::tile) return {tile_side + 1, tile_side + 1};
  return {key.width, std::llround(static_cast<double>(key.width) * s.height / s.width)};
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
        EXPECT_TRUE(widest == s.width || !tiles_seen(s).empty())
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
  EXPECT_FALSE(tiles_seen(seen_at(8, a4, 1, 8)).empty());
  EXPECT_FALSE(tiles_seen(seen_at(6, a4, 1, 8)).empty()) << "a little smaller they still do";
  EXPECT_TRUE(tiles_seen(seen_at(0.55f, a4, 1, 8)).empty());
}

TEST(RenderPolicy, TilesCoverThePageExactly) {
  ReaderSight s = sight();
  s.width = 2161, s.height = 3057;  // 30 tiles
  s.seen = {0, 0, 1, 1};
  double area = 0;
  for (const PictureKey& tile : tiles_seen(s)) {
    const library::PageBox box = tile_box(tile, s.height);
    EXPECT_LE(box.x1, 1);
    EXPECT_LE(box.y1, 1);
    area += static_cast<double>(box.x1 - box.x0) * static_cast<double>(box.y1 - box.y0);
  }
  EXPECT_NEAR(area, 1, 1e-5);
}

}  // namespace
}  // namespace mess::kiosk
