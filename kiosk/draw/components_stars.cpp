// Emblem, steps, progress, countdown and the wall of stars.

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/draw/components.h"

namespace mess::kiosk {

namespace {

// A fixed hash of a tile, 0..1: the wall is the same on every start.
std::uint32_t mixed(std::uint32_t value) {
  value ^= value >> 16;
  value *= 0x7FEB352DU;
  value ^= value >> 15;
  value *= 0x846CA68BU;
  return value ^ (value >> 16);
}

float hash(int i, int j, std::uint32_t salt) {
  const auto x = static_cast<std::uint32_t>(i), y = static_cast<std::uint32_t>(j);
  return static_cast<float>(mixed(mixed(x * 0x9E3779B9U + salt) ^ y) >> 8) / 16777216.f;
}

struct StarColors {
  Color fill, inner, core;
};

Color between(Color a, Color b, float t) {
  const auto mix = [t](std::uint8_t from, std::uint8_t to) {
    const float value = static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t;
    return static_cast<std::uint8_t>(value + 0.5f);
  };
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), mix(a.a, b.a), {}};
}

// Three depths of the ground: fill, the inner line of the star, its core, and the line of one that is not
// filled.
struct Depths {
  Color fills[3], inner, core, outline;
};
Depths depths_of(StarWall::Ground ground) {
  switch (ground) {
    case StarWall::Ground::deep:
      return {{rgb(0x0D566D), rgb(0x0B4A5F), rgb(0x093F50)}, rgb(0x3F7C8C), rgb(0x8FBBC4), rgb(0x2B6475)};
    case StarWall::Ground::staff:
      return {{rgb(0x203A54), rgb(0x1D334D), rgb(0x1A2D45)}, rgb(0x4A6785), rgb(0x4A6785), rgb(0x2C3F5C)};
    case StarWall::Ground::banner:
      break;
  }
  return {{rgb(0x146C85), rgb(0x115F77), rgb(0x0E556C)}, rgb(0x5F9CAB), rgb(0x8FBBC4), rgb(0x3F7C8C)};
}

Color day_ground(StarWall::Ground ground) {
  return ground == StarWall::Ground::banner ? color::panel
         : ground == StarWall::Ground::deep ? color::threshold
                                            : color::staff;
}

// As much lighter than the ground that is seen as the design's own is than the design's ground.
Color lifted(Color c, Color ground, Color seen) {
  const auto lift = [](int value, int from, int to) {
    return static_cast<std::uint8_t>(std::clamp(value + to - from, 0, 255));
  };
  return {lift(c.r, ground.r, seen.r), lift(c.g, ground.g, seen.g), lift(c.b, ground.b, seen.b), c.a, {}};
}

struct WallColors {
  Color ground, brick, brick_line, saffron;
  Depths depths;
};
// In the house's own colours where it has some.
WallColors wall_colors(const Canvas& canvas, StarWall::Ground on) {
  const Color ground = day_ground(on), seen = canvas.shown(ground);
  Depths depths = depths_of(on);
  for (Color* c :
       {&depths.fills[0], &depths.fills[1], &depths.fills[2], &depths.inner, &depths.core, &depths.outline})
    *c = lifted(*c, ground, seen);
  return {seen, canvas.shown(color::terra_mid), canvas.shown(color::terra_tint), canvas.shown(color::saffron),
          depths};
}

// About 7 % brick, 6 % saffron, the rest in three depths of the ground.
StarColors colors_of(float kind, const WallColors& of) {
  if (kind < 0.07f) return {of.brick, of.brick_line, of.brick_line};
  if (kind < 0.13f) return {of.saffron, of.ground, of.ground};
  return {of.depths.fills[kind < 0.45f ? 0 : kind < 0.75f ? 1 : 2], of.depths.inner, of.depths.core};
}

// One star at a time takes another colour: begun every 900 ms, 1800 ms long (section 8).
StarColors colors_at(int i, int j, int count, const StarWall& wall, const WallColors& colors) {
  const float kind = hash(i, j, 2);
  if (wall.now < 0 || count <= 0) return colors_of(kind, colors);
  constexpr double every = 0.9, lasting = 1.8;
  const auto mine = static_cast<std::int64_t>(hash(i, j, 3) * static_cast<float>(count));
  const double turn = wall.now / every;
  const auto step = static_cast<std::int64_t>(turn);
  const std::int64_t period = count;
  const std::int64_t changes = step >= mine ? (step - mine) / period + 1 : 0;
  const auto kind_after = [&](std::int64_t n) {
    return n == 0 ? kind : hash(i, j, 100U + static_cast<std::uint32_t>(n));
  };
  if (changes == 0) return colors_of(kind, colors);
  const double began = static_cast<double>(mine + (changes - 1) * period) * every;
  const auto t = static_cast<float>(std::clamp((wall.now - began) / lasting, 0.0, 1.0));
  const StarColors a = colors_of(kind_after(changes - 1), colors), b = colors_of(kind_after(changes), colors);
  return {between(a.fill, b.fill, t), between(a.inner, b.inner, t), between(a.core, b.core, t)};
}

}  // namespace

