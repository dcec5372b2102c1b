#pragma once
// An X server of a test's own, whose only client beside the test is what is tested. As long as it lives,
// DISPLAY names it. False where it is not installed or does not start within some seconds.

#include <string>
#include <vector>

#include <sys/types.h>

#include "kiosk/platform/window.h"

using Display = struct _XDisplay;  // Xlib's own header has macros with names of ours

namespace mess::kiosk {

class XServer {
 public:
  using Id = unsigned long;

  // The command with its arguments; the number of the display is asked for with -displayfd.
  explicit XServer(std::vector<std::string> command);
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;
  ~XServer();
  explicit operator bool() const { return display_ != nullptr; }
  bool installed() const { return installed_; }

  Display* display() const { return display_; }
  Id window() const;       // the only one that is shown; 0: none is
  PixelSize size() const;  // of that window
  void resize(PixelSize size);
  unsigned long pixel(int x, int y);  // of that window, 0xRRGGBB

 private:
  pid_t pid_ = -1;
  bool installed_ = false;
  Display* display_ = nullptr;
};

}  // namespace mess::kiosk
