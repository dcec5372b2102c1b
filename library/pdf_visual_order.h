#pragma once
// Arabic that comes out of Poppler backwards. Poppler takes Arabic letters from right to left wherever they
// stand on the page. Programs that know nothing of Arabic set them from left to right, a whole line at a time
// ("تعاونية طنجة" is read "ةجنط ةينواعت"); others name a whole word by one sign (ToUnicode, ActualText),
// whose letters Poppler spreads from left to right and then reads from the right ("ةينواعت ةجنط").

#include <span>
#include <vector>

#include "library/pdf_page_text.h"

namespace mess::library {

// What of a page stands in the wrong order: the letters of each Arabic word, or all of each line.
enum class VisualOrder { nothing, words, lines };

// By the evidence of the whole page: letters that never begin or never end a word, the article, the joining
// of presentation forms. A page that gives too little evidence (three words of it at the least) is taken to
// be right.
VisualOrder visual_order(std::span<const Glyph> glyphs);

// Puts Arabic into reading order; numbers and Latin words keep theirs. Brackets that then would close before
// they open are mirrored. Boxes stay with their letters.
void turn_round(std::span<Glyph> glyphs, VisualOrder order);

}  // namespace mess::library
