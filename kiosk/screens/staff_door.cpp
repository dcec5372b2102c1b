// 12: whom the door is for, and the pad beside or below it. The pad lies the same way in every language.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/reach.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float key_width = 188, key_height = 128, key_gap = 18, least_margin = 24;
constexpr float title_height = 68, stars_height = 56, message_height = 72, part_gap = 16;
constexpr float star_radius = 28, star_pitch = 78;
constexpr std::size_t fewest_stars = library::shortest_pin;
constexpr double patience = 0.3;  // FLOW.md "Loading"

struct DoorLayout {
  Rect welcome, pad;
  std::optional<Rect> way_back = {};  // a row at the foot, where only that is within reach
};

DoorLayout layout_of(Size screen, bool low) {
  DoorLayout layout;
  const float row = 88 + 2 * least_margin;
  if (screen.h > screen.w) {
    const float height = std::clamp(screen.h * 0.4f, 480.f, 680.f), foot = low ? row : 0;
    layout = {{0, 0, screen.w, height}, {0, height, screen.w, screen.h - height - foot}};
  } else {
    const float width = screen.w * 0.448f;
    layout = {{0, 0, width, screen.h}, {width, 0, screen.w - width, screen.h}};
  }
  if (low) layout.way_back = Rect{0, screen.h - row, layout.welcome.w, row};
  return layout;
}

void draw_way_back(View& view, Point at, float width) {
  Ui ui = ui_of(view);
  ButtonOptions large;
  large.style.size = 26;
  const std::string& visitor = say(view, "st.pin.visitor");
  const float wide = std::min(width, button_width(ui, "arrow-left", visitor, large) + 24);
  button(ui, {at.x, at.y, wide, 88}, ButtonStyle::outline, "arrow-left", visitor, act::Home{},
         "staff.visitor", large);
}

// The name of the place, whom it is for, and the way back for everybody else.
void draw_welcome_side(View& view, const DoorLayout& layout) {
  const Rect& r = layout.welcome;
  Ui ui = ui_of(view);
  const bool roomy = r.w > 700 && r.h > 900;
  const float x = r.x + (r.w > 700 ? 96 : 48), width = r.w - (x - r.x) - 48, radius = roomy ? 45 : 36;
  view.canvas.fill(r, color::staff);
  if (view.canvas.theme() == Theme::contrast) view.canvas.outline(r, color::edge, 3);
  float y = r.y + (roomy ? 110 : 40);
  view.canvas.star({x + radius, y + radius}, radius, color::on_panel, color::terra_mid, color::terra_mid);
  y += 2 * radius + (roomy ? 32 : 16);
  write(view, {x, y, width, 84}, say(view, "st.title"),
        {{Face::display, roomy ? 62.f : 52.f, 1.3f}, color::on_panel, 1, Align::start, VAlign::middle});
  y += roomy ? 96 : 88;
  const TextLook lead{{Face::regular, 26, 1.45f}, color::on_panel, 5};
  const float lines = height_of(view, say(view, "st.pin.t"), lead, width);
  write(view, {x, y, width, lines + 4}, say(view, "st.pin.t"), lead);
  y += lines + (roomy ? 44 : 24);
  if (layout.way_back) return draw_way_back(view, {x, layout.way_back->y + least_margin}, width);
  draw_way_back(view, {x, y}, width);
  const float wall_top = std::max(y + 88 + 56, r.y + r.h * 0.6f);
  if (r.bottom() - wall_top < 120) return;
  StarWall wall;
  wall.radius = 54;
  wall.ground = StarWall::Ground::staff;
  wall.downwards = true;
  star_wall(ui, {r.x, wall_top, r.w, r.bottom() - wall_top}, wall);
}

struct Notice {
  std::string_view icon;
  std::string title, text;
};

std::string closed_text(View& view, double seconds) {
  const auto minutes = static_cast<long>(std::ceil(seconds / 60));
  const double next_minute = view.now + seconds - static_cast<double>(minutes - 1) * 60;
  view.scene.wake_at = std::min(view.scene.wake_at, next_minute + 0.01);
  return view.words.count(view.language(), "st.closed", std::max(1L, minutes));
}

