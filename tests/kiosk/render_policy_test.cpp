#include "kiosk/app/render_policy.h"

#include <gtest/gtest.h>

#include <set>

namespace mess::kiosk {
namespace {

ReaderSight sight() {
  ReaderSight s;
  s.document = 7;
  s.page = 10;
  s.pages = 20;
  s.width = s.resting_width = 1080;
  s.height = 1528;
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

TEST(RenderPolicy, TilesCoverThePageExactly) {
  ReaderSight s = sight();
  s.width = 2161, s.height = 3057;
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
