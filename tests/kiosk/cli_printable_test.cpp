#include "kiosk/cli/printable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/cli/progress.h"

namespace mess::kiosk {
namespace {

TEST(CliPrintable, HostileNamesCannotMoveTheCursor) {
  struct Row {
    std::string bytes, shown;
  };
  for (const Row& row :
       {Row{"rapport.pdf", "rapport.pdf"}, Row{"a\033[2Jb", "a[2Jb"}, Row{"a\xff.pdf", "a\uFFFD.pdf"},
        Row{"photo\u202Efdp.exe", "photofdp.exe"}, Row{"\a\b", ""}}) {
    EXPECT_EQ(printable(row.bytes), row.shown);
  }
  EXPECT_EQ(printable("two\nlines").find('\n'), std::string::npos);
}

TEST(CliPrintable, Columns) {
  struct Row {
    const char* text;
    int columns;
  };
  for (const Row& row : {Row{"", 0}, Row{"abc", 3}, Row{"économie", 8}, Row{"e\u0301", 1},
                         Row{"التعاونية", 9}, Row{"كِتَاب", 4}, Row{"漢字", 4}, Row{"a\u200Fb", 2}}) {
    EXPECT_EQ(columns_of(row.text), row.columns) << row.text;
  }
}

TEST(CliPrintable, ShortenedAndPaddedAreAsWideAsAsked) {
  EXPECT_EQ(shortened("économie", 8), "économie");
  EXPECT_EQ(shortened("économie", 5), "écon…");
  EXPECT_EQ(shortened("漢字漢字", 4), "漢…");  // three columns: half a character cannot be shown
  EXPECT_EQ(shortened("abc", 0), "");
  for (const char* text : {"", "abc", "économie sociale", "التعاونية"})
    EXPECT_EQ(columns_of(padded(text, 6)), 6);
}

TEST(CliPrintable, NumbersAndTimes) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(48757), "48 757");
  EXPECT_EQ(grouped(1234567), "1 234 567");
  EXPECT_EQ(grouped(-1000), "-1 000");
  EXPECT_EQ(clock_time(0), "0:00");
  EXPECT_EQ(clock_time(67.4), "1:07");
  EXPECT_EQ(clock_time(3723), "1:02:03");
  EXPECT_EQ(clock_time(-5), "0:00");
}

TEST(CliProgress, TimeLeftFollowsWhatIsDone) {
  EXPECT_LT(seconds_left(10, 0, 100), 0);
  EXPECT_LT(seconds_left(0.1, 50, 100), 0);  // too early to tell
  EXPECT_DOUBLE_EQ(seconds_left(10, 25, 100), 30);
  EXPECT_DOUBLE_EQ(seconds_left(10, 100, 100), 0);
  EXPECT_DOUBLE_EQ(seconds_left(10, 120, 100), 0);
}

TEST(CliProgress, TheLineNamesFilePageRateAndTimeLeft) {
  const auto speech = Speech::load(Language::english);
  ASSERT_TRUE(speech) << speech.error().what;
  library::LoadProgress progress;
  progress.files_done = 12;
  progress.files_total = 30;
  progress.pages_done = 1200;
  progress.bytes_done = 25;
  progress.bytes_total = 100;
  progress.seconds = 10;
  progress.current = "rap\033port.pdf";
  progress.current_page = 12;
  progress.current_pages = 80;
  const std::string line = progress_line(progress, *speech, 200);
  for (const char* part :
       {"25 %", "12/30 files", "1 200 pages", "120 pages/s", "0:30 left", "rapport.pdf p. 12/80"}) {
    EXPECT_THAT(line, testing::HasSubstr(part));
  }
  for (const int columns : {20, 60, 80})
    EXPECT_LT(columns_of(progress_line(progress, *speech, columns)), columns);
}

}  // namespace
}  // namespace mess::kiosk
