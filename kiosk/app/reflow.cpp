#include "kiosk/app/reflow.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "index/normaliser.h"
#include "kiosk/app/line_ends.h"
#include "kiosk/app/reflow_lines.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {

namespace {

using Kind = Paragraph::Kind;

constexpr int lines_around = 8;      // whose lengths tell the width of a column
constexpr int fewest_of_column = 5;  // so many lines, that the longest two may be taken for outliers
// Of that width. Letters differ in width, so that full lines do in number of letters.
constexpr float broken_by_width = 0.86f, broken_within_sentence = 0.45f, broken_after_sentence = 0.97f,
                short_line = 0.8f;
constexpr float narrowest_column = 30;
constexpr std::size_t longest_line = 1200;  // bytes; a text without lines is cut into such
constexpr std::size_t good_length = 1400;   // bytes; from there on a paragraph ends with a sentence

struct Line {
  std::size_t begin = 0, end = 0;
  std::string_view text;
  int length = 0;
};

bool is_white(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

void add_line(std::vector<Line>& lines, std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_white(text[begin])) ++begin;
  while (begin < end && is_white(text[end - 1])) --end;
  if (begin == end) return;
  const std::string_view line = text.substr(begin, end - begin);
  lines.push_back({begin, end, line, length_of(line)});
}

// Where a line that is too long may be cut: at a blank, else between two characters.
std::size_t cut_before(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t blank = text.rfind(' ', end);
  if (blank != std::string_view::npos && blank > begin + longest_line / 2) return blank;
  while (end > begin + 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

std::vector<Line> lines_of(std::string_view text, index::ByteRange part) {
  std::vector<Line> lines;
  part.end = std::min(part.end, text.size());
  for (std::size_t at = part.begin; at < part.end;) {
    std::size_t end = std::min(text.find('\n', at), part.end);
    if (end - at > longest_line) end = cut_before(text, at, at + longest_line);
    add_line(lines, text, at, end);
    at = end < part.end && text[end] == '\n' ? end + 1 : std::max(end, at + 1);
  }
  if (!lines.empty() && is_page_number(lines.front().text)) lines.erase(lines.begin());
  if (!lines.empty() && is_page_number(lines.back().text)) lines.pop_back();
  return lines;
}

// The length of a full line of the column that this line stands in.
float column_width(const std::vector<Line>& lines, std::size_t at) {
  const std::size_t first = at < lines_around ? 0 : at - lines_around;
  const std::size_t last = std::min(lines.size(), at + lines_around + 1);
  std::array<int, 2 * lines_around + 1> lengths{};
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) lengths[count++] = lines[i].length;
  std::sort(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(count), std::greater<>());
  return static_cast<float>(lengths[count >= fewest_of_column ? 2 : 0]);
}

// Verses and rows of a table: (nearly) every line around begins with a capital, which those of a sentence do
// not. Or lines so short that they have no width in common.
bool are_lines_of_their_own(const std::vector<Line>& lines, std::size_t at, float width) {
  if (width < narrowest_column) return true;
  const std::size_t first = at < lines_around ? 0 : at - lines_around;
  const std::size_t last = std::min(lines.size(), at + lines_around + 1);
  std::size_t capitals = 0;
  for (std::size_t i = first; i < last; ++i) capitals += begins_with_capital(lines[i].text) ? 1 : 0;
  return capitals >= fewest_of_column - 1 && 5 * capitals >= 4 * (last - first);
}

// To be written on.
bool is_dotted(std::string_view line) {
  return line.find_first_not_of(". _") == std::string_view::npos;
}

// The next line goes on with what this one says.
bool goes_on(const std::vector<Line>& lines, std::size_t at) {
  const std::string_view line = lines[at].text, next = lines[at + 1].text;
  if (is_dotted(line) || is_dotted(next)) return false;
  if (begins_item(next) || is_division(line) || is_division(next)) return false;
  if (ends_in_hyphen(line) && begins_small(next)) return true;
  const float width = column_width(lines, at);
  const auto filled = static_cast<float>(lines[at].length + 1 + length_of(first_word(next)));
  const bool stops = ends_sentence(line);
  if (begins_with_number(next) && (stops || ends_open(line) || filled < broken_by_width * width))
    return false;
  if (is_in_capitals(line) != is_in_capitals(next) &&
      static_cast<float>(lines[at].length) < short_line * width)
    return false;
  if (line.ends_with(':') || is_mostly_arabic(line) != is_mostly_arabic(next)) return false;
  if (!begins_small(next) && are_lines_of_their_own(lines, at, width)) return false;
  if (stops) return filled >= broken_after_sentence * width;
  if (filled >= broken_by_width * width) return true;
  return begins_small(next) && static_cast<float>(lines[at].length) >= broken_within_sentence * width;
}

// Dotted lines as one "…", no-break spaces where French wants them.
std::string typeset(const std::string& line) {
  std::string shown;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at, dots = 0;
    while (end < line.size() && (line[end] == '.' || (dots > 0 && line[end] == ' ')))
      dots += line[end++] == '.' ? 1 : 0;
    if (dots > 3) {
      shown += line[end - 1] == ' ' ? "… " : "…";
      at = end;
    } else if (line[at] == ' ' && at + 1 < line.size() &&
               std::string_view(":;?!").find(line[at + 1]) != std::string_view::npos) {
      shown += "\u00A0";
      ++at;
    } else {
      shown += line[at++];
    }
  }
  return shown;
}

// A part of the page's text on one line, as it is shown.
std::string shown(std::string_view text, std::size_t begin, std::size_t end) {
  return typeset(index::readable(with_whole_words(text, {begin, end})));
}

struct Joined {
  std::size_t first = 0, last = 0;  // lines
};

std::vector<Joined> joined(const std::vector<Line>& lines) {
  std::vector<Joined> all;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t size = lines[i].end - lines[i].begin;
    const bool ends_here = bytes > good_length && ends_sentence(lines[i == 0 ? 0 : i - 1].text);
    if (i > 0 && !ends_here && bytes + size < longest_paragraph && goes_on(lines, i - 1)) {
      all.back().last = i;
      bytes += size + 1;
    } else {
      all.push_back({i, i});
      bytes = size;
    }
  }
  return all;
}

