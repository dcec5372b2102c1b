#include "kiosk/draw/component_parts.h"

#include <algorithm>

namespace mess::kiosk {

float label_width(Canvas& canvas, std::string_view label, const TextStyle& style) {
  if (label.empty()) return 0;
  return canvas.text_size({.text = label, .style = style, .max_lines = 1}, 4000).w;
}

void one_line(Canvas& canvas, const Rect& r, std::string_view text, const TextStyle& style, Color c,
              Align align) {
  canvas.text(
      r,
      {.text = text, .style = style, .color = c, .align = align, .valign = VAlign::middle, .max_lines = 1});
}

void content_in_row(Canvas& canvas, const Rect& r, std::string_view icon, std::string_view label, Color c,
                    const ButtonOptions& options) {
  const float icon_width = icon.empty() ? 0 : options.icon_size;
  const float gap = icon.empty() || label.empty() ? 0 : options.gap;
  const float room = std::max(0.f, r.w - 16 - icon_width - gap);
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
