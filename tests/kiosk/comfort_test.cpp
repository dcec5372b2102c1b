// What a visitor sets under "Confort", and the panels of the bar.

#include <gtest/gtest.h>

#include "kiosk/app/bar_layout.h"
#include "kiosk/app/browse.h"
#include "kiosk/app/results.h"
#include "kiosk/app/screen_size.h"
#include "kiosk/draw/stage.h"
#include "visitor.h"

namespace mess::kiosk {
namespace {

TEST(Comfort, IsSetInThePanelAndKeptOverPlaces) {
  Visitor v(Language::french);
  v.act(act::ShowResults{"eau", {}});
  v.touch("bar.comfort");
  v.touch("comfort.contrast");
  EXPECT_TRUE(v.state().session.comfort.contrast);
  v.touch("comfort.contrast");
  EXPECT_FALSE(v.state().session.comfort.contrast);
  v.touch("comfort.size.very_large");
  v.act(act::Home{});
  EXPECT_EQ(v.state().session.comfort.size, TextSize::very_large);
}

TEST(Comfort, IsGoneWithTheVisit) {
  Visitor v(Language::french);
  v.act(act::ShowResults{"eau", {}});
  v.act(act::SetComfort{{TextSize::large, true, true, true}});
  v.act(act::ShowPanel{Panel::comfort});
  v.act(act::Finish{});
  EXPECT_EQ(v.state().session.comfort, Comfort{});
  EXPECT_EQ(v.state().session.panel, Panel::none);
}

TEST(Comfort, GoesBackToWhatItWasInOneTouch) {
  Visitor v(Language::arabic);
  v.act(act::ShowResults{"eau", {}});
  v.act(act::SetComfort{{TextSize::normal, true, true, true}});
  v.touch("bar.comfort");
  v.touch("comfort.reset");
  EXPECT_EQ(v.state().session.comfort, Comfort{});
}

TEST(Panels, CloseBeforeAnythingElseGoesBack) {
  Visitor v(Language::french);
  v.act(act::ShowResults{"eau", {}});
  v.touch("bar.comfort");
  v.act(act::Back{});
  EXPECT_EQ(v.state().session.panel, Panel::none);
  EXPECT_TRUE(v.at<ResultsPlace>());
}

TEST(Panels, LeaveTheBarToTouchAndNothingBelowThem) {
  Visitor v(Language::french);
  v.act(act::ShowResults{"eau", {}});
  v.touch("bar.comfort");
  EXPECT_TRUE(v.find("bar.home"));
  EXPECT_TRUE(v.find("panel.outside"));
  EXPECT_FALSE(v.find("card.1"));
  EXPECT_TRUE(v.scene().areas.empty());
  v.touch("bar.comfort");
  EXPECT_EQ(v.state().session.panel, Panel::none);
}

TEST(Panels, OfferAllLanguagesWhereTheBarHasNoRoomForThem) {
  Visitor v(Language::french, {1536, 864});
  v.act(act::ShowResults{"eau", {}});
  ASSERT_TRUE(v.find("language.ar"));
  EXPECT_FALSE(v.find("language.es"));
  v.touch("bar.languages");
  v.touch("languages.es");
  EXPECT_EQ(v.state().session.language, Language::spanish);
  EXPECT_EQ(v.state().session.panel, Panel::none);
}

TEST(LowBar, StandsAtTheBottomAndTheRestAboveIt) {
  Visitor v(Language::french);
  v.act(act::ShowResults{"eau", {}});
  const float pager = v.find("results.pager.on")->rect.bottom();
  v.act(act::SetComfort{{TextSize::normal, false, true, false}});
  const float bar = bar_height({1920, 1080});
  EXPECT_GE(v.find("bar.home")->rect.y, 1080 - bar);
  EXPECT_EQ(v.find("results.pager.on")->rect.bottom(), pager - bar);
  v.touch("bar.comfort");
  EXPECT_LE(v.find("panel")->rect.bottom(), 1080 - bar);
}

TEST(ScreenSize, ListsShowWhatTheyShowed) {
  Visitor v(Language::arabic, {1239, 697});
  v.act(act::Browse{});
  v.act(act::ShowSection{4});
  v.wait(1);
  const std::size_t book = books_seen(*v.at<BrowsePlace>(), v.state().screen).first;
  ASSERT_GT(book, 0u);
  take_screen(v.state(), {1920, 1080});
  const BookRange seen = books_seen(*v.at<BrowsePlace>(), v.state().screen);
  EXPECT_TRUE(seen.holds(book)) << book << " of " << seen.first << " to " << seen.last;

  v.act(act::ShowResults{"eau", {}});
  v.act(act::PageOfResults{1});
  v.wait(1);
  const int card = seen_range(*v.at<ResultsPlace>(), v.state().screen).first;
  ASSERT_GT(card, 1);
  v.act(act::OpenGuide{"contact"});
  take_screen(v.state(), {1239, 697});
  v.act(act::Back{});
  const SeenRange cards = seen_range(*v.at<ResultsPlace>(), v.state().screen);
  EXPECT_LE(cards.first, card);
  EXPECT_GE(cards.last, card);
}

TEST(ScreenSize, APageShowsWhatItShowed) {
  Visitor v(Language::french);
  v.read(1);
  v.act(act::GoToPage{7});
  v.act(act::Scroll{0.5f});
  v.wait(1);
  const Viewport before = v.at<ReaderState>()->viewport;
  ASSERT_LT(before.offset.y, -50);
  take_screen(v.state(), {1536, 864});
  EXPECT_EQ(v.at<ReaderState>()->page, 7);
  EXPECT_EQ(v.at<ReaderState>()->viewport.zoom, before.zoom);
  EXPECT_NEAR(v.at<ReaderState>()->viewport.offset.y, before.offset.y, 80);
  take_screen(v.state(), {1920, 1080});
  EXPECT_NEAR(v.at<ReaderState>()->viewport.offset.y, before.offset.y, 80);
}

TEST(Reading, LanguageAndComfortAreOneTouchAwayAndThePageStays) {
  for (const Size screen : {Size{1920, 1080}, Size{1536, 864}}) {
    Visitor v(Language::french, screen);
    v.read(1);
    v.act(act::GoToPage{7});
    v.wait(1);
    v.touch("language.ar");
    EXPECT_EQ(v.state().session.language, Language::arabic);
    ASSERT_NE(v.at<ReaderState>(), nullptr);
    EXPECT_EQ(v.at<ReaderState>()->page, 7);
    v.touch("bar.languages");
    v.touch("languages.es");
    EXPECT_EQ(v.state().session.language, Language::spanish);
    v.touch("bar.comfort");
    v.touch("comfort.size.large");
    EXPECT_EQ(v.state().session.comfort.size, TextSize::large);
    v.touch("comfort.close");
    EXPECT_EQ(v.at<ReaderState>()->page, 7);
    EXPECT_EQ(v.state().session.panel, Panel::none);
  }
}

TEST(Panels, ShowTheFacetsWhereTheyKeptEverythingBack) {
  Visitor v(Language::french, {1239, 697});
  v.total = 0;
  v.act(act::ShowResults{"eau", {}});
  v.act(act::ShowPanel{Panel::side});
  EXPECT_TRUE(v.find("panel.close"));
  v.touch("panel.close");
  EXPECT_FALSE(v.find("panel.close"));
}

TEST(Panels, ALetterThatIsChosenClosesTheirs) {
  Visitor v(Language::french, {1239, 697});
  v.act(act::Browse{});
  v.touch("browse.sections.show");
  v.touch("browse.section.1");
  EXPECT_EQ(v.state().session.panel, Panel::none);
}

TEST(Calm, APageOfResultsIsThereAtOnce) {
  for (const bool calm : {false, true}) {
    Visitor v(Language::french);
    v.act(act::ShowResults{"eau", {}});
    v.act(act::SetComfort{{TextSize::normal, false, false, calm}});
    v.act(act::PageOfResults{1});
    v.wait(0.001);
    const ScrollState& scroll = v.at<ResultsPlace>()->scroll;
    EXPECT_EQ(scroll.moving(), !calm);
    EXPECT_EQ(scroll.at == scroll.to, calm);
  }
}

TEST(Calm, APageThatIsTurnedDoesNotSlide) {
  for (const bool calm : {false, true}) {
    Visitor v(Language::french);
    v.read(3);
    v.act(act::SetComfort{{TextSize::normal, false, false, calm}});
    v.act(act::TurnPage{1});
    EXPECT_EQ(v.at<ReaderState>()->turned_from == 0, calm);
    v.act(act::Tap{"reader.page", {960, 500}, 2});
    v.wait(0.001);
    EXPECT_EQ(v.at<ReaderState>()->motion.has_value(), !calm);
  }
}

TEST(DesignSize, FitsTheReferenceScreenIntoAnyWindow) {
  EXPECT_EQ(Stage::design_size(1920, 1080), (Size{1920, 1080}));
  EXPECT_EQ(Stage::design_size(3840, 2160), (Size{1920, 1080}));
  EXPECT_EQ(Stage::design_size(1280, 800), (Size{1920, 1200}));
  EXPECT_EQ(Stage::design_size(1080, 1920), (Size{1080, 1920}));
  EXPECT_EQ(Stage::design_size(800, 1280), (Size{1200, 1920}));
  EXPECT_EQ(Stage::design_size(1920, 1080, magnification(TextSize::large)), (Size{1536, 864}));
}

}  // namespace
}  // namespace mess::kiosk
