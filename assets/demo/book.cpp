#include "book.h"

#include <algorithm>
#include <memory>

#include "figures.h"
#include "ink.h"
#include "line_text.h"

namespace mess::demo {
namespace {

using kiosk::GuideBlock;

constexpr double margin = 62, top = 86, bottom = page_height - 78, text_width = page_width - 2 * margin;
constexpr double list_indent = 22;

// The Arabic block of Unicode, U+0600 to U+06FF, is D8 80 to DB BF in UTF-8.
bool begins_in_arabic(const std::string& text) {
  const auto first = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
  return first >= 0xD8 && first <= 0xDB;
}

struct LinesGone {
  void operator()(PangoLayoutIter* lines) const { pango_layout_iter_free(lines); }
};
using Lines = std::unique_ptr<PangoLayoutIter, LinesGone>;

class Setter {
 public:
  Setter(Paper& paper, const Source& source)
      : paper_(paper), source_(source), language_(source.language), arabic_(is_right_to_left(language_)) {}

  int print() {
    cr_ = paper_.begin_page();
    pages_ = 1;
    draw_cover(cr_, source_);
    paper_.end_page();
    new_page();
    for (next_ = 0; next_ < source_.blocks.size();) set_block(source_.blocks[next_++]);
    paper_.end_page();
    return pages_;
  }

 private:
  void set_block(const GuideBlock& block);
  void set_heading(const GuideBlock& block);
  void set_item(const GuideBlock& block);
  void set_quote(const GuideBlock& block);
  void set_figure(const Figure& figure);
  void flow(const Layout& layout, double x, Colour colour);

  void new_page();
  void need(double height) {
    if (y_ + height > bottom) next_page();
  }
  void next_page() {
    paper_.end_page();
    new_page();
  }
  Layout text_of(const GuideBlock& block, Type type, double width) {
    return set_text(cr_, block.text, type, language_, width, PANGO_ALIGN_LEFT, block.spans);
  }

