#pragma once
// Where the parts of the reader lie (design/screens/06-reader.png). Design units; start/end coordinates
// except page_view, which is on the screen. Used by the view to draw and by apply to know how far things may
// move.
//
// Wide: bar, rail | page | tools, footer from the top down, as drawn. Where the screen is upright or, in very
// large text, has few units: the rail lies over the page while its panel is open, and the tools stand in rows
// between the page and the footer. `low` is for somebody who reaches the lower half of the screen only: page,
// tools, footer and the bar at the bottom edge, nothing beside the page.

#include <cstddef>

#include "kiosk/geometry.h"

namespace mess::kiosk {

struct ReaderLayout {
  bool rail_beside = true;   // else it is a panel (Panel::side)
  bool tools_beside = true;  // else in `tool_rows` rows
  bool low = false;
  int tool_rows = 0;
  int bar_rows = 1;  // two: the title, the field and the passages have a row of their own
  Rect bar, rail, page, tools, footer;
  Rect tabs;                  // of the rail: thumbnails or outline
  Rect passages_tab;          // of the rail: how many passages; the way to their list
  Rect list;                  // of the rail: thumbnails, outline or passages
  Rect near;                  // of the rail: the button to the documents near this one
  Rect rail_close;            // of the rail where it is a panel
  int columns = 2;            // of thumbnails
  Rect turn_start, turn_end;  // of the footer: to the page that lies that way
  Rect slider;                // where a finger can move it; its track lies in the middle
  Rect label;                 // which page that is
};
ReaderLayout reader_layout(Size screen, bool low = false);

// The part that shows the page, x from the left.
Rect page_view(Size screen, bool mirrored, bool low = false);

// In full screen: the screen down to the bar at its foot, and a page's margin more on every side.
inline constexpr float full_bar = 8;
Rect full_page_view(Size screen);

// Thumbnails lie in columns, in the order of reading of the interface. Positions within the list, before
// scrolling.
inline constexpr Size thumbnail_box{124, 175};
inline constexpr float thumbnail_pitch = 221, outline_row = 60, related_row = 160, passage_row = 150,
                       passages_end = 90;        // room for a sentence below the last passage
Rect thumbnail_rect(int page, int columns = 2);  // page from 1
float thumbnails_height(int pages, int columns = 2);
// The outline begins below a note when it was guessed.
inline constexpr float outline_note = 84;
float outline_height(std::size_t entries, bool guessed);
float passages_height(std::size_t lines);
float related_height(std::size_t documents);

// How far a list of that height can be scrolled in the rail.
float scroll_limit(const ReaderLayout& layout, float content_height);

}  // namespace mess::kiosk
