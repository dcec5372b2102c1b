#include "kiosk/app/book_layout.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <limits>

#include "kiosk/app/viewport.h"

namespace mess::kiosk {
namespace {

constexpr library::PageSize a4{595, 842}, slide{960, 540}, ribbon{100, 9000}, banner{9000, 100};

Book book(PageFlow flow, int pages, bool right_to_left = false, library::PageSize size = a4) {
  return {flow, pages, right_to_left, [size](int) { return size; }};
}

TEST(BookLayout, WhichPagesLieTogether) {
  const struct {
    PageFlow flow;
    int pages, page, first, last, back, on;
  } rows[] = {
      {PageFlow::single, 20, 7, 7, 7, 6, 8},
      {PageFlow::single, 20, 1, 1, 1, 0, 2},
      {PageFlow::single, 20, 20, 20, 20, 19, 0},
      {PageFlow::facing, 20, 1, 1, 1, 0, 2},  // the cover alone
      {PageFlow::facing, 20, 2, 2, 3, 1, 4},
      {PageFlow::facing, 20, 3, 2, 3, 1, 4},
      {PageFlow::facing, 20, 18, 18, 19, 16, 20},
      {PageFlow::facing, 20, 20, 20, 20, 18, 0},  // nothing faces it
      {PageFlow::facing, 21, 21, 20, 21, 18, 0},
      {PageFlow::facing, 1, 1, 1, 1, 0, 0},
      {PageFlow::facing, 2, 2, 2, 2, 1, 0},
      {PageFlow::facing, 3, 2, 2, 3, 1, 0},
      {PageFlow::facing, 5, 99, 4, 5, 2, 0},  // beyond the end
      {PageFlow::facing, 5, -3, 1, 1, 0, 2},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::to_string(row.page) + " of " + std::to_string(row.pages));
    const Sheet sheet = sheet_of(book(row.flow, row.pages), row.page);
    EXPECT_EQ(sheet.first(), row.first);
    EXPECT_EQ(sheet.last(), row.last);
    EXPECT_EQ(page_of_sheet(book(row.flow, row.pages), sheet.first(), -1), row.back);
    EXPECT_EQ(page_of_sheet(book(row.flow, row.pages), sheet.first(), 1), row.on);
    EXPECT_EQ(page_of_sheet(book(row.flow, row.pages), sheet.last(), 1), row.on);
  }
}

TEST(BookLayout, TheLowerNumberIsWhereTheScriptBegins) {
  for (const bool right_to_left : {false, true}) {
    const Sheet sheet = sheet_of(book(PageFlow::facing, 20, right_to_left), 4);
    EXPECT_EQ(sheet.placed[0].page, 4);
    EXPECT_EQ(sheet.placed[0].box.x0 < sheet.placed[1].box.x0, !right_to_left);
    EXPECT_NEAR(sheet.size.width / sheet.size.height, 2 * 595.0 / 842, 1e-3);
  }
}

TEST(BookLayout, APageAloneIsAsLargeAsThoseThatFaceEachOther) {
  const Sheet two = sheet_of(book(PageFlow::facing, 20), 2), alone = sheet_of(book(PageFlow::facing, 20), 1);
  EXPECT_FLOAT_EQ(two.size.width, alone.size.width);
  EXPECT_FLOAT_EQ(alone.placed[0].box.x1 - alone.placed[0].box.x0, 0.5f);
  EXPECT_FLOAT_EQ((alone.placed[0].box.x0 + alone.placed[0].box.x1) / 2, 0.5f);
}

// Every page keeps its form, lies within the sheet and covers no other.
TEST(BookLayout, OddSizes) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const library::PageSize odd[] = {a4, slide, ribbon, banner, {0, 0}, {-5, 5}, {1e9f, 1e9f}, {nan, nan}};
  for (const library::PageSize left : odd) {
    for (const library::PageSize right : odd) {
      for (const bool right_to_left : {false, true}) {
        const Book two{PageFlow::facing, 3, right_to_left,
                       [&](int page) { return page == 2 ? left : right; }};
        const Sheet sheet = sheet_of(two, 3);
        ASSERT_EQ(sheet.count, 2);
        ASSERT_TRUE(sheet.size.width > 0 && std::isfinite(sheet.size.width));
        for (const PlacedPage& placed : sheet.placed) {
          const library::PageBox& box = placed.box;
          EXPECT_GE(box.x0, 0);
          EXPECT_LE(box.x1, 1);
          EXPECT_GE(box.y0, 0);
          EXPECT_LE(box.y1, 1);
          const float ratio = (box.y1 - box.y0) * sheet.size.height / ((box.x1 - box.x0) * sheet.size.width);
          EXPECT_NEAR(ratio / aspect_of(two.size_of(placed.page)), 1, 1e-3);
        }
        const library::PageBox &a = sheet.placed[0].box, &b = sheet.placed[1].box;
        EXPECT_TRUE(a.x1 <= b.x0 + 1e-6f || b.x1 <= a.x0 + 1e-6f);
      }
    }
  }
}

TEST(BookLayout, ABoxOfAPageOnItsSheet) {
  const Sheet sheet = sheet_of(book(PageFlow::facing, 20), 4);
  const library::PageBox on = box_on_sheet(sheet, 5, library::PageBox{0.5f, 0.25f, 1, 0.75f});
  EXPECT_FLOAT_EQ(on.x0, 0.75f);
  EXPECT_FLOAT_EQ(on.x1, 1);
  EXPECT_FLOAT_EQ(on.y0, 0.25f);
}

