#pragma once
// What is being typed, on either keyboard, and which keys are shown.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "library/language.h"

namespace mess::kiosk {

inline constexpr std::size_t longest_field = 400;  // bytes; nobody searches for more

// Which keys the on-screen keyboard shows.
enum class KeyboardPlane { letters, capitals, digits };

// A text field: UTF-8 and a caret between characters (byte offset of a grapheme boundary).
struct FieldText {
  std::string text;
  std::size_t caret = 0;
  friend bool operator==(const FieldText&, const FieldText&) = default;
};

// The other letters of a key, shown above it while a finger rests there and until the next touch.
struct Accents {
  std::string letter;  // what the key typed
  std::vector<std::string> others;
  std::size_t row = 0, key = 0;  // which key of the plane: rows from the top, keys from the left
  friend bool operator==(const Accents&, const Accents&) = default;
};

struct Typing {
  FieldText field;
  Language keyboard = Language::french;  // language of the keys, not of the interface
  KeyboardPlane plane = KeyboardPlane::letters;
  std::optional<Accents> accents;
  std::size_t longest = longest_field;  // of the field, bytes
};

}  // namespace mess::kiosk
