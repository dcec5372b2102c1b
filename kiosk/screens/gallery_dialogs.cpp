// What lies over a screen.

#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

// Something to lie over.
void draw_below(Ui& ui, const Rect& r) {
  top_bar(ui, {0, r.y, ui.canvas.size().w, 112});
  card(ui, {r.x, r.y + 140, r.w, r.h - 160});
}

Rect frame_in(const Rect& r) {
  return {r.x + r.w * 0.2f, r.y + r.h * 0.2f, r.w * 0.6f, r.h * 0.6f};
}

void draw_words(View& view, const Rect& frame, std::string_view component) {
  write(view, {frame.x + 40, frame.y + 32, frame.w - 80, 60}, component, {type::h2, color::title, 1});
}

}  // namespace

std::vector<Exhibit> gallery_of_dialogs(View& view) {
  Exhibit dialogs{"dialog", {}, true}, panels{"hanging_panel", {}, true};
  dialogs.specimens.push_back({"", {}, [&view](Ui& ui, const Rect& r) {
                                 draw_below(ui, r);
                                 dialog(ui, frame_in(r), act::None{}, "dialog");
                                 draw_words(view, frame_in(r), "dialog");
                               }});
  panels.specimens.push_back(
      {"", {}, [&view](Ui& ui, const Rect& r) {
         draw_below(ui, r);
         const float below = r.y + 112;
         const Size screen = ui.canvas.size();
         hanging_panel(ui, {0, below, screen.w, screen.h - below},
                       {r.end() - 560, below + 8, 560, r.h * 0.6f}, act::None{}, "panel");
         draw_words(view, {r.end() - 560, below + 8, 560, r.h * 0.6f}, "hanging_panel");
       }});
  return {dialogs, panels};
}

}  // namespace mess::kiosk
