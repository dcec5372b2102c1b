#pragma once
// Keys, for tests of state without a screen.

#include <optional>

#include "kiosk/platform/key_action.h"

namespace mess::kiosk {

// The one thing that a key asks for where there are no targets.
inline std::optional<Action> action_of(KeyPress key, const AppState& state) {
  const std::vector<Action> actions = actions_of(key, state, Scene{});
  return actions.size() == 1 ? std::optional(actions.front()) : std::nullopt;
}

}  // namespace mess::kiosk
