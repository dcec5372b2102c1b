// What is copied to which key, and how the copy gets on.
#include <algorithm>
#include <vector>

#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

constexpr float kept_back_top = 140, kept_back_height = 80;
// With what keeps it from what comes below.
constexpr float confirmation_height = kept_back_top + kept_back_height + 16;

struct StageWords {
  std::string_view words, icon;
};
StageWords words_of(CopyStage stage) {
  switch (stage) {
    case CopyStage::copying:
      return {"copy.s.copying", "usb"};
    case CopyStage::done:
      return {"copy.s.done", "circle-check"};
    case CopyStage::partly:
      return {"copy.s.partly", "triangle-alert"};
    case CopyStage::cancelled:
      return {"copy.s.cancelled", "x"};
    case CopyStage::key_full:
      return {"copy.s.full", "triangle-alert"};
    case CopyStage::key_read_only:
      return {"copy.s.readonly", "lock"};
    case CopyStage::key_gone:
      return {"copy.s.gone", "triangle-alert"};
    case CopyStage::damaged:
      return {"copy.s.damaged", "file-x"};
    case CopyStage::document_gone:
      return {"copy.s.document", "file-x"};
    case CopyStage::forbidden:
      break;
  }
  return {"copy.s.forbidden", "lock"};
}

void draw_progress(View& view, const Copying& copying, const SheetParts& sheet) {
  const auto [words, icon] = words_of(copying.stage);
  const bool calm = copying.stage == CopyStage::copying || copying.stage == CopyStage::cancelled;
  const std::string at = std::to_string(copying.copied), of = std::to_string(copying.documents);
  StateLook look;
  look.icon = icon;
  look.color = copying.stage == CopyStage::done ? color::ok : calm ? color::strait : color::error;
  look.words = fill_placeholders(say(view, words), {{"i", at}, {"n", of}});
  if (copying.documents > 1 && copying.stage != CopyStage::partly) {
    look.line = view.words.fill(view.language(), "read.hit", {{"i", at}, {"n", of}});
  }
  const bool over = is_over(copying.stage);
  look.button_icon = over ? "refresh-cw" : "x";
  look.button_label = over ? "copy.again" : "copy.cancel";
  look.action = over ? Action(act::OpenCopy{}) : Action(act::CancelCopy{});
  look.name = over ? "copy.again" : "copy.cancel";
  if (copying.stage == CopyStage::done) look.button_label = "";
  draw_state(view, sheet, look);
}

// One chip a key, when there are several.
std::vector<SheetPiece> keys_of(View& view, const CopySheet& sheet) {
  const auto& keys = view.state.house.keys;
  if (keys.size() < 2) return {};
  std::vector<SheetPiece> pieces;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const ChipStyle style = keys[i] == sheet.key ? ChipStyle::topic_on : ChipStyle::topic;
    Ui measure = ui_of(view);
    const float width = std::min(chip_width(measure, style, keys[i].label), 300.f);
    pieces.push_back(
        {width, [&view, &keys, style, i](const Rect& place) {
           Ui ui = ui_of(view);
           const std::string said = view.words.fill(view.language(), "copy.key", {{"t", keys[i].label}});
           chip(ui, place, style, keys[i].label, act::ChooseKey{i}, "copy.key." + std::to_string(i), {},
                said);
         }});
  }
  return pieces;
}

// How many documents go to which key, and what is kept back.
void draw_confirmation(View& view, const CopySheet& sheet, const Rect& r, bool ready) {
  const auto count = static_cast<long>(sheet.documents.size());
  write(view, {r.x, r.y, r.w, 76}, view.words.count(view.language(), "home.docs", count),
        {type::h1, color::ink, 1, Align::start, VAlign::middle});
  const std::string key = ready ? view.words.fill(view.language(), "copy.key", {{"t", sheet.key.label}})
                                : say(view, "copy.nokey");
  const Color c = ready ? color::ink : color::error;
  view.canvas.icon("usb", {r.x, r.y + 92, 34, 34}, ready ? color::strait : color::error);
  write(view, {r.x + 50, r.y + 88, r.w - 50, 42}, key, {type::body, c, 1, Align::start, VAlign::middle});
  if (sheet.kept_back == 0) return;
  write(view, {r.x, r.y + kept_back_top, r.w, kept_back_height},
        view.words.count(view.language(), "copy.kept", sheet.kept_back), {type::caption, color::ink2, 2});
}

}  // namespace

void draw_copy_sheet(View& view, const CopySheet& copy) {
  library::Document heading;
  if (copy.documents.size() == 1) heading = copy.documents.front();
  const std::vector<SheetPiece> keys = keys_of(view, copy);
  const bool asks = !view.state.session.copying && !copy.documents.empty();
  const auto low_body = [&](const SheetParts& sheet) {
    return confirmation_height + pieces_height(keys, sheet.body.w);
  };
  const SheetParts sheet =
      draw_sheet(view, "copy", say(view, "copy.title"), heading, asks ? LowBody(low_body) : LowBody());
  if (view.state.session.copying) return draw_progress(view, *view.state.session.copying, sheet);
  if (copy.documents.empty()) {
    return draw_state(view, sheet, {"lock", color::terra, say(view, "copy.denied"), "", "", "", {}, ""});
  }
  const Rect& body = sheet.body;
  const float pieces = pieces_height(keys, body.w), above = sheet.roomy ? 140 : pieces + 16;
  const bool ready = has_key(view.state.house, copy.key);
  draw_pieces(keys, sheet.low ? last_of(body, pieces) : body);
  draw_confirmation(view, copy, sheet.low ? body : without_first(body, above), ready);
  draw_main_button(view, sheet, "usb", say(view, "copy.go"), ready, act::StartCopy{}, "copy.start");
}

}  // namespace mess::kiosk