std::string_view fault_text(ErrorKind kind) {
  const bool of_disk = kind == ErrorKind::disk_full || kind == ErrorKind::read_only;
  return of_disk ? "st.fault.disk" : "st.fault.lock";
}

// What stands in the place of the pad while nobody can enter.
std::optional<Notice> notice_of(View& view) {
  const StaffLockFacts& lock = view.state.staff_lock;
  if (lock.error)
    return Notice{"triangle-alert", say(view, "st.fault.title"), say(view, fault_text(lock.error->kind))};
  if (lock.known && !lock.pin_set) return Notice{"lock", say(view, "st.nopin.title"), say(view, "st.nopin")};
  if (view.now < lock.closed_until)
    return Notice{"lock", say(view, "st.closed.title"), closed_text(view, lock.closed_until - view.now)};
  return std::nullopt;
}

void draw_notice(View& view, const Rect& r, const Notice& notice) {
  constexpr float icon = 72, pad = 40;
  const float width = std::min(720.f, r.w - 2 * least_margin), inner = width - 2 * pad;
  const TextLook title{type::h2, color::ink, 3, Align::centre},
      text{type::lead, color::ink, 6, Align::centre};
  const float title_lines = height_of(view, notice.title, title, inner) + 4,
              text_lines = height_of(view, notice.text, text, inner) + 4;
  const float height = pad + icon + 24 + title_lines + 16 + text_lines + pad;
  const Rect frame{r.centre().x - width / 2, r.centre().y - height / 2, width, height};
  Ui ui = ui_of(view);
  card(ui, frame, radius::banner);
  float y = frame.y + pad;
  view.canvas.icon(notice.icon, {frame.centre().x - icon / 2, y, icon, icon}, color::terra);
  y += icon + 24;
  write(view, {frame.x + pad, y, inner, title_lines}, notice.title, title);
  y += title_lines + 16;
  write(view, {frame.x + pad, y, inner, text_lines}, notice.text, text);
}

void draw_stars(View& view, const Rect& r, std::size_t entered) {
  Ui ui = ui_of(view);
  const std::size_t stars = std::max(fewest_stars, entered);
  const float pitch = std::min(star_pitch, r.w / static_cast<float>(stars));
  const float radius = std::min(star_radius, pitch * 0.36f);
  const float first = r.centre().x - pitch * static_cast<float>(stars - 1) / 2;
  for (std::size_t i = 0; i < stars; ++i)
    pin_star(ui, {first + pitch * static_cast<float>(i), r.centre().y}, radius, i < entered);
}

// One line in the middle of r, the icon before it.
void draw_line(View& view, const Rect& r, std::string_view icon, const std::string& text, Color c) {
  const TextStyle style = fitted(view.canvas, {.text = text, .style = type::body_bold}, r.w - 44);
  const float size = icon.empty() ? 0 : 30, gap = icon.empty() ? 0 : 12;
  const float width = std::min(r.w - size - gap, width_of(view, text, style) + 2);
  const float x = r.centre().x - (size + gap + width) / 2;
  if (!icon.empty()) view.canvas.icon(icon, {x, r.centre().y - size / 2, size, size}, c);
  write(view, {x + size + gap, r.y, width, r.h}, text, {style, c, 1, Align::start, VAlign::middle});
}

void draw_message(View& view, const Rect& r, const StaffDoorPlace& place) {
  const Rect upper{r.x, r.y, r.w, r.h / 2}, lower{r.x, r.y + r.h / 2, r.w, r.h / 2};
  if (place.tried > 0) {
    const double shown_at = place.asked_at + patience;
    if (view.now >= shown_at) return draw_line(view, r, "", say(view, "msg.loading"), color::ink2);
    view.scene.wake_at = std::min(view.scene.wake_at, shown_at);
    return;
  }
  const int left = view.state.staff_lock.tries_left;
  if (left == library::most_tries || left == 0) return;  // 0: it was closed until now, and is asked anew
  if (place.wrong) draw_line(view, upper, "", say(view, "st.pin.wrong"), color::error);
  draw_line(view, place.wrong ? lower : r, "triangle-alert",
            view.words.count(view.language(), "st.pin.left", left), color::error);
}

