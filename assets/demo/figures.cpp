#include "figures.h"

#include <algorithm>
#include <cmath>

#include "paper.h"

namespace mess::demo {
namespace {

std::string trimmed(std::string_view text) {
  // The typeset no-break space may stand beside a separator too.
  const auto first = text.find_first_not_of(" \xC2\xA0"), last = text.find_last_not_of(" ");
  return first == std::string_view::npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

// A box with words in its middle.
void worded_box(cairo_t* cr, const std::string& words, Language language, double x, double y, double w,
                double h, Colour fill, Colour edge, Colour text) {
  box(cr, x, y, w, h, 8);
  set(cr, fill);
  cairo_fill_preserve(cr);
  set(cr, edge);
  cairo_set_line_width(cr, 1);
  cairo_stroke(cr);
  const Layout layout = set_text(cr, words, Type::label_bold, language, w - 14, PANGO_ALIGN_CENTER);
  show(cr, layout, x + 7, y + (h - height_of(layout)) / 2, text);
}

double wheel_height(const Figure& figure) {
  return std::max(190.0, 70.0 * static_cast<double>(figure.labels.size() / 2));
}

// Half of the words on each side of a star that holds the first.
void draw_wheel(cairo_t* cr, const Figure& figure, Language language, double x, double y, double width) {
  const double height = wheel_height(figure), radius = 60, cx = x + width / 2, cy = y + height / 2;
  const std::size_t around = figure.labels.size() - 1, first_side = (around + 1) / 2;
  const double box_width = (width - 2 * radius) / 2 - 20, box_height = 58;
  const bool arabic = is_right_to_left(language);
  for (std::size_t i = 0; i < around; ++i) {
    const bool start_side = i < first_side;
    const std::size_t row = start_side ? i : i - first_side,
                      rows = start_side ? first_side : around - first_side;
    const double by =
        y + (static_cast<double>(row) + 0.5) * height / static_cast<double>(rows) - box_height / 2;
    const bool left = start_side != arabic;
    const double bx = left ? x : x + width - box_width;
    set(cr, terra_mid);
    cairo_set_line_width(cr, 1.6);
    const double dash[] = {0.1, 5};
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cr, dash, 2, 0);
    cairo_move_to(cr, left ? bx + box_width : bx, by + box_height / 2);
    cairo_line_to(cr, cx + (left ? -radius : radius) * 0.8, cy + (by + box_height / 2 - cy) * 0.35);
    cairo_stroke(cr);
    cairo_set_dash(cr, nullptr, 0, 0);
    worded_box(cr, figure.labels[i + 1], language, bx, by, box_width, box_height,
               row % 2 ? terra_tint : strait_tint, row % 2 ? terra_mid : strait_mid, ink);
  }
  star_path(cr, cx, cy, radius);
  set(cr, strait);
  cairo_fill(cr);
  star_path(cr, cx, cy, radius * 0.86);
  set(cr, saffron);
  cairo_set_line_width(cr, 1.5);
  cairo_stroke(cr);
  const Layout centre =
      set_text(cr, figure.labels[0], Type::heading2, language, radius * 1.5, PANGO_ALIGN_CENTER);
  show(cr, centre, cx - radius * 0.75, cy - height_of(centre) / 2, card);
}

// Numbered stars on a dotted path.
void draw_steps(cairo_t* cr, const Figure& figure, Language language, double x, double y, double width) {
  const bool arabic = is_right_to_left(language);
  const double pitch = width / static_cast<double>(figure.labels.size()), cy = y + 30;
  const double dash[] = {0.1, 6};
  set(cr, terra_mid);
  cairo_set_line_width(cr, 2.2);
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash(cr, dash, 2, 0);
  cairo_move_to(cr, x + pitch / 2, cy);
  cairo_line_to(cr, x + width - pitch / 2, cy);
  cairo_stroke(cr);
  cairo_set_dash(cr, nullptr, 0, 0);
  for (std::size_t i = 0; i < figure.labels.size(); ++i) {
    const double at = (static_cast<double>(i) + 0.5) * pitch, cx = arabic ? x + width - at : x + at;
    star_path(cr, cx, cy, 25);
    set(cr, i == 0 ? strait : card);
    cairo_fill_preserve(cr);
    set(cr, strait);
    cairo_set_line_width(cr, 1.8);
    cairo_stroke(cr);
    const Layout number =
        set_text(cr, std::to_string(i + 1), Type::heading2, Language::french, 50, PANGO_ALIGN_CENTER);
    show(cr, number, cx - 25, cy - height_of(number) / 2, i == 0 ? card : strait);
    const Layout label =
        set_text(cr, figure.labels[i], Type::label_bold, language, pitch - 10, PANGO_ALIGN_CENTER);
    show(cr, label, cx - pitch / 2 + 5, cy + 36, ink);
  }
}

void draw_columns(cairo_t* cr, const Figure& figure, Language language, double x, double y, double width) {
  const double gap = 12, n = static_cast<double>(figure.labels.size()), w = (width - gap * (n - 1)) / n,
               h = 92;
  const Colour tops[] = {strait, terra, green, ink};
  for (std::size_t i = 0; i < figure.labels.size(); ++i) {
    const double at = static_cast<double>(i) * (w + gap),
                 bx = is_right_to_left(language) ? x + width - w - at : x + at;
    box(cr, bx, y + 16, w, h - 10, 8);
    set(cr, sand);
    cairo_fill(cr);
    worded_box(cr, figure.labels[i], language, bx, y + 33, w, h - 27, sand, sand, ink);
    set(cr, tops[i % 4]);
    star_path(cr, bx + w / 2, y + 16, 15);
    cairo_fill(cr);
    const Layout number =
        set_text(cr, std::to_string(i + 1), Type::label_bold, Language::french, 30, PANGO_ALIGN_CENTER);
    show(cr, number, bx + w / 2 - 15, y + 16 - height_of(number) / 2, card);
  }
}

// Always the same stars: a hash of the place chooses their colour.
unsigned hash_of(int i, int j) {
  unsigned h = static_cast<unsigned>(i) * 73856093u ^ static_cast<unsigned>(j) * 19349663u;
  h ^= h >> 13;
  return h * 0x5bd1e995u >> 8;
}

void draw_wall(cairo_t* cr, double x, double y, double w, double h, double radius, Colour ground, Colour star,
               Colour inner) {
  cairo_save(cr);
  box(cr, x, y, w, h, 10);
  cairo_clip(cr);
  set(cr, ground);
  cairo_paint(cr);
  for (int j = 0; j * 2 * radius < h + radius; ++j) {
    for (int i = 0; i * 2 * radius < w + radius; ++i) {
      const unsigned hash = hash_of(i, j) % 100;
      const Colour fill = hash < 8 ? terra_mid : hash < 16 ? saffron : star;
      draw_star(cr, x + (2 * i + 1) * radius, y + (2 * j + 1) * radius, radius, fill, inner, inner);
    }
  }
  cairo_restore(cr);
}

struct CoverInks {
  Colour ground, title, accent, quiet;
};

CoverInks inks_of(const Source& source) {
  const Colour ground = colour_named(source.colour);
  if (source.colour == "sand") return {ground, terra, terra_mid, ink2};
  if (source.colour == "ink") return {ground, card, terra_mid, sand2};
  if (source.colour == "terra") return {ground, card, saffron, terra_tint};
  return {ground, card, saffron, strait_tint};
}

// The big star cut by the corner, with the lines that made it.
void corner_ornament(cairo_t* cr, const CoverInks& inks, bool arabic) {
  const double cx = arabic ? 70 : page_width - 70, cy = page_height - 90;
  for (int ring = 4; ring >= 1; --ring) {
    star_path(cr, cx, cy, 62.0 * ring, ring % 2 ? 0 : M_PI / 8);
    set(cr, inks.accent, ring == 1 ? 1 : 0.75);
    cairo_set_line_width(cr, 1.6);
    if (ring == 1) {
      cairo_fill(cr);
    } else {
      cairo_stroke(cr);
    }
  }
  star_path(cr, cx, cy, 30, M_PI / 8);
  set(cr, inks.ground);
  cairo_fill(cr);
}

void ring_ornament(cairo_t* cr, const CoverInks& inks) {
  for (int ring = 1; ring <= 7; ++ring) {
    cairo_arc(cr, page_width / 2, page_height - 20, 55.0 * ring, M_PI, 2 * M_PI);
    set(cr, inks.accent, 0.9 - 0.1 * ring);
    cairo_set_line_width(cr, 1.4);
    cairo_stroke(cr);
  }
  draw_star(cr, page_width / 2, page_height - 60, 62, saffron, inks.ground, inks.ground);
}

void grid_ornament(cairo_t* cr, const CoverInks& inks) {
  const Colour fills[] = {terra_mid, terra, strait, hex(0xD98A5C)};
  for (int j = 0; j < 5; ++j) {
    for (int i = 0; i < 7; ++i) {
      const double cx = 71 + i * 75.6, cy = 400 + j * 75.6;
      draw_star(cr, cx, cy, 33, fills[(hash_of(i, j) + static_cast<unsigned>(i)) % 4], inks.ground,
                inks.ground);
    }
  }
}

void ornament(cairo_t* cr, const Source& source, const CoverInks& inks) {
  if (source.cover == "rings") return ring_ornament(cr, inks);
  if (source.cover == "grid") return grid_ornament(cr, inks);
  if (source.cover == "split") {
    return draw_wall(cr, 48, 430, page_width - 96, 330, 37, hex(0x07313F), strait_mid, strait_tint);
  }
  corner_ornament(cr, inks, is_right_to_left(source.language));
}

// The newsletter's head: a band with the title, a panel of stars, the page stays white.
void masthead_cover(cairo_t* cr, const Source& source) {
  set(cr, ivory);
  cairo_paint(cr);
  const Layout title = set_text(cr, source.title, Type::cover, source.language, page_width - 120);
  const Layout subtitle = set_text(cr, source.subtitle, Type::cover_small, source.language, page_width - 120);
  const double band = 84 + height_of(title) + height_of(subtitle) + 34;
  set(cr, saffron);
  cairo_rectangle(cr, 0, 0, page_width, band);
  cairo_fill(cr);
  show(cr, title, 60, 70, ink);
  show(cr, subtitle, 60, 84 + height_of(title), terra);
  draw_wall(cr, 60, band + 40, page_width - 120, 400, 40, strait, strait_mid, strait_tint);
  const Layout maker = set_text(cr, source.creator, Type::small, source.language, page_width - 120);
  show(cr, maker, 60, page_height - 70, ink2);
}

}  // namespace

Figure parse_figure(const std::string& paragraph) {
  constexpr std::string_view sign = "figure:";
  Figure figure;
  if (!paragraph.starts_with(sign)) return figure;
  std::vector<std::string> parts;
  for (std::size_t begin = sign.size(); begin <= paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('|', begin), paragraph.size());
    parts.push_back(trimmed(std::string_view(paragraph).substr(begin, end - begin)));
    begin = end + 1;
  }
  figure.kind = parts[0];
  if (parts.size() > 1) figure.caption = parts[1];
  for (std::size_t i = 2; i < parts.size(); ++i) figure.labels.push_back(parts[i]);
  return figure;
}

