#include "kiosk/app/reader_links.h"

#include <cmath>

#include "kiosk/app/reader_book.h"
#include "kiosk/app/visit.h"
#include "reading.h"

namespace mess::kiosk {
namespace {

using library::PageLink;

const PageLink to_page_9{{0.1f, 0.2f, 0.6f, 0.22f}, 9, ""};
const PageLink to_web{{0.1f, 0.3f, 0.6f, 0.32f}, 0, "https://example.org/a?b=1"};
const PageLink to_mail{{0.1f, 0.4f, 0.6f, 0.42f}, 0, "mailto:info@example.org?subject=x"};

// A reader at page 3 whose links are known.
Reading with_links(ReaderContext where = french) {
  Reading r("", 3, false, where);
  r.receive(message::PageLinksFound{7, 3, {to_page_9, to_web, to_mail}});
  return r;
}

Point middle_of(const Reading& r, const PageLink& link) {
  const Rect view = page_view(r.context.screen, is_right_to_left(r.context.language));
  return box_on_screen(page_rect(view, size_of_page(r.reader, r.reader.page), r.reader.viewport), link.box)
      .centre();
}

bool asks_for_links(const std::vector<Effect>& effects, int page) {
  return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
    const auto* links = std::get_if<effect::PageLinks>(&effect);
    return links != nullptr && links->page == page;
  });
}

TEST(ReaderLinks, ATouchGoesToThePageAndTheChipBringsBackAsItWas) {
  for (const ReaderContext& where : {french, arabic}) {
    Reading r = with_links(where);
    r.act(act::Zoom{2, page_view(where.screen, is_right_to_left(where.language)).centre(), false});
    const Viewport left = r.reader.viewport;
    r.act(act::Tap{"reader.page", middle_of(r, to_page_9), 1});
    EXPECT_EQ(r.reader.page, 9);
    ASSERT_EQ(r.reader.links.trail.size(), 1u);
    EXPECT_EQ(r.reader.links.trail.back().page, 3);
    r.act(act::GoBackInDocument{});
    EXPECT_EQ(r.reader.page, 3);
    EXPECT_EQ(r.reader.viewport, left);
    EXPECT_TRUE(r.reader.links.trail.empty());
  }
}

// How far below the view's top a height of the page that is read lies, once all rests.
float below_top(Reading& r, float height) {
  r.rest();
  const Rect view = view_of_page(r.reader, r.context);
  const Rect page = page_on_screen(r.reader, view, r.reader.page, r.reader.viewport);
  return box_within(r.reader, page, {0, height, 1, height}).y - view.y;
}

TEST(ReaderLinks, ATouchLandsWhereTheDestinationSays) {
  for (const PageFlow flow : {PageFlow::single, PageFlow::continuous}) {
    for (const int page : {2, 4, 9}) {
      for (const bool by_contents : {false, true}) {
        Reading r("", 3);
        r.act(act::SetFlow{flow});
        r.receive(message::PageLinksFound{7, 3, {{to_page_9.box, page, "", 0.45f}}});
        r.act(by_contents ? Action(act::GoToPage{page, 0.45f})
                          : Action(act::Tap{"reader.page", middle_of(r, to_page_9), 1}));
        EXPECT_EQ(r.reader.page, page);
        EXPECT_NEAR(below_top(r, 0.45f), page_margin, 1) << page << " " << by_contents;
        EXPECT_EQ(r.reader.links.trail.size(), by_contents ? 0u : 1u);
      }
    }
  }
}

TEST(ReaderLinks, NothingScrollsForWhatIsSeenAnyway) {
  Reading r("", 3);
  r.act(act::GoToPage{9, 0.2f});
  EXPECT_NEAR(below_top(r, 0), page_margin, 1) << "a page begins at its top";
  r.act(act::SetFlow{PageFlow::facing});
  r.act(act::GoToPage{4, 0.4f});
  EXPECT_GE(below_top(r, 0), 0) << "it is seen whole";
  r.act(act::SetFlow{PageFlow::single});
  r.act(act::GoToPage{4, 0.99f});
  const Rect view = view_of_page(r.reader, r.context);
  EXPECT_NEAR(below_top(r, 1), view.h - page_margin, 1) << "no further than the page goes";
}

