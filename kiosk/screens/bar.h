#pragma once
// The bar of every screen of the visitor, and the panels that hang below its buttons. UI thread.

#include <functional>
#include <string_view>

#include "kiosk/screens/view.h"

namespace mess::kiosk {

// The caret of the field being written in blinks; wakes the loop for that.
bool caret_shown(View& view);

// Back, Home, the field, the languages and Comfort, in one row or, where that has no room for a field, in two
// (app/bar_layout.h). The field of 03 is live; elsewhere a touch on it opens 03.
struct BarField {
  std::string_view text;
  const FieldText* live = nullptr;
};
void draw_bar(View& view, const BarField& field);

// Draws what stands in the bar's place, from y = 0 down: at the top edge, or at the bottom one for somebody
// who has it lowered; there after the place itself when that is brought down, so `draw` holds copies of what
// it needs beside the view.
void draw_in_bar(View& view, const std::function<void()>& draw);

// Languages and Comfort alone, ending at `end`; returns where they start. Short: as icons, and the other of
// the two main languages by its name.
enum class BarEnd { as_wide_as_there_is_room, short_of_room };
float draw_bar_end(View& view, float end, float y, BarEnd length = BarEnd::as_wide_as_there_is_room);

// For somebody who has the bar lowered: brings down what stands high (app/reach.h). Ends at `end`; returns
// where it starts.
float draw_down_button(View& view, float end, float y);

// What stands above a lowered bar: higher by `above`, lower by what the visitor brought it down, and cut
// where the bar begins when that is anything.
void draw_brought_down(View& view, float above, const std::function<void()>& draw);

// Beside a panel that hangs over the start of the screen: a way to close it that can be seen.
void draw_panel_close(View& view, const Rect& panel);

// Over the place and below the idle prompt. The bar stays as it is.
void draw_panel(View& view);

}  // namespace mess::kiosk
