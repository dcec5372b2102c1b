// Where the cut of a result lies on its page, and what is done to its picture.

#include "kiosk/services/cut_choice.h"

#include <gtest/gtest.h>

#include <sstream>

#include "kiosk/services/cut_picture.h"

namespace mess::kiosk {
namespace {

constexpr library::PageSize a4{600, 800};
constexpr float letter_height = 12;  // points, of a word's box

// A page of words 30 points broad, 5 apart; those in brackets are found.
struct TestPage {
  library::PageWords page;
  std::vector<index::ByteRange> found;

  TestPage& line(float x, float y, const std::string& words, float height = letter_height) {
    std::istringstream each(words);
    for (std::string word; each >> word; x += 35) {
      const bool marked = word.front() == '[';
      if (marked) word = word.substr(1, word.size() - 2);
      const std::size_t begin = page.text.size();
      page.text += word + ' ';
      page.words.push_back({begin,
                            begin + word.size(),
                            {x / a4.width, y / a4.height, (x + 30) / a4.width, (y + height) / a4.height}});
      if (marked) found.push_back({begin, begin + word.size()});
    }
    page.text.back() = '\n';
    return *this;
  }
  std::optional<CutFrame> cut(std::string_view snippet = "", bool right_to_left = false) const {
    return choose_cut(page, a4, found, {400, 76, snippet, right_to_left});
  }
};

// The middle of the cut, points from the page's upper left corner.
Point middle_of(const CutFrame& frame) {
  const library::PageBox part = frame.part();
  return {(part.x0 + part.x1) / 2 * a4.width, (part.y0 + part.y1) / 2 * a4.height};
}

void expect_within_page(const CutFrame& frame) {
  EXPECT_EQ(frame.width, 400);
  EXPECT_EQ(frame.height, 76);
  EXPECT_GE(frame.left, 0);
  EXPECT_GE(frame.top, 0);
  EXPECT_LE(frame.left + frame.width, frame.page_width);
  EXPECT_LE(frame.top + frame.height, frame.page_height);
}

TEST(CutChoice, LettersHaveOneSizeWhateverThePagesAre) {
  for (const float height : {6.f, 12.f, 20.f}) {
    const auto frame = TestPage().line(200, 400, "la [laine] douce", height).cut();
    ASSERT_TRUE(frame);
    expect_within_page(*frame);
    ASSERT_EQ(frame->marks.size(), 1u);
    EXPECT_NEAR(frame->marks[0].h, 76 * 0.38f, 1) << height;
  }
}

TEST(CutChoice, ATitleIsNeverCutBroaderThanItsPage) {
  const auto frame = TestPage().line(20, 100, "LA [LAINE]", 90).cut();
  ASSERT_TRUE(frame);
  expect_within_page(*frame);
  EXPECT_EQ(frame->page_width, 400);
}

TEST(CutChoice, OfSeveralLinesThatOfTheSnippetIsTaken) {
  const TestPage page = TestPage()
                            .line(60, 100, "la [laine] vient des montagnes du nord")
                            .line(60, 400, "chaque femme file sa [laine] le soir")
                            .line(60, 700, "on vend la [laine] au souk");
  EXPECT_NEAR(middle_of(*page.cut("chaque femme file sa laine le soir…")).y, 406, 2);
  EXPECT_NEAR(middle_of(*page.cut("…on vend la laine au souk")).y, 706, 2);
  EXPECT_NEAR(middle_of(*page.cut()).y, 106, 2) << "without a snippet the first of equals";
}

TEST(CutChoice, WithoutASnippetTheLineWithMostOfTheWordsIsTaken) {
  const TestPage page = TestPage()
                            .line(60, 100, "la [laine] et la [laine]")
                            .line(60, 300, "les [femmes] et la [laine] ensemble")
                            .line(60, 500, "des [femmes]");
  EXPECT_NEAR(middle_of(*page.cut()).y, 306, 2);
}

TEST(CutChoice, TwoLinesThatBothHoldWordsShareACut) {
  const auto frame = TestPage().line(60, 400, "les [femmes] filent").line(60, 414, "la [laine] douce").cut();
  ASSERT_TRUE(frame);
  EXPECT_NEAR(middle_of(*frame).y, 413, 1);
}

TEST(CutChoice, TheWordsStandInTheMiddleOfALongLine) {
  const auto frame = TestPage().line(60, 400, "a b c d e f [laine] h i j k l m").cut();
  ASSERT_TRUE(frame);
  EXPECT_NEAR(middle_of(*frame).x, 60 + 6 * 35 + 15, 2);
}

TEST(CutChoice, TheCutDoesNotReachFarOutOfTheLine) {
  const auto first = TestPage().line(60, 400, "[laine] b c d e f g h i j k l m").cut();
  const auto last = TestPage().line(60, 400, "a b c d e f g h i j k l [laine]").cut();
  EXPECT_NEAR(first->part().x0 * a4.width, 60 - 6, 2);
  EXPECT_NEAR(last->part().x1 * a4.width, 60 + 12 * 35 + 30 + 6, 2);
}

TEST(CutChoice, AShortLineBeginsWhereItsScriptBegins) {
  const TestPage page = TestPage().line(300, 400, "[laine] b");
  EXPECT_NEAR(page.cut()->part().x0 * a4.width, 300 - 6, 2);
  EXPECT_NEAR(page.cut("", true)->part().x1 * a4.width, 365 + 6, 2);
}

TEST(CutChoice, AColumnBesideIsAnotherLine) {
  // 200 points of line, a gutter of 60, 200 points of the other column.
  const auto frame = TestPage().line(40, 400, "a b c d e [laine]").line(310, 400, "q r s t u v").cut();
  ASSERT_TRUE(frame);
  EXPECT_LT(frame->part().x1 * a4.width, 310);
}

TEST(CutChoice, TheEdgesOfThePageEndTheCut) {
  const auto top = TestPage().line(0, 0, "[laine]").cut();
  const auto bottom = TestPage().line(568, 787, "[laine]").cut();
  ASSERT_TRUE(top && bottom);
  expect_within_page(*top);
  expect_within_page(*bottom);
  EXPECT_EQ(top->top, 0);
  EXPECT_EQ(bottom->left + bottom->width, bottom->page_width);
}

TEST(CutChoice, EveryPassageInTheCutIsMarkedNoOther) {
  const auto frame =
      TestPage().line(60, 400, "les [femmes] filent la [laine]").line(60, 700, "une [femme]").cut();
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->marks.size(), 2u);
}

TEST(CutChoice, ThereIsNoneWithoutWordsToShow) {
  const TestPage plain = TestPage().line(60, 100, "rien du tout");
  const TestPage wool = TestPage().line(60, 100, "la [laine]");
  library::PageWords without_boxes{wool.page.text, {}};
  const CutLook look{400, 76, "", false};
  EXPECT_FALSE(plain.cut());
  EXPECT_FALSE(TestPage().cut());
  EXPECT_FALSE(choose_cut(without_boxes, a4, wool.found, look));
  EXPECT_FALSE(choose_cut(wool.page, {0, 800}, wool.found, look)) << "a page without size";
  EXPECT_FALSE(choose_cut(wool.page, a4, wool.found, {0, 76, "", false}));
  EXPECT_FALSE(choose_cut(wool.page, a4, {{500, 600}}, look)) << "beyond the text";
}

TEST(CutChoice, OddPagesAndBoxesStillGiveACutOfTheRightSize) {
  TestPage page = TestPage().line(60, 100, "la [laine]");
  for (const library::PageSize size : {library::PageSize{14000, 10}, {10, 14000}, {1, 1}, {5000, 5000}}) {
    const auto frame = choose_cut(page.page, size, page.found, {400, 76, "", false});
    ASSERT_TRUE(frame) << size.width;
    expect_within_page(*frame);
  }
  page.page.words[1].box = {0.5f, 0.5f, 0.5f, 0.5f};  // a word without extent
  ASSERT_TRUE(page.cut());
  expect_within_page(*page.cut());
}

// ---- pictures

Pixels paper(int width, int height, std::uint8_t value) {
  return {width, height, true,
          std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4,
                                    value)};
}
std::vector<int> at(const Pixels& pixels, int x, int y) {
  const auto i = static_cast<std::size_t>(y * pixels.width + x) * 4;
  return {pixels.bytes[i], pixels.bytes[i + 1], pixels.bytes[i + 2]};
}

