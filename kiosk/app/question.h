#pragma once
// 11: the question that a visitor leaves for the team, as a plain value. Of the visit: it goes with it, and
// what was written goes as soon as it has been sent or given up.

#include <optional>

#include "kiosk/app/typing.h"
#include "library/result.h"

namespace mess::kiosk {

struct QuestionSlip {
  Typing typing;  // while it is written
  bool writing = false;
  int ticket = 0;  // of what was sent
  bool waiting = false;
  double asked_at = 0;               // seconds; as in Answer
  bool saved = false;                // the team will read it
  std::optional<ErrorKind> refused;  // why it could not be kept, until it is written on
};

}  // namespace mess::kiosk
