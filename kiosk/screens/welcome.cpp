#include <algorithm>
#include <array>
#include <string>

#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

// Up to the end of the screen.
float room_from(const View& view, float x) {
  return view.canvas.size().w - x - 24;
}

constexpr float name_start = 212, room_of_name = 640;

// For whoever does not read: an icon that telephones have made known, with its word where the house's name
// leaves room. In the emblem's place where it leaves none at all.
struct ListenButton {
  Rect place;  // empty on a machine that cannot be heard
  bool worded = false, for_emblem = false;
};

ListenButton listen_button(View& view) {
  constexpr float side = 96, top = 70;
  if (!view.state.sound) return {};
  Ui ui = ui_of(view);
  const float wide = button_width(ui, "headphones", say(view, "attract.listen"), {.icon_size = 44});
  // Beside the name: on the wall of stars its colour would be lost.
  const float after_name = name_start + width_of(view, say(view, "app.house"), type::h3) + 72;
  const float first = name_start + room_of_name + 24, last = view.canvas.size().w - 96;
  if (first + wide <= last)
    return {{std::clamp(after_name, first, last - wide), top, wide, side}, true, false};
  if (first + side <= last) return {{last - side, top, side, side}, false, false};
  return {{94, top, side, side}, false, true};
}

void draw_listen(View& view, const ListenButton& listen) {
  if (listen.place.empty()) return;
  Ui ui = ui_of(view);
  const std::string& words = say(view, "attract.listen");
  button(ui, listen.place, ButtonStyle::call, "headphones", listen.worded ? std::string_view(words) : "",
         act::ListenToScreen{}, "welcome.listen", {.icon_size = 44, .said = words});
}

void draw_house(View& view) {
  const ListenButton listen = listen_button(view);
  // Without a mark of its own: the emblem in the colours of a dark ground.
  if (!listen.for_emblem && !draw_house_mark(view, {142, 118}, 50))
    view.canvas.star({142, 118}, 45, color::on_panel, color::terra_mid, color::terra_mid);
  const bool beside = !listen.place.empty() && !listen.for_emblem;
  const float width =
      std::min(900.f, beside ? listen.place.x - name_start - 24 : room_from(view, name_start));
  write(view, {name_start, 74, width, 48}, say(view, "app.house"),
        {type::h3, color::on_panel, 1, Align::start, VAlign::middle});
  write(view, {name_start, 120, width, 36}, say(view, "app.region"),
        {{Face::regular, 23, 1.4f}, color::on_panel2, 1, Align::start, VAlign::middle});
  draw_listen(view, listen);
}

// Each script as large as it looks equal (design section 3, hero). Returns how much lower than there all the
// rest begins: the third greeting stands below the second where it has no room beside it.
float draw_greetings(View& view) {
  const bool arabic_first = is_right_to_left(view.language());
  const TextStyle latin{Face::display, 132, 1.1f}, arabic{Face::display, 104, 1.5f},
      small{Face::display, 84, 1.5f};
  const std::string& french = say(view, "attract.welcome.fr");
  const std::string& arab = say(view, "attract.welcome.ar");
  const std::string& amazigh = say(view, "attract.welcome.zgh");
  write(view, {96, 196, std::min(1200.f, room_from(view, 96)), 160}, arabic_first ? arab : french,
        {arabic_first ? arabic : latin, color::on_panel, 1, Align::start, VAlign::middle,
         Direction::interface});
  const std::string& second = arabic_first ? french : arab;
  const TextStyle& style = arabic_first ? small : arabic;
  const float width = width_of(view, second, style);
  write(view, {96, 358, width + 2, 160}, second, {style, color::saffron, 1, Align::start, VAlign::middle});
  const TextStyle tifinagh{Face::regular, 72, 1.3f};
  const float beside = 96 + width + 60, own = width_of(view, amazigh, tifinagh) + 2;
  const bool below = own > room_from(view, beside);
  write(view, {below ? 96 : beside, below ? 508.f : 366.f, own, below ? 96.f : 160.f}, amazigh,
        {tifinagh, color::on_panel2, 1, Align::start, VAlign::middle});
  return below ? 96 : 0;
}

