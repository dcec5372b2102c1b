#include <gtest/gtest.h>

#include "kiosk/text/atlas.h"

namespace mess::kiosk {
namespace {

Coverage picture(int side, std::uint8_t value = 200) {
  return {side, side, 0, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side), value)};
}

AtlasKey key(std::uint64_t number) {
  return {7, number};
}

std::uint8_t at(Atlas& atlas, std::size_t page, int x, int y) {
  return atlas.pages()[page].bytes[static_cast<std::size_t>(y * atlas.side() + x)];
}

TEST(TextAtlas, KeepsPicturesApart) {
  Atlas atlas(64, 1);
  const AtlasSlot a = atlas.add(key(1), picture(10, 100)), b = atlas.add(key(2), picture(10, 50));
  EXPECT_EQ(at(atlas, 0, a.x, a.y), 100);
  EXPECT_EQ(at(atlas, 0, b.x + 9, b.y + 9), 50);
  EXPECT_TRUE(b.x > a.x + 10 || b.y > a.y + 10);
  ASSERT_NE(atlas.find(key(1)), nullptr);
  EXPECT_EQ(atlas.find(key(3)), nullptr);
}

TEST(TextAtlas, EveryPageHasItsWhiteBlock) {
  Atlas atlas(64, 3);
  for (std::uint64_t i = 0; i < 12; ++i) atlas.add(key(i), picture(30));
  ASSERT_GE(atlas.pages().size(), 3U);
  for (std::size_t page = 0; page < atlas.pages().size(); ++page) {
    EXPECT_EQ(at(atlas, page, 0, 0), 255);
    EXPECT_EQ(at(atlas, page, Atlas::white_side - 1, Atlas::white_side - 1), 255);
  }
}

TEST(TextAtlas, EmptiesThePageUsedLongestAgo) {
  Atlas atlas(64, 2);
  std::uint64_t next = 0;
  while (atlas.pages().size() < 2) atlas.add(key(next++), picture(28));
  while (atlas.evictions() == 0 && next < 100) {
    atlas.begin_frame();
    ASSERT_NE(atlas.find(key(next - 1)), nullptr);  // the second page stays in use
    atlas.add(key(next++), picture(28));
  }
  EXPECT_EQ(atlas.pages().size(), 2U);
  EXPECT_EQ(atlas.find(key(0)), nullptr);
  EXPECT_NE(atlas.find(key(next - 1)), nullptr);
}

TEST(TextAtlas, NeverEmptiesWhatTheFrameUses) {
  Atlas atlas(64, 1);
  for (std::uint64_t i = 0; i < 20; ++i) atlas.add(key(i), picture(28));
  for (std::uint64_t i = 0; i < 20; ++i) EXPECT_NE(atlas.find(key(i)), nullptr) << i;
  EXPECT_GT(atlas.pages().size(), 1U);
  EXPECT_EQ(atlas.evictions(), 0U);
}

TEST(TextAtlas, OddSizes) {
  Atlas atlas(64, 2);
  EXPECT_EQ(atlas.add(key(1), Coverage{}).w, 0);
  const AtlasSlot cut = atlas.add(key(2), picture(500));
  EXPECT_LE(cut.x + cut.w, 64);
  EXPECT_LE(cut.y + cut.h, 64);
}

TEST(TextAtlas, NamesTheRowsThatChanged) {
  Atlas atlas(64, 1);
  atlas.pages()[0].changed_from = atlas.pages()[0].changed_to = 0;
  const AtlasSlot slot = atlas.add(key(1), picture(10));
  EXPECT_LE(atlas.pages()[0].changed_from, slot.y);
  EXPECT_GE(atlas.pages()[0].changed_to, slot.y + 10);
}

}  // namespace
}  // namespace mess::kiosk
