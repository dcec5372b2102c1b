#include "kiosk/platform/event_loop.h"

#include <chrono>
#include <limits>

namespace mess::kiosk {

namespace {

bool takes_text(const Place& place) {
  return !std::holds_alternative<WelcomePlace>(place);
}

// Headphones are the way in for somebody who does not see the screen (FEATURES A8). Without them it is silent
// again: the next words would be heard by all.
void hear_headphones(Kiosk& kiosk, bool in, double now) {
  if (in) return kiosk.act(act::ListenToScreen{}, now);
  Comfort comfort = kiosk.state().session.comfort;
  if (!comfort.speak) return;
  comfort.speak = false;
  kiosk.act(act::SetComfort{comfort}, now);
}

// False when the program is to end.
// Not inlined, as what text leaves on the stack is wiped from the frame above on.
[[gnu::noinline]] bool take(const Input& input, Kiosk& kiosk, double now) {
  if (const auto* pointer = std::get_if<PointerEvent>(&input)) kiosk.pointer(*pointer, now);
  if (const auto* key = std::get_if<input::Key>(&input)) {
    for (const Action& action : actions_of(key->key, kiosk.state(), kiosk.scene())) kiosk.act(action, now);
  }
  if (const auto* text = std::get_if<input::Text>(&input)) {
    kiosk.act(act::Type{text->text}, now);
    kiosk.act(act::SetFocus{}, now);  // Enter sends off what is written
  }
  if (std::holds_alternative<input::Exposed>(input)) kiosk.redraw();
  if (const auto* headphones = std::get_if<input::Headphones>(&input))
    hear_headphones(kiosk, headphones->in, now);
  return !std::holds_alternative<input::Closed>(input);
}

}  // namespace

void run(Kiosk& kiosk, Window& window, Stage& stage, Trace& trace, const std::stop_token& stop) {
  using Clock = std::chrono::steady_clock;
  const auto began = Clock::now();
  const auto now = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
  const std::stop_callback on_stop(stop, [&window] { window.wake(); });
  bool first = true;
  while (!stop.stop_requested()) {
    const PixelSize size = window.pixels();
    stage.keep_frames(window.keeps_frames());
    if (kiosk.turn(now(), size.width, size.height)) {
      window.show();
      kiosk.shown(now());
      if (first) trace.line("first_frame");
      first = false;
    }
    window.type_text(takes_text(kiosk.state().session.place));
    for (const Input& input : window.wait(kiosk.next() - now())) {
      if (!take(input, kiosk, now())) return;
    }
  }
}

}  // namespace mess::kiosk
