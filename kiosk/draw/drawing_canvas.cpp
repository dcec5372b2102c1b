#include "kiosk/draw/drawing_canvas.h"

#include <cmath>

#include "kiosk/draw/icon_picture.h"

namespace mess::kiosk {

namespace {

// A chord stays within a fifth of a pixel of its circle: round at arm's length, few triangles.
constexpr float circle_error = 0.2f;

float snapped(float pixels) {
  return std::round(pixels);
}

}  // namespace

Direction direction_of(std::string_view language_code) {
  if (language_code.empty()) return Direction::interface;
  for (std::string_view code : {"ar", "fa", "he", "ur"}) {
    if (language_code.substr(0, 2) == code) return Direction::right_to_left;
  }
  return Direction::left_to_right;
}

DrawingCanvas::DrawingCanvas(const FontSet& fonts, const IconTable& icons, Atlas& atlas, LayoutCache& layouts)
    : fonts_(fonts), icons_(icons), atlas_(atlas), layouts_(layouts) {
  const float white = static_cast<float>(Atlas::white_side) / 2 / static_cast<float>(atlas.side());
  shared_.TexUvWhitePixel = ImVec2(white, white);
  shared_.CurveTessellationTol = 1.25f;
  shared_.SetCircleTessellationMaxError(circle_error);
  // 16-bit indices reach 65,536 vertices; the renderer takes an offset beyond that.
  shared_.InitialFlags =
      ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
}

void DrawingCanvas::begin(Size design, float magnification, int pixel_width, int pixel_height,
                          bool right_to_left, Palette palette) {
  size_ = design;
  scale_ = static_cast<float>(pixel_width) / design.w;
  magnification_ = magnification;
  right_to_left_ = right_to_left;
  palette_ = std::move(palette);
  states_.assign(1, State{{0, 0, design.w, design.h}, 0, 0, right_to_left});
  opacities_.assign(1, 1.f);
  const auto width = static_cast<float>(pixel_width), height = static_cast<float>(pixel_height);
  shared_.ClipRectFullscreen = ImVec4(0, 0, width, height);
  list_._ResetForNewFrame();
  list_.PushTextureID(atlas_texture(0));
  list_.PushClipRect(ImVec2(0, 0), ImVec2(width, height));
}

// ---- places

ScreenMapping DrawingCanvas::mapping() const {
  const State& state = states_.back();
  return {size_.w, state.mirrored, state.dx, state.dy};
}

Point DrawingCanvas::on_screen(Point p) const {
  const State& state = states_.back();
  const float x = p.x + state.dx;
  return {state.mirrored ? size_.w - x : x, p.y + state.dy};
}

ImVec2 DrawingCanvas::pixel(Point p) const {
  const Point s = on_screen(p);
  return {s.x * scale_, s.y * scale_};
}

// Edges on whole pixels: lines and fills stay crisp at every scale, and nothing becomes thinner than a pixel.
DrawingCanvas::Pixels2 DrawingCanvas::pixels(const Rect& r) const {
  const Rect s = mapping().to_screen(r);
  Pixels2 p{{snapped(s.x * scale_), snapped(s.y * scale_)},
            {snapped(s.end() * scale_), snapped(s.bottom() * scale_)}};
  if (r.w > 0) p.b.x = std::max(p.b.x, p.a.x + 1);
  if (r.h > 0) p.b.y = std::max(p.b.y, p.a.y + 1);
  return p;
}

bool DrawingCanvas::hidden(const Rect& on_screen) const {
  return on_screen.overlap(clip()).empty();
}

bool DrawingCanvas::hidden_around(const Rect& r, float reach) const {
  return hidden(mapping().to_screen(r.inset(-reach)));
}

ImU32 DrawingCanvas::shade(Color c) const {
  const Color seen = palette_.shown(c);
  const float alpha = static_cast<float>(seen.a) * opacities_.back();
  return IM_COL32(seen.r, seen.g, seen.b, static_cast<int>(alpha + 0.5f));
}

void DrawingCanvas::clip_list() {
  const Rect& c = states_.back().clip;
  list_.PushClipRect(ImVec2(snapped(c.x * scale_), snapped(c.y * scale_)),
                     ImVec2(snapped(c.end() * scale_), snapped(c.bottom() * scale_)));
}

void DrawingCanvas::push(const Rect& clip, float dx, float dy) {
  State state = states_.back();
  state.clip = mapping().to_screen(clip).overlap(state.clip);
  state.dx += dx;
  state.dy += dy;
  states_.push_back(state);
  clip_list();
}

void DrawingCanvas::push_unmirrored() {
  State state = states_.back();
  if (state.mirrored) state.dx = -state.dx;  // the shift on the screen stays
  state.mirrored = false;
  states_.push_back(state);
  clip_list();
}

void DrawingCanvas::pop() {
  if (states_.size() <= 1) return;
  states_.pop_back();
  list_.PopClipRect();
}

void DrawingCanvas::use(ImTextureID texture) {
  if (list_._CmdHeader.TextureId != texture) list_.PushTextureID(texture);
}

// ---- shapes

void DrawingCanvas::fill(const Rect& r, Color c, float corner) {
  if (r.empty() || hidden(mapping().to_screen(r))) return;
  const Pixels2 p = pixels(r);
  list_.AddRectFilled(p.a, p.b, shade(c), corner * scale_);
}

void DrawingCanvas::outline(const Rect& r, Color c, float thickness, float corner) {
  if (r.empty() || hidden(mapping().to_screen(r))) return;
  const Pixels2 p = pixels(r);
  const float thick = std::max(1.f, snapped(thickness * scale_)), half = thick / 2;
  const float rounding = std::max(0.f, corner * scale_ - half);
  list_.PathRect(ImVec2(p.a.x + half, p.a.y + half), ImVec2(p.b.x - half, p.b.y - half), rounding);
  list_.PathStroke(shade(c), ImDrawFlags_Closed, thick);
}

void DrawingCanvas::line(Point a, Point b, Color c, float thickness) {
  const float thick = std::max(1.f, thickness * scale_);
  // Level and upright lines lie on whole pixels.
  if (a.x == b.x || a.y == b.y) {
    const float left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    const bool level = a.y == b.y;
    const Rect bar{level ? left : left - thickness / 2, level ? top - thickness / 2 : top,
                   level ? std::abs(b.x - a.x) : thickness, level ? thickness : std::abs(b.y - a.y)};
    fill(bar, c, 0);
    return;
  }
  const float reach = thickness + 1;
  if (hidden_around({std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)},
                    reach))
    return;
  const ImVec2 ends[] = {pixel(a), pixel(b)};
  list_.AddPolyline(ends, 2, shade(c), ImDrawFlags_None, thick);
}

