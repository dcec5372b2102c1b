// "Read large": the column of text in the place of the page, the sizes of its letters and the way back above
// it. See app/large_reading.h.
#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/app/reader_large.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"
#include "kiosk/screens/tone_look.h"

namespace mess::kiosk {

namespace {

using Kind = Paragraph::Kind;

constexpr double patience = 0.3;     // before the words "one moment"
constexpr float look_ahead = 1.2f;   // views above and below whose blocks are measured too
constexpr int measured_a_frame = 6;  // blocks out of sight, so that no frame takes long
constexpr float notice_height = 260;

// Space above a block, and between its start and the column's, in parts of the letters' size.
float space_above(Kind kind) {
  return kind == Kind::heading ? 0.9f : kind == Kind::line ? 0.1f : kind == Kind::item ? 0.3f : 0.5f;
}

struct Column {
  ReaderView& r;
  const LargeReading& large;
  ToneLook look;
  Rect box;
  float size;

  float height_of_head() const { return size * 2.2f; }

  TextBlock block_of(const Paragraph& paragraph) const {
    const bool heading = paragraph.kind == Kind::heading;
    TextBlock block{paragraph.text,
                    {heading ? Face::bold : Face::regular, size, 1.45f},
                    heading ? look.accent : look.ink};
    block.direction = paragraph.right_to_left ? Direction::right_to_left : Direction::left_to_right;
    return block;
  }

  Rect place_of(const Paragraph& paragraph, float top) const {
    const float indent = paragraph.kind == Kind::item ? size : 0;
    const bool same_way = paragraph.right_to_left == r.canvas().mirrored();
    return {box.x + (same_way ? indent : 0), top + space_above(paragraph.kind) * size, box.w - indent, 0};
  }

  // With its marks, whose letters are wider.
  float height_of(const LargePage& page, const Paragraph& paragraph, int number) const {
    TextBlock block = block_of(paragraph);
    const std::vector<TextSpan> spans = spans_of(page, number);
    block.spans = spans;
    const Rect place = place_of(paragraph, 0);
    return place.y + r.canvas().text_size(block, place.w).h + 0.1f * size;
  }

  // As measured, by this drawing or one before it.
  std::optional<float> known(const LargePlace& at) const {
    const auto& drawn = r.view.scene.large_heights.blocks;
    if (const auto found = drawn.find({at.page, at.block}); found != drawn.end()) return found->second;
    if (large.heights.size != size || large.heights.width != box.w) return std::nullopt;
    const auto found = large.heights.blocks.find({at.page, at.block});
    return found == large.heights.blocks.end() ? std::nullopt : std::optional(found->second);
  }

  float height_at(const LargePage& page, const LargePlace& at) const {
    if (const auto height = known(at)) return *height;
    const Paragraph* paragraph = paragraph_of(page, at.block);
    const float height = at.block == head_block ? height_of_head()
                         : paragraph == nullptr ? notice_height
                                                : height_of(page, *paragraph, at.block);
    r.view.scene.large_heights.blocks[{at.page, at.block}] = height;
    return height;
  }

  void draw_head(const LargePage& page, float top) const {
    const std::string number = say_page(r.view, page.number);
    TextBlock block{number, {Face::bold, std::max(22.f, size * 0.72f), 1.4f}, look.accent};
    block.max_lines = 1;
    block.align = Align::centre;
    const float middle = top + height_of_head() * 0.55f, half = size * 2.6f;
    r.canvas().line({box.x, middle}, {box.centre().x - half, middle}, look.line, 2);
    r.canvas().line({box.centre().x + half, middle}, {box.end(), middle}, look.line, 2);
    block.valign = VAlign::middle;
    r.canvas().text({box.centre().x - half, middle - size, 2 * half, 2 * size}, block);
  }

  // Why there is no text, and the way to the picture.
  void draw_notice(const LargePage& page, float top) const {
    const bool doubtful = page.state == library::TextState::doubtful;
    const std::string_view key = doubtful ? "read.large.doubtful" : "read.large.none";
    TextBlock block{r.words()(r.language(), key), {Face::regular, std::min(size, 33.f), 1.4f}, look.ink2};
    block.align = Align::centre;
    r.canvas().text({box.x + 40, top + 10, box.w - 80, 120}, block);
    const std::string& back = r.words()(r.language(), "read.large.page");
    const float width = button_width(r.ui, "file-text", back);
    button(r.ui, {box.centre().x - width / 2, top + 150, width, 72}, ButtonStyle::outline, "file-text", back,
           act::ReadLarge{page.number}, "reader.large.page." + std::to_string(page.number));
  }

  std::vector<TextSpan> spans_of(const LargePage& page, int block) const {
    std::vector<TextSpan> spans;
    for (const LargePage::Mark& mark : page.marks) {
      if (static_cast<int>(mark.paragraph) + 1 != block) continue;
      TextSpan span{.begin = mark.word.begin, .end = mark.word.end, .marked = true, .color = look.mark_ink};
      span.underlined = page.number == r.reader.page && mark.passage == r.reader.current_hit;
      spans.push_back(span);
    }
    return spans;
  }

