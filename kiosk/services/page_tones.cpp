#include "kiosk/services/page_tones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace mess::kiosk {

namespace {

constexpr std::array<float, 3> yellow_paper{255, 243, 196};  // #FFF3C4
constexpr double dark_power = 0.7, yellow_power = 1.6;

// Of a photograph: no 32 neighbouring tones of 256 hold so much of it, and its tones are spread this far
// (bits of entropy over 32 steps, of 5). On the corpus no scan, watermark or drawing is taken for one; seals
// and logos with shades are.
constexpr double most_of_one_tone = 0.6, least_spread = 3.0;
constexpr int steps = 32, steps_of_paper = 4, most_samples = 200;  // a side

constexpr std::size_t most_merged = 400;  // boxes; more are a pattern, not photographs
constexpr float least_side = 0.04f, touching = 0.004f;

struct Side {
  int begin, end;
};
Side pixels_of(float from, float to, int size) {
  const auto at = [size](float part) {
    return std::clamp(static_cast<int>(std::lround(part * static_cast<float>(size))), 0, size);
  };
  return {at(from), at(to)};
}

int luma_of(int r, int g, int b) {
  return (77 * r + 150 * g + 29 * b) >> 8;
}

using Curve = std::array<std::uint8_t, 256>;

Curve curve_of(Tone tone) {
  Curve curve{};
  for (std::size_t y = 0; y < curve.size(); ++y) {
    const double part = static_cast<double>(y) / 255;
    const double moved = tone == Tone::dark ? std::pow(1 - part, dark_power) : std::pow(part, yellow_power);
    curve[y] = static_cast<std::uint8_t>(std::lround(moved * 255));
  }
  return curve;
}

// The lightness from the curve, the hue as it was, as much of the colour as there is room for.
void darken(std::uint8_t* pixel, const Curve& curve) {
  const int a = pixel[0], b = pixel[1], c = pixel[2];
  if (a == b && b == c) {
    pixel[0] = pixel[1] = pixel[2] = curve[static_cast<std::size_t>(a)];
    return;
  }
  const int luma = luma_of(pixel[2], pixel[1], pixel[0]);
  const int to = curve[static_cast<std::size_t>(luma)];
  const int up = std::max({a, b, c}) - luma, down = luma - std::min({a, b, c});
  float room = 1;
  if (up > 0) room = std::min(room, static_cast<float>(255 - to) / static_cast<float>(up));
  if (down > 0) room = std::min(room, static_cast<float>(to) / static_cast<float>(down));
  for (int i = 0; i < 3; ++i) {
    const float moved = static_cast<float>(to) + room * static_cast<float>(pixel[i] - luma);
    pixel[i] = static_cast<std::uint8_t>(std::clamp(moved + 0.5f, 0.f, 255.f));
  }
}

void make_yellow(std::uint8_t* pixel, const Curve& curve) {
  const int luma = luma_of(pixel[2], pixel[1], pixel[0]);
  const float scale =
      luma == 0 ? 0.f
                : static_cast<float>(curve[static_cast<std::size_t>(luma)]) / static_cast<float>(luma) / 255;
  for (std::size_t i = 0; i < 3; ++i) {
    const float moved = static_cast<float>(pixel[i]) * scale * yellow_paper[2 - i];
    pixel[i] = static_cast<std::uint8_t>(std::min(255.f, moved + 0.5f));
  }
}

// Red and blue the other way round for pictures that say so.
void in_order(Pixels& pixels) {
  if (pixels.bgra) return;
  for (std::size_t at = 0; at + 3 < pixels.bytes.size(); at += 4)
    std::swap(pixels.bytes[at], pixels.bytes[at + 2]);
  pixels.bgra = true;
}

bool are_one(const library::PageBox& a, const library::PageBox& b) {
  const bool meet = a.x0 <= b.x1 + touching && b.x0 <= a.x1 + touching && a.y0 <= b.y1 + touching &&
                    b.y0 <= a.y1 + touching;
  if (!meet) return false;
  const auto same = [](float p, float q) { return std::abs(p - q) <= touching; };
  const bool inside = (a.x0 <= b.x0 && a.x1 >= b.x1 && a.y0 <= b.y0 && a.y1 >= b.y1) ||
                      (b.x0 <= a.x0 && b.x1 >= a.x1 && b.y0 <= a.y0 && b.y1 >= a.y1);
  return inside || (same(a.x0, b.x0) && same(a.x1, b.x1)) || (same(a.y0, b.y0) && same(a.y1, b.y1));
}

}  // namespace

