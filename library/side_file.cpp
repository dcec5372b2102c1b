#include "library/side_file.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "library/pdf_utf8.h"
#include "library/record_proposal.h"
#include "library/record_text.h"
#include "library/record_words.h"

namespace mess::library {

namespace {

enum class Column {
  unknown,
  file,
  title,
  creator,
  date,
  language,
  type,
  subject,
  publisher,
  collection,
  rights,
  identifier
};

constexpr std::array<std::pair<std::string_view, Column>, 14> column_names{{
    {"file", Column::file},
    {"title", Column::title},
    {"creator", Column::creator},
    {"date", Column::date},
    {"language", Column::language},
    {"type", Column::type},
    {"subject", Column::subject},
    {"publisher", Column::publisher},
    {"relation", Column::collection},
    {"collection", Column::collection},
    {"relation/collection", Column::collection},
    {"rights", Column::rights},
    {"identifier", Column::identifier},
    {"filename", Column::file},
}};

using Row = std::vector<std::string>;

// Several values of one column. No comma of either script: catalogues write "Name, first name".
const std::vector<std::string_view> value_separators{";", "؛"};

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    if (!character.valid) return false;
    at += character.bytes;
  }
  return true;
}

// The French spreadsheet's plain "CSV" is Windows-1252: as Latin-1, but for 80–9F (unicode.org, CP1252.TXT).
std::string from_windows_1252(std::string_view bytes) {
  static constexpr std::array<char32_t, 32> upper{
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, byte >= 0x80 && byte <= 0x9F ? upper[byte - 0x80u] : char32_t{byte});
  }
  return text;
}

// The separator is the one that the header line has most of.
char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
  char best = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(header.begin(), header.end(), candidate) >
        std::count(header.begin(), header.end(), best)) {
      best = candidate;
    }
  }
  return best;
}

struct Rows {
  std::vector<Row> rows;
  Row open;
  bool quote_left_open = false;
};

Rows rows_of(std::string_view text, char separator) {
  Rows result;
  csv_parser parser;
  if (csv_init(&parser, 0) != 0) return result;
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> owner(&parser, &csv_free);
  csv_set_delim(&parser, static_cast<unsigned char>(separator));
  const auto on_field = [](void* bytes, std::size_t size, void* to) {
    auto& open = static_cast<Rows*>(to)->open;
    open.push_back(trimmed({static_cast<const char*>(bytes), size}));
  };
  const auto on_row = [](int, void* to) {
    auto& rows = *static_cast<Rows*>(to);
    rows.rows.push_back(std::exchange(rows.open, {}));
  };
  csv_parse(&parser, text.data(), text.size(), on_field, on_row, &result);
  // Still inside a quoted field (state 2 of libcsv.c, "field begun"): the rest of the file went into that
  // field. csv_fini says so only in strict mode, which would also give up at a stray quote in the middle of a
  // value.
  result.quote_left_open = parser.quoted != 0 && parser.pstate == 2;
  csv_fini(&parser, on_field, on_row, &result);
  return result;
}

// ISO 639-1 of a code or name; "" when it is neither.
std::string language_code(const std::string& value) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 26> names{{
      {"français", "fr"},   {"francais", "fr"}, {"french", "fr"},  {"fra", "fr"},      {"fre", "fr"},
      {"فرنسية", "fr"},     {"الفرنسية", "fr"}, {"arabe", "ar"},   {"arabic", "ar"},   {"ara", "ar"},
      {"árabe", "ar"},      {"عربية", "ar"},    {"العربية", "ar"}, {"espagnol", "es"}, {"español", "es"},
      {"spanish", "es"},    {"spa", "es"},      {"esp", "es"},     {"إسبانية", "es"},  {"الإسبانية", "es"},
      {"anglais", "en"},    {"english", "en"},  {"inglés", "en"},  {"eng", "en"},      {"amazighe", "zgh"},
      {"الإنجليزية", "en"},
  }};
  const std::string name = lower_ascii(value);
  for (const auto& [known, code] : names) {
    if (name == known) return std::string(code);
  }
  const std::string code = name.substr(0, name.find_first_of("-_"));
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && code.size() == 2 ? code : std::string();
}

