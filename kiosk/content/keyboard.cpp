#include "kiosk/content/keyboard.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <optional>
#include <utility>

#include "kiosk/content/text_file.h"
#include "kiosk/content/toml_text.h"

namespace mess::kiosk {
namespace {

constexpr std::size_t largest_file = 256 << 10;
constexpr std::size_t most_rows = 8, most_keys = 24;  // of a row; more cannot be touched
constexpr std::size_t most_accents = 6;               // fit above a key of the narrowest screen

std::optional<KeyKind> kind_of(std::string_view name) {
  constexpr std::pair<std::string_view, KeyKind> kinds[] = {
      {"letter", KeyKind::letter},   {"space", KeyKind::space},       {"shift", KeyKind::shift},
      {"erase", KeyKind::erase},     {"hide", KeyKind::hide},         {"digits", KeyKind::digits},
      {"letters", KeyKind::letters}, {"language", KeyKind::language}, {"left", KeyKind::left},
      {"right", KeyKind::right},     {"search", KeyKind::search},
  };
  for (const auto& [known, kind] : kinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

KeyTint tint_of(KeyKind kind, std::string_view written) {
  if (written == "accent") return KeyTint::accent;
  if (kind == KeyKind::letter || kind == KeyKind::space) return KeyTint::plain;
  return kind == KeyKind::search ? KeyTint::primary : KeyTint::function;
}

// A key as written, and its capital where it has one.
struct WrittenKey {
  Key key;
  std::string capital;
};

// As capitals are written anywhere but in Turkey.
std::string capital_of(const std::string& letter) {
  std::string capital;
  return icu::UnicodeString::fromUTF8(letter).toUpper(icu::Locale::getRoot()).toUTF8String(capital);
}

tl::unexpected<Error> wrong_key(const toml::node& node, const std::string& where, std::string what) {
  return fail(ErrorKind::invalid, std::move(what),
              at_line(where, static_cast<long>(node.source().begin.line)), "Correct this key.");
}

// Absent: none. False when they are not what they should be.
bool read_accents(const toml::node_view<const toml::node>& node, std::vector<std::string>& accents) {
  if (!node) return true;
  const toml::array* written = node.as_array();
  if (!written || written->empty() || written->size() > most_accents) return false;
  for (const toml::node& letter : *written) {
    accents.push_back(letter.value_or(std::string()));
    if (accents.back().empty()) return false;
  }
  return true;
}

Result<WrittenKey> read_key(const toml::node& node, const std::string& where) {
  const toml::table* table = node.as_table();
  if (!table) return wrong_key(node, where, "A key must be a table: { text = \"a\", width = 145 }.");
  const auto kind = kind_of((*table)["kind"].value_or(std::string_view("letter")));
  if (!kind) return wrong_key(node, where, "This kind of key is not known.");
  WrittenKey written;
  Key& key = written.key;
  key.kind = *kind;
  key.text = (*table)["text"].value_or(std::string());
  key.label = (*table)["label"].value_or(key.text);
  key.word = (*table)["word"].value_or(std::string());
  key.icon = (*table)["icon"].value_or(std::string());
  key.width = (*table)["width"].value_or(1.0f);
  key.tint = tint_of(*kind, (*table)["tint"].value_or(std::string_view()));
  written.capital = (*table)["capital"].value_or(std::string());
  if (key.kind == KeyKind::space) key.text = " ";
  if (key.kind == KeyKind::letter && key.text.empty())
    return wrong_key(node, where, "A letter needs its text.");
  if (!read_accents((*table)["accents"], key.accents))
    return wrong_key(node, where, "accents = [ … ] holds 1 to 6 letters.");
  if (!(key.width >= 1 && key.width <= 1800))
    return wrong_key(node, where, "A width lies between 1 and 1800.");
  return written;
}

using WrittenRows = std::vector<std::vector<WrittenKey>>;

Result<WrittenRows> read_rows(const toml::table& table, const std::string& where) {
  const toml::array* rows = table["rows"].as_array();
  if (!rows || rows->empty() || rows->size() > most_rows) {
    return fail(ErrorKind::invalid, "A keyboard needs one to eight [[rows]].", at_line(where, 1),
                "Add its rows.");
  }
  WrittenRows read;
  for (const toml::node& row : *rows) {
    const toml::array* keys = row.is_table() ? (*row.as_table())["keys"].as_array() : nullptr;
    if (!keys || keys->empty() || keys->size() > most_keys) {
      return wrong_key(row, where, "A row needs keys = [ … ], 1 to 24 of them.");
    }
    read.emplace_back();
    for (const toml::node& node : *keys) {
      auto key = read_key(node, where);
      if (!key) return tl::unexpected(key.error());
      read.back().push_back(std::move(*key));
    }
  }
  return read;
}

Keyboard plane_of(const WrittenRows& rows, Language language, bool capitals) {
  Keyboard keyboard{language, false, {}};
  for (const auto& row : rows) {
    keyboard.rows.emplace_back();
    for (const WrittenKey& written : row) {
      Key key = written.key;
      if (key.kind == KeyKind::shift) keyboard.has_shift = true;
      if (capitals && !written.capital.empty()) {
        key.text = key.label = written.capital;
        for (std::string& accent : key.accents) accent = capital_of(accent);
      }
      keyboard.rows.back().push_back(std::move(key));
    }
  }
  return keyboard;
}

Result<WrittenRows> load_rows(const std::filesystem::path& file) {
  const auto text = read_text_file(file, largest_file);
  if (!text) return tl::unexpected(text.error());
  const auto table = parse_toml(*text, file.string());
  if (!table) return tl::unexpected(table.error());
  return read_rows(*table, file.string());
}

}  // namespace

Result<Keyboard> parse_keyboard(std::string_view toml, Language language, const std::string& where) {
  const auto table = parse_toml(toml, where);
  if (!table) return tl::unexpected(table.error());
  const auto rows = read_rows(*table, where);
  if (!rows) return tl::unexpected(rows.error());
  return plane_of(*rows, language, false);
}

Result<Keyboards> Keyboards::load(const std::filesystem::path& folder) {
  const auto latin_digits = load_rows(folder / "digits.toml");
  if (!latin_digits) return tl::unexpected(latin_digits.error());
  const auto arabic_digits = load_rows(folder / "digits-ar.toml");
  if (!arabic_digits) return tl::unexpected(arabic_digits.error());
  Keyboards keyboards;
  for (std::size_t i = 0; i < interface_languages.size(); ++i) {
    const Language language = interface_languages[i];
    const auto rows = load_rows(folder / (std::string(code_of(language)) + ".toml"));
    if (!rows) return tl::unexpected(rows.error());
    const WrittenRows& digits = language == Language::arabic ? *arabic_digits : *latin_digits;
    keyboards.planes_[i] = {plane_of(*rows, language, false), plane_of(*rows, language, true),
                            plane_of(digits, language, false)};
  }
  return keyboards;
}

const Keyboards::Planes& Keyboards::of(Language interface) const {
  const Language language = borrowed_by(interface);
  for (std::size_t i = 0; i < interface_languages.size(); ++i) {
    if (interface_languages[i] == language) return planes_[i];
  }
  return planes_[0];
}

const Keyboard& Keyboards::letters(Language language) const {
  return of(language).letters;
}
const Keyboard& Keyboards::capitals(Language language) const {
  return of(language).capitals;
}
const Keyboard& Keyboards::digits(Language language) const {
  return of(language).digits;
}

Language other_keyboard(Language keys, Language interface) {
  if (keys != Language::arabic) return Language::arabic;
  const Language own = borrowed_by(interface);
  return own == Language::arabic || own == Language::unknown ? Language::french : own;
}

}  // namespace mess::kiosk