TEST(CutPicture, AMarkColoursPaperAndLeavesInk) {
  Pixels pixels = paper(20, 10, 255);
  for (std::size_t c = 0; c < 3; ++c) pixels.bytes[(5 * 20 + 10) * 4 + c] = 0;
  const std::vector<Rect> parts{{5, 2, 10, 6}};
  mark(pixels, parts, {200, 150, 100, 255}, 0);
  EXPECT_EQ(at(pixels, 8, 5), (std::vector<int>{100, 150, 200}));
  EXPECT_EQ(at(pixels, 10, 5), (std::vector<int>{0, 0, 0}));
  EXPECT_EQ(at(pixels, 2, 5), (std::vector<int>{255, 255, 255}));
}

TEST(CutPicture, MarksMayReachOutOfThePicture) {
  Pixels pixels = paper(8, 8, 255);
  const std::vector<Rect> parts{{-50, -50, 53, 53}, {6, 6, 900, 900}, {40, 40, 5, 5}, {2, 2, -4, -4}};
  mark(pixels, parts, {0, 0, 0, 255}, 0);
  EXPECT_EQ(at(pixels, 0, 0), (std::vector<int>{0, 0, 0}));
  EXPECT_EQ(at(pixels, 7, 7), (std::vector<int>{0, 0, 0}));
  EXPECT_EQ(at(pixels, 5, 2), (std::vector<int>{255, 255, 255}));
}

TEST(CutPicture, EdgesRunOutIntoWhitePaper) {
  Pixels pixels = paper(40, 20, 0);
  soften_edges(pixels, 10, 4);
  EXPECT_GT(at(pixels, 0, 10)[0], 250);
  EXPECT_GT(at(pixels, 39, 10)[0], 250);
  EXPECT_GT(at(pixels, 20, 0)[0], 200);
  EXPECT_EQ(at(pixels, 20, 10), (std::vector<int>{0, 0, 0}));
  EXPECT_LT(at(pixels, 5, 10)[0], at(pixels, 3, 10)[0]);
  Pixels none = paper(0, 0, 0);
  soften_edges(none, 10, 4);
  EXPECT_TRUE(none.bytes.empty());
}

}  // namespace
}  // namespace mess::kiosk
