#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/app/session.h"
#include "kiosk/app/visit.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

library::Document record(int pages, const std::string& rights = "") {
  library::Document made;
  made.id = 1;
  made.title = "Les coopératives féminines";
  made.page_count = pages;
  made.rights = rights;
  return made;
}

ReaderState reader_at(int page, std::vector<HitPage> hits = {}) {
  ReaderState reader;
  reader.page = page;
  reader.hit_pages = std::move(hits);
  return reader;
}

const message::PrinterFound printer{PrinterFacts{"Accueil", "Accueil"}};

// With the sheet of a document of so many pages open at page 24, or at none.
AppState choosing(int pages = 86, const std::string& rights = "", int page = 24) {
  AppState state;
  apply(state, act::Begin{}, 0);
  receive(state, message::HouseRead{}, 0);
  receive(state, printer, 0);
  apply(state, act::OpenDocument{1, page, ""}, 1);
  receive(state, message::DocumentOpened{1, record(pages, rights), false}, 1);
  apply(state, act::TakeAway{1}, 2);
  apply(state, act::OpenPrint{}, 3);
  return state;
}

template <class E>
const E* only(const Effects& effects) {
  return effects.size() == 1 ? std::get_if<E>(&effects.front()) : nullptr;
}

// ---- the choice

TEST(PrintSheet, OffersWhatMakesSense) {
  const struct {
    const char* what;
    int pages, page, hits, limit;
    bool this_page, range, with_hits, whole;
  } cases[] = {
      {"a study", 86, 24, 3, 20, true, true, true, false},
      {"without words", 86, 24, 0, 20, true, true, false, false},
      {"as many as are allowed", 20, 24, 20, 20, true, true, true, true},
      {"one too many", 21, 2, 21, 20, true, true, false, false},
      {"a single page", 1, 1, 1, 20, true, false, false, false},
      {"the only page with the words is this one", 9, 1, 1, 20, true, true, false, true},
      {"out of the selection", 86, 0, 0, 20, false, true, false, false},
      {"a single page out of it", 1, 0, 0, 20, false, false, false, true},
      {"no page at all", 0, 0, 0, 20, false, false, false, false},
      {"one page a print", 5, 3, 2, 1, true, true, false, false},
  };
  for (const auto& c : cases) {
    std::vector<HitPage> hits;
    for (int i = 1; i <= c.hits; ++i) hits.push_back({i, 1});
    const ReaderState reader = reader_at(c.page, hits);
    const PrintSheet sheet = print_sheet(record(c.pages), c.page > 0 ? &reader : nullptr, c.limit);
    EXPECT_EQ(offers(sheet, PageChoice::this_page, c.limit), c.this_page) << c.what;
    EXPECT_EQ(offers(sheet, PageChoice::range, c.limit), c.range) << c.what;
    EXPECT_EQ(offers(sheet, PageChoice::hits, c.limit), c.with_hits) << c.what;
    EXPECT_EQ(offers(sheet, PageChoice::whole, c.limit), c.whole) << c.what;
    if (c.pages > 0) {
      EXPECT_TRUE(offers(sheet, sheet.choice, c.limit)) << c.what;
      EXPECT_THAT(pages_of(sheet), testing::Not(IsEmpty())) << c.what;
      EXPECT_LE(pages_of(sheet).size(), static_cast<std::size_t>(c.limit)) << c.what;
    }
  }
}

TEST(PrintSheet, HoldsThePagesOfTheChoice) {
  const ReaderState reader = reader_at(4, {{2, 1}, {7, 5}});
  PrintSheet sheet = print_sheet(record(9), &reader, 20);
  EXPECT_THAT(pages_of(sheet), ElementsAre(4));
  choose(sheet, PageChoice::hits, 20);
  EXPECT_THAT(pages_of(sheet), ElementsAre(2, 7));
  choose(sheet, PageChoice::whole, 20);
  EXPECT_THAT(pages_of(sheet), SizeIs(9));
  choose(sheet, PageChoice::range, 20);
  EXPECT_THAT(pages_of(sheet), ElementsAre(4));
  choose(sheet, PageChoice::whole, 8);
  EXPECT_EQ(sheet.choice, PageChoice::range) << "what is not offered is not chosen";
}

