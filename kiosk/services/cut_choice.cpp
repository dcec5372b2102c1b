#include "kiosk/services/cut_choice.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "kiosk/services/page_hits.h"

namespace mess::kiosk {

namespace {

// The box of a word is as high as its font's ascenders and descenders: some 2.6 lines in the cut.
constexpr float letter_part = 0.38f;
constexpr float broadest_page = 16384;      // pixels; a poster with letters of newspapers
constexpr std::size_t passages_tried = 64;  // of a page; a text has some ten

struct Word {
  library::PageBox box;
  std::string_view text;
  bool matches = false, in_snippet = false;
};

std::set<std::string_view> words_in(std::string_view text) {
  std::set<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n\t"), text.size());
    if (end > 0) words.insert(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::vector<Word> words_of(const library::PageWords& page, const std::vector<index::ByteRange>& found,
                           std::string_view snippet) {
  const std::set<std::string_view> wanted = words_in(snippet);
  std::vector<Word> words;
  auto match = found.begin();
  for (const library::WordBox& word : page.words) {
    if (word.begin >= word.end || word.end > page.text.size()) continue;
    match = std::find_if(match, found.end(), [&](const auto& range) { return range.end > word.begin; });
    const std::string_view text = std::string_view(page.text).substr(word.begin, word.end - word.begin);
    words.push_back({word.box, text, match != found.end() && match->begin < word.end, wanted.contains(text)});
  }
  return words;
}

struct Span {
  float from = 0, to = 0;
};

// How far the line of a passage reaches to both sides, in fractions of the page's width; a column beside it
// is another line.
Span line_around(const library::PageBox& passage, const std::vector<Word>& words, float widest_gap) {
  std::vector<Span> beside;
  for (const Word& word : words) {
    const float common = std::min(word.box.y1, passage.y1) - std::max(word.box.y0, passage.y0);
    const float lower = std::min(word.box.y1 - word.box.y0, passage.y1 - passage.y0);
    if (common > lower / 2) beside.push_back({word.box.x0, word.box.x1});
  }
  std::sort(beside.begin(), beside.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
  Span line{passage.x0, passage.x1};
  for (const Span& word : beside) {
    if (word.from < line.to + widest_gap) line.to = std::max(line.to, word.to);
  }
  std::sort(beside.begin(), beside.end(), [](const Span& a, const Span& b) { return a.to > b.to; });
  for (const Span& word : beside) {
    if (word.to > line.from - widest_gap) line.from = std::min(line.from, word.from);
  }
  return line;
}

// Around the passage, but not far out of its line while there is more of the line to show.
int left_of(float middle, Span line, float air, const CutLook& look, int page_width) {
  const auto width = static_cast<float>(look.width);
  const float first = line.from - air, last = line.to + air - width;
  const float left = last > first         ? std::clamp(middle - width / 2, first, last)
                     : look.right_to_left ? last
                                          : first;
  return std::clamp(static_cast<int>(std::lround(left)), 0, page_width - look.width);
}

// In letters of the passage's size, with the middle of `about` in the frame's.
CutFrame frame_around(const library::PageBox& passage, const library::PageBox& about,
                      const std::vector<Word>& words, library::PageSize size, const CutLook& look) {
  const float ratio = size.height / size.width;
  const auto width = static_cast<float>(look.width), height = static_cast<float>(look.height);
  const float letter = height * letter_part;
  const float of_page = std::max(passage.y1 - passage.y0, 1e-4f) * ratio;  // of the page's width
  // No smaller than the cut, whatever size the letters have.
  const float least = std::max(width, std::ceil((height + 1) / ratio));
  const float wide = std::max(least, std::min(letter / of_page, broadest_page));
  CutFrame frame;
  frame.width = look.width;
  frame.height = look.height;
  frame.page_width = static_cast<int>(std::lround(wide));
  const auto page_width = static_cast<float>(frame.page_width);
  frame.page_height = std::max(look.height, static_cast<int>(std::lround(ratio * page_width)));
  const auto page_height = static_cast<float>(frame.page_height);
  Span line = line_around(passage, words, 2 * of_page);
  line = {line.from * page_width, line.to * page_width};
  frame.left = left_of((about.x0 + about.x1) / 2 * page_width, line, letter / 2, look, frame.page_width);
  const float top = (about.y0 + about.y1) / 2 * page_height - height / 2;
  frame.top = std::clamp(static_cast<int>(std::lround(top)), 0, frame.page_height - look.height);
  return frame;
}

// From the frame's corner, pixels.
Rect in_frame(const library::PageBox& box, const CutFrame& frame) {
  const auto wide = static_cast<float>(frame.page_width), high = static_cast<float>(frame.page_height);
  return Rect{box.x0 * wide, box.y0 * high, (box.x1 - box.x0) * wide, (box.y1 - box.y0) * high}.moved(
      static_cast<float>(-frame.left), static_cast<float>(-frame.top));
}

library::PageBox around(const library::PageBox& a, const library::PageBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

bool shows(const CutFrame& frame, const Rect& box) {
  constexpr float slack = 2;
  return box.x >= -slack && box.end() <= static_cast<float>(frame.width) + slack && box.y >= -slack &&
         box.bottom() <= static_cast<float>(frame.height) + slack;
}

// Words of the query count most, each new one twice; the words of the snippet tell one of its lines from
// another.
int worth(const CutFrame& frame, const std::vector<Word>& words) {
  std::set<std::string_view> seen;
  int sum = 0;
  for (const Word& word : words) {
    if ((!word.matches && !word.in_snippet) || !shows(frame, in_frame(word.box, frame))) continue;
    if (word.in_snippet) ++sum;
    if (word.matches) sum += seen.insert(word.text).second ? 4 : 2;
  }
  return sum;
}

}  // namespace

library::PageBox CutFrame::part() const {
  const auto wide = static_cast<float>(page_width), high = static_cast<float>(page_height);
  return {static_cast<float>(left) / wide, static_cast<float>(top) / high,
          static_cast<float>(left + width) / wide, static_cast<float>(top + height) / high};
}

std::optional<CutFrame> choose_cut(const library::PageWords& page, library::PageSize size,
                                   const std::vector<index::ByteRange>& found, const CutLook& look) {
  if (size.width < 1 || size.height < 1 || look.width < 1 || look.height < 1) return std::nullopt;
  const std::vector<library::PageBox> passages = boxes_of(passages_in(page.text, found), page);
  const std::vector<Word> words = words_of(page, found, look.snippet);
  std::optional<CutFrame> best;
  int most = -1;
  const auto offer = [&](const library::PageBox& passage, const library::PageBox& about) {
    CutFrame frame = frame_around(passage, about, words, size, look);
    const int sum = worth(frame, words);
    if (sum <= most) return;
    most = sum;
    best = std::move(frame);
  };
  for (std::size_t i = 0; i < std::min(passages.size(), passages_tried); ++i) {
    offer(passages[i], passages[i]);
    // Two passages on neighbouring lines may fit into one cut.
    if (i + 1 < passages.size()) offer(passages[i], around(passages[i], passages[i + 1]));
  }
  if (!best) return best;
  const Rect whole{0, 0, static_cast<float>(best->width), static_cast<float>(best->height)};
  for (const library::PageBox& passage : passages) {
    const Rect mark = in_frame(passage, *best);
    if (!mark.overlap(whole).empty()) best->marks.push_back(mark);
  }
  return best;
}

}  // namespace mess::kiosk
