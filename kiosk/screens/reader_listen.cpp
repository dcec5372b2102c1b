// What is seen of reading aloud: the sentence that is heard, and a bar in the place of the page slider.
#include <algorithm>
#include <string>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_listen.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"
#include "kiosk/screens/tone_look.h"

namespace mess::kiosk {

namespace {

constexpr float pad = 8, gap = 12;

std::string_view words_of(ListenTrouble trouble) {
  switch (trouble) {
    case ListenTrouble::no_text:
      return "msg.voice.notext";
    case ListenTrouble::no_voice:
      return "msg.voice.none";
    case ListenTrouble::lost:
      return "msg.voice.lost";
    case ListenTrouble::none:
      break;
  }
  return "";
}

// Where the page slider is; where that is too narrow, between the buttons that turn the page or over its
// foot. `width`: what the bar would like to have.
Rect bar_of(const ReaderView& r, float width) {
  const ReaderLayout& layout = r.layout;
  const Rect &footer = layout.footer, &slider = layout.slider;
  if (layout.bar_rows == 2) return {pad, slider.y, footer.w - 2 * pad, slider.h};
  const float from = layout.turn_start.end() + 24, height = std::min(88.f, footer.h - 4);
  const float y = footer.y + (footer.h - height) / 2 + 1, room = slider.end() + 8 - from;
  if (width <= room) return {from + (room - width) / 2, y, width, height};
  if (!layout.rail_beside) {
    const float most = layout.turn_end.x - 12 - layout.turn_start.end() - 12, wide = std::min(width, most);
    return {layout.turn_start.end() + 12 + (most - wide) / 2, y, wide, height};
  }
  const float wide = std::min(width, footer.w - 2 * pad);
  return {(footer.w - wide) / 2, footer.y - height - pad, wide, height};
}

void draw_bar(ReaderView& r, const Rect& bar) {
  const ReaderLayout& layout = r.layout;
  const Rect &footer = layout.footer, &slider = layout.slider;
  Rect ground = bar;
  const bool in_footer = bar.y >= footer.y;
  if (in_footer && layout.bar_rows == 1) {
    // All of what it takes the place of.
    const float end = bar.end() <= slider.end() + 8 ? slider.end() + 16 : layout.turn_end.x - 4;
    const float from = layout.turn_start.end() + 4;
    ground = {from, footer.y + 2, end - from, footer.h - 2};
  } else if (in_footer) {
    ground = {0, slider.y - 2, footer.w, slider.h + 4};
  }
  r.canvas().fill(ground, color::card, in_footer ? 0 : radius::card);
  // An area of its own: a finger on it must not be taken for one that touches what lies below.
  r.ui.area(ground, DragArea::Kind::scroll, "reader.listen");
  r.ui.target(ground, act::None{}, "reader.listen.bar");
  r.canvas().outline(bar, color::edge, 2, radius::card);
}

void draw_trouble(ReaderView& r) {
  const std::string& sentence = r.words()(r.language(), words_of(r.reader.listening.trouble));
  TextBlock block{sentence, type::body};
  block.valign = VAlign::middle;
  block.max_lines = 2;
  constexpr float beside = 120;  // of the icon and the edges
  const ReaderLayout& layout = r.layout;
  const float end = layout.rail_beside ? layout.slider.end() : layout.turn_end.x - 24;
  const float longest =
      layout.bar_rows == 2 ? layout.footer.w - 2 * pad - beside : end - layout.turn_start.end() - 24 - beside;
  const Rect bar = bar_of(r, r.canvas().text_size(block, longest).w + beside + 2);
  draw_bar(r, bar);
  r.canvas().icon("volume-mute", {bar.x + 24, bar.centre().y - 24, 48, 48}, color::ink2);
  const Rect room{bar.x + 96, bar.y, bar.w - 96 - 20, bar.h};
  block.style = fitted(r.canvas(), block, room.w);
  r.canvas().text(room, block);
}

// Louder towards the end of the script: five steps that grow.
void draw_steps(ReaderView& r, const Rect& place, int volume) {
  const float pitch = place.w / loudest_volume;
  for (int step = 1; step <= loudest_volume; ++step) {
    const float high = place.h * (0.3f + 0.7f * static_cast<float>(step) / loudest_volume);
    const Rect bar{place.x + pitch * static_cast<float>(step - 1) + 4, place.bottom() - high, pitch - 8,
                   high};
    r.canvas().fill(bar, step <= volume ? color::strait : color::sand2, 4);
  }
}

struct Control {
  ButtonStyle style;
  std::string_view icon;
  const std::string& label;
  Action action;
  const char* name;
  bool enabled = true;
};

// Stop, quieter, how loud, louder. The steps are left out and the buttons made narrower where all of them
// have no room.
void draw_controls(ReaderView& r) {
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  const int volume = r.view.state.session.volume;
  const Control controls[] = {
      {ButtonStyle::primary, "stop", say("msg.voice.stop"), act::Listen{}, "reader.listen.stop"},
      {ButtonStyle::outline, "volume-1", say("read.quieter"), act::SetVolume{volume - 1},
       "reader.listen.quieter", volume > 1},
      {ButtonStyle::outline, "volume-2", say("read.louder"), act::SetVolume{volume + 1},
       "reader.listen.louder", volume < loudest_volume}};
  constexpr float steps = 130, gaps = 4 * gap;
  ButtonOptions options;
  if (r.layout.bar_rows == 2) options.padding = 14;
  float buttons = 0;
  for (const Control& control : controls) buttons += button_width(r.ui, control.icon, control.label, options);
  const Rect bar = bar_of(r, buttons + steps + gap + gaps + 2 * pad);
  draw_bar(r, bar);
  const float room = bar.w - 2 * pad - gaps;
  const bool has_steps = room >= buttons + steps + gap;
  const float squeeze = std::min(1.f, room / buttons);
  const float height = std::min(space::target_main, bar.h);
  float x = bar.x + pad;
  for (const Control& control : controls) {
    const float width = button_width(r.ui, control.icon, control.label, options) * squeeze;
    const Rect place{x, bar.centre().y - height / 2, width, height};
    options.enabled = control.enabled;
    button(r.ui, place, control.style, control.icon, control.label, control.action, control.name, options);
    x += width + (&control == controls ? 3 * gap : gap);
    if (!has_steps || &control != &controls[1]) continue;
    draw_steps(r, {x, place.y + 16, steps, height - 32}, volume);
    x += steps + gap;
  }
}

}  // namespace

void draw_spoken_sentence(const ReaderView& r, int page, const Rect& place) {
  const bool dark = r.view.state.session.reading.tone == Tone::dark;
  for (const library::PageBox& box : spoken_boxes(r.reader, page)) {
    const Rect line = box_within(r.reader, place, box).inset(-3);
    // Over black, where a pen leaves nothing, a glow. The rule keeps the sentence in sight over photographs.
    if (dark) {
      r.canvas().fill(line, with_alpha(color::spoken, current_glow), 4);
    } else {
      r.canvas().multiply(line, color::spoken, 4);
    }
    r.canvas().fill({line.x, line.bottom() - 1, line.w, 3},
                    dark ? color::spoken : printed(color::strait_mid));
  }
}

void draw_listening(ReaderView& r) {
  if (r.reader.listening.on()) return draw_controls(r);
  if (r.reader.listening.trouble != ListenTrouble::none) draw_trouble(r);
}

}  // namespace mess::kiosk
