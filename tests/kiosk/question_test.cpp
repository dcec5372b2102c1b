// 11: a question is left for the team, from the button to the thanks, by finger and by keys.

#include "kiosk/app/question.h"

#include <gtest/gtest.h>

#include "kiosk/app/visit.h"
#include "library/question_box.h"
#include "open_places.h"

namespace mess::kiosk {
namespace {

using library::longest_question;

class Questions : public testing::TestWithParam<Language> {
 protected:
  void find_nothing(const std::string& searched) {
    visitor.total = 0;
    visitor.act(act::Begin{});
    visitor.act(act::ShowResults{searched, {}});
  }
  void open(const std::string& searched) {
    find_nothing(searched);
    visitor.touch("question.leave");
  }
  void answer(Result<void> kept) {
    receive(visitor.state(), message::QuestionAnswered{visitor.questions.back().ticket, std::move(kept)}, 1);
    visitor.draw();
  }
  bool is_thanked() const { return says("msg.question.saved"); }
  bool says(std::string_view key) const { return visitor.canvas().wrote(words()(GetParam(), key)); }
  QuestionSlip& slip() { return visitor.at<ResultsPlace>()->question; }
  const std::string& written() { return slip().typing.field.text; }

  Visitor visitor{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Languages, Questions, testing::Values(Language::french, Language::arabic),
                         [](const auto& row) { return std::string(code_of(row.param)); });

TEST_P(Questions, IsWrittenOverTheEmptyResultAndThankedFor) {
  const bool arabic = GetParam() == Language::arabic;
  open("coperattive");
  EXPECT_EQ(written(), "coperattive");
  EXPECT_TRUE(says("question.note"));
  EXPECT_TRUE(says("question.send")) << "on the last key";
  EXPECT_FALSE(says("kb.search"));
  visitor.touch("key.space");
  visitor.touch(arabic ? "key.ل" : "key.a");
  visitor.touch("key.space");
  visitor.touch("key.search");
  ASSERT_EQ(visitor.questions.size(), 1u);
  EXPECT_EQ(visitor.questions[0].text, arabic ? "coperattive ل" : "coperattive a");
  EXPECT_EQ(visitor.questions[0].language, GetParam());
  EXPECT_FALSE(is_thanked()) << "not before it is on the disk";
  answer({});
  EXPECT_TRUE(is_thanked());
  EXPECT_EQ(visitor.find("key.search"), nullptr);
  EXPECT_EQ(visitor.find("question.leave"), nullptr);
  EXPECT_NE(visitor.find("empty.contact"), nullptr) << "it stays on 11";
  EXPECT_EQ(written(), "");
  visitor.act(act::LeaveQuestion{});
  EXPECT_FALSE(slip().writing) << "once a search";
}

TEST_P(Questions, IsGivenUpByEveryWayBack) {
  open("eau");
  for (const char* way : {"bar.back", "question.close", "key.hide", "Escape"}) {
    visitor.act(act::Type{" douce"});
    if (std::string_view(way) == "Escape") {
      visitor.press(KeyPress::escape);
    } else {
      visitor.touch(way);
    }
    ASSERT_NE(visitor.at<ResultsPlace>(), nullptr) << way;
    EXPECT_EQ(visitor.find("key.search"), nullptr) << way;
    EXPECT_EQ(written(), "") << way;
    EXPECT_FALSE(is_thanked()) << way;
    visitor.touch("question.leave");
    EXPECT_EQ(written(), "eau") << way << ": begins anew";
  }
  EXPECT_TRUE(visitor.questions.empty());
}

TEST_P(Questions, WithoutWordsIsNotSent) {
  open("eau");
  visitor.touch("question.field.clear");
  visitor.touch("key.search");
  visitor.touch("key.space");
  visitor.touch("key.search");
  visitor.press(KeyPress::enter);
  EXPECT_TRUE(visitor.questions.empty());
  EXPECT_TRUE(slip().writing);
}

TEST_P(Questions, IsCutAtItsLongestByWholeCharacters) {
  open("a");
  std::string many;
  for (int i = 0; i < 300; ++i) many += "é";
  visitor.act(act::Type{many});
  EXPECT_EQ(written().size(), longest_question - 1) << "no half letter";
  visitor.act(act::Type{"b"});
  EXPECT_EQ(written().size(), longest_question);
  visitor.act(act::Type{"c"});
  EXPECT_EQ(written().size(), longest_question);
  EXPECT_TRUE(written().ends_with("éb"));
  visitor.act(act::Submit{});
  EXPECT_EQ(visitor.questions.at(0).text.size(), longest_question);
}

TEST_P(Questions, LongWordsOfASearchAreTakenAsFarAsTheyFit) {
  std::string searched = "a";
  for (int i = 0; i < 300; ++i) searched += "é";
  open(searched);
  EXPECT_EQ(written().size(), longest_question - 1);
}

TEST_P(Questions, StaysInTheFieldWhenTheDiskRefusesIt) {
  open("eau");
  visitor.touch("key.search");
  answer(fail(ErrorKind::disk_full, "no space left"));
  EXPECT_TRUE(says("question.refused"));
  EXPECT_FALSE(is_thanked());
  EXPECT_EQ(written(), "eau");
  visitor.act(act::Type{"x"});
  EXPECT_FALSE(says("question.refused")) << "until it is written on";
  visitor.touch("key.search");
  answer(fail(ErrorKind::too_large, "full"));
  EXPECT_TRUE(says("question.full"));
  EXPECT_EQ(written(), "eaux");
  visitor.touch("key.search");
  ASSERT_EQ(visitor.questions.size(), 3u);
  answer({});
  EXPECT_TRUE(is_thanked());
}

TEST_P(Questions, IsSentOnceHoweverOftenOneTouches) {
  open("eau");
  for (int i = 0; i < 3; ++i) visitor.touch("key.search");
  EXPECT_EQ(visitor.questions.size(), 1u);
  visitor.act(act::Type{"x"});
  EXPECT_EQ(written(), "eau") << "what is on its way is not changed";
  visitor.wait(1);
  EXPECT_TRUE(says("msg.loading"));
  visitor.touch("bar.back");
  EXPECT_EQ(visitor.find("key.search"), nullptr) << "a slow disk holds nobody up";
  EXPECT_EQ(visitor.find("question.leave"), nullptr) << "not twice";
  answer({});
  EXPECT_TRUE(is_thanked());
}

TEST_P(Questions, ThatWasGivenUpOnItsWayIsNotComplainedAbout) {
  open("eau");
  visitor.touch("key.search");
  visitor.touch("question.close");
  answer(fail(ErrorKind::disk_full, ""));
  EXPECT_FALSE(slip().refused);
  EXPECT_NE(visitor.find("question.leave"), nullptr);
}

TEST_P(Questions, IsForgottenOnTheWayElsewhere) {
  open("eau");
  visitor.touch("bar.search");
  ASSERT_NE(visitor.at<SearchPlace>(), nullptr);
  visitor.act(act::Back{});
  ASSERT_NE(visitor.at<ResultsPlace>(), nullptr);
  EXPECT_FALSE(slip().writing);
  EXPECT_EQ(written(), "");
}

TEST_P(Questions, OnItsWayCanBeComeBackTo) {
  open("eau");
  visitor.touch("key.search");
  visitor.act(act::OpenGuide{"contact"});
  answer(fail(ErrorKind::disk_full, ""));
  visitor.act(act::Back{});
  EXPECT_EQ(written(), "eau");
  EXPECT_TRUE(says("question.refused"));
}

TEST_P(Questions, IsForgottenWithTheVisit) {
  for (const bool sent : {false, true}) {
    open("eau");
    visitor.act(act::Type{" secret"});
    if (sent) visitor.touch("key.search");
    visitor.act(act::Finish{});
    ASSERT_NE(visitor.at<WelcomePlace>(), nullptr);
    EXPECT_TRUE(visitor.state().session.history.empty());
    find_nothing("laine");
    if (sent) answer({});
    EXPECT_FALSE(is_thanked()) << "whoever comes next did not ask";
    visitor.touch("question.leave");
    EXPECT_EQ(written(), "laine");
    visitor.act(act::Finish{});
  }
}

TEST_P(Questions, TakesTheKeysOfARealKeyboard) {
  open("eau");
  visitor.press(KeyPress::home);
  visitor.act(act::Type{"l'"});
  visitor.press(KeyPress::right);
  visitor.press(KeyPress::erase_forward);
  visitor.press(KeyPress::end);
  visitor.press(KeyPress::backspace);
  EXPECT_EQ(written(), "l'e");
  visitor.press(KeyPress::enter);
  EXPECT_EQ(visitor.questions.at(0).text, "l'e");
}

TEST_P(Questions, TakesTheOtherLettersOfAKey) {
  open("");
  visitor.act(act::SetKeyboard{Language::french});
  visitor.hold("key.e");
  visitor.touch("accent.é");
  EXPECT_EQ(written(), "é");
}

TEST_P(Questions, FollowsTheLanguageOfTheVisit) {
  open("eau");
  visitor.act(act::SetLanguage{Language::spanish});
  EXPECT_EQ(slip().typing.keyboard, Language::spanish);
  visitor.touch("key.search");
  EXPECT_EQ(visitor.questions.at(0).language, Language::spanish);
}

// Tab and Enter alone, as on a keypad.
TEST_P(Questions, CanBeLeftByKeysAlone) {
  find_nothing("eau");
  const auto enter = [&](const std::string& name) {
    for (int presses = 0; presses < 200 && visitor.focus() != name; ++presses)
      visitor.press(KeyPress::next_target);
    ASSERT_EQ(visitor.focus(), name);
    visitor.press(KeyPress::enter);
  };
  enter("question.leave");
  ASSERT_TRUE(slip().writing);
  enter("key.space");
  enter(GetParam() == Language::arabic ? "key.ل" : "key.a");
  enter("key.search");
  ASSERT_EQ(visitor.questions.size(), 1u);
  answer({});
  EXPECT_TRUE(is_thanked());
}

TEST(Question, IsOfferedOnlyWhereNothingWasFound) {
  Visitor visitor(Language::french);
  visitor.act(act::ShowResults{"eau", {}});
  visitor.act(act::LeaveQuestion{});
  EXPECT_FALSE(is_writing_question(*visitor.at<ResultsPlace>()));
  EXPECT_NE(visitor.find("card.1"), nullptr);
}

}  // namespace
}  // namespace mess::kiosk