TEST(PrintSheet, RangeKeepsWithinTheDocumentAndTheLimit) {
  const struct {
    bool last;
    int by, first, last_page;
  } steps[] = {
      {true, 1, 24, 25},          {true, 10, 24, 35},
      {true, 10, 36, 45},    // no more than ten: the first follows
      {false, -10, 26, 35},  // and the last
      {false, 100, 86, 86},       {false, 1, 86, 86},
      {true, -1000, 1, 1},        {false, -1, 1, 1},
      {true, 2147483647, 77, 86}, {false, -2147483647 - 1, 1, 10},
  };
  const ReaderState reader = reader_at(24);
  PrintSheet sheet = print_sheet(record(86), &reader, 10);
  sheet.choice = PageChoice::range;
  for (const auto& step : steps) {
    move_range(sheet, step.last, step.by, step.last && step.by == 10 && step.first == 24 ? 12 : 10);
    EXPECT_EQ(sheet.first, step.first) << step.by;
    EXPECT_EQ(sheet.last, step.last_page) << step.by;
  }
}

// ---- the way

TEST(Print, TakesThreeTouchesAndSaysHowMany) {
  AppState state = choosing();
  ASSERT_TRUE(state.session.print_sheet);
  const auto effects = apply(state, act::StartPrint{}, 4);
  const auto* print = only<effect::Print>(effects);
  ASSERT_NE(print, nullptr);
  EXPECT_EQ(print->id, 1);
  EXPECT_THAT(print->pages, ElementsAre(24));
  EXPECT_EQ(print->printer, "Accueil");
  ASSERT_TRUE(state.session.printing);
  EXPECT_EQ(state.session.printing->pages, 1);
  EXPECT_THAT(apply(state, act::StartPrint{}, 5), IsEmpty()) << "not twice";
}

TEST(Print, IsFollowedByItsTicketOnly) {
  AppState state = choosing();
  apply(state, act::StartPrint{}, 4);
  const int ticket = state.session.printing->ticket;
  receive(state, message::PrintProgress{ticket + 1, PrintStage::done, 0}, 5);
  EXPECT_EQ(state.session.printing->stage, PrintStage::drawing);
  receive(state, message::PrintProgress{ticket, PrintStage::out_of_paper, 0}, 6);
  EXPECT_EQ(state.session.printing->stage, PrintStage::out_of_paper);
  const auto effects = apply(state, act::CancelPrint{}, 7);
  ASSERT_NE(only<effect::CancelPrint>(effects), nullptr);
  receive(state, message::PrintProgress{ticket, PrintStage::cancelled, 0}, 8);
  EXPECT_THAT(apply(state, act::CancelPrint{}, 9), IsEmpty());
  apply(state, act::OpenPrint{}, 10);
  EXPECT_FALSE(state.session.printing) << "back to the choice";
  EXPECT_TRUE(state.session.print_sheet);
}

TEST(Print, CloseLeadsBackToTheReferenceAndThePrintGoesOn) {
  AppState state = choosing();
  apply(state, act::StartPrint{}, 4);
  EXPECT_THAT(apply(state, act::Back{}, 5), IsEmpty());
  EXPECT_FALSE(state.session.print_sheet);
  EXPECT_TRUE(state.session.take_away);
  apply(state, act::OpenPrint{}, 6);
  EXPECT_TRUE(state.session.printing) << "it is still told of";
  apply(state, act::Home{}, 7);
  EXPECT_FALSE(state.session.print_sheet);
  EXPECT_FALSE(state.session.take_away);
  EXPECT_TRUE(std::holds_alternative<HomePlace>(state.session.place));
}

TEST(Print, NothingUnderItIsTouched) {
  AppState state = choosing();
  for (const Action& action : std::vector<Action>{act::TurnPage{1}, act::CitePage{true}, act::Keep{1},
                                                  act::OpenDocument{2, 1, ""}, act::Type{"x"}}) {
    EXPECT_THAT(apply(state, action, 4), IsEmpty());
  }
  EXPECT_EQ(std::get<ReaderState>(state.session.place).page, 24);
  EXPECT_FALSE(state.session.take_away->page_only);
}

