// The staff door: nobody passes without the PIN, what a visit holds is gone behind it, and it closes by
// itself.

#include "kiosk/app/staff_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/session.h"
#include "kiosk/app/visit.h"
#include "visitor.h"

namespace mess::kiosk {
namespace {

using library::LockState;
using library::most_tries;

const LockState open_lock{true, most_tries, {}};

class StaffDoor : public testing::Test {
 protected:
  StaffDoor() {
    apply(state_, act::Begin{}, 0);
    apply(state_, act::SetLanguage{Language::arabic}, 0);
  }

  template <class P>
  P* at() {
    return std::get_if<P>(&state_.session.place);
  }
  // What the lock is asked; none when it is not.
  std::optional<effect::AskStaffLock> act(const Action& action, double now) {
    return question_in(apply(state_, action, now));
  }
  static std::optional<effect::AskStaffLock> question_in(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
      if (const auto* question = std::get_if<effect::AskStaffLock>(&effect)) return *question;
    }
    return std::nullopt;
  }
  void answer(int ticket, Result<LockState> lock, bool right, double now) {
    receive(state_, message::StaffLockAnswered{ticket, std::move(lock), right}, now);
  }
  void open_pad(double now, const LockState& lock = open_lock) {
    const auto asked = act(act::OpenStaffDoor{}, now);
    ASSERT_TRUE(asked);
    EXPECT_FALSE(asked->pin);
    answer(asked->ticket, lock, false, now);
  }
  // Six digits and Enter; the ticket of the question.
  int try_pin(double now) {
    for (const char* digit : {"4", "8", "2", "9", "1", "5"}) act(act::Type{digit}, now);
    const auto asked = act(act::Submit{}, now);
    EXPECT_TRUE(asked && asked->pin);
    return asked ? asked->ticket : -1;
  }
  void enter(double now) {
    open_pad(now);
    answer(try_pin(now), open_lock, true, now);
    ASSERT_NE(at<StaffPlace>(), nullptr);
  }
  double wait_until(double now) {
    double next = 0;
    tick(state_, now, next);
    return next;
  }

