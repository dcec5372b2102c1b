#include "index/normaliser.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <array>
#include <cctype>

#include "index/arabic.h"
#include "index/characters.h"
#include "index/stop_words.h"
#include "index/words.h"
#include "library/pdf_utf8.h"

namespace mess::index {
namespace {

// The letters of one presentation form or ligature; other characters as they are.
void append_letters(std::string& text, char32_t code) {
  if (!is_presentation_form(code)) return library::append_utf8(text, code);
  UErrorCode status = U_ZERO_ERROR;
  const auto* compose = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return library::append_utf8(text, code);
  const auto letters = compose->normalize(icu::UnicodeString(static_cast<UChar32>(code)), status);
  // The isolated vowel marks decompose to a space and a mark; the mark belongs to the letter before.
  for (int32_t i = 0; i < letters.length(); ++i) {
    if (letters[i] != u' ') library::append_utf8(text, letters[i]);
  }
}

bool is_space(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x2028 || code == 0x2029 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x3000 || code == 0x85;
}

// Where a word cut by a hyphen at the end of a line goes on; 0 when `at` (after the hyphen) is no such place.
std::size_t after_line_break(std::string_view text, std::size_t at) {
  bool broken = false;
  while (at < text.size() && is_space(static_cast<unsigned char>(text[at]))) broken |= text[at++] == '\n';
  return broken && at < text.size() && is_lower(decode(text, at).code) ? at : 0;
}

bool follows_letter(const std::string& text) {
  return !text.empty() && (static_cast<unsigned char>(text.back()) >= 0x80 ||
                           std::isalpha(static_cast<unsigned char>(text.back())) != 0);
}

bool follows_arabic_letter(const std::string& text) {
  return text.size() > 1 && (static_cast<unsigned char>(text[text.size() - 2]) & 0xFC) == 0xD8;
}

bool is_arabic_at(std::string_view text, std::size_t at) {
  return at < text.size() && fold_char(decode(text, at).code).kind == CharKind::arabic;
}

// Applies the certain repairs to each Arabic word in place.
std::string repair_words(std::string text) {
  const bool has_arabic = text.find_first_of("\xD8\xD9") != std::string::npos;
  return has_arabic ? to_utf8(repair_lam_alef(to_utf16(text))) : text;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, Language language) {
  std::vector<Token> tokens;
  WordScanner scanner(text, language);
  while (scanner.next()) {
    const Lexeme& lexeme = scanner.lexeme();
    tokens.push_back({lexeme.form, *lexeme.stem, scanner.begin(), scanner.end()});
  }
  return tokens;
}

std::string fold(std::string_view text) {
  std::string folded;
  WordScanner scanner(text, Language::unknown);
  while (scanner.next()) {
    if (!folded.empty()) folded += ' ';
    folded += scanner.lexeme().form;
  }
  return folded;
}

std::string readable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded here = decode(text, at);
    at += here.size;
    if (library::is_bidi_control(here.code)) continue;
    if (is_private_use(here.code) && !space && follows_arabic_letter(shown) && is_arabic_at(text, at))
      continue;
    if (here.code == soft_hyphen || here.code == '-') {
      const std::size_t next = !space && follows_letter(shown) ? after_line_break(text, at) : 0;
      if (next != 0) at = next;
      if (next != 0 || here.code == soft_hyphen) continue;
    }
    // Signs of a font that have no picture elsewhere: before words they are bullets.
    if (is_private_use(here.code)) {
      if ((space || shown.empty()) && !shown.ends_with("•")) shown += shown.empty() ? "•" : " •";
      space = true;
      continue;
    }
    if (is_space(here.code) || here.code < 0x20 || here.code == 0x7F) {
      space = true;
      continue;
    }
    if (space && !shown.empty()) shown += ' ';
    space = false;
    append_letters(shown, here.code);
  }
  return repair_words(std::move(shown));
}

Language guess_language(std::string_view text) {
  std::array<int, 5> votes{};
  WordScanner scanner(text, Language::unknown);
  for (int words = 0; words < 400 && scanner.next(); ++words) {
    const std::string& form = scanner.lexeme().form;
    const auto first = static_cast<unsigned char>(form.front());
    if (first >= 0xD8 && first <= 0xDB) votes[static_cast<std::size_t>(Language::arabic)] += 2;
    for (Language language : {Language::french, Language::spanish, Language::english}) {
      if (is_stop_word_of(form, language)) votes[static_cast<std::size_t>(language)] += 3;
    }
  }
  Language best = Language::unknown;
  bool tied = false;
  for (Language language : interface_languages) {
    const int vote = votes[static_cast<std::size_t>(language)];
    const int most = votes[static_cast<std::size_t>(best)];
    if (vote > most) {
      best = language;
      tied = false;
    } else if (vote == most && vote > 0) {
      tied = true;
    }
  }
  return tied ? Language::unknown : best;
}

}  // namespace mess::index
