// A visit from touch to touch: places, history, language, late answers, idle prompt, and what a reset leaves.

#include "kiosk/app/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "kiosk/app/field.h"

namespace mess::kiosk {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

AppState at_home() {
  AppState state;
  apply(state, act::Begin{}, 0);
  return state;
}

template <class P>
P& place(AppState& state) {
  return std::get<P>(state.session.place);
}

template <class P>
bool is(const AppState& state) {
  return std::holds_alternative<P>(state.session.place);
}

const effect::Search* search_in(const std::vector<Effect>& effects) {
  for (const Effect& effect : effects) {
    if (const auto* search = std::get_if<effect::Search>(&effect)) return search;
  }
  return nullptr;
}

bool closes_document(const std::vector<Effect>& effects) {
  for (const Effect& effect : effects) {
    if (std::holds_alternative<effect::CloseDocument>(effect)) return true;
  }
  return false;
}

message::SearchAnswered answer_of(int ticket, int total, std::vector<library::DocumentId> ids = {}) {
  message::SearchAnswered answer;
  answer.ticket = ticket;
  index::SearchResponse response;
  response.total = total;
  for (const auto id : ids) {
    index::DocumentHit hit;
    hit.id = id;
    hit.title = "Document " + std::to_string(id);
    hit.language = "fr";
    hit.pages = 40;
    hit.matching_pages = {3, 5, 8, 9, 12, 20};
    hit.matching_page_count = 6;
    hit.best_page = 5;
    response.documents.push_back(hit);
  }
  answer.response = std::move(response);
  return answer;
}

// Home, then results for these words, answered by documents 1 to 12 of 30.
AppState at_results(const std::string& words = "coopératives") {
  AppState state = at_home();
  const auto effects = apply(state, act::ShowResults{words, {}}, 1);
  receive(state, answer_of(search_in(effects)->ticket, 30, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}), 1);
  return state;
}

TEST(Session, ATouchOnTheWelcomeScreenOpensHomeInTheLanguageOfTheHouse) {
  AppState state;
  state.house_language = state.session.language = Language::arabic;
  apply(state, act::Begin{}, 0);
  EXPECT_TRUE(is<HomePlace>(state));
  EXPECT_EQ(state.session.language, Language::arabic);
}

TEST(Session, ATouchOnALanguageOpensHomeInIt) {
  AppState state;
  apply(state, act::SetLanguage{Language::spanish}, 0);
  EXPECT_TRUE(is<HomePlace>(state));
  EXPECT_EQ(state.session.language, Language::spanish);
}

TEST(Session, BackLeadsThroughThePlacesInTurn) {
  AppState state = at_results();
  apply(state, act::OpenDocument{3, 8, "coopératives"}, 2);
  ASSERT_TRUE(is<ReaderState>(state));
  EXPECT_EQ(place<ReaderState>(state).page, 8);
  EXPECT_TRUE(place<ReaderState>(state).from_results);
  const auto effects = apply(state, act::Back{}, 3);
  EXPECT_TRUE(closes_document(effects));
  EXPECT_TRUE(is<ResultsPlace>(state));
  apply(state, act::Back{}, 4);
  EXPECT_TRUE(is<HomePlace>(state));
  EXPECT_THAT(state.session.history, IsEmpty());
  apply(state, act::Back{}, 5);
  EXPECT_TRUE(is<HomePlace>(state));
}

TEST(Session, BackRestoresScrollFiltersAndUnfoldedCards) {
  AppState state = at_results();
  auto effects = apply(state, act::ToggleFilter{"language", "ar"}, 2);
  receive(state, answer_of(search_in(effects)->ticket, 9, {1, 2, 3, 4, 5, 6, 7, 8, 9}), 2);
  apply(state, act::UnfoldPages{2}, 3);
  apply(state, act::Drag{"results.list", {900, 600}, {0, -500}}, 4);
  const float scroll = place<ResultsPlace>(state).scroll.at;
  ASSERT_GT(scroll, 0);
  apply(state, act::OpenDocument{5, 9, "coopératives"}, 5);
  apply(state, act::Back{}, 6);
  const auto& results = place<ResultsPlace>(state);
  EXPECT_EQ(results.scroll.at, scroll);
  EXPECT_THAT(results.unfolded, testing::ElementsAre(2));
  EXPECT_THAT(results.filters.languages, testing::ElementsAre("ar"));
  EXPECT_THAT(results.answer.response.documents, SizeIs(9));
}

