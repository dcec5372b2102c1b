#pragma once
// The on-screen keyboard at the bottom of 03, of the reader while one writes there, and of 11 under a
// question.

#include <string_view>

#include "kiosk/screens/view.h"

namespace mess::kiosk {

// What the last key is for, where it does not search: an icon and the key of its word.
struct SubmitKey {
  std::string_view icon, word;
};
void draw_keyboard(View& view, const Typing& typing, const SubmitKey& submit = {});

}  // namespace mess::kiosk
