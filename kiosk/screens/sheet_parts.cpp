#include "kiosk/screens/sheet_parts.h"

#include <algorithm>

#include "library/citation.h"

namespace mess::kiosk {

Rect draw_sheet(View& view, const std::string& name, const std::string& heading,
                const library::Document& document) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  const Rect frame{(screen.w - sheet_size.w) / 2, (screen.h - sheet_size.h) / 2, sheet_size.w, sheet_size.h};
  view.scene.areas.clear();
  view.scene.targets.clear();
  dialog(ui, frame, act::Back{}, name);
  const std::string& close = say(view, "nav.close");
  const float width = button_width(ui, "x", close);
  button(ui, {frame.end() - sheet_pad - width, frame.y + 36, width, 72}, ButtonStyle::outline, "x", close,
         act::Back{}, name + ".close");
  const float room = frame.w - 2 * sheet_pad - width - 32;
  write(view, {frame.x + sheet_pad, frame.y + 32, room, 60}, heading,
        {type::h2, color::ink, 1, Align::start, VAlign::middle});
  const bool from_right = library::cited_from_right(document);
  const Align align = from_right == view.canvas.mirrored() ? Align::start : Align::end;
  write(view, {frame.x + sheet_pad, frame.y + 92, room, 40}, document.title,
        {type::caption, color::ink2, 1, align, VAlign::middle,
         from_right ? Direction::right_to_left : Direction::left_to_right});
  return frame;
}

void draw_state(View& view, const Rect& r, const StateLook& look) {
  Ui ui = ui_of(view);
  constexpr float side = 88;
  view.canvas.icon(look.icon, {r.centre().x - side / 2, r.y + 60, side, side}, look.color);
  write(view, {r.x + 80, r.y + 184, r.w - 160, 160}, look.words, {type::h3, color::ink, 4, Align::centre});
  write(view, {r.x + 40, r.y + 360, r.w - 80, 90}, look.line, {type::caption, color::ink2, 2, Align::centre});
  if (look.button_label.empty()) return;
  const std::string& label = say(view, look.button_label);
  const float width = std::max(420.f, button_width(ui, look.button_icon, label));
  button(ui, {r.centre().x - width / 2, r.bottom() - 96, width, 88}, ButtonStyle::outline, look.button_icon,
         label, look.action, look.name);
}

}  // namespace mess::kiosk
