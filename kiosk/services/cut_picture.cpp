#include "kiosk/services/cut_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mess::kiosk {

namespace {

std::uint8_t* pixel(Pixels& pixels, int x, int y) {
  return pixels.bytes.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                                static_cast<std::size_t>(x)) *
                                   4;
}

// How much of the pixel at p lies within a rectangle with round corners, 0..1.
float inside(const Rect& r, float corner, Point p) {
  const float round = std::max(0.f, std::min({corner, r.w / 2, r.h / 2}));
  // From the rectangle that is smaller by the corners; negative within it.
  const float x = std::abs(p.x - r.centre().x) - r.w / 2 + round;
  const float y = std::abs(p.y - r.centre().y) - r.h / 2 + round;
  const float distance =
      std::hypot(std::max(x, 0.f), std::max(y, 0.f)) + std::min(std::max(x, y), 0.f) - round;
  return std::clamp(0.5f - distance, 0.f, 1.f);
}

// From 0 outside an edge to 1 at `reach` pixels from it.
float ramp(int at, int length, int reach) {
  if (reach <= 0) return 1;
  const float near = static_cast<float>(std::min(at, length - 1 - at)) + 0.5f;
  const float t = std::min(1.f, near / static_cast<float>(reach));
  return t * t * (3 - 2 * t);
}

void scale(std::uint8_t& value, float factor) {
  value = static_cast<std::uint8_t>(static_cast<float>(value) * factor + 0.5f);
}

}  // namespace

void mark(Pixels& pixels, std::span<const Rect> parts, Color color, float corner) {
  const std::array<float, 3> bgr{static_cast<float>(color.b) / 255, static_cast<float>(color.g) / 255,
                                 static_cast<float>(color.r) / 255};
  for (const Rect& part : parts) {
    const int x0 = std::max(0, static_cast<int>(std::floor(part.x)));
    const int y0 = std::max(0, static_cast<int>(std::floor(part.y)));
    const int x1 = std::min(pixels.width, static_cast<int>(std::ceil(part.end())));
    const int y1 = std::min(pixels.height, static_cast<int>(std::ceil(part.bottom())));
    for (int y = y0; y < y1; ++y) {
      for (int x = x0; x < x1; ++x) {
        const float cover =
            inside(part, corner, {static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f});
        std::uint8_t* at = pixel(pixels, x, y);
        for (std::size_t c = 0; c < bgr.size(); ++c) scale(at[c], 1 - cover * (1 - bgr[c]));
      }
    }
  }
}

void soften_edges(Pixels& pixels, int across, int down) {
  for (int y = 0; y < pixels.height; ++y) {
    const float row = ramp(y, pixels.height, down);
    for (int x = 0; x < pixels.width; ++x) {
      const float kept = row * ramp(x, pixels.width, across);
      if (kept >= 1) continue;
      std::uint8_t* at = pixel(pixels, x, y);
      for (std::size_t c = 0; c < 3; ++c) {
        const auto dark = static_cast<float>(255 - at[c]);
        at[c] = static_cast<std::uint8_t>(255.5f - dark * kept);
      }
    }
  }
}

}  // namespace mess::kiosk