void DrawingCanvas::circle(Point centre, float r, Color c) {
  if (hidden_around({centre.x, centre.y, 0, 0}, r + 1)) return;
  list_.AddCircleFilled(pixel(centre), r * scale_, shade(c));
}

void DrawingCanvas::ring(Point centre, float r, Color c, float thickness, float from_turn, float to_turn) {
  if (hidden_around({centre.x, centre.y, 0, 0}, r + thickness + 1)) return;
  constexpr float turn = 6.28318531f, top = -0.25f;
  const float thick = std::max(1.f, thickness * scale_);
  if (to_turn - from_turn >= 1) {
    list_.AddCircle(pixel(centre), r * scale_, shade(c), 0, thick);
    return;
  }
  if (to_turn <= from_turn) return;
  list_.PathArcTo(pixel(centre), r * scale_, (from_turn + top) * turn, (to_turn + top) * turn);
  list_.PathStroke(shade(c), ImDrawFlags_None, thick);
}

void DrawingCanvas::polygon(std::span<const Point> convex, Color c) {
  std::vector<ImVec2> points;
  points.reserve(convex.size());
  for (Point p : convex) points.push_back(pixel(p));
  // The soft edge lies outside only when the points go clockwise.
  float area = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 &a = points[i], &b = points[(i + 1) % points.size()];
    area += a.x * b.y - b.x * a.y;
  }
  if (area < 0) std::reverse(points.begin(), points.end());
  list_.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), shade(c));
}