void apply_tone(Pixels& pixels, Tone tone, std::span<const library::PageBox> photographs) {
  if (tone == Tone::printed) return;
  in_order(pixels);
  const Curve curve = curve_of(tone);
  const auto width = static_cast<std::size_t>(std::max(0, pixels.width));
  std::vector<std::uint8_t> kept(width);
  // Most pixels of a page are as the one before.
  std::array<std::uint8_t, 4> before{}, then{};
  const auto turn = [&] {
    tone == Tone::dark ? darken(then.data(), curve) : make_yellow(then.data(), curve);
  };
  turn();
  for (int y = 0; y < pixels.height; ++y) {
    std::fill(kept.begin(), kept.end(), std::uint8_t{0});
    for (const library::PageBox& box : photographs) {
      const Side down = pixels_of(box.y0, box.y1, pixels.height);
      if (y < down.begin || y >= down.end) continue;
      const Side across = pixels_of(box.x0, box.x1, pixels.width);
      std::fill(kept.begin() + across.begin, kept.begin() + std::max(across.begin, across.end),
                std::uint8_t{1});
    }
    std::uint8_t* pixel = pixels.bytes.data() + static_cast<std::size_t>(y) * width * 4;
    for (std::size_t x = 0; x < width; ++x, pixel += 4) {
      if (kept[x] != 0) continue;
      if (std::memcmp(pixel, before.data(), 4) != 0) {
        std::memcpy(before.data(), pixel, 4);
        then = before;
        turn();
      }
      std::memcpy(pixel, then.data(), 4);
    }
  }
}

bool is_photograph(const Pixels& pixels, const library::PageBox& part) {
  const Side across = pixels_of(part.x0, part.x1, pixels.width),
             down = pixels_of(part.y0, part.y1, pixels.height);
  std::array<int, steps> tones{};
  int count = 0;
  const int stride_x = std::max(1, (across.end - across.begin) / most_samples);
  const int stride_y = std::max(1, (down.end - down.begin) / most_samples);
  for (int y = down.begin; y < down.end; y += stride_y) {
    for (int x = across.begin; x < across.end; x += stride_x, ++count) {
      const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                              static_cast<std::size_t>(x)) *
                             4;
      const std::uint8_t* pixel = pixels.bytes.data() + at;
      const int luma =
          pixels.bgra ? luma_of(pixel[2], pixel[1], pixel[0]) : luma_of(pixel[0], pixel[1], pixel[2]);
      ++tones[static_cast<std::size_t>(luma * steps / 256)];
    }
  }
  if (count == 0) return false;
  int together = 0;
  double spread = 0;
  for (std::size_t i = 0; i < tones.size(); ++i) {
    int here = 0;
    for (std::size_t j = i; j < std::min(tones.size(), i + steps_of_paper); ++j) here += tones[j];
    together = std::max(together, here);
    if (tones[i] == 0) continue;
    const double share = static_cast<double>(tones[i]) / count;
    spread -= share * std::log2(share);
  }
  return together < most_of_one_tone * count && spread > least_spread;
}

std::vector<library::PageBox> merged(std::vector<library::PageBox> images) {
  if (images.size() > most_merged) images.resize(most_merged);
  for (std::size_t i = 0; i < images.size(); ++i) {
    for (std::size_t j = i + 1; j < images.size();) {
      if (!are_one(images[i], images[j])) {
        ++j;
        continue;
      }
      images[i] = {std::min(images[i].x0, images[j].x0), std::min(images[i].y0, images[j].y0),
                   std::max(images[i].x1, images[j].x1), std::max(images[i].y1, images[j].y1)};
      images.erase(images.begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;  // the larger box may meet what the smaller one did not
    }
  }
  std::erase_if(images, [](const library::PageBox& box) {
    return box.x1 - box.x0 < least_side || box.y1 - box.y0 < least_side;
  });
  return images;
}

std::vector<library::PageBox> within(std::span<const library::PageBox> boxes, const library::PageBox& part) {
  std::vector<library::PageBox> inner;
  const float w = part.x1 - part.x0, h = part.y1 - part.y0;
  if (w <= 0 || h <= 0) return inner;
  for (const library::PageBox& box : boxes) {
    const library::PageBox cut{
        std::clamp((box.x0 - part.x0) / w, 0.f, 1.f), std::clamp((box.y0 - part.y0) / h, 0.f, 1.f),
        std::clamp((box.x1 - part.x0) / w, 0.f, 1.f), std::clamp((box.y1 - part.y0) / h, 0.f, 1.f)};
    if (cut.x0 < cut.x1 && cut.y0 < cut.y1) inner.push_back(cut);
  }
  return inner;
}

}  // namespace mess::kiosk
