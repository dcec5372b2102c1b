// Pages in other tones: text gains contrast, photographs keep every byte.

#include "kiosk/services/page_tones.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "kiosk/contrast.h"
#include "kiosk/screens/tone_look.h"

namespace mess::kiosk {
namespace {

using Rgb = std::array<int, 3>;

Pixels filled(int width, int height, Rgb colour) {
  Pixels pixels{width, height, true, {}};
  for (int i = 0; i < width * height; ++i) {
    for (std::size_t c : {2U, 1U, 0U}) pixels.bytes.push_back(static_cast<std::uint8_t>(colour[c]));
    pixels.bytes.push_back(255);
  }
  return pixels;
}

Rgb at(const Pixels& pixels, int x, int y) {
  const auto* p = pixels.bytes.data() + static_cast<std::size_t>(y * pixels.width + x) * 4;
  return {p[2], p[1], p[0]};
}

void put(Pixels& pixels, int x, int y, Rgb colour) {
  auto* p = pixels.bytes.data() + static_cast<std::size_t>(y * pixels.width + x) * 4;
  for (std::size_t c = 0; c < 3; ++c) p[c] = static_cast<std::uint8_t>(std::clamp(colour[2 - c], 0, 255));
}

Rgb toned(Rgb colour, Tone tone) {
  Pixels one = filled(1, 1, colour);
  apply_tone(one, tone, {});
  return at(one, 0, 0);
}

double contrast(Rgb a, Rgb b) {
  const auto color = [](Rgb c) { return rgb(static_cast<std::uint32_t>(c[0] << 16 | c[1] << 8 | c[2])); };
  return contrast_ratio(color(a), color(b));
}

TEST(PageTones, PaperAndInk) {
  EXPECT_EQ(toned({255, 255, 255}, Tone::dark), (Rgb{0, 0, 0}));
  EXPECT_EQ(toned({0, 0, 0}, Tone::dark), (Rgb{255, 255, 255}));
  EXPECT_EQ(toned({255, 255, 255}, Tone::yellow), (Rgb{255, 243, 196}));
  EXPECT_EQ(toned({0, 0, 0}, Tone::yellow), (Rgb{0, 0, 0}));
  EXPECT_EQ(toned({12, 200, 31}, Tone::printed), (Rgb{12, 200, 31}));
}

TEST(PageTones, TextOfAnyColourThatCouldBeReadHasSevenToOne) {
  for (const Tone tone : {Tone::dark, Tone::yellow}) {
    const Rgb paper = toned({255, 255, 255}, tone);
    for (int r = 0; r < 256; r += 15) {
      for (int g = 0; g < 256; g += 15) {
        for (int b = 0; b < 256; b += 15) {
          const Rgb text{r, g, b};
          if (contrast(text, {255, 255, 255}) < 4.5) continue;
          EXPECT_GE(contrast(toned(text, tone), paper), 7) << r << " " << g << " " << b;
        }
      }
    }
    EXPECT_GE(contrast(toned({118, 118, 118}, tone), paper), 7);
  }
}

Rgb rgb_of(Color c) {
  return {c.r, c.g, c.b};
}

TEST(PageTones, WhatWeWriteOurselvesHasSevenToOneInEveryTone) {
  for (const Tone tone : {Tone::printed, Tone::dark, Tone::yellow}) {
    const ToneLook look = look_of(tone);
    for (const Color ink : {look.ink, look.ink2, look.accent}) {
      EXPECT_GE(contrast(rgb_of(ink), rgb_of(look.paper)), 7) << static_cast<int>(tone);
    }
    EXPECT_GE(contrast(rgb_of(look.on_ground), rgb_of(look.ground)), 7);
    EXPECT_GE(contrast(rgb_of(look.mark_ink), rgb_of(color::saffron)), 7);
  }
}

TEST(PageTones, WhiteLettersUnderAMarkOnBlackHaveSevenToOne) {
  for (const float strength : {glow, current_glow}) {
    const auto under = [&](int base) {
      const Rgb saffron = rgb_of(color::saffron);
      Rgb mixed{};
      for (std::size_t i = 0; i < 3; ++i)
        mixed[i] = static_cast<int>(static_cast<float>(base) * (1 - strength) +
                                    static_cast<float>(saffron[i]) * strength);
      return mixed;
    };
    EXPECT_GE(contrast(under(255), under(0)), 7);
  }
}

TEST(PageTones, ColoursKeepTheirHue) {
  const Rgb blue = toned({20, 40, 200}, Tone::dark);
  EXPECT_GT(blue[2], blue[0]);
  EXPECT_GT(blue[2], blue[1]);
  const Rgb red = toned({200, 30, 30}, Tone::yellow);
  EXPECT_GT(red[0], red[1] + 40);
}

TEST(PageTones, PhotographsKeepEveryByte) {
  Pixels page = filled(100, 80, {250, 240, 230});
  const Pixels before = page;
  const library::PageBox photograph{0.1f, 0.25f, 0.6f, 0.75f};
  const library::PageBox odd[] = {photograph, {0.9f, 0.9f, 0.1f, 0.1f}, {0, 0, 0, 0}};
  apply_tone(page, Tone::dark, odd);
  for (int y = 0; y < 80; ++y) {
    for (int x = 0; x < 100; ++x) {
      const bool inside = x >= 10 && x < 60 && y >= 20 && y < 60;
      EXPECT_EQ(at(page, x, y) == at(before, x, y), inside) << x << " " << y;
    }
  }
}

TEST(PageTones, RedAndBlueTheOtherWayRoundAndEmptyPictures) {
  Pixels rgba = filled(1, 1, {200, 0, 0});
  rgba.bgra = false;  // so it says blue
  apply_tone(rgba, Tone::yellow, {});
  EXPECT_GT(at(rgba, 0, 0)[2], at(rgba, 0, 0)[0]);
  Pixels nothing;
  apply_tone(nothing, Tone::dark, {});
  EXPECT_TRUE(nothing.bytes.empty());
  EXPECT_FALSE(is_photograph(nothing, {0, 0, 1, 1}));
}

// Lines of letters on paper that is not quite white, with the grain of a scanner.
Pixels scanned_text(int paper, int grain) {
  std::mt19937 random(7);
  std::normal_distribution<double> noise(0, grain);
  Pixels page = filled(300, 400, {paper, paper, paper});
  for (int y = 0; y < 400; ++y) {
    for (int x = 0; x < 300; ++x) {
      const bool letter = y % 12 < 5 && x % 7 < 2 && x > 30 && x < 270;
      const int tone = (letter ? 60 : paper) + static_cast<int>(noise(random));
      put(page, x, y, {tone, tone, tone - 6});
    }
  }
  return page;
}

// Light over a landscape: every tone somewhere.
Pixels photograph() {
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0, 6);
  Pixels picture = filled(300, 200, {0, 0, 0});
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 300; ++x) {
      const double light =
          120 + 70 * std::sin(x / 40.0) * std::cos(y / 55.0) + 40 * std::sin((x + 2 * y) / 23.0);
      const int tone = static_cast<int>(light + noise(random));
      put(picture, x, y, {tone + 20, tone, tone - 30});
    }
  }
  return picture;
}

