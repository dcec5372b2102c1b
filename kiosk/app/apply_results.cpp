#include <algorithm>
#include <iterator>

#include "kiosk/app/facets.h"
#include "kiosk/app/field.h"
#include "kiosk/app/match.h"
#include "kiosk/app/results.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

constexpr int first_documents = 12, more_documents = 24;

effect::Search search_for(AppState& state, ResultsPlace& place, int offset, int limit, double now) {
  place.answer.ticket = state.session.next_ticket++;
  place.answer.waiting = true;
  place.answer.asked_at = now;
  place.answer.offset = offset;
  index::SearchRequest request;
  request.query = place.query;
  request.filters = place.filters;
  request.offset = offset;
  request.limit = limit;
  request.language = borrowed_by(state.session.language);
  request.sort = place.sort;
  return {place.answer.ticket, std::move(request), false};
}

Effects narrowed(AppState& state, ResultsPlace& place, double now) {
  place.scroll = {};
  return ask(state, place, now);
}

Effects moved(AppState& state, ResultsPlace& place, double now) {
  return wants_more(place, state.screen) ? ask_for_more(state, place, now) : Effects{};
}

void toggle_unfolded(ResultsPlace& place, library::DocumentId id) {
  if (std::erase(place.unfolded, id) == 0) place.unfolded.push_back(id);
}

Effects write_again(AppState& state, const ResultsPlace& place, const Action& action, double now) {
  Effects effects = open_search(state, place.query, now);
  append(effects, apply_search(state, std::get<SearchPlace>(state.session.place), action, now));
  return effects;
}

Effects scroll_screens(AppState& state, ResultsPlace& place, float screens, double now) {
  const float height = results_layout(state.screen).list.h;
  glide_to(place.scroll, place.scroll.at + screens * height, scroll_limit(place, state.screen), now);
  return moved(state, place, now);
}

// The search follows the knob only once it rests: a list that changes under a moving finger is no help.
Effects let_go_of_years(AppState& state, ResultsPlace& place, double now) {
  if (!place.year_knob) return {};
  place.year_knob.reset();
  return narrowed(state, place, now);
}

}  // namespace

Effects ask(AppState& state, ResultsPlace& place, double now) {
  place.answer.error.reset();
  return {search_for(state, place, 0, first_documents, now)};
}

Effects ask_for_more(AppState& state, ResultsPlace& place, double now) {
  const int loaded = static_cast<int>(place.answer.response.documents.size());
  return {search_for(state, place, loaded, more_documents, now)};
}

Effects apply_results(AppState& state, ResultsPlace& place, const Action& action, double now) {
  if (auto effects = apply_question(state, place, action, now)) return std::move(*effects);
  const float limit = scroll_limit(place, state.screen);
  return std::visit(
      Match{
          [&](const act::ToggleFilter& filter) {
            toggle(place.filters, filter.facet, filter.value);
            return narrowed(state, place, now);
          },
          [&](const act::UnfoldFacet& facet) {
            if (std::erase(place.open_facets, facet.facet) == 0) place.open_facets.push_back(facet.facet);
            return Effects{};
          },
          [&](const act::Slide& slide) {
            if (slide.area == years_area) move_year_knob(place, state.screen, slide.fraction);
            return Effects{};
          },
          [&](const act::ClearFilters&) {
            place.filters = {};
            return narrowed(state, place, now);
          },
          [&](const act::SetSort& sort) {
            place.sort = sort.sort;
            return narrowed(state, place, now);
          },
          [&](const act::UnfoldPages& card) { return toggle_unfolded(place, card.id), Effects{}; },
          [&](const act::PageOfResults& pager) {
            glide_to(place.scroll, pager_target(place, state.screen, pager.direction), limit, now);
            return moved(state, place, now);
          },
          [&](const act::Scroll& scroll) { return scroll_screens(state, place, scroll.screens, now); },
          [&](const act::Drag& drag) {
            if (drag.area == facets_area)
              drag_by(place.facet_scroll, drag.by.y, facet_limit(place, state.screen));
            if (drag.area != "results.list") return Effects{};
            drag_by(place.scroll, drag.by.y, limit);
            return moved(state, place, now);
          },
          [&](const act::Fling& fling) {
            if (fling.area == years_area) return let_go_of_years(state, place, now);
            if (fling.area == facets_area) throw_with(place.facet_scroll, fling.speed.y, now);
            if (fling.area == "results.list") throw_with(place.scroll, fling.speed.y, now);
            return moved(state, place, now);
          },
          [&](const act::Halt& stop) {
            if (stop.area == "results.list") halt(place.scroll);
            if (stop.area == facets_area) halt(place.facet_scroll);
            return Effects{};
          },
          [&](const act::Clear&) { return open_search(state, "", now); },
          // A real keyboard: the words of these results can be changed at once.
          [&](const act::Type&) { return write_again(state, place, action, now); },
          [&](const act::Erase&) { return write_again(state, place, action, now); },
          [](const auto&) { return Effects{}; },
      },
      action);
}

void take_answer(ResultsPlace& place, const message::SearchAnswered& answer) {
  place.answer.waiting = false;
  if (!answer.response) {
    place.answer.error = answer.response.error();
    if (place.answer.offset == 0) place.guide_pages = answer.guide_pages;
    return;
  }
  place.answer.received = true;
  index::SearchResponse& shown = place.answer.response;
  if (place.answer.offset == 0) {
    shown = *answer.response;
    place.guide_pages = answer.guide_pages;
    return;
  }
  const auto& more = answer.response->documents;
  std::copy(more.begin(), more.end(), std::back_inserter(shown.documents));
  shown.total_pages += answer.response->total_pages;
  // The library may have shrunk meanwhile: then there is no more to ask for.
  shown.total = more.empty() ? static_cast<int>(shown.documents.size()) : answer.response->total;
}

}  // namespace mess::kiosk
