#pragma once
// The door of the staff and what is behind it (design/FLOW.md "Staff door"), as plain values.

#include <cstddef>
#include <optional>

#include "library/staff_lock.h"

namespace mess::kiosk {

// Seconds: nobody at the pad; nobody behind the door; the screen takes no touch while it is wiped; a key of
// the pad looks pressed.
inline constexpr double pad_leaves_after = 30, staff_leaves_after = 300, cleaning_seconds = 30,
                        pad_key_lit = 0.08;

// What is known of the lock. No part of a visit: a new visitor has no new tries.
struct StaffLockFacts {
  bool known = false;
  bool pin_set = false;
  int tries_left = library::most_tries;
  double closed_until = 0;     // UI clock
  std::optional<Error> error;  // it cannot be looked at: nobody can enter
};

// 12: the pad on which the PIN is entered.
struct StaffDoorPlace {
  library::Pin pin;  // as far as it is entered
  int ticket = 0;    // of the newest question to the lock
  bool waiting = false;
  double asked_at = 0;    // seconds; as in Answer
  std::size_t tried = 0;  // digits of the PIN that the lock is looking at; 0 = none
  bool wrong = false;     // the last one was, and nothing has been entered since
};

// Behind the door.
struct StaffPlace {
  std::optional<double> cleaning_until;  // UI clock; no touch and no key means anything until then
  friend bool operator==(const StaffPlace&, const StaffPlace&) = default;
};

}  // namespace mess::kiosk
