// 06b without a network: the reference of a document as text, and as codes that a telephone reads.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/content/qr_code.h"
#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

constexpr float code_side = 400, code_gap = 40, icon = 28;

// The whole document, or the page that is read.
std::vector<SheetPiece> choices_of(View& view, const TakeAway& sheet) {
  if (sheet.page <= 0) return {};
  Ui measure = ui_of(view);
  std::vector<SheetPiece> pieces;
  const auto choice = [&](const std::string& label, bool page_only, const char* name) {
    const ChipStyle style = page_only == sheet.page_only ? ChipStyle::topic_on : ChipStyle::topic;
    pieces.push_back(
        {chip_width(measure, style, label), [&view, style, label, page_only, name](const Rect& place) {
           Ui ui = ui_of(view);
           chip(ui, place, style, label, act::CitePage{page_only}, name);
         }});
  };
  choice(say(view, "take.whole"), false, "take_away.whole");
  choice(view.words.fill(view.language(), "take.thispage", {{"n", std::to_string(sheet.page)}}), true,
         "take_away.page");
  return pieces;
}

// Ways to take along more than the reference.
std::vector<SheetPiece> ways_out(View& view, const ButtonOptions& options) {
  Ui measure = ui_of(view);
  std::vector<SheetPiece> pieces;
  const auto way = [&](ButtonStyle style, std::string_view sign, std::string_view words, const Action& action,
                       const char* name) {
    const std::string& label = say(view, words);
    pieces.push_back({button_width(measure, sign, label, options),
                      [&view, &label, options, style, sign, action, name](const Rect& place) {
                        Ui ui = ui_of(view);
                        button(ui, place, style, sign, label, action, name, options);
                      }});
  };
  const HouseFacts& house = view.state.house;
  if (can_copy(house)) way(ButtonStyle::outline, "usb", "copy.button", act::OpenCopy{}, "take_away.copy");
  if (can_print(house))
    way(ButtonStyle::primary, "printer", "print.button", act::OpenPrint{}, "take_away.print");
  return pieces;
}

void draw_code(View& view, const Rect& box, const std::string& label, const std::optional<QrCode>& code) {
  Ui ui = ui_of(view);
  view.canvas.icon("qr-code", {box.x, box.y - 40, icon, icon}, color::strait);
  const float room = box.w - icon - 12;
  write(view, {box.x + icon + 12, box.y - 46, room, 40}, label,
        {type::caption_bold, color::strait, 1, Align::start, VAlign::middle});
  const bool drawn = code && qr_code(ui, box, *code);
  if (!drawn) {
    view.canvas.fill(box, color::sand, radius::button);
    const Rect inside = box.inset(box.w < 300 ? 14 : 36);
    TextLook look{type::body, color::ink2, 0, Align::centre, VAlign::middle};
    look.style = fitted_down(view, say(view, "take.toolong"), look, inside);
    write(view, inside, say(view, "take.toolong"), look);
  }
  view.canvas.outline(box, color::strait, 2, radius::button);
}

void draw_advice(View& view, const Rect& r, std::string_view sign, Color c, std::string_view words) {
  view.canvas.icon(sign, {r.x, r.y + 4, 44, 44}, c);
  const Rect place{r.x + 64, r.y, r.w - 64, r.h};
  TextLook look{type::body, color::ink};
  look.style = fitted_down(view, say(view, words), look, place);
  write(view, place, say(view, words), look);
}

std::string label_of_record(const View& view, const TakeAway& sheet) {
  const bool bibtex = sheet.record_style == library::CitationStyle::bibtex;
  return view.words.fill(view.language(), "take.code.record", {{"t", bibtex ? "BibTeX" : "RIS"}});
}

// At the start and at the end of one row.
void draw_row(View& view, const TakeAway& sheet, const Rect& row) {
  draw_pieces(choices_of(view, sheet), row);
  const std::vector<SheetPiece> ways = ways_out(view, {});
  float width = -piece_gap;
  for (const SheetPiece& way : ways) width += way.width + piece_gap;
  draw_pieces(ways, {row.end() - width, row.y - 2, width + 1, row.h});
}

