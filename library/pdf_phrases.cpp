#include "library/pdf_phrases.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "library/pdf_arabic.h"

namespace mess::library {
namespace {

// What moves as a whole: one of Poppler's right-to-left words, or marks that it left outside.
struct Piece {
  std::size_t begin = 0, end = 0;
  GlyphBox box;
  bool is_mark = false;
};

// Of the letters' height. Pieces of one word overlap or leave up to 0.02 (en-ar-arabluatex); the narrowest
// space of a justified line in the corpus is 0.09 (fr-maroc-bulletin-officiel-7448).
constexpr double touching = 0.04;

bool is_of_phrase(const Glyph& glyph) {
  return glyph.has_box && (glyph.word != 0 || is_arabic_mark(glyph.code));
}

Piece piece_at(std::span<const Glyph> glyphs, std::size_t begin) {
  std::size_t end = begin;
  while (end < glyphs.size() && is_of_phrase(glyphs[end]) && glyphs[end].word == glyphs[begin].word) ++end;
  const auto piece = glyphs.subspan(begin, end - begin);
  const bool is_mark =
      std::all_of(piece.begin(), piece.end(), [](const Glyph& glyph) { return is_arabic_mark(glyph.code); });
  return {begin, end, box_around(piece), is_mark};
}

bool lies_right_of(const GlyphBox& box, const GlyphBox& before) {
  const bool same_line = std::min(box.y1, before.y1) > std::max(box.y0, before.y0);
  return same_line && box.x0 + box.x1 > before.x0 + before.x1;
}

// Pieces from `at` on of which each lies to the right of the one before. Marks stand above other letters.
std::vector<Piece> phrase_at(std::span<const Glyph> glyphs, std::size_t at) {
  std::vector<Piece> phrase;
  std::optional<GlyphBox> before;
  while (at < glyphs.size() && is_of_phrase(glyphs[at])) {
    const Piece piece = piece_at(glyphs, at);
    if (!piece.is_mark) {
      if (before && !lies_right_of(piece.box, *before)) break;
      before = piece.box;
    }
    phrase.push_back(piece);
    at = piece.end;
    if (at < glyphs.size() && glyphs[at].code == U' ') ++at;
  }
  return phrase;
}

// Poppler's space tells, save between pieces that touch: those are of one word. It may stand before a mark.
bool are_two_words(std::span<const Glyph> glyphs, const Piece& left, const Piece& right) {
  const double height = std::min(left.box.height(), right.box.height());
  const auto between = glyphs.subspan(left.end, right.begin - left.end);
  const bool has_space =
      std::any_of(between.begin(), between.end(), [](const Glyph& one) { return one.code == U' '; });
  return has_space && right.box.x0 - left.box.x1 > touching * height;
}

// In reading order, appended: the piece at the right first, marks without a space of their own.
void append_phrase(std::vector<Glyph>& ordered, std::span<const Glyph> glyphs,
                   std::span<const Piece> phrase) {
  const Piece* right = nullptr;
  for (std::size_t i = phrase.size(); i-- > 0;) {
    const Piece& piece = phrase[i];
    if (!piece.is_mark) {
      if (right != nullptr && are_two_words(glyphs, piece, *right)) ordered.push_back({U' ', {}, 0, false});
      right = &piece;
    }
    const auto moved = glyphs.subspan(piece.begin, piece.end - piece.begin);
    ordered.insert(ordered.end(), moved.begin(), moved.end());
  }
}

bool is_latin_letter(char32_t code) {
  return (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z') ||
         (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

bool is_letter(const Glyph& glyph) {
  return is_latin_letter(glyph.code);
}

// A word with Latin letters and none of Arabic, at its place.
bool is_latin_word(std::span<const Glyph> word) {
  return std::any_of(word.begin(), word.end(), is_letter) &&
         std::all_of(word.begin(), word.end(),
                     [](const Glyph& one) { return one.has_box && !arabic_letter(one.code); });
}

bool is_letter_or_digit(const Glyph& glyph) {
  return is_letter(glyph) || (glyph.code >= U'0' && glyph.code <= U'9');
}

bool is_number(std::span<const Glyph> word) {
  return std::all_of(word.begin(), word.end(),
                     [](const Glyph& one) { return one.has_box && one.code >= U'0' && one.code <= U'9'; });
}

// Not a formula, which has an order of its own: two words of two letters, and no signs of formulas. Brackets
// within a phrase are as often before their words as behind.
bool is_of_words(std::span<const Glyph> phrase) {
  int words = 0;
  for (std::size_t at = 0; at < phrase.size(); at = end_of_word(phrase, at) + 1) {
    const auto word = phrase.subspan(at, end_of_word(phrase, at) - at);
    if (std::count_if(word.begin(), word.end(), is_letter) > 1) ++words;
  }
  return words > 1 && std::none_of(phrase.begin(), phrase.end(), [](const Glyph& one) {
           return std::u32string_view(U"()[]{}<>=+−;|").find(one.code) != std::u32string_view::npos;
         });
}

// The end of the Latin words from `at` on of which each lies to the left of the one before, and of the
// numbers between them; `at` when there are none.
std::size_t end_of_latin_phrase(std::span<const Glyph> glyphs, std::size_t at) {
  std::size_t end = at;
  GlyphBox before;
  for (std::size_t next = at; next < glyphs.size();) {
    const auto word = glyphs.subspan(next, end_of_word(glyphs, next) - next);
    if (word.empty() || !(is_latin_word(word) || (next != at && is_number(word)))) break;
    const GlyphBox box = box_around(word);
    if (next != at && !lies_right_of(before, box)) break;
    before = box;
    next += word.size();
    if (is_latin_word(word)) end = next;
    if (next == glyphs.size() || glyphs[next].code != U' ') break;
    ++next;
  }
  return end;
}

// What stands around the phrase belongs to the Arabic sentence and stays: "(travail du Code)".
std::span<Glyph> without_outer_signs(std::span<Glyph> phrase) {
  while (!phrase.empty() && !is_letter_or_digit(phrase.front())) phrase = phrase.subspan(1);
  while (!phrase.empty() && !is_letter_or_digit(phrase.back())) phrase = phrase.first(phrase.size() - 1);
  return phrase;
}

void reverse_words(std::span<Glyph> phrase) {
  std::reverse(phrase.begin(), phrase.end());
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = end_of_word(phrase, at);
    std::reverse(phrase.begin() + static_cast<std::ptrdiff_t>(at),
                 phrase.begin() + static_cast<std::ptrdiff_t>(end));
    at = end + 1;
  }
}

}  // namespace

std::vector<Glyph> with_right_to_left_phrases(const std::vector<Glyph>& glyphs) {
  if (all_right_to_left(glyphs)) return glyphs;
  std::vector<Glyph> ordered;
  ordered.reserve(glyphs.size());
  for (std::size_t at = 0; at < glyphs.size();) {
    const auto phrase = phrase_at(glyphs, at);
    if (phrase.empty()) {
      ordered.push_back(glyphs[at++]);
      continue;
    }
    append_phrase(ordered, glyphs, phrase);
    at = phrase.back().end;
  }
  return ordered;
}

void restore_latin_phrases(std::vector<Glyph>& glyphs) {
  if (!all_right_to_left(glyphs)) return;
  const std::span all(glyphs);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = end_of_latin_phrase(all, at);
    const auto phrase = without_outer_signs(all.subspan(at, end - at));
    if (is_of_words(phrase)) reverse_words(phrase);
    at = std::max(end, end_of_word(all, at)) + 1;
  }
}

}  // namespace mess::library
