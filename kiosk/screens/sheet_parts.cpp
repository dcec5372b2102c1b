#include "kiosk/screens/sheet_parts.h"

#include <algorithm>

#include "library/citation.h"

namespace mess::kiosk {

namespace {

constexpr Size drawn_size{1400, 888};
constexpr float upright_height = 1190, edge = 16;
constexpr float short_below = 800;  // a screen where every line counts for what must be within reach

SheetParts parts_at(Size screen, bool low, float height) {
  SheetParts sheet;
  sheet.low = low;
  sheet.narrow = screen.w < screen.h;
  sheet.frame = sheet_rect(screen, {std::min(drawn_size.w, screen.w - 2 * edge), height}, low);
  const Rect& frame = sheet.frame;
  sheet.roomy = !low && frame.w >= drawn_size.w && frame.h >= drawn_size.h;
  const float pad = sheet.roomy ? 56 : 28, head = sheet.roomy ? 160 : 116,
              below = sheet.roomy ? 48
                      : low       ? 14
                                  : 20;
  const float foot = sheet.roomy ? 104 : 76;
  sheet.foot = {frame.x + pad, frame.bottom() - below - foot, frame.w - 2 * pad, foot};
  sheet.body = {sheet.foot.x, frame.y + head, sheet.foot.w, sheet.foot.y - 12 - frame.y - head};
  return sheet;
}

SheetParts parts_of(Size screen, bool low, const LowBody& low_body) {
  const float height = screen.w < screen.h ? upright_height : drawn_size.h;
  const SheetParts sheet = parts_at(screen, low, height);
  if (!low || !low_body) return sheet;
  const float spare = sheet.body.h - low_body(sheet);
  return spare > 0 ? parts_at(screen, low, sheet.frame.h - spare) : sheet;
}

// In the heading with its word; at the foot, where the room is others', as a sign. Returns the width that it
// takes of the heading.
float draw_close(View& view, SheetParts& sheet, const std::string& name) {
  Ui ui = ui_of(view);
  if (sheet.low) {
    constexpr float side = 72;
    button(ui, {sheet.foot.x, sheet.foot.y + (sheet.foot.h - side) / 2, side, side}, ButtonStyle::outline,
           "x", "", act::Back{}, name + ".close", {.said = say(view, "nav.close")});
    sheet.foot = {sheet.foot.x + side + 14, sheet.foot.y, sheet.foot.w - side - 14, sheet.foot.h};
    return 0;
  }
  const std::string& close = say(view, "nav.close");
  const float width = button_width(ui, "x", close);
  button(ui, {sheet.body.end() - width, sheet.frame.y + (sheet.roomy ? 36 : 20), width, 72},
         ButtonStyle::outline, "x", close, act::Back{}, name + ".close");
  return width + 32;
}

}  // namespace

Rect sheet_rect(Size screen, Size size, bool low) {
  const float beneath = screen.h < short_below ? edge / 2 : space::margin;
  const float below = low ? beneath : edge, height = std::min(size.h, screen.h - edge - below);
  const float y = low ? screen.h - below - height : (screen.h - height) / 2;
  return {(screen.w - size.w) / 2, y, size.w, height};
}

SheetParts draw_sheet(View& view, const std::string& name, const std::string& heading,
                      const library::Document& document, const LowBody& low_body) {
  Ui ui = ui_of(view);
  SheetParts sheet = parts_of(view.canvas.size(), view.state.session.comfort.low, low_body);
  view.scene.areas.clear();
  view.scene.targets.clear();
  view.scene.spoken = {heading, document.title, view.scene.spoken.help};
  dialog(ui, sheet.frame, act::Back{}, name);
  const float room = sheet.body.w - draw_close(view, sheet, name);
  const float x = sheet.body.x, y = sheet.frame.y + (sheet.roomy ? 32 : 14);
  write(view, {x, y, room, 60}, heading, {type::h2, color::ink, 1, Align::start, VAlign::middle});
  const bool from_right = library::cited_from_right(document);
  const Align align = from_right == view.canvas.mirrored() ? Align::start : Align::end;
  write(view, {x, y + 60, room, 40}, document.title,
        {type::caption, color::ink2, 1, align, VAlign::middle,
         from_right ? Direction::right_to_left : Direction::left_to_right});
  return sheet;
}

namespace {

std::vector<Rect> places_of(std::span<const SheetPiece> pieces, const Rect& within) {
  std::vector<Rect> places;
  float x = within.x, y = within.y;
  for (const SheetPiece& piece : pieces) {
    const float width = std::min(piece.width, within.w);
    if (x > within.x && x + width > within.end()) {
      x = within.x;
      y += piece_height + piece_gap;
    }
    places.push_back({x, y, width, piece_height});
    x += width + piece_gap;
  }
  return places;
}

}  // namespace

float pieces_height(std::span<const SheetPiece> pieces, float width) {
  return pieces.empty() ? 0 : places_of(pieces, {0, 0, width, 0}).back().bottom();
}

void draw_pieces(std::span<const SheetPiece> pieces, const Rect& place) {
  const std::vector<Rect> places = places_of(pieces, place);
  for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].draw(places[i]);
}

