#pragma once
// The languages this house works in. Documents may be in any language (their codes are kept as strings in the
// catalogue); these four have an interface, a stemmer choice and a keyboard.

#include <array>
#include <string_view>

namespace mess {

// Amazigh is there for a house that writes the words of the interface in it (kiosk/content/strings.h); all
// else that a language has, a stemmer, a keyboard, pages, a voice, it borrows.
enum class Language { unknown, french, arabic, spanish, english, amazigh };

inline constexpr std::array interface_languages{Language::french, Language::arabic, Language::spanish,
                                                Language::english};

// ISO 639 code: "fr", "ar", "es", "en", "zgh"; "" for unknown.
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
    case Language::amazigh:
      return "zgh";
    case Language::unknown:
      break;
  }
  return "";
}

// Which of the four a code or locale name means ("ar", "fr_MA.UTF-8"); unknown for any other, "zgh" too.
constexpr Language language_of(std::string_view code) {
  for (Language language : interface_languages) {
    if (code.substr(0, 2) == code_of(language)) return language;
  }
  return Language::unknown;
}

// The one of the four whose keyboard, stemmer, pages and voice an interface takes: its own, and French for
// Amazigh, which runs from the left as well.
constexpr Language borrowed_by(Language interface) {
  return interface == Language::amazigh ? Language::french : interface;
}

constexpr bool is_right_to_left(Language language) {
  return language == Language::arabic;
}

}  // namespace mess
