#pragma once
// The window, its OpenGL context and what comes in through it. The only place that knows SDL. UI thread only,
// except wake().

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/gesture.h"
#include "kiosk/platform/key_action.h"
#include "kiosk/platform/kiosk_options.h"
#include "library/result.h"

namespace mess::kiosk {

namespace input {
struct Key {
  KeyPress key;
};
struct Text {
  std::string text;
};
struct Exposed {};  // draw again: uncovered, resized, restored
struct Closed {};   // the person (only in a window) or the system asks the program to end
struct Woken {};    // a service has something
struct Headphones {
  bool in;  // went in, or out
};
}  // namespace input
using Input = std::variant<PointerEvent, input::Key, input::Text, input::Exposed, input::Closed, input::Woken,
                           input::Headphones>;

class Window {
 public:
  // Errors: not_found (no display, no OpenGL), with what to do.
  static Result<std::unique_ptr<Window>> open(const std::string& title, bool windowed, PixelSize size);
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;
  ~Window();

  // Sleeps until something comes in or `seconds` have passed (infinity: until something comes in), then
  // returns all there is. Positions are pixels of the framebuffer. Touches that a driver also reports as
  // mouse are reported once, as touches.
  std::vector<Input> wait(double seconds);
  void wake();                    // any thread: ends wait() with Woken
  void tell_headphones(bool in);  // any thread: ends wait() with Headphones

  PixelSize pixels() const;
  void show();                // the frame is on the screen when it returns; wait() may then ask for another
  bool keeps_frames() const;  // see Presenter
  void type_text(bool on);    // whether keys are wanted as text

 private:
  struct Handles;
  explicit Window(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

}  // namespace mess::kiosk
