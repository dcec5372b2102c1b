#include "looking_canvas.h"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "kiosk/contrast.h"
#include "kiosk/text/layout.h"

namespace mess::kiosk {

namespace {

constexpr float touching = 2;  // units that nobody sees

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
  return contrast_ratio(shown(a, theme), shown(b, theme));
}

void LookingCanvas::lay(const Rect& r, Color c, bool known) {
  const Rect part = mapping().to_screen(r).overlap(clip());
  if (part.empty()) return;
  grounds_.push_back({part, c, known});
  if (!known || c.a == 255) look_for_hidden(part);
}

void LookingCanvas::fill(const Rect& r, Color c, float corner) {
  const Rect whole = mapping().to_screen(r);
  // What is behind a dialog is behind it.
  if (c.name == ColorName::scrim && c.a != 0)
    std::erase_if(written_, [&](const Written& w) { return !w.letters.overlap(whole).empty(); });
  const bool calls =
      c.name == ColorName::strait || c.name == ColorName::terra || c.name == ColorName::saffron;
  if (calls && c.a == 255 && corner == radius::button) plates_.push_back(whole);
  lay(r, shown(c), true);
  under_.fill(r, c, corner);
}

void LookingCanvas::circle(Point centre, float r, Color c) {
  lay({centre.x - r, centre.y - r, 2 * r, 2 * r}, shown(c), true);
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
  if (!looks_.ours(block.text)) return;
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
  const Color words = over(shown(block.color), *ground);
  const double ratio = contrast_ratio({words.r, words.g, words.b}, *ground, Theme::day);
  if (ratio < looks_.least_contrast - 0.05)
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

// The same, and from the top of its first letters to the foot of its last ones.
Rect LookingCanvas::letters_of(const Rect& box, Size needed, const TextBlock& block) const {
  const Rect wide = part_of(box, needed.w, block);
  const float spare = box.h - needed.h;
  const float part = block.valign == VAlign::top ? 0.f : block.valign == VAlign::middle ? 0.5f : 1.f;
  const float air = block.style.size * 0.25f;  // between lines, and above letters that have no mark
  return mapping().to_screen({wide.x, wide.y + spare * part + air, wide.w, needed.h - 2 * air});
}

void LookingCanvas::look_at_size(const TextBlock& block) {
  const bool printed = block.color.name == ColorName{};  // on the paper of a document or its cover
  const float size = block.style.size * magnification();
  if (!printed && size < looks_.smallest_letters - 0.05f)
    faults_.push_back("small " + rounded(size) + ": «" + std::string(block.text) + "»");
}

void LookingCanvas::look_below(const Rect& letters, const TextBlock& block) {
  for (const Written& below : written_) {
    const Rect both = below.letters.overlap(letters);
    if (both.w > touching && both.h > touching)
      faults_.push_back("over «" + below.text + "»: «" + std::string(block.text) + "»");
  }
  written_.push_back({letters, std::string(block.text)});
}

void LookingCanvas::look_for_hidden(const Rect& part) {
  std::erase_if(written_, [&](const Written& below) {
    const Rect both = below.letters.overlap(part);
    const bool hidden = both.w > touching && both.h > touching;
    if (hidden) hidden_.push_back({below.text, both});
    return hidden;
  });
}

// As much as is drawn: lines that the box has no room for are not.
Size LookingCanvas::drawn_size(const Rect& box, TextBlock block) {
  if (block.max_lines <= 0) {
    const float line = line_height(block.style, has_arabic(block.text));
    block.max_lines = std::max(1, static_cast<int>((box.h + 0.22f * line) / line));
  }
  return text_size(block, box.w);
}

void LookingCanvas::text(const Rect& box, const TextBlock& block) {
  if (!block.text.empty()) {
    const Size needed = drawn_size(box, block);
    const Rect on_screen = mapping().to_screen(box);
    const Rect seen = on_screen.overlap(clip());
    if (!seen.empty()) {
      look_for_cut(box, block);
      look_at_size(block);
      if (seen.h >= on_screen.h - 1) look_at_contrast(seen, block);
      const Rect words = mapping().to_screen(part_of(box, needed.w, block));
      if (words.x < -1 || words.end() > size().w + 1)
        faults_.push_back("beside the screen: «" + std::string(block.text) + "»");
    }
    const Rect letters = letters_of(box, needed, block).overlap(clip());
    if (!letters.empty()) look_below(letters, block);
  }
  under_.text(box, block);
}

}  // namespace mess::kiosk
