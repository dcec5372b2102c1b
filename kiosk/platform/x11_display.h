#pragma once
// What SDL 2 does not see of an X server: that the display has other pixels now (it knows only of displays
// that come and go), and whether the window covers it, which without a window manager nobody else looks
// after. On other systems there is nothing to do, and nothing is done. UI thread.

#include <SDL_events.h>
#include <SDL_video.h>

namespace mess::kiosk {

class X11Display {
 public:
  X11Display() = default;  // on other systems: does nothing
  // From now on the server tells of changes, as SDL_SYSWMEVENT.
  static X11Display watched_from(SDL_Window* window);

  explicit operator bool() const { return display_ != nullptr; }
  bool changed(const SDL_Event& event) const;
  // Moves the window over the whole of the monitor that shows most of it, of the primary one when none does.
  // Without a monitor it stays.
  void cover_with_window() const;

 private:
  void* display_ = nullptr;  // X's names would be everybody's here
  unsigned long root_ = 0, window_ = 0;
};

}  // namespace mess::kiosk
