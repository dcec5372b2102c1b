#include "kiosk/app/reader.h"

#include <array>
#include <string>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/search_layout.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

std::string facts_of(const ReaderView& r) {
  const library::Document& document = r.reader.document;
  const int pages = document.page_count;
  const std::array facts{document.creators.empty() ? document.publisher : document.creators.front(),
                         document.year ? std::to_string(*document.year) : std::string(),
                         pages > 0 ? r.words().count(r.language(), "meta.pages", pages) : std::string()};
  return facts_line(facts);
}

void stepper_half(ReaderView& r, const Rect& rect, std::string_view icon, Color fill, int direction,
                  bool enabled, const std::string& name) {
  const std::string& said = r.words()(r.language(), direction < 0 ? "voice.hit.before" : "voice.hit.next");
  const bool down = enabled && r.ui.target(rect, act::StepHit{direction}, name, said);
  if (fill.a != 0) r.canvas().fill(rect.inset(2), down ? color::saffron_edge : fill, radius::button - 2);
  if (fill.a == 0 && down) r.canvas().fill(rect.inset(2), color::saffron, radius::button - 2);
  const Point centre = rect.centre();
  if (!enabled) r.canvas().push_opacity(0.35f);
  r.canvas().icon(icon, {centre.x - 18, centre.y - 18, 36, 36},
                  fill.a != 0 || down ? color::on_saffron : color::ink);
  if (!enabled) r.canvas().pop_opacity();
}

// Through the passages of the whole document: back, "5 sur 17", on.
void draw_stepper(ReaderView& r, const Rect& rect) {
  const int total = hit_count(r.reader), position = hit_position(r.reader);
  r.canvas().fill(rect, color::saffron_tint, radius::button);
  r.canvas().outline(rect, color::saffron_edge, 2, radius::button);
  const float half = rect.w < 300 ? 64 : 76;
  stepper_half(r, {rect.x, rect.y, half, rect.h}, "chevron-up", color::nothing, -1, position != 1,
               "reader.previous_hit");
  stepper_half(r, {rect.end() - half, rect.y, half, rect.h}, "chevron-down", color::saffron, 1,
               position != total, "reader.next_hit");
  const std::string number = std::to_string(total);
  const std::string label = position > 0 ? r.words().fill(r.language(), "read.hit",
                                                          {{"i", std::to_string(position)}, {"n", number}})
                                         : number;
  TextBlock block{label, type::button};
  block.align = Align::centre;
  block.valign = VAlign::middle;
  block.max_lines = 1;
  block.style = fitted(r.canvas(), block, rect.w - 2 * half);
  r.canvas().text({rect.x + half, rect.y, rect.w - 2 * half, rect.h}, block);
}

// The stepper, or that there is nothing to step through.
void draw_found(ReaderView& r, const Rect& rect) {
  if (hit_count(r.reader) > 0) return draw_stepper(r, rect);
  const bool readable = r.reader.document.text == library::TextState::good;
  if (r.reader.query.empty() || !r.reader.hit_pages_known || !readable) return;
  const std::string none = r.words().count(r.language(), "read.hits", 0);
  TextBlock block{none, type::caption, color::ink2};
  block.align = Align::centre;
  block.valign = VAlign::middle;
  block.max_lines = 2;
  r.canvas().text(rect, block);
}

// Below the first width the field is a button until somebody writes.
constexpr float field_folds_below = 1700, field_width = 390;
constexpr float control = 72, least_for_title = 140;

TextBlock title_of(const ReaderView& r) {
  const library::Document& document = r.reader.document;
  const std::string_view language =
      document.languages.empty() ? "" : std::string_view(document.languages.front());
  TextBlock title{document.title, type::h4};
  title.direction = direction_of(language);
  // A title in the other script still begins where the bar's reading begins.
  const bool same_way = (title.direction == Direction::right_to_left) == r.canvas().mirrored();
  title.align = same_way || title.direction == Direction::interface ? Align::start : Align::end;
  title.valign = VAlign::middle;
  return title;
}

// One line, and what else is known below it.
void draw_titles(ReaderView& r, float from, float to) {
  const float y = r.layout.bar.y + (r.layout.bar.h - 88) / 2;
  TextBlock title = title_of(r);
  title.max_lines = 1;
  title.style = fitted(r.canvas(), title, to - from);
  r.canvas().text({from, y + 4, to - from, 42}, title);
  const std::string facts = facts_of(r);
  TextBlock line{facts, type::caption, color::ink2};
  line.max_lines = 1;
  line.valign = VAlign::middle;
  r.canvas().text({from, y + 45, to - from, 36}, line);
}

// The title alone in two lines, or none where it would be a word or two.
void draw_short_title(ReaderView& r, const Rect& place) {
  if (place.w < least_for_title) return;
  TextBlock title = title_of(r);
  title.max_lines = 2;
  title.style.line = 1.2f;
  title.style = fitted(r.canvas(), title, place.w);
  r.canvas().text(place, title);
}

