#include "kiosk/app/line_boxes.h"

#include <algorithm>

namespace mess::kiosk {

namespace {

// More than half of the lower one's height in common, and less than two heights of space between them.
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

void add_word(std::vector<library::PageBox>& boxes, const library::PageBox& word) {
  if (!boxes.empty() && beside(boxes.back(), word)) {
    boxes.back() = around(boxes.back(), word);
  } else {
    boxes.push_back(word);
  }
}

std::vector<library::PageBox> boxes_of_range(const library::PageWords& page, index::ByteRange range) {
  std::vector<library::PageBox> boxes;
  // In the order of the text: a page may have half a million words, and this is asked for each frame.
  auto word = std::partition_point(page.words.begin(), page.words.end(),
                                   [&](const library::WordBox& one) { return one.end <= range.begin; });
  for (; word != page.words.end() && word->begin < range.end; ++word) add_word(boxes, word->box);
  return boxes;
}

}  // namespace mess::kiosk
