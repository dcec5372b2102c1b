#include "kiosk/cli/printable.h"

#include <unicode/uchar.h>

#include <cmath>

#include "library/pdf_utf8.h"

namespace mess::kiosk {
namespace {

int columns_of_character(char32_t code) {
  const auto character = static_cast<UChar32>(code);
  switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view bytes) {
  return library::clean_line(bytes);
}

int columns_of(std::string_view utf8) {
  int columns = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto character = library::utf8_character(utf8, at);
    columns += columns_of_character(character.code);
    at += character.bytes;
  }
  return columns;
}

std::string shortened(std::string_view utf8, int columns) {
  if (columns_of(utf8) <= columns) return std::string(utf8);
  if (columns <= 0) return {};
  int used = 0;
  std::size_t at = 0;
  while (at < utf8.size()) {
    const auto character = library::utf8_character(utf8, at);
    const int width = columns_of_character(character.code);
    if (used + width > columns - 1) break;
    used += width;
    at += character.bytes;
  }
  return std::string(utf8.substr(0, at)) + "…";
}

std::string padded(std::string_view utf8, int columns) {
  std::string text = shortened(utf8, columns);
  const int used = columns_of(text);
  if (used < columns) text.append(static_cast<std::size_t>(columns - used), ' ');
  return text;
}

std::string grouped(long long number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > sign + 3;) digits.insert(at -= 3, " ");
  return digits;
}

std::string clock_time(double seconds) {
  const long whole = std::lround(std::max(0.0, seconds));
  const auto two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const long hours = whole / 3600, minutes = whole / 60 % 60;
  if (hours > 0) return std::to_string(hours) + ":" + two(minutes) + ":" + two(whole % 60);
  return std::to_string(minutes) + ":" + two(whole % 60);
}

}  // namespace mess::kiosk
