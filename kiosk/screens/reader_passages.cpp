#include <algorithm>
#include <string>

#include "kiosk/app/reader.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

// What is known of the words in this document, in a few words.
std::string summary(const ReaderView& r) {
  const ReaderState& reader = r.reader;
  if (reader.query.empty()) return r.words()(r.language(), "read.passages");
  if (reader.document.text != library::TextState::good && reader.opened) {
    return r.words()(r.language(),
                     reader.document.text == library::TextState::none ? "read.notext" : "read.doubtful");
  }
  if (!reader.hit_pages_known) return r.words()(r.language(), "msg.loading");
  return r.words().count(r.language(), "read.hits", hit_count(reader));
}

// Why the list is empty.
std::string_view sentence_instead(const ReaderState& reader) {
  if (reader.document.text != library::TextState::good && reader.opened)
    return reader.document.text == library::TextState::none ? "read.notext" : "read.doubtful";
  if (reader.query.empty()) return "read.passages.start";
  return reader.hit_pages_known ? "read.passages.none" : "msg.loading";
}

// The words searched for in bold, those of the passage marked.
std::vector<TextSpan> spans_of(const HitLine& line) {
  std::vector<TextSpan> spans;
  for (const index::ByteRange& word : line.words) {
    TextSpan span{.begin = word.begin, .end = word.end, .bold = true, .color = color::nothing};
    span.marked = word.begin >= line.passage.begin && word.end <= line.passage.end;
    spans.push_back(span);
  }
  return spans;
}

void draw_line(ReaderView& r, std::size_t index, bool current) {
  const HitLine& line = (*r.reader.hit_lines)[index];
  const std::string number = std::to_string(index + 1);
  const Rect row{8, static_cast<float>(index) * passage_row, r.layout.list.w - 16, passage_row};
  const bool down =
      r.ui.target(row.inset(2), act::GoToPassage{line.page, line.number}, "reader.passage." + number,
                  spoken({said_of_page(r.view, line.page), line.text}));
  if (current || down) r.canvas().fill(row.inset(2), color::strait_tint, radius::chip);
  if (current) r.canvas().fill({row.x + 2, row.y + 14, 5, row.h - 28}, color::strait, 2);
  if (index > 0) r.canvas().line({row.x + 14, row.y}, {row.end() - 14, row.y}, color::line, 1);
  const Rect inside{row.x + 16, row.y + 8, row.w - 30, row.h - 14};
  const std::string page = say_page(r.view, line.page);
  TextBlock head{page, type::caption_bold, color::strait};
  head.max_lines = 1;
  r.canvas().text({inside.x, inside.y, inside.w - 80, 32}, head);
  TextBlock count{number, type::caption, color::ink2};
  count.align = Align::end;
  count.max_lines = 1;
  r.canvas().text({inside.end() - 80, inside.y, 80, 32}, count);
  const std::vector<TextSpan> spans = spans_of(line);
  TextBlock words{line.text, type::caption};
  words.style.line = 1.3f;
  words.direction = direction_of(line.language);
  words.max_lines = 3;
  words.spans = spans;
  r.canvas().text({inside.x, inside.y + 34, inside.w, inside.h - 34}, words);
}

// Below the last line, when the document has more passages than the list.
void draw_end_of_list(ReaderView& r, std::size_t lines) {
  if (static_cast<std::size_t>(hit_count(r.reader)) <= lines) return;
  const std::string sentence =
      r.words().fill(r.language(), "read.passages.more", {{"n", std::to_string(lines)}});
  TextBlock block{sentence, type::caption, color::ink2};
  const float y = static_cast<float>(lines) * passage_row;
  r.canvas().text({20, y + 8, r.layout.list.w - 40, passages_end - 8}, block);
}

}  // namespace

void draw_reader_passages(ReaderView& r) {
  const Rect& list = r.layout.list;
  const auto& lines = r.reader.hit_lines;
  if (lines == nullptr || lines->empty()) {
    TextBlock block{r.words()(r.language(), sentence_instead(r.reader)), type::caption, color::ink2};
    r.canvas().text({list.x + 20, list.y + 16, list.w - 40, 240}, block);
    return;
  }
  const float offset = r.reader.passages.offset;
  r.canvas().push(list, list.x, list.y - offset);
  const int current = hit_position(r.reader);
  const auto first = static_cast<std::size_t>(std::max(0.f, offset / passage_row));
  const auto last = static_cast<std::size_t>((offset + list.h) / passage_row);
  for (std::size_t i = first; i <= last && i < lines->size(); ++i)
    draw_line(r, i, static_cast<int>(i) + 1 == current);
  draw_end_of_list(r, lines->size());
  r.canvas().pop();
}

void draw_passages_tab(ReaderView& r, bool selected) {
  const Rect& tab = r.layout.passages_tab;
  const bool down = r.ui.target(tab, act::ShowRail{RailTab::passages}, "reader.passages",
                                spoken({summary(r), selected ? r.ui.words.chosen : ""}));
  const Color ground = selected ? color::strait : down ? color::strait_tint : color::card;
  r.canvas().fill(tab, ground, radius::button);
  r.canvas().outline(tab, selected ? color::strait : color::edge, 2, radius::button);
  r.canvas().fill({tab.x + 14, tab.centre().y - 9, 18, 18}, color::saffron, 4);
  const Rect room{tab.x + 40, tab.y, tab.w - 48, tab.h};
  std::string sentence = summary(r);
  TextBlock block{sentence, selected ? type::caption_bold : type::caption,
                  selected ? color::on_accent : color::ink};
  block.valign = VAlign::middle;
  block.max_lines = 1;
  // "979 pasajes encontrados" is too long for it.
  const bool counted = !r.reader.query.empty() && r.reader.hit_pages_known &&
                       r.reader.document.text == library::TextState::good;
  if (counted && r.canvas().text_size(block, 2 * room.w).w > room.w) {
    sentence = r.words()(r.language(), "read.passages") + " · " + std::to_string(hit_count(r.reader));
    block.text = sentence;
    block.style = fitted(r.canvas(), block, room.w);
  }
  r.canvas().text(room, block);
}

}  // namespace mess::kiosk
