#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/app/reader.h"
#include "kiosk/app/reader_book.h"
#include "kiosk/app/reader_moves.h"

namespace mess::kiosk {

namespace {

// How fast a thrown thing slows down: speed falls to 1/e in a third of a second, as paper on a table would.
constexpr float friction = 3.2f;
constexpr float still = 24;        // units a second
constexpr float pull_return = 16;  // a pulled page is back after a fifth of a second

bool glide_list(ReaderState& reader, const ReaderContext& context, float dt) {
  Scroller& list = shown_list(reader);
  if (list.speed == 0) return false;
  drag_list(reader, context, -list.speed * dt);
  list.speed *= std::exp(-friction * dt);
  if (std::abs(list.speed) < still) list.speed = 0;
  return list.speed != 0;
}

bool glide_page(ReaderState& reader, const ReaderContext& context, float dt) {
  if (reader.speed == Point{}) return false;
  const Viewport wanted{
      reader.viewport.zoom,
      {reader.viewport.offset.x + reader.speed.x * dt, reader.viewport.offset.y + reader.speed.y * dt}};
  reader.viewport = settled(reader, view_size(reader, context), wanted);
  const float slower = std::exp(-friction * dt);
  reader.speed.x = reader.viewport.offset.x == wanted.offset.x ? reader.speed.x * slower : 0;
  reader.speed.y = reader.viewport.offset.y == wanted.offset.y ? reader.speed.y * slower : 0;
  if (std::hypot(reader.speed.x, reader.speed.y) < still) reader.speed = {};
  return reader.speed != Point{};
}

bool take_back_pull(ReaderState& reader, float dt) {
  if (reader.pulling || reader.pull == Point{}) return false;
  const float left = std::exp(-pull_return * dt);
  reader.pull = {reader.pull.x * left, reader.pull.y * left};
  if (std::hypot(reader.pull.x, reader.pull.y) < 1) reader.pull = {};
  return reader.pull != Point{};
}

bool move_view(ReaderState& reader, const ReaderContext& context, double now) {
  if (!reader.motion) return false;
  const double t = std::clamp((now - reader.motion->began_at) / zoom_seconds, 0.0, 1.0);
  const float k = static_cast<float>(t * t * (3 - 2 * t));
  const Viewport &from = reader.motion->from, &to = reader.motion->to;
  const auto mix = [k](float a, float b) { return k >= 1 ? b : a + (b - a) * k; };
  // Zoom and offset both linear in k: the point that the zoom is about stays exactly where it is.
  reader.viewport = {mix(from.zoom, to.zoom),
                     {mix(from.offset.x, to.offset.x), mix(from.offset.y, to.offset.y)}};
  if (t >= 1) {
    reader.motion.reset();
    reader.held_zoom.reset();
    // The page may have turned out to be of another size meanwhile.
    reader.viewport = settled(reader, view_size(reader, context), reader.viewport);
  }
  return reader.motion.has_value();
}

}  // namespace

void move_reader(ReaderState& reader, const ReaderContext& context, double now, double& next) {
  const float dt = static_cast<float>(std::clamp(now - reader.moved_at, 0.0, 0.05));
  reader.moved_at = now;
  bool moving = move_view(reader, context, now);
  moving = glide_page(reader, context, dt) || moving;
  moving = glide_list(reader, context, dt) || moving;
  moving = take_back_pull(reader, dt) || moving;
  follow_page(reader, context, now);
  if (now >= reader.sharpen_at) {
    if (reader.sharp_zoom != reader.viewport.zoom) reader.older_zoom = reader.sharp_zoom;
    reader.sharp_zoom = reader.viewport.zoom;
    reader.sharpen_at = std::numeric_limits<double>::infinity();
  }
  next = std::min(next, moving ? now : reader.sharpen_at);
}

}  // namespace mess::kiosk
