#pragma once
// Where the parts of the reader lie (design/screens/06-reader.png). Design units; start/end coordinates
// except page_view, which is on the screen. Used by the view to draw and by apply to know how far things may
// move.

#include <cstddef>

#include "kiosk/geometry.h"

namespace mess::kiosk {

inline constexpr float reader_bar_height = 96, reader_rail_width = 316, reader_tools_width = 168,
                       reader_footer_height = 104;

struct ReaderLayout {
  Rect bar, rail, page, tools, footer;
  Rect passages_tab;  // of the rail: how many passages; the way to their list
  Rect list;          // of the rail: thumbnails, outline or passages
  Rect near;          // of the rail: the button to the documents near this one
  Rect slider;        // its track; the area a finger can use is 88 high around it
};
ReaderLayout reader_layout(Size screen);

// The part that shows the page, in screen coordinates (x from the left).
Rect page_view(Size screen, bool mirrored);

// In full screen: the screen down to the bar at its foot, and a page's margin more on every side.
inline constexpr float full_bar = 8;
Rect full_page_view(Size screen);

// Thumbnails lie in two columns, in the order of reading of the interface. Positions within the list, before
// scrolling.
inline constexpr Size thumbnail_box{124, 175};
inline constexpr float thumbnail_pitch = 221, outline_row = 60, related_row = 160, passage_row = 150,
                       passages_end = 90;  // room for a sentence below the last passage
Rect thumbnail_rect(int page);             // page from 1
float thumbnails_height(int pages);
// The outline begins below a note when it was guessed.
inline constexpr float outline_note = 84;
float outline_height(std::size_t entries, bool guessed);
float passages_height(std::size_t lines);
float related_height(std::size_t documents);

// How far a list of that height can be scrolled in the rail.
float scroll_limit(const ReaderLayout& layout, float content_height);

}  // namespace mess::kiosk
