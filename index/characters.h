#pragma once
// What a character is to the normaliser, and what it becomes: the per-character half of folding. Internal to
// index/. Tables are made block by block from ICU and kept per thread, so that a text costs no ICU call.

#include <cstdint>
#include <string>
#include <string_view>

namespace mess::index {

enum class CharKind : std::uint8_t {
  separator,
  letter,  // of an alphabet other than Arabic
  arabic,  // a letter of the Arabic script
  digit,
  mark,       // accent or vowel mark: dropped, does not end a word
  ignorable,  // bidi control, tatweel, soft hyphen, zero-width: as if it were not there
  apostrophe,
  hyphen,
  single,  // a word by itself: ideographs and scripts written without spaces
};

struct FoldedChar {
  CharKind kind = CharKind::separator;
  std::string text;  // folded, UTF-8; may be several letters (œ, ﬁ, ﻻ)
};

inline constexpr char32_t soft_hyphen = 0xAD;

// The code point at `at` and the bytes it takes; bytes that are no UTF-8 are U+FFFD, one byte each.
struct Decoded {
  char32_t code = 0;
  std::size_t size = 1;
};
Decoded decode(std::string_view text, std::size_t at);

// Valid until the next call from this thread for a character beyond the two first planes.
const FoldedChar& fold_char(char32_t code);

bool is_presentation_form(char32_t code);  // Arabic presentation forms and the Latin ligatures U+FB00-FB06
// Has no meaning but in its own font. Inside an Arabic word it is a vowel mark of an old one.
bool is_private_use(char32_t code);
bool is_lower(char32_t code);
std::u16string to_utf16(std::string_view text);
std::string to_utf8(std::u16string_view text);

// `text` cut to at most `bytes` without splitting a character.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

}  // namespace mess::index
