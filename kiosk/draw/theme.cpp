#include "kiosk/draw/theme.h"

#include <array>

namespace mess::kiosk {

namespace {

constexpr Color black = rgb(0x000000), white = rgb(0xFFFFFF), yellow = rgb(0xFFD84D), none{0, 0, 0, 0, {}};

struct InContrast {
  ColorName name;
  Color color;
};

// Design section 7: text 21 : 1, what acts 15.2 : 1 with black on it; no shadow, no tint.
constexpr InContrast in_contrast[] = {
    {ColorName::paper, black},
    {ColorName::card, black},
    {ColorName::field, black},
    {ColorName::sand, black},
    {ColorName::sand2, rgb(0x333333)},  // pressed, and the empty part of bars
    {ColorName::line, rgb(0x777777)},
    {ColorName::edge, white},
    {ColorName::ink, white},
    {ColorName::ink2, white},
    {ColorName::title, yellow},
    {ColorName::strait, yellow},
    {ColorName::strait_dark, rgb(0xD9B431)},
    {ColorName::strait_mid, white},
    {ColorName::strait_tint, rgb(0x333333)},
    {ColorName::on_accent, black},
    {ColorName::panel, black},
    {ColorName::threshold, black},
    {ColorName::on_panel, white},
    {ColorName::on_panel2, white},
    {ColorName::panel_edge, white},
    {ColorName::terra, yellow},
    {ColorName::terra_dark, rgb(0xD9B431)},
    {ColorName::terra_mid, yellow},
    {ColorName::terra_tint, black},
    {ColorName::saffron, yellow},
    {ColorName::saffron_dark, rgb(0xD9B431)},
    {ColorName::saffron_tint, black},
    {ColorName::saffron_edge, yellow},
    {ColorName::on_saffron, black},
    {ColorName::bilingual, rgb(0x9FE8F5)},
    {ColorName::ok, rgb(0x9FE8B5)},
    {ColorName::ok_tint, black},
    {ColorName::error, rgb(0xFFB4AB)},
    {ColorName::error_tint, black},
    {ColorName::staff, black},
    {ColorName::night, black},
    {ColorName::on_night, white},
    {ColorName::scrim, black},
    {ColorName::shade, none},
    {ColorName::shadow_near, none},
    {ColorName::key_shadow, none},
    {ColorName::key_accent, black},
};

constexpr std::size_t names = static_cast<std::size_t>(ColorName::count);
static_assert(std::size(in_contrast) == names - 1, "every name but none has a colour in high contrast");

constexpr std::array<Color, names> contrast_by_name() {
  std::array<Color, names> colors{};
  for (const InContrast& entry : in_contrast) colors[static_cast<std::size_t>(entry.name)] = entry.color;
  return colors;
}

}  // namespace

Color shown(Color c, Theme theme) {
  static constexpr std::array<Color, names> contrast = contrast_by_name();
  if (theme == Theme::day || c.name == ColorName::none) return printed(c);
  Color other = contrast[static_cast<std::size_t>(c.name)];
  other.a = static_cast<std::uint8_t>(other.a * c.a / 255);
  return other;
}

Palette::Palette(Theme theme, const HouseColors& house) : theme_(theme) {
  if (theme != Theme::day) return;
  const auto replace = [this](Color by, ColorName name) {
    by.name = name;
    replaced_.push_back(by);
  };
  if (house.action) {
    const Shades shades = shades_of(*house.action);
    for (const ColorName name : {ColorName::strait, ColorName::panel, ColorName::bilingual})
      replace(shades.plain, name);
    for (const ColorName name : {ColorName::strait_dark, ColorName::threshold}) replace(shades.dark, name);
    replace(shades.mid, ColorName::strait_mid);
    replace(shades.tint, ColorName::strait_tint);
  }
  if (house.guide) {
    const Shades shades = shades_of(*house.guide);
    replace(shades.plain, ColorName::terra);
    replace(shades.dark, ColorName::terra_dark);
    replace(shades.mid, ColorName::terra_mid);
    replace(shades.tint, ColorName::terra_tint);
  }
}

Color Palette::shown(Color c) const {
  if (c.name != ColorName::none) {
    for (const Color& by : replaced_) {
      if (by.name == c.name) return {by.r, by.g, by.b, c.a, ColorName::none};
    }
  }
  return kiosk::shown(c, theme_);
}

}  // namespace mess::kiosk
