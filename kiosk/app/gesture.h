#pragma once
// Fingers, mouse and wheel into actions. A pure recogniser over timed events: no clock, no window; a recorded
// trace replays to the same actions. Positions are design units in screen coordinates, times seconds of the
// UI clock.
//
//   tap         down and up on the same target (by name) without leaving the slop -> the target's action
//   key         on_press targets act on the way down; `repeats` ones again after 0.45 s, then every 0.07 s
//   drag        beyond the slop, inside a scroll or page area -> Halt at the touch, Drag steps, one Fling at
//               the end
//   slider      the knob follows the finger from the first touch -> Slide, Fling of speed 0 at the end
//   pinch       two fingers in one page area -> Pinch steps, Drag steps of the finger that stays longer, one
//               Fling of speed 0 when it leaves
//   double tap  Tap with count 2: within 0.35 s and 48 units of the first
//   long press  0.5 s on a page without leaving the slop -> LongPress; nothing more comes of that finger
//   hold        resting on a target with `held` -> what it does when held; see Hold for what comes of that
//               finger then
//   wheel       Drag and Fling of speed 0 in the area under it; with Ctrl Zoom in a page area
// Places in actions are where the layout has them: higher by what the scene is brought down.
// Several fingers on different targets act independently, so two thumbs can type.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/scene.h"

namespace mess::kiosk {

struct PointerEvent {
  enum class Kind { down, move, up, cancel, wheel } kind = Kind::down;
  std::int64_t finger = 0;  // any number that stays the same from down to up; the mouse has its own
  Point at;
  double time = 0;
  Point turned;          // wheel: how far the content should move, units
  bool zooming = false;  // wheel with Ctrl
};

// Slop: 14 units = 4 mm of the reference screen, what a finger rolls in a tap. Speed: over the last 0.1 s of
// movement; a finger that rested 0.08 s before it left throws nothing.
inline constexpr float drag_slop = 14, double_tap_reach = 48, hold_reach = 2 * drag_slop;
inline constexpr double double_tap_time = 0.35, repeat_after = 0.45, repeat_every = 0.07, speed_window = 0.1,
                        rest_before_up = 0.08, long_press_after = 0.5;

class Gestures {
 public:
  std::vector<Action> handle(const PointerEvent& event, const Scene& scene);
  // Time passing with a finger down: repeating keys, fingers that rest on a page or a target.
  std::vector<Action> tick(double now, const Scene& scene);
  double next_tick() const;  // infinity when nothing repeats or rests

  std::optional<Point> pressed() const;  // a finger that is down and has not dragged
  bool idle() const { return fingers_.empty(); }

 private:
  struct Sample {
    Point at;
    double time;
  };
  struct Finger {
    Point down, at;
    std::string target, area;  // names; empty = none
    DragArea::Kind kind = DragArea::Kind::scroll;
    Rect track;              // of a slider
    float brought_down = 0;  // of the scene it came down on
    bool acted = false;      // its target acted on press
    bool dragging = false;
    bool pinched = false;
    double repeat_at;
    double rests_at;  // when it will have rested long enough on a page
    double held_at;   // and on its target
    std::optional<Hold> held;
    Rect held_on;          // that target, as it lay when the finger came
    bool chooses = false;  // held, and what it leaves acts
    std::vector<Sample> samples;
  };
  using Actions = std::vector<Action>;
  void press(const PointerEvent& event, const Scene& scene, Actions& actions);
  void move(const PointerEvent& event, Actions& actions);
  void release(const PointerEvent& event, const Scene& scene, Actions& actions);
  void turn_wheel(const PointerEvent& event, const Scene& scene, Actions& actions) const;
  void drag(Finger& finger, Point to, double time, Actions& actions);
  void pinch(Finger& finger, const Finger& other, Point to, double time, Actions& actions);
  void press_long(double now, Actions& actions);
  void hold(double now, const Scene& scene, Actions& actions);
  void tap(const Finger& finger, const PointerEvent& event, const Scene& scene, Actions& actions);
  Finger* partner_of(const Finger& finger);
  static Point speed_of(const Finger& finger, double now);

  std::map<std::int64_t, Finger> fingers_;
  struct LastTap {
    std::string area;
    Point at;
    double time;
  };
  std::optional<LastTap> last_tap_;
};

}  // namespace mess::kiosk
