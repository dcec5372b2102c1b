#pragma once
// Where the parts of the results screen lie (design/screens/04-results.png) and how its list is filled. Pure;
// used by the view to draw and by apply to know how far the list goes. Design units, start/end coordinates.

#include <string_view>
#include <vector>

#include "kiosk/app/place.h"

namespace mess::kiosk {

inline constexpr float card_height = 264, card_gap = 14, guide_row_height = 104;
inline constexpr float page_chip_width = 96, page_chip_height = 60, page_chip_gap = 12;
inline constexpr float read_button_width = 146, card_edge = 24;  // a card's end holds the one, then the other

struct ResultsLayout {
  Rect facets, heading, notice, list, rail;
};
ResultsLayout results_layout(Size screen);
// The facets have no column: a button shows them over the list.
bool facets_fold(Size screen);

// What a card of that width has room for.
struct CardShape {
  Size cover;
  float text_start;         // from the card's start
  std::size_t first_chips;  // page chips of a folded card
};
CardShape card_shape(float card_width);

// The page chips of a card: the best page and the first others, in page order; then the rest.
struct PageChips {
  std::vector<int> first, rest;
  int beyond = 0;  // pages with the words that the answer does not name
};
PageChips page_chips(const index::DocumentHit& hit, std::size_t first_chips);
int chips_in_a_row(float card_width);
bool is_unfolded(const ResultsPlace& place, library::DocumentId id);

// Rectangles within the list's content (y from its top, before scrolling), of the passage that answers, of
// the row of orientation pages (both empty when there is none) and of each card.
struct ListLayout {
  Rect answer, guides;
  std::vector<Rect> cards;
  float height = 0;
};
ListLayout list_layout(const ResultsPlace& place, const ResultsLayout& layout);
float scroll_limit(const ResultsPlace& place, Size screen);

// 11 is shown: the search was answered, and there is nothing.
bool found_nothing(const ResultsPlace& place);

// Documents seen now, 1-based, {0, 0} when there is none.
struct SeenRange {
  int first = 0, last = 0;
};
SeenRange seen_range(const ResultsPlace& place, Size screen);
// Where one touch of the pager leads: the next whole screen, a card at its top.
float pager_target(const ResultsPlace& place, Size screen, int direction);
// True when the end of what is loaded comes near and there is more.
bool wants_more(const ResultsPlace& place, Size screen);

}  // namespace mess::kiosk
