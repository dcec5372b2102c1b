// Which pages to print, how many that makes, and how the print gets on.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

constexpr float step_gap = 12, range_label = 44, piece_gap_below = 8;
constexpr float count_height = 72, where_height = 42, two_lines_of_where = 70, limit_height = 36;
// With what keeps it from what comes below.
constexpr float confirmation_height = count_height + two_lines_of_where + 6 + limit_height + 16;
constexpr int long_way = 10, long_document = 30;  // pages: from there on, steps of ten too

// What a visitor reads of each stage; the last: what stands beside it.
struct StageWords {
  std::string_view words, icon;
};
StageWords words_of(PrintStage stage) {
  switch (stage) {
    case PrintStage::drawing:
      return {"print.s.drawing", "printer"};
    case PrintStage::sent:
      return {"print.s.sent", "printer"};
    case PrintStage::printing:
      return {"print.s.printing", "printer"};
    case PrintStage::out_of_paper:
      return {"print.s.paper", "triangle-alert"};
    case PrintStage::needs_help:
      return {"print.s.help", "triangle-alert"};
    case PrintStage::unreachable:
      return {"print.s.unreachable", "triangle-alert"};
    case PrintStage::done:
      return {"print.s.done", "circle-check"};
    case PrintStage::cancelled:
      return {"print.s.cancelled", "x"};
    case PrintStage::printer_gone:
      return {"print.s.gone", "triangle-alert"};
    case PrintStage::refused:
      return {"print.s.refused", "triangle-alert"};
    case PrintStage::disk_full:
      return {"print.s.disk", "triangle-alert"};
    case PrintStage::document_gone:
      return {"print.s.document", "file-x"};
    case PrintStage::page_lost:
      return {"print.s.page", "file-x"};
    case PrintStage::forbidden:
      break;
  }
  return {"print.s.forbidden", "lock"};
}

std::string label_of(const View& view, const PrintSheet& sheet, PageChoice choice) {
  const Language language = view.language();
  switch (choice) {
    case PageChoice::this_page:
      return view.words.fill(language, "take.thispage", {{"n", std::to_string(sheet.page)}});
    case PageChoice::hits:
      return view.words.fill(language, "print.hits", {{"n", std::to_string(sheet.hit_pages.size())}});
    case PageChoice::whole:
      return say(view, "take.whole");
    case PageChoice::range:
      break;
  }
  return say(view, "print.range");
}

std::vector<SheetPiece> choices_of(View& view, const PrintSheet& sheet) {
  const struct {
    PageChoice choice;
    const char* name;
  } choices[] = {{PageChoice::this_page, "print.page"},
                 {PageChoice::range, "print.range"},
                 {PageChoice::hits, "print.hits"},
                 {PageChoice::whole, "print.whole"}};
  Ui measure = ui_of(view);
  std::vector<SheetPiece> pieces;
  for (const auto& [choice, name] : choices) {
    if (!offers(sheet, choice, view.state.house.settings.pages_a_print)) continue;
    const std::string label = label_of(view, sheet, choice);
    const ChipStyle style = choice == sheet.choice ? ChipStyle::topic_on : ChipStyle::topic;
    pieces.push_back(
        {chip_width(measure, style, label), [&view, style, label, choice, name](const Rect& place) {
           Ui ui = ui_of(view);
           chip(ui, place, style, label, act::ChoosePages{choice}, name);
         }});
  }
  return pieces;
}