double figure_height(cairo_t* cr, const Figure& figure, Language language, double width) {
  if (figure.kind == "wheel") return wheel_height(figure);
  if (figure.kind == "tiles") return 150;
  if (figure.kind != "steps") return 116;
  double labels = 0;
  const double pitch = width / static_cast<double>(std::max<std::size_t>(figure.labels.size(), 1));
  for (const std::string& label : figure.labels) {
    labels = std::max(labels, height_of(set_text(cr, label, Type::label_bold, language, pitch - 10)));
  }
  return 68 + labels;
}

void draw_figure(cairo_t* cr, const Figure& figure, Language language, double x, double y, double width) {
  if (figure.kind == "tiles") return draw_wall(cr, x, y, width, 144, 24, strait, strait_mid, strait_tint);
  if (figure.labels.empty()) return;
  if (figure.kind == "wheel") return draw_wheel(cr, figure, language, x, y, width);
  if (figure.kind == "steps") return draw_steps(cr, figure, language, x, y, width);
  draw_columns(cr, figure, language, x, y, width);
}

void draw_cover(cairo_t* cr, const Source& source) {
  if (source.cover == "masthead") return masthead_cover(cr, source);
  const CoverInks inks = inks_of(source);
  const bool arabic = is_right_to_left(source.language);
  set(cr, inks.ground);
  cairo_paint(cr);
  ornament(cr, source, inks);
  set(cr, inks.accent);
  cairo_rectangle(cr, arabic ? page_width - 60 - 66 : 60, 92, 66, 7);
  cairo_fill(cr);
  const Layout title = set_text(cr, source.title, Type::cover, source.language, page_width - 120);
  show(cr, title, 60, 122, inks.title);
  const Layout subtitle = set_text(cr, source.subtitle, Type::cover_small, source.language, page_width - 150);
  show(cr, subtitle, arabic ? 90 : 60, 140 + height_of(title), inks.quiet);
  if (source.cover == "rings") return;
  const Layout maker = set_text(cr, source.creator, Type::small, source.language, 300);
  show(cr, maker, arabic ? page_width - 360 : 60, page_height - 66, inks.quiet);
}

}  // namespace mess::demo
