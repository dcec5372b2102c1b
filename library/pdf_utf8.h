#pragma once
// UTF-8 from outside (PDFs, file names, spreadsheets): decoding, encoding, and what is let in. Pure
// functions.

#include <cstddef>
#include <string>
#include <string_view>

namespace mess::library {

// The character that starts at `text[at]`, and how many bytes it takes. A byte that starts no valid character
// gives U+FFFD and one byte.
struct Utf8Character {
  char32_t code = 0;
  std::size_t bytes = 0;
  bool valid = true;
};
Utf8Character utf8_character(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code);

// Marks that order text for a screen and mean nothing to a reader: U+061C, U+200E/F, U+202A..E, U+2066..9.
bool is_bidi_control(char32_t code);

// What may stand in a text of ours: valid, no bidi control, no control character but the line end.
bool is_clean_text(std::string_view text);

// Makes any bytes such a text: tabulators and returns become spaces, other controls go, bytes that are not
// UTF-8 become U+FFFD.
std::string clean_text(std::string_view bytes);

// The same on one line, trimmed: for titles and names.
std::string clean_line(std::string_view bytes);

// The beginning of a valid text, at most so many bytes, ending with a whole character.
std::string shortened(std::string text, std::size_t bytes);

}  // namespace mess::library
