#include "kiosk/content/strings.h"

#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>

#include "kiosk/content/text_file.h"
#include "kiosk/content/typography.h"

namespace mess::kiosk {
namespace {

constexpr std::size_t largest_file = 4 << 20;
using Row = std::array<std::string, interface_languages.size()>;

std::optional<std::size_t> column_of(Language language) {
  for (std::size_t i = 0; i < interface_languages.size(); ++i) {
    if (interface_languages[i] == language) return i;
  }
  return std::nullopt;
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

std::unique_ptr<icu::PluralRules> plural_rules(Language language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string code(code_of(language));
  std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu::Locale(code.c_str()), status));
  return U_SUCCESS(status) ? std::move(rules) : nullptr;
}

// Which column of the file holds which language, from its first line.
Result<std::vector<Language>> read_header(std::string_view line, const std::string& where) {
  std::vector<Language> columns;
  const auto names = split(line, '\t');
  for (std::size_t i = 1; i < names.size(); ++i) columns.push_back(language_of(names[i]));
  const bool known =
      std::none_of(columns.begin(), columns.end(), [](Language l) { return l == Language::unknown; });
  if (names[0] != "key" || columns.empty() || !known) {
    return fail(ErrorKind::invalid,
                "The first line must name the columns: key, then languages (fr ar es en).", at_line(where, 1),
                "Put the header line back.");
  }
  return columns;
}

}  // namespace

struct Words::Table {
  std::map<std::string, Row, std::less<>> rows;
  std::array<std::unique_ptr<icu::PluralRules>, interface_languages.size()> plurals;
  // Keys that are asked for and not there, in brackets. Behind a lock so that the rest needs none.
  std::mutex missing_lock;
  std::map<std::string, std::string, std::less<>> missing;

  const Row* find(std::string_view key) const {
    const auto it = rows.find(key);
    return it == rows.end() ? nullptr : &it->second;
  }
  std::string plural_key(std::size_t column, std::string_view key, long n) const;
};

// The key whose words say "n of them" in that language; the key itself when there is no special form.
std::string Words::Table::plural_key(std::size_t column, std::string_view key, long n) const {
  if (n == 0 && find(std::string(key) + ".zero")) return std::string(key) + ".zero";
  if (plurals[column]) {
    std::string category;
    plurals[column]->select(static_cast<double>(n)).toUTF8String(category);
    const std::string candidate = std::string(key) + "." + category;
    const Row* row = find(candidate);
    if (row && !(*row)[column].empty()) return candidate;
  }
  return std::string(key);
}

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
  for (std::size_t i = 0; i < interface_languages.size(); ++i) {
    table->plurals[i] = plural_rules(interface_languages[i]);
  }
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
      row[*column_of((*columns)[i])] = typeset(cells[i + 1], (*columns)[i]);
    }
    if (!table->rows.emplace(cells[0], std::move(row)).second) {
      return fail(ErrorKind::invalid, "The key " + std::string(cells[0]) + " is there twice.", line,
                  "Remove one of the two lines.");
    }
  }
  return Words(std::move(table));
}

const std::string& Words::operator()(Language language, std::string_view key) const {
  if (const Row* row = table_->find(key)) {
    const auto column = column_of(language);
    if (column && !(*row)[*column].empty()) return (*row)[*column];
    for (const std::string& words : *row) {  // French comes first
      if (!words.empty()) return words;
    }
  }
  const std::scoped_lock lock(table_->missing_lock);
  const auto it = table_->missing.find(key);
  if (it != table_->missing.end()) return it->second;
  return table_->missing.emplace(key, "[" + std::string(key) + "]").first->second;
}

std::string Words::count(Language language, std::string_view key, long n) const {
  const std::string chosen = table_->plural_key(column_of(language).value_or(0), key, n);
  return fill(language, chosen, {{"n", std::to_string(n)}});
}

std::string Words::fill(Language language, std::string_view key, Values values) const {
  return fill_placeholders((*this)(language, key), values);
}

std::string Words::error(Language language, ErrorKind kind) const {
  return (*this)(language, std::string("err.") + name_of(kind));
}

bool Words::has(std::string_view key) const {
  const Row* row = table_->find(key);
  return row &&
         std::any_of(row->begin(), row->end(), [](const std::string& words) { return !words.empty(); });
}

std::vector<std::string> Words::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, row] : table_->rows) keys.push_back(key);
  return keys;
}

std::string_view Words::exact(Language language, std::string_view key) const {
  const Row* row = table_->find(key);
  const auto column = column_of(language);
  return row && column ? std::string_view((*row)[*column]) : std::string_view();
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
