#pragma once
// Text, words and pictures of one page.

#include <poppler.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "library/pdf_page_text.h"
#include "library/pdf_worker/canvas.h"
#include "library/pdf_worker/document.h"
#include "library/result.h"

namespace mess::library::worker {

// Points, as displayed.
struct Size {
  double width = 0, height = 0;
};
// Errors: damaged.
Result<Size> size_of_page(PopplerPage* page);

// What the page calls itself ("iv"), on one line; "" when that is its number.
std::string label_of_page(PopplerPage* page, std::uint32_t number);

std::string text_of_page(PopplerPage* page);

struct Words {
  std::string text;                // exactly text_of_page()
  std::vector<TextWordBox> words;  // boxes in fractions of the page
};
Words words_of_page(PopplerPage* page);

// Where pictures lie on the page, in fractions of it, in the order in which they are painted; no picture is
// decoded for it. At most wire::images_limit. Poppler takes them to have the shape of their pixels, and the
// page to be upright: where they are drawn otherwise the boxes are wrong.
std::vector<GlyphBox> images_of_page(PopplerPage* page);

// A picture at the start of the canvas, when there was room for it.
struct Drawing {
  int width = 0, height = 0, stride = 0;
  bool drawn = false;
};

// `part` of page `number` when the whole is `width` pixels wide. Errors: not_found, too_large, damaged,
// internal.
Result<Drawing> draw(Document& document, std::uint32_t number, int width, const GlyphBox& part,
                     const Budget& budget, const Canvas& canvas);

}  // namespace mess::library::worker
