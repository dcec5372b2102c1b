// The column of facets: what it offers and folds away, filters as values are touched, the two knobs of years.

#include "kiosk/app/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/session.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Size screen{1920, 1080};

struct ToggleCase {
  std::optional<int> from, to;
  const char* touched;
  std::optional<int> new_from, new_to;
  const char* why;
};

class YearToggle : public testing::TestWithParam<ToggleCase> {};

TEST_P(YearToggle, KeepsOneRange) {
  const ToggleCase& row = GetParam();
  index::SearchFilters filters;
  filters.year_from = row.from;
  filters.year_to = row.to;
  toggle(filters, "year", row.touched);
  EXPECT_EQ(filters.year_from, row.new_from) << row.why;
  EXPECT_EQ(filters.year_to, row.new_to) << row.why;
}

INSTANTIATE_TEST_SUITE_P(
    Results, YearToggle,
    testing::Values(ToggleCase{{}, {}, "2010..2014", 2010, 2014, "the first one"},
                    ToggleCase{2010, 2014, "2010..2014", {}, {}, "taken back"},
                    ToggleCase{2010, 2014, "2015..2019", 2010, 2019, "its neighbour"},
                    ToggleCase{2010, 2014, "2000..2004", 2000, 2014,
                               "what lies between belongs to the range"},
                    ToggleCase{2010, 2019, "2010..2014", 2015, 2019, "the start taken back"},
                    ToggleCase{2010, 2019, "2015..2019", 2010, 2014, "the end taken back"},
                    ToggleCase{2005, 2019, "2010..2014", {}, {}, "the middle taken back"},
                    ToggleCase{{}, {}, "2013", 2013, 2013, "a single year"}));

TEST(Filters, SeveralValuesOfAFacetMayBeChosen) {
  index::SearchFilters filters;
  EXPECT_FALSE(any_chosen(filters));
  toggle(filters, "language", "ar");
  toggle(filters, "language", "fr");
  toggle(filters, "collection", "atlas");
  EXPECT_TRUE(is_chosen(filters, "language", "fr"));
  EXPECT_TRUE(any_chosen(filters));
  toggle(filters, "language", "ar");
  EXPECT_THAT(filters.languages, ElementsAre("fr"));
}

TEST(Filters, ThemesAndTerritoriesAreChosenAndTakenBack) {
  index::SearchFilters filters;
  toggle(filters, "theme", "artisanat");
  toggle(filters, "territory", "lieu-tetouan");
  toggle(filters, "nowhere", "x");
  EXPECT_THAT(filters.themes, ElementsAre("artisanat"));
  EXPECT_THAT(filters.territories, ElementsAre("lieu-tetouan"));
  EXPECT_TRUE(is_chosen(filters, "theme", "artisanat"));
  EXPECT_FALSE(is_chosen(filters, "territory", "artisanat"));
  toggle(filters, "theme", "artisanat");
  toggle(filters, "territory", "lieu-tetouan");
  EXPECT_FALSE(any_chosen(filters));
}

// ---- years

struct ChartCase {
  std::vector<index::FacetValue> years;
  std::vector<std::string> bars;  // "2010..2014 3"
  const char* why;
};

TEST(Years, StandInAtMostFiveBarsOfEqualLength) {
  const std::vector<ChartCase> cases{
      {{}, {}, "no years"},
      {{{"", 4}, {"abc", 2}, {"-5", 1}}, {}, "nothing that is a year"},
      {{{"2013", 4}}, {}, "one year leaves nothing to choose"},
      {{{"2013", 4}, {"2014", 1}}, {"2013..2013 4", "2014..2014 1"}, "single years"},
      {{{"2010", 2}, {"2013", 3}, {"2014", 1}, {"2016", 4}, {"", 9}},
       {"2010..2011 2", "2012..2013 3", "2014..2015 1", "2016..2017 4"},
       "pairs"},
      {{{"1999", 1}, {"2010", 2}, {"2015", 4}, {"2019", 1}},
       {"1995..1999 1", "2000..2004 0", "2005..2009 0", "2010..2014 2", "2015..2019 5"},
       "fives"},
      {{{"1956", 1}, {"2024", 2}},
       {"1940..1959 1", "1960..1979 0", "1980..1999 0", "2000..2019 0", "2020..2039 2"},
       "an old law"},
      {{{"1", 1}, {"9999", 2}, {"99999", 7}},
       {"0..1999 1", "2000..3999 0", "4000..5999 0", "6000..7999 0", "8000..9999 2"},
       "nonsense in a record"},
  };
  for (const ChartCase& one : cases) {
    std::vector<std::string> bars;
    for (const YearBar& bar : year_chart(one.years, {}).bars) {
      bars.push_back(bar.value() + " " + std::to_string(bar.count));
    }
    EXPECT_EQ(bars, one.bars) << one.why;
  }
}

