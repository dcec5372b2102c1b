// Browsing without typing: where covers and letters lie, what touches do, what comes back.

#include "kiosk/app/browse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "kiosk/app/session.h"
#include "kiosk/draw/theme.h"
#include "shelf_of_books.h"

namespace mess::kiosk {
namespace {

using library::Listed;
using library::Order;
using testing::IsEmpty;
using testing::SizeIs;

const effect::Browse* asked(const std::vector<Effect>& effects) {
  return effects.empty() ? nullptr : std::get_if<effect::Browse>(&effects.back());
}

struct Shown {
  AppState state;
  std::vector<Listed> documents;

  BrowsePlace& place() { return std::get<BrowsePlace>(state.session.place); }
  void act(const Action& action, double now = 1) { answer(apply(state, action, now)); }
  void answer(const std::vector<Effect>& effects) {
    if (const effect::Browse* request = asked(effects)) receive(state, answer_to(*request), 1);
  }
  message::BrowseAnswered answer_to(const effect::Browse& request) const {
    return {request.ticket, std::make_shared<const library::Listing>(
                                library::arrange(documents, request.order, request.reader))};
  }
  library::DocumentId first_seen() {
    return place().listing->documents[books_seen(place(), state.screen).first].id;
  }
};

Shown shown(std::size_t count, Order order = Order::title) {
  Shown browsing;
  browsing.documents = library_of(count);
  browsing.act(act::Begin{});
  browsing.act(act::Browse{order});
  return browsing;
}

TEST(BrowsePlace, ShowsTenCoversAtOnceOnTheReferenceScreen) {
  Shown browsing = shown(75);
  const BookRange seen = books_seen(browsing.place(), reference);
  EXPECT_EQ(seen.first, 0u);
  EXPECT_EQ(seen.last, 10u);
  EXPECT_GT(books_seen(browsing.place(), {2520, 1080}).last, 10u);
}

TEST(BrowsePlace, AsksForNothingOutOfSightHoweverManyDocuments) {
  for (const std::size_t count : {0u, 1u, 9u, 10u, 11u, 1'600u, 50'000u}) {
    Shown browsing = shown(count);
    BrowsePlace& place = browsing.place();
    const float limit = scroll_limit(place, reference);
    for (const float part : {0.f, 0.3f, 1.f}) {
      place.scroll.at = limit * part;
      const BookRange drawn = books_to_draw(place, reference), seen = books_seen(place, reference);
      EXPECT_LE(drawn.last - drawn.first, 20u) << count;
      EXPECT_LE(drawn.last, count);
      EXPECT_EQ(seen.empty(), count == 0) << count << " at " << part;
      EXPECT_TRUE(seen.empty() || (seen.first >= drawn.first && seen.last <= drawn.last));
    }
    place.scroll.at = limit;
    EXPECT_EQ(books_seen(place, reference).last, count) << "the last one is in sight at the end";
  }
}

TEST(BrowsePlace, ThePagerShowsEachBookOnceOnItsWayDown) {
  Shown browsing = shown(75);
  BrowsePlace& place = browsing.place();
  std::size_t next = 0;
  for (int screens = 0; screens < 8; ++screens) {
    const BookRange seen = books_seen(place, reference);
    EXPECT_LE(seen.first, next) << "a row was passed over";
    next = seen.last;
    if (next == 75) break;
    browsing.act(act::PageOfResults{1}, 1);
    double ignored = 0;
    tick(browsing.state, 3, ignored);
  }
  EXPECT_EQ(next, 75u);
}

TEST(BrowsePlace, ASectionBringsItsFirstBookIntoSight) {
  for (const Order order : {Order::title, Order::newest, Order::year, Order::collection, Order::language}) {
    Shown browsing = shown(1'600, order);
    const auto sections = browsing.place().listing->sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      browsing.act(act::ShowSection{i}, 1);
      double ignored = 0;
      tick(browsing.state, 3, ignored);
      EXPECT_TRUE(books_seen(browsing.place(), reference).holds(sections[i].first)) << sections[i].key;
      EXPECT_EQ(section_of(*browsing.place().listing, sections[i].first), i);
      EXPECT_EQ(section_of(*browsing.place().listing, sections[i].first + sections[i].count - 1), i);
    }
    browsing.act(act::ShowSection{sections.size()}, 1);  // there is none: nothing happens
  }
}

TEST(BrowsePlace, BackFromADocumentFindsTheSameCovers) {
  Shown browsing = shown(300);
  browsing.act(act::Drag{"browse.list", {}, {0, -3137}});
  const float at = browsing.place().scroll.at;
  EXPECT_EQ(at, 3137);
  const library::DocumentId id = browsing.first_seen();
  browsing.act(act::OpenDocument{id, 1, ""});
  const auto& reader = std::get<ReaderState>(browsing.state.session.place);
  EXPECT_EQ(reader.document.id, id);
  EXPECT_FALSE(reader.document.title.empty());  // known before the reader's thread says so
  browsing.act(act::Back{});
  EXPECT_EQ(browsing.place().scroll.at, at);
  EXPECT_EQ(browsing.first_seen(), id);
}

TEST(BrowsePlace, TheLanguageOfTheInterfaceChangesTheOrderAroundWhatIsSeen) {
  Shown browsing = shown(300);
  browsing.act(act::Drag{"browse.list", {}, {0, -5000}});
  const library::DocumentId id = browsing.first_seen();
  browsing.act(act::SetLanguage{Language::arabic});
  EXPECT_EQ(browsing.place().listing->reader, Language::arabic);
  const BookRange seen = books_seen(browsing.place(), reference);
  bool there = false;
  for (std::size_t i = seen.first; i < seen.last; ++i)
    there = there || browsing.place().listing->documents[i].id == id;
  EXPECT_TRUE(there);
}

TEST(BrowsePlace, AtTheTopANewLanguageShowsItsOwnLettersFirst) {
  Shown browsing = shown(75);
  browsing.act(act::SetLanguage{Language::arabic});
  EXPECT_EQ(browsing.place().scroll.at, 0);
  EXPECT_EQ(browsing.place().listing->sections[1].key, "ا");
}

TEST(BrowsePlace, WhatIsAddedMeanwhileMovesNothing) {
  Shown browsing = shown(100, Order::newest);
  browsing.act(act::Drag{"browse.list", {}, {0, -2000}});
  const library::DocumentId id = browsing.first_seen();
  for (int i = 0; i < 25; ++i) browsing.documents.push_back(book(500 + i, "Nouveau", "fr"));
  browsing.answer(receive(browsing.state, message::LibraryChanged{}, 2));
  EXPECT_EQ(browsing.first_seen(), id);
  EXPECT_THAT(browsing.place().listing->documents, SizeIs(125));
}

TEST(BrowsePlace, AnotherOrderBeginsAtItsTop) {
  Shown browsing = shown(100);
  browsing.act(act::Drag{"browse.list", {}, {0, -2000}});
  browsing.act(act::Browse{Order::year});
  EXPECT_EQ(browsing.place().listing->order, Order::year);
  EXPECT_EQ(browsing.place().scroll.at, 0);
  EXPECT_THAT(browsing.state.session.history, SizeIs(1)) << "an order is no place";
  EXPECT_THAT(apply(browsing.state, act::Browse{Order::year}, 2), IsEmpty());
}

TEST(BrowsePlace, OnlyTheNewestRequestIsAnswered) {
  Shown browsing;
  browsing.documents = library_of(20);
  apply(browsing.state, act::Begin{}, 0);
  const auto first = apply(browsing.state, act::Browse{Order::title}, 0);
  const auto second = apply(browsing.state, act::Browse{Order::year}, 0);
  receive(browsing.state, browsing.answer_to(*asked(first)), 1);
  EXPECT_EQ(browsing.place().listing, nullptr);
  receive(browsing.state, browsing.answer_to(*asked(second)), 1);
  EXPECT_EQ(browsing.place().listing->order, Order::year);
  EXPECT_FALSE(browsing.place().waiting);
}

TEST(BrowsePlace, AnErrorIsKeptUntilTheNextAnswer) {
  Shown browsing;
  browsing.documents = library_of(20);
  const auto effects = apply(browsing.state, act::Browse{}, 0);
  receive(
      browsing.state,
      message::BrowseAnswered{asked(effects)->ticket, tl::unexpected(Error{ErrorKind::corrupt, "", "", ""})},
      1);
  ASSERT_TRUE(browsing.place().error);
  const auto again = apply(browsing.state, act::Browse{}, 2);  // a touch on the same order tries again
  ASSERT_NE(asked(again), nullptr);
  browsing.answer(again);
  EXPECT_FALSE(browsing.place().error);
  EXPECT_THAT(browsing.place().listing->documents, SizeIs(20));
}

TEST(BrowsePlace, TheEndOfAVisitForgetsIt) {
  Shown browsing = shown(100);
  double next = 0;
  tick(browsing.state, 500, next);
  tick(browsing.state, 1000, next);
  EXPECT_TRUE(std::holds_alternative<WelcomePlace>(browsing.state.session.place));
  EXPECT_THAT(browsing.state.session.history, IsEmpty());
}

TEST(BrowsePlace, ManySectionsScrollByThemselves) {
  Shown browsing = shown(300, Order::year);
  BrowsePlace& place = browsing.place();
  EXPECT_GT(sections_limit(place, reference), 0);
  browsing.act(act::Drag{"browse.sections", {}, {0, -100}});
  EXPECT_EQ(place.sections.at, 100);
  EXPECT_EQ(place.scroll.at, 0);
  browsing.act(act::Drag{"browse.sections", {}, {0, -9000}});
  EXPECT_EQ(place.sections.at, sections_limit(place, reference));
}

TEST(BrowsePlace, TheSectionSeenStaysInSightInItsPanel) {
  for (const Order order : {Order::year, Order::title}) {
    Shown browsing = shown(400, order);
    BrowsePlace& place = browsing.place();
    const BrowseLayout layout = browse_layout(reference);
    const SectionsLayout content = sections_layout(*place.listing, layout, false);
    for (const float way : {-4000.f, -9000.f, -90000.f, 3000.f, 90000.f}) {
      browsing.act(act::Drag{"browse.list", {}, {0, way}});
      const Rect& lit = content.targets[section_of(*place.listing, books_seen(place, reference).first)];
      EXPECT_GE(lit.y, place.sections.at) << way;
      EXPECT_LE(lit.bottom(), place.sections.at + layout.sections.h) << way;
    }
  }
}

// Latin letters run from left to right and Arabic ones from right to left, in either interface.
TEST(BrowsePlace, LettersRunAsTheirScriptDoes) {
  const BrowseLayout layout = browse_layout(reference);
  for (const Language language : {Language::french, Language::arabic}) {
    const bool mirror = is_right_to_left(language);
    const library::Listing listing = library::arrange(library_of(200), Order::title, language);
    const SectionsLayout content = sections_layout(listing, layout, mirror);
    std::map<std::string, Rect> on_screen;
    for (std::size_t i = 0; i < listing.sections.size(); ++i) {
      const Rect r = content.targets[i].moved(layout.sections.x, layout.sections.y);
      on_screen[listing.sections[i].key] = mirror ? mirrored(r, reference.w) : r;
    }
    EXPECT_LT(on_screen["A"].x, on_screen["C"].x);
    EXPECT_EQ(on_screen["A"].y, on_screen["C"].y);
    EXPECT_GT(on_screen["ا"].x, on_screen["ت"].x);
    EXPECT_EQ(on_screen["ا"].y, on_screen["ت"].y);
    EXPECT_EQ(on_screen["A"].y < on_screen["ا"].y, !mirror) << "the reader's script comes first";
    EXPECT_EQ(on_screen["A"].x < 960, !mirror) << "the letters stand at the start";
    std::set<std::pair<float, float>> places;
    for (const auto& [key, r] : on_screen) {
      EXPECT_TRUE(places.insert({r.x, r.y}).second) << key;
      EXPECT_GE(r.w, space::target_min);
    }
  }
}

}  // namespace
}  // namespace mess::kiosk
