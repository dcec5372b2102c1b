#include "kiosk/app/facets.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "kiosk/app/results.h"

namespace mess::kiosk {

namespace {

constexpr float head_height = 54, row_height = 56, section_gap = 8, bars_height = 54, track_height = 60;
constexpr float column_top = 84;  // below it the title of the column stays
constexpr float row_end = 30;     // free at the end of the column
constexpr std::size_t fewest_values = 2;
constexpr int most_bars = 5;  // each wide enough for a finger
constexpr int last_year = 9999;

using Values = std::vector<std::string>;

// The values of a facet that has a list of them; null for years.
template <class Filters>
auto values_of(Filters& filters, std::string_view facet) -> decltype(&filters.languages) {
  if (facet == "collection") return &filters.collections;
  if (facet == "language") return &filters.languages;
  if (facet == "theme") return &filters.themes;
  if (facet == "territory") return &filters.territories;
  return nullptr;
}

bool holds(const Values& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::pair<int, int> years_of(std::string_view text) {
  const auto number = [](std::string_view digits) {
    int year = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), year);
    return year;
  };
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return {number(text), number(text)};
  return {number(text.substr(0, dots)), number(text.substr(dots + 2))};
}

void toggle_years(index::SearchFilters& filters, const std::string& value) {
  const auto [from, to] = years_of(value);
  if (!is_chosen(filters, "year", value)) {
    filters.year_from = std::min(from, filters.year_from.value_or(from));
    filters.year_to = std::max(to, filters.year_to.value_or(to));
    return;
  }
  // Taking back a stretch at an end of the range leaves the rest; one in its middle leaves nothing to keep.
  const bool first = filters.year_from == from, last = filters.year_to == to;
  if (first == last) {
    filters.year_from = filters.year_to = std::nullopt;
  } else if (first) {
    filters.year_from = to + 1;
  } else {
    filters.year_to = from - 1;
  }
}

// Years in a bar: the fewest that do with the bars there is room for.
int years_a_bar(int first, int last) {
  for (const int length : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}) {
    const int bars = last / length - first / length + 1;
    if (bars <= most_bars) return length;
  }
  return 2000;
}

// The values that have documents; a chosen one stays even when nothing is left of it.
std::vector<FacetLine> lines_of(const std::vector<index::FacetValue>& values, const Values& chosen) {
  std::vector<FacetLine> lines;
  for (const index::FacetValue& value : values) {
    if (!value.value.empty())
      lines.push_back({value.value, value.count, holds(chosen, value.value), value.names});
  }
  for (const std::string& value : chosen) {
    const bool there =
        std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.value == value; });
    if (!there) lines.push_back({value, 0, true});
  }
  return lines;
}

// Takes lines from the end until so many are left; chosen ones stay.
void fold(std::vector<FacetLine>& lines, std::size_t most) {
  while (lines.size() > most) {
    const auto last =
        std::find_if(lines.rbegin(), lines.rend(), [](const auto& line) { return !line.chosen; });
    if (last == lines.rend()) return;
    lines.erase(std::prev(last.base()));
  }
}

// Folded sections are shortened, the longest first, until the column needs no scrolling or each is short.
void fit(std::vector<FacetSection>& sections, float room) {
  const auto height = [&] {
    float all = 0;
    for (const FacetSection& section : sections) {
      all += head_height + static_cast<float>(section.lines.size()) * row_height + section_gap;
    }
    return all;
  };
  while (height() > room) {
    FacetSection* longest = nullptr;
    for (FacetSection& section : sections) {
      if (section.open || section.lines.size() <= fewest_values) continue;
      if (longest == nullptr || section.lines.size() > longest->lines.size()) longest = &section;
    }
    if (longest == nullptr) return;
    const std::size_t before = longest->lines.size();
    fold(longest->lines, before - 1);
    if (longest->lines.size() == before) return;
  }
}

std::vector<FacetSection> sections_of(const ResultsPlace& place, float room) {
  const index::Facets& facets = place.answer.response.facets;
  const std::pair<std::string_view, const std::vector<index::FacetValue>*> all[] = {
      {"collection", &facets.collections},
      {"language", &facets.languages},
      {"theme", &facets.themes},
      {"territory", &facets.territories}};
  std::vector<FacetSection> sections;
  std::vector<std::size_t> counts;
  for (const auto& [facet, values] : all) {
    FacetSection section{facet, lines_of(*values, *values_of(place.filters, facet))};
    if (section.lines.empty()) continue;
    counts.push_back(section.lines.size());
    section.open =
        std::find(place.open_facets.begin(), place.open_facets.end(), facet) != place.open_facets.end();
    if (!section.open) fold(section.lines, first_values);
    sections.push_back(std::move(section));
  }
  fit(sections, room);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    sections[i].foldable =
        sections[i].lines.size() < counts[i] || (sections[i].open && counts[i] > fewest_values);
  }
  return sections;
}

}  // namespace