TEST(Session, AFlingDoesNotGoOnBehindTheReader) {
  AppState state = at_results();
  apply(state, act::Fling{"results.list", {0, -2000}}, 2);
  apply(state, act::OpenDocument{5, 9, ""}, 2.1);
  apply(state, act::Back{}, 3);
  EXPECT_FALSE(place<ResultsPlace>(state).scroll.moving());
}

TEST(Session, TheKeyboardIsNoPlaceToComeBackTo) {
  AppState state = at_home();
  apply(state, act::OpenSearch{""}, 1);
  apply(state, act::Type{"atlas"}, 2);
  apply(state, act::Submit{}, 3);
  ASSERT_TRUE(is<ResultsPlace>(state));
  EXPECT_EQ(place<ResultsPlace>(state).query, "atlas");
  apply(state, act::Back{}, 4);
  EXPECT_TRUE(is<HomePlace>(state));
}

TEST(Session, BackFromADocumentTakenWhileTypingRestoresTheWords) {
  AppState state = at_home();
  apply(state, act::OpenSearch{""}, 1);
  const auto effects = apply(state, act::Type{"coop"}, 2);
  receive(state, answer_of(search_in(effects)->ticket, 2, {1, 2}), 2);
  apply(state, act::OpenDocument{2, 5, "coop"}, 3);
  EXPECT_FALSE(place<ReaderState>(state).from_results);
  apply(state, act::Back{}, 4);
  EXPECT_EQ(place<SearchPlace>(state).field.text, "coop");
  EXPECT_EQ(place<SearchPlace>(state).answer.response.total, 2);
}

TEST(Session, HomeForgetsWordsAndHistoryAndKeepsTheLanguage) {
  AppState state = at_results();
  apply(state, act::SetLanguage{Language::arabic}, 2);
  apply(state, act::OpenDocument{3, 8, "coopératives"}, 3);
  const auto effects = apply(state, act::Home{}, 4);
  EXPECT_TRUE(closes_document(effects));
  EXPECT_TRUE(is<HomePlace>(state));
  EXPECT_THAT(state.session.history, IsEmpty());
  EXPECT_EQ(state.session.language, Language::arabic);
}

TEST(Session, TheLanguageChangesAndNothingElse) {
  AppState state = at_results();
  apply(state, act::Drag{"results.list", {900, 600}, {0, -300}}, 2);
  const float scroll = place<ResultsPlace>(state).scroll.at;
  EXPECT_THAT(apply(state, act::SetLanguage{Language::arabic}, 3), IsEmpty());
  EXPECT_EQ(place<ResultsPlace>(state).query, "coopératives");
  EXPECT_EQ(place<ResultsPlace>(state).scroll.at, scroll);
  EXPECT_THAT(state.session.history, SizeIs(1));

  apply(state, act::OpenSearch{"coopératives"}, 4);
  apply(state, act::SetLanguage{Language::french}, 5);
  EXPECT_EQ(place<SearchPlace>(state).field.text, "coopératives");
  EXPECT_EQ(place<SearchPlace>(state).keyboard, Language::french);
}

TEST(Session, TheSameWordsAgainReturnToTheirResults) {
  AppState state = at_results("atlas");
  apply(state, act::OpenSearch{"atlas"}, 2);
  EXPECT_THAT(apply(state, act::Submit{}, 3), IsEmpty());
  EXPECT_TRUE(is<ResultsPlace>(state));
  EXPECT_THAT(state.session.history, SizeIs(1));
}

TEST(Session, OtherWordsFromTheResultsLeadBackToThem) {
  AppState state = at_results("atlas");
  apply(state, act::OpenSearch{"atlas"}, 2);
  apply(state, act::Type{" régional"}, 3);
  apply(state, act::Submit{}, 4);
  EXPECT_EQ(place<ResultsPlace>(state).query, "atlas régional");
  apply(state, act::Back{}, 5);
  EXPECT_EQ(place<ResultsPlace>(state).query, "atlas");
}

TEST(Session, OrientationPagesFollowEachOtherInTheHistory) {
  AppState state = at_home();
  apply(state, act::OpenGuide{"project"}, 1);
  state.content_height = 3000;
  apply(state, act::Drag{"guide.text", {900, 600}, {0, -700}}, 2);
  apply(state, act::OpenGuide{"contact"}, 3);
  EXPECT_EQ(place<GuidePlace>(state).key, "contact");
  EXPECT_EQ(place<GuidePlace>(state).scroll.at, 0);
  apply(state, act::Back{}, 4);
  EXPECT_EQ(place<GuidePlace>(state).key, "project");
  EXPECT_EQ(place<GuidePlace>(state).scroll.at, 700);
}

