#include "kiosk/app/screen_size.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/basket_layout.h"
#include "kiosk/app/browse.h"
#include "kiosk/app/facets.h"
#include "kiosk/app/home.h"
#include "kiosk/app/match.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_moves.h"
#include "kiosk/app/results.h"

namespace mess::kiosk {

namespace {

void keep_card(ResultsPlace& place, Size before, Size after) {
  const std::vector<Rect> cards = list_layout(place, results_layout(before)).cards;
  const auto first = std::find_if(cards.begin(), cards.end(),
                                  [&](const Rect& card) { return card.centre().y >= place.scroll.at; });
  halt(place.scroll);
  halt(place.facet_scroll);
  const bool at_top = place.scroll.at < 1 || first == cards.end();
  if (!at_top) {
    const auto number = static_cast<std::size_t>(first - cards.begin());
    place.scroll.at = list_layout(place, results_layout(after)).cards[number].y;
  }
  place.scroll.at = std::clamp(place.scroll.at, 0.f, scroll_limit(place, after));
  place.facet_scroll.at = std::clamp(place.facet_scroll.at, 0.f, facet_limit(place, after));
}

void keep_book(BrowsePlace& place, Size before, Size after) {
  const BookRange seen = books_seen(place, before);
  halt(place.scroll);
  halt(place.sections);
  if (!seen.empty()) {
    const float top = book_at(browse_layout(after), seen.first).y - book_label_height;
    place.scroll.at = std::clamp(top, 0.f, scroll_limit(place, after));
  }
  follow_covers(place, after);
}

void keep_kept(BasketPlace& place, const Basket& basket, Size before, Size after) {
  const std::size_t first = rows_seen(basket, place, before).first;
  halt(place.scroll);
  const float top = place.scroll.at < 1 ? 0 : kept_row(kept_layout(after), first).y;
  place.scroll.at = std::clamp(top, 0.f, basket_limit(basket, after));
}

void keep_page(ReaderState& reader, const ReaderContext& before, const ReaderContext& after) {
  const Size view = view_size(reader, after);
  const Viewport& shown = reader.motion ? reader.motion->to : reader.viewport;
  const library::PageSize page = size_of_sheet(reader, reader.page);
  reader.viewport = settled(reader, view, carried_over(view_size(reader, before), view, page, shown));
  reader.motion.reset();
  reader.speed = {};
  keep_thumbnail_in_sight(reader, after);
  drag_list(reader, after, 0);  // no further than it goes now
}

}  // namespace

void take_screen(AppState& state, Size screen) {
  const Size before = state.screen;
  if (screen == before) return;
  state.screen = screen;
  const Language language = state.session.language;
  const bool low = state.session.comfort.low;
  const auto keep = Match{
      [&](ReaderState& reader) {
        keep_page(reader, {language, before, low}, {language, screen, low});
      },
      [&](ResultsPlace& place) { keep_card(place, before, screen); },
      [&](BrowsePlace& place) { keep_book(place, before, screen); },
      [&](BasketPlace& place) { keep_kept(place, state.session.basket, before, screen); },
      [&](HomePlace& place) {
        halt(place.scroll);
        place.scroll.at = std::clamp(place.scroll.at, 0.f, home_limit(state));
      },
      [](auto&) {},
  };
  std::visit(keep, state.session.place);
  for (Place& place : state.session.history) std::visit(keep, place);
}

void take_comfort(AppState& state, const Comfort& comfort) {
  Session& session = state.session;
  const bool low = std::exchange(session.comfort, comfort).low;
  if (low == comfort.low) return;
  const auto keep = [&](Place& place) {
    auto* reader = std::get_if<ReaderState>(&place);
    if (reader == nullptr) return;
    keep_page(*reader, {session.language, state.screen, low}, {session.language, state.screen, comfort.low});
  };
  keep(session.place);
  for (Place& place : session.history) keep(place);
}

}  // namespace mess::kiosk
