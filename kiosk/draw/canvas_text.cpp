// The text half of DrawingCanvas.

#include <cmath>

#include "kiosk/draw/drawing_canvas.h"
#include "kiosk/text/rasterise.h"

namespace mess::kiosk {

namespace {

constexpr float mark_reach = 2, mark_corner = 4;  // design section 6, highlight
constexpr int large_glyph = 64 * 64;              // above it a quarter of a pixel cannot be seen

// Lines that fit a height. The last one may reach out by the air between lines.
int lines_in(float height, float line) {
  return std::max(1, static_cast<int>(std::floor((height + 0.22f * line) / line)));
}

}  // namespace

bool DrawingCanvas::right_to_left(const TextBlock& block) const {
  if (block.direction == Direction::interface) return interface_right_to_left();
  return block.direction == Direction::right_to_left;
}

// Words that another language lends begin with the direction that they keep (Words); where they stand is the
// interface's to say.
LayoutRequest DrawingCanvas::request_of(const TextBlock& block, float width, int max_lines) const {
  const bool lent = block.direction == Direction::interface && block.text.starts_with("\u2067");
  return {block.text, block.style, lent || right_to_left(block), width, max_lines, block.spans};
}

Size DrawingCanvas::text_size(const TextBlock& block, float max_width) {
  const Layout& layout = layouts_.find(request_of(block, max_width, block.max_lines));
  return {layout.width, layout.height()};
}

int DrawingCanvas::text_lines(const TextBlock& block, float max_width) {
  return static_cast<int>(layouts_.find(request_of(block, max_width, 0)).lines.size());
}

void DrawingCanvas::text(const Rect& box, const TextBlock& block) {
  const Rect on_screen = mapping().to_screen(box);
  const float reach = block.style.size;  // marks and deep descenders stand out of tight boxes
  if (block.text.empty() || hidden(on_screen.inset(-reach))) return;
  int max_lines = block.max_lines;
  if (max_lines <= 0) {
    const float line = line_height(block.style, has_arabic(block.text));
    max_lines = lines_in(box.h, line);
  }
  const Layout& layout = layouts_.find(request_of(block, box.w, max_lines));
  const float spare = box.h - layout.height();
  const float part = block.valign == VAlign::top ? 0.f : block.valign == VAlign::middle ? 0.5f : 1.f;
  const float top = on_screen.y + spare * part;
  const bool from_right = right_to_left(block) != (block.align == Align::end);
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const Layout::Line& line = layout.lines[i];
    const float room = on_screen.w - line.width;
    const float left = on_screen.x + (block.align == Align::centre ? room / 2 : from_right ? room : 0.f);
    draw_strips(layout.marks, i, {left, top}, block, true);
    draw_glyphs(layout, line, left, top + line.baseline, block.style.size, &block, block.color);
    draw_strips(layout.underlines, i, {left, top}, block, false);
  }
}

void DrawingCanvas::draw_strips(const std::vector<Layout::Strip>& strips, std::size_t line, Point at,
                                const TextBlock& block, bool marks) {
  for (const Layout::Strip& strip : strips) {
    if (strip.line != line) continue;
    const Rect r = strip.rect.moved(at.x, at.y);
    const float reach = marks ? mark_reach : 0.f;
    const ImVec2 a(std::round((r.x - reach) * scale_), std::round(r.y * scale_));
    const ImVec2 b(std::round((r.end() + reach) * scale_),
                   std::max(a.y + 1, std::round(r.bottom() * scale_)));
    const Color own = block.spans[strip.span - 1U].color;
    const Color c = marks ? color::saffron : own.a != 0 ? own : block.color;
    list_.AddRectFilled(a, b, shade(c), marks ? mark_corner * scale_ : 0.f);
  }
}

void DrawingCanvas::draw_glyphs(const Layout& layout, const Layout::Line& line, float left, float baseline,
                                float size, const TextBlock* block, Color c) {
  const int pixel_size = std::max(64, static_cast<int>(std::lround(size * scale_ * 64)));
  const float y = std::round(baseline * scale_);
  const float x = left * scale_;
  const ImU32 plain = shade(c);
  for (std::size_t i = line.first_glyph; i < line.first_glyph + line.glyphs; ++i) {
    const Layout::Glyph& glyph = layout.glyphs[i];
    ImU32 tint = plain;
    if (block && glyph.span != 0) {
      const TextSpan& span = block->spans[glyph.span - 1U];
      if (span.color.a != 0) tint = shade(span.color);
      if (span.color.a == 0 && span.marked) tint = shade(color::on_saffron);
    }
    draw_glyph(glyph, x + glyph.x * scale_, y + glyph.y * scale_, pixel_size, tint);
  }
}

void DrawingCanvas::draw_glyph(const Layout::Glyph& glyph, float x, float y, int pixel_size, ImU32 c) {
  const int steps = pixel_size > large_glyph ? 1 : subpixel_steps;
  const auto place = static_cast<int>(std::floor(x * static_cast<float>(steps) + 0.5f));
  const int whole = place >= 0 ? place / steps : (place - steps + 1) / steps;
  const int subpixel = (place - whole * steps) * subpixel_steps / steps;
  const AtlasKey key = glyph_key(glyph.font, glyph.index, pixel_size, subpixel);
  const AtlasSlot* slot = atlas_.find(key);
  if (!slot) slot = &atlas_.add(key, rasterise(fonts_, glyph.font, glyph.index, pixel_size, subpixel));
  if (slot->w == 0) return;
  const ImVec2 a(static_cast<float>(whole + slot->left), std::round(y) - static_cast<float>(slot->top));
  draw_slot(*slot, a, ImVec2(a.x + static_cast<float>(slot->w), a.y + static_cast<float>(slot->h)), false, c);
}

void DrawingCanvas::text_field(const Rect& box, std::string_view text, TextStyle style, Color c,
                               std::size_t caret, bool caret_visible) {
  constexpr float margin = 4, caret_width = 3;
  const FieldLayout* field = &layouts_.find_field(text, style, interface_right_to_left());
  const Layout::Line& line = field->layout.lines.front();
  const Rect r = mapping().to_screen(box);
  const float at = field->caret_at(caret);
  // At the interface's start while it fits; else moved just as far as the caret needs.
  float left = interface_right_to_left() ? r.w - margin - line.width : margin;
  if (left + at > r.w - margin) left = r.w - margin - at;
  if (left + at < margin) left = margin - at;
  const float top = r.y + (r.h - field->layout.line_height) / 2;

  push(box, 0, 0);
  draw_glyphs(field->layout, line, r.x + left, top + line.baseline, style.size, nullptr, c);
  if (caret_visible) {
    const float height = style.size * 1.3f;
    const float x = std::round((r.x + left + at - caret_width / 2) * scale_);
    const float y = std::round((r.centre().y - height / 2) * scale_);
    const float wide = std::max(1.f, std::round(caret_width * scale_));
    list_.AddRectFilled(ImVec2(x, y), ImVec2(x + wide, y + std::round(height * scale_)),
                        shade(color::terra_mid));
  }
  pop();
}

}  // namespace mess::kiosk
