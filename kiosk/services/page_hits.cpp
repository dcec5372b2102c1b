#include "kiosk/services/page_hits.h"

#include <algorithm>

namespace mess::kiosk {

namespace {

bool only_blanks(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// Beside each other on a line: more than half of the lower one's height in common, and less than two heights
// of space between them, whichever way the script runs.
bool beside(const library::PageBox& a, const library::PageBox& b) {
  const float common = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const float height = std::min(a.y1 - a.y0, b.y1 - b.y0);
  const float gap = std::max(a.x0, b.x0) - std::min(a.x1, b.x1);
  return common > height / 2 && gap < 2 * std::max(a.y1 - a.y0, b.y1 - b.y0);
}

library::PageBox around(const library::PageBox& a, const library::PageBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace

std::vector<index::ByteRange> passages_in(std::string_view text, const std::vector<index::ByteRange>& words) {
  std::vector<index::ByteRange> passages;
  for (const index::ByteRange& word : words) {
    if (word.begin >= word.end || word.end > text.size()) continue;
    if (!passages.empty() && passages.back().end <= word.begin &&
        only_blanks(text.substr(passages.back().end, word.begin - passages.back().end))) {
      passages.back().end = word.end;
    } else {
      passages.push_back(word);
    }
  }
  return passages;
}

std::vector<library::PageBox> boxes_of(const std::vector<index::ByteRange>& passages,
                                       const library::PageWords& page) {
  std::vector<library::PageBox> boxes;
  auto from = page.words.begin();
  for (const index::ByteRange& passage : passages) {
    // Words and passages both come in the order of the text.
    from = std::find_if(from, page.words.end(), [&](const auto& word) { return word.end > passage.begin; });
    bool first = true;
    for (auto word = from; word != page.words.end() && word->begin < passage.end; ++word) {
      if (!first && beside(boxes.back(), word->box)) {
        boxes.back() = around(boxes.back(), word->box);
      } else {
        boxes.push_back(word->box);
      }
      first = false;
    }
  }
  return boxes;
}

}  // namespace mess::kiosk