  void draw_block(const LargePage& page, int number, float top, float height) const {
    if (number == head_block) return draw_head(page, top);
    const Paragraph* paragraph = paragraph_of(page, number);
    if (paragraph == nullptr) return draw_notice(page, top);
    TextBlock block = block_of(*paragraph);
    const std::vector<TextSpan> spans = spans_of(page, number);
    block.spans = spans;
    Rect place = place_of(*paragraph, top);
    place.h = height + size;
    r.canvas().text(place, block);
  }

  // Returns the last block drawn or measured, and where the next one would begin.
  LargePlace draw(float& y) const {
    LargePlace at = large.at;
    LargePlace last = at;
    for (std::optional<LargePlace> next = at; next && y < box.bottom(); next = after(large, last)) {
      last = *next;
      const LargePage& page = *large.pages.at(last.page);
      const float height = height_at(page, last);
      if (last == at) y -= at.part * height;
      draw_block(page, last.block, y, height);
      y += height;
    }
    last.part = 0;
    return last;
  }

  // What may come into sight next; the rest of it in the next frames.
  void measure_around(LargePlace below, float y) const {
    int left = measured_a_frame;
    const auto measure = [&](const LargePlace& at) {
      if (!known(at)) --left;
      return height_at(*large.pages.at(at.page), at);
    };
    LargePlace above = large.at;
    float up = 0;
    const float enough = look_ahead * box.h;
    for (y -= box.bottom(); left > 0 && (y < enough || up < enough);) {
      const auto next = y < enough ? after(large, below) : std::nullopt;
      const auto previous = up < enough ? before(large, above) : std::nullopt;
      if (!next && !previous) return;
      if (next) y += measure(below = *next);
      if (previous) up += measure(above = *previous);
    }
    if (left <= 0) r.view.scene.animating = true;
  }
};

void draw_waiting(const Column& column) {
  ReaderView& r = column.r;
  const double since = r.view.now - column.large.asked_at;
  if (since < patience) {
    r.view.scene.wake_at = std::min(r.view.scene.wake_at, r.view.now + patience - since);
    return;
  }
  const Rect& box = column.box;
  progress_star(r.ui, {box.centre().x, box.centre().y - 60}, 44, r.view.now);
  TextBlock block{r.words()(r.language(), "msg.loading"), type::lead, column.look.ink2};
  block.align = Align::centre;
  r.canvas().text({box.x, box.centre().y + 10, box.w, 80}, block);
}

// Three steps of letters, as large as they make the text, and the way back to the page; what they are for
// where there is room to say it.
void draw_strip(ReaderView& r, const Rect& strip) {
  constexpr float letter_width = 88, letter_pitch = 100;
  r.canvas().fill(strip, color::card);
  const float edge = r.layout.low ? strip.y : strip.bottom();
  r.canvas().line({strip.x, edge}, {strip.end(), edge}, color::line, 1);
  const std::string& back = r.words()(r.language(), "read.large.page");
  const float wide = button_width(r.ui, "file-text", back), height = strip.h - 20, y = strip.y + 10;
  const Rect way_back{strip.end() - 20 - wide, y, wide, height};
  const std::string& words = r.words()(r.language(), "read.large.size");
  TextBlock label{words, type::caption};
  label.valign = VAlign::middle;
  label.max_lines = 1;
  const float width = std::min(320.f, r.canvas().text_size(label, 320).w);
  float x = strip.x + 20;
  if (x + width + 28 + 3 * letter_pitch < way_back.x) {
    r.canvas().text({x + 8, strip.y, width + 4, strip.h}, label);
    x += width + 28;
  }
  const std::string& letter = r.words()(r.language(), "read.large.letter");
  for (const LargeSize size : {LargeSize::large, LargeSize::larger, LargeSize::largest}) {
    const bool chosen = size == r.view.state.session.reading.size;
    ButtonOptions options;
    options.padding = 4;
    options.style = {Face::bold, type_size(size), 1.2f};
    options.said = words + " " + std::to_string(static_cast<int>(size) + 1);
    button(r.ui, {x, y, letter_width, height}, chosen ? ButtonStyle::active : ButtonStyle::outline, "",
           letter, act::SetTextSize{size}, "reader.size." + std::to_string(static_cast<int>(size) + 1),
           options);
    x += letter_pitch;
  }
  button(r.ui, way_back, ButtonStyle::outline, "file-text", back, act::ReadLarge{}, "reader.large.back");
}

}  // namespace

void draw_reader_large(ReaderView& r) {
  const ReadingLook& reading = r.view.state.session.reading;
  const LargeLayout layout = large_layout(r.layout.page, r.layout.low);
  const Column column{r, r.reader.large, look_of(reading.tone), layout.column, type_size(reading.size)};
  r.canvas().fill(r.layout.page, column.look.paper);
  r.ui.area(layout.text, DragArea::Kind::scroll, "reader.large");
  r.view.scene.large_heights = {column.size, column.box.w, {}};
  r.canvas().push(layout.text);
  if (r.reader.large.pages.contains(r.reader.large.at.page)) {
    float y = column.box.y;
    const LargePlace last = column.draw(y);
    column.measure_around(last, y);
  } else {
    draw_waiting(column);
  }
  r.canvas().pop();
  draw_strip(r, layout.strip);
}

}  // namespace mess::kiosk
