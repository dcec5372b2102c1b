// The khatam, eight-pointed star of design section 1. It is not convex, and two squares laid over each other
// would show their overlap when they are translucent: hence a fan from the centre with a soft edge of one
// pixel.

#include <array>
#include <cmath>

#include "kiosk/draw/drawing_canvas.h"

namespace mess::kiosk {

namespace {

constexpr int corners = 16;
constexpr float inner_ratio = 0.7654f, line_ratio = 0.60f, core_ratio = 0.24f;
constexpr float full_turn = 6.28318531f;

ImVec2 around(ImVec2 centre, float angle, float r) {
  return {centre.x + std::cos(angle) * r, centre.y + std::sin(angle) * r};
}

}  // namespace

void DrawingCanvas::star_points(Point centre, float r, bool turned, ImVec2* sixteen) const {
  const ImVec2 c = pixel(centre);
  for (int i = 0; i < corners; ++i) {
    const float angle = full_turn * static_cast<float>(i) / corners;
    const bool outer = (i % 2 == 0) != turned;
    sixteen[i] = around(c, angle, r * scale_ * (outer ? 1.f : inner_ratio));
  }
}

void DrawingCanvas::fill_star(const ImVec2* sixteen, ImVec2 centre, ImU32 c) {
  const ImU32 clear = c & ~IM_COL32_A_MASK;
  const ImVec2 white = shared_.TexUvWhitePixel;
  list_.PrimReserve(corners * 9, 1 + corners * 2);
  const unsigned base = list_._VtxCurrentIdx;
  const auto vertex = [&](int ring, int i) {
    return static_cast<ImDrawIdx>(base + 1 + static_cast<unsigned>(ring * corners + i % corners));
  };
  for (int i = 0; i < corners; ++i) {
    list_.PrimWriteIdx(static_cast<ImDrawIdx>(base));
    list_.PrimWriteIdx(vertex(0, i));
    list_.PrimWriteIdx(vertex(0, i + 1));
    for (const ImDrawIdx index :
         {vertex(0, i), vertex(1, i), vertex(1, i + 1), vertex(0, i), vertex(1, i + 1), vertex(0, i + 1)}) {
      list_.PrimWriteIdx(index);
    }
  }
  list_.PrimWriteVtx(centre, white, c);
  for (const float reach : {-0.5f, 0.5f}) {
    for (int i = 0; i < corners; ++i) {
      const ImVec2 &p = sixteen[i], from(p.x - centre.x, p.y - centre.y);
      const float length = std::sqrt(from.x * from.x + from.y * from.y);
      // At 45 degrees to the edges of a corner, half a pixel across an edge is 0.7 along the radius.
      const float factor = length > 0 ? 1 + reach * 1.41f / length : 1.f;
      list_.PrimWriteVtx(ImVec2(centre.x + from.x * factor, centre.y + from.y * factor), white,
                         reach < 0 ? c : clear);
    }
  }
}

void DrawingCanvas::star(Point centre, float r, Color fill, Color inner, Color core) {
  const Rect around_it = mapping().to_screen({centre.x - r, centre.y - r, 2 * r, 2 * r});
  if (r <= 0 || hidden(around_it)) return;
  std::array<ImVec2, corners> points;
  const ImVec2 c = pixel(centre);
  if (fill.a != 0) {
    star_points(centre, r, false, points.data());
    fill_star(points.data(), c, shade(fill));
  }
  if (inner.a != 0) {
    star_points(centre, r * line_ratio, true, points.data());
    list_.AddPolyline(points.data(), corners, shade(inner), ImDrawFlags_Closed,
                      std::max(1.f, 2 * scale_ * std::min(1.f, r / 30)));
  }
  if (core.a != 0) {
    std::array<ImVec2, 8> octagon;
    for (int i = 0; i < 8; ++i) {
      octagon[static_cast<std::size_t>(i)] =
          around(c, full_turn * (static_cast<float>(i) + 0.5f) / 8, r * core_ratio * scale_);
    }
    list_.AddConvexPolyFilled(octagon.data(), 8, shade(core));
  }
}

void DrawingCanvas::star_outline(Point centre, float r, Color c, float thickness) {
  const Rect around_it = mapping().to_screen({centre.x - r, centre.y - r, 2 * r, 2 * r});
  if (r <= 0 || hidden(around_it)) return;
  std::array<ImVec2, corners> points;
  star_points(centre, r, false, points.data());
  list_.AddPolyline(points.data(), corners, shade(c), ImDrawFlags_Closed, std::max(1.f, thickness * scale_));
}

}  // namespace mess::kiosk
