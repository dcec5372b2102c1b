#include "kiosk/app/results.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/answer_card.h"
#include "kiosk/app/list_frame.h"

namespace mess::kiosk {

namespace {

constexpr float below_bar = 136;
constexpr float small_card_below = 860;  // a card of that width has a smaller cover

float height_of(const index::DocumentHit& hit, bool unfolded, float card_width) {
  if (!unfolded) return card_height;
  const auto chips = static_cast<float>(page_chips(hit, card_shape(card_width).first_chips).rest.size());
  const float rows = std::ceil(chips / static_cast<float>(chips_in_a_row(card_width)));
  return card_height + rows * (page_chip_height + page_chip_gap);
}

float furthest(const ListLayout& content, const ResultsLayout& layout) {
  return std::max(0.f, content.height - layout.list.h);
}

}  // namespace

ResultsLayout results_layout(Size screen) {
  const float top = bar_height(screen), list_top = top + below_bar;
  const ListFrame frame = list_frame(screen, !facets_fold(screen));
  ResultsLayout layout;
  layout.facets = {0, top, side_column_width, screen.h - top};
  layout.heading = {frame.start, top + 10, frame.width, 62};
  layout.notice = {frame.start, top + 72, frame.width, 60};
  layout.list = {frame.start, list_top, frame.width, screen.h - list_top};
  layout.rail = {frame.rail, top + 76, pager_width, screen.h - top - 76 - 28};
  return layout;
}

bool facets_fold(Size screen) {
  return screen.w < bar_folds_below;
}

CardShape card_shape(float card_width) {
  constexpr float lead = 100, more = 190, gaps = 12;  // "Pages :", "+ 12 pages"
  CardShape shape{{160, 226}, 210, 4};
  if (card_width < small_card_below) shape = {{112, 158}, 156, 4};
  const float room = card_width - shape.text_start - lead - more - gaps - read_button_width - card_edge;
  const float fit = std::floor(room / (page_chip_width + page_chip_gap));
  shape.first_chips = static_cast<std::size_t>(std::clamp(fit, 1.f, 4.f));
  return shape;
}

PageChips page_chips(const index::DocumentHit& hit, std::size_t first_chips) {
  PageChips chips;
  chips.beyond = hit.matching_page_count - static_cast<int>(hit.matching_pages.size());
  const auto best = std::find(hit.matching_pages.begin(), hit.matching_pages.end(), hit.best_page);
  const bool has_best = best != hit.matching_pages.end();
  for (const int page : hit.matching_pages) {
    const std::size_t room = first_chips - (has_best && page < hit.best_page ? 1u : 0u);
    (page == hit.best_page || chips.first.size() < room ? chips.first : chips.rest).push_back(page);
  }
  return chips;
}

int chips_in_a_row(float card_width) {
  const float room = card_width - card_shape(card_width).text_start - card_edge + page_chip_gap;
  return std::max(1, static_cast<int>(room / (page_chip_width + page_chip_gap)));
}

bool is_unfolded(const ResultsPlace& place, library::DocumentId id) {
  return std::find(place.unfolded.begin(), place.unfolded.end(), id) != place.unfolded.end();
}

ListLayout list_layout(const ResultsPlace& place, const ResultsLayout& layout) {
  ListLayout content;
  float y = 0;
  if (const auto& answer = place.answer.response.answer) {
    content.answer = {0, 0, layout.list.w, answer_card_height(answer->passage, layout.list.w)};
    y = content.answer.h + card_gap;
  }
  if (!place.guide_pages.empty()) {
    content.guides = {0, y, layout.list.w, guide_row_height};
    y += guide_row_height + card_gap;
  }
  for (const auto& hit : place.answer.response.documents) {
    const float height = height_of(hit, is_unfolded(place, hit.id), layout.list.w);
    content.cards.push_back({0, y, layout.list.w, height});
    y += height + card_gap;
  }
  content.height = y;
  return content;
}

float scroll_limit(const ResultsPlace& place, Size screen) {
  const ResultsLayout layout = results_layout(screen);
  return furthest(list_layout(place, layout), layout);
}

bool found_nothing(const ResultsPlace& place) {
  const Answer& answer = place.answer;
  return answer.received && !answer.error && answer.response.total == 0;
}

SeenRange seen_range(const ResultsPlace& place, Size screen) {
  const ResultsLayout layout = results_layout(screen);
  const ListLayout content = list_layout(place, layout);
  SeenRange seen;
  for (std::size_t i = 0; i < content.cards.size(); ++i) {
    const float middle = content.cards[i].y + card_height / 2 - place.scroll.at;
    if (middle < 0 || middle > layout.list.h) continue;
    if (seen.first == 0) seen.first = static_cast<int>(i) + 1;
    seen.last = static_cast<int>(i) + 1;
  }
  return seen;
}

float pager_target(const ResultsPlace& place, Size screen, int direction) {
  const ResultsLayout layout = results_layout(screen);
  const ListLayout content = list_layout(place, layout);
  const float here = place.scroll.gliding ? place.scroll.to : place.scroll.at;
  // Back, the card above the first one seen has to end at the foot of the list: the gap under it may go.
  const float wanted = direction > 0 ? here + layout.list.h : here - card_gap - layout.list.h;
  // Forward: the first card that does not end on this screen comes to the top. Back: the first card of the
  // screen before.
  float target = direction > 0 ? here : 0;
  for (const Rect& card : content.cards) {
    if (direction > 0 ? card.bottom() > wanted + 1 : card.y >= wanted - 1) {
      target = card.y;
      break;
    }
  }
  if (direction > 0 && target <= here) target = wanted;  // one card higher than the screen
  if (direction < 0 && (wanted <= 0 || target >= here)) target = std::max(0.f, wanted);
  return std::min(target, furthest(content, layout));
}

bool wants_more(const ResultsPlace& place, Size screen) {
  const Answer& answer = place.answer;
  const int loaded = static_cast<int>(answer.response.documents.size());
  if (answer.waiting || !answer.received || answer.error || loaded >= answer.response.total) return false;
  const ResultsLayout layout = results_layout(screen);
  const float below = list_layout(place, layout).height - place.scroll.at - layout.list.h;
  return below < 2 * layout.list.h;
}

}  // namespace mess::kiosk
