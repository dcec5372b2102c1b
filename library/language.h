#pragma once
// The languages this house works in. Documents may be in any language (their codes are kept as strings in the
// catalogue); these four have an interface, a stemmer choice and a keyboard.

#include <array>
#include <string_view>

namespace mess {

enum class Language { unknown, french, arabic, spanish, english };

inline constexpr std::array interface_languages{Language::french, Language::arabic, Language::spanish,
                                                Language::english};

// ISO 639-1 code: "fr", "ar", "es", "en"; "" for unknown.
constexpr std::string_view code_of(Language language) {
  switch (language) {
    case Language::french:
      return "fr";
    case Language::arabic:
      return "ar";
    case Language::spanish:
      return "es";
    case Language::english:
      return "en";
    case Language::unknown:
      break;
  }
  return "";
}

// The language of a code or locale name ("ar", "fr_MA.UTF-8"); unknown for any other.
constexpr Language language_of(std::string_view code) {
  for (Language language : interface_languages) {
    if (code.substr(0, 2) == code_of(language)) return language;
  }
  return Language::unknown;
}

constexpr bool is_right_to_left(Language language) {
  return language == Language::arabic;
}

}  // namespace mess
