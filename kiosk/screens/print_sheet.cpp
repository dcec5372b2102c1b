// Which pages to print, how many that makes, and how the print gets on.
#include <algorithm>
#include <array>

#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

constexpr float step_side = 84, step_gap = 12, number_width = 140;
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

void draw_choices(View& view, const PrintSheet& sheet, const Rect& r) {
  const struct {
    PageChoice choice;
    const char* name;
  } choices[] = {{PageChoice::this_page, "print.page"},
                 {PageChoice::range, "print.range"},
                 {PageChoice::hits, "print.hits"},
                 {PageChoice::whole, "print.whole"}};
  Ui ui = ui_of(view);
  float x = r.x;
  for (const auto& [choice, name] : choices) {
    if (!offers(sheet, choice, view.state.house.settings.pages_a_print)) continue;
    const std::string label = label_of(view, sheet, choice);
    const ChipStyle style = choice == sheet.choice ? ChipStyle::topic_on : ChipStyle::topic;
    const float width = chip_width(ui, style, label);
    chip(ui, {x, r.y, width, r.h}, style, label, act::ChoosePages{choice}, name);
    x += width + space::gap_chip;
  }
}

// One end of the range: its number between what makes it smaller and larger, which go on while held.
void draw_stepper(View& view, const Rect& r, const PrintSheet& sheet, bool last) {
  Ui ui = ui_of(view);
  write(view, {r.x, r.y, r.w, 40}, say(view, last ? "print.to" : "print.from"),
        {type::caption_bold, color::strait, 1, Align::start, VAlign::middle});
  const int at = last ? sheet.last : sheet.first, count = sheet.document.page_count;
  float x = r.x;
  const auto step = [&](int by, std::string_view icon, const std::string& label) {
    ButtonOptions options;
    options.enabled = at + by >= 1 && at + by <= count;
    options.padding = 4;
    const std::string name = std::string(last ? "print.last." : "print.first.") + std::to_string(by);
    const std::size_t targets = view.scene.targets.size();
    button(ui, {x, r.y + 48, step_side, step_side}, ButtonStyle::outline, icon, label,
           act::MovePrintRange{last, by}, name, options);
    if (view.scene.targets.size() > targets) view.scene.targets.back().repeats = true;
    x += step_side + step_gap;
  };
  const bool far = count >= long_document;
  // Signs stand before their numbers, in Arabic too: an isolate that runs from left to right.
  const auto signed_way = [](const char* sign) {
    return "\u2066" + (sign + std::to_string(long_way)) + "\u2069";
  };
  if (far) step(-long_way, "", signed_way("\u2212"));
  step(-1, "minus", "");
  write(view, {x, r.y + 48, number_width, step_side}, std::to_string(at),
        {type::h1, color::ink, 1, Align::centre, VAlign::middle});
  x += number_width + step_gap;
  step(1, "plus", "");
  if (far) step(long_way, "", signed_way("+"));
}

void draw_range(View& view, const PrintSheet& sheet, const Rect& r) {
  const float half = (r.w - space::gap_column) / 2;
  draw_stepper(view, {r.x, r.y, half, r.h}, sheet, false);
  draw_stepper(view, {r.x + half + space::gap_column, r.y, half, r.h}, sheet, true);
}

// How many pages that makes and where they come out, then the one button that prints them.
void draw_confirmation(View& view, const PrintSheet& sheet, const Rect& r) {
  Ui ui = ui_of(view);
  const bool list = !sheet.references.empty();
  const long count = list ? 1 : static_cast<long>(pages_of(sheet).size());
  const HouseFacts& house = view.state.house;
  write(view, {r.x, r.y, r.w, 76}, view.words.count(view.language(), "meta.pages", count),
        {type::h1, color::ink, 1, Align::start, VAlign::middle});
  const bool ready = can_print(house);
  const std::string where =
      ready ? view.words.fill(view.language(), "print.where", {{"t", house.printer->label}})
            : say(view, "print.off");
  view.canvas.icon("printer", {r.x, r.y + 92, 34, 34}, ready ? color::strait : color::error);
  write(view, {r.x + 50, r.y + 88, r.w - 50, 42}, where,
        {type::body, ready ? color::ink : color::error, 1, Align::start, VAlign::middle});
  const std::string below =
      list ? view.words.count(view.language(), "home.docs", static_cast<long>(sheet.references.size()))
           : view.words.count(view.language(), "print.limit", house.settings.pages_a_print);
  write(view, {r.x, r.y + 140, r.w, 40}, below,
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  ButtonOptions large;
  large.enabled = ready && count > 0 && count <= house.settings.pages_a_print;
  large.style.size = 28;
  const std::string go =
      list ? say(view, "print.list.go") : view.words.count(view.language(), "print.go", count);
  const float width = std::max(420.f, button_width(ui, "printer", go, large));
  button(ui, {r.end() - width, r.bottom() - 104, width, 104}, ButtonStyle::primary, "printer", go,
         act::StartPrint{list ? say(view, "basket.title") : ""}, "print.start", large);
}

void draw_progress(View& view, const Printing& printing, const Rect& r) {
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
  draw_state(view, r, look);
}

}  // namespace

void draw_print_sheet(View& view, const PrintSheet& sheet) {
  const bool list = !sheet.references.empty();
  const Rect frame =
      draw_sheet(view, "print", say(view, list ? "print.list" : "print.title"), sheet.document);
  const Rect inside{frame.x + sheet_pad, frame.y + 160, frame.w - 2 * sheet_pad, frame.h - 160 - 48};
  if (view.state.session.printing) return draw_progress(view, *view.state.session.printing, inside);
  if (!sheet.allowed) {
    return draw_state(view, inside, {"lock", color::terra, say(view, "print.denied"), "", "", "", {}, ""});
  }
  if (list) return draw_confirmation(view, sheet, inside);
  draw_choices(view, sheet, {inside.x, inside.y, inside.w, 64});
  if (sheet.choice == PageChoice::range) draw_range(view, sheet, {inside.x, inside.y + 110, inside.w, 140});
  draw_confirmation(view, sheet, {inside.x, inside.y + 320, inside.w, inside.h - 320});
}

}  // namespace mess::kiosk
