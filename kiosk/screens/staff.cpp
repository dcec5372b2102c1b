// Behind the staff door: what the kiosk holds, and what staff can do at the screen itself.

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/app/bar_layout.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float staff_bar_height = 104, card_pad = 40, icon_size = 56;

// Ink, so that nobody mistakes what is below it for the public screens.
void draw_staff_bar(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  const float margin = side_margin(view.canvas.size()), radius = 32;
  view.canvas.fill(r, color::staff);
  if (view.canvas.theme() == Theme::contrast) view.canvas.outline(r, color::edge, 3);
  view.canvas.star({margin + radius, r.centre().y}, radius, color::on_panel, color::terra_mid,
                   color::terra_mid);
  const std::string& leave = say(view, "st.quit");
  const float width = button_width(ui, "log-out", leave), from = margin + 2 * radius + 24;
  const Rect way_out{r.end() - margin - width, r.y + 14, width, 76};
  button(ui, way_out, ButtonStyle::night, "log-out", leave, act::Home{}, "staff.quit");
  write(view, {from, r.y, way_out.x - from - 24, r.h}, say(view, "st.title"),
        {type::h3, color::on_panel, 1, Align::start, VAlign::middle});
}

struct Note {
  std::string_view icon;
  std::string title, text;
};

float text_height(View& view, const Note& note, float width) {
  const float inner = width - 2 * card_pad;
  return height_of(view, note.title, {type::h2, color::ink, 3}, inner) + 16 +
         height_of(view, note.text, {type::lead, color::ink, 8}, inner) + 8;
}

// The icon, a title and what is to be said of it; what comes below stands at the returned height.
float draw_card(View& view, const Rect& r, const Note& note) {
  Ui ui = ui_of(view);
  card(ui, r);
  const float x = r.x + card_pad, inner = r.w - 2 * card_pad;
  float y = r.y + card_pad;
  view.canvas.icon(note.icon, {x, y, icon_size, icon_size}, color::strait);
  y += icon_size + 20;
  const TextLook title{type::h2, color::ink, 3}, text{type::lead, color::ink, 8};
  const float title_lines = height_of(view, note.title, title, inner) + 4;
  write(view, {x, y, inner, title_lines}, note.title, title);
  y += title_lines + 12;
  const float lines = height_of(view, note.text, text, inner) + 4;
  write(view, {x, y, inner, lines}, note.text, text);
  return y + lines;
}

// At the foot of it for somebody who reaches only there.
void draw_desk(View& view, const Rect& whole, bool low) {
  Ui ui = ui_of(view);
  constexpr float button_height = 112, gap = 28;
  const Note documents{"files", view.words.count(view.language(), "st.docs", view.state.library.documents),
                       say(view, "st.load")};
  const Note cleaning{"sparkles", say(view, "st.screen"), say(view, "st.clean.t")};
  const bool beside = whole.w >= bar_breaks_below - 2 * 48;
  const float width = beside ? (whole.w - gap) / 2 : whole.w;
  const float least = card_pad + icon_size + 20;
  const float first_height = least + text_height(view, documents, width) + card_pad,
              second_height = least + text_height(view, cleaning, width) + 32 + button_height + card_pad;
  const float both = std::max(first_height, second_height);
  const float height = beside ? both : first_height + gap + second_height;
  const Rect r = low ? Rect{whole.x, std::max(whole.y, whole.bottom() - height), whole.w, height} : whole;
  const Rect first{r.x, r.y, width, beside ? both : first_height};
  const Rect second = beside ? Rect{r.x + width + gap, r.y, width, both}
                             : Rect{r.x, first.bottom() + gap, width, second_height};
  draw_card(view, first, documents);
  draw_card(view, second, cleaning);
  ButtonOptions large;
  large.style.size = 30;
  large.icon_size = 40;
  button(
      ui,
      {second.x + card_pad, second.bottom() - card_pad - button_height, width - 2 * card_pad, button_height},
      ButtonStyle::primary, "sparkles", say(view, "st.clean"), act::CleanScreen{}, "staff.clean", large);
}

// Dark, so that what is on the glass is seen; nothing on it can be touched.
void draw_cleaning(View& view, double seconds_left) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  view.canvas.fill({0, 0, screen.w, screen.h}, color::staff);
  const float width = std::min(900.f, screen.w - 48), height = 460;
  const Rect frame{(screen.w - width) / 2, (screen.h - height) / 2, width, height};
  card(ui, frame, radius::banner);
  const double whole = std::ceil(seconds_left);
  const Point centre{frame.centre().x, frame.y + 140};
  countdown_ring(ui, centre, 84, static_cast<float>(whole / cleaning_seconds));
  write(view, {centre.x - 80, centre.y - 50, 160, 100}, std::to_string(static_cast<int>(whole)),
        {type::h1, color::ink, 1, Align::centre, VAlign::middle});
  write(view, {frame.x + 32, frame.y + 252, frame.w - 64, 72}, say(view, "st.cleaning"),
        {type::h2, color::ink, 1, Align::centre, VAlign::middle});
  write(view, {frame.x + 40, frame.y + 332, frame.w - 80, 84}, say(view, "st.cleaning.t"),
        {{Face::regular, 26, 1.4f}, color::ink, 2, Align::centre});
  const double next_second = view.now + seconds_left - whole + 1;
  view.scene.wake_at = std::min(view.scene.wake_at, std::max(next_second, view.now + 0.01));
}

}  // namespace

void draw_staff(View& view, const StaffPlace& place) {
  if (place.cleaning_until && view.now < *place.cleaning_until)
    return draw_cleaning(view, *place.cleaning_until - view.now);
  const Size screen = view.canvas.size();
  const bool low = view.state.session.comfort.low;
  const float margin = side_margin(screen), body = screen.h - staff_bar_height;
  draw_staff_bar(view, {0, low ? body : 0, screen.w, staff_bar_height});
  draw_desk(view, {margin, (low ? 0 : staff_bar_height) + 32, screen.w - 2 * margin, body - 64}, low);
}

}  // namespace mess::kiosk
