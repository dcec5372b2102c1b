#include "library/text_judge.h"

#include <algorithm>
#include <array>

#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

// Measured on 75 real documents: those with readable text lie above 0.89, those in old font encodings below
// 0.29 and no page of theirs above 0.34; no page of a readable document with enough letters lies below 0.5.
constexpr double doubtful_below = 0.5;

// A page with fewer letters cannot be judged by itself, a page with less than the other has no text to speak
// of.
constexpr std::size_t enough_to_judge = 20;
constexpr std::size_t enough_letters = 3;
constexpr std::size_t letters_per_page = 4;

// joiner: stands inside words; neutral: punctuation, ends a word; code: a sign of formulas and programs, ends
// a word and makes short ones beside it doubtful; strange: what no text is made of.
enum class Sign { letter_small, letter_capital, letter_other, joiner, neutral, code, strange, space };

constexpr bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// Capital and small letters alternate in Latin Extended-A, with a shift after U+0138 and back after U+0148.
bool is_capital_extended(char32_t c) {
  const bool odd_are_capital = in(c, 0x139, 0x148) || in(c, 0x179, 0x17E);
  return ((c & 1) != 0) == odd_are_capital;
}

constexpr Sign ascii_sign(char32_t c) {
  if (in(c, 'a', 'z')) return Sign::letter_small;
  if (in(c, 'A', 'Z')) return Sign::letter_capital;
  if (c <= ' ') return Sign::space;
  if (c == '\'' || c == '-' || c == '.' || c == '/' || c == '@' || c == '_' || c == ':') return Sign::joiner;
  if (std::u32string_view(U"^`~\\|{}#$%&*+<=>").find(c) != std::u32string_view::npos) return Sign::code;
  return Sign::neutral;
}

// Most text is ASCII: one look in a table.
constexpr auto ascii_signs = [] {
  std::array<Sign, 128> signs{};
  for (std::size_t c = 0; c < signs.size(); ++c) signs[c] = ascii_sign(static_cast<char32_t>(c));
  return signs;
}();

Sign sign_of(char32_t c) {
  if (c < 0x80) return ascii_signs[c];
  if (c == 0xA0 || in(c, 0x2000, 0x200F) || c == 0x3000) return Sign::space;
  // « » ° § · and the signs of money, rights and ordinals belong to ordinary text; the rest of Latin-1's
  // upper signs (¶ ¿ ¤ ¦ ¬ ¸ …) is what wrong encodings are made of.
  if (in(c, 0x80, 0xBF)) {
    constexpr std::u32string_view ordinary =
        U"\u00A3\u00A7\u00A9\u00AA\u00AB\u00AD\u00AE\u00B0\u00B2\u00B3"
        U"\u00B7\u00B9\u00BA\u00BB\u00BF\u00A1\u00BD";
    if (c == 0xB7 || c == 0xAD) return Sign::joiner;
    return ordinary.find(c) != std::u32string_view::npos ? Sign::neutral : Sign::strange;
  }
  if (c == 0xD7 || c == 0xF7) return Sign::neutral;
  if (in(c, 0xC0, 0xDE)) return Sign::letter_capital;
  if (in(c, 0xDF, 0xFF)) return Sign::letter_small;
  if (in(c, 0x100, 0x17F)) return is_capital_extended(c) ? Sign::letter_capital : Sign::letter_small;
  if (in(c, 0x180, 0x24F) || in(c, 0x1E00, 0x1EFF) || in(c, 0xFB00, 0xFB06)) return Sign::letter_small;
  if (c == 0x2019 || in(c, 0x2010, 0x2012)) return Sign::joiner;
  if (in(c, 0x2013, 0x206F) || in(c, 0x20A0, 0x2BFF) || in(c, 0x3001, 0x303F)) return Sign::neutral;
  if (in(c, 0xE000, 0xF8FF) || c == 0xFFFD || c >= 0xF0000) return Sign::strange;
  if (in(c, 0x0300, 0x036F) || c == 0x060C || c == 0x061B || c == 0x061F || in(c, 0x0660, 0x066D)) {
    return Sign::neutral;
  }
  if (in(c, 0x2B0, 0x2FF))
    return Sign::strange;  // modifier letters: lone accents of TeX and of wrong encodings
  return Sign::letter_other;
}

