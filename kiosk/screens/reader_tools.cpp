// The column of tools beside the page. A tool is one line in the table of its group.
#include <algorithm>
#include <vector>

#include "kiosk/app/reader_book.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/reader_parts.h"

namespace mess::kiosk {

namespace {

struct Tool {
  std::string_view icon, word;  // word: a key of the words
  Action action;
  const char* name;
  ButtonStyle style = ButtonStyle::quiet;
  bool enabled = true;
  std::size_t count = 0;  // in a badge at its corner, when it is not 0
};
using Group = std::vector<Tool>;

// How the page lies on the screen.
Group view_tools(const ReaderView& r) {
  const Point about = zoom_centre(r);
  const ButtonStyle sheet = r.reader.page_sheet ? ButtonStyle::active : ButtonStyle::quiet;
  return {{"zoom-in", "read.zoomin", act::Zoom{1.25f, about, true}, "reader.zoom_in"},
          {"zoom-out", "read.zoomout", act::Zoom{0.8f, about, true}, "reader.zoom_out"},
          {"book-open", "read.pages", act::ShowPageSheet{}, "reader.page_sheet", sheet},
          {"maximize-2", "read.full", act::FullScreen{}, "reader.full"}};
}

// Where nothing can be heard there is nothing to touch.
Group voice_tools(const ReaderView& r) {
  if (!r.view.state.sound) return {};
  const ButtonStyle style = r.reader.listening.on() ? ButtonStyle::active : ButtonStyle::quiet;
  return {{"headphones", "read.aloud", act::Listen{}, "reader.listen", style, r.reader.opened}};
}

// What concerns the whole document. Until its record is here there is nothing to cite and nothing to keep.
Group keeping_tools(const ReaderView& r) {
  const Basket& basket = r.view.state.session.basket;
  const library::DocumentId id = r.reader.document.id;
  const bool opened = r.reader.opened, kept = is_kept(basket, id);
  return {
      {"qr-code", "read.takeaway", act::TakeAway{id}, "reader.take_away", ButtonStyle::quiet, opened},
      {kept ? "bookmark-check" : "bookmark", kept ? "basket.kept" : "basket.keep", act::Keep{id},
       "reader.keep", kept ? ButtonStyle::active : ButtonStyle::quiet, opened && (kept || !is_full(basket))},
      {"bookmarks", "basket.title", act::OpenBasket{}, "reader.basket", ButtonStyle::quiet, true,
       basket.size()}};
}

// From the top down, a line between two groups.
std::vector<Group> groups_of(const ReaderView& r) {
  std::vector<Group> groups{voice_tools(r), view_tools(r), keeping_tools(r)};
  std::erase_if(groups, [](const Group& group) { return group.empty(); });
  return groups;
}

void draw_tool(ReaderView& r, const Rect& place, const Tool& tool) {
  ButtonOptions options;
  options.enabled = tool.enabled;
  options.stacked = true;
  options.icon_size = 32;
  options.padding = 2;
  options.style = type::caption_bold;
  button(r.ui, place, tool.style, tool.icon, r.words()(r.language(), tool.word), tool.action, tool.name,
         options);
  draw_count_badge(r.view, place, tool.count);
}

}  // namespace

Point zoom_centre(const ReaderView& r) {
  const Rect view = view_on_screen(r);
  const library::PageBox* box = box_of_current_hit(r.reader);
  if (box == nullptr) return view.centre();
  const Rect page = page_on_screen(r.reader, view, r.reader.page, r.reader.viewport);
  const Point hit = box_within(r.reader, page, *box).centre();
  return view.contains(hit) ? hit : view.centre();
}

void draw_reader_tools(ReaderView& r) {
  constexpr float largest_pitch = 108, smallest_pitch = 58, gap = 4, line_height = 12, end = 6;
  const Rect& tools = r.layout.tools;
  r.canvas().fill(tools, color::card);
  r.canvas().line({tools.x, tools.y}, {tools.x, tools.bottom()}, color::line, 1);
  const std::vector<Group> groups = groups_of(r);
  std::size_t count = 0;
  for (const Group& group : groups) count += group.size();
  const float room = tools.h - 2 * end - line_height * static_cast<float>(groups.size() - 1);
  const float pitch = std::clamp(room / static_cast<float>(count), smallest_pitch, largest_pitch);
  float y = tools.y + end;
  for (const Group& group : groups) {
    if (&group != &groups.front()) {
      r.canvas().line({tools.x + 36, y + line_height / 2 - gap / 2},
                      {tools.end() - 36, y + line_height / 2 - gap / 2}, color::line, 1);
      y += line_height;
    }
    for (const Tool& tool : group) {
      draw_tool(r, {tools.x + 5, y, tools.w - 10, pitch - gap}, tool);
      y += pitch;
    }
  }
}

}  // namespace mess::kiosk
