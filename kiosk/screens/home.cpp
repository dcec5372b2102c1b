#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/home.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/home_shelves.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

// The house's name, and at the end, or below it where that has no room, what the bar ends in.
void draw_head(View& view) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  const bool two_rows = is_narrow(screen);
  const float margin = side_margin(screen), controls = two_rows ? bar_row_height - 4 : 18;
  const float from = draw_bar_end(view, draw_down_button(view, screen.w - margin, controls), controls);
  const float text = (two_rows ? screen.w - margin : from) - 140;
  if (!draw_house_mark(view, {84, 56}, 40)) emblem(ui, {84, 56}, 36);
  write(view, {140, 18, text, 44}, say(view, "app.house"),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  write(view, {140, 58, text, 34}, say(view, "app.region") + " · " + say(view, "app.library"),
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  const float kept = draw_basket_button(view, {margin, controls, from - margin, 76});
  // Whoever rests a finger here comes to the staff door; a touch does nothing.
  const float name =
      std::min({width_of(view, say(view, "app.house"), type::h3), text, two_rows ? text : from - kept - 140});
  ui.held_target({40, 14, 100 + name, 84}, act::OpenStaffDoor{}, "home.name");
}

// The field is a picture of one: a touch anywhere on it opens 03, where the keyboard is.
void draw_field(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  view.canvas.fill(r, color::field, radius::button);
  if (view.canvas.theme() == Theme::contrast) view.canvas.outline(r, color::strait, 3, radius::button);
  view.canvas.icon("search", {r.x + 30, r.y + 28, 38, 38}, color::strait);
  const TextStyle style{Face::regular, 30, 1.4f};
  const std::string& hint = say(view, "home.placeholder");
  if (has_room(view.canvas, {.text = hint, .style = style}, r.w - 330)) {
    write(view, {r.x + 88, r.y, r.w - 330, r.h}, hint, {style, color::ink2, 1, Align::start, VAlign::middle});
  }
  ui.target(r, act::OpenSearch{""}, "home.field", spoken({say(view, "voice.field"), hint}));
  button(ui, {r.end() - 217, r.y + 10, 205, 72}, ButtonStyle::warm, "", say(view, "home.search"),
         act::OpenSearch{""}, "home.search");
}

// The way without words, at the end of the row; returns the width taken.
float draw_browse_button(View& view, const Rect& r) {
  if (view.state.library.known && view.state.library.documents == 0) return 0;
  Ui ui = ui_of(view);
  ButtonOptions options;
  options.icon_size = 28;
  const std::string& label = say(view, "browse.title");
  const float width = button_width(ui, "grid", label, options);
  button(ui, {r.end() - width, r.y, width, r.h}, ButtonStyle::call, "grid", label, act::Browse{},
         "home.browse", options);
  return width;
}

void draw_examples(View& view, Point start, float width) {
  const std::string& lead = say(view, "home.try");
  const float lead_width = width_of(view, lead, type::caption);
  std::vector<ChipWish> chips;
  int number = 0;
  for (const std::string& query : example_queries(view, 5)) {
    chips.push_back({query, act::ShowResults{query, {}}, "home.example." + std::to_string(++number)});
  }
  const float from = start.x + lead_width + 18;
  Ui ui = ui_of(view);
  const bool has_room = std::any_of(chips.begin(), chips.end(), [&](const ChipWish& wish) {
    return chip_width(ui, ChipStyle::topic_on_dark, wish.label) <= start.x + width - from;
  });
  if (!has_room) return;
  write(view, {start.x, start.y, lead_width + 8, 56}, lead,
        {type::caption, color::on_panel, 1, Align::start, VAlign::middle});
  draw_chips(view, {from, start.y}, start.x + width - from, ChipStyle::topic_on_dark, chips, 1);
}

// The wall runs to the banner's end: paper over what the stars put outside its round corner. `down` is 1 at
// the top corner, -1 at the bottom one.
void round_off(View& view, Point corner, float down) {
  constexpr int steps = 16;
  constexpr float quarter = 1.5707963f, r = radius::banner;
  const auto on_arc = [&](int i) {
    const float angle = quarter * static_cast<float>(i) / steps;
    return Point{corner.x - r + r * std::sin(angle), corner.y + down * (r - r * std::cos(angle))};
  };
  for (int i = 0; i < steps; ++i) {
    // Each lies half over the next, so that no line of a star shows through a seam.
    const std::array triangle{Point{corner.x + 1, corner.y - down}, on_arc(i),
                              on_arc(std::min(i + 2, steps))};
    view.canvas.polygon(triangle, color::paper);
  }
}

void draw_banner(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  fill_panel(view, r);
  constexpr float wall_width = 380, padding = 48;
  const bool has_wall = r.w > 1300 && view.canvas.theme() == Theme::day;
  if (has_wall) {
    StarWall wall;
    wall.radius = 45;
    wall.dissolve_to = 0.8f;
    const Rect place{r.end() - wall_width, r.y, wall_width, r.h};
    view.canvas.push(place);
    star_wall(ui, place, wall);
    view.canvas.pop();
    round_off(view, {r.end(), r.y}, 1);
    round_off(view, {r.end(), r.bottom()}, -1);
  }
  const float x = r.x + padding, width = r.w - 2 * padding - (has_wall ? wall_width + 18 : 0);
  write(view, {x, r.y + 2, width, 80}, say(view, "home.title"),
        {{Face::display, 50, 1.3f}, color::on_panel, 1, Align::start, VAlign::middle});
  draw_field(view, {x, r.y + 82, width, 92});
  const Rect row{x, r.y + 186, width, space::target_main};
  const float browse = draw_browse_button(view, row);
  draw_examples(view, {row.x, row.y + (row.h - 56) / 2}, row.w - browse - (browse > 0 ? 24 : 0));
}

// The tiles of the six publics.
void draw_audiences(View& view, const Rect& r, int across) {
  Ui ui = ui_of(view);
  write(view, {r.x, r.y, r.w, 50}, say(view, "home.iseek"),
        {{Face::display, 31, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  const float width = (r.w - audience_gap * static_cast<float>(across - 1)) / static_cast<float>(across);
  int i = 0;
  for (const GuidePage* page : view.guide.pages(view.language(), GuideKind::audience)) {
    if (i == 6) break;
    const Rect tile{
        r.x + static_cast<float>(i % across) * (width + audience_gap),
        r.y + home_title_height + static_cast<float>(i / across) * (audience_height + audience_gap), width,
        audience_height};
    audience_tile(ui, tile, page->icon, page->wish, page->title, act::OpenGuide{page->key},
                  "home." + page->key);
    ++i;
  }
}

void draw_services(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  write(view, {r.x, r.y, r.w, 50}, say(view, "home.services"),
        {{Face::display, 31, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  const Rect frame{r.x, r.y + home_title_height, r.w, r.h - home_title_height};
  card(ui, frame);
  struct Row {
    std::string_view icon, words, page;
  };
  constexpr std::array rows{Row{"map-pin", "svc.directory", "noress"},
                            Row{"calendar-days", "svc.events", "events"},
                            Row{"heart-handshake", "svc.about", "services"}};
  const float height = frame.h / rows.size();
  float y = frame.y;
  for (const Row& row : rows) {
    if (y > frame.y) view.canvas.line({frame.x + 12, y}, {frame.end() - 12, y}, color::line, 1);
    service_row(ui, {frame.x, y, frame.w, height}, row.icon, say(view, row.words),
                say(view, std::string(row.words) + ".sub"), act::OpenGuide{std::string(row.page)},
                "home.service." + std::string(row.page));
    y += height;
  }
}

// The way to lowered buttons for somebody who does not reach «Confort»; ends at `end`, returns where it
// begins.
float draw_lower(View& view, const Rect& r, float end) {
  constexpr float least_width = 1300, height = 56;
  if (r.w < least_width || view.state.session.comfort.low) return end;
  Ui ui = ui_of(view);
  Comfort low = view.state.session.comfort;
  low.low = true;
  ButtonOptions options;
  options.icon_size = 26;
  options.style = type::caption_bold;
  options.padding = 16;
  const std::string& words = say(view, "comf.low");
  const float width = button_width(ui, "arrow-down-to-line", words, options);
  const Rect place{end - width, r.y - 6, width, height};
  button(ui, place, ButtonStyle::outline, "arrow-down-to-line", words, act::SetComfort{low}, "home.low",
         options);
  return place.x - 24;
}

void draw_foot(View& view, const Rect& r) {
  const std::string& offline = say(view, "foot.offline");
  const float width = width_of(view, offline, type::caption) + 2;
  const float x = r.end() - width;
  view.canvas.icon("shield-check", {r.x, r.y + 8, 28, 28}, color::ink2);
  const float end = draw_lower(view, r, x - 64);
  write(view, {r.x + 38, r.y, end - r.x - 38, r.h - 8}, say(view, "foot.privacy"),
        {{Face::regular, 22, 1.25f}, color::ink2, 2, Align::start, VAlign::middle});
  view.canvas.icon("wifi-off", {x - 40, r.y + 8, 28, 28}, color::ink2);
  write(view, {x, r.y, width, 44}, offline, {type::caption, color::ink2, 1, Align::start, VAlign::middle});
}

void draw_column(View& view, const HomeLayout& layout) {
  draw_banner(view, layout.banner);
  const bool empty = view.state.library.known && view.state.library.documents == 0;
  empty ? draw_empty_shelves(view, layout.shelves, layout.shelves_across)
        : draw_shelves(view, layout.shelves, layout.shelves_across);
  draw_audiences(view, layout.audiences, layout.audiences_across);
  draw_services(view, layout.services);
  draw_foot(view, layout.foot);
}

}  // namespace

void draw_home(View& view) {
  const HomeLayout layout = home_layout(view.state);
  const auto& place = std::get<HomePlace>(view.state.session.place);
  const float scroll = std::clamp(place.scroll.at, 0.f, std::max(0.f, layout.height - layout.view.h));
  const bool scrolls = !layout.rail.empty();
  Ui ui = ui_of(view);
  if (scrolls) ui.area(layout.view, DragArea::Kind::scroll, std::string(home_area));
  view.canvas.push(layout.view, 0, layout.view.y - scroll);
  draw_column(view, layout);
  view.canvas.pop();
  if (scrolls) {
    draw_pager(view, layout.rail, {scroll, layout.view.h, layout.height}, act::PageOfHome{-1},
               act::PageOfHome{1}, "home.pager");
  }
  draw_in_bar(view, [&] { draw_head(view); });
}

}  // namespace mess::kiosk