void draw_key(View& view, const Rect& r, PinKey look, const std::string& name) {
  Ui ui = ui_of(view);
  const double dark_at = view.state.session.last_touch + pad_key_lit;
  look.lit = look.action && ui.touched(r) && view.now < dark_at;
  if (look.lit) view.scene.wake_at = std::min(view.scene.wake_at, dark_at);
  pin_key(ui, r, look, name);
}

// `r` on the screen: from the left in every language.
void draw_keys(View& view, const Rect& r, const StaffDoorPlace& place) {
  constexpr std::array<std::string_view, 9> digits{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
  const float width = std::min(key_width, (r.w - 2 * key_gap) / 3),
              height = std::min(key_height, (r.h - 3 * key_gap) / 4);
  const float x0 = r.centre().x - (3 * width + 2 * key_gap) / 2;
  const auto at = [&](int column, int row) {
    return Rect{x0 + static_cast<float>(column) * (width + key_gap),
                r.y + static_cast<float>(row) * (height + key_gap), width, height};
  };
  const auto digit = [&](const Rect& key, std::string_view label) {
    draw_key(view, key, {"", label, act::Type{std::string(label)}, false}, "pin." + std::string(label));
  };
  for (std::size_t i = 0; i < digits.size(); ++i)
    digit(at(static_cast<int>(i) % 3, static_cast<int>(i) / 3), digits[i]);
  digit(at(1, 3), "0");
  draw_key(view, at(0, 3), {"delete", say(view, "st.pin.erase"), act::Erase{}, false}, "pin.erase");
  std::optional<Action> enter;
  if (place.pin.can_be_tried()) enter = act::Submit{};
  draw_key(view, at(2, 3), {"lock", say(view, "st.pin.ok"), enter, false}, "pin.enter");
}

void draw_pad(View& view, const Rect& r, const StaffDoorPlace& place) {
  const float fixed = title_height + stars_height + message_height + 3 * part_gap;
  const bool low = view.state.session.comfort.low;
  const float screen_height = view.canvas.size().h, below = screen_height - r.bottom() + least_margin;
  const float room = low ? within_reach * screen_height - below : r.h;
  const float keys = std::min({4 * key_height + 3 * key_gap, r.h - 2 * least_margin - fixed, room});
  const Rect inner = r.inset(least_margin);
  float y = low ? inner.bottom() - fixed - keys : r.centre().y - (fixed + keys) / 2;
  write(view, {inner.x, y, inner.w, title_height}, say(view, "st.pin.title"),
        {{Face::display, 46, 1.3f}, color::ink, 1, Align::centre, VAlign::middle});
  y += title_height + part_gap;
  const Rect stars{inner.x, y, inner.w, stars_height};
  y += stars_height + part_gap;
  draw_message(view, {inner.x, y, inner.w, message_height}, place);
  y += message_height + part_gap;
  const ScreenMapping screen = view.canvas.mapping();
  const Rect stars_there = screen.to_screen(stars),
             keys_there = screen.to_screen({inner.x, y, inner.w, keys});
  view.canvas.push_unmirrored();
  draw_stars(view, stars_there, place.tried > 0 ? place.tried : place.pin.size());
  draw_keys(view, keys_there, place);
  view.canvas.pop_unmirrored();
}

}  // namespace

void draw_staff_door(View& view, const StaffDoorPlace& place) {
  const DoorLayout layout = layout_of(view.canvas.size(), view.state.session.comfort.low);
  draw_welcome_side(view, layout);
  if (const auto notice = notice_of(view)) return draw_notice(view, layout.pad, *notice);
  draw_pad(view, layout.pad, place);
}

}  // namespace mess::kiosk
