// Keeping documents during the visit, and taking their references along.

#include <algorithm>
#include <cmath>

#include "kiosk/app/basket_layout.h"
#include "kiosk/app/match.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

// The whole record of a document, where the visit has it: read just now, or kept.
const library::Document* record_at_hand(const AppState& state, library::DocumentId id) {
  const auto* reader = std::get_if<ReaderState>(&state.session.place);
  if (reader != nullptr && reader->opened && reader->document.id == id) return &reader->document;
  return find_kept(state.session.basket, id);
}

void show_basket_as_it_is(AppState& state) {
  auto* place = std::get_if<BasketPlace>(&state.session.place);
  if (place == nullptr) return;
  const float limit = basket_limit(state.session.basket, state.screen);
  place->scroll.at = std::clamp(place->scroll.at, 0.f, limit);
  place->code = code_of_all(state.session.basket, borrowed_by(state.session.language));
}

}  // namespace

Effects open_take_away(AppState& state, library::DocumentId id) {
  const library::Document* record = record_at_hand(state, id);
  if (record == nullptr) return {};
  const auto* reader = std::get_if<ReaderState>(&state.session.place);
  state.session.take_away =
      take_away(*record, reader == nullptr ? 0 : reader->page, false, borrowed_by(state.session.language));
  // It may have been switched on or off since.
  if (state.house.settings.print) return {effect::FindPrinter{state.house.settings.printer}};
  return {};
}

void cite_page(AppState& state, bool page_only) {
  TakeAway& sheet = *state.session.take_away;
  sheet.page_only = page_only && sheet.page > 0;
  renew(sheet, borrowed_by(state.session.language));
}

Effects keep(AppState& state, library::DocumentId id) {
  if (const library::Document* record = record_at_hand(state, id)) {
    // By value: it may lie in the basket, which changes.
    const library::Document document = *record;
    keep_or_drop(state.session.basket, document);
  }
  show_basket_as_it_is(state);
  return {};
}

Effects open_basket(AppState& state) {
  if (std::holds_alternative<BasketPlace>(state.session.place)) return {};
  Effects effects = enter(state, BasketPlace{});
  show_basket_as_it_is(state);
  return effects;
}

void renew_kept(AppState& state) {
  if (state.session.take_away) renew(*state.session.take_away, borrowed_by(state.session.language));
  show_basket_as_it_is(state);
}

Effects apply_basket(AppState& state, BasketPlace& place, const Action& action, double now) {
  const float limit = basket_limit(state.session.basket, state.screen);
  const KeptLayout layout = kept_layout(state.screen);
  const float height = layout.list.h, pitch = kept_pitch(layout);
  const auto glide = [&](float way) { glide_to(place.scroll, place.scroll.at + way, limit, now); };
  const auto here = [](const std::string& area) { return area == "basket.list"; };
  return std::visit(Match{
                        [&](const act::Drag& drag) {
                          if (here(drag.area)) drag_by(place.scroll, drag.by.y, limit);
                          return Effects{};
                        },
                        [&](const act::Fling& fling) {
                          if (here(fling.area)) throw_with(place.scroll, fling.speed.y, now);
                          return Effects{};
                        },
                        [&](const act::Halt& stop) {
                          if (here(stop.area)) halt(place.scroll);
                          return Effects{};
                        },
                        [&](const act::Scroll& scroll) { return glide(scroll.screens * height), Effects{}; },
                        // Whole rows: none is cut that was not before.
                        [&](const act::PageOfResults& pager) {
                          const float rows = std::max(1.f, std::floor(height / pitch));
                          return glide(static_cast<float>(pager.direction) * rows * pitch), Effects{};
                        },
                        [&](const act::Type& typed) { return open_search(state, typed.text, now); },
                        [](const auto&) { return Effects{}; },
                    },
                    action);
}

}  // namespace mess::kiosk
