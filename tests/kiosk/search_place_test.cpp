// 03: the field by characters as people see them, the keys, and what they ask of the search.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "kiosk/app/field.h"
#include "kiosk/app/session.h"

namespace mess::kiosk {
namespace {

using testing::IsEmpty;

struct EraseCase {
  const char* text;
  const char* left;  // after one backspace at the end
  const char* why;
};

class Erasing : public testing::TestWithParam<EraseCase> {};

TEST_P(Erasing, TakesOneCharacterAsAPersonSeesIt) {
  FieldText field = field_of(GetParam().text);
  erase_before(field);
  EXPECT_EQ(field.text, GetParam().left) << GetParam().why;
  EXPECT_EQ(field.caret, field.text.size());
}

INSTANTIATE_TEST_SUITE_P(Field, Erasing,
                         testing::Values(EraseCase{"", "", "nothing to erase"},
                                         EraseCase{"a", "", "a letter"},
                                         EraseCase{"fém", "fé", "after a letter of two bytes"},
                                         EraseCase{"fé", "f", "a letter of two bytes"},
                                         EraseCase{"fe\u0301", "f", "a letter and its accent apart"},
                                         EraseCase{"تعاون", "تعاو", "Arabic"},
                                         EraseCase{"عمّ", "ع", "a letter with its shadda"},
                                         EraseCase{"لا", "ل", "lam-alef is two letters"},
                                         EraseCase{"a👩‍🎓", "a", "several code points, one picture"}));

// The keys Home and End.
TEST(SearchField, TheCaretGoesToAnEndInOneStepHoweverFar) {
  FieldText field = field_of("تعاونية e\u0301cole");
  move_caret(field, -std::numeric_limits<int>::max() / 2);
  EXPECT_EQ(field.caret, 0u);
  move_caret(field, std::numeric_limits<int>::max() / 2);
  EXPECT_EQ(field.caret, field.text.size());
  FieldText empty;
  move_caret(empty, std::numeric_limits<int>::max() / 2);
  EXPECT_EQ(empty.caret, 0u);
}

TEST(Field, TheCaretStepsOverCharactersAndStopsAtTheEnds) {
  FieldText field = field_of("é\u0301عا");
  const std::size_t end = field.caret;
  move_caret(field, -1);
  EXPECT_EQ(field.caret, end - 2);
  move_caret(field, -2);
  EXPECT_EQ(field.caret, 0u);
  move_caret(field, -1);
  EXPECT_EQ(field.caret, 0u);
  move_caret(field, 1);
  EXPECT_EQ(field.caret, 4u);  // é and the second accent are one
  move_caret(field, 9);
  EXPECT_EQ(field.caret, end);
}

TEST(Field, TypesAndErasesAtTheCaret) {
  FieldText field = field_of("cop");
  move_caret(field, -1);
  type_into(field, "o");
  EXPECT_EQ(field.text, "coop");
  erase_after(field);
  EXPECT_EQ(field.text, "coo");
  erase_after(field);
  EXPECT_EQ(field.text, "coo");
}

TEST(Field, KeepsOutControlsAndWhatIsTooLong) {
  FieldText field;
  type_into(field, "a\tb\n\x7F");
  EXPECT_EQ(field.text, "ab");
  type_into(field, std::string(longest_field, 'x'));
  EXPECT_EQ(field.text, "ab");
}

TEST(Field, KnowsItsDirection) {
  struct Row {
    const char* text;
    bool otherwise, expected;
  };
  for (const Row& row : {Row{"", true, true}, Row{"", false, false}, Row{"abc", true, false},
                         Row{"عمل", false, true}, Row{"12 عمل", false, true}, Row{"2013", true, true}}) {
    EXPECT_EQ(runs_right_to_left(row.text, row.otherwise), row.expected) << row.text;
  }
}

// ---- the place

AppState searching(Language language = Language::french) {
  AppState state;
  apply(state, act::SetLanguage{language}, 0);
  apply(state, act::OpenSearch{""}, 0);
  return state;
}

SearchPlace& place(AppState& state) {
  return std::get<SearchPlace>(state.session.place);
}

const effect::Search& only_search(const std::vector<Effect>& effects) {
  EXPECT_EQ(effects.size(), 1u);
  return std::get<effect::Search>(effects.front());
}

TEST(SearchPlace, EachEditAsksForTheWordsSoFar) {
  AppState state = searching();
  EXPECT_EQ(only_search(apply(state, act::Type{"c"}, 1)).request.query, "c");
  const auto effects = apply(state, act::Type{"oop"}, 2);
  const effect::Search& search = only_search(effects);
  EXPECT_EQ(search.request.query, "coop");
  EXPECT_TRUE(search.request.typing);
  EXPECT_TRUE(search.suggest);
  EXPECT_EQ(search.request.language, Language::french);
  EXPECT_EQ(only_search(apply(state, act::Erase{}, 3)).request.query, "coo");
}

TEST(SearchPlace, ASpaceFinishesTheWord) {
  AppState state = searching();
  apply(state, act::Type{"coop"}, 1);
  const auto effects = apply(state, act::Type{" "}, 2);
  EXPECT_EQ(only_search(effects).request.query, "coop");
  EXPECT_FALSE(only_search(effects).request.typing);
}

TEST(SearchPlace, MovingTheCaretAsksForNothing) {
  AppState state = searching();
  apply(state, act::Type{"coop"}, 1);
  EXPECT_THAT(apply(state, act::MoveCaret{-2}, 2), IsEmpty());
  EXPECT_EQ(place(state).field.caret, 2u);
}

TEST(SearchPlace, ClearEmptiesEverything) {
  AppState state = searching();
  apply(state, act::Type{"coop"}, 1);
  EXPECT_THAT(apply(state, act::Clear{}, 2), IsEmpty());
  EXPECT_EQ(place(state).field, FieldText{});
  EXPECT_FALSE(place(state).answer.waiting);
}

TEST(SearchPlace, KeysChangeAndTheInterfaceDoesNot) {
  AppState state = searching();
  apply(state, act::SetKeyboard{Language::arabic}, 1);
  EXPECT_EQ(place(state).keyboard, Language::arabic);
  EXPECT_EQ(state.session.language, Language::french);
  apply(state, act::ToggleDigits{}, 2);
  EXPECT_EQ(place(state).plane, KeyboardPlane::digits);
  apply(state, act::ToggleDigits{}, 3);
  EXPECT_EQ(place(state).plane, KeyboardPlane::letters);
}

TEST(SearchPlace, ShiftIsForOneLetter) {
  AppState state = searching();
  apply(state, act::ToggleCapitals{}, 1);
  EXPECT_EQ(place(state).plane, KeyboardPlane::capitals);
  apply(state, act::Type{"T"}, 2);
  EXPECT_EQ(place(state).plane, KeyboardPlane::letters);
}

TEST(SearchPlace, DigitsStayForSeveralLetters) {
  AppState state = searching();
  apply(state, act::ToggleDigits{}, 1);
  apply(state, act::Type{"2"}, 2);
  EXPECT_EQ(place(state).plane, KeyboardPlane::digits);
}

TEST(SearchPlace, NothingIsSubmittedWithoutWords) {
  AppState state = searching();
  apply(state, act::Type{"  "}, 1);
  EXPECT_THAT(apply(state, act::Submit{}, 2), IsEmpty());
  EXPECT_TRUE(std::holds_alternative<SearchPlace>(state.session.place));
}

TEST(SearchPlace, TheWordsAreSubmittedWithoutTheSpacesAroundThem) {
  AppState state = searching();
  apply(state, act::Type{"  économie   sociale "}, 1);
  const auto effects = apply(state, act::Submit{}, 2);
  EXPECT_EQ(only_search(effects).request.query, "économie sociale");
  EXPECT_FALSE(only_search(effects).request.typing);
}

TEST(SearchPlace, HidingTheKeyboardShowsResultsOrGoesBack) {
  AppState state = searching();
  apply(state, act::HideKeyboard{}, 1);
  EXPECT_TRUE(std::holds_alternative<HomePlace>(state.session.place));
  apply(state, act::OpenSearch{"loi"}, 2);
  apply(state, act::HideKeyboard{}, 3);
  EXPECT_TRUE(std::holds_alternative<ResultsPlace>(state.session.place));
}

TEST(SearchPlace, ATopicLeadsToItsResultsATitleToItsDocument) {
  AppState state = searching();
  index::Suggestion topic;
  topic.text = "coopératives féminines";
  apply(state, act::Type{"coop"}, 1);
  apply(state, act::TakeSuggestion{topic}, 2);
  EXPECT_EQ(std::get<ResultsPlace>(state.session.place).query, "coopératives féminines");

  state = searching();
  index::Suggestion title;
  title.kind = index::Suggestion::Kind::title;
  title.text = "Atlas de l'ESS";
  title.id = 7;
  apply(state, act::Type{"atlas"}, 1);
  apply(state, act::TakeSuggestion{title}, 2);
  EXPECT_EQ(std::get<ReaderState>(state.session.place).document.id, 7);
}

}  // namespace
}  // namespace mess::kiosk