ResultsPlace place_with_years() {
  ResultsPlace place;
  place.answer.received = true;
  place.answer.response.facets.years = {{"2000", 1}, {"2010", 2}, {"2019", 3}};
  return place;
}

// A finger at a year boundary of the axis 2000..2019, as a fraction of the slider's area.
float at_year(const ResultsPlace& place, int year) {
  const FacetColumn column = facet_column(place, screen);
  const float width = column.years_track.w;
  return (knob_reach + column.years.place_of(year) * width) / (width + 2 * knob_reach);
}

TEST(Years, TheNearerKnobFollowsTheFingerAndNeverPassesTheOther) {
  ResultsPlace place = place_with_years();
  move_year_knob(place, screen, at_year(place, 2003));
  EXPECT_EQ(place.year_knob, YearKnob::from);
  EXPECT_EQ(place.filters.year_from, 2003);
  EXPECT_EQ(place.filters.year_to, facet_column(place, screen).years.last());
  move_year_knob(place, screen, at_year(place, 2015));  // the same finger, past the middle
  EXPECT_EQ(place.filters.year_from, 2015);
  place.year_knob.reset();
  move_year_knob(place, screen, at_year(place, 2018));
  EXPECT_EQ(place.year_knob, YearKnob::to);
  EXPECT_EQ(place.filters.year_to, 2017);
  move_year_knob(place, screen, at_year(place, 2005));
  EXPECT_EQ(place.filters.year_to, 2015) << "not before the other knob";
  EXPECT_EQ(place.filters.year_from, 2015);
}

TEST(Years, ABarTouchedAfterAKnobIsTakenBackOrAdded) {
  ResultsPlace place = place_with_years();
  const int last = facet_column(place, screen).years.last();
  place.year_knob = YearKnob::from;
  move_year_knob(place, screen, at_year(place, last - 2));
  index::SearchFilters added = place.filters;
  toggle(added, "year", std::to_string(last - 8) + ".." + std::to_string(last - 6));
  EXPECT_EQ(added.year_from, last - 8);
  EXPECT_EQ(added.year_to, last) << "what was chosen stays";
  toggle(place.filters, "year", std::to_string(last - 2) + ".." + std::to_string(last));
  EXPECT_FALSE(any_chosen(place.filters));
}

TEST(Years, AKnobAtItsEndIsNoFilter) {
  ResultsPlace place = place_with_years();
  place.filters.year_from = 2005;
  move_year_knob(place, screen, at_year(place, 2005));
  move_year_knob(place, screen, 0);
  EXPECT_EQ(place.filters.year_from, std::nullopt);
  place.year_knob.reset();
  move_year_knob(place, screen, at_year(place, 2015));
  EXPECT_EQ(place.filters.year_to, 2014);
  move_year_knob(place, screen, 1);
  EXPECT_FALSE(any_chosen(place.filters));
}

TEST(Years, NameTheDocumentsYearsNotThoseOfTheBars) {
  const YearChart chart = year_chart(std::vector<index::FacetValue>{{"2006", 1}, {"2025", 2}}, {});
  EXPECT_EQ(chart.first(), 2005);
  EXPECT_EQ(chart.earliest, 2006);
  EXPECT_EQ(chart.latest, 2025);
}

TEST(Years, WithoutAChartAFingerDoesNothing) {
  ResultsPlace place;
  move_year_knob(place, screen, 0.5f);
  EXPECT_EQ(place.year_knob, std::nullopt);
  EXPECT_FALSE(any_chosen(place.filters));
}

TEST(Years, TheSearchWaitsUntilTheFingerLeaves) {
  AppState state;
  apply(state, act::Begin{}, 0);
  auto effects = apply(state, act::ShowResults{"eau", {}}, 0);
  message::SearchAnswered answer;
  answer.ticket = std::get<effect::Search>(effects.at(0)).ticket;
  answer.response = place_with_years().answer.response;
  receive(state, answer, 1);
  const std::string area(years_area);
  const auto& place = std::get<ResultsPlace>(state.session.place);
  EXPECT_THAT(apply(state, act::Slide{area, at_year(place, 2004)}, 2), IsEmpty());
  EXPECT_THAT(apply(state, act::Slide{"reader.slider", 0.9f}, 2), IsEmpty());
  effects = apply(state, act::Fling{area, {}}, 3);
  ASSERT_THAT(effects, SizeIs(1));
  EXPECT_EQ(std::get<effect::Search>(effects[0]).request.filters.year_from, 2004);
  EXPECT_THAT(apply(state, act::Fling{area, {}}, 4), IsEmpty()) << "no knob was held";
}

// ---- the column

std::vector<index::FacetValue> values(const std::string& prefix, int count) {
  std::vector<index::FacetValue> made;
  for (int i = 0; i < count; ++i) made.push_back({prefix + std::to_string(i), 100 - i});
  return made;
}

const FacetSection* section_of(const FacetColumn& column, std::string_view facet) {
  for (const FacetSection& section : column.sections) {
    if (section.facet == facet) return &section;
  }
  return nullptr;
}

