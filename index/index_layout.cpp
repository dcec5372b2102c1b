#include "index/index_layout.h"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "index/characters.h"

namespace mess::index {
namespace {

constexpr char field_end = '\x1f', item_end = '\x1e';
constexpr std::size_t longest_filter = 200;  // bytes; a term must stay below 245

// Control characters would be taken for the separators.
void append_field(std::string& data, std::string_view text) {
  for (const char c : text) data += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  data += field_end;
}

void append_list(std::string& data, const std::vector<std::string>& items) {
  for (const std::string& item : items) {
    for (const char c : item) data += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    data += item_end;
  }
  data += field_end;
}

void append_number(std::string& data, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) data += static_cast<char>(0x80 | (number & 0x7F));
  data += static_cast<char>(number);
}

std::string_view take(std::string_view& data, char end) {
  const std::size_t at = std::min(data.find(end), data.size());
  const std::string_view field = data.substr(0, at);
  data.remove_prefix(std::min(at + 1, data.size()));
  return field;
}

std::vector<std::string> take_list(std::string_view& data) {
  std::vector<std::string> items;
  std::string_view list = take(data, field_end);
  while (!list.empty()) items.emplace_back(take(list, item_end));
  return items;
}

template <class Number>
std::optional<Number> take_number(std::string_view& data) {
  const std::string_view field = take(data, field_end);
  Number number{};
  const auto [end, failed] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (failed != std::errc{} || end != field.data() + field.size()) return std::nullopt;
  return number;
}

// Takes `count` numbers off the front of `data`; false when they are not there.
bool take_numbers(std::string_view& data, int count, std::vector<std::uint32_t>& numbers) {
  std::size_t at = 0;
  for (int i = 0; i < count; ++i) {
    std::uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (at >= data.size() || shift > 28) return false;
      const auto byte = static_cast<unsigned char>(data[at++]);
      number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    numbers.push_back(number);
  }
  data.remove_prefix(at);
  return true;
}

// Each is written as its distance from the one before.
bool take_starts(std::string_view& data, int count, std::vector<std::uint32_t>& starts) {
  if (!take_numbers(data, count, starts)) return false;
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  return true;
}

}  // namespace

std::string serialise(const IndexedRecord& record) {
  std::string data;
  append_field(data, record.title);
  append_list(data, record.creators);
  append_list(data, record.languages);
  append_field(data, record.year ? std::to_string(*record.year) : std::string());
  append_field(data, record.collection);
  append_field(data, record.sha256);
  append_field(data, std::to_string(record.page_count));
  append_field(data, std::to_string(static_cast<int>(record.text)));
  append_field(data, std::to_string(record.first_page_id));
  append_field(data, std::to_string(record.running_lines.size()));
  append_field(data, std::to_string(record.page_starts.size()));
  for (const std::uint32_t line : record.running_lines) append_number(data, line);
  std::uint32_t before = 0;
  for (const std::uint32_t start : record.page_starts) {
    append_number(data, start - before);
    before = start;
  }
  return data;
}

std::optional<IndexedRecord> parse_record(std::string_view data, bool starts) {
  IndexedRecord record;
  record.title = take(data, field_end);
  record.creators = take_list(data);
  record.languages = take_list(data);
  record.year = take_number<int>(data);
  record.collection = take(data, field_end);
  record.sha256 = take(data, field_end);
  const auto pages = take_number<int>(data);
  const auto text = take_number<int>(data);
  const auto first = take_number<std::uint32_t>(data);
  const auto lines = take_number<int>(data);
  const auto count = take_number<int>(data);
  const bool known = text == 0 || text == 1 || text == 2;
  if (!pages || !known || !first || !lines || !count) return std::nullopt;
  record.page_count = *pages;
  record.text = static_cast<library::TextState>(*text);
  record.first_page_id = *first;
  if (!take_numbers(data, *lines, record.running_lines)) return std::nullopt;
  if (starts && !take_starts(data, *count, record.page_starts)) return std::nullopt;
  return record;
}

std::string facets_of(const IndexedRecord& record) {
  std::string value;
  append_field(value, record.collection);
  append_list(value, record.languages);
  append_field(value, record.year ? std::to_string(*record.year) : std::string());
  return value;
}

FacetKey parse_facets(std::string_view value) {
  FacetKey key;
  key.collection = take(value, field_end);
  key.languages = take_list(value);
  key.year = take(value, field_end);
  return key;
}

std::string filter_term(char prefix, std::string_view value) {
  std::string term(1, prefix);
  term += cut_utf8(value, longest_filter);
  return term;
}

}  // namespace mess::index
