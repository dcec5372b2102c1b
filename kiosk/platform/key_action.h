#pragma once
// What a key of a real keyboard means in the place that is on the screen. Pure.

#include <optional>

#include "kiosk/app/session.h"

namespace mess::kiosk {

enum class KeyPress {
  left,
  right,
  up,
  down,
  page_up,
  page_down,
  home,
  end,
  enter,
  escape,
  backspace,
  erase_forward,
  zoom_in,
  zoom_out,
  zoom_fit,
  find,
  full_screen,
  one_page,
  two_pages,
  continuous,
  turn_left,
  turn_right,
};

// nullopt: nothing here. In the reader, left and right turn pages as the document's script runs.
std::optional<Action> action_of(KeyPress key, const AppState& state);

}  // namespace mess::kiosk
