#pragma once
// How well one colour is seen on another. Pure.

#include <algorithm>
#include <cmath>

#include "kiosk/geometry.h"

namespace mess::kiosk {

// WCAG 2.1, "relative luminance", of a colour without transparency: 0 black to 1 white.
inline double luminance(Color c) {
  const auto linear = [](std::uint8_t channel) {
    const double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

// WCAG 2.1 1.4.3: 1 to 21.
inline double contrast_ratio(Color a, Color b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

// `part` of b in a.
constexpr Color mixed(Color a, Color b, float part) {
  const auto channel = [part](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(static_cast<float>(from) +
                                     part * (static_cast<float>(to) - static_cast<float>(from)) + 0.5f);
  };
  return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), a.a, a.name};
}

}  // namespace mess::kiosk
