// The sheet beside the tools: how the pages lie on the screen.
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

constexpr Size sheet_size{500, 212};
constexpr float pad = 24, gap = 12, button_height = 96;

}  // namespace

void draw_page_sheet(ReaderView& r) {
  const Size screen = r.canvas().size();
  const Rect& tools = r.layout.tools;
  const Rect sheet{tools.x - 16 - sheet_size.w, tools.y + (tools.h - sheet_size.h) / 2, sheet_size.w,
                   sheet_size.h};
  // A touch elsewhere puts it away; the page under it stays in sight.
  r.ui.target({0, 0, screen.w, screen.h}, act::ShowPageSheet{}, "reader.page_sheet.outside");
  r.ui.target(sheet, act::None{}, "reader.page_sheet.here");
  card(r.ui, sheet);
  r.canvas().outline(sheet, color::edge, 2, radius::card);
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  write(r.view, {sheet.x + pad, sheet.y + 12, sheet.w - 2 * pad - 72, 64}, say("read.pages"),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  button(r.ui, {sheet.end() - 12 - 64, sheet.y + 12, 64, 64}, ButtonStyle::quiet, "x", "",
         act::ShowPageSheet{}, "reader.page_sheet.close");
  ButtonOptions options;
  options.stacked = true;
  options.style = type::caption_bold;
  const float width = (sheet.w - 2 * pad - gap) / 2, y = sheet.y + 88;
  button(r.ui, {sheet.x + pad, y, width, button_height}, ButtonStyle::outline, "maximize", say("read.fit"),
         act::FitPage{}, "reader.fit_page", options);
  button(r.ui, {sheet.x + pad + width + gap, y, width, button_height}, ButtonStyle::outline,
         "arrows-horizontal", say("read.width"), act::FitWidth{}, "reader.fit_width", options);
}

}  // namespace mess::kiosk
