#include "library/pdf_arabic.h"

#include <algorithm>
#include <iterator>

namespace mess::library {
namespace {

// U+FE80..FEFC: the forms of each letter side by side, in the order of JoiningForm; letters that join to no
// letter after them have two forms, hamza one.
struct FormsOf {
  char32_t first_form, letter;
};
constexpr FormsOf forms[] = {{0xFE80, U'ء'}, {0xFE81, U'آ'}, {0xFE83, U'أ'}, {0xFE85, U'ؤ'}, {0xFE87, U'إ'},
                             {0xFE89, U'ئ'}, {0xFE8D, U'ا'}, {0xFE8F, U'ب'}, {0xFE93, U'ة'}, {0xFE95, U'ت'},
                             {0xFE99, U'ث'}, {0xFE9D, U'ج'}, {0xFEA1, U'ح'}, {0xFEA5, U'خ'}, {0xFEA9, U'د'},
                             {0xFEAB, U'ذ'}, {0xFEAD, U'ر'}, {0xFEAF, U'ز'}, {0xFEB1, U'س'}, {0xFEB5, U'ش'},
                             {0xFEB9, U'ص'}, {0xFEBD, U'ض'}, {0xFEC1, U'ط'}, {0xFEC5, U'ظ'}, {0xFEC9, U'ع'},
                             {0xFECD, U'غ'}, {0xFED1, U'ف'}, {0xFED5, U'ق'}, {0xFED9, U'ك'}, {0xFEDD, U'ل'},
                             {0xFEE1, U'م'}, {0xFEE5, U'ن'}, {0xFEE9, U'ه'}, {0xFEED, U'و'}, {0xFEEF, U'ى'},
                             {0xFEF1, U'ي'}, {0xFEF5, U'ل'}, {0xFEF7, U'ل'}, {0xFEF9, U'ل'}, {0xFEFB, U'ل'}};

constexpr bool in(char32_t code, char32_t first, char32_t last) {
  return code >= first && code <= last;
}

ArabicLetter letter_of_form(char32_t code) {
  const auto after = std::upper_bound(std::begin(forms), std::end(forms), code,
                                      [](char32_t one, const FormsOf& of) { return one < of.first_form; });
  const FormsOf& of = *std::prev(after);
  constexpr JoiningForm order[] = {JoiningForm::isolated, JoiningForm::final, JoiningForm::initial,
                                   JoiningForm::medial};
  return {of.letter, order[code - of.first_form]};
}

}  // namespace

std::optional<ArabicLetter> arabic_letter(char32_t code) {
  if (in(code, 0xFE80, 0xFEFC)) return letter_of_form(code);
  const bool is_letter = in(code, 0x620, 0x63F) || in(code, 0x641, 0x64A) || in(code, 0x66E, 0x66F) ||
                         in(code, 0x671, 0x6D3) || code == 0x6D5 || in(code, 0xFB50, 0xFBB1);
  if (!is_letter) return std::nullopt;
  return ArabicLetter{code, JoiningForm::any};
}

bool is_arabic_mark(char32_t code) {
  return in(code, 0x610, 0x61A) || in(code, 0x64B, 0x65F) || code == 0x670 || in(code, 0x6D6, 0x6DC) ||
         in(code, 0x6DF, 0x6E8) || in(code, 0x6EA, 0x6ED) || in(code, 0xFE70, 0xFE7F);
}

bool is_alef(char32_t letter) {
  return letter == U'ا' || letter == U'آ' || letter == U'أ' || letter == U'إ' || letter == U'ٱ';
}

}  // namespace mess::library
