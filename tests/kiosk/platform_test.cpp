#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "keys.h"
#include "kiosk/platform/kiosk_options.h"
#include "kiosk/platform/screenshot.h"

namespace mess::kiosk {
namespace {

tl::expected<KioskOptions, NothingToDo> options(std::vector<const char*> words) {
  words.insert(words.begin(), "mess-kiosk");
  return read_kiosk_options(static_cast<int>(words.size()), words.data());
}

TEST(KioskOptions, AllOfThem) {
  const auto read =
      options({"--library", "/x", "--windowed", "--size", "1280x720", "--language", "ar", "--screenshot",
               "a.png", "--screen", "reader", "--query", "نساء", "--document", "12", "--page", "3"});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->library, "/x");
  EXPECT_TRUE(read->windowed);
  EXPECT_EQ(read->size, (PixelSize{1280, 720}));
  EXPECT_EQ(read->language, Language::arabic);
  ASSERT_TRUE(read->screenshot);
  EXPECT_EQ(read->screenshot->screen, ScreenName::reader);
  EXPECT_EQ(read->screenshot->query, "نساء");
  EXPECT_EQ(read->screenshot->document, 12);
  EXPECT_EQ(read->screenshot->page, 3);
}

TEST(KioskOptions, WithoutAny) {
  const auto read = options({});
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->windowed);
  EXPECT_FALSE(read->screenshot);
  EXPECT_EQ(read->size, (PixelSize{1920, 1080}));
  EXPECT_EQ(read->language, Language::french);
}

TEST(KioskOptions, WrongUse) {
  const std::vector<std::vector<const char*>> cases = {
      {"--nothing"},
      {"--size", "12"},
      {"--size", "1920x"},
      {"--size", "99999x10"},
      {"--language", "de"},
      {"--screenshot", "a.png"},
      {"--screen", "home"},
      {"--query", "x"},
      {"--screenshot", "a.png", "--screen", "nowhere"},
      {"--screenshot", "a.png", "--screen", "reader"},
      {"--screenshot", "a.png", "--screen", "results"},
      {"--screenshot", "a.png", "--screen", "reader", "--document", "0"},
      {"--screenshot", "a.png", "--screen", "reader", "--document", "1", "--page", "-1"},
      {"stray"},
  };
  for (const auto& words : cases) {
    const auto read = options(words);
    ASSERT_FALSE(read) << words.front();
    EXPECT_EQ(read.error().exit, Exit::wrong_use) << words.front();
    EXPECT_FALSE(read.error().text.empty());
  }
}

TEST(KioskOptions, HelpAndVersionAreNoErrors) {
  for (const char* word : {"--help", "--version"}) {
    const auto read = options({word});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().exit, Exit::ok);
    EXPECT_NE(read.error().text.find("mess-kiosk"), std::string::npos);
  }
}

AppState in_reader(bool right_to_left) {
  AppState state;
  ReaderState reader;
  reader.right_to_left = right_to_left;
  reader.document.page_count = 9;
  state.session.place = reader;
  return state;
}

int turn_of(KeyPress key, const AppState& state) {
  const auto action = action_of(key, state);
  const auto* turn = action ? std::get_if<act::TurnPage>(&*action) : nullptr;
  return turn == nullptr ? 0 : turn->direction;
}

TEST(KeyAction, ArrowsTurnAsTheDocumentRuns) {
  EXPECT_EQ(turn_of(KeyPress::right, in_reader(false)), 1);
  EXPECT_EQ(turn_of(KeyPress::left, in_reader(false)), -1);
  EXPECT_EQ(turn_of(KeyPress::right, in_reader(true)), -1);
  EXPECT_EQ(turn_of(KeyPress::left, in_reader(true)), 1);
}

TEST(KeyAction, EachPlaceHasItsKeys) {
  AppState state = in_reader(false);
  EXPECT_EQ(std::get<act::GoToPage>(*action_of(KeyPress::end, state)).page, 9);
  EXPECT_TRUE(std::holds_alternative<act::Back>(*action_of(KeyPress::escape, state)));
  EXPECT_FALSE(action_of(KeyPress::backspace, state));
  EXPECT_TRUE(std::holds_alternative<act::OpenFind>(*action_of(KeyPress::find, state)));
  EXPECT_TRUE(std::holds_alternative<act::FullScreen>(*action_of(KeyPress::full_screen, state)));
  EXPECT_EQ(std::get<act::SetFlow>(*action_of(KeyPress::one_page, state)).flow, PageFlow::single);
  EXPECT_EQ(std::get<act::SetFlow>(*action_of(KeyPress::two_pages, state)).flow, PageFlow::facing);
  EXPECT_EQ(std::get<act::SetFlow>(*action_of(KeyPress::continuous, state)).flow, PageFlow::continuous);
  EXPECT_EQ(std::get<act::TurnPaper>(*action_of(KeyPress::turn_left, state)).quarters, -1);
  EXPECT_EQ(std::get<act::TurnPaper>(*action_of(KeyPress::turn_right, state)).quarters, 1);
  std::get<ReaderState>(state.session.place).find.writing = true;
  EXPECT_TRUE(std::holds_alternative<act::Erase>(*action_of(KeyPress::backspace, state)));
  EXPECT_EQ(std::get<act::MoveCaret>(*action_of(KeyPress::left, state)).steps, -1) << "and turns no page";
  EXPECT_TRUE(std::holds_alternative<act::Submit>(*action_of(KeyPress::enter, state)));
  EXPECT_TRUE(std::holds_alternative<act::Back>(*action_of(KeyPress::escape, state)));
  state.session.place = SearchPlace{};
  EXPECT_TRUE(std::holds_alternative<act::Erase>(*action_of(KeyPress::backspace, state)));
  EXPECT_TRUE(std::holds_alternative<act::Submit>(*action_of(KeyPress::enter, state)));
  state.session.place = WelcomePlace{};
  EXPECT_TRUE(std::holds_alternative<act::Begin>(*action_of(KeyPress::enter, state)));
  state.session.place = HomePlace{};
  EXPECT_FALSE(action_of(KeyPress::page_down, state));
}

TEST(Screenshot, TheWayToAReaderLeadsThroughItsResults) {
  const ScreenshotWish wish{"a.png", ScreenName::reader, "femmes", 4, 2, ""};
  const auto way = way_to(wish, Language::arabic);
  ASSERT_EQ(way.size(), 4u);
  EXPECT_EQ(std::get<act::SetLanguage>(way[0]).language, Language::arabic);
  EXPECT_EQ(std::get<act::ShowResults>(way[2]).query, "femmes");
  EXPECT_EQ(std::get<act::OpenDocument>(way[3]).page, 2);
}

TEST(Screenshot, TheWayToTheFieldOfTheReaderWritesTheWords) {
  const ScreenshotWish wish{"a.png", ScreenName::find, "femmes", 4, 2, ""};
  const auto way = way_to(wish, Language::french);
  ASSERT_EQ(way.size(), 5u);
  EXPECT_EQ(std::get<act::OpenDocument>(way[2]).query, "") << "opened without any";
  EXPECT_TRUE(std::holds_alternative<act::OpenFind>(way[3]));
  EXPECT_EQ(std::get<act::Type>(way[4]).text, "femmes");
}

}  // namespace
}  // namespace mess::kiosk
