#include "library/pdf_worker/page.h"

#include <algorithm>

#include "library/pdf_lam_alef.h"
#include "library/pdf_utf8.h"

namespace mess::library::worker {
namespace {

std::vector<GlyphBox> boxes_of(PopplerPage* page) {
  PopplerRectangle* rectangles = nullptr;
  guint count = 0;
  if (!poppler_page_get_text_layout(page, &rectangles, &count)) return {};
  const GPtr<PopplerRectangle> owner(rectangles);
  std::vector<GlyphBox> boxes(count);
  for (guint i = 0; i < count; ++i) {
    boxes[i] = {rectangles[i].x1, rectangles[i].y1, rectangles[i].x2, rectangles[i].y2};
  }
  return boxes;
}

std::vector<Glyph> glyphs_of(PopplerPage* page, const char* text) {
  auto placed = glyphs_in_reading_order(text, boxes_of(page));
  const bool has_boxes = placed.has_value();
  std::vector<Glyph> glyphs = has_boxes ? std::move(*placed) : glyphs_without_boxes(text);
  if (!has_right_to_left(text)) return glyphs;
  if (has_boxes) glyphs = with_right_to_left_spaces(glyphs);
  restore_ligatures(glyphs);
  return glyphs;
}

double fraction(double value, double whole) {
  return std::clamp(value / whole, 0.0, 1.0);
}

}  // namespace

std::string text_of_page(PopplerPage* page) {
  const GPtr<char> text(poppler_page_get_text(page));
  if (!text) return {};
  return has_right_to_left(text.get()) ? text_of(glyphs_of(page, text.get())) : clean_text(text.get());
}

Words words_of_page(PopplerPage* page) {
  const GPtr<char> text(poppler_page_get_text(page));
  double width = 0, height = 0;
  poppler_page_get_size(page, &width, &height);
  if (!text) return {};
  const std::vector<Glyph> glyphs = glyphs_of(page, text.get());
  Words words{text_of(glyphs), words_of(glyphs)};
  if (width <= 0 || height <= 0) words.words.clear();
  for (TextWordBox& word : words.words) {
    word.box = {fraction(word.box.x0, width), fraction(word.box.y0, height), fraction(word.box.x1, width),
                fraction(word.box.y1, height)};
  }
  return words;
}

}  // namespace mess::library::worker
