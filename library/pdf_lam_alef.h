#pragma once
// Arabic written by word processors comes out of Poppler with its ligatures reversed: one glyph for lam-alef
// becomes two letters of half its width each, set left to right and then read right to left. "الأجراء" turns
// into "األجراء", "لا" into "ال". The halves give it away: they are equally wide to the last bit, which an
// alef and a lam of their own hardly ever are.

#include <vector>

#include "library/pdf_page_text.h"

namespace mess::library {

// Puts reversed ligatures right, glyph by glyph. Where the words on this page that begin with the article
// show that alef and lam are of equal width in its fonts, only what no Arabic word can be is put right
// ("األ", "اإل", "اآل", "اال").
void restore_ligatures(std::vector<Glyph>& glyphs);

}  // namespace mess::library
