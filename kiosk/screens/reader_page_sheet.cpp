// The sheet beside the tools: how the pages lie on the screen.
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

constexpr float pad = 24, gap = 12, head = 84, button_height = 96;
constexpr Size sheet_size{500, head + 72 + 2 * (gap + button_height) + pad};

}  // namespace

void draw_page_sheet(ReaderView& r) {
  const Size screen = r.canvas().size();
  const Rect& tools = r.layout.tools;
  const Rect sheet{tools.x - 16 - sheet_size.w, tools.y + (tools.h - sheet_size.h) / 2, sheet_size.w,
                   sheet_size.h};
  // A touch elsewhere puts it away; the page under it stays in sight.
  r.ui.surroundings({0, 0, screen.w, screen.h}, act::ShowPageSheet{}, "reader.page_sheet.outside");
  r.ui.target(sheet, act::None{}, "reader.page_sheet.here");
  card(r.ui, sheet);
  r.canvas().outline(sheet, color::edge, 2, radius::card);
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  write(r.view, {sheet.x + pad, sheet.y + 12, sheet.w - 2 * pad - 72, 64}, say("read.pages"),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  button(r.ui, {sheet.end() - 12 - 64, sheet.y + 12, 64, 64}, ButtonStyle::quiet, "x", "",
         act::ShowPageSheet{}, "reader.page_sheet.close");
  const Segment flows[] = {{say("read.one"), r.reader.flow == PageFlow::single,
                            act::SetFlow{PageFlow::single}, "reader.flow.single"},
                           {say("read.two"), r.reader.flow == PageFlow::facing,
                            act::SetFlow{PageFlow::facing}, "reader.flow.facing"},
                           {say("read.flow"), r.reader.flow == PageFlow::continuous,
                            act::SetFlow{PageFlow::continuous}, "reader.flow.continuous"}};
  segments(r.ui, {sheet.x + pad, sheet.y + head, sheet.w - 2 * pad, 72}, flows);
  const float width = (sheet.w - 2 * pad - gap) / 2;
  ButtonOptions options;
  options.stacked = true;
  options.style = type::caption_bold;
  const auto tool = [&](int row, int column, std::string_view icon, std::string_view word, Action action,
                        const char* name) {
    const float x = sheet.x + pad + static_cast<float>(column) * (width + gap);
    const float y = sheet.y + head + 72 + gap + static_cast<float>(row) * (button_height + gap);
    button(r.ui, {x, y, width, button_height}, ButtonStyle::outline, icon, say(word), std::move(action), name,
           options);
  };
  tool(0, 0, "maximize", "read.fit", act::FitPage{}, "reader.fit_page");
  tool(0, 1, "arrows-horizontal", "read.width", act::FitWidth{}, "reader.fit_width");
  // Not mirrored: left is left. The order is that of the directions on the screen.
  const bool mirrored = r.canvas().mirrored();
  tool(1, mirrored ? 1 : 0, "turn-left", "read.turnleft", act::TurnPaper{-1}, "reader.turn_left");
  tool(1, mirrored ? 0 : 1, "turn-right", "read.turnright", act::TurnPaper{1}, "reader.turn_right");
}

}  // namespace mess::kiosk
