#pragma once
// What a view returns beside its drawing: where a finger can act and which pictures it would like. All in
// screen coordinates (design units, x from the LEFT), as Canvas maps them.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/effect.h"
#include "kiosk/app/scene_heights.h"
#include "kiosk/geometry.h"

namespace mess::kiosk {

// Seconds: the door of the staff, the other letters of a key.
inline constexpr double hold_after = 3, accents_after = 0.4;

// What is asked for when the finger that came down on a target has rested there.
struct Hold {
  Action action;
  double after = hold_after;
  // It may slide on then, to a target that `slides`. Otherwise it has to be the only finger, hardly moving,
  // and nothing more comes of it.
  bool chooses = false;
};

struct Target {
  Rect rect;
  Action action;
  std::string name;       // stable: "home.search", "card.12.page.7"
  bool repeats = false;   // while held (delete, cursor keys)
  bool on_press = false;  // acts when the finger comes down (keys), not when it leaves
  bool by_keys = true;    // false: what lies around a dialog; keys close that with Back
  std::optional<Hold> held = {};
  bool slides = false;  // acts where a finger leaves that Hold::chooses
  // What a voice says of it, in the language of the visit: see spoken(). With act::None: text to be heard.
  std::string spoken = {};
};

// Parts of what a voice says, one below the other: each may be in a script of its own. Empty ones go.
std::string spoken(std::initializer_list<std::string_view> parts);

// A part of the screen that follows the finger. `area` names it in Drag/Fling/Slide/Tap actions.
struct DragArea {
  enum class Kind { scroll, page, slider } kind = Kind::scroll;
  Rect rect;
  std::string area;
};

// What a voice says of the screen itself.
struct SpokenScreen {
  std::string title;  // of the place, or of what lies over it: said when it is another one
  std::string line;   // what changes on it: how many were found, which page; said when it does
  std::string help;   // how a screen that speaks is used: said once
};

struct Scene {
  std::vector<Target> targets;  // later ones lie on top
  std::vector<DragArea> areas;
  std::vector<PictureWish> wishes;  // most wanted first
  float brought_down = 0;           // so much lower than laid out stands what follows a finger
  float content_height = 0;         // of a scrolling part whose height only drawing knows
  LargeHeights large_heights;       // of the blocks of large text, likewise
  SpokenScreen spoken;
  bool animating = false;  // draw again next frame
  double wake_at = 1e300;  // UI clock: draw again then (caret blink, wall)
};

// The topmost target or area at a point.
const Target* target_at(const Scene& scene, Point p);
const DragArea* area_at(const Scene& scene, Point p);

}  // namespace mess::kiosk
