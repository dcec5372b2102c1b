#include "kiosk/app/session.h"

#include <algorithm>
#include <limits>

#include "kiosk/app/apply_listen.h"
#include "kiosk/app/apply_voice.h"
#include "kiosk/app/browse.h"
#include "kiosk/app/calm.h"
#include "kiosk/app/facets.h"
#include "kiosk/app/home.h"
#include "kiosk/app/match.h"
#include "kiosk/app/panel.h"
#include "kiosk/app/reach.h"
#include "kiosk/app/reader_large.h"
#include "kiosk/app/results.h"
#include "kiosk/app/screen_size.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

// What somebody writes in at this place; nullptr where nobody can.
Typing* typing_in(Place& place) {
  if (auto* search = std::get_if<SearchPlace>(&place)) return search;
  if (auto* results = std::get_if<ResultsPlace>(&place); results != nullptr && is_writing_question(*results))
    return &results->question.typing;
  auto* reader = std::get_if<ReaderState>(&place);
  return reader == nullptr ? nullptr : &reader->find.typing;
}

// They stay until the next touch, whatever it means; one that only says a letter is half of a touch.
void close_accents(Place& place, const Action& action) {
  if (std::holds_alternative<act::ShowAccents>(action) || std::holds_alternative<act::SetFocus>(action) ||
      std::holds_alternative<act::Speak>(action))
    return;
  if (Typing* typing = typing_in(place)) typing->accents.reset();
}

Effects switch_language(AppState& state, Language language, double now) {
  state.session.language = language;
  if (Typing* typing = typing_in(state.session.place)) {
    typing->keyboard = borrowed_by(language);
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
          [&](HomePlace& place) { return apply_home(state, place, action, now); },
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
  if (auto* results = std::get_if<ResultsPlace>(&state.session.place);
      results != nullptr && is_writing_question(*results))
    return close_question(*results);
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
          [&](const act::ShowPanel& wish) { return show_panel(state.session, wish.panel), Effects{}; },
          [&](const act::SetComfort& wish) {
            Effects effects = set_comfort(state, wish.comfort);
            // Chosen on the first screen: somebody is there.
            if (std::holds_alternative<WelcomePlace>(state.session.place)) append(effects, go_home(state));
            return effects;
          },
          [&](const act::BringDown&) { return bring_down(state.session, state.screen), Effects{}; },
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
          [&](const act::OpenStaffDoor&) { return open_staff_door(state, now); },
          [&](const act::Listen&) { return listen(state, now); },
          [&](const act::SetVolume& wish) { return set_volume(state, wish.step); },
          [&](const act::OpenPrint&) { return apply_print(state, action); },
          [&](const act::OpenCopy&) { return apply_copy(state, action); },
          [&](const act::SetTextSize& wish) { return state.session.reading.size = wish.size, Effects{}; },
          [&](const act::ChangeTone&) {
            return state.session.reading.tone = next_tone(state.session.reading.tone), Effects{};
          },
          [&](const auto&) { return apply_to_place(state, action, now); },
      },
      action);
}

// While the sheet that asks what to print or to copy lies over everything else. `close` puts it away.
template <class Close, class Apply>
Effects carry_out_over_all(AppState& state, const Action& action, double now, Close close,
                           Apply apply_sheet) {
  return std::visit(
      Match{
          [&](const act::Back&) { return close(), Effects{}; },
          [&](const act::Home&) {
            state.session.take_away.reset();
            return close(), go_home(state);
          },
          [&](const act::Finish&) { return end_visit(state, now); },
          [&](const act::SetLanguage& wish) { return switch_language(state, wish.language, now); },
          [&](const auto&) { return apply_sheet(state, action); },
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
          [&](const act::OpenPrint&) { return apply_print(state, action); },
          [&](const act::OpenCopy&) { return apply_copy(state, action); },
          [](const auto&) { return Effects{}; },
      },
      action);
}

// Copying a reference down, or finding the telephone, takes as long as reading a page.
double idle_limit(const Session& session) {
  const bool reads = std::holds_alternative<ReaderState>(session.place) ||
                     std::holds_alternative<BasketPlace>(session.place) || session.take_away ||
                     session.copy_sheet;
  return reads ? idle_prompt_after_reading : idle_prompt_after;
}

