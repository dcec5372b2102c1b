#pragma once
// The card of the passage that answers a question (FEATURES F17), above the results. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "index/search.h"

namespace mess::kiosk {

// Lines that the card gives to the passage, and its height, design units. Both come from the number of its
// letters: apply has to know them too, and it cannot measure a text. A line more than is needed stays air.
int answer_lines(std::string_view passage, float card_width);
float answer_card_height(std::string_view passage, float card_width);

// Where the parts lie from the card's top.
inline constexpr float answer_text_top = 66, answer_line = 39, answer_foot = 92, answer_padding = 28;

// The passage between the quotation marks of its language, and its marks at their new places. Those that do
// not lie in the passage are left out.
struct QuotedPassage {
  std::string text;
  std::vector<index::ByteRange> marks;
};
QuotedPassage quoted(const index::Answer& answer);

}  // namespace mess::kiosk