TextStyle fitted_down(View& view, std::string_view text, const TextLook& look, const Rect& place) {
  constexpr float step = 0.05f;
  const float size = look.style.size, least = smallest_letters(view.canvas, size);
  TextLook smaller = look;
  smaller.max_lines = 0;
  for (float part = 1; height_of(view, text, smaller, place.w) > place.h && smaller.style.size > least;) {
    smaller.style.size = std::max(least, size * (part -= step));
  }
  return smaller.style;
}

void draw_state(View& view, const SheetParts& sheet, const StateLook& look) {
  Ui ui = ui_of(view);
  view.scene.spoken.line = spoken({look.words, look.line});
  const float side = 88, above = sheet.roomy ? 60 : std::clamp((sheet.body.h - 360) / 2, 0.f, 60.f);
  const Rect& r = sheet.body;
  view.canvas.icon(look.icon, {r.centre().x - side / 2, r.y + above, side, side}, look.color);
  const float beside = sheet.roomy ? 80 : 0;
  const Rect words{r.x + beside, r.y + above + side + 28, r.w - 2 * beside, 176};
  TextLook text{type::h3, color::ink, 4, Align::centre};
  text.style = fitted_down(view, look.words, text, words);
  write(view, words, look.words, text);
  const float y = words.y + height_of(view, look.words, text, words.w) + 16;
  TextLook line{type::caption, color::ink2, 2, Align::centre};
  write(view, {r.x, y, r.w, 76}, look.line, line);
  if (look.button_label.empty()) return;
  const std::string& label = say(view, look.button_label);
  const float width = std::min(std::max(420.f, button_width(ui, look.button_icon, label)), sheet.foot.w),
              height = 76;
  const float x = sheet.low ? sheet.foot.end() - width : sheet.foot.centre().x - width / 2;
  button(ui, {x, sheet.foot.bottom() - height, width, height}, ButtonStyle::outline, look.button_icon, label,
         look.action, look.name);
}

void draw_main_button(View& view, const SheetParts& sheet, std::string_view icon, const std::string& label,
                      bool enabled, Action action, const std::string& name) {
  Ui ui = ui_of(view);
  ButtonOptions large;
  large.enabled = enabled;
  large.style.size = 28;
  const Rect& foot = sheet.foot;
  const float wanted = std::max(420.f, button_width(ui, icon, label, large));
  const float width = sheet.narrow ? foot.w : std::min(wanted, foot.w);
  button(ui, {foot.end() - width, foot.y, width, foot.h}, ButtonStyle::primary, icon, label,
         std::move(action), name, large);
}

}  // namespace mess::kiosk