// Back and Home; returns where they end.
float draw_ways_back(ReaderView& r, float x, float y) {
  const bool is_short = !r.layout.rail_beside && r.layout.bar.w < field_folds_below;
  ButtonOptions options;
  if (is_short) options.padding = 16;
  const std::string& back = r.words()(r.language(), r.reader.from_results ? "read.results" : "nav.back");
  const float width = std::max(is_short ? 120.f : 180.f, button_width(r.ui, "arrow-left", back, options));
  button(r.ui, {x, y, width, control}, ButtonStyle::outline, "arrow-left", back, act::Back{}, "nav.back",
         options);
  const Rect home{x + width + 12, y, control, control};
  button(r.ui, home, ButtonStyle::outline, "house", "", act::Home{}, "nav.home",
         {.said = r.words()(r.language(), "nav.home")});
  return home.end();
}

// The field where there is room for it or somebody writes, else a button; the title in what is left.
void draw_field_and_title(ReaderView& r, float from, float to, float y) {
  const bool has_facts = r.layout.bar_rows == 1 && r.layout.bar.w >= 1400;
  if (r.layout.bar.w >= field_folds_below) {
    draw_reader_field(r, {to - field_width, y, field_width, control});
    return draw_titles(r, from, to - field_width - 24);
  }
  if (r.reader.find.writing) return draw_reader_field(r, {from, y, to - from, control});
  button(r.ui, {to - control, y, control, control}, ButtonStyle::outline, "search", "", act::OpenFind{},
         "reader.find", {.said = r.words()(r.language(), "read.find")});
  const float room = to - control - 24 - from;
  has_facts ? draw_titles(r, from, from + room) : draw_short_title(r, {from, y, room, control});
}

}  // namespace

// Not asked of the canvas, which knows no mirroring while a page is drawn on it.
Rect view_as_laid_out(const ReaderView& r) {
  return view_of_page(r.reader, r.context());
}

void draw_reader_bar(ReaderView& r) {
  const Rect& bar = r.layout.bar;
  top_bar(r.ui, bar);
  if (r.layout.low) r.canvas().line({bar.x, bar.y}, {bar.end(), bar.y}, color::line, 1);
  const bool compact = !r.layout.rail_beside;
  const float side = compact ? 16 : 24, steps = compact && bar.w < field_folds_below ? 240 : 300;
  const float row = bar.h / static_cast<float>(r.layout.bar_rows), y = bar.y + (row - control) / 2;
  const float from = draw_ways_back(r, bar.x + side, y) + (compact ? 16 : 26);
  const bool two_rows = r.layout.bar_rows == 2;
  const float edge = bar.w - side, second = y + row - 2;
  const float down = draw_down_button(r.view, edge, two_rows ? second - 2 : y - 2);
  const float end = draw_bar_end(r.view, two_rows ? edge : down, y - 2, BarEnd::short_of_room);
  // The stepper's place is kept when there is nothing to step through, so that the field never moves.
  if (!two_rows) {
    const Rect stepper{end - steps, y, steps, control};
    draw_found(r, stepper);
    return draw_field_and_title(r, from, stepper.x - 12, y);
  }
  const Rect stepper{down - steps, second, steps, control};
  draw_found(r, stepper);
  draw_field_and_title(r, side, stepper.x - 12, stepper.y);
}

std::string numbers_shown(const ReaderState& reader) {
  const Sheet sheet = sheet_at(reader, reader.page);
  const std::string first = std::to_string(sheet.first());
  return sheet.count == 1 ? first : first + "\u2013" + std::to_string(sheet.last());
}

namespace {

// Below the track, at either end of it, where the knob is not.
void draw_ends_of_slider(const ReaderView& r, const SliderLook& look) {
  const Rect& slider = r.layout.slider;
  constexpr float least_height = 88, below = 14, width = 120, height = 30, knob = 0.05f;
  if (slider.h < least_height) return;
  const bool first_at_start = look.from_right == r.canvas().mirrored();
  const auto number = [&](int page, bool at_start) {
    TextBlock block{{}, type::caption, color::ink2};
    const std::string text = std::to_string(page);
    block.text = text;
    block.align = at_start ? Align::start : Align::end;
    r.canvas().text({at_start ? slider.x : slider.end() - width, slider.centre().y + below, width, height},
                    block);
  };
  if (look.fraction > knob) number(1, first_at_start);
  if (look.fraction < 1 - knob) number(page_count(r.reader), !first_at_start);
}

}  // namespace

