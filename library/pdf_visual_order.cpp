#include "library/pdf_visual_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "library/pdf_arabic.h"

namespace mess::library {
namespace {

// One Arabic word: its letters without marks, and how the outer ones are joined.
struct ArabicWord {
  std::span<const Glyph> glyphs;
  std::u32string letters;
  JoiningForm first = JoiningForm::any, last = JoiningForm::any;
};

bool is_part_of_word(char32_t code) {
  return is_arabic_mark(code) || code == tatweel || arabic_letter(code).has_value();
}

ArabicWord word_of(std::span<const Glyph> glyphs) {
  ArabicWord word;
  word.glyphs = glyphs;
  for (const Glyph& glyph : glyphs) {
    const auto letter = arabic_letter(glyph.code);
    if (!letter) continue;
    if (word.letters.empty()) word.first = letter->form;
    word.last = letter->form;
    word.letters += letter->letter;
  }
  return word;
}

// Words of fewer letters tell little: a word that was taken apart leaves such pieces.
std::vector<ArabicWord> words_of_three_letters(std::span<const Glyph> glyphs) {
  std::vector<ArabicWord> words;
  for (std::size_t at = 0; at < glyphs.size();) {
    std::size_t end = at;
    while (end < glyphs.size() && is_part_of_word(glyphs[end].code)) ++end;
    if (end - at >= 3) {
      ArabicWord word = word_of(glyphs.subspan(at, end - at));
      if (word.letters.size() >= 3) words.push_back(std::move(word));
    }
    at = std::max(end, at + 1);
  }
  return words;
}

bool is_one_of(char32_t letter, std::u32string_view letters) {
  return letters.find(letter) != std::u32string_view::npos;
}

bool joins_before(JoiningForm form) {
  return form == JoiningForm::final || form == JoiningForm::medial;
}

bool joins_after(JoiningForm form) {
  return form == JoiningForm::initial || form == JoiningForm::medial;
}

constexpr std::size_t long_enough_for_article = 5;

// No Arabic word begins with ة ى ء ؤ or ends in إ آ; a long one that ends in لا or لاو is rare, one that
// begins with the article is not.
bool looks_backwards(const ArabicWord& word) {
  const std::u32string_view letters = word.letters;
  return is_one_of(letters.front(), U"ةىءؤ") || is_one_of(letters.back(), U"إآ") ||
         (letters.size() >= long_enough_for_article &&
          (letters.ends_with(U"لا") || letters.ends_with(U"لاو"))) ||
         joins_before(word.first) || joins_after(word.last);
}

bool looks_forwards(const ArabicWord& word) {
  const std::u32string_view letters = word.letters;
  return is_one_of(letters.back(), U"ةىء") || is_one_of(letters.front(), U"أإآ") ||
         (letters.size() >= long_enough_for_article &&
          (letters.starts_with(U"ال") || letters.starts_with(U"وال"))) ||
         joins_after(word.first) || joins_before(word.last);
}

// In the Arabic of the corpus a word in two looks forwards and one in a hundred backwards; of words turned
// round it is the reverse. Four to one lies far from both.
bool is_backwards(const std::vector<ArabicWord>& words) {
  int forwards = 0, backwards = 0;
  for (const ArabicWord& word : words) {
    const bool ahead = looks_forwards(word), back = looks_backwards(word);
    if (ahead != back) ++(ahead ? forwards : backwards);
  }
  return backwards >= 3 && backwards > 4 * forwards;
}

// Letters that Poppler spread over the place of one sign are equally wide within a word, and differ from word
// to word. Where they are alike from word to word the sign was a line, or the font is a typewriter's.
bool are_signs_of_words(const std::vector<ArabicWord>& words) {
  std::size_t even = 0, alike = 0;
  double before = 0;
  for (const ArabicWord& word : words) {
    if (!equally_wide(word.glyphs)) continue;
    const double width = word.glyphs.front().box.width();
    ++even;
    if (std::abs(width - before) < 1e-3 * width) ++alike;
    before = width;
  }
  return even * 2 > words.size() && alike * 2 < even;
}

bool is_of_latin_run(char32_t code) {
  const bool ascii =
      (code >= U'0' && code <= U'9') || (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z');
  const bool latin = code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7;
  const bool arabic_digit = (code >= 0x660 && code <= 0x669) || (code >= 0x6F0 && code <= 0x6F9);
  return ascii || latin || arabic_digit;
}

// From the Latin letter or digit at `at` to the last one of the same word: "112.12", "l'ESS".
std::size_t end_of_latin_run(std::span<const Glyph> glyphs, std::size_t at) {
  std::size_t end = at + 1;
  for (std::size_t i = at;
       i < glyphs.size() && !is_separator(glyphs[i].code) && !is_part_of_word(glyphs[i].code); ++i) {
    if (is_of_latin_run(glyphs[i].code)) end = i + 1;
  }
  return end;
}

void reverse(std::span<Glyph> glyphs) {
  std::reverse(glyphs.begin(), glyphs.end());
}

void turn(std::span<Glyph> glyphs) {
  reverse(glyphs);
  for (std::size_t at = 0; at < glyphs.size(); ++at) {
    if (!is_of_latin_run(glyphs[at].code)) continue;
    const std::size_t end = end_of_latin_run(glyphs, at);
    reverse(glyphs.subspan(at, end - at));
    at = end - 1;
  }
}

// A line ends where the page is read from the left as well: there it is an Arabic phrase.
void turn_lines(std::span<Glyph> glyphs) {
  for (std::size_t at = 0; at < glyphs.size();) {
    if (glyphs[at].word == 0) {  // the space before a phrase stays before it
      ++at;
      continue;
    }
    std::size_t end = at;  // after the last right-to-left word
    for (std::size_t i = at; i < glyphs.size() && (glyphs[i].word != 0 || glyphs[i].code == U' '); ++i) {
      if (glyphs[i].word != 0) end = i + 1;
    }
    turn(glyphs.subspan(at, end - at));
    at = std::max(end, at + 1);
  }
}

void turn_words(std::span<Glyph> glyphs) {
  for (std::size_t at = 0; at < glyphs.size();) {
    std::size_t end = at + 1;
    while (end < glyphs.size() && glyphs[end].word == glyphs[at].word) ++end;
    if (glyphs[at].word != 0) turn(glyphs.subspan(at, end - at));
    at = end;
  }
}

// Brackets of right-to-left words that have no partner on their line.
std::size_t lonely_brackets(std::span<const Glyph> glyphs, std::u32string_view opening,
                            std::u32string_view closing) {
  std::size_t lonely = 0, open = 0;
  for (const Glyph& glyph : glyphs) {
    if (glyph.code == U'\n') {
      lonely += open;
      open = 0;
    } else if (glyph.word != 0 && is_one_of(glyph.code, opening)) {
      ++open;
    } else if (glyph.word != 0 && is_one_of(glyph.code, closing)) {
      if (open > 0) {
        --open;
      } else {
        ++lonely;
      }
    }
  }
  return lonely + open;
}

// Some programs turned the brackets round with the letters, some did not.
void mirror_lonely_brackets(std::span<Glyph> glyphs) {
  constexpr std::u32string_view opening = U"([{«", closing = U")]}»";
  if (lonely_brackets(glyphs, opening, closing) <= lonely_brackets(glyphs, closing, opening)) return;
  for (Glyph& glyph : glyphs) {
    if (glyph.word == 0) continue;
    if (const auto at = opening.find(glyph.code); at != opening.npos) {
      glyph.code = closing[at];
    } else if (const auto behind = closing.find(glyph.code); behind != closing.npos) {
      glyph.code = opening[behind];
    }
  }
}

}  // namespace

VisualOrder visual_order(std::span<const Glyph> glyphs) {
  const auto words = words_of_three_letters(glyphs);
  if (!is_backwards(words)) return VisualOrder::nothing;
  return are_signs_of_words(words) ? VisualOrder::words : VisualOrder::lines;
}

void turn_round(std::span<Glyph> glyphs, VisualOrder order) {
  if (order == VisualOrder::nothing) return;
  if (order == VisualOrder::lines) {
    turn_lines(glyphs);
  } else {
    turn_words(glyphs);
  }
  mirror_lonely_brackets(glyphs);
}

}  // namespace mess::library
