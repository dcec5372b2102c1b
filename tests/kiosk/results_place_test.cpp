// 04: filters, order, the list as it scrolls and fills, page chips, the pager.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/facets.h"
#include "kiosk/app/results.h"
#include "kiosk/app/session.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

index::DocumentHit hit(library::DocumentId id, std::vector<int> pages, int best, int count = 0) {
  index::DocumentHit made;
  made.id = id;
  made.title = "T";
  made.language = "fr";
  made.pages = 300;
  made.matching_page_count = count > 0 ? count : static_cast<int>(pages.size());
  made.matching_pages = std::move(pages);
  made.best_page = best;
  return made;
}

TEST(PageChips, TheBestPageIsAlwaysAmongTheFirstInPageOrder) {
  struct Row {
    std::vector<int> pages;
    int best;
    std::vector<int> first, rest;
  };
  const std::vector<Row> rows{{{}, 1, {}, {}},
                              {{4}, 4, {4}, {}},
                              {{1, 2, 3, 4}, 2, {1, 2, 3, 4}, {}},
                              {{1, 2, 3, 4, 5, 6}, 1, {1, 2, 3, 4}, {5, 6}},
                              {{1, 2, 3, 4, 5, 6}, 4, {1, 2, 3, 4}, {5, 6}},
                              {{1, 2, 3, 4, 5, 6}, 6, {1, 2, 3, 6}, {4, 5}},
                              {{1, 2, 3, 4, 5}, 99, {1, 2, 3, 4}, {5}}};
  for (const Row& row : rows) {
    const PageChips chips = page_chips(hit(1, row.pages, row.best), 4);
    EXPECT_EQ(chips.first, row.first) << row.best;
    EXPECT_EQ(chips.rest, row.rest) << row.best;
  }
  EXPECT_EQ(page_chips(hit(1, {1, 2}, 1, 500), 4).beyond, 498);
}

// ---- the place

struct Shown {
  AppState state;
  ResultsPlace& place() { return std::get<ResultsPlace>(state.session.place); }

  const effect::Search* asked(const std::vector<Effect>& effects) {
    return effects.empty() ? nullptr : std::get_if<effect::Search>(&effects.front());
  }
  std::vector<Effect> answer(const effect::Search& search, int count, int total) {
    message::SearchAnswered answer;
    answer.ticket = search.ticket;
    index::SearchResponse response;
    response.total = total;
    for (int i = 0; i < count; ++i) {
      response.documents.push_back(hit(search.request.offset + i + 1, {2, 5, 8, 11, 14, 17}, 5));
    }
    answer.response = std::move(response);
    return receive(state, answer, 1);
  }
};

Shown shown(int count = 12, int total = 40) {
  Shown results;
  apply(results.state, act::Begin{}, 0);
  const auto effects = apply(results.state, act::ShowResults{"eau", {}}, 0);
  results.answer(*results.asked(effects), count, total);
  return results;
}

TEST(ResultsPlace, ThreeCardsFitOnTheReferenceScreenMoreOnATallerOne) {
  Shown results = shown();
  const SeenRange wide = seen_range(results.place(), {1920, 1080});
  EXPECT_EQ(wide.first, 1);
  EXPECT_EQ(wide.last, 3);
  EXPECT_GT(seen_range(results.place(), {1920, 1440}).last, 3);
  EXPECT_EQ(seen_range(ResultsPlace{}, {1920, 1080}).first, 0);
}

TEST(ResultsPlace, ThePagerMovesByWholeScreensAndBack) {
  Shown results = shown(40, 40);
  const auto screen = results.state.screen;
  std::vector<int> firsts;
  for (int i = 0; i < 3; ++i) {
    results.place().scroll.at = pager_target(results.place(), screen, 1);
    firsts.push_back(seen_range(results.place(), screen).first);
  }
  EXPECT_THAT(firsts, ElementsAre(4, 7, 10));
  for (int i = 0; i < 3; ++i) results.place().scroll.at = pager_target(results.place(), screen, -1);
  EXPECT_EQ(results.place().scroll.at, 0);
}

TEST(ResultsPlace, ThePagerReachesTheEndThroughUnfoldedCards) {
  Shown results = shown(12, 12);
  for (auto& document : results.place().answer.response.documents) {
    for (int page = 20; page < 220; ++page)
      document.matching_pages.push_back(page);  // higher than the screen
    apply(results.state, act::UnfoldPages{document.id}, 1);
  }
  const auto screen = results.state.screen;
  const float limit = scroll_limit(results.place(), screen);
  float at = -1;
  for (int i = 0; i < 200 && results.place().scroll.at < limit; ++i) {
    ASSERT_GT(results.place().scroll.at, at);
    at = results.place().scroll.at;
    results.place().scroll.at = pager_target(results.place(), screen, 1);
  }
  EXPECT_EQ(results.place().scroll.at, limit);
  for (int i = 0; i < 200 && results.place().scroll.at > 0; ++i) {
    results.place().scroll.at = pager_target(results.place(), screen, -1);
  }
  EXPECT_EQ(results.place().scroll.at, 0);
}