TEST(ReaderLinks, WithinAPageTheChipBringsBackWhereOneWas) {
  Reading r("", 3);
  r.receive(message::PageLinksFound{
      7, 3, {{to_page_9.box, 3, "", 0.6f}, {{0.1f, 0.3f, 0.6f, 0.32f}, 3, "", 0.2f}}});
  const Viewport left = r.reader.viewport;
  r.act(act::Tap{"reader.page", middle_of(r, to_web), 1});
  EXPECT_TRUE(r.reader.links.trail.empty()) << "what it leads to is seen already";
  EXPECT_EQ(r.reader.viewport, left);
  r.act(act::Tap{"reader.page", middle_of(r, to_page_9), 1});
  EXPECT_EQ(r.reader.links.trail.size(), 1u);
  EXPECT_LT(below_top(r, 0.6f), view_of_page(r.reader, r.context).h / 2);
  EXPECT_EQ(r.reader.links.trail.size(), 1u) << "it stays while one reads there";
  r.act(act::GoBackInDocument{});
  r.rest();
  EXPECT_EQ(r.reader.viewport, left);
  EXPECT_TRUE(r.reader.links.trail.empty());
}

TEST(ReaderLinks, SeveralStepsAndTheWayFoundAlone) {
  Reading r = with_links();
  r.act(act::Tap{"reader.page", middle_of(r, to_page_9), 1});
  r.now += 2;
  r.receive(message::PageLinksFound{7, 9, {{{0.1f, 0.2f, 0.6f, 0.22f}, 15, ""}}});
  r.act(act::Tap{"reader.page", middle_of(r, to_page_9), 1});
  EXPECT_EQ(r.reader.page, 15);
  ASSERT_EQ(r.reader.links.trail.size(), 2u);
  r.act(act::GoBackInDocument{});
  EXPECT_EQ(r.reader.page, 9);
  r.act(act::GoToPage{3});
  EXPECT_TRUE(r.reader.links.trail.empty()) << "back without the chip: nothing to go back to";
  r.act(act::GoBackInDocument{});
  EXPECT_EQ(r.reader.page, 3);
}

TEST(ReaderLinks, TheSecondOfTwoQuickTouchesDoesNothingToThePageThatCame) {
  Reading r = with_links();
  const Point at = middle_of(r, to_page_9);
  r.act(act::Tap{"reader.page", at, 1});
  const Viewport came = r.reader.viewport;
  r.now += 0.2;
  r.act(act::Tap{"reader.page", at, 2});
  r.rest();
  EXPECT_EQ(r.reader.page, 9);
  EXPECT_EQ(r.reader.viewport, came);
}

TEST(ReaderLinks, AnAddressIsShownAndNothingElseHappens) {
  Reading r = with_links();
  r.act(act::Tap{"reader.page", middle_of(r, to_web), 1});
  EXPECT_TRUE(r.effects.empty()) << "nothing outside the screen is asked for";
  ASSERT_TRUE(r.reader.links.address);
  EXPECT_EQ(r.reader.links.address->text, "https://example.org/a?b=1");
  EXPECT_TRUE(r.reader.links.address->code);
  EXPECT_EQ(r.reader.page, 3);
  EXPECT_TRUE(close_over_page(r.reader, r.context, r.now));
  EXPECT_FALSE(r.reader.links.address);
  r.act(act::Tap{"reader.page", middle_of(r, to_mail), 1});
  ASSERT_TRUE(r.reader.links.address);
  EXPECT_TRUE(r.reader.links.address->is_mail);
  EXPECT_EQ(r.reader.links.address->text, "info@example.org");
}

