#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/screens/home_shelves.h"
#include "kiosk/screens/parts.h"

namespace mess::kiosk {

namespace {

constexpr float tile_height = 114, tile_gap = 14, services_width = 420;

void draw_head(View& view) {
  Ui ui = ui_of(view);
  const float width = view.canvas.size().w;
  const float languages = 4 * 118, text = width - 140 - languages - 2 * space::margin;
  emblem(ui, {84, 56}, 36);
  write(view, {140, 18, text, 44}, say(view, "app.house"),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  write(view, {140, 58, text, 34}, say(view, "app.region") + " · " + say(view, "app.library"),
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  const float languages_start = width - space::margin - languages;
  language_switch(ui, {languages_start, 18, languages, 76}, view.language());
  draw_basket_button(view, {languages_start - 400, 18, 400, 76});
}

// The field is a picture of one: a touch anywhere on it opens 03, where the keyboard is.
void draw_field(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  view.canvas.fill(r, color::field, radius::button);
  view.canvas.icon("search", {r.x + 30, r.y + 28, 38, 38}, color::strait);
  write(view, {r.x + 88, r.y, r.w - 330, r.h}, say(view, "home.placeholder"),
        {{Face::regular, 30, 1.4f}, color::ink2, 1, Align::start, VAlign::middle});
  ui.target(r, act::OpenSearch{""}, "home.field");
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
  write(view, {start.x, start.y, lead_width + 8, 56}, lead,
        {type::caption, color::card, 1, Align::start, VAlign::middle});
  std::vector<ChipWish> chips;
  int number = 0;
  for (const std::string& query : example_queries(view, 5)) {
    chips.push_back({query, act::ShowResults{query, {}}, "home.example." + std::to_string(++number)});
  }
  const float from = start.x + lead_width + 18;
  draw_chips(view, {from, start.y}, start.x + width - from, ChipStyle::topic_on_dark, chips, 1);
}

// The wall runs to the banner's end: paper over what the stars put outside its round corner. `down` is 1 at
// the top corner, -1 at the bottom one.
void round_off(View& view, Point corner, float down) {
  constexpr int steps = 8;
  constexpr float quarter = 1.5707963f, r = radius::banner;
  const auto on_arc = [&](int i) {
    const float angle = quarter * static_cast<float>(i) / steps;
    return Point{corner.x - r + r * std::sin(angle), corner.y + down * (r - r * std::cos(angle))};
  };
  for (int i = 0; i < steps; ++i) {
    const std::array triangle{Point{corner.x + 1, corner.y - down}, on_arc(i), on_arc(i + 1)};
    view.canvas.polygon(triangle, color::paper);
  }
}

void draw_banner(View& view) {
  Ui ui = ui_of(view);
  const Rect r{space::margin, space::bar_height, view.canvas.size().w - 2 * space::margin, 270};
  view.canvas.fill(r, color::strait, radius::banner);
  StarWall wall;
  wall.radius = 45;
  wall.dissolve_to = 0.8f;
  view.canvas.push({r.end() - 380, r.y, 380, r.h});
  star_wall(ui, {r.end() - 380, r.y, 380, r.h}, wall);
  view.canvas.pop();
  round_off(view, {r.end(), r.y}, 1);
  round_off(view, {r.end(), r.bottom()}, -1);
  write(view, {r.x + 48, r.y + 14, 1330, 72}, say(view, "home.title"),
        {{Face::display, 44, 1.3f}, color::card, 1, Align::start, VAlign::middle});
  draw_field(view, {r.x + 48, r.y + 94, r.w - 494, 92});
  const Rect row{r.x + 48, r.y + 200, r.w - 494, 60};
  const float browse = draw_browse_button(view, row);
  draw_examples(view, {row.x, row.y + 2}, row.w - browse - (browse > 0 ? 24 : 0));
}

// The tiles of the six publics, three in a row.
void draw_audiences(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  write(view, {r.x, r.y, r.w, 50}, say(view, "home.iseek"),
        {{Face::display, 31, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  const float width = (r.w - 2 * tile_gap) / 3;
  int i = 0;
  for (const GuidePage* page : view.guide.pages(view.language(), GuideKind::audience)) {
    if (i == 6) break;
    const Rect tile{r.x + static_cast<float>(i % 3) * (width + tile_gap),
                    r.y + 56 + static_cast<float>(i / 3) * (tile_height + tile_gap), width, tile_height};
    audience_tile(ui, tile, page->icon, page->wish, page->title, act::OpenGuide{page->key},
                  "home." + page->key);
    ++i;
  }
}

void draw_services(View& view, const Rect& r) {
  Ui ui = ui_of(view);
  write(view, {r.x, r.y, r.w, 50}, say(view, "home.services"),
        {{Face::display, 31, 1.3f}, color::ink, 1, Align::start, VAlign::middle});
  const Rect frame{r.x, r.y + 56, r.w, 2 * tile_height + tile_gap};
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

void draw_orientation(View& view, float y) {
  const float width = view.canvas.size().w - 2 * space::margin;
  const float tiles = width - services_width - space::gap_column;
  draw_audiences(view, {space::margin, y, tiles, 0});
  draw_services(view, {space::margin + tiles + space::gap_column, y, services_width, 0});
}

void draw_foot(View& view) {
  const Size screen = view.canvas.size();
  const float y = screen.h - 60;
  const std::string& offline = say(view, "foot.offline");
  const float width = width_of(view, offline, type::caption) + 2;
  const float x = screen.w - space::margin - width;
  view.canvas.icon("shield-check", {space::margin, y + 8, 28, 28}, color::ink2);
  write(view, {space::margin + 38, y, x - space::margin - 120, 44}, say(view, "foot.privacy"),
        {type::caption, color::ink2, 1, Align::start, VAlign::middle});
  view.canvas.icon("wifi-off", {x - 40, y + 8, 28, 28}, color::ink2);
  write(view, {x, y, width, 44}, offline, {type::caption, color::ink2, 1, Align::start, VAlign::middle});
}

}  // namespace

void draw_home(View& view) {
  draw_head(view);
  draw_banner(view);
  const bool empty = view.state.library.known && view.state.library.documents == 0;
  // With nothing to read yet, orientation comes first (FLOW.md "Empty library").
  if (empty) {
    draw_orientation(view, 398);
    draw_empty_shelves(view, 716);
  } else {
    draw_shelves(view, 398);
    draw_orientation(view, 706);
  }
  draw_foot(view);
}

}  // namespace mess::kiosk
