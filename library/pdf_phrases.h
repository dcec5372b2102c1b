#pragma once
// Words that are read the other way than their page. Poppler gives the words of a line in the page's own
// direction: an Arabic title in a French study comes with its last word first (and a vocalised word in
// pieces, the last piece first), a French one in an Arabic study likewise. The places of the words tell.

#include <vector>

#include "library/pdf_page_text.h"

namespace mess::library {

// Arabic on a page that is not all read from the right. Spaces are set anew from the gaps, which joins
// pieces.
std::vector<Glyph> with_right_to_left_phrases(const std::vector<Glyph>& glyphs);

// Latin words on a page that is all read from the right.
void restore_latin_phrases(std::vector<Glyph>& glyphs);

}  // namespace mess::library
