#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/results_parts.h"

namespace mess::kiosk {

namespace {

constexpr float row_height = 56, label_height = 44, section_gap = 12;

struct FacetLine {
  std::string label, value;
  int count = 0;
  bool chosen = false;
};

struct Section {
  std::string_view facet, title;
  std::vector<FacetLine> lines;
};

// The values that have documents; a chosen one stays even when nothing is left of it.
std::vector<FacetLine> lines_of(const std::vector<index::FacetValue>& values,
                                const std::vector<std::string>& chosen) {
  std::vector<FacetLine> lines;
  for (const index::FacetValue& value : values) {
    if (value.value.empty()) continue;
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), value.value) != chosen.end();
    lines.push_back({"", value.value, value.count, is_chosen});
  }
  for (const std::string& value : chosen) {
    const bool there =
        std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.value == value; });
    if (!there) lines.push_back({"", value, 0, true});
  }
  return lines;
}

std::vector<FacetLine> year_lines(const ResultsPlace& place) {
  std::vector<FacetLine> lines;
  for (const YearSpan& span : year_spans(place.answer.response.facets.years, place.filters)) {
    lines.push_back(
        {std::to_string(span.from) + " – " + std::to_string(span.to), span.value(), span.count, span.chosen});
  }
  return lines;
}

std::vector<Section> sections_of(const View& view, const ResultsPlace& place) {
  const index::Facets& facets = place.answer.response.facets;
  Section collections{"collection", "fac.collection",
                      lines_of(facets.collections, place.filters.collections)};
  for (FacetLine& line : collections.lines) line.label = collection_name(view, line.value);
  Section languages{"language", "fac.language", lines_of(facets.languages, place.filters.languages)};
  for (FacetLine& line : languages.lines) line.label = language_name(view, line.value);
  return {std::move(collections), std::move(languages), {"year", "fac.year", year_lines(place)}};
}

// Takes lines from the longest section until all fit; chosen ones stay as long as others are there to go.
void shorten(std::vector<Section>& sections, std::size_t rows) {
  const auto total = [&] {
    std::size_t count = 0;
    for (const Section& section : sections) count += section.lines.size();
    return count;
  };
  while (total() > rows) {
    auto& longest = std::max_element(sections.begin(), sections.end(), [](const auto& a, const auto& b) {
                      return a.lines.size() < b.lines.size();
                    })->lines;
    const auto last =
        std::find_if(longest.rbegin(), longest.rend(), [](const auto& line) { return !line.chosen; });
    longest.erase(last == longest.rend() ? std::prev(longest.end()) : std::prev(last.base()));
  }
}

void draw_head(View& view, const ResultsPlace& place, const Rect& r) {
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

}  // namespace

void draw_facets(View& view, const ResultsPlace& place, const Rect& r) {
  Ui ui = ui_of(view);
  view.canvas.fill(r, color::sand);
  view.canvas.line({r.end(), r.y}, {r.end(), r.bottom()}, color::line, 1);
  draw_head(view, place, r);
  if (!place.answer.received) return;
  std::vector<Section> sections = sections_of(view, place);
  std::erase_if(sections, [](const Section& section) { return section.lines.empty(); });
  float y = r.y + 92;
  const float rows =
      (r.bottom() - y - static_cast<float>(sections.size()) * (label_height + section_gap)) / row_height;
  shorten(sections, static_cast<std::size_t>(std::max(0.f, rows)));
  for (const Section& section : sections) {
    write(view, {r.x + space::margin, y, r.w - 2 * space::margin, label_height}, say(view, section.title),
          {type::caption_bold, color::ink, 1, Align::start, VAlign::middle});
    y += label_height;
    for (const FacetLine& line : section.lines) {
      facet_row(ui, {r.x + space::margin, y, r.w - space::margin - 30, row_height}, line.label,
                std::to_string(line.count), line.chosen,
                act::ToggleFilter{std::string(section.facet), line.value},
                "facet." + std::string(section.facet) + "." + line.value);
      y += row_height;
    }
    y += section_gap;
  }
}

}  // namespace mess::kiosk
