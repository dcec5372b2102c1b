#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/match.h"
#include "kiosk/app/reach.h"
#include "kiosk/app/results.h"
#include "kiosk/app/visit.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/focus_frame.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/toned_pictures.h"

namespace mess::kiosk {

namespace {

void draw_place(View& view) {
  std::visit(Match{
                 [&](const WelcomePlace&) { draw_welcome(view); },
                 [&](const HomePlace&) { draw_home(view); },
                 [&](const SearchPlace& place) { draw_search(view, place); },
                 [&](const ResultsPlace& place) {
                   found_nothing(place) ? draw_empty(view, place) : draw_results(view, place);
                 },
                 [&](const BrowsePlace& place) { draw_browse(view, place); },
                 [&](const ReaderState& place) {
                   draw_in_tone(view, place.document.id, [&](View& toned) { draw_reader(toned, place); });
                 },
                 [&](const GuidePlace& place) { draw_guide(view, place); },
                 [&](const BasketPlace& place) { draw_basket(view, place); },
                 [&](const StaffDoorPlace& place) { draw_staff_door(view, place); },
                 [&](const StaffPlace& place) { draw_staff(view, place); },
             },
             view.state.session.place);
}

// Higher by the bar, which then stands below (draw_in_bar).
void draw_place_above_bar(View& view) {
  const Size screen = view.canvas.size();
  const float bar = bar_height(screen);
  draw_brought_down(view, bar, [&] { draw_place(view); });
  const auto bar_drawing = std::exchange(view.bar_later, nullptr);
  if (!bar_drawing) return;
  view.canvas.push({0, 0, screen.w, screen.h}, 0, screen.h - bar);
  bar_drawing();
  view.canvas.pop();
}

}  // namespace

void draw_screen(View& view) {
  const Session& session = view.state.session;
  view.scene.spoken = spoken_screen(view);
  has_lowered_bar(session) ? draw_place_above_bar(view) : draw_place(view);
  const bool covered = session.panel == Panel::comfort || session.panel == Panel::languages;
  if (covered) view.scene.spoken = spoken_screen(view);
  draw_panel(view);
  if (session.print_sheet) {
    draw_print_sheet(view, *session.print_sheet);
  } else if (session.copy_sheet) {
    draw_copy_sheet(view, *session.copy_sheet);
  } else if (session.take_away) {
    draw_take_away(view, *session.take_away);
  }
  if (!view.state.session.prompted_at) return;
  const double left = *view.state.session.prompted_at + idle_countdown - view.now;
  draw_idle_prompt(view, std::max(0.0, left));
}

// Design section 6: 3 px, 3 px outside. The light rim keeps it in sight on dark grounds.
void draw_focus_frame(Canvas& canvas, const Rect& target) {
  const Size size = canvas.size();
  const Rect screen{0, 0, size.w, size.h};
  canvas.push_unmirrored();
  const Rect frame = target.inset(-6).overlap(screen);
  canvas.outline(frame.inset(-2).overlap(screen), color::card, 7, radius::card);
  canvas.outline(frame, color::strait, 3, radius::card);
  canvas.pop_unmirrored();
}

void draw_focus(View& view) {
  const Target* target = focused(view.scene, view.state.session.focus);
  if (target != nullptr) draw_focus_frame(view.canvas, target->rect);
}

void draw_idle_prompt(View& view, double seconds_left) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  const float width = std::min(1000.f, screen.w - 48);
  const float y = view.state.session.comfort.low ? screen.h - 600 - space::margin : (screen.h - 600) / 2 - 4;
  const Rect frame{(screen.w - width) / 2, y, width, 600};
  view.scene.areas.clear();  // nothing under the prompt follows a finger or can be touched
  view.scene.targets.clear();
  view.scene.spoken = {say(view, "idle.title"), say(view, "idle.t"), view.scene.spoken.help};
  dialog(ui, frame, act::Stay{}, "idle");
  // A touch beside the buttons is a touch too: somebody is there.
  ui.target(frame, act::Stay{}, "idle.here", say(view, "idle.stay"));
  const Point centre{frame.centre().x, frame.y + 137};
  const double whole = std::ceil(seconds_left);
  countdown_ring(ui, centre, 74, static_cast<float>(whole / idle_countdown));
  write(view, {centre.x - 80, centre.y - 50, 160, 100}, std::to_string(static_cast<int>(whole)),
        {type::h1, color::ink, 1, Align::centre, VAlign::middle});
  write(view, {frame.x + 24, frame.y + 230, frame.w - 48, 90}, say(view, "idle.title"),
        {frame.w < 900 ? type::h2 : type::h1, color::ink, frame.w < 900 ? 2 : 1, Align::centre,
         VAlign::middle});
  write(view, {frame.x + 40, frame.y + 322, frame.w - 80, 80}, say(view, "idle.t"),
        {{Face::regular, 26, 1.4f}, color::ink, 2, Align::centre});
  ButtonOptions large;
  large.style.size = 26;
  const float side = frame.w * 0.064f, between = 24, buttons = frame.w - 2 * side - between;
  const Rect end{frame.x + side, frame.y + 448, buttons * 0.446f, 104};
  button(ui, end, ButtonStyle::outline, "house", say(view, "idle.end"), act::Finish{}, "idle.end", large);
  button(ui, {end.end() + between, end.y, buttons - end.w, end.h}, ButtonStyle::primary, "hand",
         say(view, "idle.stay"), act::Stay{}, "idle.stay", large);
  const double next_second = view.now + (seconds_left - std::floor(seconds_left));
  view.scene.wake_at = std::min(view.scene.wake_at, next_second > view.now ? next_second : view.now + 1);
}

}  // namespace mess::kiosk
