// 06b without a network: the reference of a document as text, and as codes that a telephone reads.
#include <algorithm>
#include <string>

#include "kiosk/content/qr_code.h"
#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

constexpr float pad = sheet_pad, code_side = 400, code_gap = 40, icon = 28;

// Ways to take along more than the reference, from the end of the row; whether there are any.
bool draw_ways_out(View& view, float end, float y) {
  Ui ui = ui_of(view);
  float x = end;
  const auto way = [&](ButtonStyle style, std::string_view sign, std::string_view words, Action action,
                       const char* name) {
    const std::string& label = say(view, words);
    const float width = button_width(ui, sign, label);
    x -= width;
    button(ui, {x, y - 4, width, space::target_main}, style, sign, label, std::move(action), name);
    x -= space::gap_chip;
  };
  const HouseFacts& house = view.state.house;
  if (can_print(house))
    way(ButtonStyle::primary, "printer", "print.button", act::OpenPrint{}, "take_away.print");
  if (can_copy(house)) way(ButtonStyle::outline, "usb", "copy.button", act::OpenCopy{}, "take_away.copy");
  return x < end;
}

// The whole document, or the page that is read.
void draw_choice(View& view, const TakeAway& sheet, float x, float y) {
  Ui ui = ui_of(view);
  const auto choice = [&](const std::string& label, bool page_only, const char* name) {
    const ChipStyle style = page_only == sheet.page_only ? ChipStyle::topic_on : ChipStyle::topic;
    const float width = chip_width(ui, style, label);
    chip(ui, {x, y, width, 64}, style, label, act::CitePage{page_only}, name);
    x += width + space::gap_chip;
  };
  choice(say(view, "take.whole"), false, "take_away.whole");
  choice(view.words.fill(view.language(), "take.thispage", {{"n", std::to_string(sheet.page)}}), true,
         "take_away.page");
}

void draw_code(View& view, const Rect& box, const std::string& label, const std::optional<QrCode>& code) {
  Ui ui = ui_of(view);
  view.canvas.icon("qr-code", {box.x, box.y - 40, icon, icon}, color::strait);
  write(view, {box.x + icon + 12, box.y - 46, box.w - icon - 12, 40}, label,
        {type::caption_bold, color::strait, 1, Align::start, VAlign::middle});
  const bool drawn = code && qr_code(ui, box, *code);
  if (!drawn) {
    view.canvas.fill(box, color::sand, radius::button);
    write(view, box.inset(36), say(view, "take.toolong"),
          {type::body, color::ink2, 0, Align::centre, VAlign::middle});
  }
  view.canvas.outline(box, color::strait, 2, radius::button);
}

void draw_advice(View& view, const Rect& r, std::string_view sign, Color c, std::string_view words) {
  view.canvas.icon(sign, {r.x, r.y + 4, 44, 44}, c);
  write(view, {r.x + 64, r.y, r.w - 64, r.h}, say(view, words), {type::body, color::ink});
}

void draw_citation(View& view, const TakeAway& sheet, const Rect& r, std::string_view label,
                   const std::string& text) {
  write(view, {r.x, r.y, r.w, 34}, say(view, label),
        {type::caption_bold, color::strait, 1, Align::start, VAlign::middle});
  TextLook look{type::caption};
  look.direction = sheet.from_right ? Direction::right_to_left : Direction::left_to_right;
  write(view, {r.x, r.y + 36, r.w, r.h - 36}, text, look);
}

// Beside each other; the longer one, that of APA with its many authors, gets more of the width.
void draw_citations(View& view, const TakeAway& sheet, const Rect& r) {
  constexpr float gap = 40;
  const auto iso690 = static_cast<float>(sheet.iso690.size()), apa = static_cast<float>(sheet.apa.size());
  const float part = std::clamp(iso690 / std::max(1.f, iso690 + apa), 0.3f, 0.5f);
  const float width = (r.w - gap) * part;
  draw_citation(view, sheet, {r.x, r.y, width, r.h}, "take.iso", sheet.iso690);
  draw_citation(view, sheet, {r.x + width + gap, r.y, r.w - gap - width, r.h}, "take.apa", sheet.apa);
}

}  // namespace

void draw_take_away(View& view, const TakeAway& sheet) {
  const bool leaves = can_print(view.state.house) || can_copy(view.state.house);
  const Rect frame =
      draw_sheet(view, "take_away", say(view, leaves ? "take.title.doc" : "take.title"), sheet.document);
  const float x = frame.x + pad;
  const bool can_choose = sheet.page > 0;
  if (can_choose) draw_choice(view, sheet, x, frame.y + 144);
  const bool more = draw_ways_out(view, frame.end() - pad, frame.y + 144);
  const Rect first{x, frame.y + (can_choose || more ? 258 : 216), code_side, code_side};
  const Rect second = first.moved(code_side + code_gap, 0);
  draw_code(view, first, say(view, "take.code.text"), sheet.text);
  const bool bibtex = sheet.record_style == library::CitationStyle::bibtex;
  draw_code(view, second,
            view.words.fill(view.language(), "take.code.record", {{"t", bibtex ? "BibTeX" : "RIS"}}),
            sheet.record);
  const float side = second.end() + code_gap, side_width = frame.end() - pad - side;
  draw_advice(view, {side, first.y, side_width, 220}, "smartphone", color::strait, "take.how");
  draw_advice(view, {side, first.y + 236, side_width, 160}, "circle-help", color::terra, "take.nophone");
  const float top = first.bottom() + 14;
  draw_citations(view, sheet, {x, top, frame.w - 2 * pad, frame.bottom() - 16 - top});
}

}  // namespace mess::kiosk
