#include "kiosk/content/strings.h"

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <set>

#include "kiosk/content/text_file.h"
#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

constexpr std::size_t largest_file = 4 << 20;
constexpr std::size_t most_faults = 50;  // of the house's words: with more it is no such file

constexpr std::array columns_of_a_row{Language::french, Language::arabic, Language::spanish,
                                      Language::english, Language::amazigh};
static_assert(std::equal(interface_languages.begin(), interface_languages.end(), columns_of_a_row.begin()));

std::optional<std::size_t> column_of(Language language) {
  for (std::size_t i = 0; i < columns_of_a_row.size(); ++i) {
    if (columns_of_a_row[i] == language) return i;
  }
  return std::nullopt;
}

Language language_of_column(std::string_view name) {
  return name == code_of(Language::amazigh) ? Language::amazigh : language_of(name);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// The conventions numbers are written by: digits are 0 to 9 in Arabic too, as Morocco writes them.
icu::Locale locale_of(Language language) {
  const std::string code(code_of(language));
  return icu::Locale(language == Language::arabic ? "ar_MA" : code.c_str());
}

bool has_plural_forms(std::string_view words) {
  return words.find("{n, plural,") != words.npos;
}

using Message = std::unique_ptr<icu::MessageFormat>;
Message read_message(const std::string& words, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  auto message =
      std::make_unique<icu::MessageFormat>(icu::UnicodeString::fromUTF8(words), locale_of(language), status);
  return U_SUCCESS(status) ? std::move(message) : nullptr;
}

std::string format(const icu::MessageFormat& message, long n) {
  const icu::UnicodeString name("n");
  const icu::Formattable value(static_cast<std::int64_t>(n));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString formatted;
  message.format(&name, &value, 1, formatted, status);
  std::string out;
  return U_SUCCESS(status) ? formatted.toUTF8String(out) : std::to_string(n);
}

std::string_view without_return(std::string_view line) {
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// Which column of the file holds which language, from its first line.
Result<std::vector<Language>> read_header(std::string_view line, const std::string& where) {
  std::vector<Language> columns;
  const auto names = split(line, '\t');
  for (std::size_t i = 1; i < names.size(); ++i) columns.push_back(language_of_column(names[i]));
  const bool known =
      std::none_of(columns.begin(), columns.end(), [](Language l) { return l == Language::unknown; });
  if (names[0] != "key" || columns.empty() || !known) {
    return fail(ErrorKind::invalid,
                "The first line must name the columns: key, then languages (fr ar es en zgh).",
                at_line(where, 1), "Put the header line back.");
  }
  return columns;
}

struct Cell {
  std::string words;
  Message plural = nullptr;  // of words that have plural forms
  bool borrowed = false;     // another language's, for want of words
};
using Row = std::array<Cell, columns_of_a_row.size()>;

// nullopt: its plural forms cannot be read.
std::optional<Cell> read_cell(std::string_view written, Language language) {
  Cell cell{typeset(written, language)};
  if (!has_plural_forms(written)) return cell;
  cell.plural = read_message(cell.words, language);
  return cell.plural ? std::optional(std::move(cell)) : std::nullopt;
}

// Of plural forms: n, and what stands in any of them. A form of one word, one{page}, is none.
std::set<std::string> arguments(const std::string& words) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern message(icu::UnicodeString::fromUTF8(words), nullptr, status);
  std::set<std::string> names;
  for (int i = 0; U_SUCCESS(status) && i < message.countParts(); ++i) {
    const auto& part = message.getPart(i);
    std::string name;
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME)
      names.insert("{" + message.getSubstring(part).toUTF8String(name) + "}");
  }
  return names;
}

// "{q}" and the like.
std::set<std::string> placeholders(const Cell& cell) {
  const std::string_view words = cell.words;
  if (cell.plural) return arguments(cell.words);
  std::set<std::string> names;
  for (std::size_t at = words.find('{'); at != words.npos; at = words.find('{', at + 1)) {
    const std::size_t end = words.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 1);
    if (end != words.npos && end > at + 1 && words[end] == '}') names.emplace(words.substr(at, end - at + 1));
  }
  return names;
}

}  // namespace

