#include "ink.h"

#include <cmath>

#include "line_text.h"

namespace mess::demo {
namespace {

struct Face {
  const char* latin;
  const char* arabic;
  double spacing_latin, spacing_arabic;
};

// Sizes in points. Each list names the other script's family too, so that acronyms and quotations find
// theirs.
Face face_of(Type type) {
  switch (type) {
    case Type::cover:
      return {"Vollkorn SemiBold 34", "Noto Naskh Arabic, Vollkorn Bold 33", 0.88, 0.95};
    case Type::cover_small:
      return {"Noto Sans 14", "Noto Naskh Arabic, Noto Sans 16", 1.08, 1.05};
    case Type::heading1:
      return {"Vollkorn SemiBold 23", "Noto Naskh Arabic, Vollkorn Bold 23", 0.9, 0.95};
    case Type::heading2:
      return {"Vollkorn SemiBold 16.5", "Noto Naskh Arabic, Vollkorn Bold 17", 0.92, 0.98};
    case Type::heading3:
      return {"Noto Sans, Noto Naskh Arabic Bold 12", "Noto Naskh Arabic, Noto Sans Bold 14", 1.05, 1.05};
    case Type::body:
      return {"Noto Sans, Noto Naskh Arabic 12", "Noto Naskh Arabic, Noto Sans 14.5", 1.14, 1.12};
    case Type::small:
      return {"Noto Sans, Noto Naskh Arabic 9", "Noto Naskh Arabic, Noto Sans 10.5", 1.05, 1.05};
    case Type::label:
      return {"Noto Sans, Noto Naskh Arabic 10.5", "Noto Naskh Arabic, Noto Sans 12.5", 1.0, 1.0};
    case Type::label_bold:
      return {"Noto Sans, Noto Naskh Arabic Bold 10.5", "Noto Naskh Arabic, Noto Sans Bold 12.5", 1.0, 1.0};
  }
  return {"Noto Sans 12", "Noto Naskh Arabic 14", 1.3, 1.4};
}

void add_spans(PangoAttrList* attributes, const std::vector<kiosk::GuideSpan>& spans) {
  const auto add = [&](PangoAttribute* attribute, const kiosk::GuideSpan& span) {
    attribute->start_index = static_cast<guint>(span.begin);
    attribute->end_index = static_cast<guint>(span.end);
    pango_attr_list_insert(attributes, attribute);
  };
  for (const kiosk::GuideSpan& span : spans) {
    if (span.bold) add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), span);
    if (span.italic) add(pango_attr_style_new(PANGO_STYLE_ITALIC), span);
  }
}

enum class Script { neither, latin, arabic };

// By the first byte of a character: U+0600 to U+06FF begin with D8 to DB, accented Latin letters with C3 to
// C5.
Script script_at(unsigned char byte) {
  if (byte >= 0xD8 && byte <= 0xDB) return Script::arabic;
  const bool letter =
      (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  return letter || (byte >= 0xC3 && byte <= 0xC5) ? Script::latin : Script::neither;
}

// Naskh is drawn smaller than Noto Sans at the same size: words of the other script are brought to the same
// eye.
void match_sizes(PangoAttrList* attributes, const std::string& text, bool arabic) {
  const Script other = arabic ? Script::latin : Script::arabic;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (script_at(static_cast<unsigned char>(text[i])) != other) continue;
    PangoAttribute* attribute = pango_attr_scale_new(arabic ? 0.85 : 1.22);
    attribute->start_index = static_cast<guint>(i);
    while (i + 1 < text.size() && (script_at(static_cast<unsigned char>(text[i + 1])) == other ||
                                   (static_cast<unsigned char>(text[i + 1]) & 0xC0) == 0x80)) {
      ++i;
    }
    attribute->end_index = static_cast<guint>(i + 1);
    pango_attr_list_insert(attributes, attribute);
  }
}

}  // namespace

