// What a house may have of its own look: two colours, and a mark.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "kiosk/content/house.h"
#include "kiosk/content/house_colors.h"
#include "kiosk/content/strings.h"
#include "kiosk/draw/house_mark.h"
#include "kiosk/draw/stage.h"
#include "kiosk/draw/theme.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

TEST(HouseColors, TheDesignsOwnWouldBeTaken) {
  EXPECT_GE(least_contrast(color::strait), contrast_needed);
  EXPECT_GE(least_contrast(color::terra), contrast_needed);
  EXPECT_LT(least_contrast(color::strait_mid), contrast_needed);
  EXPECT_LT(least_contrast(color::saffron), contrast_needed);
  EXPECT_LT(least_contrast(rgb(0xFFFFFF)), contrast_needed);
}

TEST(HouseColors, TakeThePlaceOfTwoOfOursByDay) {
  const Color plum = rgb(0x4B0F3C);
  const Palette palette(Theme::day, {plum, {}});
  EXPECT_EQ(palette.shown(color::strait), plum);
  EXPECT_EQ(palette.shown(color::panel), plum);
  EXPECT_EQ(palette.shown(with_alpha(color::strait, 0.5f)).a, with_alpha(color::strait, 0.5f).a);
  EXPECT_EQ(palette.shown(color::terra), printed(color::terra));
  EXPECT_EQ(palette.shown(color::ink), printed(color::ink));
  EXPECT_EQ(palette.shown(printed(color::strait)), printed(color::strait)) << "what is printed stays";
  const Palette contrast(Theme::contrast, {plum, plum});
  EXPECT_EQ(contrast.shown(color::strait), shown(color::strait, Theme::contrast));
}

class HouseMark : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path put(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  const fs::path folder_ = fs::temp_directory_path() / ("mess-mark-" + std::to_string(::getpid()));
};

constexpr const char* red_square =
    "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect x='2' y='2' width='6' height='6' "
    "fill='#F00'/></svg>";

TEST_F(HouseMark, IsADrawingOrAPicture) {
  const auto drawing = read_mark(put("house.svg", red_square));
  ASSERT_TRUE(drawing) << drawing.error().what;
  EXPECT_EQ(drawing->width, 512);
  const auto pixel = [](const Pixels& p, int x, int y) {
    const auto* at = &p.bytes[static_cast<std::size_t>(y * p.width + x) * 4];
    return rgb(static_cast<std::uint32_t>(at[2] << 16 | at[1] << 8 | at[0]));
  };
  EXPECT_EQ(pixel(*drawing, 256, 256), rgb(0xFF0000));
  EXPECT_EQ(pixel(*drawing, 2, 2), rgb(0xFFFFFF));
  ASSERT_TRUE(write_png(folder_ / "house.png", *drawing));
  const auto picture = read_mark(folder_ / "house.png");
  ASSERT_TRUE(picture) << picture.error().what;
  EXPECT_EQ(pixel(*picture, 256, 256), rgb(0xFF0000));
}

TEST_F(HouseMark, BadFilesAreSaidToBeBad) {
  EXPECT_EQ(read_mark(folder_ / "house.svg").error().kind, ErrorKind::not_found);
  EXPECT_EQ(read_mark(put("house.svg", "")).error().kind, ErrorKind::damaged);
  EXPECT_EQ(read_mark(put("house.svg", "<svg")).error().kind, ErrorKind::damaged);
  EXPECT_EQ(read_mark(put("house.png", red_square)).error().kind, ErrorKind::damaged);
  EXPECT_EQ(read_mark(put("house.png", std::string("\x89PNG\r\n\x1A\n", 8))).error().kind,
            ErrorKind::damaged);
  EXPECT_EQ(read_mark(put("house.png", std::string(5 << 20, 'x'))).error().kind, ErrorKind::too_large);
  fs::remove(folder_ / "house.png");
  fs::create_directory(folder_ / "house.png");
  EXPECT_FALSE(read_mark(folder_ / "house.png"));
}

// Told by the first bytes: what is behind them is not looked at.
TEST_F(HouseMark, APictureThatIsTooLargeIsNotDecoded) {
  const auto beginning = [](const std::string& width, const std::string& height) {
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16) + width + height;
  };
  const std::string most("\0\0\x08\0", 4), more("\0\0\x08\x01", 4), huge("\xFF\xFF\xFF\xFF", 4);
  EXPECT_EQ(read_mark(put("house.png", beginning(more, most))).error().kind, ErrorKind::too_large);
  EXPECT_EQ(read_mark(put("house.png", beginning(most, huge))).error().kind, ErrorKind::too_large);
  EXPECT_EQ(read_mark(put("house.png", beginning(most, most))).error().kind, ErrorKind::damaged);
  const auto of_width = [&](int width) {
    const Pixels line{width, 1, true, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * 4, 255)};
    EXPECT_TRUE(write_png(folder_ / "house.png", line));
    return read_mark(folder_ / "house.png");
  };
  EXPECT_TRUE(of_width(2048));
  EXPECT_EQ(of_width(2049).error().kind, ErrorKind::too_large);
}

TEST_F(HouseMark, WhatADrawingNamesBesideItselfIsNotRead) {
  put("secret.svg", red_square);
  const auto mark = read_mark(
      put("house.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><image href='file://" +
                           (folder_ / "secret.svg").string() + "' width='10' height='10'/></svg>"));
  ASSERT_TRUE(mark) << mark.error().what;
  for (std::size_t at = 1; at < mark->bytes.size(); at += 4)
    EXPECT_EQ(mark->bytes[at], 255) << "red was drawn";
}

TEST_F(HouseMark, IsAnotherOneAfterEveryChange) {
  EXPECT_EQ(house_of(folder_).settings.mark, 0);
  const fs::path png = put("house.png", "x");
  const int first = house_of(folder_).settings.mark;
  EXPECT_NE(first, 0);
  EXPECT_EQ(house_of(folder_).settings.mark, first);
  fs::last_write_time(png, fs::last_write_time(png) + std::chrono::seconds(3));
  EXPECT_NE(house_of(folder_).settings.mark, first);
  EXPECT_EQ(mark_file(folder_), png);
  EXPECT_EQ(mark_file((put("house.svg", red_square), folder_)), folder_ / "house.svg");
}

TEST_F(HouseMark, WordsOfAHouse) {
  Words words = Words::parse("key\tfr\na\tun\n", "test").value();
  EXPECT_TRUE(take_words_of_house(words, folder_).empty());
  put(house_words_file, "\xEF\xBB\xBFkey\tfr\r\na\tdeux\r\nb\tx\r\n");
  const auto faults = take_words_of_house(words, folder_);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].line, 3);
  EXPECT_EQ(words(Language::french, "a"), "deux");
}

}  // namespace
}  // namespace mess::kiosk
