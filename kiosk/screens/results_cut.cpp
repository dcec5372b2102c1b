#include <algorithm>
#include <cmath>

#include "kiosk/app/cut.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/results_parts.h"

namespace mess::kiosk {

namespace {

constexpr float row_top = 98, row_height = 76, cut_top = 4, cut_height = 70, edge = card_edge;
constexpr float beside_text = 0.38f, gap = 28;  // the cut's part of the row, and what lies between
constexpr double fade_seconds = 0.12;           // design section 8, instant results

int pixels(float units, const Canvas& canvas) {
  return std::max(1, static_cast<int>(std::lround(units * canvas.scale())));
}

PictureWish wish_of(const View& view, const ResultsPlace& place, const Rect& cut,
                    const index::DocumentHit& hit) {
  return cut_wish(place, hit, view.language(), pixels(cut.w, view.canvas), pixels(cut.h, view.canvas));
}

// 1 from the moment on when it has come in full.
float shown_part(View& view, const PictureKey& key) {
  const double t = (view.now - view.pictures.here_since(key)) / fade_seconds;
  if (t >= 1) return 1;
  view.scene.animating = true;
  return static_cast<float>(1 - std::pow(1 - std::max(0.0, t), 3));
}

// A slip of paper: the cover's shadow, as thin as the slip is.
void draw_slip(Canvas& canvas, const Rect& r, const Texture& picture) {
  constexpr float corner = 4;
  canvas.fill(r.moved(0, 2), with_alpha(color::shade, 0.06f), corner);
  canvas.fill(r.inset(-1), color::line, corner + 1);
  canvas.picture(picture, r, {0, 0, 1, 1}, color::sheet, corner);
}

}  // namespace

PassageRow passage_row(View& view, const ResultsPlace& place, const Rect& card,
                       const index::DocumentHit& hit) {
  const float text_start = card_shape(card.w).text_start;
  const Rect whole{card.x + text_start, card.y + row_top, card.w - text_start - edge, row_height};
  if (!may_have_cut(place, hit)) return {whole, {}};
  PassageRow row{whole, {whole.x, whole.y + cut_top, whole.w, cut_height}};
  if (!hit.snippet.empty()) {
    row.cut.w = std::round(whole.w * beside_text);
    row.cut.x = whole.end() - row.cut.w;
    row.text.w = row.cut.x - gap - whole.x;
  }
  if (view.pictures.failed(wish_of(view, place, row.cut, hit).key)) return {whole, {}};
  return row;
}

void draw_cut(View& view, const PassageRow& row, const ResultsPlace& place, const index::DocumentHit& hit) {
  if (row.cut.empty()) return;
  const PictureWish wish = wish_of(view, place, row.cut, hit);
  view.scene.wishes.push_back(wish);
  const Texture picture = view.pictures.find(wish.key);
  if (!picture) return;
  view.canvas.push_opacity(shown_part(view, wish.key));
  draw_slip(view.canvas, row.cut, picture);
  view.canvas.pop_opacity();
}

void wish_for_cut(View& view, const ResultsPlace& place, const Rect& card, const index::DocumentHit& hit) {
  const PassageRow row = passage_row(view, place, card, hit);
  if (!row.cut.empty()) view.scene.wishes.push_back(wish_of(view, place, row.cut, hit));
}

}  // namespace mess::kiosk
