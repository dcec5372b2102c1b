#include "kiosk/content/typography.h"

#include <unicode/utf8.h>

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

}  // namespace

std::string typeset(std::string_view text, Language language) {
  const bool french = language == Language::french;
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
