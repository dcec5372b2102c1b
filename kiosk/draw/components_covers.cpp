// Covers: the first page with its shadow, or one made of the house's colours and star.

#include <algorithm>
#include <array>

#include "kiosk/draw/components.h"

namespace mess::kiosk {

namespace {

constexpr float corner = 4;

void cover_shadow(Canvas& canvas, const Rect& r) {
  canvas.fill(r.inset(2).moved(0, 7), with_alpha(color::shade, 0.05f), corner);
  canvas.fill(r.moved(0, 3), with_alpha(color::shade, 0.10f), corner);
  const bool day = canvas.theme() == Theme::day;
  canvas.fill(r.inset(day ? -1.f : -2.f), day ? with_alpha(color::shade, 0.18f) : color::edge, corner + 1);
}

struct CoverColors {
  Color ground, ink, ornament, core;
};

constexpr std::array<CoverColors, 5> cover_colors{{
    {printed(color::strait), printed(color::card), printed(color::saffron), printed(color::strait)},
    {rgb(0x3E5E4E), printed(color::card), printed(color::saffron), rgb(0x3E5E4E)},
    {printed(color::ink), printed(color::card), printed(color::terra_mid), printed(color::ink)},
    {printed(color::terra), printed(color::card), printed(color::terra_tint), printed(color::terra)},
    {printed(color::terra_tint), printed(color::ink), printed(color::terra_mid), printed(color::terra_tint)},
}};

// A large star cut by the corner, three rings of its outline around it.
void ornament(Canvas& canvas, const Rect& r, const CoverColors& c, bool at_right) {
  const Point centre{at_right ? r.end() - r.w * 0.02f : r.x + r.w * 0.02f, r.bottom() - r.w * 0.04f};
  canvas.star(centre, r.w * 0.24f, c.ornament, color::nothing, c.core);
  canvas.star_outline(centre, r.w * 0.37f, with_alpha(c.ornament, 0.9f), 1.5f);
  canvas.star_outline(centre, r.w * 0.52f, with_alpha(c.ornament, 0.55f), 1.5f);
}

}  // namespace

void cover(Ui& ui, const Rect& r, const Texture& picture) {
  cover_shadow(ui.canvas, r);
  if (!picture || picture.width <= 0 || picture.height <= 0) {
    ui.canvas.fill(r, color::sheet, corner);
    return;
  }
  // The page fills the width; what is too tall is cut below, what is too broad at both sides.
  const float page = static_cast<float>(picture.width) / static_cast<float>(picture.height), box = r.w / r.h;
  Rect source{0, 0, 1, 1};
  if (page < box) source.h = page / box;
  if (page > box) source = {(1 - box / page) / 2, 0, box / page, 1};
  ui.canvas.picture(picture, r, source, color::sheet, corner);
}

void cover(Ui& ui, const Rect& r, const GeneratedCover& look) {
  Canvas& canvas = ui.canvas;
  const CoverColors& c = cover_colors[static_cast<std::size_t>(look.seed % cover_colors.size())];
  const Direction direction = direction_of(look.language);
  cover_shadow(canvas, r);
  canvas.fill(r, c.ground, corner);
  canvas.push(r);
  // A cover follows the direction of its document whatever the interface's: the view's right is where x ends
  // unless the canvas is mirrored.
  const bool document_from_right =
      direction == Direction::right_to_left || (direction == Direction::interface && canvas.mirrored());
  const bool start_is_view_start = document_from_right == canvas.mirrored();
  ornament(canvas, r, c, start_is_view_start);
  const float pad = r.w * 0.09f, bar = r.w * 0.15f;
  canvas.fill({start_is_view_start ? r.x + pad : r.end() - pad - bar, r.y + r.h * 0.075f, bar,
               std::max(2.f, r.w * 0.018f)},
              c.ornament);
  const float size = std::clamp(r.w * 0.1f, 11.f, 40.f);
  canvas.text(
      {r.x + pad, r.y + r.h * 0.125f, r.w - 2 * pad, r.h * 0.46f},
      {.text = look.title, .style = {Face::display, size, 1.2f}, .color = c.ink, .direction = direction});
  if (!look.foot.empty()) {
    const float small = std::clamp(r.w * 0.062f, 9.f, 24.f);
    canvas.text({r.x + pad, r.bottom() - pad - small * 1.4f, r.w - 2 * pad, small * 1.5f},
                {.text = look.foot,
                 .style = {Face::bold, small, 1.4f},
                 .color = c.ink,
                 .valign = VAlign::bottom,
                 .direction = direction,
                 .max_lines = 1});
  }
  canvas.pop();
}

void paper_blank(Ui& ui, const Rect& r) {
  ui.canvas.fill(r, color::sheet);
  ui.canvas.outline(r, color::line, 1);
}

}  // namespace mess::kiosk
