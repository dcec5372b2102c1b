#include "kiosk/platform/screen_events.h"

namespace mess::kiosk {

Remedy remedy(ScreenEvent event, bool whole_screen) {
  switch (event) {
    case ScreenEvent::uncovered:
      return {.draw = true};
    case ScreenEvent::resized:
      return {.draw = true, .let_go = true};
    case ScreenEvent::put_away:
      return {.let_go = true, .cover = whole_screen};
    case ScreenEvent::moved:
    case ScreenEvent::display_came:
    case ScreenEvent::display_went:
    case ScreenEvent::display_changed:
      return {.draw = true, .let_go = true, .cover = whole_screen};
  }
  return {};
}

}  // namespace mess::kiosk