void draw_invitation(View& view, float lower) {
  write(view, {96, 516 + lower, std::min(1180.f, view.canvas.size().w - 192), 92}, say(view, "attract.pitch"),
        {{Face::regular, 30, 1.4f}, color::on_panel, 2, Align::start, VAlign::middle});
  const Point hand{164, 671 + lower};
  view.canvas.circle(hand, 68, with_alpha(color::saffron, 0.22f));
  view.canvas.circle(hand, 54, with_alpha(color::saffron, 0.4f));
  view.canvas.circle(hand, 42, color::saffron);
  view.canvas.icon("pointer", {hand.x - 22, hand.y - 22, 44, 44}, color::on_saffron);
  const Language other = is_right_to_left(view.language()) ? Language::french : Language::arabic;
  const float width = std::min(900.f, room_from(view, 246));
  write(view, {246, 624 + lower, width, 46}, say(view, "attract.touch"),
        {{Face::bold, 29, 1.4f}, color::on_panel, 1, Align::start, VAlign::middle});
  const std::string& there = view.words(other, "attract.touch");
  const TextStyle style{Face::bold, 29, 1.4f};
  write(view, {246, 670 + lower, std::min(width, width_of(view, there, style) + 2), 48}, there,
        {style, color::saffron, 1, Align::start, VAlign::middle, direction_of(code_of(other))});
}

// For somebody who reaches only the lower part of the screen, above the row that ends at `bottom`.
void draw_lower(View& view, float bottom) {
  Ui ui = ui_of(view);
  constexpr float height = 76;
  Comfort low = view.state.session.comfort;
  low.low = true;
  const std::string& words = say(view, "comf.low");
  const float width = button_width(ui, "arrow-down-to-line", words);
  button(ui, {view.canvas.size().w - 96 - width, bottom - height, width, height}, ButtonStyle::night,
         "arrow-down-to-line", words, act::SetComfort{low}, "welcome.low");
}

void draw_languages(View& view) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  const bool upright = screen.h > screen.w;
  const std::span<const Language> languages = view.words.languages();
  const int count = static_cast<int>(languages.size()), across = upright ? 2 : count;
  const int rows = (count + across - 1) / across;
  const float gap = 24, height = 132;
  const float width = (screen.w - 192 - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
  const float top = screen.h - 64 - static_cast<float>(rows) * (height + gap) + gap;
  draw_lower(view, top - gap);
  int i = 0;
  for (const Language language : languages) {
    const std::string code(code_of(language));
    const Rect r{96 + static_cast<float>(i % across) * (width + gap),
                 top + static_cast<float>(i / across) * (height + gap), width, height};
    ++i;
    const float down =
        card(ui, r, act::SetLanguage{language}, "welcome." + code, view.words(language, "lang." + code))
            ? 2.f
            : 0.f;
    const Direction direction = direction_of(code);
    write(view, {r.x + 16, r.y + 18 + down, r.w - 32, 60}, view.words(language, "lang." + code),
          {type::h2, color::ink, 1, Align::centre, VAlign::middle, direction});
    write(view, {r.x + 16, r.y + 76 + down, r.w - 32, 38}, view.words(language, "attract.langhint"),
          {type::caption, color::ink2, 1, Align::centre, VAlign::middle, direction});
  }
}

}  // namespace

void draw_welcome(View& view) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  view.canvas.fill({0, 0, screen.w, screen.h}, color::threshold);
  StarWall wall;
  wall.radius = 60;
  wall.ground = StarWall::Ground::deep;
  wall.dissolve_from = 0.1f;
  wall.dissolve_to = 0.8f;
  // Beside the words; upright, below them.
  const bool upright = screen.h > screen.w;
  star_wall(ui,
            upright ? Rect{0, 800, screen.w, screen.h - 800}
                    : Rect{screen.w * 0.42f, 0, screen.w * 0.58f, screen.h},
            wall);
  ui.target({0, 0, screen.w, screen.h}, act::Begin{}, "welcome.begin", say(view, "attract.touch"));
  draw_house(view);
  draw_invitation(view, draw_greetings(view));
  draw_languages(view);
}

}  // namespace mess::kiosk
