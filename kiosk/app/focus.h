#pragma once
// The kiosk by keys alone (EN 301 549 5.1.6): what has the focus is framed, arrows move the frame to what
// lies that way on the screen, Enter does what a touch on it would, Back goes back. A list moves on when its
// edge is reached, and the frame leaves it only where it ends. Pure.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/geometry.h"

namespace mess::kiosk {

struct AppState;
struct Scene;
struct Target;

// On the screen, whatever the script; `next` and `before` in the order of drawing, round and round.
enum class Toward { left, right, up, down, next, before };

// Part of a visit. Without a target: no key has moved it yet, or a finger came since.
struct Focus {
  std::string target;            // its name
  Rect rect;                     // as drawn last, screen coordinates
  std::size_t place = 0;         // which alternative of Place it was in
  std::optional<Toward> beyond;  // its list was asked to move on: where to go is seen in the next drawing

  bool shown() const { return !target.empty(); }
};

// Whether Enter can reach it: it does something or says something, and is not what lies around or under a
// dialog.
bool takes_focus(const Scene& scene, const Target& target);

// What has the focus; nullptr: nothing that is on the screen.
const Target* focused(const Scene& scene, const Focus& focus);

// One key. `scroll`: how far the list that it stands in moves on, of that list; it is 0 when the focus moved.
struct FocusMove {
  Focus focus;
  std::string area;
  Point middle;
  float scroll = 0;  // of a finger, units down
};
FocusMove move_focus(const Scene& scene, const Focus& focus, Toward toward);

// After each drawing: the focus is where its target is drawn now, or where the list that moved has come to;
// when what had it is gone, on what lies nearest; in another place, on what comes first there.
void settle_focus(AppState& state, const Scene& scene);

}  // namespace mess::kiosk
