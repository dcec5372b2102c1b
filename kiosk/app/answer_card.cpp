#include "kiosk/app/answer_card.h"

#include <algorithm>
#include <cmath>

namespace mess::kiosk {

namespace {

constexpr int fewest_lines = 1, most_lines = 6;
// Of 26 px letters: the mean of Latin ones is 13.2, those of Arabic are narrower; and a line ends before the
// word that does not fit.
constexpr float letter_width = 14.2f;

struct QuotationMarks {
  std::string_view before, after;
};

QuotationMarks marks_of(std::string_view language) {
  if (language == "en") return {"“", "”"};
  // French sets a space that does not break (U+00A0) within them.
  if (language == "fr") return {"«\u00A0", "\u00A0»"};
  return {"«", "»"};
}

}  // namespace

int answer_lines(std::string_view passage, float card_width) {
  const auto letters = static_cast<float>(std::count_if(
      passage.begin(), passage.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  const float in_line = std::max(1.f, (card_width - 2 * answer_padding) / letter_width);
  return std::clamp(static_cast<int>(std::ceil((letters + 4) / in_line)), fewest_lines, most_lines);
}

float answer_card_height(std::string_view passage, float card_width) {
  return answer_text_top + answer_line * static_cast<float>(answer_lines(passage, card_width)) + answer_foot;
}

QuotedPassage quoted(const index::Answer& answer) {
  const QuotationMarks around = marks_of(answer.language);
  QuotedPassage quote;
  quote.text = std::string(around.before) + answer.passage + std::string(around.after);
  for (const index::ByteRange& range : answer.highlights) {
    if (range.begin >= range.end || range.end > answer.passage.size()) continue;
    quote.marks.push_back({range.begin + around.before.size(), range.end + around.before.size()});
  }
  return quote;
}

}  // namespace mess::kiosk