bool is_vowel(char32_t c) {
  if (c < 0x80) {
    c |= 0x20;
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
  }
  constexpr std::u32string_view vowels =
      U"àáâãäåæèéêëìíîïòóôõöøùúûüýÿ"
      U"ÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝ"
      U"āăąēĕėęěĩīĭįıōŏőœũūŭůűųŷĀĂĄĒĔĖĘĚĨĪĬĮİŌŎŐŒŨŪŬŮŰŲŶŸ";
  return vowels.find(c) != std::u32string_view::npos || in(c, 0x1EA0, 0x1EF9);
}

// One run of signs between spaces, or a part of it between signs that are neither letters nor joiners.
class Word {
 public:
  void add(char32_t c, Sign sign) {
    switch (sign) {
      case Sign::strange:
        ++strange_;
        break;
      case Sign::letter_other:
        ++other_;
        break;
      case Sign::letter_small:
      case Sign::letter_capital:
        add_latin(c, sign == Sign::letter_capital);
        break;
      case Sign::joiner:
        after_joiner_ = true;
        break;
      case Sign::neutral:
      case Sign::code:
      case Sign::space:
        break;
    }
  }

  void close(TextTally& tally, bool beside_code) const {
    const std::size_t letters = latin_ + other_;
    tally.letters += letters + strange_;
    if (!is_plausible(beside_code)) return;
    tally.plausible += letters;
    if (letters >= 2) ++tally.words;
  }

 private:
  void add_latin(char32_t c, bool capital) {
    if (latin_ > 0 && !after_joiner_ && capital && !last_capital_) ++turns_;
    ++latin_;
    if (capital) ++capitals_;
    if (is_vowel(c)) ++vowels_;
    last_capital_ = capital;
    after_joiner_ = false;
  }

  bool is_plausible(bool beside_code) const {
    if (strange_ > 0) return false;
    if (latin_ == 0) return other_ > 0;
    if (turns_ > 1) return false;
    // Lone letters mean something only among words; a page of them is a wrong encoding.
    if (latin_ == 1 || (latin_ == 2 && beside_code)) return false;
    if (vowels_ > 0) return latin_ <= 30 * vowels_;
    return capitals_ == latin_ && latin_ <= 5;
  }

  std::size_t latin_ = 0, other_ = 0, strange_ = 0, vowels_ = 0, capitals_ = 0, turns_ = 0;
  bool last_capital_ = false, after_joiner_ = false;
};

TextState judge(const TextTally& tally) {
  const double share = static_cast<double>(tally.plausible) / static_cast<double>(tally.letters);
  return share < doubtful_below ? TextState::doubtful : TextState::good;
}

}  // namespace

TextTally& TextTally::operator+=(const TextTally& other) {
  letters += other.letters;
  plausible += other.plausible;
  words += other.words;
  return *this;
}

TextTally tally(std::string_view text) {
  TextTally sum;
  Word word;
  bool beside_code = false;
  const auto close = [&](bool code) {
    word.close(sum, beside_code || code);
    word = Word();
    beside_code = code;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const Utf8Character character = byte < 0x80 ? Utf8Character{byte, 1, true} : utf8_character(text, at);
    at += character.bytes;
    const Sign sign = sign_of(character.code);
    if (sign == Sign::space || sign == Sign::neutral || sign == Sign::code) {
      close(sign == Sign::code);
    } else {
      word.add(character.code, sign);
    }
  }
  close(false);
  return sum;
}

TextState judge_page(const TextTally& tally) {
  if (tally.letters < enough_letters) return TextState::none;
  if (tally.letters < enough_to_judge) return tally.words > 0 ? TextState::good : TextState::none;
  return judge(tally);
}

TextState judge_document(const TextTally& tally, int page_count) {
  const auto pages = static_cast<std::size_t>(std::max(page_count, 1));
  // A scan often carries a few letters of text: a stamp, a page number, the name of the scanning program.
  if (tally.letters < letters_per_page * pages && tally.words < 20) return TextState::none;
  if (tally.letters < enough_to_judge) return judge_page(tally);
  return judge(tally);
}

}  // namespace mess::library
