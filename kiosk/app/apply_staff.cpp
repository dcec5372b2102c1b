// The staff door: the pad on which the PIN is entered, and the place behind it.
#include <algorithm>
#include <utility>

#include "kiosk/app/match.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {

namespace {

Effects ask_lock(AppState& state, StaffDoorPlace& place, std::optional<library::Pin> pin, double now) {
  place.ticket = state.session.next_ticket++;
  place.waiting = true;
  place.asked_at = now;
  return {effect::AskStaffLock{place.ticket, std::move(pin)}};
}

// Nothing can be entered while the lock looks at a PIN, is closed, or has none.
bool takes_digits(const AppState& state, const StaffDoorPlace& place, double now) {
  const StaffLockFacts& lock = state.staff_lock;
  return place.tried == 0 && lock.known && lock.pin_set && !lock.error && now >= lock.closed_until;
}

Effects enter_digits(StaffDoorPlace& place, const std::string& digits) {
  const std::size_t before = place.pin.size();
  for (const char digit : digits) place.pin.add(digit);
  if (place.pin.size() > before) place.wrong = false;
  return {};
}

Effects try_pin(AppState& state, StaffDoorPlace& place, double now) {
  if (!place.pin.can_be_tried()) return {};
  place.tried = place.pin.size();
  place.wrong = false;
  Effects effects = ask_lock(state, place, place.pin, now);
  place.pin.wipe();
  return effects;
}

Effects apply_pad(AppState& state, StaffDoorPlace& place, const Action& action, double now) {
  return std::visit(Match{
                        [&](const act::Type& typed) { return enter_digits(place, typed.text); },
                        [&](const act::Erase&) { return place.pin.erase(), Effects{}; },
                        [&](const act::Clear&) { return place.pin.wipe(), Effects{}; },
                        [&](const act::Submit&) { return try_pin(state, place, now); },
                        [](const auto&) { return Effects{}; },
                    },
                    action);
}

// The visit before it ends here; who stands at the pad goes on in the same language and comfort.
Effects open_door(AppState& state, double now) {
  const Language language = state.session.language;
  const Comfort comfort = state.session.comfort;
  Effects effects = end_visit(state, now);
  state.session.language = language;
  state.session.comfort = comfort;
  state.session.place = StaffPlace{};
  return effects;
}

// A new visit on home: nothing of what staff did stays.
Effects leave_staff(AppState& state, double now) {
  const Language language = state.session.language;
  Effects effects = end_visit(state, now);
  state.session.language = language;
  state.session.place = HomePlace{};
  return effects;
}

void take(StaffLockFacts& lock, const Result<library::LockState>& answer, double now) {
  lock.known = true;
  lock.error = answer ? std::nullopt : std::optional(answer.error());
  if (!answer) return;
  lock.pin_set = answer->pin_set;
  lock.tries_left = answer->tries_left;
  lock.closed_until =
      answer->closed_for.count() > 0 ? now + static_cast<double>(answer->closed_for.count()) : 0;
}

Effects tick_pad(AppState& state, StaffDoorPlace& place, double now, double& next) {
  const double leave_at = state.session.last_touch + pad_leaves_after;
  if (now >= leave_at) return go_home(state);
  next = std::min(next, leave_at);
  // The ten minutes are over: how many tries there are is the lock's to say.
  StaffLockFacts& lock = state.staff_lock;
  if (lock.closed_until == 0) return {};
  if (now < lock.closed_until) {
    next = std::min(next, lock.closed_until);
    return {};
  }
  lock.closed_until = 0;
  return ask_lock(state, place, std::nullopt, now);
}

Effects tick_behind(AppState& state, StaffPlace& place, double now, double& next) {
  if (place.cleaning_until && now >= *place.cleaning_until) {
    state.session.last_touch = *place.cleaning_until;
    place.cleaning_until.reset();
  }
  const double leave_at = state.session.last_touch + staff_leaves_after;
  if (place.cleaning_until) {
    next = std::min(next, *place.cleaning_until);
    return {};
  }
  if (now >= leave_at) return leave_staff(state, now);
  next = std::min(next, leave_at);
  return {};
}

}  // namespace

Effects open_staff_door(AppState& state, double now) {
  if (!std::holds_alternative<HomePlace>(state.session.place)) return {};
  Effects effects = enter(state, StaffDoorPlace{});
  append(effects, ask_lock(state, std::get<StaffDoorPlace>(state.session.place), std::nullopt, now));
  return effects;
}

Effects apply_staff_door(AppState& state, StaffDoorPlace& place, const Action& action, double now) {
  return std::visit(
      Match{
          [&](const act::Back&) { return go_home(state); },
          [&](const act::Home&) { return go_home(state); },
          [&](const act::Finish&) { return end_visit(state, now); },
          [&](const act::SetLanguage& wish) { return state.session.language = wish.language, Effects{}; },
          [&](const auto&) {
            return takes_digits(state, place, now) ? apply_pad(state, place, action, now) : Effects{};
          },
      },
      action);
}

Effects apply_staff(AppState& state, StaffPlace& place, const Action& action, double now) {
  return std::visit(
      Match{
          [&](const act::Back&) { return leave_staff(state, now); },
          [&](const act::Home&) { return leave_staff(state, now); },
          [&](const act::Finish&) { return end_visit(state, now); },
          [&](const act::SetLanguage& wish) { return state.session.language = wish.language, Effects{}; },
          [&](const act::CleanScreen&) { return place.cleaning_until = now + cleaning_seconds, Effects{}; },
          [](const auto&) { return Effects{}; },
      },
      action);
}

Effects take(AppState& state, const message::StaffLockAnswered& answer, double now) {
  take(state.staff_lock, answer.state, now);
  auto* place = std::get_if<StaffDoorPlace>(&state.session.place);
  if (place == nullptr || place->ticket != answer.ticket) return {};
  const bool tried = place->tried > 0;
  place->waiting = false;
  place->tried = 0;
  if (tried && answer.right) return open_door(state, now);
  place->wrong = tried && answer.state.has_value();
  return {};
}

Effects tick_staff(AppState& state, double now, double& next) {
  Place& place = state.session.place;
  if (auto* pad = std::get_if<StaffDoorPlace>(&place)) return tick_pad(state, *pad, now, next);
  if (auto* behind = std::get_if<StaffPlace>(&place)) return tick_behind(state, *behind, now, next);
  return {};
}

bool is_of_staff(const Place& place) {
  return std::holds_alternative<StaffDoorPlace>(place) || std::holds_alternative<StaffPlace>(place);
}

bool is_being_cleaned(const Session& session, double now) {
  const auto* staff = std::get_if<StaffPlace>(&session.place);
  return staff != nullptr && staff->cleaning_until && now < *staff->cleaning_until;
}

}  // namespace mess::kiosk
