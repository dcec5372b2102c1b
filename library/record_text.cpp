#include "library/record_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

// U+FB00..FDFF and U+FE70..FEFC: ligatures and the four shapes of each Arabic letter.
bool is_presentation_form(UChar32 c) {
  return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

// Soft hyphen, zero-width space, word joiner, byte order mark. The joiners U+200C/D stay: in Persian and
// Amazigh names they are spelling.
bool is_invisible(UChar32 c) {
  return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

icu::UnicodeString in_letters(const icu::UnicodeString& line, const icu::Normalizer2& compatible) {
  icu::UnicodeString letters, decomposition;
  for (std::int32_t at = 0; at < line.length(); at = line.moveIndex32(at, 1)) {
    const UChar32 c = line.char32At(at);
    if (is_invisible(c)) continue;
    if (is_presentation_form(c) && compatible.getDecomposition(c, decomposition)) {
      // A vowel mark that stands alone decomposes to a space and the mark, which belongs to the letter
      // before.
      letters.append(decomposition, decomposition[0] == u' ' ? 1 : 0, decomposition.length());
    } else {
      letters.append(c);
    }
  }
  return letters;
}

icu::UnicodeString with_single_spaces(const icu::UnicodeString& line) {
  icu::UnicodeString single;
  bool space_before = false;
  for (std::int32_t at = 0; at < line.length(); at = line.moveIndex32(at, 1)) {
    const UChar32 c = line.char32At(at);
    const bool space = u_isUWhiteSpace(c) != 0;
    if (!space && space_before && !single.isEmpty()) single.append(u' ');
    if (!space) single.append(c);
    space_before = space;
  }
  return single;
}

}  // namespace

std::string record_text(std::string_view bytes) {
  std::string plain = clean_line(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  // ICU without its own tables: the clean line is still a text, only not the best one.
  if (U_FAILURE(status)) return plain;
  const icu::UnicodeString letters = in_letters(icu::UnicodeString::fromUTF8(plain), *compatible);
  const icu::UnicodeString line = with_single_spaces(composed->normalize(letters, status));
  if (U_FAILURE(status)) return plain;
  std::string text;
  return line.toUTF8String(text);
}

std::string trimmed(std::string_view text, std::string_view ends) {
  const auto begin = text.find_first_not_of(ends);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(ends) - begin + 1));
}

std::vector<std::string> parts_of(std::string_view list, const std::vector<std::string_view>& separators) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    std::size_t end = list.size(), next = list.size();
    for (const std::string_view separator : separators) {
      const std::size_t at = list.find(separator);
      if (at >= end) continue;  // also when it is not there
      end = at;
      next = at + separator.size();
    }
    if (std::string part = trimmed(list.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    list.remove_prefix(next);
  }
  return parts;
}

}  // namespace mess::library
