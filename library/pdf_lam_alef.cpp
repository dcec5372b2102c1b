#include "library/pdf_lam_alef.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "library/pdf_arabic.h"

namespace mess::library {
namespace {

constexpr char32_t alef = 0x627, lam = 0x644;

// The article begins a word, or stands behind one of the letters that are written on to it.
bool is_prefix(char32_t code) {
  return code == 0x648 || code == 0x641 || code == 0x628 || code == 0x643;
}

bool same_word(const Glyph& a, const Glyph& b) {
  return a.word != 0 && a.word == b.word;
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

// The alef and lam of an article, by their place: at the start of a word of more letters, or behind one
// prefix.
bool may_be_article(const std::vector<Glyph>& glyphs, std::size_t at) {
  if (at + 2 >= glyphs.size() || glyphs[at].code != alef || glyphs[at + 1].code != lam) return false;
  if (!same_word(glyphs[at], glyphs[at + 2])) return false;
  if (at == 0 || !same_word(glyphs[at - 1], glyphs[at])) return true;
  return is_prefix(glyphs[at - 1].code) && (at == 1 || !same_word(glyphs[at - 2], glyphs[at]));
}

// Width of a letter in units of its font's height: the same letter of a font at any size. Of a reversed
// ligature the lam is the left half and always exact; the alef's box ends where the next letter begins.
double proportion(const Glyph& letter) {
  return letter.box.height() > 0 ? letter.box.width() / letter.box.height() : 0;
}

// How many of the sorted values are as near to `value` as a part of it.
std::ptrdiff_t count_near(const std::vector<double>& sorted, double value, double tolerance) {
  const auto first = std::lower_bound(sorted.begin(), sorted.end(), value * (1 - tolerance));
  return std::upper_bound(first, sorted.end(), value * (1 + tolerance)) - first;
}

// "اال", "األ"…: an article whose noun begins with an alef. Where it begins a word nothing else is meant.
bool is_certain(std::span<const Glyph> glyphs, std::size_t at) {
  return glyphs[at].code == alef && at + 2 < glyphs.size() && is_alef(glyphs[at + 1].code) &&
         glyphs[at + 2].code == lam && same_word(glyphs[at], glyphs[at + 2]);
}

// What a page's own words tell of its fonts.
class Evidence {
 public:
  explicit Evidence(const std::vector<Glyph>& glyphs) {
    int articles = 0, equal = 0;
    for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
      if (is_certain(glyphs, i)) certain_.push_back(proportion(glyphs[i + 2]));
      if (!may_be_article(glyphs, i)) continue;
      ++articles;
      if (equally_wide({&glyphs[i], 2})) {
        ++equal;
      } else {
        letters_.push_back(proportion(glyphs[i + 1]));
      }
    }
    std::sort(letters_.begin(), letters_.end());
    std::sort(certain_.begin(), certain_.end());
    widths_tell_ = articles < 3 || equal * 2 <= articles;
    for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
      const double width = proportion(glyphs[i + 1]);
      if (is_alef(glyphs[i].code) && glyphs[i + 1].code == lam && is_ligature({&glyphs[i], 2}) &&
          count_near(ligatures_, width, same) == 0) {
        ligatures_.insert(std::upper_bound(ligatures_.begin(), ligatures_.end(), width), width);
      }
    }
  }

  // Two equal halves; or a left half as wide as other ligatures have, when only spacing parts the two. Not
  // when more lams of articles than of certain ligatures are as wide: the lam then is one of them.
  bool is_ligature(std::span<const Glyph> pair) const {
    if (!widths_tell_ || !same_word(pair[0], pair[1]) || !pair[1].has_box) return false;
    const double width = proportion(pair[1]);
    if (count_near(letters_, width, alike) > count_near(certain_, width, same)) return false;
    return equally_wide(pair.first(2)) || count_near(ligatures_, width, same) > 0;
  }

 private:
  static constexpr double same = 0.0005;  // one glyph, up to rounding
  static constexpr double alike = 0.02;   // one letter, up to the spacing of a line
  bool widths_tell_ = true;
  std::vector<double> letters_, certain_, ligatures_;  // proportions of lams, sorted
};

}  // namespace

void restore_ligatures(std::vector<Glyph>& glyphs) {
  const Evidence evidence(glyphs);
  for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
    const std::span rest(glyphs.data() + i, glyphs.size() - i);
    if (reads(glyphs, i, U"هللا") && equally_wide(rest.first(4))) {
      turn(rest.first(4));
      i += 3;
    } else if (reads(glyphs, i, U"هلل") && equally_wide(rest.first(3))) {
      turn(rest.first(3));
      i += 2;
    } else if (is_certain(glyphs, i)) {
      turn(rest.subspan(1, 2));
      i += 2;
    } else if (is_alef(glyphs[i].code) && glyphs[i + 1].code == lam && evidence.is_ligature(rest)) {
      turn(rest.first(2));
      i += 1;
    }
  }
}

}  // namespace mess::library