// One end of the range: its number between what makes it smaller and larger, which go on while held.
void draw_stepper(View& view, const Rect& r, const PrintSheet& sheet, bool last, bool far) {
  Ui ui = ui_of(view);
  const float side = r.h - range_label, number_width = r.w >= 540 ? 140 : 120;
  write(view, {r.x, r.y, r.w, 40}, say(view, last ? "print.to" : "print.from"),
        {type::caption_bold, color::strait, 1, Align::start, VAlign::middle});
  const int at = last ? sheet.last : sheet.first, count = sheet.document.page_count;
  float x = r.x;
  const auto step = [&](int by, std::string_view icon, const std::string& label) {
    ButtonOptions options;
    options.enabled = at + by >= 1 && at + by <= count;
    options.padding = 4;
    options.said = spoken({say(view, last ? "print.to" : "print.from"), std::to_string(at),
                           view.words.fill(view.language(), by < 0 ? "voice.minus" : "voice.plus",
                                           {{"n", std::to_string(std::abs(by))}})});
    const std::string name = std::string(last ? "print.last." : "print.first.") + std::to_string(by);
    const std::size_t targets = view.scene.targets.size();
    button(ui, {x, r.y + range_label, side, side}, ButtonStyle::outline, icon, label,
           act::MovePrintRange{last, by}, name, options);
    if (view.scene.targets.size() > targets) view.scene.targets.back().repeats = true;
    x += side + step_gap;
  };
  // Signs stand before their numbers, in Arabic too: an isolate that runs from left to right.
  const auto signed_way = [](const char* sign) {
    return "\u2066" + (sign + std::to_string(long_way)) + "\u2069";
  };
  if (far) step(-long_way, "", signed_way("\u2212"));
  step(-1, "minus", "");
  write(view, {x, r.y + range_label, number_width, side}, std::to_string(at),
        {type::h1, color::ink, 1, Align::centre, VAlign::middle});
  x += number_width + step_gap;
  step(1, "plus", "");
  if (far) step(long_way, "", signed_way("+"));
}

// Both ends beside each other, or one below the other: not where all must be within reach, which leaves an
// upright screen no room for steps of ten.
struct RangeLayout {
  float end_height = 0, gap = space::gap_column;
  bool stacked = false, far = false;
  float height() const { return stacked ? 2 * end_height + gap : end_height; }
};
RangeLayout range_layout(const PrintSheet& print, const SheetParts& sheet) {
  RangeLayout range;
  range.end_height = range_label + (sheet.roomy ? 84 : 72);
  range.stacked = sheet.narrow && !sheet.low;
  range.far = print.document.page_count >= long_document && !(sheet.narrow && sheet.low);
  return range;
}

void draw_range(View& view, const PrintSheet& print, const RangeLayout& range, const Rect& place) {
  const float width = range.stacked ? place.w : (place.w - range.gap) / 2;
  const Rect first{place.x, place.y, width, range.end_height};
  draw_stepper(view, first, print, false, range.far);
  const Rect last =
      range.stacked ? first.moved(0, range.end_height + range.gap) : first.moved(width + range.gap, 0);
  draw_stepper(view, last, print, true, range.far);
}

// What is chosen among, and how high all of that is.
struct PageControls {
  std::vector<SheetPiece> choices;
  std::optional<RangeLayout> range;
};
PageControls controls_of(View& view, const PrintSheet& print, const SheetParts& sheet) {
  PageControls controls;
  if (!print.references.empty()) return controls;
  controls.choices = choices_of(view, print);
  if (print.choice == PageChoice::range) controls.range = range_layout(print, sheet);
  return controls;
}
float height_of(const PageControls& controls, float width) {
  const float range = controls.range ? piece_gap_below + controls.range->height() : 0;
  return pieces_height(controls.choices, width) + range;
}

