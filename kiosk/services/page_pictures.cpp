#include "kiosk/services/page_pictures.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mess::kiosk {

Pixels copied(const library::Picture& picture) {
  return copied(picture, 0, picture.width());
}

Pixels copied(const library::Picture& picture, int left, int width) {
  left = std::clamp(left, 0, picture.width());
  Pixels pixels{std::clamp(width, 0, picture.width() - left), picture.height(), true, {}};
  const std::size_t row = static_cast<std::size_t>(pixels.width) * 4;
  pixels.bytes.resize(row * static_cast<std::size_t>(picture.height()));
  for (int y = 0; y < picture.height(); ++y) {
    const std::size_t from = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.stride()) +
                             static_cast<std::size_t>(left) * 4;
    std::memcpy(pixels.bytes.data() + static_cast<std::size_t>(y) * row, picture.pixels().data() + from, row);
  }
  return pixels;
}

namespace {

void mean_of(const Pixels& pixels, int x0, int x1, int y0, int y1, std::uint8_t* to) {
  std::array<unsigned, 4> sum{};
  for (int y = y0; y < y1; ++y) {
    const std::uint8_t* pixel =
        pixels.bytes.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                               static_cast<std::size_t>(x0)) *
                                  4;
    for (int x = x0; x < x1; ++x, pixel += 4) {
      for (std::size_t c = 0; c < 4; ++c) sum[c] += pixel[c];
    }
  }
  const unsigned count = static_cast<unsigned>((x1 - x0) * (y1 - y0));
  for (std::size_t c = 0; c < 4; ++c) to[c] = static_cast<std::uint8_t>((sum[c] + count / 2) / count);
}

}  // namespace

Pixels shrunk(const Pixels& pixels, int width) {
  if (width <= 0 || width >= pixels.width || pixels.height <= 0) return pixels;
  const int height = std::max(
      1,
      static_cast<int>((static_cast<std::int64_t>(pixels.height) * width + pixels.width / 2) / pixels.width));
  Pixels small{width, height, pixels.bgra, {}};
  small.bytes.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  const auto edge = [](int index, int from, int to) {
    return static_cast<int>(static_cast<std::int64_t>(index) * from / to);
  };
  std::uint8_t* to = small.bytes.data();
  for (int y = 0; y < height; ++y) {
    const int y0 = edge(y, pixels.height, height), y1 = std::max(y0 + 1, edge(y + 1, pixels.height, height));
    for (int x = 0; x < width; ++x, to += 4) {
      const int x0 = edge(x, pixels.width, width), x1 = std::max(x0 + 1, edge(x + 1, pixels.width, width));
      mean_of(pixels, x0, x1, y0, y1, to);
    }
  }
  return small;
}

}  // namespace mess::kiosk
