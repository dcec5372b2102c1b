#include <string>

#include "kiosk/app/reader.h"
#include "kiosk/app/search_layout.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

void draw_reader_field(ReaderView& r, const Rect& place) {
  const ReaderFind& find = r.reader.find;
  const std::string words = words_in_field(r.reader);
  SearchField look;
  look.text = words;
  look.placeholder = r.words()(r.language(), "read.find");
  look.style = type::body;
  look.focused = find.writing;
  if (find.writing) {
    look.caret = find.typing.field.caret;
    look.caret_visible = caret_shown(r.view);
  }
  const std::string said =
      spoken({look.placeholder, words.empty() ? r.words()(r.language(), "voice.empty") : words});
  look.said = said;
  look.said_of_clear = r.words()(r.language(), "voice.clear");
  search_field(r.ui, place, look, act::OpenFind{}, "reader.find");
}

void draw_reader_keyboard(ReaderView& r) {
  const Size screen = r.canvas().size();
  const float height = keyboard_height(screen);
  const float above = r.layout.low ? r.layout.bar.h : 0;  // the bar, where the keys would be
  const Rect ground{0, screen.h - height, screen.w, height};
  r.canvas().push({0, 0, screen.w, screen.h}, 0, -above);  // the accents of a key reach beyond the ground
  // What lies below it is not to be touched between the keys.
  r.ui.target(ground, act::None{}, "reader.keyboard");
  r.ui.area(ground, DragArea::Kind::scroll, "reader.keyboard");
  draw_keyboard(r.view, r.reader.find.typing);
  r.canvas().pop();
}

}  // namespace mess::kiosk