struct Citation {
  std::string_view label;
  const std::string& text;
};

TextLook look_of(const View& view, const TakeAway& sheet) {
  TextLook look{type::caption};
  look.direction = sheet.from_right ? Direction::right_to_left : Direction::left_to_right;
  // Below its heading, whichever way it runs.
  look.align = sheet.from_right == view.canvas.mirrored() ? Align::start : Align::end;
  return look;
}

void draw_citation(View& view, const Citation& citation, const TextLook& look, const Rect& r) {
  write(view, {r.x, r.y, r.w, 34}, say(view, citation.label),
        {type::caption_bold, color::strait, 1, Align::start, VAlign::middle});
  write(view, {r.x, r.y + 36, r.w, r.h - 36}, citation.text, look);
}

constexpr float citations_gap = 40;

// Beside each other; the longer one, that of APA with its many authors, gets more of the width.
struct CitationWidths {
  float iso690, apa;
};
CitationWidths widths_beside(const TakeAway& sheet, float width) {
  const auto iso690 = static_cast<float>(sheet.iso690.size()), apa = static_cast<float>(sheet.apa.size());
  const float part = std::clamp(iso690 / std::max(1.f, iso690 + apa), 0.3f, 0.5f);
  const float first = (width - citations_gap) * part;
  return {first, width - citations_gap - first};
}

void draw_citations(View& view, const TakeAway& sheet, const Rect& r) {
  const CitationWidths widths = widths_beside(sheet, r.w);
  const TextLook look = look_of(view, sheet);
  draw_citation(view, {"take.iso", sheet.iso690}, look, {r.x, r.y, widths.iso690, r.h});
  draw_citation(view, {"take.apa", sheet.apa}, look, {r.end() - widths.apa, r.y, widths.apa, r.h});
}

float height_of_citations(View& view, const TakeAway& sheet, float width) {
  const CitationWidths widths = widths_beside(sheet, width);
  const TextLook look = look_of(view, sheet);
  return 36 + std::max(height_of(view, sheet.iso690, look, widths.iso690),
                       height_of(view, sheet.apa, look, widths.apa));
}

// As drawn in 06b; closer where long references need the room.
void draw_roomy(View& view, const TakeAway& sheet, const SheetParts& place) {
  const Rect& frame = place.frame;
  const float x = place.body.x, end = place.body.end();
  const bool has_row = sheet.page > 0 || !ways_out(view, {}).empty();
  constexpr float closest = 258, without_row = 216, most_spare = 48, above_citations = 14, below = 16;
  const float above_codes = has_row ? closest : without_row;
  const float needed =
      above_codes + code_side + above_citations + height_of_citations(view, sheet, end - x) + below;
  // A quarter more of it keeps the references from the codes.
  const float spare = std::clamp((frame.h - needed) / 1.25f, 0.f, most_spare);
  draw_row(view, sheet, {x, frame.y + 142 + spare / 4, end - x, piece_height});
  const Rect first{x, frame.y + above_codes + spare, code_side, code_side};
  const Rect second = first.moved(code_side + code_gap, 0);
  draw_code(view, first, say(view, "take.code.text"), sheet.text);
  draw_code(view, second, label_of_record(view, sheet), sheet.record);
  const float side = second.end() + code_gap, side_width = end - side;
  draw_advice(view, {side, first.y, side_width, 220}, "smartphone", color::strait, "take.how");
  draw_advice(view, {side, first.y + 236, side_width, 160}, "circle-help", color::terra, "take.nophone");
  const float top = first.bottom() + above_citations + spare / 4;
  draw_citations(view, sheet, {x, top, end - x, frame.bottom() - below - top});
}

