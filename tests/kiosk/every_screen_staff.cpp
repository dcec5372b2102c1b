// The staff door and what is behind it.

#include "every_screen.h"

namespace mess::kiosk {
namespace {

void answer(Visitor& v, Result<library::LockState> state, bool right = false, double now = 1) {
  receive(v.state(), message::StaffLockAnswered{v.at<StaffDoorPlace>()->ticket, std::move(state), right},
          now);
  v.draw();
}

void open_door(Visitor& v, const library::LockState& state = {true, library::most_tries, {}},
               double now = 1) {
  v.act(act::Begin{});
  v.act(act::OpenStaffDoor{});
  answer(v, state, false, now);
}

void try_pin(Visitor& v, const library::LockState& after, bool right = false) {
  open_door(v);
  v.act(act::Type{"482915"});
  v.act(act::Submit{});
  answer(v, after, right);
}

void enter(Visitor& v) {
  try_pin(v, {true, library::most_tries, {}}, true);
}

const std::vector<Shown> screens{
    {"pin", [](Visitor& v) { open_door(v); }, Sizes::all},
    {"pin_three_digits",
     [](Visitor& v) {
       open_door(v);
       v.act(act::Type{"482"});
     },
     Sizes::all},
    {"pin_longest",
     [](Visitor& v) {
       open_door(v);
       v.act(act::Type{"482915736204"});
     },
     Sizes::all},
    {"pin_looked_at",
     [](Visitor& v) {
       open_door(v);
       v.act(act::Type{"482915"});
       v.act(act::Submit{});
       v.wait(1);
     },
     Sizes::all},
    {"pin_wrong",
     [](Visitor& v) {
       try_pin(v, {true, 4, {}});
     },
     Sizes::all},
    {"pin_last_try",
     [](Visitor& v) {
       try_pin(v, {true, 1, {}});
     },
     Sizes::all},
    {"pin_some_tries_before",
     [](Visitor& v) {
       open_door(v, {true, 2, {}});
     },
     Sizes::all},
    // As seen at once, and by those tests that look at 100 s.
    {"pin_closed",
     [](Visitor& v) {
       open_door(v, {true, 0, library::door_closes_for}, 100);
     },
     Sizes::all},
    {"pin_closed_for_a_minute",
     [](Visitor& v) {
       open_door(v, {true, 0, std::chrono::seconds{50}}, 100);
     },
     Sizes::all},
    {"pin_not_set",
     [](Visitor& v) {
       open_door(v, {false, library::most_tries, {}});
     },
     Sizes::all},
    {"pin_torn",
     [](Visitor& v) {
       open_door(v);
       answer(v, tl::unexpected(Error{ErrorKind::corrupt, "", "", ""}));
     },
     Sizes::all},
    {"pin_disk_full",
     [](Visitor& v) {
       open_door(v);
       answer(v, tl::unexpected(Error{ErrorKind::disk_full, "", "", ""}));
     },
     Sizes::all},
    {"staff", [](Visitor& v) { enter(v); }, Sizes::all},
    {"staff_lowered",
     [](Visitor& v) {
       v.act(act::SetComfort{{TextSize::normal, false, true, false}});
       enter(v);
     },
     Sizes::all},
    {"staff_empty_library",
     [](Visitor& v) {
       receive(v.state(), message::LibraryChanged{}, 0);
       enter(v);
     },
     Sizes::all},
    {"cleaning",
     [](Visitor& v) {
       enter(v);
       v.state().session.place = StaffPlace{123.5};
       v.draw();
     },
     Sizes::all},
};

}  // namespace

std::span<const Shown> screens_of_staff() {
  return screens;
}

}  // namespace mess::kiosk
