#pragma once
// One visit as one value. A visitor leaves: `session = Session{…}` and nothing of them is left. apply() and
// receive() are the only functions that change it; they start no work and draw nothing, they return effects.

#include <map>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/basket.h"
#include "kiosk/app/comfort.h"
#include "kiosk/app/effect.h"
#include "kiosk/app/focus.h"
#include "kiosk/app/outlets.h"
#include "kiosk/app/place.h"
#include "kiosk/app/print_sheet.h"
#include "kiosk/app/reading_look.h"
#include "kiosk/app/scene.h"
#include "kiosk/app/screen_voice.h"
#include "kiosk/app/take_away.h"

namespace mess::kiosk {

struct Session {
  Language language = Language::french;
  Place place = WelcomePlace{};
  std::vector<Place> history;             // to go back to, oldest first; empty on home
  std::optional<TakeAway> take_away;      // 06b, over the place
  std::optional<PrintSheet> print_sheet;  // over that sheet
  std::optional<Printing> printing;       // what was sent to the printer last
  std::optional<CopySheet> copy_sheet;    // over that sheet, or over the list of what is kept
  std::optional<Copying> copying;         // what was last copied to a key
  int volume = usual_volume;              // of the voice that reads aloud
  ReadingLook reading;
  Comfort comfort;
  int brought_down = 0;               // steps, of what stands high on this place (reach.h)
  ScreenVoice voice;                  // of the screen that is read aloud
  Panel panel = Panel::none;          // over the place
  Focus focus;                        // of keys
  Basket basket;                      // what the visitor keeps until the visit ends
  double last_touch = 0;              // seconds of the UI clock
  std::optional<double> prompted_at;  // the idle prompt (17) is shown since then
  int next_ticket = 1;
};

// What does not belong to a visitor: the library as last read. Changed by messages only.
struct LibraryFacts {
  std::vector<library::Shelf> shelves;
  std::map<library::DocumentId, library::Document> newest;
  int documents = 0;
  bool known = false;  // read at least once
};

struct AppState {
  Session session;
  LibraryFacts library;
  bool sound = false;  // this machine can be heard
  HouseFacts house;
  StaffLockFacts staff_lock;
  Language house_language = Language::french;
  Size screen{1920, 1080};   // design units
  float content_height = 0;  // of the scrolling part of the place shown, as last drawn; see after_drawing
  int visits = 0;            // that have ended
};

// Any action counts as a touch; act::None is a touch that asks for nothing (send one for every finger that
// comes down): it takes the focus of keys away. While the idle prompt is shown None waits for where the
// finger leaves, and every action but Finish only means "I am here".
std::vector<Effect> apply(AppState& state, const Action& action, double now);
std::vector<Effect> receive(AppState& state, const Message& message, double now);

// Time passing: idle prompt, reset, flings. Returns effects and sets `next` to the time at which it must be
// called again (infinity = nothing moves, sleep until an event).
std::vector<Effect> tick(AppState& state, double now, double& next);

// Takes from a drawing what only drawing can tell: heights of laid-out text, and what a voice says of it. The
// loop calls it after each frame. Of a screen that is read aloud the targets of the scene then speak before
// they act.
std::vector<Effect> after_drawing(AppState& state, Scene& scene, double now);

// Idle limits in seconds, design/FLOW.md "Idle and privacy": prompt, then reset 30 s later.
inline constexpr double idle_prompt_after = 90, idle_prompt_after_reading = 240, idle_countdown = 30;

}  // namespace mess::kiosk