TEST(ReaderLinks, AnAddressTooLongForACodeIsStillShown) {
  const Address address = address_of("https://example.org/" + std::string(1900, 'a'));
  EXPECT_FALSE(address.code);
  EXPECT_EQ(address.text.size(), 1920u);
}

TEST(ReaderLinks, WhatCannotBeTouchedOrShownIsLeftOut) {
  const float nan = std::nanf("");
  const struct {
    const char* what;
    PageLink link;
    bool usable;
  } rows[] = {
      {"a line of a contents list", {{0.1f, 0.2f, 0.9f, 0.22f}, 20, ""}, true},
      {"a page beyond the last", {{0.1f, 0.2f, 0.9f, 0.22f}, 21, ""}, false},
      {"a page before the first", {{0.1f, 0.2f, 0.9f, 0.22f}, -1, ""}, false},
      {"the whole page", {{0, 0, 1, 1}, 2, ""}, false},
      {"a point", {{0.5f, 0.5f, 0.5f, 0.5f}, 2, ""}, false},
      {"turned inside out", {{0.9f, 0.2f, 0.1f, 0.22f}, 2, ""}, false},
      {"outside the page", {{1e9f, 0.2f, 2e9f, 0.22f}, 2, ""}, false},
      {"no number", {{nan, 0.2f, 0.9f, 0.22f}, 2, ""}, false},
      {"no number below", {{0.1f, 0.2f, 0.9f, nan}, 2, ""}, false},
      {"web without a scheme", {{0.1f, 0.2f, 0.9f, 0.22f}, 0, "www.example.org"}, true},
      {"capitals", {{0.1f, 0.2f, 0.9f, 0.22f}, 0, "HTTP://EXAMPLE.ORG"}, true},
      {"a file", {{0.1f, 0.2f, 0.9f, 0.22f}, 0, "file:///etc/passwd"}, false},
      {"a program", {{0.1f, 0.2f, 0.9f, 0.22f}, 0, "javascript:alert(1)"}, false},
      {"nothing but a scheme", {{0.1f, 0.2f, 0.9f, 0.22f}, 0, "http://"}, false},
      {"nothing", {{0.1f, 0.2f, 0.9f, 0.22f}, 0, ""}, false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(usable_links({row.link}, 20).size(), row.usable ? 1u : 0u) << row.what;
  EXPECT_EQ(usable_links(std::vector<PageLink>(5000, to_page_9), 20).size(), 1000u);
}

TEST(ReaderLinks, TheSmallestUnderTheFingerElseTheNearest) {
  const std::vector<PageLink> links{{{0, 0, 0.5f, 0.5f}, 2, ""}, {{0.1f, 0.1f, 0.2f, 0.12f}, 3, ""}};
  EXPECT_EQ(link_at(links, {0.15f, 0.11f}, {0.01f, 0.01f})->page, 3);
  EXPECT_EQ(link_at(links, {0.3f, 0.3f}, {0.01f, 0.01f})->page, 2);
  EXPECT_EQ(link_at(links, {0.505f, 0.3f}, {0.01f, 0.01f})->page, 2);
  EXPECT_EQ(link_at(links, {0.6f, 0.6f}, {0.01f, 0.01f}), nullptr);
  EXPECT_EQ(link_at({}, {0.6f, 0.6f}, {0.01f, 0.01f}), nullptr);
}

TEST(ReaderLinks, AreAskedForOnceAVisitToAPageAndNotWhilePagesFlyPast) {
  Reading r("", 3);
  r.act(act::GoToPage{5});
  EXPECT_TRUE(asks_for_links(r.effects, 5));
  r.act(act::Zoom{2, {900, 500}, false});
  EXPECT_FALSE(asks_for_links(r.effects, 5)) << "asked already";
  r.act(act::Slide{"reader.slider", 0.5f});
  EXPECT_FALSE(asks_for_links(r.effects, r.reader.page));
  r.act(act::Fling{"reader.slider", {0, 0}});
  EXPECT_TRUE(asks_for_links(r.effects, r.reader.page));
}

}  // namespace
}  // namespace mess::kiosk