// ---- the strip

constexpr Size view{1436, 880};

Book odd_strip() {
  return {PageFlow::continuous, 60, false, [](int page) {
            const library::PageSize sizes[] = {a4, slide, ribbon, banner, {0, 0}};
            return sizes[page % 5];
          }};
}

TEST(Strip, PagesFollowEachOtherInTheMiddle) {
  for (const Book& one : {book(PageFlow::continuous, 20), odd_strip()}) {
    for (const float zoom : {0.3f, 1.f, 8.f}) {
      const auto shown = strip_in_view(one, view, 7, {zoom, {100, 200}});
      ASSERT_FALSE(shown.empty());
      EXPECT_LE(shown.front().place.y, 0.5f) << "nothing of the view is left empty";
      EXPECT_GE(shown.back().place.bottom(), view.h - strip_gap * zoom - 0.5f);
      for (std::size_t i = 1; i < shown.size(); ++i) {
        EXPECT_EQ(shown[i].page, shown[i - 1].page + 1);
        EXPECT_NEAR(shown[i].place.y - shown[i - 1].place.bottom(), strip_gap * zoom, 0.1);
        EXPECT_NEAR(shown[i].place.centre().x, shown[i - 1].place.centre().x, 0.1);
      }
    }
  }
}

TEST(Strip, ItLiesTheSameWhicheverPageSaysSo) {
  const Book odd = odd_strip();
  const Viewport at{1.3f, {-40, 333}};
  const auto before = strip_in_view(odd, view, 20, at);
  for (const int other : {1, 19, 20, 21, 33, 60}) {
    const Viewport seen = strip_seen_from(odd, view, 20, at, other);
    const auto after = strip_in_view(odd, view, other, seen);
    ASSERT_EQ(after.size(), before.size()) << other;
    for (std::size_t i = 0; i < after.size(); ++i) {
      EXPECT_EQ(after[i].page, before[i].page);
      EXPECT_NEAR(after[i].place.y, before[i].place.y, 0.1) << other;
      EXPECT_NEAR(after[i].place.x, before[i].place.x, 0.1) << other;
    }
  }
}

TEST(Strip, ThePageAtAHeight) {
  const Book even = book(PageFlow::continuous, 20);
  const float pitch = 1080 * 842.f / 595 + strip_gap;
  const struct {
    float y;
    int page;
  } rows[] = {{100, 5}, {50, 5}, {-1, 4}, {pitch + 51, 6}, {50 - 3 * pitch + 10, 2}, {-1e9f, 1}, {1e9f, 20}};
  for (const auto& row : rows) {
    EXPECT_EQ(strip_page_at(even, view, 5, {1, {178, 50}}, row.y), row.page) << row.y;
  }
}

TEST(Strip, OnlyTheEndsOfTheDocumentBind) {
  const Book even = book(PageFlow::continuous, 20);
  EXPECT_FLOAT_EQ(strip_clamped(even, view, 5, {1, {178, 700}}).offset.y, 700) << "page 4 is above it";
  EXPECT_FLOAT_EQ(strip_clamped(even, view, 1, {1, {178, 700}}).offset.y, page_margin);
  const Viewport end = strip_clamped(even, view, 20, {1, {178, -1e7f}});
  EXPECT_NEAR(strip_in_view(even, view, 20, end).back().place.bottom(), view.h - page_margin, 0.5);
  const Viewport far = strip_clamped(even, view, 19, {1, {178, -1e7f}});
  EXPECT_EQ(strip_in_view(even, view, 19, far).back().page, 20);
  const Viewport far_up = strip_clamped(even, view, 3, {1, {178, 1e7f}});
  EXPECT_EQ(strip_in_view(even, view, 3, far_up).front().page, 1);
  EXPECT_FLOAT_EQ(strip_clamped(even, view, 5, {1, {-500, 0}}).offset.x, 178) << "centred while it fits";
  const Book two_slides = book(PageFlow::continuous, 2, false, {960, 200});
  const Viewport all = strip_clamped(two_slides, view, 1, {1, {0, -300}});
  const auto shown = strip_in_view(two_slides, view, 1, all);
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_NEAR(shown.front().place.y, view.h - shown.back().place.bottom(), 0.5) << "in the middle";
}

TEST(BookLayout, SixteenThousandPagesTakeNoTime) {
  for (const PageFlow flow : {PageFlow::single, PageFlow::facing}) {
    const Book large = book(flow, 16'000, true);
    const auto began = std::chrono::steady_clock::now();
    int sheets = 0;
    for (int page = 1; page != 0; page = page_of_sheet(large, page, 1)) {
      sheets += sheet_of(large, page).holds(page) ? 1 : 0;
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    EXPECT_EQ(sheets, flow == PageFlow::single ? 16'000 : 8'001);
    EXPECT_LT(took.count(), 20) << "2 ms where nothing else runs";
  }
}

TEST(Strip, SixteenThousandPagesTakeNoTime) {
  const Book large = book(PageFlow::continuous, 16'000);
  const auto began = std::chrono::steady_clock::now();
  const Viewport end = strip_clamped(large, view, 1, {1, {178, -1e9f}});
  const Viewport seen = strip_seen_from(large, view, 1, end, 16'000);
  EXPECT_EQ(strip_in_view(large, view, 16'000, seen).back().page, 16'000);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  EXPECT_LT(took.count(), 20) << "2 ms where nothing else runs";
}

}  // namespace
}  // namespace mess::kiosk
