#pragma once
// One function a screen: state in, drawing on the canvas, targets and wishes in the scene. Drawing starts no
// work and changes no state. `draw_screen` chooses by the session's place and lays the idle prompt on top.

#include <functional>

#include "kiosk/app/scene.h"
#include "kiosk/app/session.h"
#include "kiosk/content/guide.h"
#include "kiosk/content/keyboard.h"
#include "kiosk/content/strings.h"
#include "kiosk/draw/canvas.h"

namespace mess::kiosk {

// Finds pictures that are already on the GPU; UI thread.
class PictureSource {
 public:
  virtual ~PictureSource() = default;
  virtual Texture find(const PictureKey& key) = 0;  // none when not there (yet)
  virtual bool failed(const PictureKey& key) = 0;   // asked for, cannot be drawn
  // When it came, if that was a moment ago; else the distant past. UI clock, seconds.
  virtual double here_since(const PictureKey&) { return -1e9; }
};

// What every view is given.
struct View {
  const AppState& state;
  const Words& words;
  const Guide& guide;
  const Keyboards& keyboards;
  PictureSource& pictures;
  Canvas& canvas;
  Scene& scene;
  double now = 0;                // UI clock, seconds
  std::optional<Point> pressed;  // where a finger is down now, screen coordinates

  std::function<void()> bar_later = {};  // what draw_in_bar keeps until the place is drawn

  Language language() const { return state.session.language; }
};

void draw_screen(View& view);
// What a voice says of the place that is shown, or of what lies over it, before its view says it better.
SpokenScreen spoken_screen(const View& view);
// The frame around what has the focus of keys, over all of it.
void draw_focus(View& view);

void draw_welcome(View& view);
void draw_home(View& view);
void draw_search(View& view, const SearchPlace& place);
void draw_results(View& view, const ResultsPlace& place);
void draw_empty(View& view, const ResultsPlace& place);
void draw_browse(View& view, const BrowsePlace& place);
void draw_reader(View& view, const ReaderState& place);
void draw_guide(View& view, const GuidePlace& place);
void draw_basket(View& view, const BasketPlace& place);
void draw_staff_door(View& view, const StaffDoorPlace& place);
void draw_staff(View& view, const StaffPlace& place);
void draw_print_sheet(View& view, const PrintSheet& sheet);
void draw_copy_sheet(View& view, const CopySheet& sheet);
void draw_take_away(View& view, const TakeAway& sheet);
void draw_idle_prompt(View& view, double seconds_left);

}  // namespace mess::kiosk
