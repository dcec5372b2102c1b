#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/app/render_policy.h"

namespace mess::kiosk {
namespace {

using Kind = PictureKey::Kind;

constexpr library::DocumentId read_now = 7, read_before = 3;
constexpr PlaceRead place{read_now, 100};
constexpr std::uint64_t newest = 50;

PictureKey page(int number, library::DocumentId document = read_now) {
  return {Kind::page, document, number, 1080};
}
PictureKey thumbnail(int number, library::DocumentId document = read_now) {
  return {Kind::thumbnail, document, number, 124};
}
PictureKey tile(int column) {
  return {Kind::tile, read_now, place.page, 4000, column, 2};
}
const PictureKey cover{Kind::cover, read_before}, cut{Kind::cut, read_before, 4, 300};

// Each a byte, so that a budget is a count.
std::vector<KeptPicture> kept(std::initializer_list<PictureKey> keys, std::uint64_t asked_for = 10) {
  std::vector<KeptPicture> pictures;
  for (const PictureKey& key : keys) pictures.push_back({key, 1, asked_for});
  return pictures;
}

// All of them, in the order in which they go.
std::vector<PictureKey> order(const std::vector<KeptPicture>& pictures, PlaceRead read = place) {
  return pictures_to_evict(pictures, read, newest, 0);
}

TEST(RenderEviction, WithinTheBudgetNothingGoes) {
  EXPECT_TRUE(pictures_to_evict(kept({page(1), page(900), cover}), place, newest, 3).empty());
}

TEST(RenderEviction, NoMoreThanMust) {
  const auto pictures = kept({page(1), page(99), page(101), page(300)});
  EXPECT_EQ(pictures_to_evict(pictures, place, newest, 3), std::vector{page(300)});
  EXPECT_EQ(pictures_to_evict(pictures, place, newest, 2), (std::vector{page(300), page(1)}));
}

TEST(RenderEviction, WhatTheNewestFrameAskedForStaysEvenAboveTheBudget) {
  auto pictures = kept({page(100), thumbnail(100), page(300), tile(1)}, newest);
  pictures.push_back({page(101), 1, newest - 1});
  EXPECT_EQ(order(pictures), std::vector{page(101)});
}

TEST(RenderEviction, LargePicturesGoBeforePreviewsAndTheFarBeforeTheNear) {
  EXPECT_EQ(order(kept({thumbnail(99), thumbnail(180), thumbnail(251), cover, page(98), page(101), page(140),
                        page(1, read_before), tile(1)})),
            (std::vector{page(1, read_before), tile(1), thumbnail(251), page(140), page(98), page(101), cover,
                         thumbnail(180), thumbnail(99)}));
}

TEST(RenderEviction, OfTheSameWorthTheOlderGoesFirst) {
  const std::vector<KeptPicture> pictures = {{tile(1), 1, 30},
                                             {tile(2), 1, 20},
                                             {cut, 1, 9},
                                             {cover, 1, 8},
                                             {page(102), 1, 7},
                                             {page(98), 1, 6},
                                             {page(5, read_before), 1, 25}};
  EXPECT_EQ(order(pictures),
            (std::vector{tile(2), page(5, read_before), tile(1), page(98), page(102), cover, cut}));
}

TEST(RenderEviction, BesideTheReaderPagesGoAndCoversStay) {
  EXPECT_EQ(order(kept({cover, thumbnail(100), page(100)}), {}),
            (std::vector{page(100), cover, thumbnail(100)}));
}

// A visitor throws 600 pages by and comes back: what was seen on the way has its preview, and the budget
// holds.
TEST(RenderEviction, AfterALongFlingEveryPageAroundHasItsPreview) {
  constexpr std::size_t page_bytes = 6'600'000, thumbnail_bytes = 87'000;
  std::vector<KeptPicture> pictures;
  std::size_t bytes = 0;
  for (int number = 1; number <= 600; ++number) {
    pictures.push_back({page(number), page_bytes, static_cast<std::uint64_t>(number)});
    pictures.push_back({thumbnail(number), thumbnail_bytes, static_cast<std::uint64_t>(number)});
    bytes += page_bytes + thumbnail_bytes;
  }
  const auto evicted = pictures_to_evict(pictures, {read_now, 600}, 1000, picture_budget);
  const auto gone = [&](const PictureKey& key) {
    return std::find(evicted.begin(), evicted.end(), key) != evicted.end();
  };
  for (const PictureKey& key : evicted) bytes -= key.kind == Kind::page ? page_bytes : thumbnail_bytes;
  EXPECT_LE(bytes, picture_budget);
  EXPECT_GT(bytes, picture_budget - page_bytes);
  for (int number = 450; number <= 600; ++number) EXPECT_FALSE(gone(thumbnail(number))) << number;
  for (int number = 580; number <= 600; ++number) EXPECT_FALSE(gone(page(number))) << number;
}

}  // namespace
}  // namespace mess::kiosk
