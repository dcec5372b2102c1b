#include "kiosk/app/viewport.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace mess::kiosk {
namespace {

constexpr Size view{1436, 880};
constexpr library::PageSize a4{595, 842}, slide{960, 540}, poster{2000, 3000};

TEST(Viewport, ReadingSizeIsThatOfTheDesign) {
  EXPECT_FLOAT_EQ(base_width(view, a4), 1080);
  EXPECT_FLOAT_EQ(base_width(view, poster), 1080);
  EXPECT_FLOAT_EQ(base_width(view, slide), 1388);    // view less two margins; 781 high, fits
  EXPECT_FLOAT_EQ(base_width({600, 880}, a4), 552);  // a narrow view
}

TEST(Viewport, SizesThatMakeNoSenseCountAsA4) {
  for (const library::PageSize size : {library::PageSize{0, 0}, {-1, 5}, {5, 0}, {NAN, 3}}) {
    EXPECT_FLOAT_EQ(page_size_at(view, size, 1).h, page_size_at(view, a4, 1).h);
  }
  EXPECT_LE(page_size_at(view, {1, 100000}, 1).h, 1080 * 20 + 1);  // a ribbon is cut down
}

struct Clamp {
  const char* what;
  library::PageSize page;
  Viewport from, to;
};

TEST(Viewport, Clamps) {
  const float tall = page_size_at(view, a4, 1).h;  // 1528
  const Clamp cases[] = {
      {"a page narrower than the view is centred", a4, {1, {0, 0}}, {1, {178, 0}}},
      {"not above the margin", a4, {1, {178, 500}}, {1, {178, 24}}},
      {"not below the end", a4, {1, {178, -5000}}, {1, {178, 880 - 24 - tall}}},
      {"a page that fits is centred both ways", slide, {1, {-90, 300}}, {1, {24, (880 - 780.75f) / 2}}},
      {"a zoomed page may be moved to its edges only", a4, {2, {100, 0}}, {2, {24, 0}}},
      {"its other edge", a4, {2, {-5000, 0}}, {2, {1436 - 24 - 2160, 0}}},
      {"zoom stays within limits", a4, {50, {0, 0}}, {largest_zoom, {0, 0}}},
  };
  for (const Clamp& c : cases) {
    const Viewport got = clamped(view, c.page, c.from);
    EXPECT_NEAR(got.zoom, c.to.zoom, 1e-4) << c.what;
    EXPECT_NEAR(got.offset.x, c.to.offset.x, 0.01) << c.what;
    EXPECT_NEAR(got.offset.y, c.to.offset.y, 0.01) << c.what;
    EXPECT_EQ(clamped(view, c.page, got), got) << c.what << ", again";
  }
  EXPECT_FLOAT_EQ(clamped(view, a4, {0.001f, {}}).zoom, zoom_to_fit_page(view, a4));
}

TEST(Viewport, ZoomingKeepsThePointUnderTheFinger) {
  const Viewport from = clamped(view, a4, {1.5f, {-80, -400}});
  const Point about{700, 440};
  const Viewport to = zoomed(view, a4, from, 2.5f, about);
  const auto fraction = [&](const Viewport& v) {
    return page_point_at(page_rect({0, 0, view.w, view.h}, a4, v), about);
  };
  ASSERT_TRUE(fraction(from) && fraction(to));
  EXPECT_NEAR(fraction(from)->x, fraction(to)->x, 1e-4);
  EXPECT_NEAR(fraction(from)->y, fraction(to)->y, 1e-4);
  EXPECT_EQ(zoomed(view, a4, from, from.zoom, about), from);
}

constexpr float five_millimetres = 18;
constexpr library::PageSize a0_landscape{3370, 2384}, tiny{9, 9}, receipt{227, 4000};

Rect on_screen(library::PageSize page, const Viewport& viewport) {
  return page_rect({0, 0, view.w, view.h}, page, viewport);
}

// How far the point of the page that fingers took at `fingers` slides away from them while they zoom from
// where it lies to 800 % and back to 50 %, wandering about in the view.
float slides_by(library::PageSize page, Viewport held, Point fingers) {
  const Rect before = on_screen(page, held);
  const Point taken{(fingers.x - before.x) / before.w, (fingers.y - before.y) / before.h};
  float worst = 0;
  constexpr int steps = 160;
  for (int step = 1; step <= steps; ++step) {
    const float along = static_cast<float>(step) / steps;
    const float zoom = 0.5f * std::pow(16.f, 1 - std::abs(2 * along - 1));
    const Point to{std::clamp(fingers.x + 9 * std::sin(along * 50), 0.f, view.w),
                   std::clamp(fingers.y + 7 * std::cos(along * 40), 0.f, view.h)};
    held = zoomed_free(view, page, held, zoom, fingers, to);
    EXPECT_NEAR(held.zoom, zoom, 1e-4);
    fingers = to;
    const Rect now = on_screen(page, held);
    worst =
        std::max(worst, std::hypot(now.x + taken.x * now.w - fingers.x, now.y + taken.y * now.h - fingers.y));
  }
  return worst;
}

TEST(Viewport, WhatFingersHoldStaysUnderThemFrom50To800PerCent) {
  const struct {
    const char* what;
    library::PageSize page;
  } pages[] = {{"A4", a4},         {"A0 landscape", a0_landscape}, {"slide", slide},
               {"a stamp", tiny},  {"a long receipt", receipt},    {"a ribbon", {1, 100000}},
               {"no size", {0, 0}}};
  for (const auto& [what, page] : pages) {
    const Viewport start = zoomed_free(view, page, at_top(view, page, 1), 0.5f, {718, 440}, {718, 440});
    const Rect seen = on_screen(page, start).overlap({0, 0, view.w, view.h});
    for (const float across : {0.f, 0.2f, 0.5f, 1.f}) {
      for (const float down : {0.f, 0.5f, 0.9f, 1.f}) {
        const Point fingers{seen.x + across * seen.w, seen.y + down * seen.h};
        EXPECT_LE(slides_by(page, start, fingers), five_millimetres) << what << " " << across << " " << down;
      }
    }
  }
}

TEST(Viewport, FingersCannotLoseThePage) {
  for (const library::PageSize page : {a4, a0_landscape, tiny, receipt}) {
    for (const Point begin : {Point{0, 0}, {1436, 0}, {0, 880}, {1436, 880}, {5, 440}}) {
      for (const Point end : {Point{-400, -400}, {1436, 880}, {1900, 1000}, {700, 400}}) {
        Viewport held = zoomed_free(view, page, at_top(view, page, 1), 0.3f, begin, begin);
        for (const float zoom : {0.5f, 3.f, 8.f, 20.f, 1.f})
          held = zoomed_free(view, page, held, zoom, begin, end);
        const Rect seen = on_screen(page, held).overlap({0, 0, view.w, view.h});
        EXPECT_GE(seen.w, strip_in_sight - 1) << begin.x << "," << begin.y << " to " << end.x;
        EXPECT_GE(seen.h, strip_in_sight - 1) << begin.x << "," << begin.y << " to " << end.x;
      }
    }
  }
}

TEST(Viewport, AHeldPageHasLimitsOfItsOwn) {
  const Viewport from = at_top(view, a4, 1);
  EXPECT_FLOAT_EQ(zoomed_free(view, a4, from, 100, {700, 400}, {700, 400}).zoom, largest_zoom);
  EXPECT_FLOAT_EQ(zoomed_free(view, a4, from, 0.01f, {700, 400}, {700, 400}).zoom, smallest_held_zoom);
  EXPECT_FLOAT_EQ(zoomed_free(view, receipt, from, 0.001f, {700, 400}, {700, 400}).zoom,
                  smallest_zoom(view, receipt));
}

TEST(Viewport, APageThatWasHeldSettlesAtAnAllowedPlace) {
  const struct {
    const char* what;
    library::PageSize page;
    Viewport held, settled;
  } cases[] = {
      {"pulled aside: centred again", a4, {1, {500, -300}}, {1, {178, -300}}},
      {"smaller than allowed: the whole page", slide, {0.5f, {10, 10}}, {1, {24, (880 - 780.75f) / 2}}},
      {"at 800 %: its edge comes back to the margin", a4, {8, {700, -2000}}, {8, {24, -2000}}},
      {"in the middle of it: stays", a4, {8, {-3000, -5000}}, {8, {-3000, -5000}}},
  };
  for (const auto& c : cases) {
    const Viewport got = clamped(view, c.page, c.held);
    EXPECT_NEAR(got.zoom, c.settled.zoom, 1e-4) << c.what;
    EXPECT_NEAR(got.offset.x, c.settled.offset.x, 0.01) << c.what;
    EXPECT_NEAR(got.offset.y, c.settled.offset.y, 0.01) << c.what;
  }
  // The zoom is only ever corrected to one at which all is seen, so no place has to be kept meanwhile.
  for (const library::PageSize page : {a4, slide, a0_landscape, tiny, receipt}) {
    EXPECT_TRUE(fits_across(view, page, smallest_zoom(view, page)));
    EXPECT_TRUE(fits_down(view, page, smallest_zoom(view, page)));
  }
}

TEST(Viewport, FitsWhatItSays) {
  for (const library::PageSize page : {a4, slide, poster}) {
    const Size whole = page_size_at(view, page, zoom_to_fit_page(view, page));
    EXPECT_LE(whole.w, view.w - 2 * page_margin + 0.1f);
    EXPECT_LE(whole.h, view.h - 2 * page_margin + 0.1f);
    EXPECT_TRUE(fits_down(view, page, zoom_to_fit_page(view, page)));
    EXPECT_NEAR(page_size_at(view, page, zoom_to_fit_width(view, page)).w, view.w - 2 * page_margin, 0.1f);
    EXPECT_TRUE(fits_across(view, page, zoom_to_fit_width(view, page)));
  }
  EXPECT_FALSE(fits_down(view, a4, 1));
}

TEST(Viewport, TopAndBottom) {
  EXPECT_FLOAT_EQ(at_top(view, a4, 1).offset.y, page_margin);
  EXPECT_NEAR(at_bottom(view, a4, 1).offset.y + page_size_at(view, a4, 1).h, view.h - page_margin, 0.01);
  EXPECT_EQ(at_top(view, slide, 1), at_bottom(view, slide, 1));
}

TEST(Viewport, ShowingABoxMovesNoMoreThanNeeded) {
  const Viewport top = at_top(view, a4, 1);
  EXPECT_EQ(showing(view, a4, top, {0.2f, 0.2f, 0.3f, 0.22f}), top) << "in sight already";
  const library::PageBox low{0.2f, 0.9f, 0.3f, 0.92f};
  const Viewport moved = showing(view, a4, top, low);
  const Rect box = box_on_screen(page_rect({0, 0, view.w, view.h}, a4, moved), low);
  EXPECT_GE(box.y, 0);
  EXPECT_LE(box.bottom(), view.h);
  EXPECT_LT(moved.offset.y, top.offset.y);
}

TEST(Viewport, PointsOfThePage) {
  const Rect page{100, 50, 200, 400};
  EXPECT_FALSE(page_point_at(page, {99, 60}));
  ASSERT_TRUE(page_point_at(page, {200, 250}));
  EXPECT_FLOAT_EQ(page_point_at(page, {200, 250})->x, 0.5f);
  EXPECT_EQ(box_on_screen(page, {0.5f, 0.25f, 1, 0.5f}), (Rect{200, 150, 100, 100}));
}

}  // namespace
}  // namespace mess::kiosk
