#pragma once
// The tokens of design/DESIGN-SYSTEM.md as values: colours (section 2), type scale (3), space and radii (4).

#include "kiosk/geometry.h"

namespace mess::kiosk {

namespace color {
inline constexpr Color paper = rgb(0xFAF5EA), card = rgb(0xFFFDF8), field = rgb(0xFFFFFF),
                       sand = rgb(0xF1E8D6), sand2 = rgb(0xE6D9C0), line = rgb(0xDDD0B8),
                       edge = rgb(0x8A7D66), ink = rgb(0x15243A), ink2 = rgb(0x3C485A),
                       strait = rgb(0x0B4A5F), strait_dark = rgb(0x07313F), strait_mid = rgb(0x3F7C8C),
                       strait_tint = rgb(0xDCEBEB), terra = rgb(0x783010), terra_dark = rgb(0x5E250B),
                       terra_mid = rgb(0xB8562D), terra_tint = rgb(0xF7E3D5), saffron = rgb(0xF4CB6B),
                       saffron_tint = rgb(0xFBEBC4), saffron_edge = rgb(0x94701C), ok = rgb(0x144B30),
                       ok_tint = rgb(0xDDEBDD), error = rgb(0x8C1C1C), error_tint = rgb(0xF6DEDA),
                       night = rgb(0x17202B), on_night = rgb(0xE8DDC7), quiet_hit = rgb(0xFBE3A2),
                       spoken = rgb(0xC4E3E6), on_dark = rgb(0xCFE0DF), shadow_near = rgb(0xE9DEC8),
                       key_shadow = rgb(0xCDBE9F);
}  // namespace color

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
inline constexpr float bar_height = 112, target_min = 54, target_main = 72;
}  // namespace space

namespace radius {
inline constexpr float badge = 8, chip = 11, button = 14, card = 18, banner = 26;
}  // namespace radius

}  // namespace mess::kiosk