Effects tick_idle(AppState& state, double now, double& next) {
  Session& session = state.session;
  if (std::holds_alternative<WelcomePlace>(session.place) || is_of_staff(session.place)) return {};
  if (somebody_listens(session)) return {};
  const double prompt_at = session.last_touch + idle_limit(session);
  if (!session.prompted_at && now >= prompt_at) {
    session.prompted_at = now;
    session.voice.target.clear();
  }
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
  if (auto* home = std::get_if<HomePlace>(&place); home != nullptr && home->scroll.moving()) {
    if (step(home->scroll, home_limit(state), now)) next = now;
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

// On the sheet that lies over the others, or on the place.
Effects carry_out_on_top(AppState& state, const Action& wish, double now) {
  Session& session = state.session;
  if (auto* door = std::get_if<StaffDoorPlace>(&session.place))
    return apply_staff_door(state, *door, wish, now);
  if (auto* staff = std::get_if<StaffPlace>(&session.place)) return apply_staff(state, *staff, wish, now);
  if (session.print_sheet) {
    return carry_out_over_all(
        state, wish, now, [&] { session.print_sheet.reset(); }, apply_print);
  }
  if (session.copy_sheet) {
    return carry_out_over_all(
        state, wish, now, [&] { session.copy_sheet.reset(); }, apply_copy);
  }
  return session.take_away ? carry_out_on_sheet(state, wish, now) : carry_out(state, wish, now);
}

Effects apply_touch(AppState& state, const Action& action, double now) {
  Session& session = state.session;
  const bool was_prompted = session.prompted_at.has_value();
  session.prompted_at.reset();
  if (was_prompted && !std::holds_alternative<act::Finish>(action)) return {};
  if (const auto* keys = std::get_if<act::SetFocus>(&action)) {
    session.focus = keys->focus;
    session.voice.of_title = false;
    return {};
  }
  // By value: the caller's action may belong to a part of the state that this replaces.
  const Action wish = action;
  if (close_panel(state.session, wish)) return {};
  Heard heard = hear(state, wish);
  if (!heard.all_that_is_meant) append(heard.effects, carry_out_on_top(state, wish, now));
  if (session.comfort.calm) come_to_rest(session.place);
  return heard.effects;
}

}  // namespace

namespace {

bool somebody_writes(const Session& session) {
  const auto* reader = std::get_if<ReaderState>(&session.place);
  const auto* results = std::get_if<ResultsPlace>(&session.place);
  return (reader != nullptr && reader->find.writing) || (results != nullptr && is_writing_question(*results));
}

// What was asked for may lie where a place that is brought down is not seen: its keys, another passage.
bool begins_elsewhere(const Session& session, const Sight& before, bool wrote, const Action& action) {
  const Sight after = sight_of(session);
  return after.place != before.place || after.history != before.history || after.panel != before.panel ||
         somebody_writes(session) != wrote || std::holds_alternative<act::StepHit>(action) ||
         std::holds_alternative<act::GoToPassage>(action) || std::holds_alternative<act::FindHere>(action);
}

}  // namespace

std::vector<Effect> apply(AppState& state, const Action& action, double now) {
  Session& session = state.session;
  if (is_being_cleaned(session, now)) return {};
  close_accents(session.place, action);
  if (std::holds_alternative<act::None>(action)) {
    session.focus = {};
    if (session.prompted_at) return {};
  }
  session.last_touch = now;
  if (is_for_voice(action)) {
    Heard heard = hear(state, action);
    append(heard.effects, apply_voice(state, action, now));
    return heard.effects;
  }
  const Sight before = sight_of(session);
  const bool wrote = somebody_writes(session);
  const Action asked = action;  // which may belong to what this replaces
  Effects effects = apply_touch(state, action, now);
  if (sight_of(session) != before) session.voice.target.clear();
  if (begins_elsewhere(session, before, wrote, asked) || !can_be_brought_down(session))
    session.brought_down = 0;
  return effects;
}

std::vector<Effect> tick(AppState& state, double now, double& next) {
  next = std::numeric_limits<double>::infinity();
  if (state.session.comfort.calm) come_to_rest(state.session.place);
  Effects effects = tick_place(state, now, next);
  append(effects, tick_listening(state, now, next));
  append(effects, tick_staff(state, now, next));
  append(effects, tick_idle(state, now, next));
  return effects;
}

std::vector<Effect> after_drawing(AppState& state, Scene& scene, double now) {
  state.content_height = scene.content_height;
  if (auto* reader = std::get_if<ReaderState>(&state.session.place))
    take_heights(*reader, reader_context(state), scene.large_heights);
  return speak_of(state, scene, now);
}

}  // namespace mess::kiosk
