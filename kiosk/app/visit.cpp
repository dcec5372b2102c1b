#include "kiosk/app/visit.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "kiosk/app/field.h"
#include "kiosk/wipe.h"

namespace mess::kiosk {

namespace {

bool is_home(const Place& place) {
  return std::holds_alternative<HomePlace>(place) || std::holds_alternative<WelcomePlace>(place);
}

void stop_moving(Place& place) {
  if (auto* home = std::get_if<HomePlace>(&place)) halt(home->scroll);
  if (auto* results = std::get_if<ResultsPlace>(&place)) {
    halt(results->scroll);
    halt(results->facet_scroll);
    // One on its way to the disk may still come back, to be sent again.
    if (!results->question.waiting) close_question(*results);
  }
  if (auto* guide = std::get_if<GuidePlace>(&place)) halt(guide->scroll);
  if (auto* kept = std::get_if<BasketPlace>(&place)) halt(kept->scroll);
  if (auto* covers = std::get_if<BrowsePlace>(&place)) {
    halt(covers->scroll);
    halt(covers->sections);
  }
}

void remember(std::vector<Place>& history, Place place) {
  stop_moving(place);
  history.push_back(std::move(place));
  if (history.size() > longest_history) history.erase(history.begin() + 1);
}

Effects leave(const Place& place) {
  return std::holds_alternative<ReaderState>(place) ? leave_reader() : Effects{};
}

// What a place out of the history still needs.
Effects wake(AppState& state, double now) {
  Place& place = state.session.place;
  if (auto* reader = std::get_if<ReaderState>(&place))
    return resume_reader(*reader, reader_context(state), now);
  if (auto* search = std::get_if<SearchPlace>(&place); search != nullptr && search->answer.waiting) {
    return ask(state, *search, now);
  }
  if (auto* results = std::get_if<ResultsPlace>(&place); results != nullptr && results->answer.waiting) {
    return results->answer.offset > 0 ? ask_for_more(state, *results, now) : ask(state, *results, now);
  }
  if (std::holds_alternative<BasketPlace>(place)) renew_kept(state);
  // The library or the language may be another one by now.
  if (auto* covers = std::get_if<BrowsePlace>(&place)) return ask(state, *covers, now);
  return {};
}

library::Document record_of(const index::DocumentHit& hit) {
  library::Document record;
  record.id = hit.id;
  record.sha256 = hit.sha256;
  record.title = hit.title;
  record.creators = hit.creators;
  record.languages = {hit.language};
  record.year = hit.year;
  record.collection = hit.collection;
  record.page_count = hit.pages;
  return record;
}

library::Document record_of(const library::Listed& listed) {
  library::Document record;
  record.id = listed.id;
  record.sha256 = listed.sha256;
  record.title = listed.title;
  record.languages = {listed.language};
  record.year = listed.year;
  record.collection = listed.collection;
  record.page_count = listed.pages;
  return record;
}

std::optional<library::Document> known_record(const BrowsePlace& place, library::DocumentId id) {
  if (!place.listing) return std::nullopt;
  const auto& documents = place.listing->documents;
  const auto found =
      std::find_if(documents.begin(), documents.end(), [id](const auto& d) { return d.id == id; });
  return found == documents.end() ? std::nullopt : std::optional(record_of(*found));
}

// As much of a document's record as the screen already knows.
std::optional<library::Document> known_record(const AppState& state, library::DocumentId id) {
  const auto among = [id](const Answer& answer) -> std::optional<library::Document> {
    const auto& hits = answer.response.documents;
    const auto hit = std::find_if(hits.begin(), hits.end(), [id](const auto& h) { return h.id == id; });
    return hit == hits.end() ? std::nullopt : std::optional(record_of(*hit));
  };
  if (const auto newest = state.library.newest.find(id); newest != state.library.newest.end()) {
    return newest->second;
  }
  if (const library::Document* kept = find_kept(state.session.basket, id)) return *kept;
  if (const auto* reader = std::get_if<ReaderState>(&state.session.place)) {
    const auto hit = std::find_if(reader->related.begin(), reader->related.end(),
                                  [id](const auto& near) { return near.id == id; });
    return hit == reader->related.end() ? std::nullopt : std::optional(record_of(*hit));
  }
  if (const auto* search = std::get_if<SearchPlace>(&state.session.place)) return among(search->answer);
  if (const auto* results = std::get_if<ResultsPlace>(&state.session.place)) return among(results->answer);
  if (const auto* covers = std::get_if<BrowsePlace>(&state.session.place)) return known_record(*covers, id);
  return std::nullopt;
}

}  // namespace

void append(Effects& effects, Effects more) {
  std::move(more.begin(), more.end(), std::back_inserter(effects));
}

ReaderContext reader_context(const AppState& state) {
  return {state.session.language, state.screen, state.session.comfort.low};
}

Effects enter(AppState& state, Place place) {
  Effects effects = leave(state.session.place);
  if (std::holds_alternative<WelcomePlace>(state.session.place)) state.session.place = HomePlace{};
  remember(state.session.history, std::move(state.session.place));
  state.session.place = std::move(place);
  state.content_height = 0;
  return effects;
}

Effects replace(AppState& state, Place place) {
  if (is_home(state.session.place)) return enter(state, std::move(place));
  Effects effects = leave(state.session.place);
  state.session.place = std::move(place);
  state.content_height = 0;
  return effects;
}

Effects go_back(AppState& state, double now) {
  auto& history = state.session.history;
  if (history.empty()) return go_home(state);
  Effects effects = leave(state.session.place);
  state.session.place = std::move(history.back());
  history.pop_back();
  state.content_height = 0;
  append(effects, wake(state, now));
  return effects;
}

Effects go_home(AppState& state) {
  Effects effects = leave(state.session.place);
  state.session.place = HomePlace{};
  state.session.history.clear();
  return effects;
}

Effects end_visit(AppState& state, double now) {
  Effects effects = leave(state.session.place);
  // The next visitor must not find on the printer what this one left waiting there.
  const auto& printing = state.session.printing;
  if (printing && !is_over(printing->stage)) effects.push_back(effect::CancelPrint{printing->ticket, false});
  const auto& copying = state.session.copying;
  if (copying && !is_over(copying->stage)) effects.push_back(effect::CancelCopy{copying->ticket});
  if (state.session.comfort.speak) effects.emplace_back(effect::Silence{});
  Session fresh;
  fresh.language = state.house_language;
  fresh.last_touch = now;
  fresh.next_ticket = state.session.next_ticket;
  renew(state.session, std::move(fresh));
  state.content_height = 0;
  ++state.visits;
  return effects;
}

Effects open_search(AppState& state, std::string_view text, double now) {
  SearchPlace place;
  place.field = field_of(text);
  place.keyboard = borrowed_by(state.session.language);
  Effects effects = enter(state, std::move(place));
  append(effects, ask(state, std::get<SearchPlace>(state.session.place), now));
  return effects;
}

Effects show_results(AppState& state, const act::ShowResults& wish, double now) {
  if (auto* shown = std::get_if<ResultsPlace>(&state.session.place);
      shown != nullptr && shown->query == wish.query) {
    shown->filters = wish.filters;
    shown->scroll = {};
    return ask(state, *shown, now);
  }
  ResultsPlace place;
  place.query = wish.query;
  place.filters = wish.filters;
  // The keyboard is not a place: Back from the results does not lead to it.
  const bool from_keyboard = std::holds_alternative<SearchPlace>(state.session.place);
  Effects effects = from_keyboard ? replace(state, std::move(place)) : enter(state, std::move(place));
  append(effects, ask(state, std::get<ResultsPlace>(state.session.place), now));
  return effects;
}

Effects browse(AppState& state, const act::Browse& wish, double now) {
  if (auto* shown = std::get_if<BrowsePlace>(&state.session.place)) {
    if (shown->order == wish.order && !shown->error) return {};
    shown->order = wish.order;
    return ask(state, *shown, now);
  }
  BrowsePlace place;
  place.order = wish.order;
  Effects effects = enter(state, std::move(place));
  append(effects, ask(state, std::get<BrowsePlace>(state.session.place), now));
  return effects;
}

Effects open_document(AppState& state, const act::OpenDocument& wish, double now) {
  const std::optional<library::Document> known = known_record(state, wish.id);
  const bool from_results = std::holds_alternative<ResultsPlace>(state.session.place);
  ReaderOpening opening =
      open_reader(wish, known ? &*known : nullptr, from_results, reader_context(state), now);
  Effects effects = enter(state, std::move(opening.place));
  append(effects, std::move(opening.effects));
  return effects;
}

Effects open_guide(AppState& state, const std::string& key) {
  if (const auto* shown = std::get_if<GuidePlace>(&state.session.place);
      shown != nullptr && shown->key == key) {
    return {};
  }
  return enter(state, GuidePlace{key, {}});
}

}  // namespace mess::kiosk
