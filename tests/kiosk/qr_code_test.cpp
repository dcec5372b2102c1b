#include "kiosk/content/qr_code.h"

#include <gtest/gtest.h>

#include <string>

namespace mess::kiosk {
namespace {

TEST(QrCode, HoldsAsMuchAsItSays) {
  const struct {
    const char* what;
    std::size_t bytes;
    int side;
  } cases[] = {{"one letter", 1, 21},
               {"version 1, level M", 14, 21},
               {"a letter more", 15, 25},
               {"version 25, level M", 997, 117},
               {"a letter more takes less correction", 998, 105},
               {"version 25, level L", 1273, 117}};
  for (const auto& c : cases) {
    const auto code = qr_of(std::string(c.bytes, 'a'));
    ASSERT_TRUE(code) << c.what;
    EXPECT_EQ(code->side, c.side) << c.what;
    EXPECT_EQ(code->dark.size(), static_cast<std::size_t>(c.side * c.side)) << c.what;
  }
}

TEST(QrCode, HasThreeEyes) {
  const auto code = qr_of("https://example.org");
  ASSERT_TRUE(code);
  const auto dark = [&](int x, int y) {
    return code->dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(code->side) +
                      static_cast<std::size_t>(x)];
  };
  const int far = code->side - 7;
  for (const auto& [x, y] : {std::pair{0, 0}, std::pair{far, 0}, std::pair{0, far}}) {
    for (int i = 0; i < 7; ++i) {
      EXPECT_TRUE(dark(x + i, y) && dark(x + i, y + 6) && dark(x, y + i) && dark(x + 6, y + i));
    }
    EXPECT_FALSE(dark(x + 1, y + 1));
    EXPECT_TRUE(dark(x + 3, y + 3));
  }
}

TEST(QrCode, WhatDoesNotFitIsRefused) {
  for (const std::size_t bytes : {1274, 2000, 2001, 5000000}) {
    const auto code = qr_of(std::string(bytes, 'a'));
    ASSERT_FALSE(code) << bytes;
    EXPECT_EQ(code.error().kind, ErrorKind::too_large);
  }
  EXPECT_EQ(qr_of("").error().kind, ErrorKind::invalid);
}

// It is made on the UI thread, which must never be held up for 8 ms. The best of some, as the machine may be
// busy; the sanitizers take their time.
}  // namespace
}  // namespace mess::kiosk
