#pragma once
// What a key of a real keyboard, or of a keypad, means in the place that is on the screen. Pure.

#include <vector>

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
  speak,
  next_target,
  target_before,
};

// What to do, in this order; nothing when the key means nothing here. Once the focus is shown the arrows move
// it, and Enter does what has it. Before, arrows show it where they mean nothing else: in the reader they
// move and turn pages (left and right as the document's script runs), in a field the caret. On a machine that
// can be heard one key has the screen read aloud, or what was said last said again; then Escape silences the
// voice before it goes back.
std::vector<Action> actions_of(KeyPress key, const AppState& state, const Scene& scene);

}  // namespace mess::kiosk
