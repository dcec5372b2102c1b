// What a touch on a screen leads to, without a window.

#include <gtest/gtest.h>

#include "kiosk/app/reader.h"
#include "open_places.h"

namespace mess::kiosk {
namespace {

TEST(Screens, ATouchOnALineOfTheListOpensThatPassage) {
  for (const Language language : {Language::french, Language::arabic}) {
    Visitor visitor(language);
    open_reader(visitor, "fr");
    EXPECT_EQ(visitor.find("reader.passage.14"), nullptr) << "thumbnails first";
    visitor.touch("reader.passages");
    visitor.act(act::GoToPage{13});
    visitor.act(act::StepHit{1});
    visitor.touch("reader.passage.14");
    EXPECT_EQ(visitor.at<ReaderState>()->page, 14);
    EXPECT_EQ(hit_position(*visitor.at<ReaderState>()), 14);
    visitor.touch("reader.thumbnails");
    EXPECT_EQ(visitor.find("reader.passage.14"), nullptr);
  }
}

TEST(Screens, LargeTextIsOneTouchAwayAndSoIsThePage) {
  for (const Language language : {Language::french, Language::arabic}) {
    Visitor visitor(language);
    open_reader(visitor, "fr");
    visitor.touch("reader.large");
    read_large(visitor, false);
    EXPECT_TRUE(visitor.canvas().wrote("Une coopérative est née."));
    visitor.touch("reader.size.3");
    EXPECT_EQ(visitor.state().session.reading.size, LargeSize::largest);
    EXPECT_EQ(visitor.find("reader.larger"), nullptr) << "the largest already";
    visitor.touch("reader.smaller");
    visitor.touch("reader.large.page.13");
    EXPECT_FALSE(visitor.at<ReaderState>()->large.shown);
    EXPECT_EQ(visitor.at<ReaderState>()->page, 13);
  }
}

TEST(Screens, TheSheetOfThePagesIsPutAwayByAChoiceByBackAndByATouchBesideIt) {
  Visitor visitor(Language::french);
  open_reader(visitor, "fr");
  for (const char* way : {"reader.fit_page", "reader.fit_width", "reader.page_sheet.close"}) {
    visitor.touch("reader.page_sheet");
    visitor.touch(way);
    EXPECT_FALSE(visitor.at<ReaderState>()->page_sheet) << way;
  }
  visitor.touch("reader.page_sheet");
  EXPECT_EQ(target_at(visitor.scene(), {600, 500})->name, "reader.page_sheet.outside");
  visitor.act(act::Back{});
  ASSERT_TRUE(visitor.at<ReaderState>());
  EXPECT_FALSE(visitor.at<ReaderState>()->page_sheet);
}

TEST(Screens, InFullScreenTheToolsComeBackAndLeadBack) {
  for (const Language language : {Language::french, Language::arabic}) {
    Visitor visitor(language);
    open_reader(visitor, "fr");
    visitor.touch("reader.full");
    visitor.wait(1);
    EXPECT_EQ(visitor.find("reader.slider"), nullptr);
    EXPECT_TRUE(visitor.canvas().wrote(language == Language::french ? "Touchez la page" : "المسوا الصفحة"));
    visitor.touch("reader.next");
    EXPECT_EQ(visitor.at<ReaderState>()->page, 13);
    EXPECT_GT(visitor.find("reader.next")->rect.x, 960) << "a French document turns to the right";
    visitor.wait(5);
    EXPECT_EQ(visitor.find("nav.back"), nullptr) << "what recedes cannot be touched";
    EXPECT_EQ(visitor.find("reader.next"), nullptr);
    visitor.act(act::Tap{"reader.page", {960, 500}, 1});
    visitor.wait(1);
    ASSERT_NE(visitor.find("reader.fit_page"), nullptr) << "at reading size its foot is out of sight";
    visitor.touch("reader.zoom_in");
    visitor.touch("reader.zoom_in");
    visitor.touch("reader.zoom_in");
    visitor.wait(1);
    EXPECT_TRUE(visitor.canvas().wrote("%"));
    visitor.touch("reader.fit_page");
    visitor.wait(1);
    EXPECT_FALSE(visitor.canvas().wrote("%"));
    EXPECT_EQ(visitor.find("reader.fit_page"), nullptr) << "all of it is seen";
    visitor.touch("nav.back");
    EXPECT_FALSE(visitor.at<ReaderState>()->full.on);
    EXPECT_EQ(visitor.at<ReaderState>()->page, 13);
  }
}

TEST(Screens, WordsAreWrittenAndSearchedInTheReader) {
  for (const Language language : {Language::french, Language::arabic}) {
    Visitor visitor(language);
    open_reader(visitor, "fr");
    const bool arabic = language == Language::arabic;
    visitor.touch("reader.find");
    ASSERT_NE(visitor.find("key.search"), nullptr);
    visitor.touch("reader.find.clear");
    for (const char* letter : arabic ? std::vector{"ع", "س", "ل"} : std::vector{"m", "i", "e", "l"})
      visitor.touch("key." + std::string(letter));
    const std::string words = arabic ? "عسل" : "miel";
    EXPECT_EQ(visitor.at<ReaderState>()->query, words + "*");
    receive(visitor.state(), message::HitPagesFound{2, words + "*", {{20, 2}}}, 1);
    visitor.touch("key.search");
    EXPECT_EQ(visitor.at<ReaderState>()->page, 20);
    EXPECT_EQ(visitor.find("key.search"), nullptr) << "the keyboard goes away";
    visitor.touch("reader.next_hit");
    EXPECT_EQ(hit_position(*visitor.at<ReaderState>()), 2);
    visitor.touch("reader.find.clear");
    EXPECT_EQ(visitor.at<ReaderState>()->query, "coopérative");
    EXPECT_EQ(hit_count(*visitor.at<ReaderState>()), 40);
    visitor.touch("nav.back");
    EXPECT_TRUE(visitor.at<ResultsPlace>());
  }
}

TEST(Screens, MirrorInArabicExceptTheKeys) {
  Visitor french(Language::french), arabic(Language::arabic);
  for (Visitor* visitor : {&french, &arabic}) {
    visitor->act(act::OpenSearch{""});
    visitor->act(act::SetKeyboard{Language::french});
  }
  EXPECT_LT(french.find("bar.back")->rect.x, 960);
  EXPECT_GT(arabic.find("bar.back")->rect.x, 960);
  EXPECT_EQ(french.find("key.a")->rect, arabic.find("key.a")->rect);
}

TEST(HomeScreen, ShelvesBeginWithWhatTheVisitorReads) {
  for (const auto& [language, first] : {std::pair{Language::arabic, 2}, {Language::french, 3}}) {
    Visitor visitor(language);
    visitor.act(act::Begin{});
    LibraryFacts& library = visitor.state().library;
    library.shelves = {{"studies", 3, {3, 2, 1}}};
    library.newest = {{1, document(1, "studies", "fr")},
                      {2, document(2, "studies", "ar")},
                      {3, document(3, "studies", "fr")}};
    visitor.draw();
    const auto& wishes = visitor.scene().wishes;
    ASSERT_FALSE(wishes.empty());
    EXPECT_EQ(wishes.front().key.kind, PictureKey::Kind::cover);
    EXPECT_EQ(wishes.front().key.document, first) << code_of(language);
  }
}

// Who does not know that a finger moves a page finds two buttons.
TEST(GuideScreen, APageHigherThanTheScreenHasAPager) {
  for (const Language language : {Language::french, Language::arabic}) {
    Visitor visitor(language);
    visitor.act(act::OpenGuide{"project"});
    ASSERT_GT(visitor.scene().content_height, visitor.state().screen.h);
    const auto at = [&] { return visitor.at<GuidePlace>()->scroll.at; };
    visitor.touch("guide.pager.on");
    visitor.wait(1);
    visitor.draw();
    const float further = at();
    EXPECT_GT(further, 500);
    visitor.touch("guide.pager.back");
    visitor.wait(1);
    EXPECT_EQ(at(), 0);
    visitor.act(act::OpenGuide{"newsletter"});
    EXPECT_EQ(visitor.find("guide.pager.on"), nullptr) << "all of it is seen";
  }
}

}  // namespace
}  // namespace mess::kiosk
