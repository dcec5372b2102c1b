#pragma once
// The tokens of design/DESIGN-SYSTEM.md as values: colours (section 2) and what becomes of them in high
// contrast (7), type scale (3), space and radii (4). Pure.

#include <cstdint>
#include <vector>

#include "kiosk/content/house_colors.h"
#include "kiosk/geometry.h"

namespace mess::kiosk {

enum class Theme { day, contrast };

enum class ColorName : std::uint8_t {
  none,
  paper,
  card,
  field,
  sand,
  sand2,
  line,
  edge,
  ink,
  ink2,
  title,
  strait,
  strait_dark,
  strait_mid,
  strait_tint,
  on_accent,
  panel,
  threshold,
  on_panel,
  on_panel2,
  panel_edge,
  terra,
  terra_dark,
  terra_mid,
  terra_tint,
  saffron,
  saffron_dark,
  saffron_tint,
  saffron_edge,
  on_saffron,
  bilingual,
  ok,
  ok_tint,
  error,
  error_tint,
  staff,
  night,
  on_night,
  scrim,
  shade,
  shadow_near,
  key_shadow,
  key_accent,
  count,
};

constexpr Color named(ColorName name, std::uint32_t by_day) {
  Color c = rgb(by_day);
  c.name = name;
  return c;
}

namespace color {
// Grounds, lines, text.
inline constexpr Color paper = named(ColorName::paper, 0xFAF5EA), card = named(ColorName::card, 0xFFFDF8),
                       field = named(ColorName::field, 0xFFFFFF), sand = named(ColorName::sand, 0xF1E8D6),
                       sand2 = named(ColorName::sand2, 0xE6D9C0), line = named(ColorName::line, 0xDDD0B8),
                       edge = named(ColorName::edge, 0x8A7D66), ink = named(ColorName::ink, 0x15243A),
                       ink2 = named(ColorName::ink2, 0x3C485A), title = named(ColorName::title, 0x15243A);
// What acts: strait; what guides the eye: terra. Words and icons on a plate of them are on_accent.
inline constexpr Color strait = named(ColorName::strait, 0x0B4A5F),
                       strait_dark = named(ColorName::strait_dark, 0x07313F),
                       strait_mid = named(ColorName::strait_mid, 0x3F7C8C),
                       strait_tint = named(ColorName::strait_tint, 0xDCEBEB),
                       on_accent = named(ColorName::on_accent, 0xFFFDF8),
                       terra = named(ColorName::terra, 0x783010),
                       terra_dark = named(ColorName::terra_dark, 0x5E250B),
                       terra_mid = named(ColorName::terra_mid, 0xB8562D),
                       terra_tint = named(ColorName::terra_tint, 0xF7E3D5);
// Large dark grounds: a panel, the welcome; what stands on them.
inline constexpr Color panel = named(ColorName::panel, 0x0B4A5F),
                       threshold = named(ColorName::threshold, 0x07313F),
                       on_panel = named(ColorName::on_panel, 0xFFFDF8),
                       on_panel2 = named(ColorName::on_panel2, 0xCFE0DF),
                       panel_edge = named(ColorName::panel_edge, 0x8FBBC4),
                       staff = named(ColorName::staff, 0x15243A),  // the team's own, behind the staff door
    night = named(ColorName::night, 0x17202B), on_night = named(ColorName::on_night, 0xE8DDC7);
// Search highlight, the one call a dark panel has; words on it are on_saffron.
inline constexpr Color saffron = named(ColorName::saffron, 0xF4CB6B),
                       saffron_dark = named(ColorName::saffron_dark, 0xE3B750),
                       saffron_tint = named(ColorName::saffron_tint, 0xFBEBC4),
                       saffron_edge = named(ColorName::saffron_edge, 0x94701C),
                       on_saffron = named(ColorName::on_saffron, 0x15243A);
inline constexpr Color bilingual = named(ColorName::bilingual, 0x0B4A5F), ok = named(ColorName::ok, 0x144B30),
                       ok_tint = named(ColorName::ok_tint, 0xDDEBDD),
                       error = named(ColorName::error, 0x8C1C1C),
                       error_tint = named(ColorName::error_tint, 0xF6DEDA);
// Behind dialogs and below what lies on the paper.
inline constexpr Color scrim = named(ColorName::scrim, 0x15243A), shade = named(ColorName::shade, 0x15243A),
                       shadow_near = named(ColorName::shadow_near, 0xE9DEC8),
                       key_shadow = named(ColorName::key_shadow, 0xCDBE9F),
                       key_accent = named(ColorName::key_accent, 0xFBF3E0);
inline constexpr Color nothing{0, 0, 0, 0, ColorName::none};  // not drawn
// On the paper of a document, and so in every theme what they are.
inline constexpr Color sheet = rgb(0xFFFFFF), print = rgb(0x15243A), quiet_hit = rgb(0xFBE3A2),
                       spoken = rgb(0xC4E3E6);
}  // namespace color

// What a colour looks like in a theme; its transparency stays.
Color shown(Color c, Theme theme);

// The same for a house that has colours of its own by day; in high contrast they are as everywhere.
class Palette {
 public:
  explicit Palette(Theme theme = Theme::day, const HouseColors& house = {});
  Color shown(Color c) const;
  Theme theme() const { return theme_; }

 private:
  Theme theme_;
  std::vector<Color> replaced_;  // each with the name of the colour that it replaces
};

// The colour that it is by day in every theme: for what is printed, as covers and marks on a page.
constexpr Color printed(Color c) {
  c.name = ColorName::none;
  return c;
}

// A control's or card's line, thicker in high contrast, where nothing else tells it from the ground.
constexpr float line_width(float by_day, Theme theme) {
  return theme == Theme::contrast ? 3.f : by_day;
}

enum class Face {
  regular,  // Noto Sans / Noto Sans Arabic / Noto Sans Tifinagh
  bold,     // their bold weights
  display,  // Vollkorn SemiBold / Noto Naskh Arabic Bold
};

// Size and line height in design units (line as a factor of size; Arabic lines are raised to at least 1.5).
struct TextStyle {
  Face face = Face::regular;
  float size = 24;
  float line = 1.42f;
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

namespace type {
inline constexpr TextStyle hero{Face::display, 132, 1.1f}, h1{Face::display, 52, 1.2f},
    h2{Face::display, 40, 1.2f}, h3{Face::display, 29, 1.25f}, h4{Face::display, 25, 1.28f},
    lead{Face::regular, 28, 1.4f}, body{Face::regular, 24, 1.42f}, body_bold{Face::bold, 24, 1.42f},
    snippet{Face::regular, 23, 1.45f}, caption{Face::regular, 22, 1.4f}, caption_bold{Face::bold, 22, 1.4f},
    button{Face::bold, 24, 1.3f}, key{Face::regular, 34, 1.2f}, key_function{Face::bold, 24, 1.2f};
}  // namespace type

namespace space {
inline constexpr float margin = 48, gap_chip = 12, gap_row = 16, gap_card = 22, gap_column = 28;
inline constexpr float target_min = 54, target_main = 72;
}  // namespace space

namespace radius {
inline constexpr float badge = 8, chip = 11, button = 14, card = 18, banner = 26;
}  // namespace radius

}  // namespace mess::kiosk
