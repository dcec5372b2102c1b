// Buttons, switches, fields, chips and badges.

#include <algorithm>
#include <array>

#include "kiosk/draw/component_parts.h"

namespace mess::kiosk {

namespace {

constexpr float count_gap = 12;  // of a chip, between its label and its count

struct Paint {
  Color fill = color::nothing, edge = color::nothing, content = color::ink;
  float edge_width = 2;
};

Paint paint_of(ButtonStyle style, bool down) {
  using namespace color;
  switch (style) {
    case ButtonStyle::primary:
      return {down ? strait_dark : strait, color::nothing, on_accent};
    case ButtonStyle::warm:
      return {down ? terra_dark : terra, color::nothing, on_accent};
    case ButtonStyle::outline:
      return {down ? strait_tint : color::card, edge, ink};
    case ButtonStyle::soft:
      return {down ? sand2 : sand, color::nothing, ink};
    case ButtonStyle::quiet:
      return {down ? strait_tint : color::nothing, color::nothing, strait};
    case ButtonStyle::tool:
      return {down ? strait_tint : color::nothing, color::nothing, ink};
    case ButtonStyle::destructive:
      return {down ? error_tint : color::card, error, error};
    case ButtonStyle::call:
      return {down ? saffron_dark : saffron, color::nothing, on_saffron};
    case ButtonStyle::night:
      return {down ? threshold : color::night, with_alpha(on_panel, 0.4f), on_panel};
    case ButtonStyle::active:
      return {strait_tint, strait, strait, 3};
  }
  return {};
}

// In high contrast the ground of a plate does not tell it from what is around: it needs a frame.
bool framed(Color fill, Theme theme) {
  return theme == Theme::contrast && fill.a != 0 && shown(fill, theme) == shown(color::paper, theme);
}

void plate(Canvas& canvas, const Rect& r, const Paint& paint, float corner) {
  if (paint.fill.a != 0) canvas.fill(r, paint.fill, corner);
  const Color edge = paint.edge.a != 0                    ? paint.edge
                     : framed(paint.fill, canvas.theme()) ? color::edge
                                                          : color::nothing;
  if (edge.a != 0) canvas.outline(r, edge, line_width(paint.edge_width, canvas.theme()), corner);
}

void content_stacked(Canvas& canvas, const Rect& r, std::string_view icon, std::string_view label, Color c,
                     const ButtonOptions& options) {
  const float line = options.style.size * 1.5f, size = options.icon_size;
  const float top = r.centre().y - (size + 4 + line) / 2;
  canvas.icon(icon, {r.centre().x - size / 2, top, size, size}, c);
  one_line(canvas, {r.x + 4, top + size + 4, r.w - 8, line}, label, options.style, c, Align::centre);
}

void segment_words(Canvas& canvas, const Rect& cell, const Segment& part) {
  const Color c = part.selected ? color::on_accent : color::ink;
  constexpr float label_height = 34;
  Rect label = cell;
  if (!part.above.empty()) {
    const float line = part.above_size * 1.3f, top = cell.centre().y - (line + label_height) / 2;
    one_line(canvas, {cell.x, top, cell.w, line}, part.above, {Face::display, part.above_size, 1.3f}, c,
             Align::centre);
    label = {cell.x, top + line, cell.w, label_height};
  }
  one_line(canvas, label, part.label, type::caption_bold, c, Align::centre);
}

}  // namespace

void button(Ui& ui, const Rect& r, ButtonStyle style, std::string_view icon, std::string_view label,
            Action action, std::string name, const ButtonOptions& options) {
  Canvas& canvas = ui.canvas;
  const std::string_view said = options.said.empty() ? label : std::string_view(options.said);
  const bool on = style == ButtonStyle::active;
  const bool down = options.enabled && ui.target(r, std::move(action), std::move(name),
                                                 spoken({said, on ? ui.words.chosen : ""}));
  const Paint paint = paint_of(style, down);
  if (!options.enabled) canvas.push_opacity(disabled_opacity(canvas.theme()));
  plate(canvas, r, paint, radius::button);
  const Rect inner = r.moved(0, down ? 2.f : 0.f);
  if (options.stacked) {
    content_stacked(canvas, inner, icon, label, paint.content, options);
  } else {
    content_in_row(canvas, inner, icon, label, paint.content, options);
  }
  if (!options.enabled) canvas.pop_opacity();
}

float button_width(Ui& ui, std::string_view icon, std::string_view label, const ButtonOptions& options) {
  const float gap = icon.empty() || label.empty() ? 0 : options.gap;
  const float icon_width = icon.empty() ? 0 : options.icon_size;
  return std::max(72.f,
                  2 * options.padding + icon_width + gap + label_width(ui.canvas, label, options.style));
}

void segments(Ui& ui, const Rect& r, std::span<const Segment> parts) {
  if (parts.empty()) return;
  Canvas& canvas = ui.canvas;
  canvas.fill(r, color::card, radius::button);
  const float width = r.w / static_cast<float>(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Segment& part = parts[i];
    const Rect cell{r.x + width * static_cast<float>(i), r.y, width, r.h};
    const bool down =
        ui.target(cell, part.action, part.name, spoken({part.label, part.selected ? ui.words.chosen : ""}));
    if (part.selected || down) {
      // A rounded plate of the whole control seen through the cell, so that only outer corners are round.
      canvas.push(cell);
      canvas.fill(r, part.selected ? color::strait : color::strait_tint, radius::button);
      canvas.pop();
    } else if (i > 0 && !parts[i - 1].selected) {
      canvas.fill({cell.x, r.y + 2, 1, r.h - 4}, color::line);
    }
    segment_words(canvas, cell.moved(0, down ? 2.f : 0.f), part);
  }
  canvas.outline(r, color::edge, line_width(2, canvas.theme()), radius::button);
}

void switch_row(Ui& ui, const Rect& r, const SwitchLook& look, Action action, std::string name) {
  Canvas& canvas = ui.canvas;
  const bool down = ui.target(r, std::move(action), std::move(name), spoken({look.label, look.state}));
  const float middle = r.centre().y + (down ? 2.f : 0.f);
  const Rect plate{r.end() - 104, middle - 30, 104, 60};
  canvas.fill(plate, look.on ? color::strait : down ? color::strait_tint : color::field, 30);
  if (!look.on) canvas.outline(plate, color::edge, line_width(2, canvas.theme()), 30);
  canvas.circle({look.on ? plate.end() - 30 : plate.x + 30, middle}, 22,
                look.on ? color::on_accent : color::edge);
  const float state = label_width(canvas, look.state, type::caption_bold) + 1;
  const Rect word{plate.x - 16 - state, middle - 20, state, 40};
  one_line(canvas, word, look.state, type::caption_bold, color::ink, Align::end);
  canvas.icon(look.icon, {r.x, middle - 18, 36, 36}, color::strait);
  one_line(canvas, {r.x + 58, middle - 30, word.x - 16 - r.x - 58, 60}, look.label, {Face::bold, 25, 1.3f},
           color::ink, Align::start);
}

void language_switch(Ui& ui, const Rect& r, Language current) {
  struct Name {
    Language language;
    std::string_view own;
  };
  constexpr std::array<Name, 4> names{{{Language::french, "Français"},
                                       {Language::arabic, "العربية"},
                                       {Language::spanish, "Español"},
                                       {Language::english, "English"}}};
  std::vector<Segment> parts;
  for (const Name& n : names) {
    parts.push_back({n.own, n.language == current, act::SetLanguage{n.language},
                     "language." + std::string(code_of(n.language))});
  }
  segments(ui, r, parts);
}

void top_bar(Ui& ui, const Rect& r) {
  ui.canvas.fill(r, color::card);
  ui.canvas.fill({r.x, r.bottom() - 1, r.w, 1}, color::line);
}

void search_field(Ui& ui, const Rect& r, const SearchField& field, Action open, const std::string& name) {
  Canvas& canvas = ui.canvas;
  ui.target(r, std::move(open), name, std::string(field.said));
  canvas.fill(r, color::field, radius::button);
  canvas.outline(r, field.focused ? color::strait : color::edge,
                 field.focused ? 3.f : line_width(2, canvas.theme()), radius::button);
  const float icon = r.h > 84 ? 38.f : 34.f, pad = 24;
  canvas.icon(field.icon, {r.x + pad, r.centre().y - icon / 2, icon, icon}, color::strait);
  const bool clears = field.clear_size > 0 && !field.text.empty();
  const float after = clears ? field.clear_size + 16 : pad;
  const float text_x = r.x + pad + icon + 18;
  const Rect inside{text_x, r.y + 4, std::max(0.f, r.end() - after - text_x), r.h - 8};
  if (field.text.empty() && has_room(canvas, {.text = field.placeholder, .style = field.style}, inside.w))
    one_line(canvas, inside, field.placeholder, field.style, color::ink2, Align::start);
  if (!field.text.empty() || field.focused) {
    canvas.text_field(inside, field.text, field.style, color::ink, field.caret,
                      field.focused && field.caret_visible);
  }
  if (clears) {
    const float size = field.clear_size;
    button(ui, {r.end() - size - 8, r.centre().y - size / 2, size, size}, ButtonStyle::soft, "x", "",
           act::Clear{}, name + ".clear", {.icon_size = 26, .said = std::string(field.said_of_clear)});
  }
}

void chip(Ui& ui, const Rect& r, ChipStyle style, std::string_view label, Action action, std::string name,
          std::string_view count, std::string_view said) {
  const std::string_view on = style == ChipStyle::topic_on ? ui.words.chosen : "";
  const bool down = ui.target(r, std::move(action), std::move(name),
                              spoken({said.empty() ? label : said, said.empty() ? count : "", on}));
  using namespace color;
  const bool round =
      style == ChipStyle::topic || style == ChipStyle::topic_on || style == ChipStyle::topic_on_dark;
  Paint paint;
  switch (style) {
    case ChipStyle::topic:
      paint = {down ? strait_tint : color::card, edge, ink};
      break;
    case ChipStyle::topic_on:
      paint = {down ? strait_dark : strait, color::nothing, on_accent};
      break;
    case ChipStyle::topic_on_dark:
      paint = {down ? threshold : color::nothing, panel_edge, on_panel};
      break;
    case ChipStyle::page:
      paint = {down ? saffron : saffron_tint, saffron_edge, down ? on_saffron : ink};
      break;
    case ChipStyle::outline:
      paint = {down ? strait_tint : color::card, edge, ink};
      break;
  }
  plate(ui.canvas, r, paint, round ? r.h / 2 : radius::chip);
  const TextStyle text = style == ChipStyle::topic_on_dark ? type::caption : type::caption_bold;
  const float y = r.y + (down ? 2.f : 0.f);
  if (count.empty())
    return one_line(ui.canvas, {r.x + 8, y, r.w - 16, r.h}, label, text, paint.content, Align::centre);
  const float count_width = label_width(ui.canvas, count, text) + 1;
  one_line(ui.canvas, {r.x + 24, y, r.w - 48 - count_width - count_gap, r.h}, label, text, paint.content,
           Align::start);
  const bool on_card = style == ChipStyle::topic || style == ChipStyle::outline;
  one_line(ui.canvas, {r.end() - 24 - count_width, y, count_width, r.h}, count, text,
           on_card ? strait : paint.content, Align::end);
}

float chip_width(Ui& ui, ChipStyle style, std::string_view label, std::string_view count) {
  const bool page = style == ChipStyle::page || style == ChipStyle::outline;
  const TextStyle text = style == ChipStyle::topic_on_dark ? type::caption : type::caption_bold;
  const float more = count.empty() ? 0 : label_width(ui.canvas, count, text) + count_gap + 2;
  const float width = label_width(ui.canvas, label, text) + 48 + more;
  return page ? std::max(92.f, width) : width;
}

float badge(Ui& ui, Point start_top, BadgeStyle style, std::string_view icon, std::string_view label,
            float max_width) {
  using namespace color;
  Paint paint;
  switch (style) {
    case BadgeStyle::bilingual:
      paint = {strait_tint, color::nothing, color::bilingual};
      break;
    case BadgeStyle::fresh:
      paint = {ok_tint, color::nothing, ok};
      break;
    case BadgeStyle::sample:
      paint = {sand, color::nothing, ink2};
      break;
    case BadgeStyle::notice:
      paint = {saffron_tint, saffron_edge, ink};
      break;
    case BadgeStyle::error:
      paint = {error_tint, color::nothing, error};
      break;
  }
  constexpr float pad = 14, icon_size = 26, height = 40;
  const float before = icon.empty() ? pad : pad + icon_size + 10;
  const float text =
      std::min(label_width(ui.canvas, label, type::caption_bold) + 0.5f, max_width - before - pad);
  const Rect r{start_top.x, start_top.y, before + text + pad, height};
  plate(ui.canvas, r, paint, radius::badge);
  if (!icon.empty()) {
    ui.canvas.icon(icon, {r.x + pad, r.centre().y - icon_size / 2, icon_size, icon_size}, paint.content);
  }
  one_line(ui.canvas, {r.x + before, r.y, text, r.h}, label, type::caption_bold, paint.content, Align::start);
  return r.w;
}

}  // namespace mess::kiosk
