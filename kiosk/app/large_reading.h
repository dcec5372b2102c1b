#pragma once
// "Read large" in the reader: the text of the pages in one column that goes on from page to page. State and
// what scrolls it; pure. Only what is near the view is known and laid out: the column is held at a block, and
// how high blocks are is learnt from each drawing.
//
// A page is a head (its number), then its paragraphs, or one block that says that it has no text.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/large_page.h"
#include "kiosk/app/scene_heights.h"
#include "kiosk/geometry.h"

namespace mess::kiosk {

// What lies at the top of the view: so much of that block, 0..1, is above it.
struct LargePlace {
  int page = 1, block = 0;
  float part = 0;
  friend bool operator==(const LargePlace&, const LargePlace&) = default;
};

// A place in the text of a page: a passage when it is known, else a part of the text.
struct TextPlace {
  int page = 1;
  int passage = -1;
  float part = 0;
};

struct LargeReading {
  bool shown = false;
  LargePlace at;
  std::optional<TextPlace> sought;                        // where to go as soon as its page is here
  std::map<int, std::shared_ptr<const LargePage>> pages;  // near `at`
  LargeHeights heights;                                   // of blocks near it, as drawn last
  int asked_first = 0, asked_last = -1;                   // pages on their way
  std::string asked_query;
  double asked_at = 0;
  float speed = 0;      // of a fling, units a second
  float glide = 0;      // units that a key or a button still moves it
  double moved_at = 0;  // last step of either
};

inline constexpr int head_block = 0;
int blocks_of(const LargePage& page);
// The paragraph of a block; null for the head and for what stands instead of a text.
const Paragraph* paragraph_of(const LargePage& page, int block);
// The block before or after in the column; none at its ends and where a page is not here yet.
std::optional<LargePlace> before(const LargeReading& large, const LargePlace& place);
std::optional<LargePlace> after(const LargeReading& large, const LargePlace& place);

// Moves the column up (by > 0) under a view so high: not past its first line, nor its last line past the
// foot of the view, nor over blocks that have not been drawn yet. Returns whether it went all the way.
bool move_by(LargeReading& large, float by, int pages, float view);

// Goes there now or when its page comes. Takes pages that came.
void seek(LargeReading& large, const TextPlace& place);
void take_pages(LargeReading& large, const std::vector<std::shared_ptr<const LargePage>>& pages);

// What lies at the top of the view: how far into the page's text, 0..1.
float part_read(const LargeReading& large);

// The pages near the view that are to be asked for; none when all are here or on their way.
struct PageSpan {
  int first = 0, last = -1;
};
PageSpan pages_wanted(const LargeReading& large, const std::string& query, int pages);

// Flings and glides; true while it goes on moving.
bool step(LargeReading& large, int pages, float view, double now);

// The parts of the page's view: sizes and the way back to the page above, the column below; or the other way
// round for somebody who has what is touched at the bottom. Within `view`.
struct LargeLayout {
  Rect strip, text, column;
};
LargeLayout large_layout(const Rect& view, bool low = false);

}  // namespace mess::kiosk
