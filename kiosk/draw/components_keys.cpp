// The keys of the keyboard on the screen.

#include "kiosk/draw/component_parts.h"

namespace mess::kiosk {

void key(Ui& ui, const Rect& r, KeyStyle style, std::string_view icon, std::string_view label, Action action,
         std::string name, bool repeats, std::string_view said) {
  using namespace color;
  Canvas& canvas = ui.canvas;
  const bool down =
      ui.key_target(r, std::move(action), std::move(name), repeats, std::string(said.empty() ? label : said));
  Color fill = color::card, content = ink;
  if (style == KeyStyle::accent) fill = key_accent;
  if (style == KeyStyle::function) fill = sand2;
  if (style == KeyStyle::primary) fill = down ? strait_dark : strait, content = on_accent;
  if (style == KeyStyle::selected) fill = strait_tint, content = strait;
  if (style == KeyStyle::blank) content = ink2;
  const bool lit = down && style != KeyStyle::primary;
  canvas.fill(r.moved(0, 3), style == KeyStyle::primary ? strait_dark : key_shadow, radius::chip);
  canvas.fill(r, lit ? strait_tint : fill, radius::chip);
  const bool chosen = lit || style == KeyStyle::selected;
  const bool framed = canvas.theme() == Theme::contrast && style != KeyStyle::primary;
  if (chosen || framed) canvas.outline(r, chosen ? strait : edge, 3, radius::chip);
  const bool letter = style == KeyStyle::letter || style == KeyStyle::accent;
  TextStyle text = letter ? type::key : type::key_function;
  if (style == KeyStyle::accent) text.size = 30;
  const ButtonOptions options{.icon_size = 34, .gap = 14, .style = text};
  // On a narrow key the word is worth more than its icon.
  const bool both =
      label.empty() || 16 + options.icon_size + options.gap + label_width(canvas, label, text) < r.w;
  const bool alone = has_room(canvas, {.text = label, .style = text}, r.w - 16);
  content_in_row(canvas, r.moved(0, down ? 2.f : 0.f), both || !alone ? icon : "", label, content, options);
}

void pin_key(Ui& ui, const Rect& r, const PinKey& key, std::string name) {
  constexpr float digit_size = 50, icon = 36, gap = 8;
  Canvas& canvas = ui.canvas;
  const bool is_digit = key.icon.empty();
  if (key.action) ui.key_target(r, *key.action, std::move(name), false);
  canvas.push_opacity(key.action ? 1 : disabled_opacity(canvas.theme()));
  canvas.fill(r, key.lit ? color::strait_tint : is_digit ? color::card : color::sand2, radius::button);
  if (key.lit || is_digit || canvas.theme() == Theme::contrast) {
    canvas.outline(r, key.lit ? color::strait : color::edge, line_width(key.lit ? 3.f : 2.f, canvas.theme()),
                   radius::button);
  }
  const Rect inner = r.moved(0, key.lit ? 2.f : 0.f);
  if (is_digit) {
    one_line(canvas, inner, key.label, {Face::regular, digit_size, 1.2f}, color::ink, Align::centre);
  } else {
    const float line = type::caption_bold.size * 1.5f, top = inner.centre().y - (icon + gap + line) / 2;
    canvas.icon(key.icon, {inner.centre().x - icon / 2, top, icon, icon}, color::ink);
    one_line(canvas, {inner.x + 8, top + icon + gap, inner.w - 16, line}, key.label, type::caption_bold,
             color::ink, Align::centre);
  }
  canvas.pop_opacity();
}

}  // namespace mess::kiosk
