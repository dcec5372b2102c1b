#pragma once
// The Canvas over one ImDrawList in device pixels: mirroring, clipping, shapes, icons and shaped text.
// Internal to the stage.

#include <map>
#include <string>
#include <vector>

#include "kiosk/content/icons.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/draw/draw_list.h"
#include "kiosk/text/atlas.h"
#include "kiosk/text/layout_cache.h"

namespace mess::kiosk {

class DrawingCanvas final : public Canvas {
 public:
  DrawingCanvas(const FontSet& fonts, const IconTable& icons, Atlas& atlas, LayoutCache& layouts);

  void begin(Size design, float magnification, int pixel_width, int pixel_height, bool right_to_left,
             Palette palette);
  const ImDrawList& list() const { return list_; }

  Size size() const override { return size_; }
  bool mirrored() const override { return states_.back().mirrored; }
  float scale() const override { return scale_; }
  float magnification() const override { return magnification_; }
  Theme theme() const override { return palette_.theme(); }
  Color shown(Color c) const override { return palette_.shown(c); }

  void fill(const Rect& r, Color c, float corner) override;
  void outline(const Rect& r, Color c, float thickness, float corner) override;
  void line(Point a, Point b, Color c, float thickness) override;
  void circle(Point centre, float r, Color c) override;
  void ring(Point centre, float r, Color c, float thickness, float from_turn, float to_turn) override;
  void polygon(std::span<const Point> convex, Color c) override;
  void star(Point centre, float r, Color fill, Color inner, Color core) override;
  void star_outline(Point centre, float r, Color c, float thickness) override;
  void icon(std::string_view name, const Rect& box, Color c) override;
  void picture(const Texture& t, const Rect& r, Rect source, Color tint, float corner) override;
  void turned_picture(const Texture& t, const Rect& r, int quarters) override;
  void multiply(const Rect& r, Color c, float corner) override;

  void text(const Rect& box, const TextBlock& block) override;
  Size text_size(const TextBlock& block, float max_width) override;
  int text_lines(const TextBlock& block, float max_width) override;
  void text_field(const Rect& box, std::string_view text, TextStyle style, Color c, std::size_t caret,
                  bool caret_visible) override;

  void push(const Rect& clip, float dx, float dy) override;
  void pop() override;
  void push_unmirrored() override;
  void pop_unmirrored() override { pop(); }
  void push_opacity(float opacity) override { opacities_.push_back(opacities_.back() * opacity); }
  void pop_opacity() override {
    if (opacities_.size() > 1) opacities_.pop_back();
  }
  ScreenMapping mapping() const override;
  Rect clip() const override { return states_.back().clip; }

 private:
  struct State {
    Rect clip;  // screen, design units
    float dx = 0, dy = 0;
    bool mirrored = false;
  };
  struct Pixels2 {  // a rectangle on whole device pixels
    ImVec2 a, b;
  };

  bool interface_right_to_left() const { return right_to_left_; }
  bool right_to_left(const TextBlock& block) const;
  Point on_screen(Point p) const;
  ImVec2 pixel(Point p) const;  // of a point of the view
  Pixels2 pixels(const Rect& r) const;
  ImU32 shade(Color c) const;
  bool hidden(const Rect& on_screen) const;
  bool hidden_around(const Rect& r, float reach) const;  // with so much more on every side
  void clip_list();
  void use(ImTextureID texture);
  void star_points(Point centre, float r, bool turned, ImVec2* sixteen) const;
  void fill_star(const ImVec2* sixteen, ImVec2 centre, ImU32 c);
  LayoutRequest request_of(const TextBlock& block, float width, int max_lines) const;
  void draw_strips(const std::vector<Layout::Strip>& strips, std::size_t line, Point at,
                   const TextBlock& block, bool marks);
  void draw_glyphs(const Layout& layout, const Layout::Line& line, float left, float baseline, float size,
                   const TextBlock* block, Color c);
  void draw_glyph(const Layout::Glyph& glyph, float x, float y, int pixel_size, ImU32 c);
  void draw_slot(const AtlasSlot& slot, ImVec2 a, ImVec2 b, bool flipped, ImU32 c);
  const AtlasSlot& icon_slot(std::string_view name, int width, int height);

  const FontSet& fonts_;
  const IconTable& icons_;
  Atlas& atlas_;
  LayoutCache& layouts_;
  ImDrawListSharedData shared_;
  ImDrawList list_{&shared_};
  std::map<std::string, std::uint64_t, std::less<>> icon_numbers_;

  Size size_{1920, 1080};
  float scale_ = 1, magnification_ = 1;
  Palette palette_;
  bool right_to_left_ = false;
  std::vector<State> states_{State{}};
  std::vector<float> opacities_{1.f};
};

}  // namespace mess::kiosk