  Paper& paper_;
  const Source& source_;
  Language language_;  // of the block being set
  bool arabic_;
  cairo_t* cr_ = nullptr;
  int pages_ = 0;
  double y_ = top;
  std::size_t next_ = 0;  // block that follows the one being set
};

void Setter::new_page() {
  cr_ = paper_.begin_page();
  ++pages_;
  y_ = top;
  if (!source_.scanned) {
    set(cr_, card);
    cairo_rectangle(cr_, 0, 0, page_width, page_height);
    cairo_fill(cr_);
  }
  const Layout title = set_text(cr_, source_.title, Type::small, source_.language, text_width);
  show(cr_, title, margin, 44, ink2);
  set(cr_, line);
  cairo_rectangle(cr_, margin, 66, text_width, 0.8);
  cairo_fill(cr_);
  star_path(cr_, page_width / 2, page_height - 42, 15);
  set(cr_, terra_mid);
  cairo_set_line_width(cr_, 0.8);
  cairo_stroke(cr_);
  const Layout number =
      set_text(cr_, std::to_string(pages_), Type::small, Language::french, 60, PANGO_ALIGN_CENTER);
  show(cr_, number, page_width / 2 - 30, page_height - 42 - height_of(number) / 2, ink2);
}

void Setter::set_block(const GuideBlock& block) {
  // An Arabic passage in another document is set from right to left.
  language_ = begins_in_arabic(block.text) ? Language::arabic : source_.language;
  arabic_ = is_right_to_left(language_);
  const Figure figure = parse_figure(block.text);
  if (!figure.kind.empty()) return set_figure(figure);
  switch (block.kind) {
    case GuideBlock::Kind::heading:
      return set_heading(block);
    case GuideBlock::Kind::list_item:
      return set_item(block);
    case GuideBlock::Kind::quote:
      return set_quote(block);
    case GuideBlock::Kind::paragraph:
      break;
  }
  flow(text_of(block, Type::body, text_width), margin, ink);
  y_ += 9;
}

// A chapter wants a third of a page under it, a section four lines or the figure that follows it.
void Setter::set_heading(const GuideBlock& block) {
  const Type type = block.level == 1 ? Type::heading1 : block.level == 2 ? Type::heading2 : Type::heading3;
  const Layout layout = text_of(block, type, text_width);
  double under = block.level == 1 ? 200 : 110;
  if (next_ < source_.blocks.size()) {
    const Figure figure = parse_figure(source_.blocks[next_].text);
    if (!figure.kind.empty()) under = std::max(under, figure_height(cr_, figure, language_, text_width) + 80);
  }
  need(height_of(layout) + under);
  if (y_ > top) y_ += block.level == 1 ? 20 : 10;
  if (block.level <= 2) paper_.mark(block.level, block.text, y_);
  show(cr_, layout, margin, y_, block.level == 1 ? strait : terra);
  y_ += height_of(layout) + (block.level == 1 ? 12 : 6);
}

void Setter::set_item(const GuideBlock& block) {
  const double indent = list_indent * block.level;
  const Layout layout = text_of(block, Type::body, text_width - indent);
  need(pango_layout_get_line_count(layout.get()) <= 3 ? height_of(layout) : 60);
  const double sign_x =
      arabic_ ? page_width - margin - indent + list_indent / 2 + 2 : margin + indent - list_indent / 2 - 2;
  if (block.number > 0) {
    const Layout number =
        set_text(cr_, std::to_string(block.number) + ".", Type::heading3, language_, 30, PANGO_ALIGN_LEFT);
    show(cr_, number, arabic_ ? sign_x + 8 - 30 : sign_x - 8, y_ - 1, terra);
  } else {
    star_path(cr_, sign_x, y_ + (arabic_ ? 14 : 9), 3.6);
    set(cr_, terra_mid);
    cairo_fill(cr_);
  }
  flow(layout, arabic_ ? margin : margin + indent, ink);
  y_ += 5;
}

void Setter::set_quote(const GuideBlock& block) {
  const Layout layout = text_of(block, Type::body, text_width - 40);
  const double height = height_of(layout) + 26;
  need(height + 10);
  y_ += 4;
  box(cr_, margin, y_, text_width, height, 10);
  set(cr_, sand);
  cairo_fill(cr_);
  set(cr_, terra_mid);
  cairo_rectangle(cr_, arabic_ ? page_width - margin - 4 : margin, y_ + 10, 4, height - 20);
  cairo_fill(cr_);
  show(cr_, layout, margin + 20, y_ + 13, ink);
  y_ += height + 14;
}

void Setter::set_figure(const Figure& figure) {
  const Layout caption =
      set_text(cr_, figure.caption, Type::small, source_.language, text_width, PANGO_ALIGN_CENTER);
  const double height = figure_height(cr_, figure, language_, text_width);
  need(height + height_of(caption) + 30);
  y_ += 10;
  draw_figure(cr_, figure, source_.language, margin, y_, text_width);
  y_ += height + 8;
  show(cr_, caption, margin, y_, ink2);
  y_ += height_of(caption) + 16;
}

// Line after line, over as many pages as it takes; three lines or fewer stay together.
void Setter::flow(const Layout& layout, double x, Colour colour) {
  if (pango_layout_get_line_count(layout.get()) <= 3) need(height_of(layout));
  const Lines lines(pango_layout_get_iter(layout.get()));
  PangoLayoutIter* const iterator = lines.get();
  do {
    int from = 0, to = 0;
    pango_layout_iter_get_line_yrange(iterator, &from, &to);
    const double height = static_cast<double>(to - from) / PANGO_SCALE;
    if (y_ + height > bottom) next_page();
    PangoRectangle ink_box, logical;
    pango_layout_iter_get_line_extents(iterator, &ink_box, &logical);
    const double baseline =
        static_cast<double>(pango_layout_iter_get_baseline(iterator) - from) / PANGO_SCALE;
    set(cr_, colour);
    show_line(cr_, pango_layout_iter_get_line_readonly(iterator),
              x + static_cast<double>(logical.x) / PANGO_SCALE, y_ + baseline);
    y_ += height;
  } while (pango_layout_iter_next_line(iterator));
}

}  // namespace

int print_book(Paper& paper, const Source& source) {
  return Setter(paper, source).print();
}

}  // namespace mess::demo