  AppState state_;
};

TEST_F(StaffDoor, OpensFromHomeOnly) {
  apply(state_, act::OpenGuide{"mess"}, 1);
  EXPECT_FALSE(act(act::OpenStaffDoor{}, 2));
  EXPECT_NE(at<GuidePlace>(), nullptr);
  apply(state_, act::Home{}, 3);
  open_pad(4);
  EXPECT_NE(at<StaffDoorPlace>(), nullptr);
}

TEST_F(StaffDoor, TheRightPinOpensAndEndsTheVisit) {
  state_.session.basket.push_back(library::Document{});
  state_.session.reading.tone = Tone::dark;
  state_.session.comfort.contrast = true;
  enter(1);
  EXPECT_TRUE(state_.session.basket.empty());
  EXPECT_TRUE(state_.session.history.empty());
  EXPECT_EQ(state_.session.reading.tone, Tone::printed);
  EXPECT_EQ(state_.session.language, Language::arabic) << "who stands there reads on in it";
  EXPECT_TRUE(state_.session.comfort.contrast);
}

TEST_F(StaffDoor, ThePinThatIsSentIsTheOneTyped) {
  open_pad(1);
  act(act::Type{"48"}, 1);
  act(act::Type{"x"}, 1);
  act(act::Type{"77"}, 1);
  act(act::Erase{}, 1);
  act(act::Erase{}, 1);
  act(act::Type{"2915"}, 1);
  const auto asked = act(act::Submit{}, 1);
  ASSERT_TRUE(asked && asked->pin);
  EXPECT_EQ(*asked->pin, library::Pin("482915"));
  EXPECT_EQ(at<StaffDoorPlace>()->pin.size(), 0u) << "and no longer kept";
  EXPECT_EQ(at<StaffDoorPlace>()->tried, 6u) << "but its stars stay while it is looked at";
}

TEST_F(StaffDoor, TooFewDigitsAreNotTried) {
  open_pad(1);
  act(act::Type{"48291"}, 1);
  EXPECT_FALSE(act(act::Submit{}, 1));
  EXPECT_EQ(at<StaffDoorPlace>()->pin.size(), 5u);
  act(act::Type{"5736204999"}, 1);
  EXPECT_EQ(at<StaffDoorPlace>()->pin.size(), library::longest_pin);
}

TEST_F(StaffDoor, AWrongPinClearsTheStarsAndSaysSo) {
  open_pad(1);
  answer(try_pin(2), LockState{true, 4, {}}, false, 3);
  ASSERT_NE(at<StaffDoorPlace>(), nullptr);
  EXPECT_TRUE(at<StaffDoorPlace>()->wrong);
  EXPECT_EQ(at<StaffDoorPlace>()->tried, 0u);
  EXPECT_EQ(state_.staff_lock.tries_left, 4);
  act(act::Type{"1"}, 4);
  EXPECT_FALSE(at<StaffDoorPlace>()->wrong);
}

TEST_F(StaffDoor, NothingIsEnteredWhileThePinIsLookedAt) {
  open_pad(1);
  try_pin(2);
  act(act::Type{"777777"}, 2);
  EXPECT_FALSE(act(act::Submit{}, 2));
  EXPECT_EQ(at<StaffDoorPlace>()->pin.size(), 0u);
}

// Answers that do not belong to a PIN that was tried here and now.
TEST_F(StaffDoor, OnlyTheAnswerThatIsWaitedForOpens) {
  open_pad(1);
  answer(at<StaffDoorPlace>()->ticket, open_lock, true, 1);
  EXPECT_EQ(at<StaffPlace>(), nullptr) << "nothing was tried";
  const int ticket = try_pin(2);
  answer(ticket - 1, open_lock, true, 2);
  answer(ticket + 1, open_lock, true, 2);
  EXPECT_EQ(at<StaffPlace>(), nullptr) << "another question's";
  act(act::Home{}, 3);
  answer(ticket, open_lock, true, 4);
  EXPECT_NE(at<HomePlace>(), nullptr) << "nobody waits for it any more";
  open_pad(5);
  answer(ticket, open_lock, true, 5);
  EXPECT_EQ(at<StaffPlace>(), nullptr) << "the pad is another one";
}

TEST_F(StaffDoor, NoOtherActionPassesThePad) {
  const std::vector<Action> actions{
      act::OpenSearch{"eau"}, act::OpenBasket{},          act::Browse{}, act::OpenGuide{"mess"},
      act::CleanScreen{},     act::OpenStaffDoor{},       act::Begin{},  act::ShowPanel{Panel::comfort},
      act::TakeSuggestion{},  act::OpenDocument{2, 1, ""}};
  open_pad(1);
  for (const Action& action : actions) {
    apply(state_, action, 2);
    ASSERT_NE(at<StaffDoorPlace>(), nullptr) << action.index();
    EXPECT_EQ(state_.session.panel, Panel::none);
  }
}

TEST_F(StaffDoor, AClosedLockTakesNoDigitsUntilItOpensAgain) {
  open_pad(10, {true, 0, std::chrono::seconds{600}});
  act(act::Type{"482915"}, 11);
  EXPECT_FALSE(act(act::Submit{}, 11));
  for (double now = 30; now < 600; now += 20) act(act::None{}, now);  // somebody waits there
  double next = 0;
  EXPECT_FALSE(question_in(tick(state_, 609, next)));
  EXPECT_DOUBLE_EQ(next, 610);
  const auto asked = question_in(tick(state_, 610, next));
  ASSERT_TRUE(asked) << "how many tries there are now";
  answer(asked->ticket, open_lock, false, 610);
  try_pin(611);
}

TEST_F(StaffDoor, WrongTriesOutliveTheVisit) {
  open_pad(1);
  answer(try_pin(2), LockState{true, 0, std::chrono::seconds{600}}, false, 3);
  apply(state_, act::Finish{}, 4);
  EXPECT_EQ(state_.staff_lock.tries_left, 0);
  EXPECT_DOUBLE_EQ(state_.staff_lock.closed_until, 603);
}

TEST_F(StaffDoor, ALockWithoutPinOrWithAFaultTakesNoDigits) {
  open_pad(1, {false, most_tries, {}});
  act(act::Type{"482915"}, 1);
  EXPECT_FALSE(act(act::Submit{}, 1));
  act(act::Home{}, 2);
  const auto asked = act(act::OpenStaffDoor{}, 3);
  ASSERT_TRUE(asked);
  answer(asked->ticket, tl::unexpected(Error{ErrorKind::corrupt, "torn", "staff.lock", ""}), false, 3);
  act(act::Type{"482915"}, 4);
  EXPECT_FALSE(act(act::Submit{}, 4));
  EXPECT_TRUE(state_.staff_lock.error);
}

TEST_F(StaffDoor, ThePadIsLeftAfterHalfAMinuteAndThePinWithIt) {
  open_pad(10);
  act(act::Type{"4829"}, 20);
  EXPECT_DOUBLE_EQ(wait_until(49), 50);
  EXPECT_NE(at<StaffDoorPlace>(), nullptr);
  wait_until(50);
  ASSERT_NE(at<HomePlace>(), nullptr);
  EXPECT_FALSE(state_.session.prompted_at);
  open_pad(51);
  EXPECT_EQ(at<StaffDoorPlace>()->pin.size(), 0u);
}

TEST_F(StaffDoor, AVisitorGoesHomeAndKeepsTheVisit) {
  state_.session.basket.push_back(library::Document{});
  open_pad(1);
  act(act::Home{}, 2);
  EXPECT_NE(at<HomePlace>(), nullptr);
  EXPECT_EQ(state_.session.basket.size(), 1u);
}

TEST_F(StaffDoor, WhatIsBehindIsLeftAfterFiveMinutesWithoutAPrompt) {
  enter(0);
  EXPECT_DOUBLE_EQ(wait_until(299), 300);
  EXPECT_NE(at<StaffPlace>(), nullptr);
  EXPECT_FALSE(state_.session.prompted_at);
  state_.session.comfort.contrast = true;
  wait_until(300);
  ASSERT_NE(at<HomePlace>(), nullptr);
  EXPECT_FALSE(state_.session.comfort.contrast) << "a new visit";
}

TEST_F(StaffDoor, LeavingEndsWhatStaffDid) {
  for (const Action& leave : {Action{act::Home{}}, Action{act::Back{}}}) {
    enter(0);
    apply(state_, leave, 1);
    EXPECT_NE(at<HomePlace>(), nullptr);
    EXPECT_TRUE(state_.session.history.empty());
  }
}

TEST_F(StaffDoor, NothingIsMeantWhileTheScreenIsCleaned) {
  enter(0);
  act(act::CleanScreen{}, 100);
  EXPECT_TRUE(is_being_cleaned(state_.session, 100));
  const std::vector<Action> touches{act::Home{},        act::Back{},
                                    act::Finish{},      act::None{},
                                    act::Type{"a"},     act::SetLanguage{Language::french},
                                    act::CleanScreen{}, act::SetFocus{Focus{"staff.quit", {}, 0, {}}}};
  for (const Action& touch : touches) apply(state_, touch, 129.9);
  EXPECT_EQ(state_.session.language, Language::arabic);
  EXPECT_FALSE(state_.session.focus.shown());
  EXPECT_DOUBLE_EQ(wait_until(129.9), 130);
  ASSERT_NE(at<StaffPlace>(), nullptr);
  EXPECT_DOUBLE_EQ(wait_until(130), 430) << "five minutes from then on";
  EXPECT_EQ(*at<StaffPlace>(), StaffPlace{});
  act(act::Home{}, 131);
  EXPECT_NE(at<HomePlace>(), nullptr);
}

TEST_F(StaffDoor, KeysOfAKeyboardEnterThePin) {
  open_pad(1);
  Scene scene;
  EXPECT_TRUE(std::holds_alternative<act::Submit>(actions_of(KeyPress::enter, state_, scene).at(0)));
  EXPECT_TRUE(std::holds_alternative<act::Erase>(actions_of(KeyPress::backspace, state_, scene).at(0)));
  EXPECT_TRUE(std::holds_alternative<act::Back>(actions_of(KeyPress::escape, state_, scene).at(0)));
  act(act::Back{}, 2);
  EXPECT_NE(at<HomePlace>(), nullptr);
}

// ---- as it is seen

void open_pad(Visitor& v) {
  v.act(act::Begin{});
  v.act(act::OpenStaffDoor{});
  receive(v.state(), message::StaffLockAnswered{v.at<StaffDoorPlace>()->ticket, open_lock, false}, 1);
  v.draw();
}

TEST(StaffDoorScreen, LiesTheSameWayInEveryLanguage) {
  for (const Language language : interface_languages) {
    Visitor v(language);
    open_pad(v);
    const auto x = [&](const char* key) { return v.find(key)->rect.x; };
    EXPECT_LT(x("pin.1"), x("pin.2"));
    EXPECT_LT(x("pin.2"), x("pin.3"));
    EXPECT_LT(x("pin.erase"), x("pin.0"));
    EXPECT_EQ(v.find("pin.5")->rect.w, 188);
    EXPECT_EQ(v.find("pin.5")->rect.h, 128);
    EXPECT_EQ(x("pin.5") - x("pin.4"), 188 + 18);
  }
}

TEST(StaffDoorScreen, IsHeldOpenByTheNameOfTheHouseAlone) {
  Visitor v(Language::french);
  v.act(act::Begin{});
  int held = 0;
  for (const Target& target : v.scene().targets) {
    if (!target.held) continue;
    ++held;
    EXPECT_EQ(target.name, "home.name");
    EXPECT_TRUE(std::holds_alternative<act::None>(target.action)) << "a touch does nothing";
    EXPECT_TRUE(std::holds_alternative<act::OpenStaffDoor>(target.held->action));
    EXPECT_FALSE(takes_focus(v.scene(), target)) << "nor is it shown to keys";
  }
  EXPECT_EQ(held, 1);
}

TEST(StaffDoorScreen, KeysAreTouchedToEnter) {
  Visitor v(Language::arabic);
  open_pad(v);
  EXPECT_EQ(v.find("pin.enter"), nullptr) << "not before it can be tried";
  for (const char* key : {"pin.4", "pin.8", "pin.7", "pin.erase", "pin.2", "pin.9", "pin.1", "pin.5"})
    v.touch(key);
  EXPECT_EQ(v.at<StaffDoorPlace>()->pin, library::Pin("482915"));
  v.touch("pin.enter");
  EXPECT_EQ(v.at<StaffDoorPlace>()->tried, 6u);
}

TEST(StaffDoorScreen, NoDigitIsWrittenButOnItsKey) {
  Visitor v(Language::french);
  open_pad(v);
  const std::size_t before = v.canvas().texts.size();
  v.act(act::Type{"482"});
  EXPECT_EQ(v.canvas().texts.size(), before);
}

TEST(StaffDoorScreen, NothingCanBeTouchedWhileItIsCleaned) {
  Visitor v(Language::french);
  open_pad(v);
  v.act(act::Type{"482915"});
  v.act(act::Submit{});
  receive(v.state(), message::StaffLockAnswered{v.at<StaffDoorPlace>()->ticket, open_lock, true}, 3);
  v.draw();
  v.touch("staff.clean");
  EXPECT_TRUE(v.scene().targets.empty());
  EXPECT_TRUE(v.canvas().wrote("30"));
  EXPECT_LT(v.scene().wake_at, 1e6) << "counts down";
  v.wait(10);
  EXPECT_TRUE(v.canvas().wrote("20"));
  v.wait(20);
  EXPECT_NE(v.find("staff.quit"), nullptr);
  v.touch("staff.quit");
  EXPECT_NE(v.at<HomePlace>(), nullptr);
}

}  // namespace
}  // namespace mess::kiosk