// ---- pictures and icons

void DrawingCanvas::picture(const Texture& t, const Rect& r, Rect source, Color tint, float corner) {
  if (!t || r.empty() || hidden(mapping().to_screen(r))) return;
  const Pixels2 p = pixels(r);
  const ImTextureID texture = picture_texture(t.handle);
  const ImVec2 first(source.x, source.y), last(source.end(), source.bottom());
  const ImTextureID before = list_._CmdHeader.TextureId;
  if (corner > 0) {
    list_.AddImageRounded(texture, p.a, p.b, first, last, shade(tint), corner * scale_);
  } else {
    list_.AddImage(texture, p.a, p.b, first, last, shade(tint));
  }
  use(before);  // shapes need the white block of an atlas page
}

void DrawingCanvas::turned_picture(const Texture& t, const Rect& r, int quarters) {
  if (quarters == 0) return picture(t, r, {0, 0, 1, 1}, rgb(0xFFFFFF), 0);
  if (!t || r.empty() || hidden(mapping().to_screen(r))) return;
  const Pixels2 p = pixels(r);
  // Clockwise from the top left of the texture; turned, the corner before comes to the top left of r.
  const ImVec2 corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
  const auto corner = [&](int place) { return corners[(place + 4 - quarters % 4) % 4]; };
  const ImTextureID before = list_._CmdHeader.TextureId;
  list_.AddImageQuad(picture_texture(t.handle), p.a, {p.b.x, p.a.y}, p.b, {p.a.x, p.b.y}, corner(0),
                     corner(1), corner(2), corner(3), shade(rgb(0xFFFFFF)));
  use(before);
}

void DrawingCanvas::multiply(const Rect& r, Color c, float corner) {
  if (r.empty() || hidden(mapping().to_screen(r))) return;
  list_.AddCallback(blend_multiply, nullptr);
  fill(r, c, corner);
  list_.AddCallback(blend_over, nullptr);
}

const AtlasSlot& DrawingCanvas::icon_slot(std::string_view name, int width, int height) {
  auto number = icon_numbers_.find(name);
  if (number == icon_numbers_.end()) {
    number = icon_numbers_.emplace(std::string(name), icon_numbers_.size()).first;
  }
  constexpr std::uint64_t icons = std::uint64_t{1} << 62;
  const AtlasKey key{icons | number->second,
                     (static_cast<std::uint64_t>(width) << 32) | static_cast<std::uint64_t>(height)};
  if (const AtlasSlot* slot = atlas_.find(key)) return *slot;
  const IconFile* file = icons_.find(name);
  return atlas_.add(key, file ? icon_picture(file->svg, width, height) : Coverage{});
}

void DrawingCanvas::icon(std::string_view name, const Rect& box, Color c) {
  if (box.empty() || hidden(mapping().to_screen(box))) return;
  const Pixels2 p = pixels(box);
  const AtlasSlot slot = icon_slot(name, static_cast<int>(p.b.x - p.a.x), static_cast<int>(p.b.y - p.a.y));
  if (slot.w == 0) {  // no such icon, or its file is gone: a box says so
    outline(box.inset(box.w * 0.12f), c, 2, 3);
    return;
  }
  const IconFile* file = icons_.find(name);
  const bool flips = file != nullptr && (file->flipped || (mirrored() && file->mirrored));
  draw_slot(slot, p.a, p.b, flips, shade(c));
}

void DrawingCanvas::draw_slot(const AtlasSlot& slot, ImVec2 a, ImVec2 b, bool flipped, ImU32 c) {
  use(atlas_texture(slot.page));
  const float texel = 1.f / static_cast<float>(atlas_.side());
  float left = static_cast<float>(slot.x) * texel, right = static_cast<float>(slot.x + slot.w) * texel;
  if (flipped) std::swap(left, right);
  list_.PrimReserve(6, 4);
  list_.PrimRectUV(a, b, ImVec2(left, static_cast<float>(slot.y) * texel),
                   ImVec2(right, static_cast<float>(slot.y + slot.h) * texel), c);
}

}  // namespace mess::kiosk
