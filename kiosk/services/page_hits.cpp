#include "kiosk/services/page_hits.h"

#include <algorithm>

#include "kiosk/app/line_boxes.h"

namespace mess::kiosk {

namespace {

// Signs that turn the direction of writing; Poppler puts them around Arabic. All are three bytes long.
bool begins_with_direction_sign(std::string_view text) {
  if (text.starts_with("\u200E") || text.starts_with("\u200F")) return true;
  const std::string_view sign = text.substr(0, 3);
  return (sign >= "\u202A" && sign <= "\u202E") || (sign >= "\u2066" && sign <= "\u2069");
}

enum class Gap { beside, next_line, far };

// What lies between two words.
Gap gap_of(std::string_view between) {
  int line_ends = 0;
  for (std::size_t at = 0; at < between.size();) {
    if (begins_with_direction_sign(between.substr(at))) {
      at += 3;
      continue;
    }
    const char c = between[at++];
    if (c == '\n') {
      ++line_ends;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      return Gap::far;
    }
  }
  if (line_ends > 1) return Gap::far;
  return line_ends == 1 ? Gap::next_line : Gap::beside;
}

}  // namespace

std::vector<index::ByteRange> passages_in(std::string_view text, const std::vector<index::ByteRange>& words) {
  std::vector<index::ByteRange> passages;
  std::vector<std::string_view> together;  // words of the last passage
  for (const index::ByteRange& word : words) {
    if (word.begin >= word.end || word.end > text.size()) continue;
    const std::string_view form = text.substr(word.begin, word.end - word.begin);
    Gap gap = Gap::far;
    if (!passages.empty() && passages.back().end <= word.begin) {
      gap = gap_of(text.substr(passages.back().end, word.begin - passages.back().end));
    }
    const bool met = std::find(together.begin(), together.end(), form) != together.end();
    if (gap == Gap::beside || (gap == Gap::next_line && !met)) {
      passages.back().end = word.end;
    } else {
      passages.push_back(word);
      together.clear();
    }
    together.push_back(form);
  }
  return passages;
}

std::vector<Passage> passages_on(const std::vector<index::ByteRange>& passages,
                                 const library::PageWords& page) {
  std::vector<Passage> placed;
  auto from = page.words.begin();
  for (const index::ByteRange& passage : passages) {
    std::vector<library::PageBox>& boxes = placed.emplace_back().boxes;
    // Words and passages both come in the order of the text.
    from = std::find_if(from, page.words.end(), [&](const auto& word) { return word.end > passage.begin; });
    for (auto word = from; word != page.words.end() && word->begin < passage.end; ++word) {
      add_word(boxes, word->box);
    }
  }
  return placed;
}

std::vector<library::PageBox> boxes_of(const std::vector<index::ByteRange>& passages,
                                       const library::PageWords& page) {
  std::vector<library::PageBox> boxes;
  for (const Passage& passage : passages_on(passages, page)) {
    boxes.insert(boxes.end(), passage.boxes.begin(), passage.boxes.end());
  }
  return boxes;
}

}  // namespace mess::kiosk
