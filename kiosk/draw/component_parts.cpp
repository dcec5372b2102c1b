#include "kiosk/draw/component_parts.h"

#include <algorithm>

namespace mess::kiosk {

namespace {

bool is_whole(Canvas& canvas, TextBlock block, float width) {
  const int most = std::max(1, block.max_lines);
  block.max_lines = 0;
  return canvas.text_lines(block, width) <= most;
}

}  // namespace

float smallest_letters(const Canvas& canvas, float size) {
  constexpr float part = 0.75f, floor = 22;
  return std::min(size, std::max(part * size, floor / canvas.magnification()));
}

TextStyle fitted(Canvas& canvas, const TextBlock& block, float width) {
  constexpr float step = 0.05f;
  const float size = block.style.size, least = smallest_letters(canvas, size);
  if (width <= 0 || block.text.empty()) return block.style;
  TextBlock smaller = block;
  for (float part = 1; smaller.style.size > least || part == 1; part -= step) {
    smaller.style.size = std::max(least, size * part);
    if (is_whole(canvas, smaller, width)) return smaller.style;
  }
  return block.style;
}

bool has_room(Canvas& canvas, const TextBlock& block, float width) {
  TextBlock smaller = block;
  smaller.style = fitted(canvas, block, width);
  return width > 0 && is_whole(canvas, smaller, width);
}

float label_width(Canvas& canvas, std::string_view label, const TextStyle& style) {
  if (label.empty()) return 0;
  return canvas.text_size({.text = label, .style = style, .max_lines = 1}, 4000).w;
}

void one_line(Canvas& canvas, const Rect& r, std::string_view text, const TextStyle& style, Color c,
              Align align) {
  TextBlock line{
      .text = text, .style = style, .color = c, .align = align, .valign = VAlign::middle, .max_lines = 1};
  line.style = fitted(canvas, line, r.w);
  canvas.text(r, line);
}

void content_in_row(Canvas& canvas, const Rect& r, std::string_view icon, std::string_view label, Color c,
                    const ButtonOptions& options) {
  const float icon_width = icon.empty() ? 0 : options.icon_size;
  const float room = std::max(0.f, r.w - 16 - icon_width - (icon.empty() ? 0 : options.gap));
  // Half a word says less than the icon.
  if (!icon.empty() && !has_room(canvas, {.text = label, .style = options.style}, room)) label = "";
  const float gap = icon.empty() || label.empty() ? 0 : options.gap;
  const float text_width = std::min(room, label_width(canvas, label, options.style) + 0.5f);
  float x = r.x + (r.w - icon_width - gap - text_width) / 2;
  const auto draw_icon = [&] {
    if (!icon.empty()) canvas.icon(icon, {x, r.centre().y - icon_width / 2, icon_width, icon_width}, c);
    x += icon_width + (icon.empty() ? 0 : gap);
  };
  if (!options.icon_at_end) draw_icon();
  if (!label.empty()) {
    one_line(canvas, {x, r.y, text_width, r.h}, label, options.style, c, Align::start);
    x += text_width + gap;
  }
  if (options.icon_at_end) draw_icon();
}

}  // namespace mess::kiosk
