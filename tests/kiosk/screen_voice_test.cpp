// The screen that is read aloud: what is said when, and what a touch or a key does then.

#include <gtest/gtest.h>

#include "kiosk/app/apply_voice.h"
#include "open_places.h"

namespace mess::kiosk {
namespace {

constexpr double a_while = speech_patience + 0.1;

// A visitor for whom it is on; what was said until now is not looked at.
class Listener : public Visitor {
 public:
  explicit Listener(Language language = Language::french) : Visitor(language) {
    receive(state(), message::SoundKnown{true}, 0);
    draw();
    touch("welcome.listen");
    fall_silent();
  }
  const std::string& last() const {
    static const std::string nothing;
    return heard.empty() ? nothing : heard.back();
  }
  void fall_silent() {
    receive(state(), message::SpeechEnded{state().session.voice.ticket}, 0);
    heard.clear();
  }
  void touch_twice(const std::string& name) {
    touch(name);
    touch(name);
  }
};

TEST(ScreenVoice, TheFirstTouchSaysTheSecondActs) {
  Listener v;
  v.touch("home.search");
  EXPECT_EQ(v.last(), "fr: Rechercher");
  EXPECT_NE(v.at<HomePlace>(), nullptr);
  v.touch("home.search");
  EXPECT_NE(v.at<SearchPlace>(), nullptr);
}

TEST(ScreenVoice, AnotherTouchSaysTheOther) {
  Listener v;
  v.touch("home.search");
  v.touch("home.browse");
  EXPECT_EQ(v.last(), "fr: Parcourir la bibliothèque");
  v.touch("home.search");
  EXPECT_EQ(v.last(), "fr: Rechercher");
  EXPECT_NE(v.at<HomePlace>(), nullptr);
}

TEST(ScreenVoice, NewWordsTakeThePlaceOfOldOnes) {
  Listener v;
  v.touch("home.search");
  const int before = v.state().session.voice.ticket;
  v.touch("home.browse");
  EXPECT_NE(v.state().session.voice.ticket, before);
  EXPECT_EQ(v.heard.size(), 2u);
}

TEST(ScreenVoice, WhatWasSaidInAnotherPlaceIsForgotten) {
  Listener v;
  v.touch_twice("home.search");
  v.act(act::Back{});
  v.touch("home.search");
  EXPECT_NE(v.at<HomePlace>(), nullptr);
  v.touch("bar.comfort");
  v.touch("bar.comfort");
  v.act(act::Back{});  // closes the panel
  v.touch("bar.comfort");
  EXPECT_EQ(v.state().session.panel, Panel::none);
}

TEST(ScreenVoice, APlaceSaysItsNameAndWhatIsThere) {
  Listener v;
  v.act(act::ShowResults{"eau", {}});
  EXPECT_EQ(v.last(), "fr: Résultats, 30 documents pour eau");
  v.act(act::OpenGuide{"contact"});
  EXPECT_TRUE(v.last().starts_with("fr: Nous contacter")) << v.last();
  v.act(act::Home{});
  EXPECT_EQ(v.last(), "fr: Accueil, Que cherchez-vous ?");
}

TEST(ScreenVoice, PagesAreCountedOnceTheyStay) {
  Listener v;
  open_reader(v, "fr");
  v.wait(a_while);
  v.fall_silent();
  v.act(act::TurnPage{1});
  EXPECT_EQ(v.last(), "");
  v.act(act::TurnPage{1});
  v.wait(a_while);
  EXPECT_EQ(v.heard, (std::vector<std::string>{"fr: Page 14 sur 86"}));
}

TEST(ScreenVoice, ATitleIsNotCutShortByWhatComesOfItself) {
  Listener v;
  v.act(act::OpenDocument{2, 12, "eau"});
  const std::string title = v.last();
  v.let_open(2);
  v.wait(a_while);
  v.wait(a_while);
  ASSERT_EQ(v.heard.size(), 1u);
  EXPECT_TRUE(v.last().starts_with(title));
  EXPECT_NE(v.last().find("Page 12 sur 86"), std::string::npos) << v.last();
}

// The end of the title was on its way here when more was given to be said.
TEST(ScreenVoice, TheEndOfATitleIsNotTheEndOfWhatFollowsIt) {
  Listener v;
  v.act(act::OpenDocument{2, 12, "eau"});
  const int title = v.state().session.voice.ticket;
  v.let_open(2);
  v.wait(a_while);
  v.wait(a_while);
  ASSERT_NE(v.last().find("Page 12 sur 86"), std::string::npos) << v.last();
  receive(v.state(), message::SpeechEnded{title}, 0);
  v.press(KeyPress::escape);
  EXPECT_EQ(v.silences, 1);
  EXPECT_NE(v.at<ReaderState>(), nullptr) << "silenced, and still there";
}

TEST(ScreenVoice, ASwitchSaysItsNewState) {
  Listener v;
  v.act(act::ShowPanel{Panel::comfort});
  v.touch("comfort.contrast");
  EXPECT_EQ(v.last(), "fr: Contraste fort, Non");
  v.touch("comfort.contrast");
  EXPECT_TRUE(v.state().session.comfort.contrast);
  v.wait(a_while);
  EXPECT_EQ(v.last(), "fr: Contraste fort, Oui");
}

TEST(ScreenVoice, IsSwitchedOnAndOffInThePanel) {
  Visitor v(Language::arabic);
  receive(v.state(), message::SoundKnown{true}, 0);
  v.act(act::ShowResults{"eau", {}});
  v.touch("bar.comfort");
  v.touch("comfort.speak");
  ASSERT_EQ(v.heard.size(), 1u);
  EXPECT_TRUE(v.heard.back().starts_with("ar: الشاشة تكلمكم")) << v.heard.back();
  EXPECT_EQ(v.heard.back().find("fr:"), std::string::npos) << "the language has been chosen";
  v.touch("comfort.speak");
  EXPECT_TRUE(v.state().session.comfort.speak);
  v.touch("comfort.speak");
  EXPECT_FALSE(v.state().session.comfort.speak);
  EXPECT_EQ(v.silences, 1);
  v.touch("comfort.close");
  EXPECT_EQ(v.state().session.panel, Panel::none) << "one touch acts again";
}

TEST(ScreenVoice, IsOfferedOnlyWhereItCanBeHeard) {
  Visitor v(Language::french);
  EXPECT_EQ(v.find("welcome.listen"), nullptr);
  v.press(KeyPress::speak);
  EXPECT_NE(v.at<WelcomePlace>(), nullptr);
  v.act(act::ShowResults{"eau", {}});
  v.touch("bar.comfort");
  EXPECT_EQ(v.find("comfort.speak"), nullptr);
  v.act(act::SetComfort{{TextSize::normal, false, false, false, true}});
  v.touch("comfort.close");
  EXPECT_EQ(v.state().session.panel, Panel::none) << "a switch that was set otherwise blocks nothing";
  EXPECT_TRUE(v.heard.empty());
}

TEST(ScreenVoice, IsGoneWithTheVisit) {
  for (const bool speaking : {true, false}) {
    Listener v;
    v.touch("home.search");
    if (!speaking) v.fall_silent();
    v.act(act::Finish{});
    EXPECT_FALSE(v.state().session.comfort.speak);
    EXPECT_EQ(v.state().session.voice.words, "");
    EXPECT_EQ(v.silences, 1);
    v.touch("welcome.ar");
    EXPECT_NE(v.at<HomePlace>(), nullptr) << "the next person touches once";
  }
}

TEST(ScreenVoice, NoKeyTouchesItAtTheStaffDoor) {
  Listener v;
  v.touch("home.search");
  v.act(act::OpenStaffDoor{});
  const int speaking = v.state().session.voice.ticket;
  ASSERT_NE(speaking, 0);
  v.press(KeyPress::speak);
  EXPECT_NE(v.at<StaffDoorPlace>(), nullptr);
  EXPECT_EQ(v.state().session.voice.ticket, speaking);
  EXPECT_EQ(v.heard.size(), 1u);
}

TEST(ScreenVoice, TheIdlePromptIsSaidAndAnyTouchGoesOn) {
  for (const bool leaves : {false, true}) {
    Listener v;
    v.wait(idle_prompt_after + 1);
    EXPECT_TRUE(v.last().starts_with("fr: Êtes-vous toujours là ?")) << v.last();
    if (!leaves) {
      v.touch("idle.stay");
      EXPECT_FALSE(v.state().session.prompted_at);
      continue;
    }
    v.touch("idle.end");
    EXPECT_EQ(v.last(), "fr: J’ai terminé");
    v.wait(idle_countdown - 1);
    ASSERT_NE(v.at<HomePlace>(), nullptr) << "whoever feels his way has not gone";
    v.touch("idle.end");
    EXPECT_NE(v.at<WelcomePlace>(), nullptr);
  }
}

TEST(ScreenVoice, LettersAreHeardThenWrittenThenHeardTogether) {
  Listener v;
  v.touch_twice("home.search");
  v.wait(a_while);
  v.fall_silent();
  for (const char* key : {"key.e", "key.a"}) v.touch_twice(key);
  EXPECT_EQ(v.heard, (std::vector<std::string>{"fr: e", "fr: a"}));
  EXPECT_EQ(v.at<SearchPlace>()->field.text, "ea");
  v.touch("key.a");  // said last: it writes again
  EXPECT_EQ(v.at<SearchPlace>()->field.text, "eaa");
  v.wait(a_while);
  EXPECT_EQ(v.last(), "fr: eaa, 30 trouvés");
  v.touch("key.?");
  EXPECT_EQ(v.last(), "fr: point d’interrogation");
}

TEST(ScreenVoice, AnAccentIsHeardThenChosen) {
  Listener v;
  v.act(act::OpenSearch{""});
  v.fall_silent();
  v.touch("key.e");
  v.hold("key.e");
  v.touch("accent.é");
  EXPECT_EQ(v.last(), "fr: é");
  EXPECT_EQ(v.at<SearchPlace>()->field.text, "e") << "only said";
  v.touch("accent.é");
  EXPECT_EQ(v.at<SearchPlace>()->field.text, "é");
}

TEST(ScreenVoice, WhoeverDoesNotReadHearsWhoCanHelp) {
  for (const Language language : interface_languages) {
    SCOPED_TRACE(code_of(language));
    Visitor v(language);
    receive(v.state(), message::SoundKnown{true}, 0);
    v.draw();
    v.touch("welcome.listen");
    ASSERT_NE(v.at<HomePlace>(), nullptr);
    ASSERT_EQ(v.heard.size(), 1u);
    EXPECT_NE(v.heard.back().find("ar: الشاشة تكلمكم"), std::string::npos) << v.heard.back();
    if (language == Language::french || language == Language::arabic) {
      EXPECT_NE(v.heard.back().find("fr: L’écran vous parle"), std::string::npos) << v.heard.back();
    }
    int tiles = 0;
    for (const GuidePage* page : guide().pages(language, GuideKind::audience)) {
      const Target* tile = v.find("home." + page->key);
      if (tile == nullptr) continue;
      ++tiles;
      EXPECT_EQ(tile->spoken, page->wish + "\n" + page->title);
    }
    EXPECT_EQ(tiles, 6);
    // To the person at the desk: the services of the house, then how to reach it.
    for (const char* way : {"home.service.services", "guide.related.contact"}) {
      v.touch(way);
      v.touch(way);
    }
    ASSERT_NE(v.at<GuidePlace>(), nullptr);
    EXPECT_EQ(v.at<GuidePlace>()->key, "contact");
    EXPECT_NE(v.find("guide.text.1"), nullptr) << "what stands there can be heard";
  }
}

TEST(ScreenVoice, TextsOfThePagesOfTheHouseAreHeardAndDoNothing) {
  Listener v;
  v.act(act::OpenGuide{"services"});
  v.touch_twice("guide.text.1");
  EXPECT_EQ(v.heard.size(), 3u);
  EXPECT_EQ(v.heard[1], v.heard[2]);
  EXPECT_NE(v.at<GuidePlace>(), nullptr);
  v.act(act::SetComfort{});
  EXPECT_EQ(v.find("guide.text.1"), nullptr);
}

// ---- with keys

TEST(ScreenVoice, AKeySwitchesItOnAndSaysItAgain) {
  Visitor v(Language::french);
  receive(v.state(), message::SoundKnown{true}, 0);
  v.press(KeyPress::speak);
  ASSERT_NE(v.at<HomePlace>(), nullptr);
  ASSERT_EQ(v.heard.size(), 1u);
  v.press(KeyPress::speak);
  ASSERT_EQ(v.heard.size(), 2u);
  EXPECT_EQ(v.heard[0], v.heard[1]);
}

TEST(ScreenVoice, EscapeSilencesBeforeItGoesBack) {
  Listener v;
  v.touch_twice("home.search");
  ASSERT_NE(v.state().session.voice.ticket, 0);
  v.press(KeyPress::escape);
  EXPECT_EQ(v.silences, 1);
  EXPECT_NE(v.at<SearchPlace>(), nullptr);
  v.press(KeyPress::escape);
  EXPECT_NE(v.at<HomePlace>(), nullptr);
}

TEST(ScreenVoice, WhatGetsTheFocusIsSaidAndEnterActs) {
  Listener v;
  v.press(KeyPress::next_target);
  const Target* first = v.find(v.focus());
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(v.state().session.voice.target, v.focus());
  EXPECT_EQ(v.heard.size(), 1u);
  v.press(KeyPress::next_target);
  EXPECT_EQ(v.heard.size(), 2u);
  while (v.focus() != "home.search") v.press(KeyPress::next_target);
  EXPECT_EQ(v.last(), "fr: Rechercher");
  v.press(KeyPress::enter);
  ASSERT_NE(v.at<SearchPlace>(), nullptr);
  EXPECT_NE(v.last().find("Champ de recherche"), std::string::npos) << v.last();
  EXPECT_EQ(v.state().session.voice.target, v.focus()) << "and what has the focus there is said after it";
}

// A8: with the screen dark. Keys go round until the voice says what is looked for.
TEST(ScreenVoice, SearchesAndHearsAPageWithTheScreenDark) {
  Visitor v(Language::french);
  receive(v.state(), message::SoundKnown{true}, 0);
  const auto go_to = [&](const std::string& words) {
    for (int presses = 0; presses < 120; ++presses) {
      v.press(KeyPress::next_target);
      if (v.heard.back() == words) return true;
    }
    return false;
  };
  v.press(KeyPress::speak);
  ASSERT_TRUE(go_to("fr: Rechercher"));
  v.press(KeyPress::enter);
  for (const char* letter : {"fr: e", "fr: a", "fr: u"}) {
    ASSERT_TRUE(go_to(letter));
    v.press(KeyPress::enter);
  }
  ASSERT_TRUE(go_to("fr: Rechercher"));
  v.press(KeyPress::enter);
  ASSERT_NE(v.at<ResultsPlace>(), nullptr);
  EXPECT_EQ(v.at<ResultsPlace>()->query, "eau");
  while (v.focus() != "card.1") v.press(KeyPress::next_target);
  EXPECT_NE(v.heard.back().find("artisanat"), std::string::npos) << v.heard.back();
  v.press(KeyPress::enter);
  ASSERT_NE(v.at<ReaderState>(), nullptr);
  v.let_open(1);
  ASSERT_TRUE(go_to("fr: Écouter"));
  v.press(KeyPress::enter);
  EXPECT_TRUE(v.at<ReaderState>()->listening.on());
  v.press(KeyPress::escape);
  EXPECT_FALSE(v.at<ReaderState>()->listening.on());
  EXPECT_NE(v.at<ReaderState>(), nullptr) << "stopped, and still there";
}

// ---- beside the voice that reads a page

TEST(ScreenVoice, NothingIsSaidIntoAPageThatIsReadAloud) {
  Listener v;
  open_reader(v, "fr");
  v.wait(a_while);
  v.fall_silent();
  v.act(act::Listen{});
  v.act(act::ShowRail{RailTab::outline});
  v.wait(a_while);
  EXPECT_TRUE(v.heard.empty()) << v.last();
}

TEST(ScreenVoice, ATouchStopsThePageAndSaysWhatItTouched) {
  Listener v;
  open_reader(v, "fr");
  v.act(act::Listen{});
  const int silences = v.silences;
  v.touch("nav.home");
  EXPECT_FALSE(v.at<ReaderState>()->listening.on());
  EXPECT_EQ(v.silences, silences + 1);
  EXPECT_EQ(v.last(), "fr: Accueil");
}

TEST(ScreenVoice, ThePageIsMadeLouderInOneTouch) {
  Listener v;
  open_reader(v, "fr");
  v.act(act::Listen{});
  v.touch("reader.listen.louder");
  EXPECT_EQ(v.state().session.volume, usual_volume + 1);
  EXPECT_TRUE(v.at<ReaderState>()->listening.on());
  v.touch("reader.listen.stop");
  EXPECT_FALSE(v.at<ReaderState>()->listening.on());
}

}  // namespace
}  // namespace mess::kiosk
