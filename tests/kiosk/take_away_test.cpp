// Taking references along and keeping documents during a visit, without a window.
#include "kiosk/app/take_away.h"
#include "kiosk/app/basket_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "keys.h"
#include "kiosk/app/session.h"

namespace mess::kiosk {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

library::Document record(library::DocumentId id) {
  library::Document made;
  made.id = id;
  made.sha256 = std::string(64, 'c');
  made.title = id % 2 == 0 ? "التعاونيات النسائية" : "Les coopératives féminines";
  made.creators = {"Fatima BENALI"};
  made.languages = {id % 2 == 0 ? "ar" : "fr"};
  made.year = 2013;
  made.page_count = 86;
  return made;
}

AppState at_home() {
  AppState state;
  apply(state, act::Begin{}, 0);
  return state;
}

void read(AppState& state, const library::Document& document, int page = 1) {
  apply(state, act::OpenDocument{document.id, page, ""}, 1);
  receive(state, message::DocumentOpened{document.id, document, false}, 1);
}

AppState reading(library::DocumentId id = 1, int page = 1) {
  AppState state = at_home();
  read(state, record(id), page);
  return state;
}

AppState with_kept(int count) {
  AppState state = at_home();
  for (int id = 1; id <= count; ++id) {
    read(state, record(id));
    apply(state, act::Keep{id}, 2);
    apply(state, act::Home{}, 3);
  }
  return state;
}

// ---- the sheet

TEST(TakeAway, HoldsTheReferenceAsTextAndAsCodes) {
  const TakeAway sheet = take_away(record(1), 24, false, Language::french);
  EXPECT_EQ(sheet.iso690, "BENALI, Fatima. Les coopératives féminines. 2013, 86 p.");
  EXPECT_EQ(sheet.apa, "Benali, F. (2013). Les coopératives féminines.");
  EXPECT_FALSE(sheet.from_right);
  EXPECT_EQ(sheet.text, *qr_of(sheet.iso690));
  EXPECT_EQ(sheet.record_style, library::CitationStyle::bibtex);
  EXPECT_EQ(sheet.record,
            *qr_of(library::citation(record(1), library::CitationStyle::bibtex, Language::french)));
  EXPECT_TRUE(take_away(record(2), 0, false, Language::french).from_right);
}

TEST(TakeAway, ARecordTooLargeInBibtexIsRisAndOneTooLargeForBothIsNone) {
  library::Document long_record = record(1);
  const std::size_t bibtex =
      library::citation(long_record, library::CitationStyle::bibtex, Language::french).size();
  const std::size_t ris =
      library::citation(long_record, library::CitationStyle::ris, Language::french).size();
  ASSERT_GT(bibtex, ris + 2);
  long_record.title += std::string(1273 - bibtex + 2, 'x');  // of BibTeX two bytes too many
  const TakeAway sheet = take_away(long_record, 0, false, Language::french);
  EXPECT_EQ(sheet.record_style, library::CitationStyle::ris);
  EXPECT_TRUE(sheet.record);
  long_record.title += std::string(1000, 'x');
  const TakeAway larger = take_away(long_record, 0, false, Language::french);
  EXPECT_FALSE(larger.record);
  EXPECT_FALSE(larger.text);
  EXPECT_THAT(larger.iso690, HasSubstr("xxx"));
}

TEST(TakeAway, LiesOverTheReaderAndCitesThePageWhenAsked) {
  AppState state = reading(1, 24);
  apply(state, act::TakeAway{1}, 2);
  ASSERT_TRUE(state.session.take_away);
  EXPECT_EQ(state.session.take_away->page, 24);
  EXPECT_THAT(state.session.take_away->iso690, HasSubstr("86 p."));
  apply(state, act::CitePage{true}, 3);
  EXPECT_THAT(state.session.take_away->iso690, HasSubstr("p. 24."));
  apply(state, act::CitePage{false}, 4);
  EXPECT_THAT(state.session.take_away->iso690, HasSubstr("86 p."));
}

TEST(TakeAway, WaitsForTheRecord) {
  AppState state = at_home();
  apply(state, act::OpenDocument{1, 1, ""}, 1);
  apply(state, act::TakeAway{1}, 1);
  apply(state, act::Keep{1}, 1);
  EXPECT_FALSE(state.session.take_away);
  EXPECT_THAT(state.session.basket, IsEmpty());
}

TEST(TakeAway, BackAndEscapeCloseItAndNothingElse) {
  AppState state = reading();
  apply(state, act::TakeAway{1}, 2);
  const auto escape = action_of(KeyPress::escape, state);
  ASSERT_TRUE(escape);
  EXPECT_THAT(apply(state, *escape, 3), IsEmpty());
  EXPECT_FALSE(state.session.take_away);
  EXPECT_TRUE(std::holds_alternative<ReaderState>(state.session.place));
  apply(state, act::Back{}, 4);
  EXPECT_TRUE(std::holds_alternative<HomePlace>(state.session.place));
}

TEST(TakeAway, KeysDoNotReachTheReaderUnderIt) {
  AppState state = reading(1, 24);
  apply(state, act::TakeAway{1}, 2);
  for (const KeyPress key : {KeyPress::right, KeyPress::down, KeyPress::end, KeyPress::zoom_in}) {
    const auto action = action_of(key, state);
    ASSERT_TRUE(action);
    EXPECT_THAT(apply(state, *action, 3), IsEmpty());
  }
  apply(state, act::OpenDocument{2, 1, ""}, 3);
  const auto& reader = std::get<ReaderState>(state.session.place);
  EXPECT_EQ(reader.document.id, 1);
  EXPECT_EQ(reader.page, 24);
  EXPECT_EQ(reader.viewport.zoom, 1);
  EXPECT_TRUE(state.session.take_away);
}

TEST(TakeAway, IsWrittenAnewInAnotherLanguage) {
  AppState state = at_home();
  library::Document undated = record(1);
  undated.year.reset();
  read(state, undated);
  apply(state, act::TakeAway{1}, 2);
  EXPECT_THAT(state.session.take_away->iso690, HasSubstr("[s. d.]"));
  apply(state, act::SetLanguage{Language::english}, 3);
  EXPECT_THAT(state.session.take_away->iso690, HasSubstr("[n. d.]"));
}

TEST(TakeAway, IsGivenTheTimeThatReadingIsGiven) {
  AppState state = with_kept(1);
  apply(state, act::OpenBasket{}, 100);
  apply(state, act::TakeAway{1}, 100);
  double next = 0;
  tick(state, 100 + idle_prompt_after + 1, next);
  EXPECT_FALSE(state.session.prompted_at);
  EXPECT_DOUBLE_EQ(next, 100 + idle_prompt_after_reading);
  tick(state, next, next);
  EXPECT_TRUE(state.session.prompted_at);
  apply(state, act::Stay{}, 400);  // somebody is there: the sheet is still open
  EXPECT_TRUE(state.session.take_away);
  tick(state, 700, next);
  tick(state, 700 + idle_countdown, next);
  EXPECT_TRUE(std::holds_alternative<WelcomePlace>(state.session.place));
  EXPECT_FALSE(state.session.take_away);
  EXPECT_THAT(state.session.basket, IsEmpty());
}

// ---- the basket

TEST(Basket, KeepsWhatIsReadUntilItIsPutBack) {
  AppState state = with_kept(2);
  EXPECT_THAT(state.session.basket, SizeIs(2));
  EXPECT_EQ(state.session.basket[1].title, record(2).title);
  read(state, record(1));
  apply(state, act::Keep{1}, 5);
  ASSERT_THAT(state.session.basket, SizeIs(1));
  EXPECT_EQ(state.session.basket[0].id, 2);
}

TEST(Basket, HoldsThirtyAndNotOneMore) {
  AppState state = with_kept(32);
  EXPECT_THAT(state.session.basket, SizeIs(30));
  EXPECT_TRUE(is_kept(state.session.basket, 30));
  EXPECT_FALSE(is_kept(state.session.basket, 31));
  read(state, record(3));
  apply(state, act::Keep{3}, 5);  // out of a full one
  EXPECT_THAT(state.session.basket, SizeIs(29));
}

TEST(Basket, SurvivesLanguageHomeAndBackAndIsGoneAfterTheVisit) {
  AppState state = with_kept(2);
  apply(state, act::SetLanguage{Language::arabic}, 5);
  apply(state, act::OpenBasket{}, 6);
  apply(state, act::OpenDocument{2, 1, ""}, 7);
  apply(state, act::Back{}, 8);
  EXPECT_TRUE(std::holds_alternative<BasketPlace>(state.session.place));
  apply(state, act::Home{}, 9);
  EXPECT_THAT(state.session.basket, SizeIs(2));
  apply(state, act::Finish{}, 10);
  EXPECT_THAT(state.session.basket, IsEmpty());
  for (const Place& place : state.session.history) EXPECT_FALSE(std::holds_alternative<BasketPlace>(place));
}

TEST(Basket, OneCodeHoldsAllReferencesInTheLanguageOfTheVisitWhileTheyFit) {
  AppState state = with_kept(3);
  state.session.basket[0].year.reset();
  apply(state, act::OpenBasket{}, 5);
  const auto& place = std::get<BasketPlace>(state.session.place);
  EXPECT_EQ(place.code, *qr_of("BENALI, Fatima. Les coopératives féminines. [s. d.], 86 p.\n"
                               "BENALI, Fatima. التعاونيات النسائية. 2013، 86 ص.\n"
                               "BENALI, Fatima. Les coopératives féminines. 2013, 86 p."));
  const QrCode before = *place.code;
  apply(state, act::SetLanguage{Language::english}, 6);
  EXPECT_NE(place.code, before);
  apply(state, act::Keep{2}, 7);
  EXPECT_EQ(place.code, *qr_of("BENALI, Fatima. Les coopératives féminines. [n. d.], 86 p.\n"
                               "BENALI, Fatima. Les coopératives féminines. 2013, 86 p."));
  EXPECT_FALSE(code_of_all(with_kept(30).session.basket, Language::french));
  EXPECT_FALSE(code_of_all({}, Language::french));
}

TEST(Basket, WhatIsKeptOpensWithItsRecordAtHand) {
  AppState state = with_kept(1);
  apply(state, act::OpenBasket{}, 5);
  apply(state, act::TakeAway{1}, 6);
  ASSERT_TRUE(state.session.take_away);
  EXPECT_EQ(state.session.take_away->page, 0);
  apply(state, act::Back{}, 7);
  EXPECT_TRUE(std::holds_alternative<BasketPlace>(state.session.place));
  apply(state, act::OpenDocument{1, 1, ""}, 8);
  EXPECT_EQ(std::get<ReaderState>(state.session.place).document.title, record(1).title);
}

TEST(Basket, ScrollsToItsLastRowAndNoFurther) {
  AppState state = with_kept(30);
  apply(state, act::OpenBasket{}, 5);
  auto& place = std::get<BasketPlace>(state.session.place);
  apply(state, act::Drag{"basket.list", {}, {0, -1e6f}}, 6);
  const RowRange end = rows_seen(state.session.basket, place, state.screen);
  EXPECT_EQ(end.last, 30u);
  EXPECT_GT(end.first, 24u);
  for (int id = 30; id > 2; --id) apply(state, act::Keep{id}, 7);
  EXPECT_EQ(place.scroll.at, 0);
  EXPECT_EQ(rows_seen(state.session.basket, place, state.screen).last, 2u);
}

TEST(Basket, PagerMovesByWholeRows) {
  AppState state = with_kept(30);
  apply(state, act::OpenBasket{}, 5);
  auto& place = std::get<BasketPlace>(state.session.place);
  apply(state, *action_of(KeyPress::page_down, state), 6);
  double next = 0;
  tick(state, 6 + glide_seconds, next);
  const float pitch = kept_pitch(kept_layout(state.screen));
  EXPECT_FLOAT_EQ(place.scroll.at, 4 * pitch);
}

}  // namespace
}  // namespace mess::kiosk
