#pragma once
// How a reader's document lies on the screen: book_layout.h and viewport.h, for the flow that the visitor
// chose and the quarter turns of its pages. Pure. Views are rectangles of the screen, as view_of_page gives
// them.

#include <optional>
#include <vector>

#include "kiosk/app/book_layout.h"
#include "kiosk/app/reader.h"

namespace mess::kiosk {

// Refers to the reader: good for as long as that stays as it is.
Book book_of(const ReaderState& reader);
Sheet sheet_at(const ReaderState& reader, int page);
library::PageSize size_of_sheet(const ReaderState& reader, int page);  // what viewport.h places
// Where one comes to from the page that is read, so many sheets further on; 0 where nothing is.
int page_further(const ReaderState& reader, int sheets);

// The nearest place that the flow allows for the sheet that is read.
Viewport settled(const ReaderState& reader, Size view, const Viewport& at);
// At another zoom, the point `about` of the view staying where it is as far as that allows.
Viewport zoomed_about(const ReaderState& reader, Size view, const Viewport& from, float zoom, Point about);
// What is on the screen, in the order of reading.
std::vector<ShownPage> pages_shown(const ReaderState& reader, const Rect& view, const Viewport& at);
// Continuous: the page that is read is the one a third down the view, while a hand moves them.
void follow_page(ReaderState& reader, const ReaderContext& context, double now);
// Makes another page of the strip the one that is read; nothing moves.
void read_from(ReaderState& reader, const ReaderContext& context, int page, double now);

// A page's rectangle on the screen when its sheet (continuous: the page that is read) lies as said.
Rect page_on_screen(const ReaderState& reader, const Rect& view, int page, const Viewport& viewport);
// A box of the page as the document has it, within the rectangle that shows the page turned.
Rect box_within(const ReaderState& reader, const Rect& page, const library::PageBox& box);
// The same box in fractions of the sheet.
library::PageBox box_on_sheet(const ReaderState& reader, int page, const library::PageBox& box);

struct PagePoint {
  int page = 0;
  Point at;  // fractions of the page as the document has it
};
std::optional<PagePoint> page_under(const ReaderState& reader, const Rect& view, Point screen);

// Another flow, or the pages turned clockwise: the page that is read as one comes to it, the current passage
// in sight. What is to be asked about the pages that come with it.
std::vector<Effect> set_flow(ReaderState& reader, const ReaderContext& context, PageFlow flow, double now);
std::vector<Effect> turn_pages(ReaderState& reader, const ReaderContext& context, int quarters, double now);

// A box or a point's page turned clockwise by that many quarters (0..3).
library::PageBox turned_box(const library::PageBox& box, int quarters);

}  // namespace mess::kiosk
