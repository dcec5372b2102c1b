#include "kiosk/app/reflow_lines.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "library/pdf_utf8.h"

namespace mess::kiosk {

namespace {

using library::utf8_character;

constexpr int most_division_words = 3;

char32_t code_at(std::string_view text, std::size_t at) {
  return at < text.size() ? utf8_character(text, at).code : 0;
}

// The code of the last character.
char32_t last_code(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) continue;
  return text.empty() ? 0 : code_at(text, at);
}

bool is_digit(char32_t code) {
  return (code >= '0' && code <= '9') || (code >= 0x660 && code <= 0x669) || (code >= 0x6F0 && code <= 0x6F9);
}

bool is_arabic(char32_t code) {
  return (code >= 0x620 && code <= 0x64A) || (code >= 0x66E && code <= 0x6D3) ||
         (code >= 0xFB50 && code <= 0xFDFF) || (code >= 0xFE70 && code <= 0xFEFC);
}

// Of the two blocks that French and Spanish need.
bool is_small(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF && code != 0xF7) || code == 0x153;
}
bool is_capital(char32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7) || code == 0x152;
}

// Marks over and under letters, and signs that only order the text.
bool has_no_width(char32_t code) {
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x64B && code <= 0x65F) || code == 0x670 ||
         code == 0xAD || library::is_bidi_control(code);
}

bool is_dash(char32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015);
}

bool is_blank(char32_t code) {
  return code == ' ' || code == 0xA0 || code == 0x202F;
}

bool is_bullet(char32_t code) {
  constexpr std::array<char32_t, 18> bullets{0xB7,   0x2022, 0x2023, 0x2043, 0x2192, 0x25A0,
                                             0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25BA, 0x25CB,
                                             0x25CF, 0x25E6, 0x2713, 0x2714, 0x27A2, 0x2756};
  return std::find(bullets.begin(), bullets.end(), code) != bullets.end() ||
         (code >= 0xF000 && code <= 0xF0FF);  // as fonts of symbols are mapped
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (is_digit(code_at(text, at))) at += utf8_character(text, at).bytes;
  return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(code_at(text, at))) at += utf8_character(text, at).bytes;
  return at;
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.size() <= 6 && text.find_first_not_of("IVXLC") == std::string_view::npos;
}

// From `at` a dash, a blank, and something that is no digit: "1 – le", not "2016 - 2017".
bool goes_on_after_dash(std::string_view line, std::size_t at) {
  at = skip_blanks(line, at);
  if (!is_dash(code_at(line, at))) return false;
  at += utf8_character(line, at).bytes;
  const std::size_t next = skip_blanks(line, at);
  return next > at && next < line.size() && !is_digit(code_at(line, next));
}

int words_in(std::string_view line) {
  int words = 0;
  for (std::size_t at = 0; at < line.size(); at = line.find(' ', at)) {
    at = skip_blanks(line, at);
    if (at < line.size()) ++words;
  }
  return words;
}

// "2.3" or "1.2.1": no number of a law, whose parts are longer or begin with 0.
bool is_section_number(std::string_view word) {
  int parts = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = skip_digits(word, at);
    if (end == at || end - at > 2 || word[at] == '0') return false;
    ++parts;
    if (end < word.size() && word[end] != '.') return false;
    at = end + 1;
  }
  return parts >= 2 && parts <= 4;
}

}  // namespace

int length_of(std::string_view line) {
  int length = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto here = utf8_character(line, at);
    at += here.bytes;
    length += has_no_width(here.code) ? 0 : 1;
  }
  return length;
}

std::string_view first_word(std::string_view line) {
  return line.substr(0, line.find(' '));
}

bool is_page_number(std::string_view line) {
  if (line.size() > 16) return false;
  bool digits = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto here = utf8_character(line, at);
    at += here.bytes;
    digits = digits || is_digit(here.code);
    const bool fits = is_digit(here.code) || is_dash(here.code) || is_blank(here.code) ||
                      library::is_bidi_control(here.code);
    if (!fits) return false;
  }
  return digits;
}

