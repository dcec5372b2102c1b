#pragma once
// Titles whose letters are set apart ("C O O P É R A T I V E S", "ا ل ت ع ا و ن ي ا ت") become words. Poppler
// joins some of them itself; left are those with wide or uneven spaces.

#include <string_view>
#include <vector>

#include "library/pdf_page_text.h"

namespace mess::library {

// False when a text that is read from the left has nothing to join, which a look at the text alone can tell.
bool may_have_spaced_letters(std::string_view text);

// Joins letters where four or more of one script stand one by one on a line, and may be a word: capitals, or
// six small ones and more, with a vowel among them; Arabic ones with a long vowel. Not where they are a row
// of an alphabet, of months, or the same again and again. A gap half as wide again as is usual between them
// ends a word, one as wide as the letters are high a column; without the places of the letters, or without
// such a gap, they are one word. Tatweel goes.
void join_spaced_letters(std::vector<Glyph>& glyphs);

}  // namespace mess::library
