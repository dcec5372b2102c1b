#pragma once
// The on-screen keyboards: assets/keyboards/{fr,ar,es,en}.toml and the plane of digits and signs. Read once;
// const after, any thread.
//
// Rows hold their keys from LEFT to RIGHT as they lie on the screen, in Arabic too: letters keep their
// national order and are never mirrored (draw between push_unmirrored and pop_unmirrored). Labels of letters
// take the direction of the keyboard's language.

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "library/language.h"
#include "library/result.h"

namespace mess::kiosk {

enum class KeyKind {
  letter,    // types `text`
  space,     // types a space
  shift,     // capitals for the next letter
  erase,     // one character back
  hide,      // keyboard away
  digits,    // the plane of digits and signs
  letters,   // from digits back to letters
  language,  // other alphabet: see other_keyboard()
  left,      // caret one character to the left as seen; in a right-to-left field that is forward
  right,
  search,
};

enum class KeyTint { plain, accent, function, primary };  // card, top row, sand2, strait

struct Key {
  KeyKind kind = KeyKind::letter;
  std::string text;                       // what a letter types; two letters for the Arabic lam-alef keys
  std::string label;                      // shown on letters; function keys have `word` and `icon` instead
  std::string word;                       // key of the strings ("kb.hide"), may be empty
  std::string icon;                       // name of assets/icons, may be empty
  std::vector<std::string> accents = {};  // what a letter becomes when it is held, left to right
  float width = 1;  // design units when the row is 1800 wide with gaps of 10; scale to the row
  KeyTint tint = KeyTint::plain;
};

using KeyRow = std::vector<Key>;

struct Keyboard {
  Language language = Language::french;
  bool has_shift = false;
  std::vector<KeyRow> rows;
};

class Keyboards {
 public:
  // Errors: not_found, invalid (where = file:line): not TOML, unknown kind, a letter without text, accents
  // that are no letters, no rows.
  static Result<Keyboards> load(const std::filesystem::path& folder);

  // The same keys with small letters, with capitals (the same rows where there is no shift), and digits and
  // signs as that language writes them.
  const Keyboard& letters(Language language) const;
  const Keyboard& capitals(Language language) const;
  const Keyboard& digits(Language language) const;

 private:
  struct Planes {
    Keyboard letters, capitals, digits;
  };
  const Planes& of(Language interface) const;
  std::array<Planes, 4> planes_;  // in the order of interface_languages
};

// One keyboard from its TOML text.
Result<Keyboard> parse_keyboard(std::string_view toml, Language language, const std::string& where);

// Where the language key of these keys leads: to Arabic, and from Arabic back to the interface's language
// (French when the interface is Arabic). Its label is the string "lang.CODE".
Language other_keyboard(Language keys, Language interface);

}  // namespace mess::kiosk
