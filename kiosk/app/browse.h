#pragma once
// Where the parts of the browsing screen lie: the sections (letters, years…) at the start, the orders on top,
// the covers in rows. Pure; used by the view to draw and by apply to know how far things go. Nothing here
// walks through the documents, however many there are. Design units, start/end coordinates.

#include <cstddef>
#include <vector>

#include "kiosk/app/place.h"

namespace mess::kiosk {

// A book is its cover with title and year; above the first one of a section stands its name.
inline constexpr float book_label_height = 38, book_height = 352, book_gap = 20;
inline constexpr float book_row_height = book_label_height + book_height + 16;

struct BrowseLayout {
  Rect panel;     // of the sections
  Rect sections;  // the part of it that scrolls
  Rect heading, orders, list, rail;
  int columns = 1;
  float book_width = 0;
};
BrowseLayout browse_layout(Size screen);
// The sections have no column: a button shows them over the list.
bool sections_fold(Size screen);

// Of a place without a listing: 0.
std::size_t book_count(const BrowsePlace& place);
// A book within the list's content, y from its top before scrolling, its label above it.
Rect book_at(const BrowseLayout& layout, std::size_t number);
float scroll_limit(const BrowsePlace& place, Size screen);

// Numbers [first, last) of the books of which a part is in sight, and of those seen for the most part.
struct BookRange {
  std::size_t first = 0, last = 0;
  bool holds(std::size_t number) const { return number >= first && number < last; }
  bool empty() const { return first == last; }
};
BookRange books_to_draw(const BrowsePlace& place, Size screen);
BookRange books_seen(const BrowsePlace& place, Size screen);

// Where one touch of the pager, or of a section, leads.
float pager_target(const BrowsePlace& place, Size screen, int direction);
float section_target(const BrowsePlace& place, Size screen, std::size_t section);
// The section of a book.
std::size_t section_of(const library::Listing& listing, std::size_t book);

// The touch targets of the sections within their panel's content, in the order of the listing. Letters stand
// in rows, each script in its own direction of reading whatever that of the interface; other sections one
// below the other.
struct SectionsLayout {
  std::vector<Rect> targets;
  float height = 0;
};
SectionsLayout sections_layout(const library::Listing& listing, const BrowseLayout& layout, bool mirrored);
float sections_limit(const BrowsePlace& place, Size screen);

// The letter or year of the first book seen comes into sight in its panel; when the covers have moved.
void follow_covers(BrowsePlace& place, Size screen);

// One step of time of what moves; true while something does.
bool step_browse(BrowsePlace& place, Size screen, double now);

}  // namespace mess::kiosk