bool begins_item(std::string_view line) {
  const auto first = utf8_character(line, 0);
  const std::size_t next = skip_blanks(line, first.bytes);
  if (next >= line.size()) return false;
  if (is_bullet(first.code)) return true;
  if (is_dash(first.code) || first.code == '*') return next > first.bytes && !is_digit(code_at(line, next));
  const bool small_letter = is_small(first.code) || is_arabic(first.code);
  const std::size_t end = small_letter ? first.bytes : skip_digits(line, 0);
  if (end == 0 || end > 4) return false;
  const char32_t sign = code_at(line, end);
  if (sign == ')') return true;
  return small_letter ? is_arabic(first.code) && goes_on_after_dash(line, end) : sign == 0xB0;
}

bool begins_with_number(std::string_view line) {
  const std::string_view word = first_word(line);
  if (word.size() == line.size()) return false;
  const std::string_view stem = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
  const bool dotted = stem.size() < word.size();
  const bool is_number = !stem.empty() && stem.size() <= 4 && skip_digits(stem, 0) == stem.size();
  if (dotted && (is_number || is_roman(stem))) return true;
  if ((is_number || is_roman(stem)) && goes_on_after_dash(line, word.size())) return true;
  return is_section_number(stem);
}

bool is_division(std::string_view line) {
  static constexpr std::string_view names[] = {
      "Article",  "ARTICLE",  "Art.",    "Chapitre", "CHAPITRE", "Section", "SECTION", "Sous-section",
      "Titre",    "TITRE",    "Partie",  "PARTIE",   "Livre",    "LIVRE",   "Annexe",  "ANNEXE",
      "Artículo", "Capítulo", "Sección", "Título",   "Chapter",  "CHAPTER", "Part",    "المادة",
      "الباب",    "الفصل",    "الفرع",   "القسم",    "الجزء",    "الكتاب",  "الملحق"};
  const std::string_view word = first_word(line);
  if (std::find(std::begin(names), std::end(names), word) == std::end(names) || word.size() == line.size())
    return false;
  if (ends_sentence(line) || ends_open(line)) return false;
  if (words_in(line) <= most_division_words) return true;
  // "Titre VI : …"; within a sentence a colon does not follow the number.
  const std::string_view rest = line.substr(skip_blanks(line, word.size()));
  const std::string_view number = first_word(rest);
  const std::size_t after = skip_blanks(rest, number.size());
  return number.ends_with(':') || code_at(rest, after) == ':' || is_dash(code_at(rest, after));
}

bool is_in_capitals(std::string_view line) {
  int capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto here = utf8_character(line, at);
    at += here.bytes;
    if (is_small(here.code) || is_arabic(here.code)) return false;
    capitals += is_capital(here.code) ? 1 : 0;
  }
  return capitals >= 4;
}

bool begins_small(std::string_view line) {
  return is_small(code_at(line, 0));
}

bool begins_with_capital(std::string_view line) {
  return is_capital(code_at(line, 0));
}

bool ends_sentence(std::string_view line) {
  for (char32_t last = last_code(line); last == '"' || last == ')' || last == 0xBB || last == 0x201D;
       last = last_code(line)) {
    line.remove_suffix(last < 0x80 ? 1 : last < 0x800 ? 2 : 3);
  }
  const char32_t last = last_code(line);
  return last == '.' || last == '!' || last == '?' || last == 0x2026 || last == 0x61F || last == 0x6D4;
}

bool ends_open(std::string_view line) {
  const char32_t last = last_code(line);
  return last == ':' || last == ';' || last == ',' || last == 0x60C || last == 0x61B;
}

bool ends_in_hyphen(std::string_view line) {
  const char32_t last = last_code(line);
  return last == '-' || last == 0x2010 || last == 0xAD;
}

bool is_mostly_arabic(std::string_view text) {
  int arabic = 0, other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto here = utf8_character(text, at);
    at += here.bytes;
    if (is_arabic(here.code)) {
      ++arabic;
    } else if (is_small(here.code) || is_capital(here.code)) {
      ++other;
    }
  }
  return arabic > other;
}

}  // namespace mess::kiosk
