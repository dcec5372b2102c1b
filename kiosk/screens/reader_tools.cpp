// The tools, in a column beside the page or in rows below it. A tool is one line in the table of its group.
#include <algorithm>
#include <iterator>
#include <span>
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
  ButtonStyle style = ButtonStyle::tool;
  bool enabled = true;
  std::size_t count = 0;  // in a badge at its corner, when it is not 0
  bool pairs = false;     // its icon says enough to share a line with the next one
};
using Group = std::vector<Tool>;

// How the text is read. Where nothing can be heard there is no voice to touch.
Group reading_tools(const ReaderView& r) {
  const auto style = [](bool on) { return on ? ButtonStyle::active : ButtonStyle::tool; };
  const bool printed = r.view.state.session.reading.tone == Tone::printed;
  Group tools;
  if (r.view.state.sound) {
    tools.push_back({"headphones", "read.aloud", act::Listen{}, "reader.listen",
                     style(r.reader.listening.on()), r.reader.opened});
  }
  tools.push_back(
      {"large-text", "read.large", act::ReadLarge{}, "reader.large", style(r.reader.large.shown)});
  tools.push_back({"contrast", "read.contrast", act::ChangeTone{}, "reader.tone", style(!printed)});
  return tools;
}

// Of large text the same two buttons change the letters.
Group size_tools(const ReaderView& r) {
  const auto step = static_cast<int>(r.view.state.session.reading.size);
  const auto tool = [&](std::string_view icon, std::string_view word, int to, const char* name) {
    const bool possible =
        to >= static_cast<int>(LargeSize::large) && to <= static_cast<int>(LargeSize::largest);
    const Action action = act::SetTextSize{static_cast<LargeSize>(possible ? to : step)};
    return Tool{icon, word, action, name, ButtonStyle::tool, possible, 0, true};
  };
  return {tool("zoom-in", "read.zoomin", step + 1, "reader.larger"),
          tool("zoom-out", "read.zoomout", step - 1, "reader.smaller")};
}

// How the page lies on the screen.
Group view_tools(const ReaderView& r) {
  if (r.reader.large.shown) return size_tools(r);
  const Point about = zoom_centre(r);
  const ButtonStyle sheet = r.reader.page_sheet ? ButtonStyle::active : ButtonStyle::tool;
  const auto zoom = [&](std::string_view icon, std::string_view word, float by, const char* name) {
    return Tool{icon, word, act::Zoom{by, about, true}, name, ButtonStyle::tool, true, 0, true};
  };
  return {zoom("zoom-in", "read.zoomin", 1.25f, "reader.zoom_in"),
          zoom("zoom-out", "read.zoomout", 0.8f, "reader.zoom_out"),
          {"book-open", "read.pages", act::ShowPageSheet{}, "reader.page_sheet", sheet},
          {"maximize-2", "read.full", act::FullScreen{}, "reader.full"}};
}

// What concerns the whole document. Until its record is here there is nothing to cite and nothing to keep.
Group keeping_tools(const ReaderView& r) {
  const Basket& basket = r.view.state.session.basket;
  const library::DocumentId id = r.reader.document.id;
  const bool opened = r.reader.opened, kept = is_kept(basket, id);
  return {
      {"qr-code", "read.takeaway", act::TakeAway{id}, "reader.take_away", ButtonStyle::tool, opened},
      {kept ? "bookmark-check" : "bookmark", kept ? "basket.kept" : "basket.keep", act::Keep{id},
       "reader.keep", kept ? ButtonStyle::active : ButtonStyle::tool, opened && (kept || !is_full(basket))},
      {"bookmarks", "basket.title", act::OpenBasket{}, "reader.basket", ButtonStyle::tool, true,
       basket.size()}};
}

// From the top down, a line between two groups.
std::vector<Group> groups_of(const ReaderView& r) {
  return {reading_tools(r), view_tools(r), keeping_tools(r)};
}

// In rows, the way to the rail comes first.
Group in_rows(const ReaderView& r) {
  Group tools{{"list", "read.browse", act::ShowPanel{Panel::side}, "reader.browse",
               r.shows_rail() ? ButtonStyle::active : ButtonStyle::tool}};
  for (Group& group : groups_of(r)) std::move(group.begin(), group.end(), std::back_inserter(tools));
  return tools;
}

// Its icon with its word below, where there is one.
void draw_tool(ReaderView& r, const Rect& place, const Tool& tool, std::string_view word,
               const TextStyle& style = type::caption_bold) {
  ButtonOptions options;
  options.enabled = tool.enabled;
  options.stacked = !word.empty();
  options.icon_size = place.h < 80 ? 26 : 32;
  options.padding = 2;
  options.style = style;
  options.said = r.words()(r.language(), tool.word);
  if (tool.count > 0) {
    const auto count = static_cast<long>(tool.count);
    options.said = spoken({options.said, r.words().count(r.language(), "home.docs", count)});
  }
  button(r.ui, place, tool.style, tool.icon, word, tool.action, tool.name, options);
  draw_count_badge(r.view, place, tool.count);
}