struct Words::Table {
  std::map<std::string, Row, std::less<>> rows;
  std::mutex formatting;  // MessageFormat::format() fills caches although it is const
  // Keys that are asked for and not there, in brackets. Behind a lock so that the rest needs none.
  std::mutex missing_lock;
  std::map<std::string, std::string, std::less<>> missing;

  bool amazigh = false;

  // Where Amazigh has no words, those of Arabic, else French; Arabic ones keep their direction among letters
  // that run from the left.
  void borrow() {
    const std::size_t to = *column_of(Language::amazigh);
    const auto own = [to](const auto& row) {
      return !row.second[to].words.empty() && !row.second[to].borrowed;
    };
    amazigh = std::any_of(rows.begin(), rows.end(), own);
    if (!amazigh) return;
    for (auto& entry : rows) {
      if (own(entry)) continue;
      const Cell& arabic = entry.second[*column_of(Language::arabic)];
      const bool has_arabic = !arabic.words.empty();
      const Language from = has_arabic ? Language::arabic : Language::french;
      std::string words = has_arabic ? "\u2067" + arabic.words + "\u2069" : entry.second[0].words;
      Message plural = has_plural_forms(words) ? read_message(words, from) : nullptr;
      entry.second[to] = {std::move(words), std::move(plural), true};
    }
  }

  Row* find(std::string_view key) {
    const auto it = rows.find(key);
    return it == rows.end() ? nullptr : &it->second;
  }
  // Null: in no language.
  const Cell* find(Language language, std::string_view key) {
    const Row* row = find(key);
    if (row == nullptr) return nullptr;
    const auto column = column_of(language);
    if (column && !(*row)[*column].words.empty()) return &(*row)[*column];
    const auto other =
        std::find_if(row->begin(), row->end(), [](const Cell& cell) { return !cell.words.empty(); });
    return other == row->end() ? nullptr : &*other;  // French comes first
  }
};

Words::Words(std::unique_ptr<Table> table) : table_(std::move(table)) {}
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;
Words::~Words() = default;

Result<Words> Words::load(const std::filesystem::path& file) {
  auto text = read_text_file(file, largest_file);
  if (!text) return tl::unexpected(text.error());
  return parse(*text, file.string());
}

Result<Words> Words::parse(std::string_view tsv, const std::string& where) {
  if (!is_utf8(tsv))
    return fail(ErrorKind::invalid, "These strings are not UTF-8.", where, "Save them as UTF-8.");
  const auto lines = split(tsv, '\n');
  const auto columns = read_header(lines[0], where);
  if (!columns) return tl::unexpected(columns.error());
  auto table = std::make_unique<Table>();
  for (std::size_t number = 1; number < lines.size(); ++number) {
    if (lines[number].empty()) continue;
    const auto cells = split(lines[number], '\t');
    const auto line = at_line(where, static_cast<long>(number) + 1);
    if (cells[0].empty() || cells.size() != columns->size() + 1) {
      return fail(ErrorKind::invalid, "A line needs a key and one cell a language, with tabs between.", line,
                  "Correct this line.");
    }
    Row row;
    for (std::size_t i = 0; i < columns->size(); ++i) {
      auto cell = read_cell(cells[i + 1], (*columns)[i]);
      if (!cell) {
        return fail(ErrorKind::invalid, "The plural forms of " + std::string(cells[0]) + " cannot be read.",
                    line, "Write them as {n, plural, one{…} other{…}}.");
      }
      row[*column_of((*columns)[i])] = std::move(*cell);
    }
    if (!table->rows.emplace(cells[0], std::move(row)).second) {
      return fail(ErrorKind::invalid, "The key " + std::string(cells[0]) + " is there twice.", line,
                  "Remove one of the two lines.");
    }
  }
  table->borrow();
  return Words(std::move(table));
}

