// Stars, the countdown and QR codes.

#include "kiosk/content/qr_code.h"
#include "kiosk/screens/gallery_parts.h"

namespace mess::kiosk {

namespace {

constexpr Size small{96, 96};

float radius_in(const Rect& r) {
  return r.h / 2 - 6;
}

Exhibit stars() {
  Exhibit exhibit{"emblem, step_star, progress_star", {}};
  exhibit.specimens.push_back(
      {"emblem", small, [](Ui& ui, const Rect& r) { emblem(ui, r.centre(), radius_in(r)); }});
  for (const int number : {1, 2, 10}) {
    exhibit.specimens.push_back(
        {"step_star " + std::to_string(number), small,
         [number](Ui& ui, const Rect& r) { step_star(ui, r.centre(), radius_in(r), number); }});
  }
  for (const double now : {0.0, 0.8}) {
    exhibit.specimens.push_back(
        {now == 0 ? "progress_star" : "progress_star, half a turn later", small,
         [now](Ui& ui, const Rect& r) { progress_star(ui, r.centre(), radius_in(r), now); }});
  }
  return exhibit;
}

Exhibit pin_stars() {
  Exhibit exhibit{"pin_star", {}};
  for (const bool entered : {false, true}) {
    exhibit.specimens.push_back({entered ? "entered" : "empty", small, [entered](Ui& ui, const Rect& r) {
                                   pin_star(ui, r.centre(), radius_in(r), entered);
                                 }});
  }
  return exhibit;
}

Exhibit rings() {
  Exhibit exhibit{"countdown_ring", {}};
  for (const int tenths : {9, 6, 1, 0}) {
    exhibit.specimens.push_back(
        {"left 0." + std::to_string(tenths), {148, 148}, [tenths](Ui& ui, const Rect& r) {
           countdown_ring(ui, r.centre(), radius_in(r), static_cast<float>(tenths) / 10);
         }});
  }
  return exhibit;
}

Exhibit walls() {
  using Ground = StarWall::Ground;
  const auto draw = [](const StarWall& wall) {
    return [wall](Ui& ui, const Rect& r) { star_wall(ui, r, wall); };
  };
  const StarWall banner{.dissolve_from = 0.2f, .dissolve_to = 0.9f},
      welcome{.radius = 60, .ground = Ground::deep, .dissolve_from = 0.1f, .dissolve_to = 1},
      door{.ground = Ground::staff, .downwards = true};
  const Size size{560, 252};
  Exhibit exhibit{"star_wall", {}};
  exhibit.specimens = {{"whole", size, draw({}), Held::free, color::panel},
                       {"dissolving", size, draw(banner), Held::free, color::panel},
                       {"deep", size, draw(welcome), Held::free, color::threshold},
                       {"staff, downwards", size, draw(door), Held::free, color::staff}};
  return exhibit;
}

Exhibit codes() {
  Exhibit exhibit{"qr_code", {}};
  // What a short address and a citation become.
  for (const auto& [caption, length] : {std::pair{"few words", 20}, {"many words", 300}}) {
    const auto code = qr_of(std::string(static_cast<std::size_t>(length), 'a'));
    if (!code) continue;
    exhibit.specimens.push_back(
        {caption, {320, 320}, [code = *code](Ui& ui, const Rect& r) { qr_code(ui, r, code); }});
  }
  return exhibit;
}

}  // namespace

std::vector<Exhibit> gallery_of_stars(View&) {
  return {stars(), pin_stars(), rings(), walls(), codes()};
}

}  // namespace mess::kiosk
