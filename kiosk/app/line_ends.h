#pragma once
// Words that the end of a line cut in two. Pure; for all that shows, speaks or looks up the text of a page.
// (The index has a rule of its own for its terms: index/words.h.)

#include <string>
#include <string_view>

#include "index/search.h"

namespace mess::kiosk {

// A part of a page's text with such words whole: the line's end goes, and with it the hyphen unless it is the
// word's own ("lui-même", "Tanger-Assilah", or as the text around writes it). Nothing else changes. Arabic
// divides no words: tatweel at the end of a line ("1425 هـ") joins only what begins with tatweel again.
std::string with_whole_words(std::string_view page_text, index::ByteRange part);
std::string with_whole_words(std::string_view text);

}  // namespace mess::kiosk
