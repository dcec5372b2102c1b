#include "library/pdf_spaced_letters.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "library/pdf_arabic.h"
#include "library/pdf_utf8.h"

namespace mess::library {
namespace {

constexpr std::size_t fewest_letters = 4;
constexpr std::size_t fewest_small_letters = 6;
constexpr std::size_t longest_word = 24;  // of letters without a gap that ends a word

enum class Kind { capital, small, arabic };

// One letter that stands alone: its glyphs with marks and tatweel.
struct Alone {
  std::size_t begin = 0, end = 0;
  char32_t letter = 0;  // Arabic ones as letters, Latin ones as small letters without accent where known
  Kind kind = Kind::capital;
};

constexpr bool in(char32_t code, char32_t first, char32_t last) {
  return code >= first && code <= last;
}

// Latin-1 letters as their bare ones: what vowels are told by.
char32_t bare(char32_t code) {
  constexpr std::u32string_view letters = U"aaaaaaaceeeeiiiidnooooo ouuuuyty";  // of U+00E0 to U+00FF, ø as o
  if (in(code, U'A', U'Z') || in(code, 0xC0, 0xDE)) code += 0x20;
  return in(code, 0xE0, 0xFF) && code != 0xF7 ? letters[code - 0xE0] : code;
}

std::optional<Alone> latin_alone(char32_t code) {
  const bool capital = in(code, U'A', U'Z') || (in(code, 0xC0, 0xDE) && code != 0xD7) || code == 0x152;
  const bool small = in(code, U'a', U'z') || (in(code, 0xDF, 0xFF) && code != 0xF7) || code == 0x153;
  if (!capital && !small) return std::nullopt;
  const char32_t letter = code == 0x152 || code == 0x153 ? U'o' : bare(code);
  return Alone{0, 0, letter, capital ? Kind::capital : Kind::small};
}

// A lam-alef counts as one letter, as it is one sign. A mark before it belongs to another letter: that is a
// piece of a word that was taken apart.
std::optional<Alone> arabic_alone(std::span<const Glyph> glyphs) {
  if (is_arabic_mark(glyphs.front().code)) return std::nullopt;
  std::u32string letters;
  for (const Glyph& glyph : glyphs) {
    if (const auto letter = arabic_letter(glyph.code)) {
      letters += letter->letter;
    } else if (!is_arabic_mark(glyph.code) && glyph.code != tatweel) {
      return std::nullopt;
    }
  }
  const bool lam_alef = letters.size() == 2 && letters[0] == U'ل' && is_alef(letters[1]);
  if (letters.size() != 1 && !lam_alef) return std::nullopt;
  return Alone{0, 0, lam_alef ? U'ا' : letters[0], Kind::arabic};
}

std::optional<Alone> alone_at(std::span<const Glyph> glyphs, std::size_t begin, std::size_t end) {
  const auto part = glyphs.subspan(begin, end - begin);
  auto alone = part.size() == 1 ? latin_alone(part.front().code) : std::nullopt;
  if (!alone) alone = arabic_alone(part);
  if (!alone) return std::nullopt;
  alone->begin = begin;
  alone->end = end;
  return alone;
}

bool is_vowel(char32_t letter) {
  return std::u32string_view(U"aeiouyاويأإآى").find(letter) != std::u32string_view::npos;
}

// Rows of letters that tables and lists are made of.
bool is_row_of_signs(std::u32string_view letters) {
  constexpr std::u32string_view rows[] = {U"abcdefghijklmnopqrstuvwxyz", U"jfmamjjasond", U"efmamjjasond",
                                          U"ابجدهوزحطيكلمنسعفصقرشتثخذضظغ", U"ابتثجحخدذرزسشصضطظعغفقكلمنهوي"};
  return std::any_of(std::begin(rows), std::end(rows),
                     [&](auto row) { return row.find(letters) != std::u32string_view::npos; });
}

bool may_be_words(std::span<const Alone> run) {
  const bool small = run.back().kind == Kind::small, arabic = run.back().kind == Kind::arabic;
  if (run.size() < (small ? fewest_small_letters : fewest_letters)) return false;
  std::u32string letters;
  for (const Alone& one : run) letters += is_alef(one.letter) ? U'ا' : one.letter;
  if (is_row_of_signs(letters)) return false;
  // "أ و ب و ج": letters named one after the other.
  const auto ands = static_cast<std::size_t>(std::count(letters.begin(), letters.end(), U'و'));
  if (arabic && ands * 3 > letters.size()) return false;
  const auto vowels = static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), is_vowel));
  std::sort(letters.begin(), letters.end());
  const auto different = std::unique(letters.begin(), letters.end()) - letters.begin();
  return different >= 3 && vowels >= 1 && vowels + 2 <= run.size();
}

// Of one kind with the letters before; small ones may follow one capital.
bool goes_on(const std::vector<Alone>& letters, const Alone& next) {
  if (letters.empty() || next.kind == letters.back().kind) return true;
  return letters.size() == 1 && letters[0].kind == Kind::capital && next.kind == Kind::small;
}

// How far the letters stand apart on the page; nothing when their places are not known, or none (a document
// may hold any number).
std::optional<double> gap_between(std::span<const Glyph> glyphs, const Alone& before, const Alone& after) {
  const Glyph& left = glyphs[before.end - 1];
  const Glyph& right = glyphs[after.begin];
  if (!left.has_box || !right.has_box) return std::nullopt;
  const double gap = std::max(right.box.x0 - left.box.x1, left.box.x0 - right.box.x1);
  return std::isfinite(gap) ? std::optional(gap) : std::nullopt;
}