// Lines of tools: one each, or two icons side by side where the column is too low for all their words.
using Line = std::span<const Tool>;
std::vector<Line> lines_of(const Group& group, bool is_low) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < group.size();) {
    const std::size_t count = is_low && group[i].pairs && i + 1 < group.size() ? 2 : 1;
    lines.push_back(Line(group).subspan(i, count));
    i += count;
  }
  return lines;
}

void draw_line(ReaderView& r, const Rect& place, Line tools) {
  constexpr float gap = 4;
  const float width = (place.w + gap) / static_cast<float>(tools.size()) - gap;
  for (std::size_t i = 0; i < tools.size(); ++i) {
    const float x = place.x + static_cast<float>(i) * (width + gap);
    const std::string& word = r.words()(r.language(), tools[i].word);
    draw_tool(r, {x, place.y, width, place.h}, tools[i], tools.size() == 1 ? word : "");
  }
}

// Each as wide as its word asks for; where all of them ask for more than there is, all words are set smaller.
void draw_row(ReaderView& r, const Rect& row, Line tools) {
  constexpr float least = 60, widest = 190, beside = 12, gap = 4;
  TextStyle style = type::caption_bold;
  std::vector<float> words;
  for (const Tool& tool : tools)
    words.push_back(std::max(least, width_of(r.view, r.words()(r.language(), tool.word), style) + 2));
  float sum = 0;
  for (const float word : words) sum += word;
  const auto count = static_cast<float>(tools.size());
  const float room = std::min(row.w, count * widest) - count * beside;
  const float smaller = std::min(1.f, room / sum), more = std::max(0.f, room - sum) / count;
  style.size = std::max(smallest_letters(r.canvas(), style.size), style.size * smaller);
  float x = row.x + (row.w - room - count * beside) / 2;
  for (std::size_t i = 0; i < tools.size(); ++i) {
    const Tool& tool = tools[i];
    const float width = words[i] * smaller + more + beside;
    const Rect place{x + gap / 2, row.y + gap / 2, width - gap, row.h - gap};
    draw_tool(r, place, tool, r.words()(r.language(), tool.word), style);
    x += width;
  }
}

void draw_rows(ReaderView& r) {
  constexpr float side = 8;
  const Rect& tools = r.layout.tools;
  const Group all = in_rows(r);
  const auto rows = static_cast<std::size_t>(r.layout.tool_rows), a_row = (all.size() + rows - 1) / rows;
  const float height = tools.h / static_cast<float>(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t from = row * a_row, count = std::min(a_row, all.size() - from);
    draw_row(r, {tools.x + side, tools.y + height * static_cast<float>(row), tools.w - 2 * side, height},
             Line(all).subspan(from, count));
  }
}

}  // namespace

Point zoom_centre(const ReaderView& r) {
  const Rect view = view_as_laid_out(r);
  const library::PageBox* box = box_of_current_hit(r.reader);
  if (box == nullptr) return view.centre();
  const Rect page = page_on_screen(r.reader, view, r.reader.page, r.reader.viewport);
  const Point hit = box_within(r.reader, page, *box).centre();
  return view.contains(hit) ? hit : view.centre();
}

void draw_reader_tools(ReaderView& r) {
  constexpr float largest_pitch = 108, smallest_pitch = 58, gap = 4, line_height = 12, end = 6;
  constexpr float low_below = 800;  // of the column
  const Rect& tools = r.layout.tools;
  r.canvas().fill(tools, color::card);
  if (!r.layout.tools_beside) {
    r.canvas().line({tools.x, tools.y}, {tools.end(), tools.y}, color::line, 1);
    return draw_rows(r);
  }
  r.canvas().line({tools.x, tools.y}, {tools.x, tools.bottom()}, color::line, 1);
  const std::vector<Group> groups = groups_of(r);
  std::vector<std::vector<Line>> lines;
  std::size_t count = 0;
  for (const Group& group : groups) {
    lines.push_back(lines_of(group, tools.h < low_below));
    count += lines.back().size();
  }
  const float room = tools.h - 2 * end - line_height * static_cast<float>(groups.size() - 1);
  const float pitch = std::clamp(room / static_cast<float>(count), smallest_pitch, largest_pitch);
  float y = tools.y + end;
  for (const std::vector<Line>& group : lines) {
    if (&group != &lines.front()) {
      r.canvas().line({tools.x + 36, y + line_height / 2 - gap / 2},
                      {tools.end() - 36, y + line_height / 2 - gap / 2}, color::line, 1);
      y += line_height;
    }
    for (const Line& line : group) {
      draw_line(r, {tools.x + 5, y, tools.w - 10, pitch - gap}, line);
      y += pitch;
    }
  }
}

}  // namespace mess::kiosk
