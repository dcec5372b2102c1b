#include "kiosk/app/session.h"

#include <algorithm>
#include <limits>

#include "kiosk/app/apply_listen.h"
#include "kiosk/app/browse.h"
#include "kiosk/app/facets.h"
#include "kiosk/app/results.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

// What somebody writes in at this place; nullptr where nobody can.
Typing* typing_in(Place& place) {
  if (auto* search = std::get_if<SearchPlace>(&place)) return search;
  auto* reader = std::get_if<ReaderState>(&place);
  return reader == nullptr ? nullptr : &reader->find.typing;
}

Effects switch_language(AppState& state, Language language, double now) {
  state.session.language = language;
  if (Typing* typing = typing_in(state.session.place)) {
    typing->keyboard = language;
    typing->plane = KeyboardPlane::letters;
  }
  if (std::holds_alternative<WelcomePlace>(state.session.place)) state.session.place = HomePlace{};
  renew_kept(state);
  // The order of letters is that of the language.
  auto* covers = std::get_if<BrowsePlace>(&state.session.place);
  return covers == nullptr ? Effects{} : ask(state, *covers, now);
}

// A real keyboard on a page without a field begins a search.
Effects apply_elsewhere(AppState& state, const Action& action, double now) {
  if (const auto* typed = std::get_if<act::Type>(&action)) return open_search(state, typed->text, now);
  return {};
}

Effects apply_to_place(AppState& state, const Action& action, double now) {
  return std::visit(
      Match{
          [&](SearchPlace& place) { return apply_search(state, place, action, now); },
          [&](ResultsPlace& place) { return apply_results(state, place, action, now); },
          [&](BrowsePlace& place) { return apply_browse(state, place, action, now); },
          [&](GuidePlace& place) { return apply_guide(state, place, action, now); },
          [&](BasketPlace& place) { return apply_basket(state, place, action, now); },
          [&](ReaderState& place) { return apply_reader(place, reader_context(state), action, now); },
          [&](const auto&) { return apply_elsewhere(state, action, now); },
      },
      state.session.place);
}

// Back closes what lies over a place first.
bool close_over(AppState& state, double now) {
  auto* reader = std::get_if<ReaderState>(&state.session.place);
  return reader != nullptr && close_over_page(*reader, reader_context(state), now);
}

Effects carry_out(AppState& state, const Action& action, double now) {
  const bool searching = std::holds_alternative<SearchPlace>(state.session.place);
  return std::visit(
      Match{
          [](const act::None&) { return Effects{}; },
          [](const act::Stay&) { return Effects{}; },
          [&](const act::Begin&) { return go_home(state); },
          [&](const act::SetLanguage& wish) { return switch_language(state, wish.language, now); },
          [&](const act::Back&) { return close_over(state, now) ? Effects{} : go_back(state, now); },
          [&](const act::Home&) { return go_home(state); },
          [&](const act::Finish&) { return end_visit(state, now); },
          [&](const act::OpenSearch& wish) {
            return searching ? Effects{} : open_search(state, wish.text, now);
          },
          [&](const act::ShowResults& wish) { return show_results(state, wish, now); },
          [&](const act::Browse& wish) { return browse(state, wish, now); },
          [&](const act::OpenDocument& wish) { return open_document(state, wish, now); },
          [&](const act::OpenGuide& wish) { return open_guide(state, wish.key); },
          [&](const act::TakeAway& wish) { return open_take_away(state, wish.id); },
          [&](const act::Keep& wish) { return keep(state, wish.id); },
          [&](const act::OpenBasket&) { return open_basket(state); },
          [&](const act::Listen&) { return listen(state, now); },
          [&](const act::SetVolume& wish) { return set_volume(state, wish.step); },
          [&](const auto&) { return apply_to_place(state, action, now); },
      },
      action);
}

// While the take-away sheet lies over the place, nothing else than it is meant.
Effects carry_out_on_sheet(AppState& state, const Action& action, double now) {
  const auto close = [&] { state.session.take_away.reset(); };
  return std::visit(
      Match{
          [&](const act::Back&) { return close(), Effects{}; },
          [&](const act::Home&) { return close(), go_home(state); },
          [&](const act::Finish&) { return end_visit(state, now); },
          [&](const act::SetLanguage& wish) { return switch_language(state, wish.language, now); },
          [&](const act::CitePage& wish) { return cite_page(state, wish.page_only), Effects{}; },
          [](const auto&) { return Effects{}; },
      },
      action);
}

template <class P>
bool offer(P& place, const message::SearchAnswered& answer) {
  if (!place.answer.waiting || place.answer.ticket != answer.ticket) return false;
  // Cancelled for a newer request: nothing to show, and whoever still wants it asks again on coming back.
  if (!answer.response && answer.response.error().kind == ErrorKind::interrupted) return true;
  take_answer(place, answer);
  return true;
}

bool offer(Place& place, const message::SearchAnswered& answer) {
  if (auto* search = std::get_if<SearchPlace>(&place)) return offer(*search, answer);
  if (auto* results = std::get_if<ResultsPlace>(&place)) return offer(*results, answer);
  return false;
}

Effects take(AppState& state, const message::SearchAnswered& answer, double now) {
  if (!offer(state.session.place, answer)) {
    for (Place& place : state.session.history) offer(place, answer);
    return {};
  }
  auto* results = std::get_if<ResultsPlace>(&state.session.place);
  if (results == nullptr || !wants_more(*results, state.screen)) return {};
  return ask_for_more(state, *results, now);
}

