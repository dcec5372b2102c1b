#include "looking_canvas.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace mess::kiosk {

namespace {

double luminance(Color c) {
  const auto part = [](std::uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
}

Color over(Color top, Color below) {
  const auto mixed = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a * top.a + b * (255 - top.a)) / 255);
  };
  return {mixed(top.r, below.r), mixed(top.g, below.g), mixed(top.b, below.b)};
}

std::string rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

}  // namespace

double contrast_ratio(Color a, Color b, Theme theme) {
  const double first = luminance(shown(a, theme)), second = luminance(shown(b, theme));
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

void LookingCanvas::lay(const Rect& r, Color c, bool known) {
  const Rect part = mapping().to_screen(r).overlap(clip());
  if (!part.empty()) grounds_.push_back({part, c, known});
}

void LookingCanvas::fill(const Rect& r, Color c, float corner) {
  lay(r, shown(c, theme()), true);
  under_.fill(r, c, corner);
}

void LookingCanvas::circle(Point centre, float r, Color c) {
  lay({centre.x - r, centre.y - r, 2 * r, 2 * r}, shown(c, theme()), true);
  under_.circle(centre, r, c);
}

void LookingCanvas::picture(const Texture& t, const Rect& r, Rect source, Color tint, float corner) {
  lay(r, {}, false);
  under_.picture(t, r, source, tint, corner);
}

void LookingCanvas::turned_picture(const Texture& t, const Rect& r, int quarters) {
  lay(r, {}, false);
  under_.turned_picture(t, r, quarters);
}

void LookingCanvas::look_for_cut(const Rect& box, const TextBlock& block) {
  if (!ours_(block.text)) return;
  const float line = block.style.size * block.style.line;
  const int fit = std::max(1, static_cast<int>((box.h + line * 0.2f) / line));
  const int most = block.max_lines > 0 ? block.max_lines : fit;
  const int lines = text_lines(block, box.w);
  if (lines > most) {
    faults_.push_back("cut: «" + std::string(block.text) + "» takes " + std::to_string(lines) + " lines of " +
                      std::to_string(most) + ", " + rounded(box.w) + " wide");
  }
}

void LookingCanvas::look_at_contrast(const Rect& seen, const TextBlock& block) {
  if (faded_ > 0) return;
  const Point middle = seen.centre();
  std::optional<Color> ground;
  for (const Ground& below : grounds_) {
    if (!below.part.contains(middle)) continue;
    if (!below.known) {
      ground.reset();
    } else if (below.color.a == 255) {
      ground = below.color;
    } else if (ground) {
      ground = over(below.color, *ground);
    }
  }
  if (!ground) return;  // a picture, or the background that the stage fills
  const Color words = over(shown(block.color, theme()), *ground);
  const double ratio = contrast_ratio({words.r, words.g, words.b}, *ground, Theme::day);
  if (ratio < least_contrast_ - 0.05)
    faults_.push_back("contrast " + rounded(ratio) + ": «" + std::string(block.text) + "»");
}

// Where the words stand in their box, by its width: a paragraph in the other script begins at its end.
Rect LookingCanvas::part_of(const Rect& box, float width, const TextBlock& block) const {
  if (block.align == Align::centre) return {box.centre().x - width / 2, box.y, width, box.h};
  const bool turned =
      block.direction != Direction::interface && (block.direction == Direction::right_to_left) != mirrored();
  const bool at_end = (block.align == Align::end) != turned;
  return {at_end ? box.end() - width : box.x, box.y, width, box.h};
}

void LookingCanvas::text(const Rect& box, const TextBlock& block) {
  if (!block.text.empty()) {
    const Size needed = text_size(block, box.w);
    const Rect on_screen = mapping().to_screen(box);
    const Rect seen = on_screen.overlap(clip());
    if (!seen.empty()) {
      look_for_cut(box, block);
      if (seen.h >= on_screen.h - 1) look_at_contrast(seen, block);
      const Rect words = mapping().to_screen(part_of(box, needed.w, block));
      if (words.x < -1 || words.end() > size().w + 1)
        faults_.push_back("beside the screen: «" + std::string(block.text) + "»");
    }
  }
  under_.text(box, block);
}

}  // namespace mess::kiosk