TEST(Column, ShowsSevenValuesBeforeMoreAndAllAfterATouch) {
  ResultsPlace place;
  place.answer.response.facets.themes = values("t", 20);
  FacetColumn column = facet_column(place, screen);
  ASSERT_THAT(column.sections, SizeIs(1)) << "facets without values are left out";
  EXPECT_THAT(column.sections[0].lines, SizeIs(7));
  EXPECT_TRUE(column.sections[0].foldable);
  place.open_facets = {"theme"};
  column = facet_column(place, screen);
  EXPECT_THAT(column.sections[0].lines, SizeIs(20));
  EXPECT_TRUE(column.sections[0].foldable);
  EXPECT_GT(facet_limit(place, screen), 0);
}

TEST(Column, NeedsNoScrollingWhileFoldedAndHasNoMoreWhenAllIsShown) {
  ResultsPlace place = place_with_years();
  index::Facets& facets = place.answer.response.facets;
  facets.collections = values("c", 6);
  facets.languages = values("l", 4);
  facets.themes = values("t", 20);
  facets.territories = values("p", 9);
  EXPECT_EQ(facet_limit(place, screen), 0);
  const FacetColumn column = facet_column(place, screen);
  for (const FacetSection& section : column.sections) {
    EXPECT_GE(section.lines.size(), 2U) << section.facet;
    EXPECT_TRUE(section.foldable) << section.facet;
  }
  facets = {};
  facets.languages = values("l", 2);
  EXPECT_FALSE(facet_column(place, screen).sections.at(0).foldable);
}

TEST(Column, KeepsWhatIsChosenEvenFoldedAndWithoutDocuments) {
  ResultsPlace place;
  place.answer.response.facets.themes = values("t", 20);
  place.filters.themes = {"t15", "gone"};
  const FacetColumn column = facet_column(place, screen);
  std::vector<std::string> chosen;
  for (const FacetLine& line : section_of(column, "theme")->lines) {
    if (line.chosen) chosen.push_back(line.value + " " + std::to_string(line.count));
  }
  EXPECT_THAT(chosen, ElementsAre("t15 85", "gone 0"));
  EXPECT_THAT(section_of(column, "theme")->lines, SizeIs(7));
}

TEST(Column, PartsLieOneUnderTheOther) {
  ResultsPlace place = place_with_years();
  place.answer.response.facets.themes = values("t", 5);
  place.answer.response.facets.languages = values("l", 3);
  const FacetColumn column = facet_column(place, screen);
  float y = 0;
  for (const FacetSection& section : column.sections) {
    EXPECT_GE(section.head.y, y);
    y = section.head.bottom();
    for (const Rect& row : section.rows) {
      EXPECT_GE(row.y, y);
      y = row.bottom();
    }
  }
  EXPECT_GE(column.years_head.y, y);
  EXPECT_GE(column.years_bars.y, column.years_head.bottom());
  EXPECT_GE(column.years_track.y, column.years_bars.bottom());
  EXPECT_GE(column.height, column.years_track.bottom());
}

TEST(Column, UnfoldingIsOfThePlaceAndAsksNothing) {
  AppState state;
  apply(state, act::Begin{}, 0);
  apply(state, act::ShowResults{"eau", {}}, 0);
  EXPECT_THAT(apply(state, act::UnfoldFacet{"theme"}, 1), IsEmpty());
  EXPECT_THAT(std::get<ResultsPlace>(state.session.place).open_facets, ElementsAre("theme"));
  apply(state, act::OpenGuide{"contact"}, 2);
  apply(state, act::Back{}, 3);
  EXPECT_THAT(std::get<ResultsPlace>(state.session.place).open_facets, ElementsAre("theme"));
  apply(state, act::UnfoldFacet{"theme"}, 4);
  EXPECT_THAT(std::get<ResultsPlace>(state.session.place).open_facets, IsEmpty());
}

TEST(Column, FollowsTheFingerWithinItsEnds) {
  AppState state;
  apply(state, act::Begin{}, 0);
  apply(state, act::ShowResults{"eau", {}}, 0);
  auto& place = std::get<ResultsPlace>(state.session.place);
  place.answer.response.facets.themes = values("t", 30);
  place.open_facets = {"theme"};
  const std::string area(facets_area);
  apply(state, act::Drag{area, {200, 600}, {0, -300}}, 1);
  EXPECT_EQ(place.facet_scroll.at, 300);
  EXPECT_EQ(place.scroll.at, 0);
  apply(state, act::Fling{area, {0, -9000}}, 2);
  double next = 0, now = 2;
  for (int i = 0; i < 2000 && place.facet_scroll.moving(); ++i) tick(state, now += 0.016, next);
  EXPECT_FALSE(place.facet_scroll.moving());
  EXPECT_EQ(place.facet_scroll.at, facet_limit(place, state.screen));
}

}  // namespace
}  // namespace mess::kiosk