TEST(Print, IsRefusedByRightsByTheHouseAndWithoutAPrinter) {
  AppState denied = choosing(86, "Impression interdite");
  ASSERT_TRUE(denied.session.print_sheet);
  EXPECT_FALSE(denied.session.print_sheet->allowed);
  EXPECT_THAT(apply(denied, act::StartPrint{}, 4), IsEmpty());

  AppState gone = choosing();
  receive(gone, message::PrinterFound{}, 4);
  EXPECT_THAT(apply(gone, act::StartPrint{}, 5), IsEmpty());
  apply(gone, act::Back{}, 6);
  apply(gone, act::OpenPrint{}, 7);
  EXPECT_FALSE(gone.session.print_sheet);

  AppState off = choosing();
  receive(off, message::HouseRead{{false, "", 20, false, {}, 0}}, 4);
  EXPECT_THAT(apply(off, act::StartPrint{}, 5), IsEmpty());

  AppState fewer = choosing();
  for (int i = 0; i < 5; ++i) apply(fewer, act::MovePrintRange{true, 1}, 4);
  apply(fewer, act::ChoosePages{PageChoice::range}, 4);
  receive(fewer, message::HouseRead{{true, "", 5, false, {}, 0}}, 4);
  EXPECT_THAT(apply(fewer, act::StartPrint{}, 5), IsEmpty()) << "six pages";
}

TEST(Print, WhatIsNotPrintedYetIsCancelledWhenTheVisitEnds) {
  for (const auto& [stage, cancelled] : {std::pair{PrintStage::out_of_paper, true},
                                         {PrintStage::unreachable, true},
                                         {PrintStage::needs_help, true},
                                         {PrintStage::drawing, true},
                                         {PrintStage::sent, true},
                                         {PrintStage::printing, true},
                                         {PrintStage::done, false}}) {
    AppState state = choosing();
    apply(state, act::StartPrint{}, 4);
    receive(state, message::PrintProgress{state.session.printing->ticket, stage, 0}, 5);
    const Effects effects = apply(state, act::Finish{}, 6);
    const bool any = std::any_of(effects.begin(), effects.end(), [](const Effect& effect) {
      const auto* cancel = std::get_if<effect::CancelPrint>(&effect);
      return cancel != nullptr && !cancel->when_begun;
    });
    EXPECT_EQ(any, cancelled) << "sheets that come out are left to whoever waits for them";
    EXPECT_FALSE(state.session.print_sheet);
    EXPECT_FALSE(state.session.printing);
  }
}

TEST(Print, TheListOfWhatIsKeptIsPrintedAsItIsCited) {
  AppState state = choosing();
  apply(state, act::Back{}, 4);
  apply(state, act::Back{}, 4);
  apply(state, act::Keep{1}, 5);
  apply(state, act::OpenPrint{}, 5);
  EXPECT_FALSE(state.session.print_sheet) << "a page is printed from its sheet";
  apply(state, act::OpenBasket{}, 6);
  apply(state, act::OpenPrint{}, 7);
  ASSERT_TRUE(state.session.print_sheet);
  const auto effects = apply(state, act::StartPrint{"Ma sélection"}, 8);
  const auto* print = only<effect::Print>(effects);
  ASSERT_NE(print, nullptr);
  EXPECT_THAT(print->references, ElementsAre("Les coopératives féminines. [s. d.], 86 p."));
  EXPECT_EQ(print->heading, "Ma sélection");
  apply(state, act::Back{}, 9);
  EXPECT_TRUE(std::holds_alternative<BasketPlace>(state.session.place));
}

TEST(Print, LooksForThePrinterAtTheStartAndWithEachSheet) {
  AppState state;
  const auto at_start = receive(state, message::HouseRead{{true, "Accueil", 20, false, {}, 0}}, 0);
  ASSERT_NE(only<effect::FindPrinter>(at_start), nullptr);
  EXPECT_EQ(only<effect::FindPrinter>(at_start)->name, "Accueil");
  EXPECT_THAT(receive(state, message::HouseRead{{false, "", 20, false, {}, 0}}, 0), IsEmpty());
  apply(state, act::Begin{}, 0);
  apply(state, act::OpenDocument{1, 1, ""}, 1);
  receive(state, message::DocumentOpened{1, record(9), false}, 1);
  EXPECT_THAT(apply(state, act::TakeAway{1}, 2), IsEmpty());
  apply(state, act::Back{}, 3);
  receive(state, message::HouseRead{}, 4);
  EXPECT_THAT(apply(state, act::TakeAway{1}, 5), SizeIs(1));
}

}  // namespace
}  // namespace mess::kiosk