std::vector<Words::Fault> Words::replace(std::string_view tsv) {
  if (!is_utf8(tsv)) return {{0, "These words are not UTF-8."}};
  const auto lines = split(tsv, '\n');
  const auto columns = read_header(without_return(lines[0]), "");
  if (!columns) return {{1, columns.error().what}};
  std::vector<Fault> faults;
  for (std::size_t number = 1; number < lines.size() && faults.size() < most_faults; ++number) {
    const std::string_view line = without_return(lines[number]);
    if (line.empty()) continue;
    if (auto what = replace_line(split(line, '\t'), *columns); !what.empty())
      faults.push_back({static_cast<long>(number) + 1, std::move(what)});
  }
  table_->borrow();
  return faults;
}

std::string Words::replace_line(const std::vector<std::string_view>& cells,
                                const std::vector<Language>& columns) {
  if (cells.size() != columns.size() + 1)
    return "A line needs a key and one cell a language, with tabs between.";
  Row* row = table_->find(cells[0]);
  const std::string key(cells[0]);
  if (row == nullptr) return "«" + key + "» is no key of strings.tsv.";
  const bool counted =
      std::any_of(row->begin(), row->end(), [](const Cell& c) { return c.plural != nullptr; });
  Row house;  // taken as a whole or not at all
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (cells[i + 1].empty()) continue;
    auto cell = read_cell(cells[i + 1], columns[i]);
    if (!cell) return "The plural forms of «" + key + "» cannot be read.";
    if (cell->plural && !counted) return "«" + key + "» counts nothing: it can have no plural forms.";
    const Cell& shipped = *table_->find(columns[i], cells[0]);
    if (placeholders(*cell) != placeholders(shipped))
      return "«" + key + "» has other placeholders than the words that it replaces: " + shipped.words;
    house[*column_of(columns[i])] = std::move(*cell);
  }
  for (std::size_t i = 0; i < house.size(); ++i) {
    if (!house[i].words.empty()) (*row)[i] = std::move(house[i]);
  }
  return "";
}

const std::string& Words::operator()(Language language, std::string_view key) const {
  if (const Cell* cell = table_->find(language, key)) return cell->words;
  const std::scoped_lock lock(table_->missing_lock);
  const auto it = table_->missing.find(key);
  if (it != table_->missing.end()) return it->second;
  return table_->missing.emplace(key, "[" + std::string(key) + "]").first->second;
}

std::string Words::count(Language language, std::string_view key, long n) const {
  const Cell* cell = table_->find(language, key);
  if (cell == nullptr || !cell->plural) return fill(language, key, {{"n", std::to_string(n)}});
  const std::scoped_lock lock(table_->formatting);
  return format(*cell->plural, n);
}

std::string Words::fill(Language language, std::string_view key, Values values) const {
  return fill_placeholders((*this)(language, key), values);
}

std::string Words::error(Language language, ErrorKind kind) const {
  return (*this)(language, std::string("err.") + name_of(kind));
}

std::span<const Language> Words::languages() const {
  return std::span(columns_of_a_row)
      .first(table_->amazigh ? columns_of_a_row.size() : interface_languages.size());
}

bool Words::has(std::string_view key) const {
  return table_->find(Language::french, key) != nullptr;
}

std::vector<std::string> Words::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, row] : table_->rows) keys.push_back(key);
  return keys;
}

std::string_view Words::exact(Language language, std::string_view key) const {
  const Row* row = table_->find(key);
  const auto column = column_of(language);
  const bool own = row && column && !(*row)[*column].borrowed;
  return own ? std::string_view((*row)[*column].words) : std::string_view();
}

std::string fill_placeholders(std::string_view text, Words::Values values) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto value = std::find_if(values.begin(), values.end(), [&](const auto& pair) {
      const std::string_view rest = text.substr(i);
      return rest.size() >= pair.first.size() + 2 && rest[0] == '{' &&
             rest.substr(1).starts_with(pair.first) && rest[pair.first.size() + 1] == '}';
    });
    if (value == values.end()) {
      out += text[i++];
    } else {
      out += value->second;
      i += value->first.size() + 2;
    }
  }
  return out;
}

}  // namespace mess::kiosk
