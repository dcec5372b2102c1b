#pragma once
// What a view returns beside its drawing: where a finger can act and which pictures it would like. All in
// screen coordinates (design units, x from the LEFT), as Canvas maps them.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/effect.h"
#include "kiosk/app/scene_heights.h"
#include "kiosk/geometry.h"

namespace mess::kiosk {

struct Target {
  Rect rect;
  Action action;
  std::string name;       // stable, for tests and for reading aloud: "home.search", "card.12.page.7"
  bool repeats = false;   // while held (delete, cursor keys)
  bool on_press = false;  // acts when the finger comes down (keys), not when it leaves
  bool by_keys = true;    // false: what lies around a dialog; keys close that with Back
};

// A part of the screen that follows the finger. `area` names it in Drag/Fling/Slide/Tap actions.
struct DragArea {
  enum class Kind { scroll, page, slider } kind = Kind::scroll;
  Rect rect;
  std::string area;
};

struct Scene {
  std::vector<Target> targets;  // later ones lie on top
  std::vector<DragArea> areas;
  std::vector<PictureWish> wishes;  // most wanted first
  float content_height = 0;         // of a scrolling part whose height only drawing knows
  LargeHeights large_heights;       // of the blocks of large text, likewise
  bool animating = false;           // draw again next frame
  double wake_at = 1e300;           // UI clock: draw again then (caret blink, wall)
};

// The topmost target or area at a point.
const Target* target_at(const Scene& scene, Point p);
const DragArea* area_at(const Scene& scene, Point p);

}  // namespace mess::kiosk