TEST(PageTones, APhotographIsToldFromAScanOfText) {
  const library::PageBox all{0, 0, 1, 1};
  EXPECT_TRUE(is_photograph(photograph(), all));
  EXPECT_FALSE(is_photograph(scanned_text(250, 0), all));
  EXPECT_FALSE(is_photograph(scanned_text(235, 6), all));
  EXPECT_FALSE(is_photograph(scanned_text(190, 9), all)) << "grey paper";
  EXPECT_FALSE(is_photograph(filled(50, 50, {10, 60, 120}), all)) << "a coloured area";
  EXPECT_FALSE(is_photograph(photograph(), {0.5f, 0.5f, 0.5f, 0.9f})) << "nothing";
  EXPECT_FALSE(is_photograph(photograph(), {0.9f, 0.9f, 0.1f, 0.1f}));
}

TEST(PageTones, StripsOfOnePhotographAreOneBox) {
  std::vector<library::PageBox> strips;
  for (int i = 0; i < 20; ++i) {
    const auto top = 0.2f + static_cast<float>(i) * 0.02f;
    strips.push_back({0.1f, top, 0.5f, top + 0.02f});
  }
  strips.push_back({0.7f, 0.1f, 0.9f, 0.3f});
  strips.push_back({0.3f, 0.9f, 0.31f, 0.91f});  // a bullet
  const auto boxes = merged(strips);
  ASSERT_EQ(boxes.size(), 2u);
  EXPECT_NEAR(boxes[0].y0, 0.2f, 1e-4f);
  EXPECT_NEAR(boxes[0].y1, 0.6f, 1e-4f);
  EXPECT_TRUE(merged({}).empty());
  std::vector<library::PageBox> many(100000, {0.1f, 0.1f, 0.2f, 0.2f});
  EXPECT_LE(merged(many).size(), 400u);
}

TEST(PageTones, BoxesOfThePageWithinATile) {
  const std::vector<library::PageBox> boxes{{0.1f, 0.1f, 0.3f, 0.3f}, {0.8f, 0.8f, 0.9f, 0.9f}};
  const auto inner = within(boxes, {0.2f, 0, 0.6f, 0.5f});
  ASSERT_EQ(inner.size(), 1u);
  EXPECT_NEAR(inner[0].x0, 0, 1e-5f);
  EXPECT_NEAR(inner[0].x1, 0.25f, 1e-5f);
  EXPECT_NEAR(inner[0].y0, 0.2f, 1e-5f);
  EXPECT_NEAR(inner[0].y1, 0.6f, 1e-5f);
  EXPECT_TRUE(within(boxes, {0.5f, 0.5f, 0.5f, 0.5f}).empty());
}

}  // namespace
}  // namespace mess::kiosk
