#include "library/pdf_lam_alef.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

namespace mess::library {
namespace {

constexpr char32_t alef = 0x627, lam = 0x644, heh = 0x647;

bool is_alef(char32_t code) {
  return code == alef || code == 0x622 || code == 0x623 || code == 0x625 || code == 0x671;
}

// The article begins a word, or stands behind one of the letters that are written on to it.
bool is_prefix(char32_t code) {
  return code == 0x648 || code == 0x641 || code == 0x628 || code == 0x643;
}

bool same_word(const Glyph& a, const Glyph& b) {
  return a.word != 0 && a.word == b.word;
}

// Halves of one glyph: both edges were computed from the same width, so that only rounding parts them.
bool equally_wide(std::span<const Glyph> glyphs) {
  const double width = glyphs.front().box.width();
  return width > 0 && std::all_of(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
           return glyph.has_box && same_word(glyph, glyphs.front()) &&
                  std::abs(glyph.box.width() - width) < 1e-4 * width;
         });
}

bool reads(std::span<const Glyph> glyphs, std::size_t at, std::u32string_view letters) {
  if (at + letters.size() > glyphs.size()) return false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (glyphs[at + i].code != letters[i] || !same_word(glyphs[at], glyphs[at + i])) return false;
  }
  return true;
}

// Turns the letters round; the boxes stay, so that the first letter read is still the one at the right.
void turn(std::span<Glyph> glyphs) {
  for (std::size_t i = 0, j = glyphs.size() - 1; i < j; ++i, --j) std::swap(glyphs[i].code, glyphs[j].code);
}

// Do articles show that this page's fonts make alef and lam equally wide? Words of two letters are left out:
// they are a reversed "لا".
bool widths_say_nothing(const std::vector<Glyph>& glyphs) {
  int articles = 0, equal = 0;
  for (std::size_t i = 0; i + 2 < glyphs.size(); ++i) {
    if (glyphs[i].code != alef || glyphs[i + 1].code != lam || !same_word(glyphs[i], glyphs[i + 2])) continue;
    const bool first = i == 0 || !same_word(glyphs[i - 1], glyphs[i]);
    const bool behind_prefix = i > 0 && is_prefix(glyphs[i - 1].code) &&
                               same_word(glyphs[i - 1], glyphs[i]) &&
                               (i == 1 || !same_word(glyphs[i - 2], glyphs[i]));
    if (!first && !behind_prefix) continue;
    ++articles;
    if (equally_wide({&glyphs[i], 2})) ++equal;
  }
  return articles >= 3 && equal * 2 > articles;
}

// "اال", "األ"…: an article whose noun begins with an alef. Where it begins a word nothing else is meant.
bool is_certain(std::span<const Glyph> glyphs, std::size_t at) {
  return glyphs[at].code == alef && at + 2 < glyphs.size() && is_alef(glyphs[at + 1].code) &&
         glyphs[at + 2].code == lam && same_word(glyphs[at], glyphs[at + 2]);
}

}  // namespace

void restore_ligatures(std::vector<Glyph>& glyphs) {
  const bool by_width = !widths_say_nothing(glyphs);
  for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
    const std::span rest(glyphs.data() + i, glyphs.size() - i);
    if (reads(glyphs, i, U"هللا") && equally_wide(rest.first(4))) {
      turn(rest.first(4));
      i += 3;
    } else if (glyphs[i].code == heh && reads(glyphs, i, U"هلل") && equally_wide(rest.first(3))) {
      turn(rest.first(3));
      i += 2;
    } else if (is_certain(glyphs, i)) {
      turn(rest.subspan(1, 2));
      i += 2;
    } else if (by_width && is_alef(glyphs[i].code) && glyphs[i + 1].code == lam &&
               equally_wide(rest.first(2))) {
      turn(rest.first(2));
      i += 1;
    }
  }
}

}  // namespace mess::library
