#include <algorithm>

#include "kiosk/app/facets.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/results_parts.h"

namespace mess::kiosk {

namespace {

std::string label_of(const View& view, std::string_view facet, const FacetLine& line) {
  if (facet == "collection") return collection_name(view, line.value);
  if (facet == "language") return language_name(view, line.value);
  return theme_name(view, line.value, line.names);
}

void draw_title(View& view, const ResultsPlace& place, const Rect& r) {
  Ui ui = ui_of(view);
  write(view, {r.x + space::margin, r.y + 16, 150, 64}, say(view, "res.filters"),
        {type::h3, color::ink, 1, Align::start, VAlign::middle});
  if (!any_chosen(place.filters)) return;
  ButtonOptions small;
  small.icon_size = 26;
  small.style.size = 22;
  small.padding = 12;
  small.gap = 8;
  const std::string& label = say(view, "res.reset");
  const float width = std::min(r.w - 190, button_width(ui, "rotate-ccw", label, small));
  button(ui, {r.end() - 16 - width, r.y + 20, width, 56}, ButtonStyle::quiet, "rotate-ccw", label,
         act::ClearFilters{}, "facet.clear", small);
}

// The facet's name, and the way to more of its values.
void draw_head(View& view, const FacetSection& section) {
  const Rect& r = section.head;
  write(view, r, say(view, "fac." + std::string(section.facet)),
        {type::caption_bold, color::ink, 1, Align::start, VAlign::middle});
  if (!section.foldable) return;
  Ui ui = ui_of(view);
  ButtonOptions small;
  small.icon_size = 24;
  small.style.size = 22;
  small.padding = 10;
  small.gap = 6;
  small.icon_at_end = true;
  const std::string& label = say(view, section.open ? "fac.less" : "fac.plus");
  const std::string_view icon = section.open ? "chevron-up" : "chevron-down";
  const float width = std::max(space::target_min, button_width(ui, icon, label, small));
  button(ui, {r.end() + 10 - width, r.y, width, r.h}, ButtonStyle::quiet, icon, label,
         act::UnfoldFacet{std::string(section.facet)}, "facet.more." + std::string(section.facet), small);
}

void draw_section(View& view, const FacetSection& section) {
  Ui ui = ui_of(view);
  draw_head(view, section);
  for (std::size_t i = 0; i < section.rows.size(); ++i) {
    const FacetLine& line = section.lines[i];
    const std::string facet(section.facet);
    facet_row(ui, section.rows[i], label_of(view, facet, line), std::to_string(line.count), line.chosen,
              act::ToggleFilter{facet, line.value}, "facet." + facet + "." + line.value);
  }
}

// A stretch of the time axis, which runs from left to right in every language (design, section 5).
Rect along(const View& view, const Rect& r, float from, float to) {
  const float x = view.canvas.mirrored() ? r.end() - to * r.w : r.x + from * r.w;
  return {x, r.y, (to - from) * r.w, r.h};
}

void draw_bars(View& view, const FacetColumn& column) {
  Ui ui = ui_of(view);
  const YearChart& chart = column.years;
  int most = 1;
  for (const YearBar& bar : chart.bars) most = std::max(most, bar.count);
  for (const YearBar& bar : chart.bars) {
    const Rect r = along(view, column.years_bars, chart.place_of(bar.from), chart.place_of(bar.to + 1));
    if (bar.count == 0) continue;
    const std::string years = words_of_range(view, bar.from, bar.to);
    const std::string said = spoken({years, view.words.count(view.language(), "home.docs", bar.count)});
    const bool down = ui.target(r, act::ToggleFilter{"year", bar.value()}, "facet.year." + bar.value(), said);
    const bool within = bar.to >= chart.from && bar.from <= chart.to;
    const float height = std::max(6.f, (r.h - 4) * static_cast<float>(bar.count) / static_cast<float>(most));
    const Color fill = down ? color::strait : within ? color::strait_mid : color::sand2;
    view.canvas.fill({r.x + 3, r.bottom() - height, r.w - 6, height}, fill, 3);
  }
}

void draw_knobs(View& view, const ResultsPlace& place, const FacetColumn& column) {
  Ui ui = ui_of(view);
  const YearChart& chart = column.years;
  const Rect& track = column.years_track;
  const float from = chart.place_of(chart.from), to = chart.place_of(chart.to + 1);
  const float y = track.y + knob_radius + 4;
  view.canvas.fill({track.x, y - 3, track.w, 6}, color::sand2, 3);
  const Rect chosen = along(view, track, from, to);
  view.canvas.fill({chosen.x, y - 3, chosen.w, 6}, color::strait, 3);
  for (const YearKnob knob : {YearKnob::from, YearKnob::to}) {
    const float along_track = knob == YearKnob::from ? from : to;
    const float x = along(view, track, along_track, along_track).x;
    view.canvas.circle({x, y}, knob_radius, place.year_knob == knob ? color::strait_tint : color::card);
    view.canvas.ring({x, y}, knob_radius, color::strait, 3);
  }
  ui.area({track.x - knob_reach, track.y, track.w + 2 * knob_reach, track.h}, DragArea::Kind::slider,
          std::string(years_area));
}

void draw_years(View& view, const ResultsPlace& place, const FacetColumn& column) {
  const YearChart& chart = column.years;
  if (chart.bars.empty()) return;
  const Rect& head = column.years_head;
  write(view, head, say(view, "fac.year"), {type::caption_bold, color::ink, 1, Align::start, VAlign::middle});
  const int from = std::max(chart.from, chart.earliest), to = std::min(chart.to, chart.latest);
  const std::string range =
      from >= to ? std::to_string(from) : std::to_string(from) + " – " + std::to_string(to);
  write(view, {head.x + head.w / 2, head.y, head.w / 2, head.h}, range,
        {type::caption, color::ink2, 1, view.canvas.mirrored() ? Align::start : Align::end, VAlign::middle,
         Direction::left_to_right});
  draw_bars(view, column);
  draw_knobs(view, place, column);
}

// Which part of the column is in sight; it tells that there is more.
void draw_position(View& view, const Rect& r, float at, float height) {
  if (height <= r.h + 0.5f) return;
  const Rect track{r.end() - 14, r.y + 8, 6, r.h - 16};
  view.canvas.fill(track, color::sand2, 3);
  view.canvas.fill({track.x, track.y + track.h * at / height, track.w, track.h * r.h / height},
                   color::strait_mid, 3);
}

}  // namespace

void draw_facets(View& view, const ResultsPlace& place, const Rect& r) {
  view.canvas.fill(r, color::sand);
  view.canvas.line({r.end(), r.y}, {r.end(), r.bottom()}, color::line, 1);
  draw_title(view, place, r);
  if (!place.answer.received) return;
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  const FacetColumn column = facet_column(place, screen);
  const Rect sight = facet_view(screen);
  const float scroll = std::clamp(place.facet_scroll.at, 0.f, facet_limit(place, screen));
  ui.area(sight, DragArea::Kind::scroll, std::string(facets_area));
  view.canvas.push(sight, sight.x, sight.y - scroll);
  for (const FacetSection& section : column.sections) draw_section(view, section);
  draw_years(view, place, column);
  view.canvas.pop();
  draw_position(view, sight, scroll, column.height);
}

void draw_facet_panel(View& view, const ResultsPlace& place, const Rect& r) {
  Ui ui = ui_of(view);
  const Size screen = view.canvas.size();
  hanging_panel(ui, {0, r.y, screen.w, screen.h - r.y}, r, act::ShowPanel{Panel::none}, "facets");
  draw_facets(view, place, r);
  draw_panel_close(view, r);
}

}  // namespace mess::kiosk
