// What the answers of services do to the session: each goes to the place that waits for it.
#include "kiosk/app/apply_listen.h"
#include "kiosk/app/apply_voice.h"
#include "kiosk/app/browse.h"
#include "kiosk/app/match.h"
#include "kiosk/app/results.h"
#include "kiosk/app/session.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

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

Effects take(AppState& state, const message::QuestionAnswered& answer) {
  const auto offer_to = [&](Place& place) {
    if (auto* results = std::get_if<ResultsPlace>(&place)) take_answer(*results, answer);
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

Effects take(AppState& state, const Message& message, double now) {
  return std::visit(Match{
                        [&](const message::SearchAnswered& answer) { return take(state, answer, now); },
                        [&](const message::BrowseAnswered& answer) { return take(state, answer); },
                        [&](const message::LibraryChanged& facts) { return take(state, facts, now); },
                        [&](const message::HouseRead& house) { return take(state, house); },
                        [&](const message::PrinterFound& found) {
                          state.house.printer = found.printer;
                          return Effects{};
                        },
                        [&](const message::PrintProgress& progress) { return take(state, progress); },
                        [&](const message::KeysFound& found) { return take(state, found); },
                        [&](const message::CopyProgress& progress) { return take(state, progress); },
                        [&](const message::StaffLockAnswered& answer) { return take(state, answer, now); },
                        [&](const message::QuestionAnswered& answer) { return take(state, answer); },
                        [](const message::PictureReady&) { return Effects{}; },  // the loop's affair
                        [&](const auto&) { return offer_to_readers(state, message, now); },
                    },
                    message);
}

}  // namespace

std::vector<Effect> receive(AppState& state, const Message& message, double now) {
  Effects effects = take(state, message, now);
  hear_end_of_words(state, message);
  append(effects, hear(state, message, now));
  return effects;
}

}  // namespace mess::kiosk
