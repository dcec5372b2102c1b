#include "index/sentences.h"

#include <algorithm>

namespace mess::index {
namespace {

constexpr double short_line = 0.6;           // of the page's usual line
constexpr std::size_t usual_rank = 9;        // of ten lines by length
constexpr std::size_t shortest_heading = 8;  // bytes
constexpr std::size_t least_usual = 30;      // bytes; a page of single words has no usual line

std::size_t usual_line(std::string_view text) {
  std::vector<std::size_t> lengths;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lengths.push_back(end - at);
    at = end + 1;
  }
  if (lengths.empty()) return least_usual;
  const auto rank = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * usual_rank / 10);
  std::nth_element(lengths.begin(), rank, lengths.end());
  return std::max(*rank, least_usual);
}

}  // namespace

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool ends_sentence(std::string_view text, std::size_t blank) {
  if (!is_blank(text[blank]) || blank == 0) return false;
  const char before = text[blank - 1];
  if (before == '.' || before == '!' || before == '?') {
    if (before != '.') return true;
    // "p. 12", "M. Alami": one letter before the stop is an abbreviation; several dots are a dotted line.
    if (blank < 3 || is_blank(text[blank - 3])) return false;
    return text[blank - 2] != '.' && !is_blank(text[blank - 2]);
  }
  if (text[blank] == '\n' && before == '\n') return true;
  return text.substr(0, blank).ends_with("؟") || text.substr(0, blank).ends_with("…");
}

std::vector<ByteRange> headings_of(std::string_view text) {
  const auto shortest_full = static_cast<std::size_t>(short_line * static_cast<double>(usual_line(text)));
  std::vector<ByteRange> headings;
  ByteRange before;  // the line before, when it may be a heading
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    ByteRange line{at, end};
    while (line.begin < line.end && is_blank(text[line.begin])) ++line.begin;
    while (line.end > line.begin && is_blank(text[line.end - 1])) --line.end;
    const std::size_t size = line.end - line.begin;
    if (size >= shortest_full) {
      if (before.end > before.begin) headings.push_back(before);
      before = {};
    } else if (size > 0) {
      const std::string_view words = text.substr(line.begin, size);
      const bool is_heading = size >= shortest_heading && words.find(' ') != std::string_view::npos &&
                              std::string_view(".,;:").find(words.back()) == std::string_view::npos;
      before = is_heading ? line : ByteRange{};
    }
    at = end + 1;
  }
  return headings;
}

std::vector<ByteRange> sentences_of(std::string_view text) {
  const auto shortest_full = static_cast<std::size_t>(short_line * static_cast<double>(usual_line(text)));
  std::vector<ByteRange> sentences;
  std::size_t begin = 0, line = 0;
  const auto close = [&](std::size_t end) {
    while (begin < end && is_blank(text[begin])) ++begin;
    std::size_t last = end;
    while (last > begin && is_blank(text[last - 1])) --last;
    if (last > begin) sentences.push_back({begin, last});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_blank(text[at])) continue;
    const bool ends_line = text[at] == '\n';
    if (ends_sentence(text, at) || (ends_line && at - line < shortest_full)) close(at);
    if (ends_line) line = at + 1;
  }
  close(text.size());
  return sentences;
}

}  // namespace mess::index
