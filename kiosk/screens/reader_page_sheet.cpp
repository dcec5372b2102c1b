// The sheet beside the tools: how the pages lie on the screen.
#include <algorithm>
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

constexpr float pad = 24, gap = 12, head = 76, flow_height = 72, button_height = 96, close_side = 64;
constexpr float tall_width = 500, flat_width = 1000;

// Two by two, or all four beside each other where the screen is low.
struct Form {
  Rect sheet;
  bool flat = false;
};
Form form_of(const ReaderView& r) {
  const Size screen = r.canvas().size();
  const Rect &tools = r.layout.tools, &page = r.layout.page;
  Form form;
  form.flat = !r.layout.tools_beside && screen.w > screen.h;
  const float width = std::min(form.flat ? flat_width : tall_width, screen.w - 32);
  const float rows = form.flat ? 1 : 2;
  const float height = head + flow_height + rows * (gap + button_height) + pad;
  if (r.layout.tools_beside) {
    form.sheet = {tools.x - 16 - width, tools.y + (tools.h - height) / 2, width, height};
  } else {
    const float foot = r.layout.low ? screen.h - 48 : page.bottom() - 16;
    form.sheet = {(screen.w - width) / 2, foot - height, width, height};
  }
  return form;
}

}  // namespace

void draw_page_sheet(ReaderView& r) {
  const Size screen = r.canvas().size();
  const auto [sheet, flat] = form_of(r);
  if (r.layout.low) {
    // It lies over what is touched, which nobody can touch then.
    r.view.scene.areas.clear();
    r.view.scene.targets.clear();
    const float top = r.layout.tools.y + r.view.scene.brought_down;
    r.canvas().fill({0, top, screen.w, screen.h - top}, with_alpha(color::scrim, 0.45f));
  }
  // A touch elsewhere puts it away; the page under it stays in sight.
  r.ui.surroundings({0, 0, screen.w, screen.h}, act::ShowPageSheet{}, "reader.page_sheet.outside");
  r.ui.target(sheet, act::None{}, "reader.page_sheet.here");
  card(r.ui, sheet);
  r.canvas().outline(sheet, color::edge, 2, radius::card);
  const auto say = [&](std::string_view key) -> const std::string& { return r.words()(r.language(), key); };
  write(r.view, {sheet.x + pad, sheet.y + 10, sheet.w - 2 * pad, head - 14}, say("read.pages"),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  const float y = sheet.y + head, flow_width = sheet.w - 2 * pad - close_side - gap;
  button(r.ui, {sheet.end() - pad - close_side, y + 4, close_side, close_side}, ButtonStyle::quiet, "x", "",
         act::ShowPageSheet{}, "reader.page_sheet.close", {.said = std::string(r.ui.words.close)});
  const Segment flows[] = {{say("read.one"), r.reader.flow == PageFlow::single,
                            act::SetFlow{PageFlow::single}, "reader.flow.single"},
                           {say("read.two"), r.reader.flow == PageFlow::facing,
                            act::SetFlow{PageFlow::facing}, "reader.flow.facing"},
                           {say("read.flow"), r.reader.flow == PageFlow::continuous,
                            act::SetFlow{PageFlow::continuous}, "reader.flow.continuous"}};
  segments(r.ui, {sheet.x + pad, y, flow_width, flow_height}, flows);
  const int columns = flat ? 4 : 2;
  const auto spaces = static_cast<float>(columns - 1);
  const float width = (sheet.w - 2 * pad - gap * spaces) / static_cast<float>(columns);
  ButtonOptions options;
  options.stacked = true;
  options.style = type::caption_bold;
  const auto tool = [&](int number, std::string_view icon, std::string_view word, Action action,
                        const char* name) {
    const auto column = static_cast<float>(number % columns), row = static_cast<float>(number / columns);
    const float x = sheet.x + pad + column * (width + gap);
    button(r.ui, {x, y + flow_height + gap + row * (button_height + gap), width, button_height},
           ButtonStyle::outline, icon, say(word), std::move(action), name, options);
  };
  tool(0, "maximize", "read.fit", act::FitPage{}, "reader.fit_page");
  tool(1, "arrows-horizontal", "read.width", act::FitWidth{}, "reader.fit_width");
  // Not mirrored: left is left. The order is that of the directions on the screen.
  const bool mirrored = r.canvas().mirrored();
  tool(mirrored ? 3 : 2, "turn-left", "read.turnleft", act::TurnPaper{-1}, "reader.turn_left");
  tool(mirrored ? 2 : 3, "turn-right", "read.turnright", act::TurnPaper{1}, "reader.turn_right");
}

}  // namespace mess::kiosk
