#include "index/running_lines.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace mess::index {
namespace {

constexpr std::size_t edge_lines = 3;  // of a page, looked at from either end
constexpr std::size_t fewest_pages = 4, one_page_in = 30;
constexpr std::size_t fewest_letters = 6;  // bytes, without spaces
constexpr std::size_t longest_line = 240;  // bytes; a paragraph without line breaks is no header
constexpr std::size_t longest_number = 8;  // bytes, of a page number with its dashes
constexpr std::size_t most_lines = 64;     // of one document

bool is_digit_at(std::string_view text, std::size_t at, std::size_t& size) {
  size = 1;
  if (text[at] >= '0' && text[at] <= '9') return true;
  // Arabic-Indic digits, U+0660 to U+0669 and U+06F0 to U+06F9: D9 A0..A9 and DB B0..B9.
  if (at + 1 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]), tail = static_cast<unsigned char>(text[at + 1]);
  const bool is_arabic =
      (lead == 0xD9 && tail >= 0xA0 && tail <= 0xA9) || (lead == 0xDB && tail >= 0xB0 && tail <= 0xB9);
  if (is_arabic) size = 2;
  return is_arabic;
}

bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

// What is the same on every page: the letters of the line, FNV-1a. 0 when it is no line that could run.
std::uint32_t key_of(std::string_view line) {
  if (line.size() > longest_line) return 0;
  std::uint32_t key = 2166136261U;
  std::size_t letters = 0, words = 0;
  bool in_word = false;
  for (std::size_t at = 0, size = 1; at < line.size(); at += size) {
    if (is_digit_at(line, at, size)) continue;
    const bool is_letter = static_cast<unsigned char>(line[at]) >= 0x80 ||
                           ((line[at] | 0x20) >= 'a' && (line[at] | 0x20) <= 'z');
    if (is_blank(line[at])) in_word = false;
    if (!is_letter) continue;
    words += in_word ? 0 : 1;
    in_word = true;
    ++letters;
    key = (key ^ static_cast<unsigned char>(line[at])) * 16777619U;
  }
  if (words < 2 || letters < fewest_letters) return 0;
  return key == 0 ? 1 : key;
}

bool is_page_number(std::string_view line) {
  if (line.size() > longest_number) return false;
  bool has_digit = false;
  for (std::size_t at = 0, size = 1; at < line.size(); at += size) {
    const bool is_digit = is_digit_at(line, at, size);
    has_digit |= is_digit;
    if (!is_digit && static_cast<unsigned char>(line[at]) > '@' &&
        static_cast<unsigned char>(line[at]) < 0x80)
      return false;
  }
  return has_digit;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// The first line with something in it, without the white space around it; cut off the text. Empty at the end.
std::string_view take_first(std::string_view& text) {
  text = trimmed(text);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = trimmed(text.substr(0, end));
  text.remove_prefix(end);
  return line;
}

std::string_view take_last(std::string_view& text) {
  text = trimmed(text);
  const std::size_t before = text.rfind('\n');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = trimmed(text.substr(begin));
  text.remove_suffix(text.size() - begin);
  return line;
}

}  // namespace

RunningLines::RunningLines(const std::vector<library::Page>& pages) {
  struct Seen {
    std::size_t pages = 0, last_page = 0;
    std::string_view text;
  };
  std::unordered_map<std::uint32_t, Seen> seen;
  std::size_t page_number = 0;
  const auto count = [&](std::string_view line) {
    const std::uint32_t key = key_of(line);
    if (key == 0) return;
    Seen& of_line = seen[key];
    if (of_line.last_page == page_number) return;  // twice on one page
    of_line.last_page = page_number;
    if (of_line.pages++ == 0) of_line.text = line;
  };
  for (const library::Page& page : pages) {
    if (page.state != library::TextState::good || page.text.empty()) continue;
    ++page_number;
    std::string_view rest = page.text;
    for (std::size_t i = 0; i < edge_lines && !rest.empty(); ++i) count(take_first(rest));
    for (std::size_t i = 0; i < edge_lines && !rest.empty(); ++i) count(take_last(rest));
  }
  const std::size_t enough = std::max(fewest_pages, page_number / one_page_in);
  std::vector<std::pair<std::uint32_t, Seen>> running;
  for (const auto& entry : seen) {
    if (entry.second.pages >= enough) running.push_back(entry);
  }
  std::sort(running.begin(), running.end(), [](const auto& a, const auto& b) {
    return a.second.pages != b.second.pages ? a.second.pages > b.second.pages : a.first < b.first;
  });
  if (running.size() > most_lines) running.resize(most_lines);
  for (const auto& [key, of_line] : running) {
    keys_.push_back(key);
    texts_.emplace_back(of_line.text);
  }
  std::sort(keys_.begin(), keys_.end());
}

RunningLines::RunningLines(std::vector<std::uint32_t> keys) : keys_(std::move(keys)) {
  std::sort(keys_.begin(), keys_.end());
}

bool RunningLines::is_running(std::string_view line) const {
  return std::binary_search(keys_.begin(), keys_.end(), key_of(line));
}

std::string_view RunningLines::body(std::string_view page_text) const {
  if (keys_.empty()) return page_text;
  std::string_view body = page_text;
  // A page number is only taken away together with a line that runs beside it.
  const auto cut = [&](std::string_view (*take)(std::string_view&)) {
    std::string_view rest = body;
    for (std::size_t i = 0; i < edge_lines && !rest.empty(); ++i) {
      const std::string_view line = take(rest);
      if (is_running(line)) {
        body = trimmed(rest);
      } else if (!is_page_number(line)) {
        return;
      }
    }
  };
  cut(take_first);
  cut(take_last);
  return body;
}

}  // namespace mess::index
