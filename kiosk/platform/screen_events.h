#pragma once
// What happens to the screen and its window, and what is to be done about it. Pure.

namespace mess::kiosk {

enum class ScreenEvent {
  uncovered,        // shown, restored, or what covered it went away
  resized,          // another number of pixels
  put_away,         // minimised or hidden: by a chord, or a window manager
  moved,            // it lies on another display now
  display_came,     // plugged in, switched on, awake
  display_went,     // unplugged, switched off
  display_changed,  // turned, or its pixels are others
};

struct Remedy {
  bool draw = false;    // what is on the screen is not what was drawn last
  bool let_go = false;  // fingers that are down are so no more: where they were is another place now, or
                        // their device slept and will not tell that they left
  bool cover = false;   // the window is to cover the display again
  friend bool operator==(const Remedy&, const Remedy&) = default;
};

// `whole_screen`: a kiosk, not a window among others. Nothing puts a kiosk away.
Remedy remedy(ScreenEvent event, bool whole_screen);

}  // namespace mess::kiosk
