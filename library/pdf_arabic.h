#pragma once
// What the worker must know of Arabic letters, by their code points alone. Pure functions.

#include <optional>

namespace mess::library {

inline constexpr char32_t tatweel = 0x640;

// How a presentation form is joined to its neighbours; `any` is a letter that leaves it to the font.
enum class JoiningForm { any, isolated, final, initial, medial };

struct ArabicLetter {
  char32_t letter = 0;  // the form's own letter; of a lam-alef ligature its lam
  JoiningForm form = JoiningForm::any;
};

// Nothing for marks, digits, tatweel, punctuation and all other scripts.
std::optional<ArabicLetter> arabic_letter(char32_t code);

// Vowel signs, shadda, the small signs of the Koran.
bool is_arabic_mark(char32_t code);

bool is_alef(char32_t letter);

}  // namespace mess::library
