// Cards, tiles, rows, dialogs, paging.

#include <algorithm>
#include <vector>

#include "kiosk/draw/component_parts.h"

namespace mess::kiosk {

namespace {

void card_plate(Canvas& canvas, const Rect& r, float corner, bool down) {
  canvas.fill(r.inset(1).moved(0, 5), with_alpha(color::shade, 0.035f), corner);
  canvas.fill(r.moved(0, 1), color::shadow_near, corner);
  canvas.fill(r, down ? color::strait_tint : color::card, corner);
  const bool day = canvas.theme() == Theme::day;
  canvas.outline(r, day ? color::line : color::edge, line_width(1, canvas.theme()), corner);
}

constexpr float name_height = 36, least_air = 8;  // of the bold line; above and below both
constexpr int most_below_name = 3;                // lines

// What stands below the name: one line, or more where the row is high enough for them. No lines: no room.
TextBlock below_the_name(Canvas& canvas, const Rect& r, std::string_view words) {
  TextBlock block{.text = words, .style = type::caption, .color = color::ink2, .max_lines = 1};
  if (has_room(canvas, block, r.w)) return block;
  for (block.max_lines = 2; block.max_lines <= most_below_name; ++block.max_lines) {
    const bool is_high_enough = name_height + canvas.text_size(block, r.w).h + least_air <= r.h;
    if (is_high_enough && has_room(canvas, block, r.w)) return block;
  }
  block.max_lines = 0;
  return block;
}

// Beside an icon: the name in bold, the rest as a caption, together in the row's middle.
void name_and_rest(Canvas& canvas, const Rect& r, std::string_view first, std::string_view second) {
  if (!has_room(canvas, {.text = first, .style = type::body_bold}, r.w)) {
    TextBlock block{.text = first, .style = type::body_bold, .valign = VAlign::middle, .max_lines = 2};
    block.style = fitted(canvas, block, r.w);
    return canvas.text(r, block);
  }
  TextBlock rest = second.empty() ? TextBlock{} : below_the_name(canvas, r, second);
  if (rest.max_lines == 0) return one_line(canvas, r, first, type::body_bold, color::ink);
  rest.style = fitted(canvas, rest, r.w);
  const float height = canvas.text_size(rest, r.w).h, top = r.centre().y - (name_height + height) / 2;
  one_line(canvas, {r.x, top, r.w, name_height}, first, type::body_bold, color::ink);
  canvas.text({r.x, top + name_height, r.w, height}, rest);
}

}  // namespace

void card(Ui& ui, const Rect& r, float corner) {
  card_plate(ui.canvas, r, corner, false);
}

bool card(Ui& ui, const Rect& r, Action action, std::string name, std::string said, float corner) {
  const bool down = ui.target(r, std::move(action), std::move(name), std::move(said));
  card_plate(ui.canvas, r, corner, down);
  return down;
}

void audience_tile(Ui& ui, const Rect& r, std::string_view icon, std::string_view wish,
                   std::string_view audience, Action action, std::string name) {
  const float shift = card(ui, r, std::move(action), std::move(name), spoken({wish, audience})) ? 2.f : 0.f;
  constexpr float tile = 68, mark = 36, pad = 23;
  const Rect plate{r.x + pad, r.centre().y - tile / 2 + shift, tile, tile};
  ui.canvas.fill(plate, color::terra_tint, 12);
  ui.canvas.icon(icon, {plate.centre().x - mark / 2, plate.centre().y - mark / 2, mark, mark}, color::terra);
  name_and_rest(ui.canvas, {plate.end() + 20, r.y + shift, r.end() - plate.end() - 36, r.h}, wish, audience);
}

namespace {

constexpr float service_text_start = 80, service_text_end = 66;

}  // namespace

float service_row_height(Ui& ui, float width, std::string_view line) {
  constexpr float in_one = 88, air = 26;
  const float room = width - service_text_start - service_text_end;
  TextBlock block{.text = line, .style = type::caption, .max_lines = 1};
  if (has_room(ui.canvas, block, room)) return in_one;
  block.max_lines = most_below_name;
  return std::max(in_one, name_height + ui.canvas.text_size(block, room).h + air);
}

void service_row(Ui& ui, const Rect& r, std::string_view icon, std::string_view title, std::string_view line,
                 Action action, std::string name) {
  const bool down = ui.target(r, std::move(action), std::move(name), spoken({title, line}));
  if (down) ui.canvas.fill(r.inset(2), color::strait_tint, radius::button);
  const float shift = down ? 2.f : 0.f, y = r.centre().y + shift;
  ui.canvas.icon(icon, {r.x + 24, y - 18, 36, 36}, color::strait);
  ui.canvas.icon("chevron-right", {r.end() - 24 - 26, y - 13, 26, 26}, color::terra);
  name_and_rest(ui.canvas,
                {r.x + service_text_start, r.y + shift, r.w - service_text_start - service_text_end, r.h},
                title, line);
}

void facet_row(Ui& ui, const Rect& r, std::string_view label, std::string_view count, bool checked,
               Action action, std::string name) {
  const bool down = ui.target(r, std::move(action), std::move(name),
                              spoken({label, count, checked ? ui.words.chosen : ""}));
  if (down) ui.canvas.fill(r, color::sand2, radius::chip);
  constexpr float side = 34;
  const Rect box{r.x, r.centre().y - side / 2, side, side};
  ui.canvas.fill(box, checked ? color::strait : color::card, radius::badge);
  if (checked) {
    ui.canvas.icon("check", box.inset(5), color::on_accent);
  } else {
    ui.canvas.outline(box, color::edge, 2, radius::badge);
  }
  const float count_width = 52, text_x = box.end() + 16;
  const TextStyle style = checked ? type::body_bold : type::body;
  one_line(ui.canvas, {text_x, r.y, r.end() - count_width - text_x, r.h}, label, style, color::ink);
  one_line(ui.canvas, {r.end() - count_width, r.y, count_width, r.h}, count, type::caption,
           down ? color::ink : color::ink2, Align::end);
}

namespace {

// "aussi en arabe : التعاونيات": each in its own direction, one after the other.
void suggestion_translation(Canvas& canvas, const Rect& r, const SuggestionRow& row) {
  const TextBlock words{.text = row.translation_before, .style = type::caption, .max_lines = 1};
  const float before = std::min(r.w, canvas.text_size(words, r.w).w + 1);
  one_line(canvas, {r.x, r.y, before, r.h}, row.translation_before, type::caption, color::ink2);
  const Rect rest{r.x + before + 8, r.y, r.w - before - 8, r.h};
  if (rest.w > 60) one_line(canvas, rest, row.translation, type::caption_bold, color::ink);
}

}  // namespace

void suggestion_row(Ui& ui, const Rect& r, const SuggestionRow& row, Action action, std::string name) {
  Canvas& canvas = ui.canvas;
  const bool down = ui.target(r, std::move(action), std::move(name),
                              spoken({row.text, row.kind, row.translation_before, row.translation}));
  if (down || row.selected) canvas.fill(r, color::strait_tint);
  const float shift = down ? 2.f : 0.f;
  canvas.icon(row.icon, {r.x + 24, r.centre().y - 17 + shift, 34, 34}, color::strait);
  const TextBlock kind{.text = row.kind, .style = type::caption, .color = color::ink2, .max_lines = 1};
  const float kind_width = row.kind.empty() ? 0 : canvas.text_size(kind, 400).w + 1;
  one_line(canvas, {r.end() - 24 - kind_width, r.y + shift, kind_width, r.h}, row.kind, type::caption,
           color::ink2, Align::end);
  const Rect room{r.x + 76, r.y + shift, r.w - 76 - 24 - kind_width - 20, r.h};
  // What was added before and behind.
  const TextSpan before{.begin = 0, .end = row.typed_begin, .bold = true};
  const TextSpan behind{.begin = row.typed, .end = row.text.size(), .bold = true};
  std::vector<TextSpan> added;
  for (const TextSpan& span : {before, behind}) {
    if (span.begin < span.end) added.push_back(span);
  }
  const bool two = !row.translation.empty();
  const TextStyle style{Face::regular, 26, 1.4f};
  const Rect first = two ? Rect{room.x, room.centre().y - 39, room.w, 42} : room;
  TextBlock words{.text = row.text, .style = style, .valign = VAlign::middle, .max_lines = 1, .spans = added};
  words.style = fitted(canvas, words, first.w);
  canvas.text(first, words);
  if (two) suggestion_translation(canvas, {room.x, room.centre().y + 3, room.w, 34}, row);
}

void pager_rail(Ui& ui, const Rect& r, const PagerRail& rail) {
  constexpr float arrow = 110, track = 12;
  Canvas& canvas = ui.canvas;
  const bool words = !rail.position.empty();
  const std::string position = words ? std::string(rail.position) + " " + std::string(rail.of) : "";
  button(ui, {r.x, r.y, r.w, arrow}, rail.can_go_back ? ButtonStyle::primary : ButtonStyle::outline,
         "chevron-up", "", rail.back, rail.name + ".back",
         {.enabled = rail.can_go_back, .said = spoken({rail.said_of_back, position})});
  const Rect bottom{r.x, r.bottom() - arrow, r.w, arrow};
  button(ui, bottom, rail.can_go_on ? ButtonStyle::primary : ButtonStyle::outline, "chevron-down", "",
         rail.on, rail.name + ".on",
         {.enabled = rail.can_go_on, .said = spoken({rail.said_of_on, position})});
  const float words_height = words ? 70.f : 0.f, gap = 14;
  const Rect line{r.centre().x - track / 2, r.y + arrow + gap, track,
                  r.h - 2 * arrow - 2 * gap - words_height};
  canvas.fill(line, color::sand2, track / 2);
  const float from = std::clamp(rail.first, 0.f, 1.f), to = std::clamp(rail.last, from, 1.f);
  const float least = std::min(line.h, 36.f);
  const float height = std::max(least, (to - from) * line.h);
  canvas.fill({line.x, line.y + std::min(from * line.h, line.h - height), track, height}, color::strait,
              track / 2);
  if (!words) return;
  // The rail is narrow: its words may reach over both sides.
  const Rect first{r.x - 24, bottom.y - words_height, r.w + 48, 32};
  one_line(canvas, first, rail.position, type::caption_bold, color::ink, Align::centre);
  one_line(canvas, first.moved(0, 30), rail.of, type::caption, color::ink2, Align::centre);
}

void slider(Ui& ui, const Rect& r, const SliderLook& look, std::string area) {
  constexpr float knob = 21, track = 12;
  Canvas& canvas = ui.canvas;
  ui.area(r, DragArea::Kind::slider, std::move(area));
  const Rect line{r.x, r.centre().y - track / 2, r.w, track};
  // from_right speaks of the screen; a mirrored canvas turns x already.
  const bool turned = look.from_right != canvas.mapping().mirrored;
  const auto at = [&](float part) {
    const float p = std::clamp(part, 0.f, 1.f);
    return line.x + line.w * (turned ? 1 - p : p);
  };
  canvas.fill(line, color::sand2, track / 2);
  const float x = at(look.fraction), begin = at(0);
  canvas.fill({std::min(x, begin), line.y, std::abs(x - begin), track}, color::strait_mid, track / 2);
  for (const float tick : look.ticks) canvas.fill({at(tick) - 2.5f, line.y - 24, 5, 18}, color::terra_mid);
  const Point centre{x, line.centre().y};
  canvas.circle(centre, knob + 3, color::card);
  canvas.circle(centre, knob, color::strait);
  canvas.circle(centre, 7, ui.canvas.theme() == Theme::day ? color::saffron : color::on_accent);
}

void hit_strip(Ui& ui, const Rect& r, std::span<const float> hits) {
  ui.canvas.fill(r, color::sand2, 3);
  for (const float hit : hits) {
    const float x = r.x + std::clamp(hit, 0.f, 1.f) * (r.w - 5);
    ui.canvas.fill({x, r.y, 5, r.h}, color::terra_mid);
  }
}

void dialog(Ui& ui, const Rect& r, Action outside, const std::string& name, float scrim) {
  const Size whole = ui.canvas.size();
  const Rect screen{0, 0, whole.w, whole.h};
  ui.canvas.fill(screen, with_alpha(color::scrim, scrim));
  ui.surroundings(screen, std::move(outside), name + ".outside");
  ui.target(r, act::None{}, name);
  ui.canvas.fill(r, color::card, radius::banner);
  if (ui.canvas.theme() == Theme::contrast) ui.canvas.outline(r, color::edge, 3, radius::banner);
}

void hanging_panel(Ui& ui, const Rect& covered, const Rect& r, Action outside, const std::string& name) {
  constexpr float scrim = 0.45f;
  const Rect hidden = ui.canvas.mapping().to_screen(covered);
  std::erase_if(ui.scene.targets,
                [&](const Target& target) { return hidden.contains(target.rect.centre()); });
  ui.scene.areas.clear();
  ui.canvas.fill(covered, with_alpha(color::scrim, scrim));
  ui.surroundings(covered, std::move(outside), name + ".outside");
  ui.target(r, act::None{}, name);
  ui.canvas.fill(r, color::card, radius::banner);
  ui.canvas.outline(r, color::strait, line_width(2, ui.canvas.theme()), radius::banner);
}

}  // namespace mess::kiosk
