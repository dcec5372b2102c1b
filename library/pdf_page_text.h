#pragma once
// From what Poppler gives of a page (a text with bidi controls, a box for each character) to what the house
// stores and shows: clean text in reading order, and word boxes. Pure functions; used by the worker.
//
// Poppler's text of a right-to-left word stands between U+202B and U+202C, letters already in reading order;
// numbers and Latin letters inside stand between U+202A and U+202C. Its boxes stay in the order on the page,
// left to right within the word, and the controls have none.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mess::library {

// Points, origin at the top left corner of the page.
struct GlyphBox {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
};

// The box in fractions of a page of that size: within 0..1 and in order, whatever a document makes Poppler
// say.
GlyphBox fraction_of(const GlyphBox& box, double page_width, double page_height);

struct Glyph {
  char32_t code = 0;
  GlyphBox box;
  int word = 0;          // number of Poppler's word when that is right to left, else 0
  bool has_box = false;  // separators have none
};

// Separators have no box of their own and end words.
bool is_separator(char32_t code);

// Where the next separator stands from `at` on, or the end.
std::size_t end_of_word(std::span<const Glyph> glyphs, std::size_t at);

// The page's own direction is right to left when Poppler put all of it into right-to-left words.
bool all_right_to_left(std::span<const Glyph> glyphs);

// Parts of one sign over which Poppler spread several letters: both edges were computed from the same width,
// so that only rounding parts them.
bool equally_wide(std::span<const Glyph> glyphs);

// Of at least one glyph.
GlyphBox box_around(std::span<const Glyph> glyphs);

// A gap of a tenth of the letters' height parts two words: Poppler's own minWordBreakSpace. Words that do not
// stand beside each other at all (turned text) are two words as well.
bool stand_apart(const GlyphBox& before, const GlyphBox& after);

// True when Poppler marked right-to-left text on this page: only then the repairs below are worth their time.
bool has_right_to_left(std::string_view poppler_text);

// The glyphs in reading order, each with its box. Nothing when boxes and text do not fit together (a document
// that holds bidi controls of its own).
std::optional<std::vector<Glyph>> glyphs_in_reading_order(std::string_view poppler_text,
                                                          std::span<const GlyphBox> boxes);

// The same without boxes.
std::vector<Glyph> glyphs_without_boxes(std::string_view poppler_text);

// Poppler sets the spaces of a right-to-left line one word late: the first two words of a line are glued
// together. Sets them anew from the gaps between the words.
std::vector<Glyph> with_right_to_left_spaces(const std::vector<Glyph>& glyphs);

// Text of the glyphs; as clean_text() of what Poppler gave when no repair was made.
std::string text_of(std::span<const Glyph> glyphs);

// A word of text_of(glyphs): bytes [begin, end), and the smallest box around its glyphs.
struct TextWordBox {
  std::size_t begin = 0, end = 0;
  GlyphBox box;
};
std::vector<TextWordBox> words_of(std::span<const Glyph> glyphs);

}  // namespace mess::library
