#include "kiosk/text/list_page.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "library/file_handle.h"

namespace mess::kiosk {

namespace {

constexpr double paper_width = 595.28, paper_height = 841.89;  // points
constexpr double edge = 56, heading_height = 60, gap = 0.55;   // gap: of the type size, between two texts
constexpr double largest_type = 12, smallest_type = 6;         // points
constexpr const char* families = "Noto Sans, Noto Sans Arabic, Noto Sans Tifinagh, sans-serif";

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Drawing = std::unique_ptr<cairo_t, Release>;
using Layout = std::unique_ptr<PangoLayout, Release>;
using Font = std::unique_ptr<PangoFontDescription, Release>;

cairo_status_t write_part(void* descriptor, const unsigned char* bytes, unsigned int size) {
  const auto written = library::write_all(*static_cast<int*>(descriptor), {bytes, size}, "print");
  return written ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

Layout laid_out(cairo_t* drawing, const std::string& text, double type_size, bool bold) {
  Layout layout(pango_cairo_create_layout(drawing));
  const Font font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), families);
  pango_font_description_set_absolute_size(font.get(), type_size * PANGO_SCALE);
  if (bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_width(layout.get(), static_cast<int>((paper_width - 2 * edge) * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

double height_of(PangoLayout* layout) {
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

constexpr double room = paper_height - 2 * edge - heading_height;

// The largest type with which all texts fit one page.
double fitting_type(cairo_t* drawing, std::span<const std::string> texts) {
  for (double size = largest_type; size > smallest_type; size -= 0.5) {
    double height = 0;
    for (const std::string& text : texts) {
      height += height_of(laid_out(drawing, text, size, false).get()) + gap * size;
    }
    if (height <= room) return size;
  }
  return smallest_type;
}

void draw_list(cairo_t* drawing, const std::string& heading, std::span<const std::string> texts) {
  const double size = fitting_type(drawing, texts);
  cairo_move_to(drawing, edge, edge);
  pango_cairo_show_layout(drawing, laid_out(drawing, heading, 20, true).get());
  double y = edge + heading_height;
  for (const std::string& text : texts) {
    const Layout layout = laid_out(drawing, text, size, false);
    const double height = height_of(layout.get());
    if (y + height > paper_height - edge && y > edge) {
      cairo_show_page(drawing);
      y = edge;
    }
    cairo_move_to(drawing, edge, y);
    pango_cairo_show_layout(drawing, layout.get());
    y += height + gap * size;
  }
}

}  // namespace

Result<void> write_list_page(int descriptor, const std::string& heading, std::span<const std::string> texts) {
  const Surface surface(
      cairo_pdf_surface_create_for_stream(write_part, &descriptor, paper_width, paper_height));
  {
    const Drawing drawing(cairo_create(surface.get()));
    draw_list(drawing.get(), heading, texts);
    cairo_show_page(drawing.get());
  }
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status == CAIRO_STATUS_WRITE_ERROR)
    return fail(ErrorKind::disk_full, "the list could not be written", "print", "Make room on the disk.");
  if (status != CAIRO_STATUS_SUCCESS)
    return fail(ErrorKind::internal, cairo_status_to_string(status), "print");
  if (::lseek(descriptor, 0, SEEK_SET) < 0)
    return tl::unexpected(library::system_error(errno, "read back what was written", "print"));
  return {};
}

}  // namespace mess::kiosk