// A short line without a stop over more than one line of text.
bool heads(const std::vector<Line>& lines, const std::vector<Joined>& all, std::size_t at) {
  const Line& line = lines[all[at].first];
  if (is_division(line.text) || is_in_capitals(line.text)) return true;
  if (all[at].first != all[at].last || at + 1 == all.size()) return false;
  if (ends_sentence(line.text) || ends_open(line.text) || begins_small(line.text)) return false;
  if (first_word(line.text).size() == line.text.size() || all[at + 1].first == all[at + 1].last) return false;
  const Line& next = lines[all[at + 1].first];
  return static_cast<float>(line.length) < short_line * static_cast<float>(next.length);
}

Kind kind_of(const std::vector<Line>& lines, const std::vector<Joined>& all, std::size_t at) {
  const auto [first, last] = all[at];
  const Line& line = lines[first];
  if (begins_item(line.text)) return Kind::item;
  if (heads(lines, all, at)) return Kind::heading;
  if (begins_with_number(line.text)) return Kind::item;
  if (first != last) return Kind::text;
  if (!ends_sentence(line.text) && are_lines_of_their_own(lines, first, column_width(lines, first)))
    return Kind::line;
  const bool full =
      ends_sentence(line.text) || static_cast<float>(line.length) >= short_line * column_width(lines, first);
  return full ? Kind::text : Kind::line;
}

}  // namespace

std::vector<Paragraph> reflowed(std::string_view page_text, index::ByteRange part) {
  const std::vector<Line> lines = lines_of(page_text, part);
  const std::vector<Joined> all = joined(lines);
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Paragraph paragraph;
    paragraph.kind = kind_of(lines, all, i);
    paragraph.begin = lines[all[i].first].begin;
    paragraph.end = lines[all[i].last].end;
    paragraph.text = shown(page_text, paragraph.begin, paragraph.end);
    paragraph.right_to_left = is_mostly_arabic(paragraph.text);
    const bool dots_again = paragraph.text == "…" && !paragraphs.empty() && paragraphs.back().text == "…";
    if (!paragraph.text.empty() && !dots_again) paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

std::vector<Paragraph> reflowed(std::string_view page_text) {
  return reflowed(page_text, {0, page_text.size()});
}

std::size_t place_in(std::string_view page_text, const Paragraph& paragraph, std::size_t byte) {
  if (byte <= paragraph.begin) return 0;
  if (byte >= paragraph.end) return paragraph.text.size();
  const std::size_t before = shown(page_text, paragraph.begin, byte).size();
  if (before >= paragraph.text.size()) return paragraph.text.size();
  // A blank is only shown when something follows: a word that begins here stands behind it.
  while (byte < paragraph.end) {
    const auto here = library::utf8_character(page_text, byte);
    if (!library::is_bidi_control(here.code)) break;
    byte += here.bytes;
  }
  const bool begins_word = byte < paragraph.end && !is_white(page_text[byte]);
  return before + (begins_word && paragraph.text[before] == ' ' ? 1 : 0);
}

std::size_t paragraph_at(std::span<const Paragraph> paragraphs, std::size_t byte) {
  const auto found = std::find_if(paragraphs.begin(), paragraphs.end(),
                                  [byte](const Paragraph& paragraph) { return byte < paragraph.end; });
  if (found != paragraphs.end()) return static_cast<std::size_t>(found - paragraphs.begin());
  return paragraphs.empty() ? 0 : paragraphs.size() - 1;
}

}  // namespace mess::kiosk
