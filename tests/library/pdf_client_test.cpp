#include "library/pdf_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "pdf_samples.h"

namespace mess::library {
namespace {

using samples::TemporaryFolder;

class PdfClient : public testing::Test {
 protected:
  PdfFacts open(const std::string& bytes) {
    const auto facts = worker_.open(folder_.write("sample.pdf", bytes));
    EXPECT_TRUE(facts) << facts.error().what;
    return facts.value_or(PdfFacts{});
  }
  ErrorKind refusal(const std::string& bytes) {
    const auto facts = worker_.open(folder_.write("sample.pdf", bytes));
    EXPECT_FALSE(facts);
    return facts ? ErrorKind::internal : facts.error().kind;
  }

  TemporaryFolder folder_;
  PdfWorker worker_;
};

// Blue, green, red, alpha.
std::vector<int> pixel_of(const Picture& picture, int x, int y) {
  const auto* at = picture.pixels().data() + y * picture.stride() + x * 4;
  return std::vector<int>(at, at + 4);
}

TEST_F(PdfClient, ReadsTextAndTheWordsInIt) {
  EXPECT_EQ(open(samples::text_page("Tanger Maroc")).page_count, 1);
  const auto text = worker_.text(1);
  ASSERT_TRUE(text) << text.error().what;
  EXPECT_EQ(*text, "Tanger Maroc");
  const auto words = worker_.words(1);
  ASSERT_TRUE(words) << words.error().what;
  EXPECT_EQ(words->text, *text);
  ASSERT_EQ(words->words.size(), 2u);
  EXPECT_EQ(words->text.substr(words->words[1].begin, words->words[1].end - words->words[1].begin), "Maroc");
  const PageBox& first = words->words[0].box;
  EXPECT_NEAR(first.x0, 10.0 / 200, 0.01);
  EXPECT_GT(first.y0, 0.25);
  EXPECT_LT(first.y1, 0.65);
  EXPECT_GT(words->words[1].box.x0, first.x1);
}

TEST_F(PdfClient, DrawsThePageOnWhitePaper) {
  open(samples::one_page("1 0 0 rg 0 50 100 50 re f"));  // the upper left quarter is red
  const auto picture = worker_.render(1, 400);
  ASSERT_TRUE(picture) << picture.error().what;
  ASSERT_EQ(picture->width(), 400);
  ASSERT_EQ(picture->height(), 200);
  EXPECT_THAT(pixel_of(*picture, 100, 50), testing::ElementsAre(0, 0, 255, 255));
  EXPECT_THAT(pixel_of(*picture, 300, 50), testing::ElementsAre(255, 255, 255, 255));
  EXPECT_THAT(pixel_of(*picture, 100, 150), testing::ElementsAre(255, 255, 255, 255));
}

TEST_F(PdfClient, APictureStaysAsItIsWhileOthersAreDrawn) {
  open(samples::one_page("1 0 0 rg 0 0 200 100 re f"));
  const auto red = worker_.render(1, 400);
  ASSERT_TRUE(red);
  open(samples::one_page("0 0 1 rg 0 0 200 100 re f"));
  const auto blue = worker_.render(1, 400);
  ASSERT_TRUE(blue);
  EXPECT_THAT(pixel_of(*red, 100, 50), testing::ElementsAre(0, 0, 255, 255));
  EXPECT_THAT(pixel_of(*blue, 100, 50), testing::ElementsAre(255, 0, 0, 255));
}

// More than what a worker is handed for its pictures at first; the next one is small again.
TEST_F(PdfClient, DrawsAPictureLargerThanAScreen) {
  open(samples::one_page("1 0 0 rg 0 50 100 50 re f"));
  for (const int width : {6000, 400}) {
    const auto picture = worker_.render(1, width);
    ASSERT_TRUE(picture) << picture.error().what;
    ASSERT_EQ(picture->width(), width);
    EXPECT_THAT(pixel_of(*picture, width / 4, width / 8), testing::ElementsAre(0, 0, 255, 255));
    EXPECT_THAT(pixel_of(*picture, width - 1, width / 2 - 1), testing::ElementsAre(255, 255, 255, 255));
  }
}

// Texts are read without the profiles; pictures never.
TEST_F(PdfClient, PicturesKeepTheColoursOfAProfileAfterTheTextWasRead) {
  open(samples::profiled_page());
  const auto text = worker_.text(1);
  ASSERT_TRUE(text) << text.error().what;
  EXPECT_EQ(*text, "Tanger");
  const auto picture = worker_.render(1, 400);
  ASSERT_TRUE(picture) << picture.error().what;
  const auto pixel = pixel_of(*picture, 100, 50);
  EXPECT_GT(pixel[0], 200) << "blue";
  EXPECT_LT(pixel[2], 60) << "red";
}

TEST_F(PdfClient, TilesMeetToTheWholePicture) {
  open(samples::one_page("1 0 0 rg 13 7 91 60 re f 0 0 1 RG 3 w 0 0 m 200 100 l S"));
  const auto whole = worker_.render(1, 640);
  ASSERT_TRUE(whole);
  for (const auto& [left, top] : {std::pair{0, 0}, std::pair{256, 0}, std::pair{512, 256}}) {
    const int right = std::min(left + 256, whole->width()), bottom = std::min(top + 256, whole->height());
    const PageBox part{static_cast<float>(left) / 640, static_cast<float>(top) / 320,
                       static_cast<float>(right) / 640, static_cast<float>(bottom) / 320};
    const auto tile = worker_.render(1, 640, part);
    ASSERT_TRUE(tile) << tile.error().what;
    ASSERT_EQ(tile->width(), right - left);
    ASSERT_EQ(tile->height(), bottom - top);
    for (int y = 0; y < tile->height(); ++y) {
      const auto* a = tile->pixels().data() + y * tile->stride();
      const auto* b = whole->pixels().data() + (top + y) * whole->stride() + left * 4;
      const auto alike = [](int one, int other) {
        return std::abs(one - other) <= 16;
      };  // soft edges differ a little
      ASSERT_TRUE(std::equal(a, a + tile->width() * 4, b, alike))
          << "row " << y << " of tile " << left << "," << top;
    }
  }
}

}  // namespace
}  // namespace mess::library