Colour colour_named(std::string_view name) {
  if (name == "terra") return terra;
  if (name == "ink") return ink;
  if (name == "green") return green;
  if (name == "sand") return terra_tint;
  return strait;
}

void set(cairo_t* cr, Colour colour, double alpha) {
  cairo_set_source_rgba(cr, colour.r, colour.g, colour.b, alpha);
}

void box(cairo_t* cr, double x, double y, double w, double h, double corner) {
  cairo_new_sub_path(cr);
  cairo_arc(cr, x + w - corner, y + corner, corner, -M_PI / 2, 0);
  cairo_arc(cr, x + w - corner, y + h - corner, corner, 0, M_PI / 2);
  cairo_arc(cr, x + corner, y + h - corner, corner, M_PI / 2, M_PI);
  cairo_arc(cr, x + corner, y + corner, corner, M_PI, 3 * M_PI / 2);
  cairo_close_path(cr);
}

void star_path(cairo_t* cr, double x, double y, double radius, double turn) {
  cairo_new_sub_path(cr);
  for (int i = 0; i < 16; ++i) {
    const double angle = i * M_PI / 8 + turn, r = i % 2 ? radius * 0.7654 : radius;
    cairo_line_to(cr, x + r * std::cos(angle), y + r * std::sin(angle));
  }
  cairo_close_path(cr);
}

void draw_star(cairo_t* cr, double x, double y, double radius, Colour fill, Colour inner, Colour core) {
  star_path(cr, x, y, radius);
  set(cr, fill);
  cairo_fill(cr);
  star_path(cr, x, y, radius * 0.6, M_PI / 8);
  set(cr, inner);
  cairo_set_line_width(cr, radius * 0.05);
  cairo_stroke(cr);
  cairo_new_sub_path(cr);
  for (int i = 0; i < 8; ++i) {
    cairo_line_to(cr, x + radius * 0.24 * std::cos((i + 0.5) * M_PI / 4),
                  y + radius * 0.24 * std::sin((i + 0.5) * M_PI / 4));
  }
  cairo_close_path(cr);
  set(cr, core);
  cairo_fill(cr);
}

Layout set_text(cairo_t* cr, const std::string& text, Type type, Language language, double width,
                PangoAlignment align, const std::vector<kiosk::GuideSpan>& spans) {
  const bool arabic = is_right_to_left(language);
  const Face face = face_of(type);
  Layout layout(pango_cairo_create_layout(cr));
  PangoContext* context = pango_layout_get_context(layout.get());
  pango_context_set_base_dir(context, arabic ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language(context, pango_language_from_string(std::string(code_of(language)).c_str()));
  pango_layout_set_auto_dir(layout.get(), FALSE);
  PangoFontDescription* font = pango_font_description_from_string(arabic ? face.arabic : face.latin);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
  // Pango turns left into right only where it guesses the direction itself; ours is known.
  pango_layout_set_alignment(layout.get(), arabic && align == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : align);
  pango_layout_set_line_spacing(layout.get(),
                                static_cast<float>(arabic ? face.spacing_arabic : face.spacing_latin));
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_font_features_new("lnum=1"));
  match_sizes(attributes, text, arabic);
  add_spans(attributes, spans);
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  return layout;
}

double height_of(const Layout& layout) {
  int width = 0, height = 0;
  pango_layout_get_size(layout.get(), &width, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void show(cairo_t* cr, const Layout& layout, double x, double y, Colour colour) {
  set(cr, colour);
  PangoLayoutIter* iterator = pango_layout_get_iter(layout.get());
  do {
    PangoRectangle ink_box, logical;
    pango_layout_iter_get_line_extents(iterator, &ink_box, &logical);
    show_line(cr, pango_layout_iter_get_line_readonly(iterator),
              x + static_cast<double>(logical.x) / PANGO_SCALE,
              y + static_cast<double>(pango_layout_iter_get_baseline(iterator)) / PANGO_SCALE);
  } while (pango_layout_iter_next_line(iterator));
  pango_layout_iter_free(iterator);
}

}  // namespace mess::demo