void toggle(index::SearchFilters& filters, std::string_view facet, const std::string& value) {
  if (Values* values = values_of(filters, facet)) {
    if (std::erase(*values, value) == 0) values->push_back(value);
  } else if (facet == "year") {
    toggle_years(filters, value);
  }
}

bool is_chosen(const index::SearchFilters& filters, std::string_view facet, const std::string& value) {
  if (const Values* values = values_of(filters, facet)) return holds(*values, value);
  if (facet != "year" || (!filters.year_from && !filters.year_to)) return false;
  const auto [from, to] = years_of(value);
  return filters.year_from.value_or(from) <= from && to <= filters.year_to.value_or(to);
}

bool any_chosen(const index::SearchFilters& filters) {
  return filters != index::SearchFilters{};
}

std::string YearBar::value() const {
  return std::to_string(from) + ".." + std::to_string(to);
}

float YearChart::place_of(int year) const {
  const float all = static_cast<float>(last() + 1 - first());
  return std::clamp(static_cast<float>(year - first()) / all, 0.f, 1.f);
}

YearChart year_chart(std::span<const index::FacetValue> years, const index::SearchFilters& filters) {
  std::vector<std::pair<int, int>> counts;
  int first = last_year, last = 0;
  const auto take_in = [&](int year) {
    first = std::min(first, year);
    last = std::max(last, year);
  };
  for (const index::FacetValue& value : years) {
    const int year = years_of(value.value).first;
    if (year <= 0 || year > last_year) continue;
    counts.emplace_back(year, value.count);
    take_in(year);
  }
  if (filters.year_from) take_in(std::clamp(*filters.year_from, 1, last_year));
  if (filters.year_to) take_in(std::clamp(*filters.year_to, 1, last_year));
  YearChart chart;
  if (first >= last) return chart;
  chart.earliest = first;
  chart.latest = last;
  const int length = years_a_bar(first, last);
  for (int from = first - first % length; from <= last; from += length) {
    YearBar bar{from, from + length - 1, 0};
    for (const auto& [year, count] : counts) bar.count += year >= bar.from && year <= bar.to ? count : 0;
    chart.bars.push_back(bar);
  }
  chart.from = std::max(filters.year_from.value_or(chart.first()), chart.first());
  chart.to = std::min(filters.year_to.value_or(chart.last()), chart.last());
  return chart;
}

void move_year_knob(ResultsPlace& place, Size screen, float fraction) {
  const FacetColumn column = facet_column(place, screen);
  const YearChart& chart = column.years;
  if (chart.bars.empty()) return;
  const float width = column.years_track.w;
  const float along = std::clamp((fraction * (width + 2 * knob_reach) - knob_reach) / width, 0.f, 1.f);
  if (!place.year_knob) {
    const float start = chart.place_of(chart.from), end = chart.place_of(chart.to + 1);
    place.year_knob = std::abs(along - start) < std::abs(along - end) ? YearKnob::from : YearKnob::to;
  }
  const int years = chart.last() + 1 - chart.first();
  const int edge = chart.first() + static_cast<int>(std::lround(along * static_cast<float>(years)));
  const bool is_from = *place.year_knob == YearKnob::from;
  const int from = is_from ? std::min(edge, chart.to) : chart.from;
  const int to = is_from ? chart.to : std::max(edge - 1, chart.from);
  // Both ends or none: what touching a bar counts on.
  const bool is_all = from <= chart.first() && to >= chart.last();
  place.filters.year_from = is_all ? std::nullopt : std::optional(from);
  place.filters.year_to = is_all ? std::nullopt : std::optional(to);
}

Rect facet_view(Size screen) {
  const Rect facets = results_layout(screen).facets;
  return {facets.x, facets.y + column_top, facets.w, facets.h - column_top};
}

FacetColumn facet_column(const ResultsPlace& place, Size screen) {
  const Rect view = facet_view(screen);
  constexpr float margin = 48;
  const float width = view.w - margin - row_end;
  FacetColumn column;
  column.years = year_chart(place.answer.response.facets.years, place.filters);
  const float of_years =
      column.years.bars.empty() ? 0 : head_height + bars_height + track_height + section_gap;
  column.sections = sections_of(place, view.h - of_years);
  float y = 0;
  for (FacetSection& section : column.sections) {
    section.head = {margin, y, width, head_height};
    y += head_height;
    for (std::size_t i = 0; i < section.lines.size(); ++i, y += row_height) {
      section.rows.push_back({margin, y, width, row_height});
    }
    y += section_gap;
  }
  if (!column.years.bars.empty()) {
    column.years_head = {margin, y, width, head_height};
    column.years_bars = {margin + knob_radius, y + head_height, width - 2 * knob_radius, bars_height};
    column.years_track = {margin + knob_radius, column.years_bars.bottom(), width - 2 * knob_radius,
                          track_height};
    y += of_years;
  }
  column.height = y;
  return column;
}

float facet_limit(const ResultsPlace& place, Size screen) {
  return std::max(0.f, facet_column(place, screen).height - facet_view(screen).h);
}

}  // namespace mess::kiosk
