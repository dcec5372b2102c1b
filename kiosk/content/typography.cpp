#include "kiosk/content/typography.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace mess::kiosk {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view opening_guillemet = "\xC2\xAB";
constexpr std::string_view closing_guillemet = "\xC2\xBB";

// A French sign that keeps its space before it on the same line.
bool holds_the_space_before(std::string_view rest) {
  if (rest.empty()) return false;
  if (rest.starts_with(closing_guillemet)) return true;
  return rest[0] == ':' || rest[0] == ';' || rest[0] == '?' || rest[0] == '!' || rest[0] == '%';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Length of the telephone number at the start of `text`: digits in groups with spaces, brackets, + or -
// between, at least two groups; 0 when there is none.
std::size_t telephone_number(std::string_view text) {
  if (text.empty() || !(is_digit(text[0]) || text[0] == '+')) return 0;
  std::size_t end = 0, groups = 0;
  bool in_group = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      if (!in_group) ++groups;
      in_group = true;
      end = i + 1;
    } else if (text[i] == ' ' || text[i] == '(' || text[i] == ')' || text[i] == '+' || text[i] == '-') {
      in_group = false;
    } else {
      break;
    }
  }
  return groups >= 3 ? end : 0;
}

std::string with_numbers_isolated(std::string_view text) {
  constexpr std::string_view isolate = "\u2066", end_of_isolate = "\u2069";
  std::string out;
  out.reserve(text.size() + 8);
  while (!text.empty()) {
    if (text.starts_with(isolate)) {  // isolated already
      const std::size_t end = std::min(text.find(end_of_isolate), text.size());
      out.append(text.substr(0, end));
      text.remove_prefix(end);
      continue;
    }
    const std::size_t length = telephone_number(text);
    if (length > 0) {
      out.append(isolate).append(text.substr(0, length)).append(end_of_isolate);
      text.remove_prefix(length);
      continue;
    }
    do {  // a number is taken whole, or not at all
      out += text[0];
      text.remove_prefix(1);
    } while (!text.empty() && is_digit(text[0]) && is_digit(out.back()));
  }
  return out;
}

}  // namespace

std::string typeset(std::string_view text, Language language) {
  const bool french = language == Language::french;
  if (language == Language::arabic) return with_numbers_isolated(text);
  if (!french && language != Language::english) return std::string(text);
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest[0] == '\'') {
      out += "\xE2\x80\x99";
    } else if (french && rest[0] == ' ' &&
               (holds_the_space_before(rest.substr(1)) || out.ends_with(opening_guillemet))) {
      out += no_break_space;
    } else {
      out += rest[0];
    }
  }
  return out;
}

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace mess::kiosk
