#include "kiosk/services/page_hits.h"
#include "kiosk/services/page_pictures.h"

#include <gtest/gtest.h>

namespace mess::kiosk {
namespace {

// Ranges of the words between brackets, and the text without them.
struct Marked {
  std::string text;
  std::vector<index::ByteRange> ranges;
};
Marked marked(std::string_view source) {
  Marked m;
  for (const char c : source) {
    if (c == '[') {
      m.ranges.push_back({m.text.size(), 0});
    } else if (c == ']') {
      m.ranges.back().end = m.text.size();
    } else {
      m.text += c;
    }
  }
  return m;
}

std::string shown(const Marked& m, const std::vector<index::ByteRange>& passages) {
  std::string all;
  for (const auto& p : passages) all += "<" + m.text.substr(p.begin, p.end - p.begin) + ">";
  return all;
}

TEST(PageHits, WordsThatFollowEachOtherAreOnePassage) {
  const struct {
    const char *text, *passages;
  } cases[] = {
      {"les [coopératives] [féminines] de [coopératives]", "<coopératives féminines><coopératives>"},
      {"les [coopératives]\n[féminines]", "<coopératives\nféminines>"},
      {"les [coopératives] \r\n  [féminines]", "<coopératives \r\n  féminines>"},
      {"l'[économie]\n[sociale]\net [solidaire]", "<économie\nsociale><solidaire>"},
      {"[coopératives]\n\n[féminines]", "<coopératives><féminines>"},    // another paragraph
      {"[coopérative]\n[coopérative]\n", "<coopérative><coopérative>"},  // a column of a table
      {"[femmes] [femmes]", "<femmes femmes>"},                          // on one line
      {"la [coopéra-\ntive] [agricole]", "<coopéra-\ntive agricole>"},   // cut by a hyphen
      {"\u202B[التعاونيات]\u202C\n\u202B[النسائية]\u202C", "<التعاونيات\u202C\n\u202Bالنسائية>"},
      {"[a], [b]", "<a><b>"},
      {"rien", ""},
      {"[التعاونيات] [النسائية]", "<التعاونيات النسائية>"},
  };
  for (const auto& c : cases) {
    const Marked m = marked(c.text);
    EXPECT_EQ(shown(m, passages_in(m.text, m.ranges)), c.passages) << c.text;
  }
}

TEST(PageHits, RangesOutsideTheTextAreLeftOut) {
  EXPECT_TRUE(passages_in("abc", {{2, 9}, {3, 1}}).empty());
}

TEST(PageHits, BoxesOfAPassageAreJoinedWhenTheyStandBesideEachOther) {
  library::PageWords page{"aa bb cc dd",
                          {{0, 2, {0.1f, 0.1f, 0.2f, 0.12f}},
                           {3, 5, {0.21f, 0.1f, 0.3f, 0.12f}},
                           {6, 8, {0.1f, 0.2f, 0.2f, 0.22f}},
                           {9, 11, {0.8f, 0.2f, 0.9f, 0.22f}}}};
  auto boxes = boxes_of({{0, 5}}, page);
  ASSERT_EQ(boxes.size(), 1u);
  EXPECT_FLOAT_EQ(boxes[0].x0, 0.1f);
  EXPECT_FLOAT_EQ(boxes[0].x1, 0.3f);
  EXPECT_EQ(boxes_of({{3, 8}}, page).size(), 2u) << "two lines";
  EXPECT_EQ(boxes_of({{6, 11}}, page).size(), 2u) << "a column between";
  EXPECT_EQ(boxes_of({{0, 2}, {9, 11}}, page).size(), 2u);
  EXPECT_TRUE(boxes_of({{5, 6}}, page).empty()) << "a space";
}

TEST(PageHits, APassageOfTwoLinesStaysOne) {
  // "coopéra-" at the end of a line, "tive" and "agricole" at the beginning of the next.
  library::PageWords page{"coopera-\ntive agricole x",
                          {{0, 8, {0.8f, 0.1f, 0.9f, 0.12f}},
                           {9, 13, {0.1f, 0.13f, 0.15f, 0.15f}},
                           {14, 22, {0.16f, 0.13f, 0.25f, 0.15f}},
                           {23, 24, {0.3f, 0.13f, 0.32f, 0.15f}}}};
  const auto placed = passages_on({{0, 22}, {23, 24}}, page);
  ASSERT_EQ(placed.size(), 2u);
  ASSERT_EQ(placed[0].boxes.size(), 2u) << "a box a line";
  EXPECT_FLOAT_EQ(placed[0].boxes[0].x0, 0.8f);
  EXPECT_FLOAT_EQ(placed[0].boxes[1].x1, 0.25f);
  EXPECT_EQ(placed[1].boxes.size(), 1u);
}

TEST(PageHits, APassageWithoutPlaceKeepsItsNumber) {
  const library::PageWords page{"aa bb", {{3, 5, {0.1f, 0.1f, 0.2f, 0.12f}}}};
  const auto placed = passages_on({{0, 2}, {3, 5}}, page);
  ASSERT_EQ(placed.size(), 2u);
  EXPECT_TRUE(placed[0].boxes.empty());
  EXPECT_EQ(placed[1].boxes.size(), 1u);
}

TEST(PagePictures, ShrinkingKeepsTheMean) {
  Pixels pixels{4, 2, true, {}};
  for (int i = 0; i < 8; ++i)
    pixels.bytes.insert(pixels.bytes.end(), {static_cast<std::uint8_t>(i % 2 ? 200 : 100), 0, 0, 255});
  const Pixels small = shrunk(pixels, 2);
  EXPECT_EQ(small.width, 2);
  EXPECT_EQ(small.height, 1);
  EXPECT_EQ(small.bytes, (std::vector<std::uint8_t>{150, 0, 0, 255, 150, 0, 0, 255}));
  EXPECT_EQ(shrunk(pixels, 9).width, 4) << "never larger";
}

}  // namespace
}  // namespace mess::kiosk
