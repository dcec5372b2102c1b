#pragma once
// Pen and type of the demonstration documents: the colours of the design system, its star, and text set by
// Pango.

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/content/guide.h"
#include "library/language.h"

namespace mess::demo {

struct Colour {
  double r = 0, g = 0, b = 0;
};
constexpr Colour hex(unsigned rgb) {
  return {(rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0};
}
inline constexpr Colour ivory = hex(0xFAF5EA), card = hex(0xFFFDF8), sand = hex(0xF1E8D6),
                        sand2 = hex(0xE6D9C0), line = hex(0xDDD0B8), ink = hex(0x15243A),
                        ink2 = hex(0x3C485A), strait = hex(0x0B4A5F), strait_mid = hex(0x3F7C8C),
                        strait_tint = hex(0xDCEBEB), terra = hex(0x783010), terra_mid = hex(0xB8562D),
                        terra_tint = hex(0xF7E3D5), saffron = hex(0xF4CB6B), green = hex(0x3D5F4F);
Colour colour_named(std::string_view name);

void set(cairo_t* cr, Colour colour, double alpha = 1);
void box(cairo_t* cr, double x, double y, double w, double h, double corner);  // a path
// The eight-pointed star: 16 vertices, every second one at 0.7654 R (design, section 1). A path.
void star_path(cairo_t* cr, double x, double y, double radius, double turn = 0);
// Star with its inner line and core.
void draw_star(cairo_t* cr, double x, double y, double radius, Colour fill, Colour inner, Colour core);

enum class Type { cover, cover_small, heading1, heading2, heading3, body, small, label, label_bold };

struct LayoutGone {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, LayoutGone>;

// A paragraph of that width, in the direction of the language (PANGO_ALIGN_LEFT means its start); bold and
// italic where the spans say so.
Layout set_text(cairo_t* cr, const std::string& text, Type type, Language language, double width,
                PangoAlignment align = PANGO_ALIGN_LEFT, const std::vector<kiosk::GuideSpan>& spans = {});
double height_of(const Layout& layout);
void show(cairo_t* cr, const Layout& layout, double x, double y, Colour colour);

}  // namespace mess::demo
