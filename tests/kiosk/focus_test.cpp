// The kiosk by arrows, Enter and Back alone.

#include "kiosk/app/focus.h"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <map>
#include <set>

#include "every_screen.h"
#include "visitor.h"

namespace mess::kiosk {
namespace {

constexpr std::array arrows{KeyPress::left, KeyPress::right, KeyPress::up, KeyPress::down};
constexpr std::array ways{Toward::left, Toward::right, Toward::up, Toward::down};

// The arrows that lead to a target on the screen as it is.
std::optional<std::vector<KeyPress>> way_to(const Scene& scene, const Focus& from, const std::string& name) {
  std::map<std::string, std::vector<KeyPress>> reached{{from.target, {}}};
  std::deque<Focus> open{from};
  while (!open.empty()) {
    const Focus focus = open.front();
    open.pop_front();
    if (focus.target == name) return reached[name];
    for (std::size_t way = 0; way < ways.size(); ++way) {
      const FocusMove move = move_focus(scene, focus, ways[way]);
      std::vector<KeyPress> presses = reached[focus.target];
      presses.push_back(arrows[way]);
      if (move.scroll == 0 && reached.try_emplace(move.focus.target, presses).second)
        open.push_back(move.focus);
    }
  }
  return std::nullopt;
}

// By arrows, as somebody goes who sees the frame and the place to reach; a list moves on until it shows it.
testing::AssertionResult reach(Visitor& visitor, const std::string& name) {
  if (visitor.focus().empty()) visitor.press(KeyPress::next_target);
  for (int presses = 0; presses < 60; ++presses) {
    if (visitor.focus() == name) return testing::AssertionSuccess();
    const auto way = way_to(visitor.scene(), visitor.state().session.focus, name);
    visitor.press(way && !way->empty() ? way->front() : KeyPress::down);
  }
  return testing::AssertionFailure() << name << " is not reached, at " << visitor.focus();
}

testing::AssertionResult enter(Visitor& visitor, const std::string& name) {
  auto reached = reach(visitor, name);
  if (reached) visitor.press(KeyPress::enter);
  return reached;
}

class Keys : public testing::TestWithParam<Language> {
 protected:
  Visitor visitor{GetParam()};
};

TEST_P(Keys, FingersHideTheFrameAndKeysShowIt) {
  visitor.act(act::Home{});
  EXPECT_EQ(visitor.focus(), "");
  visitor.press(KeyPress::down);
  EXPECT_NE(visitor.focus(), "");
  visitor.act(act::SetFocus{});
  EXPECT_EQ(visitor.focus(), "");
}

TEST_P(Keys, EnterDoesWhatATouchDoes) {
  visitor.act(act::Home{});
  EXPECT_TRUE(enter(visitor, "home.search"));
  ASSERT_NE(visitor.at<SearchPlace>(), nullptr);
  EXPECT_NE(visitor.focus(), "") << "the frame is on the new place";
  visitor.press(KeyPress::escape);
  EXPECT_NE(visitor.at<HomePlace>(), nullptr);
}

TEST_P(Keys, AListGoesOnUntilItEnds) {
  visitor.act(act::ShowResults{"eau", {}});
  ASSERT_NE(visitor.at<ResultsPlace>(), nullptr);
  ASSERT_TRUE(reach(visitor, "card.1"));
  ASSERT_TRUE(enter(visitor, "card.4")) << "beyond what is seen at first";
  EXPECT_NE(visitor.at<ReaderState>(), nullptr);
}

TEST_P(Keys, WhatLiesUnderADialogIsNotReached) {
  visitor.read(1);
  visitor.act(act::TakeAway{1});
  for (int presses = 0; presses < 60; ++presses) {
    visitor.press(KeyPress::next_target);
    EXPECT_FALSE(visitor.focus().starts_with("reader.")) << visitor.focus();
    EXPECT_FALSE(visitor.focus().ends_with(".outside")) << visitor.focus();
  }
}

TEST_P(Keys, ArrowsTurnPagesUntilTheFrameIsShown) {
  visitor.read(1);
  visitor.press(KeyPress::page_down);
  EXPECT_EQ(visitor.focus(), "");
  visitor.press(KeyPress::next_target);
  EXPECT_NE(visitor.focus(), "");
  const int page = visitor.at<ReaderState>()->page;
  visitor.press(KeyPress::right);
  visitor.press(KeyPress::left);
  EXPECT_EQ(visitor.at<ReaderState>()->page, page);
}

TEST_P(Keys, WhatIsGoneHandsTheFrameToItsNeighbour) {
  visitor.act(act::Home{});
  visitor.press(KeyPress::down);
  Focus lost = visitor.state().session.focus;
  lost.target = "home.no_such_thing";
  visitor.act(act::SetFocus{lost});
  EXPECT_NE(visitor.find(visitor.focus()), nullptr) << visitor.focus();
}

// A9: what a visit is made of, from the welcome screen to its end.
TEST_P(Keys, TwelveTasksOfAVisit) {
  const auto reader = [&] { return visitor.at<ReaderState>(); };
  visitor.press(KeyPress::enter);
  ASSERT_NE(visitor.at<HomePlace>(), nullptr) << "1: begin";
  const Language other = GetParam() == Language::french ? Language::arabic : Language::french;
  ASSERT_TRUE(enter(visitor, "language." + std::string(code_of(other))));
  EXPECT_EQ(visitor.state().session.language, other) << "2: in the other language";
  ASSERT_TRUE(enter(visitor, "home.search"));
  for (int letter = 0; letter < 3; ++letter) {
    ASSERT_TRUE(enter(visitor, visitor.state().session.language == Language::arabic ? "key.ل" : "key.a"));
  }
  ASSERT_EQ(visitor.at<SearchPlace>()->field.text.empty(), false) << "3: write";
  ASSERT_TRUE(enter(visitor, "key.search"));
  ASSERT_NE(visitor.at<ResultsPlace>(), nullptr) << "4: search";
  ASSERT_TRUE(reach(visitor, "card.1"));
  ASSERT_TRUE(enter(visitor, "card.2"));
  ASSERT_NE(reader(), nullptr) << "5: open what was found";
  visitor.let_open(2);
  const int page = reader()->page;
  ASSERT_TRUE(enter(visitor, "reader.next"));
  EXPECT_EQ(reader()->page, page + 1) << "6: turn the page";
  ASSERT_TRUE(enter(visitor, "reader.keep"));
  EXPECT_EQ(visitor.state().session.basket.size(), 1u) << "7: keep it";
  ASSERT_TRUE(enter(visitor, "reader.take_away"));
  EXPECT_TRUE(visitor.state().session.take_away) << "8: take it along";
  visitor.press(KeyPress::escape);
  EXPECT_FALSE(visitor.state().session.take_away);
  visitor.press(KeyPress::escape);
  ASSERT_NE(visitor.at<ResultsPlace>(), nullptr) << "9: back to what was found";
  visitor.act(act::Home{});
  ASSERT_TRUE(enter(visitor, "home.browse"));
  ASSERT_NE(visitor.at<BrowsePlace>(), nullptr) << "10: everything there is";
  visitor.press(KeyPress::escape);
  ASSERT_TRUE(enter(visitor, "bar.comfort"));
  EXPECT_EQ(visitor.state().session.panel, Panel::comfort) << "11: larger letters";
  visitor.press(KeyPress::escape);
  EXPECT_EQ(visitor.state().session.panel, Panel::none);
  ASSERT_TRUE(enter(visitor, "home.service.noress")) << "12: who can help";
  EXPECT_NE(visitor.at<GuidePlace>(), nullptr);
}

INSTANTIATE_TEST_SUITE_P(Languages, Keys, testing::Values(Language::french, Language::arabic),
                         [](const auto& one) { return std::string(code_of(one.param)); });

std::set<std::string> reached_by_arrows(Visitor& visitor) {
  const Scene& scene = visitor.scene();
  std::set<std::string> reached;
  std::vector<Focus> open{move_focus(scene, {}, Toward::next).focus};
  while (!open.empty()) {
    const Focus focus = open.back();
    open.pop_back();
    if (!reached.insert(focus.target).second) continue;
    for (const Toward toward : ways) {
      const FocusMove move = move_focus(scene, focus, toward);
      open.push_back(move.focus);
      if (move.scroll == 0) continue;
      // The list has come to its end.
      AppState state = visitor.state();
      state.session.focus = move.focus;
      state.session.focus.place = state.session.place.index();
      settle_focus(state, scene);
      open.push_back(state.session.focus);
    }
  }
  return reached;
}

// From any target of a screen every other is reached by arrows, without what a list holds back.
class KeysEverywhere : public testing::TestWithParam<Shown> {};

TEST_P(KeysEverywhere, ReachEverything) {
  for (const Language language : {Language::french, Language::arabic}) {
    for (const Pane& pane : panes_of(GetParam())) {
      Visitor visitor = visitor_of(GetParam(), pane, language);
      const Scene& scene = visitor.scene();
      std::set<std::string> all;
      for (const Target& target : scene.targets) {
        if (takes_focus(scene, target)) all.insert(target.name);
      }
      if (all.empty()) continue;
      const std::set<std::string> reached = reached_by_arrows(visitor);
      for (const std::string& name : all)
        EXPECT_TRUE(reached.contains(name)) << code_of(language) << " " << pane.name() << ": " << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, KeysEverywhere, testing::ValuesIn(every_screen()),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace mess::kiosk