TEST(ResultsPlace, MoreDocumentsAreAskedForNearTheEndOnceAndAppended) {
  Shown results = shown(12, 40);
  auto effects = apply(results.state, act::Drag{"results.list", {900, 500}, {0, -1500}}, 2);
  const effect::Search* more = results.asked(effects);
  ASSERT_NE(more, nullptr);
  EXPECT_EQ(more->request.offset, 12);
  EXPECT_EQ(more->request.query, "eau");
  const effect::Search wanted = *more;
  EXPECT_THAT(apply(results.state, act::Drag{"results.list", {900, 500}, {0, -100}}, 3), IsEmpty());
  const float scroll = results.place().scroll.at;
  results.answer(wanted, 24, 40);
  EXPECT_EQ(results.place().answer.response.documents.size(), 36u);
  EXPECT_EQ(results.place().answer.response.documents[12].id, 13);
  EXPECT_EQ(results.place().scroll.at, scroll);
}

TEST(ResultsPlace, AShrunkenLibraryEndsTheList) {
  Shown results = shown(12, 40);
  const auto effects = apply(results.state, act::Drag{"results.list", {900, 500}, {0, -2000}}, 2);
  ASSERT_NE(results.asked(effects), nullptr);
  EXPECT_THAT(results.answer(*results.asked(effects), 0, 40), IsEmpty());
  EXPECT_EQ(results.place().answer.response.total, 12);
  EXPECT_FALSE(wants_more(results.place(), results.state.screen));
}

TEST(ResultsPlace, ShortListsAskForNothingMore) {
  Shown results = shown(5, 5);
  EXPECT_THAT(apply(results.state, act::Drag{"results.list", {900, 500}, {0, -2000}}, 2), IsEmpty());
}

TEST(ResultsPlace, NarrowingAsksAgainFromTheTopAndKeepsWordsAndOrder) {
  Shown results = shown();
  apply(results.state, act::SetSort{index::SearchRequest::Sort::oldest}, 1);
  apply(results.state, act::Drag{"results.list", {900, 500}, {0, -300}}, 2);
  const auto effects = apply(results.state, act::ToggleFilter{"collection", "atlas"}, 3);
  const effect::Search* search = results.asked(effects);
  ASSERT_NE(search, nullptr);
  EXPECT_EQ(search->request.query, "eau");
  EXPECT_EQ(search->request.offset, 0);
  EXPECT_EQ(search->request.sort, index::SearchRequest::Sort::oldest);
  EXPECT_THAT(search->request.filters.collections, ElementsAre("atlas"));
  EXPECT_EQ(results.place().scroll.at, 0);
  EXPECT_EQ(results.state.session.history.size(), 1u);
  EXPECT_FALSE(any_chosen(results.asked(apply(results.state, act::ClearFilters{}, 4))->request.filters));
}

TEST(ResultsPlace, AFlingComesToRestWithinTheList) {
  Shown results = shown(12, 12);
  apply(results.state, act::Fling{"results.list", {0, -9000}}, 1);
  double next = 0, now = 1;
  for (int i = 0; i < 2000 && results.place().scroll.moving(); ++i) tick(results.state, now += 0.016, next);
  EXPECT_FALSE(results.place().scroll.moving());
  EXPECT_GT(results.place().scroll.at, 0);
  EXPECT_LE(results.place().scroll.at, scroll_limit(results.place(), results.state.screen));
  EXPECT_GT(next, now);
}

TEST(ResultsPlace, ThePagerGlidesThereInItsTime) {
  Shown results = shown(40, 40);
  apply(results.state, act::PageOfResults{1}, 10);
  double next = 0;
  tick(results.state, 10.1, next);
  EXPECT_GT(results.place().scroll.at, 0);
  EXPECT_DOUBLE_EQ(next, 10.1);
  tick(results.state, 10.3, next);
  EXPECT_FALSE(results.place().scroll.moving());
  EXPECT_EQ(seen_range(results.place(), results.state.screen).first, 4);
}

TEST(ResultsPlace, AFingerStopsTheList) {
  Shown results = shown(40, 40);
  apply(results.state, act::Fling{"results.list", {0, -3000}}, 1);
  apply(results.state, act::Halt{"results.list"}, 1.1);
  EXPECT_FALSE(results.place().scroll.moving());
}

TEST(ResultsPlace, TheClearButtonOfTheFieldOpensAnEmptySearch) {
  Shown results = shown();
  apply(results.state, act::Clear{}, 1);
  EXPECT_EQ(std::get<SearchPlace>(results.state.session.place).field, FieldText{});
  apply(results.state, act::Back{}, 2);
  EXPECT_EQ(results.place().query, "eau");
}

TEST(ResultsPlace, OrientationPagesStandAboveTheCards) {
  Shown results = shown();
  results.place().guide_pages = {"contact"};
  const ListLayout content = list_layout(results.place(), results_layout({1920, 1080}));
  EXPECT_FALSE(content.guides.empty());
  EXPECT_GE(content.cards.front().y, content.guides.bottom());
}

}  // namespace
}  // namespace mess::kiosk
