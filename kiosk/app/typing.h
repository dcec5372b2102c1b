#pragma once
// What is being typed, on either keyboard, and which keys are shown.

#include <cstddef>
#include <optional>
#include <string>

#include "library/language.h"

namespace mess::kiosk {

// Which keys the on-screen keyboard shows.
enum class KeyboardPlane { letters, capitals, digits };

// A text field: UTF-8 and a caret between characters (byte offset of a grapheme boundary).
struct FieldText {
  std::string text;
  std::size_t caret = 0;
  friend bool operator==(const FieldText&, const FieldText&) = default;
};

struct Typing {
  FieldText field;
  Language keyboard = Language::french;  // language of the keys, not of the interface
  KeyboardPlane plane = KeyboardPlane::letters;
};

}  // namespace mess::kiosk