TEST(Session, HistoryHasAnEndAndHomeStaysItsBeginning) {
  AppState state = at_home();
  for (int i = 0; i < 200; ++i) apply(state, act::OpenGuide{i % 2 == 0 ? "a" : "b"}, i);
  EXPECT_LE(state.session.history.size(), 40u);
  EXPECT_TRUE(std::holds_alternative<HomePlace>(state.session.history.front()));
}

TEST(Session, OnlyTheNewestAnswerIsTaken) {
  AppState state = at_home();
  apply(state, act::OpenSearch{""}, 1);
  const int first = search_in(apply(state, act::Type{"a"}, 2))->ticket;
  const int second = search_in(apply(state, act::Type{"t"}, 3))->ticket;
  ASSERT_GT(second, first);
  receive(state, answer_of(first, 99), 4);
  EXPECT_TRUE(place<SearchPlace>(state).answer.waiting);
  EXPECT_FALSE(place<SearchPlace>(state).answer.received);
  receive(state, answer_of(second, 7), 5);
  EXPECT_EQ(place<SearchPlace>(state).answer.response.total, 7);
  receive(state, answer_of(second, 55), 6);
  EXPECT_EQ(place<SearchPlace>(state).answer.response.total, 7);
}

TEST(Session, AnErasedFieldTakesNoLateAnswer) {
  AppState state = at_home();
  apply(state, act::OpenSearch{""}, 1);
  const int ticket = search_in(apply(state, act::Type{"a"}, 2))->ticket;
  EXPECT_THAT(apply(state, act::Erase{}, 3), IsEmpty());
  receive(state, answer_of(ticket, 9, {1}), 4);
  EXPECT_FALSE(place<SearchPlace>(state).answer.received);
}

TEST(Session, AnAnswerFindsItsPlaceInTheHistory) {
  AppState state = at_home();
  const int ticket = search_in(apply(state, act::ShowResults{"atlas", {}}, 1))->ticket;
  apply(state, act::OpenGuide{"contact"}, 2);
  receive(state, answer_of(ticket, 4, {1, 2, 3, 4}), 3);
  EXPECT_THAT(apply(state, act::Back{}, 4), IsEmpty());
  EXPECT_EQ(place<ResultsPlace>(state).answer.response.total, 4);
}

TEST(Session, AQuestionThatWasOvertakenIsAskedAgainOnComingBack) {
  AppState state = at_home();
  const int ticket = search_in(apply(state, act::ShowResults{"atlas", {}}, 1))->ticket;
  apply(state, act::OpenSearch{"autre"}, 2);
  message::SearchAnswered cancelled;
  cancelled.ticket = ticket;
  cancelled.response = fail(ErrorKind::interrupted, "cancelled");
  receive(state, cancelled, 3);
  const auto effects = apply(state, act::Back{}, 4);
  ASSERT_NE(search_in(effects), nullptr);
  EXPECT_EQ(search_in(effects)->request.query, "atlas");
  EXPECT_GT(search_in(effects)->ticket, ticket);
}

TEST(Session, AnswersToTheLastVisitorReachNobody) {
  AppState state = at_home();
  const int ticket = search_in(apply(state, act::ShowResults{"atlas", {}}, 1))->ticket;
  apply(state, act::Finish{}, 2);
  apply(state, act::Begin{}, 3);
  const int next = search_in(apply(state, act::ShowResults{"loi", {}}, 4))->ticket;
  EXPECT_GT(next, ticket);
  receive(state, answer_of(ticket, 99), 5);
  EXPECT_FALSE(place<ResultsPlace>(state).answer.received);
}

TEST(Session, ASearchWithoutIndexIsTriedAgainWhenTheLibraryChanges) {
  AppState state = at_home();
  message::SearchAnswered missing;
  missing.ticket = search_in(apply(state, act::ShowResults{"atlas", {}}, 1))->ticket;
  missing.response = fail(ErrorKind::index_missing, "no index");
  missing.guide_pages = {"contact"};
  receive(state, missing, 2);
  ASSERT_TRUE(place<ResultsPlace>(state).answer.error);
  EXPECT_THAT(place<ResultsPlace>(state).guide_pages, testing::ElementsAre("contact"));
  const auto effects = receive(state, message::LibraryChanged{{}, {}, 3}, 3);
  ASSERT_NE(search_in(effects), nullptr);
  EXPECT_FALSE(place<ResultsPlace>(state).answer.error);
  EXPECT_EQ(state.library.documents, 3);
}

