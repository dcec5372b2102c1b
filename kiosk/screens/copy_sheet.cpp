// What is copied to which key, and how the copy gets on.
#include <algorithm>

#include "kiosk/screens/sheet_parts.h"

namespace mess::kiosk {

namespace {

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

void draw_progress(View& view, const Copying& copying, const Rect& r) {
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
  draw_state(view, r, look);
}

// One chip a key, when there are several.
void draw_keys(View& view, const CopySheet& sheet, const Rect& r) {
  const auto& keys = view.state.house.keys;
  if (keys.size() < 2) return;
  Ui ui = ui_of(view);
  float x = r.x;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const ChipStyle style = keys[i] == sheet.key ? ChipStyle::topic_on : ChipStyle::topic;
    const float width = std::min(chip_width(ui, style, keys[i].label), 300.f);
    if (x + width > r.end()) return;
    chip(ui, {x, r.y, width, r.h}, style, keys[i].label, act::ChooseKey{i}, "copy.key." + std::to_string(i));
    x += width + space::gap_chip;
  }
}

void draw_confirmation(View& view, const CopySheet& sheet, const Rect& r) {
  Ui ui = ui_of(view);
  const auto count = static_cast<long>(sheet.documents.size());
  write(view, {r.x, r.y, r.w, 76}, view.words.count(view.language(), "home.docs", count),
        {type::h1, color::ink, 1, Align::start, VAlign::middle});
  const bool ready = has_key(view.state.house, sheet.key);
  const std::string key = ready ? view.words.fill(view.language(), "copy.key", {{"t", sheet.key.label}})
                                : say(view, "copy.nokey");
  const Color c = ready ? color::ink : color::error;
  view.canvas.icon("usb", {r.x, r.y + 92, 34, 34}, ready ? color::strait : color::error);
  write(view, {r.x + 50, r.y + 88, r.w - 50, 42}, key, {type::body, c, 1, Align::start, VAlign::middle});
  if (sheet.kept_back > 0) {
    write(view, {r.x, r.y + 140, r.w, 80}, view.words.count(view.language(), "copy.kept", sheet.kept_back),
          {type::caption, color::ink2, 2});
  }
  ButtonOptions large;
  large.enabled = ready;
  large.style.size = 28;
  const std::string& go = say(view, "copy.go");
  const float width = std::max(420.f, button_width(ui, "usb", go, large));
  button(ui, {r.end() - width, r.bottom() - 104, width, 104}, ButtonStyle::primary, "usb", go,
         act::StartCopy{}, "copy.start", large);
}

}  // namespace

void draw_copy_sheet(View& view, const CopySheet& sheet) {
  library::Document heading;
  if (sheet.documents.size() == 1) heading = sheet.documents.front();
  const Rect frame = draw_sheet(view, "copy", say(view, "copy.title"), heading);
  const Rect inside{frame.x + sheet_pad, frame.y + 160, frame.w - 2 * sheet_pad, frame.h - 160 - 48};
  if (view.state.session.copying) return draw_progress(view, *view.state.session.copying, inside);
  if (sheet.documents.empty()) {
    return draw_state(view, inside, {"lock", color::terra, say(view, "copy.denied"), "", "", "", {}, ""});
  }
  draw_keys(view, sheet, {inside.x, inside.y, inside.w, 64});
  draw_confirmation(view, sheet, {inside.x, inside.y + 140, inside.w, inside.h - 140});
}

}  // namespace mess::kiosk