// How many pages that makes, where they come out, and how many may be printed at once.
void draw_confirmation(View& view, const PrintSheet& sheet, const Rect& r, long count) {
  const bool list = !sheet.references.empty(), ready = can_print(view.state.house);
  const HouseFacts& house = view.state.house;
  write(view, {r.x, r.y, r.w, count_height - 4}, view.words.count(view.language(), "meta.pages", count),
        {type::h1, color::ink, 1, Align::start, VAlign::middle});
  const std::string where =
      ready ? view.words.fill(view.language(), "print.where", {{"t", house.printer->label}})
            : say(view, "print.off");
  const float y = r.y + count_height;
  view.canvas.icon("printer", {r.x, y + 4, 34, 34}, ready ? color::strait : color::error);
  const Rect place{r.x + 50, y, r.w - 50, where_height};
  const bool in_one = has_room(view.canvas, {.text = where, .style = type::body, .max_lines = 1}, place.w);
  TextLook look{type::body, ready ? color::ink : color::error, in_one ? 1 : 2, Align::start, VAlign::middle};
  look.style =
      fitted(view.canvas, {.text = where, .style = look.style, .max_lines = look.max_lines}, place.w);
  const float high = in_one ? where_height : two_lines_of_where;
  write(view, {place.x, place.y, place.w, high}, where, look);
  const std::string below =
      list ? view.words.count(view.language(), "home.docs", static_cast<long>(sheet.references.size()))
           : view.words.count(view.language(), "print.limit", house.settings.pages_a_print);
  write(view, {r.x, y + high + 6, r.w, limit_height}, below,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
}

void draw_print_button(View& view, const PrintSheet& print, const SheetParts& sheet, long count) {
  const bool list = !print.references.empty();
  const HouseFacts& house = view.state.house;
  const std::string go =
      list ? say(view, "print.list.go") : view.words.count(view.language(), "print.go", count);
  const bool enabled = can_print(house) && count > 0 && count <= house.settings.pages_a_print;
  draw_main_button(view, sheet, "printer", go, enabled,
                   act::StartPrint{list ? say(view, "basket.title") : ""}, "print.start");
}

void draw_progress(View& view, const Printing& printing, const SheetParts& sheet) {
  const auto [words, icon] = words_of(printing.stage);
  const bool trouble = icon == "triangle-alert" || icon == "file-x" || icon == "lock";
  const bool done = printing.stage == PrintStage::done;
  StateLook look{icon,
                 trouble ? color::error
                 : done  ? color::ok
                         : color::strait,
                 say(view, words),
                 "",
                 "x",
                 "print.cancel",
                 act::CancelPrint{},
                 "print.cancel"};
  if (printing.stage == PrintStage::drawing) {
    const std::string at = std::to_string(printing.drawn), of = std::to_string(printing.pages);
    look.line = view.words.fill(view.language(), "read.hit", {{"i", at}, {"n", of}});
  }
  const bool waits = waits_for_somebody(printing.stage) || printing.stage == PrintStage::sent;
  if (waits) look.line = say(view, "print.leaving");
  if (is_over(printing.stage)) {
    look.button_icon = "files";
    look.button_label = "print.other";
    look.action = act::OpenPrint{};
    look.name = "print.other";
  }
  draw_state(view, sheet, look);
}

}  // namespace

void draw_print_sheet(View& view, const PrintSheet& print) {
  const bool list = !print.references.empty();
  const auto low_body = [&](const SheetParts& sheet) {
    return confirmation_height + height_of(controls_of(view, print, sheet), sheet.body.w);
  };
  const bool asks = !view.state.session.printing && print.allowed;
  const SheetParts sheet = draw_sheet(view, "print", say(view, list ? "print.list" : "print.title"),
                                      print.document, asks ? LowBody(low_body) : LowBody());
  if (view.state.session.printing) return draw_progress(view, *view.state.session.printing, sheet);
  if (!print.allowed) {
    return draw_state(view, sheet, {"lock", color::terra, say(view, "print.denied"), "", "", "", {}, ""});
  }
  const long count = list ? 1 : static_cast<long>(pages_of(print).size());
  const Rect& body = sheet.body;
  const PageControls controls = controls_of(view, print, sheet);
  const float height = height_of(controls, body.w);
  const Rect place = sheet.low ? last_of(body, height) : body;
  draw_pieces(controls.choices, place);
  const float below = sheet.roomy ? 110 : pieces_height(controls.choices, body.w) + piece_gap_below;
  if (controls.range) draw_range(view, print, *controls.range, without_first(place, below));
  const float taken = list || sheet.low ? 0 : sheet.roomy ? 110 + 210 : height + piece_gap_below;
  draw_confirmation(view, print, without_first(body, taken), count);
  draw_print_button(view, print, sheet, count);
}

}  // namespace mess::kiosk
