#include "kiosk/app/field.h"
#include "kiosk/app/match.h"
#include "kiosk/app/type_with.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

constexpr int shown_documents = 8;  // more than fit, so that a wide screen is full

Effects submit(AppState& state, const SearchPlace& place, double now) {
  const std::string words = words_of(place.field);
  if (words.empty()) return {};
  // The same words as the results underneath: they are still there, with their place in the list.
  const auto& history = state.session.history;
  const auto* under = history.empty() ? nullptr : std::get_if<ResultsPlace>(&history.back());
  if (under != nullptr && under->query == words) return go_back(state, now);
  return show_results(state, {words, {}}, now);
}

Effects take(AppState& state, const SearchPlace& place, const index::Suggestion& suggestion, double now) {
  if (suggestion.kind == index::Suggestion::Kind::title && suggestion.id != 0) {
    return open_document(state, {suggestion.id, 1, words_of(place.field)}, now);
  }
  return show_results(state, {suggestion.text, {}}, now);
}

}  // namespace

Effects ask(AppState& state, SearchPlace& place, double now) {
  place.answer.error.reset();
  const std::string words = words_of(place.field);
  if (words.empty()) {
    place.answer = {};
    place.suggestions.clear();
    place.guide_pages.clear();
    // Nothing to ask; a ticket of its own makes answers on their way too late.
    place.answer.ticket = state.session.next_ticket++;
    return {};
  }
  place.answer.ticket = state.session.next_ticket++;
  place.answer.waiting = true;
  place.answer.asked_at = now;
  index::SearchRequest request;
  request.query = words;
  request.limit = shown_documents;
  request.language = borrowed_by(state.session.language);
  // After a space the last word is finished.
  request.typing = place.field.text.back() != ' ';
  return {effect::Search{place.answer.ticket, std::move(request), true}};
}

Effects apply_search(AppState& state, SearchPlace& place, const Action& action, double now) {
  if (const auto changed = type_with(place, action)) return *changed ? ask(state, place, now) : Effects{};
  return std::visit(Match{
                        [&](const act::HideKeyboard&) {
                          return words_of(place.field).empty() ? go_back(state, now)
                                                               : submit(state, place, now);
                        },
                        [&](const act::Submit&) { return submit(state, place, now); },
                        // A copy: the action may live in what it replaces.
                        [&](const act::TakeSuggestion& taken) {
                          return take(state, place, index::Suggestion(taken.suggestion), now);
                        },
                        [](const auto&) { return Effects{}; },
                    },
                    action);
}

void take_answer(SearchPlace& place, const message::SearchAnswered& answer) {
  place.answer.waiting = false;
  if (!answer.response) {
    place.answer.error = answer.response.error();
    place.guide_pages = answer.guide_pages;
    return;
  }
  place.answer.received = true;
  place.answer.response = *answer.response;
  place.suggestions = answer.suggestions;
  place.guide_pages = answer.guide_pages;
}

}  // namespace mess::kiosk