Effects take(AppState& state, const message::BrowseAnswered& answer) {
  const auto offer_to = [&](Place& place) {
    auto* covers = std::get_if<BrowsePlace>(&place);
    if (covers != nullptr && covers->waiting && covers->ticket == answer.ticket)
      take_answer(*covers, answer, state.screen);
  };
  offer_to(state.session.place);
  for (Place& place : state.session.history) offer_to(place);
  return {};
}

// A search that failed (no index yet) may work now; the list of all documents is another one.
Effects try_again(AppState& state, double now) {
  if (auto* search = std::get_if<SearchPlace>(&state.session.place);
      search != nullptr && search->answer.error) {
    return ask(state, *search, now);
  }
  if (auto* covers = std::get_if<BrowsePlace>(&state.session.place)) return ask(state, *covers, now);
  auto* results = std::get_if<ResultsPlace>(&state.session.place);
  return results != nullptr && results->answer.error ? ask(state, *results, now) : Effects{};
}

Effects take(AppState& state, const message::LibraryChanged& facts, double now) {
  state.library.shelves = facts.shelves;
  state.library.documents = facts.documents;
  state.library.newest.clear();
  for (const auto& document : facts.newest) state.library.newest.emplace(document.id, document);
  state.library.known = true;
  return try_again(state, now);
}

Effects offer_to_readers(AppState& state, const Message& message, double now) {
  for (Place& place : state.session.history) {
    if (auto* reader = std::get_if<ReaderState>(&place))
      receive_reader(*reader, reader_context(state), message, now);
  }
  auto* reader = std::get_if<ReaderState>(&state.session.place);
  return reader == nullptr ? Effects{} : receive_reader(*reader, reader_context(state), message, now);
}

// Copying a reference down, or finding the telephone, takes as long as reading a page.
double idle_limit(const Session& session) {
  const bool reads = std::holds_alternative<ReaderState>(session.place) ||
                     std::holds_alternative<BasketPlace>(session.place) || session.take_away;
  return reads ? idle_prompt_after_reading : idle_prompt_after;
}

Effects tick_idle(AppState& state, double now, double& next) {
  Session& session = state.session;
  if (std::holds_alternative<WelcomePlace>(session.place) || somebody_listens(session)) return {};
  const double prompt_at = session.last_touch + idle_limit(session);
  if (!session.prompted_at && now >= prompt_at) session.prompted_at = now;
  if (!session.prompted_at) {
    next = std::min(next, prompt_at);
    return {};
  }
  const double end_at = *session.prompted_at + idle_countdown;
  if (now >= end_at) return end_visit(state, now);
  next = std::min(next, end_at);
  return {};
}

Effects tick_place(AppState& state, double now, double& next) {
  Place& place = state.session.place;
  if (auto* reader = std::get_if<ReaderState>(&place)) {
    return tick_reader(*reader, reader_context(state), now, next);
  }
  if (auto* guide = std::get_if<GuidePlace>(&place); guide != nullptr && guide->scroll.moving()) {
    if (step(guide->scroll, guide_limit(state), now)) next = now;
  }
  if (auto* kept = std::get_if<BasketPlace>(&place); kept != nullptr && kept->scroll.moving()) {
    if (step(kept->scroll, basket_limit(state.session.basket, state.screen), now)) next = now;
  }
  if (auto* covers = std::get_if<BrowsePlace>(&place)) {
    if (step_browse(*covers, state.screen, now)) next = now;
  }
  auto* results = std::get_if<ResultsPlace>(&place);
  if (results == nullptr) return {};
  if (results->facet_scroll.moving() &&
      step(results->facet_scroll, facet_limit(*results, state.screen), now)) {
    next = now;
  }
  if (!results->scroll.moving()) return {};
  if (step(results->scroll, scroll_limit(*results, state.screen), now)) next = now;
  return wants_more(*results, state.screen) ? ask_for_more(state, *results, now) : Effects{};
}

Effects take(AppState& state, const Message& message, double now) {
  return std::visit(Match{
                        [&](const message::SearchAnswered& answer) { return take(state, answer, now); },
                        [&](const message::BrowseAnswered& answer) { return take(state, answer); },
                        [&](const message::LibraryChanged& facts) { return take(state, facts, now); },
                        [](const message::PictureReady&) { return Effects{}; },  // the loop's affair
                        [&](const auto&) { return offer_to_readers(state, message, now); },
                    },
                    message);
}

}  // namespace

std::vector<Effect> apply(AppState& state, const Action& action, double now) {
  Session& session = state.session;
  if (session.prompted_at && std::holds_alternative<act::None>(action)) return {};
  session.last_touch = now;
  const bool was_prompted = session.prompted_at.has_value();
  session.prompted_at.reset();
  if (was_prompted && !std::holds_alternative<act::Finish>(action)) return {};
  // By value: the caller's action may belong to a part of the state that this replaces.
  const Action wish = action;
  Heard heard = hear(state, wish);
  if (heard.all_that_is_meant) return heard.effects;
  append(heard.effects,
         session.take_away ? carry_out_on_sheet(state, wish, now) : carry_out(state, wish, now));
  return heard.effects;
}

std::vector<Effect> receive(AppState& state, const Message& message, double now) {
  Effects effects = take(state, message, now);
  append(effects, hear(state, message, now));
  return effects;
}

std::vector<Effect> tick(AppState& state, double now, double& next) {
  next = std::numeric_limits<double>::infinity();
  Effects effects = tick_place(state, now, next);
  append(effects, tick_listening(state, now, next));
  append(effects, tick_idle(state, now, next));
  return effects;
}

void after_drawing(AppState& state, const Scene& scene) {
  state.content_height = scene.content_height;
}

}  // namespace mess::kiosk