void emblem(Ui& ui, Point centre, float r) {
  const Color inner = ui.canvas.theme() == Theme::day ? color::saffron : color::on_accent;
  ui.canvas.star(centre, r, color::strait, inner, inner);
}

void step_star(Ui& ui, Point centre, float r, int number) {
  ui.canvas.star(centre, r, color::terra, color::nothing, color::nothing);
  const std::string words = std::to_string(number);
  ui.canvas.text({centre.x - r, centre.y - r, 2 * r, 2 * r}, {.text = words,
                                                              .style = {Face::display, r * 0.86f, 1.2f},
                                                              .color = color::on_accent,
                                                              .align = Align::centre,
                                                              .valign = VAlign::middle,
                                                              .max_lines = 1});
}

void progress_star(Ui& ui, Point centre, float r, double now) {
  ui.canvas.star_outline(centre, r, color::line, 2);
  // Eight small stars of which one after the other is lit: movement without turning anything.
  const double turn = now / 1.6;
  for (int i = 0; i < 8; ++i) {
    const float angle = 6.28318531f * static_cast<float>(i) / 8;
    const double behind = turn - static_cast<double>(i) / 8;
    const auto age = static_cast<float>(behind - std::floor(behind));
    const Point p{centre.x + std::sin(angle) * r * 0.6f, centre.y - std::cos(angle) * r * 0.6f};
    ui.canvas.star(p, r * 0.2f, with_alpha(color::terra, 1.f - 0.8f * age), color::nothing, color::nothing);
  }
  ui.scene.animating = true;
}

void pin_star(Ui& ui, Point centre, float r, bool entered) {
  if (entered) return ui.canvas.star(centre, r, color::strait, color::nothing, color::nothing);
  ui.canvas.star(centre, r, color::card, color::nothing, color::nothing);
  ui.canvas.star_outline(centre, r, color::edge, line_width(2, ui.canvas.theme()));
}

void countdown_ring(Ui& ui, Point centre, float r, float left) {
  ui.canvas.ring(centre, r, color::sand2, 12);
  ui.canvas.ring(centre, r, color::strait, 12, 0, std::clamp(left, 0.f, 1.f));
}

void star_wall(Ui& ui, const Rect& r, const StarWall& wall) {
  const float pitch = 2 * wall.radius;
  if (pitch < 8 || r.empty() || ui.canvas.theme() == Theme::contrast) return;
  ui.canvas.push(r);
  const int columns = static_cast<int>(std::ceil(r.w / pitch)) + 1;
  const int rows = static_cast<int>(std::ceil(r.h / pitch)) + 1;
  const float top = r.centre().y - static_cast<float>(rows) * pitch / 2 + wall.radius;
  const WallColors colors = wall_colors(ui.canvas, wall.ground);
  const auto f_at = [&](float part) {
    return std::clamp((part - wall.dissolve_from) / std::max(0.01f, wall.dissolve_to - wall.dissolve_from),
                      0.f, 1.f);
  };
  for (int i = 0; i < columns; ++i) {
    // Counted from the end edge, where the wall is whole.
    const Point at{r.end() - wall.radius - static_cast<float>(i) * pitch, 0};
    const float across = (at.x - r.x) / r.w;
    for (int j = 0; j < rows; ++j) {
      const Point centre{at.x, top + static_cast<float>(j) * pitch};
      const float f = f_at(wall.downwards ? (centre.y - r.y) / r.h : across);
      const int column = i + wall.shift, row = j + wall.shift;
      const float there = hash(column, row, 1);
      if (there < f * f * 1.15f) {
        const StarColors c = colors_at(column, row, columns * rows, wall, colors);
        ui.canvas.star(centre, wall.radius, c.fill, c.inner, c.core);
      } else if (there < f * 1.25f) {
        ui.canvas.star_outline(centre, wall.radius, colors.depths.outline, 2);
      }
    }
  }
  ui.canvas.pop();
  if (wall.now >= 0) ui.scene.animating = true;
}

}  // namespace mess::kiosk
