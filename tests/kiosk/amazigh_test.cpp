// An interface in Amazigh, whose words the house writes: they are drawn, and what they lack is borrowed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/text/fonts.h"
#include "no_pictures.h"
#include "visitor.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Words with_amazigh() {
  Words words = shipped_content().words;
  EXPECT_THAT(words.replace("key\tzgh\nhome.title\tⴰⵣⵓⵍ\n"), IsEmpty());
  return words;
}

TEST(Amazigh, IsOfferedWhereTheHouseHasWordsInIt) {
  EXPECT_THAT(words().languages(),
              ElementsAre(Language::french, Language::arabic, Language::spanish, Language::english));
  EXPECT_EQ(with_amazigh().languages().back(), Language::amazigh);
}

TEST(Amazigh, BorrowsArabicWordsElseFrenchOnes) {
  const auto words = Words::parse(
      "key\tfr\tar\tzgh\n"
      "own\tun\tواحد\tⵢⴰⵏ\n"
      "arabic\tdeux\tاثنان.\t\n"
      "french\ttrois\t\t\n"
      "counted\t{n, plural, one{# page} other{# pages}}\t{n, plural, one{صفحة} two{صفحتان} other{# "
      "صفحة}}\t\n",
      "t");
  ASSERT_TRUE(words) << words.error().what;
  EXPECT_EQ((*words)(Language::amazigh, "own"), "ⵢⴰⵏ");
  EXPECT_EQ((*words)(Language::amazigh, "arabic"), "\u2067اثنان.\u2069") << "and its full stop at their end";
  EXPECT_EQ((*words)(Language::amazigh, "french"), "trois");
  EXPECT_EQ(words->count(Language::amazigh, "counted", 2), "\u2067صفحتان\u2069");
  EXPECT_EQ(words->exact(Language::amazigh, "own"), "ⵢⴰⵏ");
  EXPECT_EQ(words->exact(Language::amazigh, "arabic"), "") << "no words of its own";
}

TEST(Amazigh, WordsTheHouseChangesAreBorrowedAnew) {
  Words words = with_amazigh();
  EXPECT_THAT(words.replace("key\tar\nnav.home\tالبداية\n"), IsEmpty());
  EXPECT_THAT(words(Language::amazigh, "nav.home"), HasSubstr("البداية"));
}

TEST(Amazigh, TakesAKeyboardPagesAndSearchesOfFrench) {
  Visitor v(Language::french);
  v.act(act::SetLanguage{Language::amazigh});
  EXPECT_EQ(v.state().session.language, Language::amazigh);
  v.act(act::OpenSearch{""});
  EXPECT_EQ(v.at<SearchPlace>()->keyboard, Language::french);
  ASSERT_NE(guide().page(Language::amazigh, "contact"), nullptr);
  EXPECT_EQ(guide().page(Language::amazigh, "contact")->language, Language::french);
  EXPECT_EQ(other_keyboard(Language::french, Language::amazigh), Language::arabic);
  EXPECT_EQ(other_keyboard(Language::arabic, Language::amazigh), Language::french);
}

TEST(Amazigh, IsOnHomeAndAmongTheLanguages) {
  const Words words = with_amazigh();
  Visitor v(Language::french);
  v.act(act::Begin{});
  v.act(act::SetLanguage{Language::amazigh});
  v.act(act::ShowPanel{Panel::languages});
  RecordingCanvas canvas(v.state().screen, false);
  Scene scene;
  NoPictures pictures;
  View view{v.state(), words, guide(), keyboards(), pictures, canvas, scene, 0, {}};
  draw_screen(view);
  EXPECT_TRUE(canvas.wrote("ⴰⵣⵓⵍ"));
  EXPECT_TRUE(canvas.wrote("ⵜⴰⵎⴰⵣⵉⵖⵜ")) << "its own name, among the languages";
  EXPECT_FALSE(canvas.wrote("[")) << "no key in brackets";
  const auto leads_there = [](const Target& target) { return target.name == "bar.languages"; };
  EXPECT_TRUE(std::any_of(scene.targets.begin(), scene.targets.end(), leads_there))
      << "on a screen that is wide enough for four languages side by side, too";
}

// Of the alphabet that Morocco teaches, and the mark of labial letters.
TEST(Amazigh, EveryLetterHasAGlyph) {
  const auto fonts = FontSet::open();
  ASSERT_TRUE(fonts) << fonts.error().what;
  const Face face = Face::regular;
  for (const char32_t letter : std::u32string_view(U"ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ")) {
    const std::uint32_t point = letter;
    const FontId font = choose_fonts(**fonts, {&point, 1}, {&face, 1}).front();
    EXPECT_TRUE((*fonts)->has(font, point)) << std::hex << point;
  }
}

}  // namespace
}  // namespace mess::kiosk
