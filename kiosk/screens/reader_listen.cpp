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

constexpr float bar_height = 88, button_height = 72, pad = 8, gap = 12;

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

// Where the page slider is; over the foot of the page where that is too narrow.
Rect bar_of(const ReaderView& r, float width) {
  const ReaderLayout& layout = r.layout;
  const float from = 252, room = layout.slider.end() + 8 - from;
  if (width <= room) return {from + (room - width) / 2, layout.footer.y + 9, width, bar_height};
  const float wide = std::min(width, layout.footer.w - 2 * pad);
  return {(layout.footer.w - wide) / 2, layout.footer.y - bar_height - pad, wide, bar_height};
}

void draw_bar(ReaderView& r, const Rect& bar) {
  const Rect& footer = r.layout.footer;
  const bool in_footer = bar.y > footer.y;
  const Rect ground =
      in_footer ? Rect{240, footer.y + 2, r.layout.slider.end() + 16 - 240, footer.h - 2} : bar;
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
  const float longest = r.layout.slider.end() - 252 - beside;
  const Rect bar = bar_of(r, r.canvas().text_size(block, longest).w + beside + 2);
  draw_bar(r, bar);
  r.canvas().icon("volume-mute", {bar.x + 24, bar.centre().y - 24, 48, 48}, color::ink2);
  r.canvas().text({bar.x + 96, bar.y, bar.w - 96 - 20, bar.h}, block);
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

void draw_controls(ReaderView& r) {
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  const int volume = r.view.state.session.volume;
  const std::string &stop = say("msg.voice.stop"), &quieter = say("read.quieter"),
                    &louder = say("read.louder");
  constexpr float steps = 130;
  const float stop_wide = button_width(r.ui, "stop", stop);
  const float quieter_wide = button_width(r.ui, "volume-1", quieter);
  const float louder_wide = button_width(r.ui, "volume-2", louder);
  const Rect bar = bar_of(r, stop_wide + quieter_wide + louder_wide + steps + 2 * pad + 5 * gap);
  draw_bar(r, bar);
  float x = bar.x + pad;
  const float y = bar.y + (bar_height - button_height) / 2;
  button(r.ui, {x, y, stop_wide, button_height}, ButtonStyle::primary, "stop", stop, act::Listen{},
         "reader.listen.stop");
  x += stop_wide + 3 * gap;
  ButtonOptions options;
  options.enabled = volume > 1;
  button(r.ui, {x, y, quieter_wide, button_height}, ButtonStyle::outline, "volume-1", quieter,
         act::SetVolume{volume - 1}, "reader.listen.quieter", options);
  x += quieter_wide + gap;
  draw_steps(r, {x, y + 16, steps, button_height - 32}, volume);
  x += steps + gap;
  options.enabled = volume < loudest_volume;
  button(r.ui, {x, y, louder_wide, button_height}, ButtonStyle::outline, "volume-2", louder,
         act::SetVolume{volume + 1}, "reader.listen.louder", options);
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
