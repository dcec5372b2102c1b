#include <array>
#include <string>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_sight.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"
#include "kiosk/screens/tone_look.h"

namespace mess::kiosk {

namespace {

void draw_number(ReaderView& r, const Rect& box, int page) {
  const bool here = sheet_at(r.reader, r.reader.page).holds(page);
  const int hits = hits_on_page(r.reader, page);
  const std::string number = std::to_string(page);
  TextBlock block{number, here ? type::caption_bold : type::caption, here ? color::strait : color::ink};
  block.valign = VAlign::middle;
  block.max_lines = 1;
  block.align = Align::centre;
  const Rect line{box.x, box.bottom() + 6, box.w, 32};
  if (hits == 0) {
    r.canvas().text(line, block);
    return;
  }
  const std::string count = std::to_string(hits);
  TextBlock mark{count, type::caption_bold, color::on_saffron};
  mark.valign = VAlign::middle;
  mark.align = Align::centre;
  mark.max_lines = 1;
  const float number_width = r.canvas().text_size(block, box.w).w;
  const float mark_width = std::max(30.f, r.canvas().text_size(mark, box.w).w + 14);
  const float from = box.x + (box.w - number_width - 8 - mark_width) / 2;
  block.align = Align::start;
  r.canvas().text({from, line.y, number_width + 2, line.h}, block);
  const Rect badge{from + number_width + 8, line.y + 1, mark_width, 30};
  r.canvas().fill(badge, color::saffron, 6);
  r.canvas().text(badge, mark);
}

void draw_thumbnail(ReaderView& r, int page) {
  const Rect box = thumbnail_rect(page, r.layout.columns);
  const int hits = hits_on_page(r.reader, page);
  const std::string found = hits > 0 ? r.words().count(r.language(), "read.hits", hits) : "";
  const bool down =
      r.ui.target({box.x, box.y, box.w, thumbnail_pitch - 8}, act::GoToPage{page},
                  "reader.page." + std::to_string(page), spoken({said_of_page(r.view, page), found}));
  const PictureKey key = thumbnail_key(r.reader.document.id, page, thumbnail_pixels(r.canvas().scale()));
  const Tone tone = r.view.state.session.reading.tone;
  r.canvas().fill(box, tone == Tone::printed ? color::sheet : look_of(tone).paper, 4);
  if (const Texture texture = r.view.pictures.find(key)) {
    // Fitted whole: slides and posters are not upright.
    Size size{static_cast<float>(texture.width), static_cast<float>(texture.height)};
    if (r.reader.turns % 2 == 1) std::swap(size.w, size.h);
    const float fit = std::min(box.w / size.w, box.h / size.h);
    size = {size.w * fit, size.h * fit};
    r.canvas().turned_picture(texture,
                              {box.x + (box.w - size.w) / 2, box.y + (box.h - size.h) / 2, size.w, size.h},
                              r.reader.turns);
  }
  if (sheet_at(r.reader, r.reader.page).holds(page) || down) {
    r.canvas().outline(box.inset(-3), color::strait, 4, 7);
  } else {
    r.canvas().outline(box, color::edge, 1, 4);
  }
  draw_number(r, box, page);
}

void draw_thumbnails(ReaderView& r) {
  const float offset = r.reader.thumbnails.offset;
  const Rect& list = r.layout.list;
  r.canvas().push(list, list.x, list.y - offset);
  const int first_row = std::max(0, static_cast<int>(offset / thumbnail_pitch));
  const int last_row = static_cast<int>((offset + list.h) / thumbnail_pitch);
  const int columns = r.layout.columns, last = std::min((last_row + 1) * columns, page_count(r.reader));
  for (int page = first_row * columns + 1; page <= last; ++page) draw_thumbnail(r, page);
  r.canvas().pop();
}

// Where the entries begin: below what is said of a guessed list.
float outline_from(const ReaderView& r) {
  return r.reader.outline_guessed ? outline_note : 0;
}

void draw_outline_entry(ReaderView& r, std::size_t index, bool here) {
  const library::OutlineEntry& entry = r.reader.outline[index];
  const float y = outline_from(r) + static_cast<float>(index) * outline_row;
  const Rect row{8, y, r.layout.list.w - 16, outline_row};
  bool down = false;
  if (entry.page > 0)
    down = r.ui.target(row, act::GoToPage{entry.page, entry.top}, "reader.outline." + std::to_string(index),
                       spoken({entry.title, said_of_page(r.view, entry.page)}));
  if (here || down) r.canvas().fill(row.inset(2), color::strait_tint, radius::chip);
  const float indent = 12 + 16 * static_cast<float>(std::min(entry.depth, 4));
  const std::string number = entry.page > 0 ? std::to_string(entry.page) : "";
  TextBlock page{number, type::caption, color::ink2};
  page.align = Align::end;
  page.valign = VAlign::middle;
  const float number_width = number.empty() ? 0 : r.canvas().text_size(page, 80).w + 10;
  r.canvas().text({row.end() - 12 - number_width, y, number_width, outline_row}, page);
  TextBlock title{entry.title, entry.depth == 0 ? type::caption_bold : type::caption};
  title.valign = VAlign::middle;
  title.max_lines = 2;
  title.style.line = 1.15f;
  r.canvas().text({row.x + indent, y, row.w - indent - number_width - 14, outline_row}, title);
}

void draw_outline(ReaderView& r) {
  const Rect& list = r.layout.list;
  const auto& outline = r.reader.outline;
  if (outline.empty()) {
    const std::string_view sentence = r.reader.outline_known  ? "read.nooutline"
                                      : r.reader.outline_lost ? "read.outline.lost"
                                                              : "msg.loading";
    TextBlock block{r.words()(r.language(), sentence), type::caption, color::ink2};
    r.canvas().text({list.x + 20, list.y + 16, list.w - 40, 160}, block);
    return;
  }
  const float offset = r.reader.contents.offset;
  r.canvas().push(list, list.x, list.y - offset);
  const std::size_t here = section_of_page(r.reader);
  if (r.reader.outline_guessed) {
    TextBlock note{r.words()(r.language(), "read.outline.guessed"), type::caption, color::ink2};
    note.style.line = 1.25f;
    note.max_lines = 3;
    note.valign = VAlign::middle;
    r.canvas().text({list.x + 20, 0, list.w - 40, outline_note}, note);
  }
  const float from = offset - outline_from(r);
  const auto first = static_cast<std::size_t>(std::max(0.f, from / outline_row));
  const auto last = static_cast<std::size_t>(std::max(0.f, from + list.h) / outline_row);
  for (std::size_t i = first; i <= last && i < outline.size(); ++i) draw_outline_entry(r, i, i == here);
  r.canvas().pop();
}

void draw_related_entry(ReaderView& r, std::size_t index) {
  const index::DocumentHit& near = r.reader.related[index];
  const Rect row{8, static_cast<float>(index) * related_row, r.layout.list.w - 16, related_row};
  const std::string facts = facts_line(std::array{language_name(r.view, near.language),
                                                  near.year ? std::to_string(*near.year) : std::string()});
  const bool down = r.ui.target(row.inset(2), act::OpenDocument{near.id, 1, {}},
                                "reader.related." + std::to_string(index + 1), spoken({near.title, facts}));
  if (down) r.canvas().fill(row.inset(2), color::strait_tint, radius::chip);
  constexpr Size picture{88, 124};
  draw_cover(r.view, {row.x + 12, row.y + 14, picture.w, picture.h}, cover_of(near));
  const float x = row.x + 12 + picture.w + 16, width = row.end() - 8 - x;
  TextBlock title{near.title, type::caption_bold};
  title.direction = direction_of(near.language);
  title.max_lines = 3;
  title.style.line = 1.25f;
  r.canvas().text({x, row.y + 10, width, 104}, title);
  TextBlock line{facts, type::caption, color::ink2};
  line.max_lines = 1;
  line.valign = VAlign::middle;
  r.canvas().text({x, row.y + 116, width, 34}, line);
}

void draw_related(ReaderView& r) {
  const Rect& list = r.layout.list;
  r.canvas().push(list, list.x, list.y - r.reader.near.offset);
  for (std::size_t i = 0; i < r.reader.related.size(); ++i) draw_related_entry(r, i);
  r.canvas().pop();
}

// The way to the documents near this one, once they are known.
void draw_related_button(ReaderView& r) {
  const Rect& rail = r.layout.rail;
  const bool beside = r.layout.rail_beside;
  const float y = r.layout.list.bottom();
  if (beside) r.canvas().line({rail.x, y}, {rail.end(), y}, color::line, 1);
  ButtonOptions options;
  options.icon_size = 28;
  options.padding = 10;
  options.gap = 10;
  options.style.size = 22;
  button(r.ui, r.layout.near, r.reader.related_shown ? ButtonStyle::active : ButtonStyle::outline,
         beside ? "files" : "", r.words()(r.language(), beside ? "read.related" : "read.related.short"),
         act::ShowRelated{}, "reader.related", options);
}

// Beside the page, or over it with what closes it.
void draw_ground(ReaderView& r) {
  const Rect& rail = r.layout.rail;
  if (r.layout.rail_beside) {
    r.canvas().fill(rail, color::card);
    return r.canvas().line({rail.end(), rail.y}, {rail.end(), rail.bottom()}, color::line, 1);
  }
  hanging_panel(r.ui, r.layout.page, rail, act::ShowPanel{Panel::none}, "reader.rail");
  button(r.ui, r.layout.rail_close, ButtonStyle::outline, "x", "", act::ShowPanel{Panel::none},
         "reader.rail.close", {.said = r.words()(r.language(), "nav.close")});
}

}  // namespace

void draw_reader_rail(ReaderView& r) {
  draw_ground(r);
  r.ui.area(r.layout.list, DragArea::Kind::scroll, "reader.list");
  const bool related = r.reader.related_shown;
  const RailTab tab = r.reader.rail;
  if (related) {
    draw_related(r);
  } else if (tab == RailTab::outline) {
    draw_outline(r);
  } else if (tab == RailTab::passages) {
    draw_reader_passages(r);
  } else {
    draw_thumbnails(r);
  }
  const Segment parts[] = {{r.words()(r.language(), "read.thumbs"), tab == RailTab::thumbnails && !related,
                            act::ShowRail{RailTab::thumbnails}, "reader.thumbnails"},
                           {r.words()(r.language(), "read.outline"), tab == RailTab::outline && !related,
                            act::ShowRail{RailTab::outline}, "reader.outline"}};
  segments(r.ui, r.layout.tabs, parts);
  draw_passages_tab(r, tab == RailTab::passages && !related);
  if (!r.reader.related.empty()) draw_related_button(r);
}

}  // namespace mess::kiosk
