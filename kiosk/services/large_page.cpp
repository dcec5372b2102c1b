#include "kiosk/services/large_page.h"

#include <algorithm>

#include "kiosk/services/page_hits.h"

namespace mess::kiosk {

namespace {

index::ByteRange range_in(std::string_view whole, std::string_view part) {
  const auto begin = static_cast<std::size_t>(part.data() - whole.data());
  return {begin, begin + part.size()};
}

// The passages are those of the page as it is stored, so that their numbers are those of the page's marks.
void mark_words(const library::Page& page, const index::QueryWords& words, LargePage& large) {
  const auto found = words.find_in(page.text, language_of(page.language));
  const auto passages = passages_in(page.text, found);
  std::size_t passage = 0;
  for (const index::ByteRange& word : found) {
    while (passage < passages.size() && passages[passage].end <= word.begin) ++passage;
    if (passage == passages.size()) return;
    const std::size_t number = paragraph_at(large.paragraphs, word.begin);
    const Paragraph& paragraph = large.paragraphs[number];
    if (word.begin < paragraph.begin || word.end > paragraph.end) continue;  // in a header, say
    const std::size_t begin = place_in(page.text, paragraph, word.begin);
    const std::size_t end = place_in(page.text, paragraph, word.end);
    if (begin < end) large.marks.push_back({number, {begin, end}, static_cast<int>(passage)});
  }
}

}  // namespace

LargePage large_page(const library::Page& page, const index::RunningLines& running,
                     const index::QueryWords& words) {
  LargePage large;
  large.number = page.number;
  large.state = page.state;
  if (page.state != library::TextState::good) return large;
  large.bytes = page.text.size();
  const std::string_view text = page.text;
  large.paragraphs = reflowed(text, range_in(text, running.body(text)));
  if (!words.empty() && !large.paragraphs.empty()) mark_words(page, words, large);
  return large;
}

}  // namespace mess::kiosk