// Letters one by one on a line, of one kind.
struct Run {
  std::vector<Alone> letters;
  std::vector<double> gaps;  // after each letter but the last; empty when the places are not known
  double usual_gap = 0;
  GlyphBox first;
};

Run measured(std::span<const Glyph> glyphs, std::vector<Alone> letters) {
  Run run{std::move(letters), {}, 0, {}};
  run.first = glyphs[run.letters.front().begin].box;
  for (std::size_t i = 0; i + 1 < run.letters.size(); ++i) {
    if (const auto gap = gap_between(glyphs, run.letters[i], run.letters[i + 1])) run.gaps.push_back(*gap);
  }
  if (run.gaps.empty() || run.gaps.size() + 1 != run.letters.size()) {
    run.gaps.clear();
    return run;
  }
  std::vector<double> sorted = run.gaps;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  run.usual_gap = *middle;
  return run;
}

// Which letters end a word: those before a gap that is clearly wider than the usual one.
std::vector<bool> word_ends(const Run& run) {
  std::vector<bool> ends(run.letters.size(), false);
  const double wide = run.usual_gap + std::max(run.usual_gap / 2, 0.1 * run.first.height());
  for (std::size_t i = 0; i < run.gaps.size(); ++i) ends[i] = run.gaps[i] > wide;
  ends.back() = true;
  return ends;
}

std::size_t longest_part(const std::vector<bool>& ends) {
  std::size_t longest = 0, letters = 0;
  for (const bool end : ends) {
    longest = std::max(longest, ++letters);
    if (end) letters = 0;
  }
  return longest;
}

// "L E S" beside "C O O P É R A T I V E S": too short to be told by itself, but set apart on the same line in
// the same way. Poppler takes such words for columns, so that they are runs of their own.
bool is_set_like(const Run& run, const Run& joined) {
  return !run.gaps.empty() && !joined.gaps.empty() && run.letters.back().kind == joined.letters.back().kind &&
         std::abs(run.first.y0 - joined.first.y0) < 0.1 * joined.first.height() &&
         std::abs(run.usual_gap - joined.usual_gap) < 0.25 * joined.usual_gap;
}

std::vector<Run> runs_of(std::span<const Glyph> glyphs) {
  std::vector<Run> runs;
  std::vector<Alone> letters;
  const auto end_run = [&] {
    if (letters.size() > 1) runs.push_back(measured(glyphs, letters));
    letters.clear();
  };
  for (std::size_t at = 0; at < glyphs.size();) {
    const std::size_t end = end_of_word(glyphs, at);
    const auto alone = end > at ? alone_at(glyphs, at, end) : std::nullopt;
    if (!alone || !goes_on(letters, *alone)) end_run();
    if (alone) letters.push_back(*alone);
    if (end < glyphs.size() && glyphs[end].code == U'\n') end_run();
    at = end + 1;
  }
  end_run();
  return runs;
}

// Which runs are words: those that may be by themselves, then those set like them.
std::vector<const Run*> runs_to_join(const std::vector<Run>& runs) {
  std::vector<const Run*> joined, others;
  for (const Run& run : runs) {
    const bool are_columns = run.usual_gap > run.first.height();
    const bool are_words =
        !are_columns && may_be_words(run.letters) && longest_part(word_ends(run)) <= longest_word;
    (are_words ? joined : others).push_back(&run);
  }
  const std::size_t sure = joined.size();
  for (const Run* run : others) {
    const auto end = joined.begin() + static_cast<std::ptrdiff_t>(sure);
    if (std::any_of(joined.begin(), end, [&](const Run* one) { return is_set_like(*run, *one); })) {
      joined.push_back(run);
    }
  }
  return joined;
}

// Marks what goes when the letters become words: the spaces between them, and tatweels.
void join(std::span<const Glyph> glyphs, const Run& run, std::vector<bool>& goes) {
  const auto ends = word_ends(run);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Alone& letter = run.letters[i];
    for (std::size_t at = letter.begin; at < letter.end; ++at) goes[at] = glyphs[at].code == tatweel;
    if (!ends[i]) goes[letter.end] = true;
  }
}

}  // namespace

bool may_have_spaced_letters(std::string_view text) {
  std::size_t alone = 0, letters = 0;  // words of one letter in a row; letters of the word so far
  const auto enough = [&] {
    if (letters != 1) alone = 0;
    if (letters == 1) ++alone;
    letters = 0;
    return alone >= fewest_letters;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    at += character.bytes;
    if (is_bidi_control(character.code)) continue;
    if (!is_separator(character.code)) {
      ++letters;
      continue;
    }
    if (enough()) return true;
    if (character.code == U'\n') alone = 0;
  }
  return enough();
}

void join_spaced_letters(std::vector<Glyph>& glyphs) {
  const std::vector<Run> runs = runs_of(glyphs);
  std::vector<bool> goes(glyphs.size(), false);
  for (const Run* run : runs_to_join(runs)) join(glyphs, *run, goes);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < glyphs.size(); ++at) {
    if (!goes[at]) glyphs[kept++] = glyphs[at];
  }
  glyphs.resize(kept);
}

}  // namespace mess::library