class Reader {
 public:
  explicit Reader(SideFile& out) : out_(out) {}

  bool header(const Row& row) {
    for (const std::string& name : row) {
      Column column = Column::unknown;
      std::string plain = lower_ascii(name);
      for (const std::string_view prefix : {"dc:", "dc.", "dcterms:", "dcterms."}) {
        if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
      }
      for (const auto& [known, meaning] : column_names) {
        if (plain == known) column = meaning;
      }
      columns_.push_back(column);
    }
    return std::find(columns_.begin(), columns_.end(), Column::file) != columns_.end();
  }

  void line(std::size_t number, const Row& row) {
    number_ = number;
    if (std::all_of(row.begin(), row.end(), [](const std::string& field) { return field.empty(); })) return;
    if (row.size() > columns_.size()) {
      return fault("has " + std::to_string(row.size()) + " values for " + std::to_string(columns_.size()) +
                   " columns; a value that holds the separator needs quotes");
    }
    SideRecord record;
    record.row = number;
    std::string file;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      if (columns_[i] == Column::file) {
        file = row[i];
      } else {
        field(columns_[i], row[i], record);
      }
    }
    if (file.empty()) return fault("names no file");
    std::replace(file.begin(), file.end(), '\\', '/');
    if (out_.records.contains(file)) return fault("names " + file + " a second time; the first line counts");
    out_.records.emplace(std::move(file), std::move(record));
  }

 private:
  void field(Column column, const std::string& value, SideRecord& record) {
    switch (column) {
      case Column::title:
        record.title = record_text(value);
        break;
      case Column::creator:
        record.creators = parts_of(record_text(value), value_separators);
        break;
      case Column::subject:
        record.subjects = parts_of(record_text(value), value_separators);
        break;
      case Column::publisher:
        record.publisher = record_text(value);
        break;
      case Column::rights:
        record.rights = record_text(value);
        break;
      case Column::identifier:
        record.identifier = record_text(value);
        break;
      case Column::type: {
        const std::string kind = kind_from(value);
        record.kind = kind.empty() ? "other" : kind;
        break;
      }
      case Column::collection: {
        const std::string shelf = collection_of_folder(value);
        record.collection = shelf.empty() ? lower_ascii(value) : shelf;
        break;
      }
      case Column::date:
        record.year = year_from(value);
        if (!record.year) fault("has a date without a year: " + value);
        break;
      case Column::language:
        for (const std::string& name : parts_of(value, value_separators)) {
          if (std::string code = language_code(name); !code.empty()) {
            record.languages.push_back(std::move(code));
          } else {
            fault("has a language that is not known: " + name);
          }
        }
        break;
      case Column::file:
      case Column::unknown:
        break;
    }
  }

  void fault(const std::string& what) { out_.faults.push_back({number_, what}); }

  SideFile& out_;
  std::vector<Column> columns_;
  std::size_t number_ = 0;
};

template <class Value>
bool put(const Value& given, Value& field) {
  if (given == Value() || given == field) return false;
  field = given;
  return true;
}

}  // namespace

SideFile parse_side_file(std::string_view bytes) {
  SideFile side;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string text = is_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
  const Rows rows = rows_of(text, separator_of(text));
  Reader reader(side);
  if (rows.rows.empty() || !reader.header(rows.rows.front())) {
    side.faults.push_back({1, "has no column \"file\"; the first row must name the columns"});
    return side;
  }
  for (std::size_t i = 1; i < rows.rows.size(); ++i) reader.line(i + 1, rows.rows[i]);
  if (rows.quote_left_open) {
    side.faults.push_back({rows.rows.size(), "has a quote that is never closed"});
  }
  return side;
}

bool apply(const SideRecord& record, Document& document) {
  bool changed = put(record.title, document.title);
  changed |= put(record.creators, document.creators);
  changed |= put(record.languages, document.languages);
  changed |= put(record.subjects, document.subjects);
  changed |= put(record.year, document.year);
  changed |= put(record.kind, document.kind);
  changed |= put(record.collection, document.collection);
  changed |= put(record.publisher, document.publisher);
  changed |= put(record.rights, document.rights);
  changed |= put(record.identifier, document.identifier);
  return changed;
}

}  // namespace mess::library
