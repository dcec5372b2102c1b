#pragma once
// The parts of the reader's view, one file each. See reader_layout.h for where they lie.

#include <string>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_layout.h"
#include "kiosk/app/reader_state.h"
#include "kiosk/draw/components.h"
#include "kiosk/screens/view.h"

namespace mess::kiosk {

struct ReaderView {
  View& view;
  const ReaderState& reader;
  ReaderLayout layout;
  Ui ui;

  const Words& words() const { return view.words; }
  Language language() const { return view.language(); }
  Canvas& canvas() const { return view.canvas; }
  ReaderContext context() const { return {language(), canvas().size(), view.state.session.comfort.low}; }
  // Its list is seen: beside the page, or over it for somebody who asked for it.
  bool shows_rail() const { return layout.rail_beside || view.state.session.panel == Panel::side; }
};
ReaderView reader_view(View& view, const ReaderState& reader);

Rect view_as_laid_out(const ReaderView& r);  // the part that shows the page, x from the left

// What the zoom buttons keep in its place: the current passage, else the middle of the view.
Point zoom_centre(const ReaderView& r);

void draw_reader_bar(ReaderView& r);
void draw_reader_rail(ReaderView& r);
void draw_reader_passages(ReaderView& r);  // the list
void draw_passages_tab(ReaderView& r, bool selected);
void draw_reader_field(ReaderView& r, const Rect& place);  // searching inside: in the bar
void draw_reader_keyboard(ReaderView& r);                  // and while one writes
void draw_reader_tools(ReaderView& r);
void draw_page_sheet(ReaderView& r);  // over the rest: how the pages lie on the screen
// "24", or "24 – 25" where two pages are shown.
std::string numbers_shown(const ReaderState& reader);
// Reading aloud: its bar, or a sentence that says why nothing is heard; and the sentence spoken on a page.
void draw_listening(ReaderView& r);
void draw_spoken_sentence(const ReaderView& r, int page, const Rect& place);
void draw_reader_footer(ReaderView& r);
void draw_full_screen(ReaderView& r);                               // 07, 07b: instead of all of them
void draw_reader_page(ReaderView& r);                               // and asks for the pictures of everything
void draw_links(const ReaderView& r, int page, const Rect& place);  // that they are there
void draw_word_mark(const ReaderView& r, int page, const Rect& place);  // the word of the card
void draw_trail(ReaderView& r);                                         // the way back from where links led
void draw_address(ReaderView& r);                                       // over the rest
void draw_word_card(ReaderView& r);                                     // over the page
void draw_reader_large(ReaderView& r);  // the text of it in large letters, in its place
void draw_reader_error(ReaderView& r);  // instead of the page

// The page alone, as high as the screen, with its marks: for --screen page.
void draw_page_alone(View& view);

}  // namespace mess::kiosk