void draw_reader_footer(ReaderView& r) {
  const Rect& footer = r.layout.footer;
  r.canvas().fill(footer, color::card);
  r.canvas().line({footer.x, footer.y}, {footer.end(), footer.y}, color::line, 1);
  const int pages = page_count(r.reader), page = r.reader.page;
  // Turning follows the document: "next" lies on the side towards which its script runs.
  const bool next_at_start = r.reader.right_to_left != r.canvas().mirrored();
  const auto turner = [&](const Rect& rect, bool at_start) {
    const bool next = at_start == next_at_start;
    ButtonOptions options;
    options.icon_at_end = !at_start;
    options.enabled = page_further(r.reader, next ? 1 : -1) != 0;
    button(r.ui, rect, next ? ButtonStyle::primary : ButtonStyle::outline,
           at_start ? "chevron-left" : "chevron-right",
           r.words()(r.language(), next ? "nav.next" : "nav.prev"), act::TurnPage{next ? 1 : -1},
           next ? "reader.next" : "reader.previous", options);
  };
  turner(r.layout.turn_start, true);
  turner(r.layout.turn_end, false);

  std::vector<float> ticks;
  const float span = static_cast<float>(std::max(1, pages - 1));
  for (const HitPage& hit : r.reader.hit_pages) ticks.push_back(static_cast<float>(hit.page - 1) / span);
  SliderLook look;
  look.fraction = static_cast<float>(page - 1) / span;
  look.ticks = ticks;
  look.from_right = r.reader.right_to_left;
  slider(r.ui, r.layout.slider, look, "reader.slider");
  draw_ends_of_slider(r, look);

  const std::string numbers = numbers_shown(r.reader), total = std::to_string(pages);
  const auto name = r.reader.labels.find(page);
  const std::string label = name == r.reader.labels.end()
                                ? r.words().fill(r.language(), "read.pageof", {{"i", numbers}, {"n", total}})
                                : r.words().fill(r.language(), "read.pagelabel",
                                                 {{"a", name->second}, {"i", numbers}, {"n", total}});
  TextBlock block{label, type::body_bold};
  block.align = Align::centre;
  block.valign = VAlign::middle;
  block.max_lines = 1;
  block.style = fitted(r.canvas(), block, r.layout.label.w);
  r.canvas().text(r.layout.label, block);
}

void draw_reader_error(ReaderView& r) {
  // There is nothing to turn to or to take away.
  const Size screen = r.canvas().size();
  const Rect& bar = r.layout.bar;
  const bool low = r.layout.low;
  const Rect page{0, low ? 0 : bar.bottom(), screen.w, screen.h - bar.h};
  r.canvas().fill(page, color::sand2);
  const float width = std::min(860.f, page.w - 80), height = std::min(400.f, page.h - 32);
  const float y = low ? page.bottom() - 16 - height : page.y + (page.h - height) / 2;
  const Rect box{page.x + (page.w - width) / 2, y, width, height};
  card(r.ui, box);
  r.canvas().icon("file-x", {box.centre().x - 44, box.y + 48, 88, 88}, color::error);
  const std::string sentence = r.words().error(r.language(), r.reader.error->kind);
  TextBlock block{sentence, type::lead};
  block.align = Align::centre;
  r.canvas().text({box.x + 60, box.y + 160, box.w - 120, 130}, block);
  const std::string& back = r.words()(r.language(), r.reader.from_results ? "read.results" : "nav.back");
  const float button_wide = std::max(240.f, button_width(r.ui, "arrow-left", back));
  button(r.ui, {box.centre().x - button_wide / 2, box.bottom() - 104, button_wide, 72}, ButtonStyle::primary,
         "arrow-left", back, act::Back{}, "reader.error.back");
}

namespace {

void draw_with_tools(ReaderView& r) {
  const bool writing = r.reader.find.writing;
  const Size screen = r.canvas().size();
  // Only what the keyboard leaves can be seen and touched; the bar is, wherever it lies.
  const float keys = keyboard_height(screen) + (r.layout.low ? r.layout.bar.h : 0);
  draw_brought_down(r.view, 0, [&] {
    r.canvas().push({0, 0, screen.w, writing ? screen.h - keys : screen.h});
    draw_reader_page(r);
    draw_trail(r);
    if (r.shows_rail()) draw_reader_rail(r);
    draw_reader_tools(r);
    draw_reader_footer(r);
    draw_listening(r);
    r.canvas().pop();
    if (writing) draw_reader_keyboard(r);
  });
  draw_reader_bar(r);
  if (r.reader.page_sheet) draw_page_sheet(r);
}

}  // namespace

ReaderView reader_view(View& view, const ReaderState& reader) {
  return {view, reader, reader_layout(view.canvas.size(), view.state.session.comfort.low), ui_of(view)};
}

void draw_reader(View& view, const ReaderState& place) {
  ReaderView r = reader_view(view, place);
  if (place.error) {
    draw_reader_error(r);
    draw_reader_bar(r);
    return;
  }
  place.full.on ? draw_full_screen(r) : draw_with_tools(r);
  draw_word_card(r);
  if (place.links.address) draw_address(r);
}

}  // namespace mess::kiosk
