#include "library/pdf_renderer_choice.h"

#include <gtest/gtest.h>

#include <vector>

namespace mess::library {
namespace {

TEST(RendererChoice, APageOfPicturesAloneIsAScan) {
  const struct {
    const char* why;
    std::vector<GlyphBox> pictures;
    bool expected;
  } cases[] = {
      {"no picture", {}, false},
      {"one over the whole page", {{0, 0, 1, 1}}, true},
      {"a scan a little askew", {{0.02, 0, 1, 0.99}}, true},
      {"in strips", {{0, 0, 1, 0.25}, {0, 0.25, 1, 0.5}, {0, 0.5, 1, 0.75}, {0, 0.75, 1, 1}}, true},
      {"paper and ink apart", {{0, 0, 1, 1}, {0.1, 0.1, 0.9, 0.9}}, true},
      {"a coat of arms behind a law", {{0.12, 0.12, 0.88, 0.88}, {0.12, 0.04, 0.88, 0.09}}, false},
      {"a photograph over text", {{0, 0, 1, 0.5}}, false},
      {"of no size, as Poppler has them on a turned page", {{1, 0, 1, 1}}, false},
  };
  for (const auto& one : cases) EXPECT_EQ(is_scan(one.pictures), one.expected) << one.why;
}

TEST(RendererChoice, SplashDrawsWholeScansThatAreMadeSmaller) {
  const struct {
    const char* why;
    bool is_scan;
    WantedPicture wanted;
    Renderer expected;
  } cases[] = {
      {"a scan on the screen, A4 at 1080 pixels", true, {131, 1080.0 * 1527, true}, Renderer::splash},
      {"its thumbnail", true, {20, 160.0 * 226, true}, Renderer::splash},
      {"a page of text", false, {131, 1080.0 * 1527, true}, Renderer::cairo},
      {"zoomed, at about its own size", true, {240, 2000.0 * 2828, true}, Renderer::cairo},
      {"printed", true, {300, 2480.0 * 3508, true}, Renderer::cairo},
      {"a tile", true, {131, 512.0 * 512, false}, Renderer::cairo},
      {"a map of A0, larger than memory has room for twice",
       true,
       {149, 4920.0 * 6970, true},
       Renderer::cairo},
  };
  for (const auto& one : cases) EXPECT_EQ(renderer_for(one.is_scan, one.wanted), one.expected) << one.why;
}

TEST(RendererChoice, PagesOfTextAreSeldomLookedAt) {
  const struct {
    const char* why;
    int page;
    LastLook last;
    bool expected;
  } cases[] = {
      {"the first of a document", 41, {}, true},  {"after a page of text", 42, {41, false}, false},
      {"before it", 40, {41, false}, false},      {"far from it", 49, {41, false}, true},
      {"far before it", 33, {41, false}, true},   {"after a scan", 42, {41, true}, true},
      {"far from a scan", 400, {41, true}, true},
  };
  for (const auto& one : cases) EXPECT_EQ(is_worth_a_look(one.page, one.last), one.expected) << one.why;
}

TEST(RendererChoice, LooksForScansOnlyWhereAPageHasTheBytesOfOne) {
  EXPECT_TRUE(may_hold_scans(24000, 1));
  EXPECT_TRUE(may_hold_scans(std::size_t{425000} * 500, 500));
  EXPECT_FALSE(may_hold_scans(6'500'000, 2415)) << "a manual of letters";
  EXPECT_TRUE(may_hold_scans(0, 0)) << "nothing is drawn of it anyhow";
}

}  // namespace
}  // namespace mess::library