TEST(Session, ARealKeyboardBeginsASearchFromHome) {
  AppState state = at_home();
  const auto effects = apply(state, act::Type{"l"}, 1);
  EXPECT_EQ(place<SearchPlace>(state).field.text, "l");
  EXPECT_NE(search_in(effects), nullptr);
}

TEST(Session, WhatTheScreenKnowsOfADocumentGoesToTheReader) {
  AppState state = at_results();
  apply(state, act::OpenDocument{4, 99, "coopératives"}, 2);
  const auto& reader = place<ReaderState>(state);
  EXPECT_EQ(reader.document.title, "Document 4");
  EXPECT_EQ(reader.document.page_count, 40);
  EXPECT_EQ(reader.page, 40);  // there is no page 99
}

// ---- idle

double next_of(AppState& state, double now) {
  double next = 0;
  tick(state, now, next);
  return next;
}

TEST(Idle, TheWelcomeScreenWaitsForEver) {
  AppState state;
  EXPECT_EQ(next_of(state, 1e6), std::numeric_limits<double>::infinity());
  EXPECT_FALSE(state.session.prompted_at);
}

struct IdleCase {
  const char* what;
  bool reading;
  double limit;
};

class IdleLimit : public testing::TestWithParam<IdleCase> {};

TEST_P(IdleLimit, PromptsThenEndsTheVisit) {
  AppState state = at_results();
  state.house_language = Language::arabic;
  if (GetParam().reading) apply(state, act::OpenDocument{1, 1, ""}, 1);
  apply(state, act::None{}, 100);
  const double limit = 100 + GetParam().limit;
  double next = 0;
  tick(state, limit - 0.01, next);
  EXPECT_FALSE(state.session.prompted_at);
  EXPECT_DOUBLE_EQ(next, limit);
  EXPECT_DOUBLE_EQ(next_of(state, limit), limit + 30);
  ASSERT_TRUE(state.session.prompted_at);
  tick(state, limit + 29.9, next);
  ASSERT_TRUE(state.session.prompted_at);
  const auto effects = tick(state, limit + 30, next);
  EXPECT_EQ(closes_document(effects), GetParam().reading);
  EXPECT_TRUE(is<WelcomePlace>(state));
  EXPECT_EQ(state.session.language, Language::arabic);
  EXPECT_THAT(state.session.history, IsEmpty());
  EXPECT_FALSE(state.session.prompted_at);
}

INSTANTIATE_TEST_SUITE_P(Places, IdleLimit,
                         testing::Values(IdleCase{"results", false, 90}, IdleCase{"reader", true, 240}),
                         [](const auto& row) { return std::string(row.param.what); });

TEST(Idle, AnyTouchAnswersThePromptAndDoesNothingElse) {
  const std::vector<Action> touches{act::Stay{}, act::Home{}, act::Type{"x"}, act::OpenDocument{1, 1, ""}};
  for (const Action& touch : touches) {
    AppState state = at_results();
    double next = 0;
    tick(state, 500, next);
    ASSERT_TRUE(state.session.prompted_at);
    EXPECT_THAT(apply(state, touch, 510), IsEmpty());
    EXPECT_FALSE(state.session.prompted_at);
    EXPECT_TRUE(is<ResultsPlace>(state));
    EXPECT_DOUBLE_EQ(next_of(state, 511), 600);
  }
}

TEST(Idle, AFingerThatComesDownLeavesThePromptForWhereItLeaves) {
  AppState state = at_results();
  double next = 0;
  tick(state, 500, next);
  apply(state, act::None{}, 501);
  EXPECT_TRUE(state.session.prompted_at);
  apply(state, act::Finish{}, 501);
  EXPECT_TRUE(is<WelcomePlace>(state));
}

TEST(Idle, NothingOfTheVisitorIsLeft) {
  AppState state = at_results("mot secret");
  apply(state, act::SetLanguage{Language::english}, 2);
  apply(state, act::OpenDocument{1, 3, "mot secret"}, 3);
  apply(state, act::Finish{}, 4);
  const Session& session = state.session;
  EXPECT_TRUE(std::holds_alternative<WelcomePlace>(session.place));
  EXPECT_THAT(session.history, IsEmpty());
  EXPECT_EQ(session.language, state.house_language);
  EXPECT_EQ(state.content_height, 0);
}

}  // namespace
}  // namespace mess::kiosk
