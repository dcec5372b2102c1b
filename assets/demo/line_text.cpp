#include "line_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mess::demo {
namespace {

double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

std::string_view named(std::string_view cluster) {
  constexpr std::pair<std::string_view, std::string_view> ligatures[] = {
      {"لا", "\uFEFB"}, {"لأ", "\uFEF7"}, {"لإ", "\uFEF9"}, {"لآ", "\uFEF5"}};
  for (const auto& [letters, ligature] : ligatures) {
    if (cluster == letters) return ligature;
  }
  return cluster;
}

// The glyphs of a right-to-left run in the order they lie on the page, each with its text.
struct VisibleRun {
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
  std::string text;
};

VisibleRun visible_run(const PangoGlyphItem& run, std::string_view text, double x, double y) {
  VisibleRun visible;
  const PangoGlyphString& glyphs = *run.glyphs;
  const std::string_view all =
      text.substr(static_cast<std::size_t>(run.item->offset), static_cast<std::size_t>(run.item->length));
  int cluster_end = run.item->length;  // of the cluster at the left, which is read last
  for (int i = 0; i < glyphs.num_glyphs;) {
    const int begin = glyphs.log_clusters[i];
    int shown = 0;
    for (; i < glyphs.num_glyphs && glyphs.log_clusters[i] == begin; ++i) {
      const PangoGlyphInfo& info = glyphs.glyphs[i];
      if (info.glyph != PANGO_GLYPH_EMPTY && !(info.glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
        visible.glyphs.push_back(
            {info.glyph, x + points(info.geometry.x_offset), y + points(info.geometry.y_offset)});
        ++shown;
      }
      x += points(info.geometry.width);
    }
    if (shown > 0) {
      const std::string_view cluster =
          named(all.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(cluster_end - begin)));
      visible.clusters.push_back({static_cast<int>(cluster.size()), shown});
      visible.text += cluster;
    }
    cluster_end = begin;
  }
  return visible;
}

void show_right_to_left(cairo_t* cr, const PangoGlyphItem& run, std::string_view text, double x, double y) {
  const VisibleRun visible = visible_run(run, text, x, y);
  cairo_set_scaled_font(cr, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run.item->analysis.font)));
  cairo_show_text_glyphs(cr, visible.text.data(), static_cast<int>(visible.text.size()),
                         visible.glyphs.data(), static_cast<int>(visible.glyphs.size()),
                         visible.clusters.data(), static_cast<int>(visible.clusters.size()),
                         static_cast<cairo_text_cluster_flags_t>(0));
}

}  // namespace

void show_line(cairo_t* cr, PangoLayoutLine* line, double x, double baseline) {
  const char* text = pango_layout_get_text(line->layout);
  for (GSList* at = line->runs; at; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    if (run->item->analysis.level % 2 == 1) {
      show_right_to_left(cr, *run, text, x, baseline);
    } else {
      cairo_move_to(cr, x, baseline);
      pango_cairo_show_glyph_item(cr, text, run);
    }
    x += points(pango_glyph_string_get_width(run->glyphs));
  }
}

}  // namespace mess::demo
