// The palettes: every pair of text and ground that the components put together, by day and in high contrast.

#include <gtest/gtest.h>

#include "kiosk/draw/theme.h"
#include "looking_canvas.h"

namespace mess::kiosk {
namespace {

struct Pair {
  const char* name;
  Color words, ground;
};

const Pair pairs[] = {
    {"ink on paper", color::ink, color::paper},
    {"ink on card", color::ink, color::card},
    {"ink on field", color::ink, color::field},
    {"ink on sand", color::ink, color::sand},
    {"ink on sand2", color::ink, color::sand2},
    {"ink on strait_tint", color::ink, color::strait_tint},
    {"ink on saffron_tint", color::ink, color::saffron_tint},
    {"ink on key_accent", color::ink, color::key_accent},
    {"ink2 on paper", color::ink2, color::paper},
    {"ink2 on card", color::ink2, color::card},
    {"ink2 on sand", color::ink2, color::sand},
    {"title on card", color::title, color::card},
    {"strait on paper", color::strait, color::paper},
    {"strait on card", color::strait, color::card},
    {"strait on strait_tint", color::strait, color::strait_tint},
    {"bilingual on strait_tint", color::bilingual, color::strait_tint},
    {"terra on paper", color::terra, color::paper},
    {"terra on card", color::terra, color::card},
    {"terra on terra_tint", color::terra, color::terra_tint},
    {"on_accent on strait", color::on_accent, color::strait},
    {"on_accent on strait_dark", color::on_accent, color::strait_dark},
    {"on_accent on terra", color::on_accent, color::terra},
    {"on_accent on terra_dark", color::on_accent, color::terra_dark},
    {"on_saffron on saffron", color::on_saffron, color::saffron},
    {"on_saffron on saffron_dark", color::on_saffron, color::saffron_dark},
    {"on_panel on panel", color::on_panel, color::panel},
    {"on_panel on threshold", color::on_panel, color::threshold},
    {"on_panel2 on threshold", color::on_panel2, color::threshold},
    {"on_night on night", color::on_night, color::night},
    {"ok on card", color::ok, color::card},
    {"error on card", color::error, color::card},
    {"error on error_tint", color::error, color::error_tint},
};

TEST(Theme, TextIsSevenToOneByDayAndInHighContrast) {
  for (const Pair& pair : pairs) {
    EXPECT_GE(contrast_ratio(pair.words, pair.ground, Theme::day), 7) << pair.name;
    EXPECT_GE(contrast_ratio(pair.words, pair.ground, Theme::contrast), 7) << pair.name;
  }
}

TEST(Theme, WhatIsNoTextIsThreeToOne) {
  const Pair parts[] = {{"edge on card", color::edge, color::card},
                        {"edge on sand", color::edge, color::sand},
                        {"saffron_edge on saffron_tint", color::saffron_edge, color::saffron_tint},
                        {"strait_mid on sand", color::strait_mid, color::sand},
                        {"terra_mid on sand2", color::terra_mid, color::sand2}};
  for (const Pair& part : parts) {
    EXPECT_GE(contrast_ratio(part.words, part.ground, Theme::day), 3) << part.name;
    EXPECT_GE(contrast_ratio(part.words, part.ground, Theme::contrast), 3) << part.name;
  }
}

TEST(Theme, ShadowsAreGoneInHighContrast) {
  for (const Color c : {color::shade, color::shadow_near, color::key_shadow})
    EXPECT_EQ(shown(with_alpha(c, 0.5f), Theme::contrast).a, 0);
}

TEST(Theme, WhatIsPrintedStaysWhatItIs) {
  EXPECT_EQ(shown(color::sheet, Theme::contrast), color::sheet);
  EXPECT_EQ(shown(printed(color::terra), Theme::contrast), printed(color::terra));
}

TEST(Theme, TransparencyOutlivesTheTheme) {
  EXPECT_EQ(shown(with_alpha(color::scrim, 0.62f), Theme::contrast).a, with_alpha(color::scrim, 0.62f).a);
}

}  // namespace
}  // namespace mess::kiosk
