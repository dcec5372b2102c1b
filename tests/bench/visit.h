#pragma once
// A kiosk drawn off screen, 1920 x 1080 unless told otherwise, and the finger in front of it. One thread; its
// trace goes where $MESS_TRACE says. What cannot start ends the program: there is nothing to measure then.

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/draw/stage.h"
#include "kiosk/platform/bell.h"
#include "kiosk/platform/house_services.h"
#include "kiosk/platform/kiosk.h"
#include "kiosk/platform/kiosk_options.h"

namespace mess::kiosk {

using Clock = std::chrono::steady_clock;

template <class T>
T must(Result<T> result, const char* what) {
  if (result) return std::move(*result);
  std::cerr << "mess-bench: " << what << ": " << result.error().where << ": " << result.error().what << "\n";
  std::exit(1);
}

class Visit {
 public:
  // Past the welcome screen, all of the first screen drawn. `draw` draws each frame; see Kiosk.
  explicit Visit(const char* library, Kiosk::Draw draw = draw_screen, PixelSize screen = {1920, 1080});

  // One touch: a finger comes down and leaves, and what it asked for is carried out. `phase` names it in the
  // trace.
  void touch(const char* phase, const Action& action);
  // A finger of several, in pixels of the screen.
  void finger(PointerEvent::Kind kind, int number, Point at);
  void phase(const char* name);

  // Draws until the screen is complete; when it never is, false and a phase "unfinished".
  bool settle();
  // Draws what is due, as a screen of 60 Hz shows it, until so many seconds have passed.
  void pass(double seconds);
  double draw_again();  // all of the screen as it is; ms until its last pixel
  void draw_once();     // one frame after a key press, as a fast typist leaves it

  const AppState& state() const { return kiosk_.state(); }
  Trace& trace() { return trace_; }

 private:
  double now() const { return std::chrono::duration<double>(Clock::now() - began_).count(); }
  bool draw();

  PixelSize screen_;
  Clock::time_point began_ = Clock::now();
  Trace trace_;
  Bell bell_;
  std::unique_ptr<OffscreenGl> gl_;
  std::unique_ptr<Stage> stage_;
  Content content_;
  HouseServices services_;
  Kiosk kiosk_;
};

}  // namespace mess::kiosk
