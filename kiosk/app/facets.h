#pragma once
// The column of facets on the results screen (design/screens/04-results.png): what it offers, where it lies,
// and what a touch does to the filters. Pure; used by the view to draw and by apply to know how far the
// column goes. Design units, start/end coordinates.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/place.h"

namespace mess::kiosk {

// Names of the drag areas.
inline constexpr std::string_view facets_area = "results.facets", years_area = "results.years";

// Facets: "collection", "language", "theme", "territory", "year".
// Chooses a value or takes it back; of years a stretch, "2010..2014", or one, "2013".
void toggle(index::SearchFilters& filters, std::string_view facet, const std::string& value);
bool is_chosen(const index::SearchFilters& filters, std::string_view facet, const std::string& value);
bool any_chosen(const index::SearchFilters& filters);

// ---- years

struct YearBar {
  int from = 0, to = 0;
  int count = 0;
  std::string value() const;  // "2010..2014"
};
// The years of the documents found as bars of equal length, at most five, from the oldest on; of one year, or
// none, there is nothing to choose: no bars. Knobs may stand between any two years.
struct YearChart {
  std::vector<YearBar> bars;
  int from = 0, to = 0;          // the years chosen; all of them when none are
  int earliest = 0, latest = 0;  // of documents and choice: the first and last bar may go past them

  int first() const { return bars.front().from; }
  int last() const { return bars.back().to; }
  // Where the knobs stand and where a year begins, 0 = the left end of the time axis, 1 = its right end.
  float place_of(int year) const;
};
YearChart year_chart(std::span<const index::FacetValue> years, const index::SearchFilters& filters);

// A finger on the slider at `fraction` of its area: the nearer knob follows it until the finger leaves.
void move_year_knob(ResultsPlace& place, Size screen, float fraction);

// ---- the column

struct FacetLine {
  std::string value;
  int count = 0;
  bool chosen = false;
  index::Names names = {};  // of themes and territories
};
struct FacetSection {
  std::string_view facet;
  std::vector<FacetLine> lines;  // those shown
  bool foldable = false;         // there are more, or more than the first ones are shown
  bool open = false;
  Rect head = {};  // within the column's content
  std::vector<Rect> rows = {};
};
inline constexpr std::size_t first_values = 7;  // of a facet, before "more"

struct FacetColumn {
  std::vector<FacetSection> sections;
  YearChart years;
  Rect years_head, years_bars, years_track;  // within the content; empty without years
  float height = 0;
};
FacetColumn facet_column(const ResultsPlace& place, Size screen);
Rect facet_view(Size screen);  // the part of the screen in which the column scrolls
float facet_limit(const ResultsPlace& place, Size screen);

// The touch area of the knobs goes past the ends of the track by this much.
inline constexpr float knob_reach = 30, knob_radius = 18;

}  // namespace mess::kiosk
