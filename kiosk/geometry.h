#pragma once
// Plain geometry in design units: 1 unit = 1 px of the 1920 x 1080 reference screen
// (design/DESIGN-SYSTEM.md). x grows from the START edge (left in French, right in Arabic) wherever a Canvas
// mirrors; y grows downwards.

#include <algorithm>
#include <cstdint>

namespace mess::kiosk {

struct Point {
  float x = 0, y = 0;
  friend bool operator==(Point, Point) = default;
};

struct Size {
  float w = 0, h = 0;
  friend bool operator==(Size, Size) = default;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float end() const { return x + w; }
  float bottom() const { return y + h; }
  Point centre() const { return {x + w / 2, y + h / 2}; }
  bool contains(Point p) const { return p.x >= x && p.x < x + w && p.y >= y && p.y < y + h; }
  Rect inset(float d) const { return {x + d, y + d, w - 2 * d, h - 2 * d}; }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  Rect overlap(const Rect& o) const {
    const float left = std::max(x, o.x), top = std::max(y, o.y);
    return {left, top, std::max(0.f, std::min(end(), o.end()) - left),
            std::max(0.f, std::min(bottom(), o.bottom()) - top)};
  }
  bool empty() const { return w <= 0 || h <= 0; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// The rectangle seen from the other edge: the one RTL rule of the design (x' = width - x - w).
constexpr Rect mirrored(const Rect& r, float width) {
  return {width - r.x - r.w, r.y, r.w, r.h};
}

enum class ColorName : std::uint8_t;  // draw/theme.h

// The colours of the design have a name: what they look like is up to the theme in which they are shown, and
// the values here are those by day. A colour without one, ColorName{}, is always what it is.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  ColorName name{};
  friend bool operator==(Color, Color) = default;
};
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16),
          static_cast<std::uint8_t>(hex >> 8),
          static_cast<std::uint8_t>(hex),
          255,
          {}};
}
constexpr Color with_alpha(Color c, float alpha) {
  return {c.r, c.g, c.b, static_cast<std::uint8_t>(static_cast<float>(c.a) * alpha + 0.5f), c.name};
}

}  // namespace mess::kiosk