// One below the other over the whole width, which takes the fewest lines; smaller where they would be cut.
struct CitationPlan {
  TextLook look;
  float iso690 = 0, apa = 0;  // heights of the texts
  float height() const { return iso690 + apa + 2 * 36 + 8; }
};
CitationPlan plan_citations(View& view, const TakeAway& sheet, float width, float room) {
  CitationPlan plan;
  plan.look = look_of(view, sheet);
  const float least = smallest_letters(view.canvas, plan.look.style.size);
  for (const float size : {22.f, 20.f, 18.f, 16.5f}) {
    if (size < least && size < plan.look.style.size) break;
    plan.look.style.size = size;
    plan.look.style.line = 1.3f;
    plan.iso690 = height_of(view, sheet.iso690, plan.look, width);
    plan.apa = height_of(view, sheet.apa, plan.look, width);
    if (plan.height() <= room) return plan;
  }
  const float most = std::max(40.f, (room - 80) / 2);
  plan.iso690 = std::min(plan.iso690, most);
  plan.apa = std::min(plan.apa, most);
  return plan;
}

// Chips and buttons in the foot where that is what can be reached, else first. Returns the room left.
Rect draw_all_ways(View& view, const TakeAway& sheet, const SheetParts& place) {
  ButtonOptions options;
  options.padding = 16;
  options.gap = 10;
  options.icon_size = 30;
  std::vector<SheetPiece> pieces = choices_of(view, sheet);
  for (SheetPiece& way : ways_out(view, options)) pieces.push_back(std::move(way));
  const Rect whole = place.body_and_foot();
  if (!place.low) {
    draw_pieces(pieces, whole);
    const float taken = pieces.empty() ? 0 : pieces_height(pieces, whole.w) + 12;
    return {whole.x, whole.y + taken, whole.w, whole.h - taken};
  }
  const Rect& foot = place.foot;
  const float height = pieces_height(pieces, foot.w), more = std::max(0.f, height - foot.h);
  draw_pieces(pieces, {foot.x, foot.bottom() - std::max(height, piece_height) - 4, foot.w, height});
  return {whole.x, whole.y, whole.w, place.body.h - more};
}

void draw_compact(View& view, const TakeAway& sheet, const SheetParts& place) {
  constexpr float label = 46, gap = 28, least_side = 200;
  const Rect room = draw_all_ways(view, sheet, place);
  const float advice = place.narrow ? 210 : 0;  // below the codes, else beside them
  const float widest = place.narrow ? (room.w - gap) / 2 : code_side;
  const CitationPlan plan = plan_citations(view, sheet, room.w, room.h - label - least_side - 12 - advice);
  const float side = std::clamp(room.h - label - 12 - advice - plan.height(), least_side, widest);
  const Rect first{room.x, room.y + label, side, side}, second = first.moved(side + gap, 0);
  draw_code(view, first, say(view, "take.code.text"), sheet.text);
  draw_code(view, second, label_of_record(view, sheet), sheet.record);
  const float x = place.narrow ? room.x : second.end() + gap;
  const float y = place.narrow ? first.bottom() + 16 : room.y;
  const float half = place.narrow ? advice / 2 : (first.bottom() - y) / 2;
  draw_advice(view, {x, y, room.end() - x, half}, "smartphone", color::strait, "take.how");
  draw_advice(view, {x, y + half, room.end() - x, half}, "circle-help", color::terra, "take.nophone");
  const float top = first.bottom() + 12 + advice;
  const Rect iso690{room.x, top, room.w, plan.iso690 + 36};
  draw_citation(view, {"take.iso", sheet.iso690}, plan.look, iso690);
  draw_citation(view, {"take.apa", sheet.apa}, plan.look,
                {room.x, iso690.bottom() + 8, room.w, plan.apa + 36});
}

}  // namespace

void draw_take_away(View& view, const TakeAway& sheet) {
  const bool leaves = can_print(view.state.house) || can_copy(view.state.house);
  const SheetParts place =
      draw_sheet(view, "take_away", say(view, leaves ? "take.title.doc" : "take.title"), sheet.document);
  place.roomy ? draw_roomy(view, sheet, place) : draw_compact(view, sheet, place);
}

}  // namespace mess::kiosk
