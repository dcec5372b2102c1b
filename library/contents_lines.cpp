#include "library/contents_lines.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "library/pdf_utf8.h"

namespace mess::library {

namespace {

constexpr std::size_t most_words_of_a_line = 60;

bool same_line(const PageBox& a, const PageBox& b) {
  const float common = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return common > std::min(a.y1 - a.y0, b.y1 - b.y0) / 2;
}

float middle_height(std::vector<float>& heights) {
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

// Collects the words of one line after the other.
class Lines {
 public:
  Lines(int page, const PageWords& words) : page_(page), words_(words) {}

  std::vector<ContentsLine> all() {
    const WordBox* before = nullptr;
    for (const WordBox& word : words_.words) {
      if (before != nullptr && !goes_on(*before, word)) close();
      add(word);
      before = &word;
    }
    close();
    return std::move(lines_);
  }

 private:
  bool goes_on(const WordBox& before, const WordBox& word) const {
    const std::string_view between(words_.text.data() + before.end, word.begin - before.end);
    return between.find('\n') == std::string_view::npos && same_line(before.box, word.box);
  }

  void add(const WordBox& word) {
    if (heights_.empty()) {
      line_ = {};
      line_.page = page_;
      line_.x0 = word.box.x0, line_.x1 = word.box.x1, line_.y0 = word.box.y0, line_.y1 = word.box.y1;
    }
    if (heights_.size() >= most_words_of_a_line) return;
    heights_.push_back(word.box.y1 - word.box.y0);
    line_.x0 = std::min(line_.x0, word.box.x0), line_.x1 = std::max(line_.x1, word.box.x1);
    line_.y0 = std::min(line_.y0, word.box.y0), line_.y1 = std::max(line_.y1, word.box.y1);
    if (!line_.text.empty()) line_.text += ' ';
    line_.text.append(words_.text, word.begin, word.end - word.begin);
  }

  void close() {
    if (heights_.empty()) return;
    line_.height = middle_height(heights_);
    line_.text = shortened(std::move(line_.text), 4 * longest_line);
    line_.key = contents_key(line_.text);
    line_.gap = lines_.empty() || line_.y0 < lines_.back().y0 ? 1 : line_.y0 - lines_.back().y1;
    lines_.push_back(std::move(line_));
    heights_.clear();
  }

  const int page_;
  const PageWords& words_;
  ContentsLine line_;
  std::vector<float> heights_;
  std::vector<ContentsLine> lines_;
};

// A letter as names are compared: small, without accents and vowel marks, one form for each alef; 0: none.
char32_t folded(char32_t code) {
  if (code >= 0x0622 && code <= 0x0627 && code != 0x0624 && code != 0x0626) return 0x0627;
  if (code == 0x0649) return 0x064A;
  if (code == 0x0629) return 0x0647;
  if (code == 0x0640 || u_isalpha(static_cast<UChar32>(code)) == 0) return 0;
  static constexpr struct {
    char32_t first, last, letter;
  } latin[] = {{0xC0, 0xC5, 'a'}, {0xE0, 0xE5, 'a'}, {0xC7, 0xC7, 'c'}, {0xE7, 0xE7, 'c'}, {0xC8, 0xCB, 'e'},
               {0xE8, 0xEB, 'e'}, {0xCC, 0xCF, 'i'}, {0xEC, 0xEF, 'i'}, {0xD1, 0xD1, 'n'}, {0xF1, 0xF1, 'n'},
               {0xD2, 0xD6, 'o'}, {0xF2, 0xF6, 'o'}, {0xD9, 0xDC, 'u'}, {0xF9, 0xFC, 'u'}};
  for (const auto& range : latin) {
    if (code >= range.first && code <= range.last) return range.letter;
  }
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

int digit_of(char32_t code) {
  return static_cast<int>(u_charDigitValue(static_cast<UChar32>(code)));
}

// The number at the end of a line and where it begins.
struct LastNumber {
  int value = 0;
  std::size_t from = 0;
};
std::optional<LastNumber> last_number(std::string_view line) {
  LastNumber found{0, line.size()};
  const std::size_t blank = line.find_last_of(" .");
  const std::size_t start = blank == std::string_view::npos ? 0 : blank + 1;
  const std::size_t dots = line.rfind("…");
  found.from = dots != std::string_view::npos && dots + 3 > start ? dots + 3 : start;
  int digits = 0;
  for (std::size_t at = found.from; at < line.size();) {
    const Utf8Character one = utf8_character(line, at);
    const int digit = digit_of(one.code);
    if (digit < 0 || ++digits > 4) return std::nullopt;
    found.value = found.value * 10 + digit;
    at += one.bytes;
  }
  return digits == 0 ? std::nullopt : std::optional(found);
}

}  // namespace

std::string contents_key(std::string_view text, std::size_t most) {
  std::string key;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters < most;) {
    const Utf8Character one = utf8_character(text, at);
    at += std::max<std::size_t>(1, one.bytes);
    if (const char32_t letter = folded(one.code); letter != 0) append_utf8(key, letter), ++letters;
  }
  return key;
}

std::vector<ContentsLine> contents_lines(int page, const PageWords& words) {
  return Lines(page, words).all();
}

std::optional<PrintedEntry> printed_entry(std::string_view line) {
  const auto number = last_number(line);
  if (!number || number->value == 0) return std::nullopt;
  PrintedEntry entry;
  entry.number = number->value;
  std::string_view title = line.substr(0, number->from);
  std::size_t dots = 0;
  for (;;) {
    if (title.ends_with('.') || title.ends_with('_')) {
      title.remove_suffix(1), ++dots;
    } else if (title.ends_with("…")) {
      title.remove_suffix(std::string_view("…").size()), dots += 3;
    } else if (title.ends_with(' ')) {
      title.remove_suffix(1);
    } else {
      break;
    }
  }
  entry.dotted = dots >= 3;
  entry.title = std::string(title);
  return contents_key(title).size() < 3 ? std::nullopt : std::optional(entry);
}

}  // namespace mess::library
