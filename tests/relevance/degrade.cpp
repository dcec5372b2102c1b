#include "degrade.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <utility>

namespace mess::relevance {

namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

std::string without_accents(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* split = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString parts = split->normalize(wide(text), status);
  icu::UnicodeString plain;
  for (int32_t i = 0; i < parts.length(); ++i) {
    const char16_t c = parts[i];
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == u'\u0640') continue;
    if (c == u'\u0629') {
      plain.append(u'\u0647');
    } else if (c == u'\u0649') {
      plain.append(u'\u064A');
    } else if (c == u'\u0153' || c == u'\u0152') {
      plain.append(icu::UnicodeString(u"oe"));
    } else {
      plain.append(c);
    }
  }
  return narrow(plain);
}

std::string with_a_typing_error(std::string_view text, std::size_t number) {
  icu::UnicodeString letters = wide(text);
  int32_t best = 0, best_size = 0;
  for (int32_t at = 0; at < letters.length();) {
    int32_t end = at;
    while (end < letters.length() && u_isalpha(letters[end])) ++end;
    if (end - at > best_size) {
      best = at;
      best_size = end - at;
    }
    at = end + 1;
  }
  if (best_size < 4) return std::string(text);
  // Not the first letter, and with a letter behind it to be swapped with.
  const int32_t at = best + 1 + static_cast<int32_t>(number % static_cast<std::size_t>(best_size - 2));
  const char16_t letter = letters[at];
  switch (number % 3) {
    case 0:
      letters.remove(at, 1);
      break;
    case 1:
      letters.setCharAt(at, letters[at + 1]);
      letters.setCharAt(at + 1, letter);
      break;
    default:
      letters.insert(at, icu::UnicodeString(letter));
      break;
  }
  return narrow(letters);
}

}  // namespace mess::relevance
