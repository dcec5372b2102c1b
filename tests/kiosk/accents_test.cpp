// The other letters of a key: a finger that rests on it shows them, one of them takes the place of the letter
// that was typed at once.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "kiosk/app/field.h"
#include "kiosk/app/search_layout.h"
#include "kiosk/app/type_with.h"
#include "open_places.h"

namespace mess::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Choice {
  const char* before;  // the field, its caret where | stands
  act::ChooseAccent wish;
  const char* after;
  const char* why;
};

FieldText field_with_caret(std::string text) {
  const std::size_t caret = text.find('|');
  return {text.erase(caret, 1), caret};
}
std::string shown(const FieldText& field) {
  return field.text.substr(0, field.caret) + "|" + field.text.substr(field.caret);
}

class Choosing : public testing::TestWithParam<Choice> {};

TEST_P(Choosing, PutsTheAccentInThePlaceOfTheLetter) {
  Typing typing;
  typing.field = field_with_caret(GetParam().before);
  EXPECT_TRUE(type_with(typing, GetParam().wish).has_value());
  EXPECT_EQ(shown(typing.field), GetParam().after) << GetParam().why;
}

INSTANTIATE_TEST_SUITE_P(Accents, Choosing,
                         testing::Values(Choice{"e|", {"e", "é"}, "é|", "alone"},
                                         Choice{"the|", {"e", "é"}, "thé|", "at the end"},
                                         Choice{"re|ne", {"e", "è"}, "rè|ne", "before the caret"},
                                         Choice{"E|", {"E", "É"}, "É|", "a capital"},
                                         Choice{"o|", {"o", "œ"}, "œ|", "two in one"},
                                         Choice{"كتاب ا|", {"ا", "أ"}, "كتاب أ|", "Arabic"},
                                         Choice{"لا|", {"لا", "لأ"}, "لأ|", "a key of two letters"},
                                         Choice{"ex|", {"e", "é"}, "ex|", "another letter came since"},
                                         Choice{"|e", {"e", "é"}, "|e", "the caret was moved"},
                                         Choice{"|", {"e", "é"}, "|", "it was erased"}));

TEST(Accents, AFieldThatIsFullKeepsTheLetter) {
  Typing typing;
  typing.field = {std::string(longest_field, 'e'), longest_field};
  type_with(typing, act::ChooseAccent{"e", "é"});
  EXPECT_EQ(typing.field.text, std::string(longest_field, 'e')) << "one byte longer than there is room";
}

std::vector<std::string> accents_on(const Visitor& visitor) {
  std::vector<std::string> letters;
  for (const Target& target : visitor.scene().targets) {
    if (target.name.starts_with("accent.")) letters.push_back(target.name.substr(7));
  }
  return letters;
}

const std::string& text_of(Visitor& visitor) {
  return visitor.at<SearchPlace>()->field.text;
}

struct Row {
  Language language;
  const char* key;
  std::vector<std::string> letters;  // from left to right
};

class AccentsOf : public testing::TestWithParam<Row> {};

TEST_P(AccentsOf, AKeyThatIsHeld) {
  const Row& row = GetParam();
  Visitor visitor(Language::french);
  hold_key(visitor, row.language, std::string("key.") + row.key);
  EXPECT_EQ(text_of(visitor), row.key) << "typed at once";
  EXPECT_EQ(accents_on(visitor), row.letters);
  visitor.touch("accent." + row.letters.back());
  EXPECT_EQ(text_of(visitor), row.letters.back());
  EXPECT_THAT(accents_on(visitor), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Keys, AccentsOf,
    testing::Values(Row{Language::french, "e", {"é", "è", "ê", "ë"}}, Row{Language::french, "c", {"ç"}},
                    Row{Language::english, "o", {"ô", "ö", "œ", "ó"}}, Row{Language::spanish, "?", {"¿"}},
                    Row{Language::spanish, "n", {"ñ"}}, Row{Language::arabic, "ا", {"أ", "إ", "آ", "ء"}},
                    Row{Language::arabic, "ه", {"ة"}}, Row{Language::arabic, "ي", {"ى", "ئ"}},
                    Row{Language::arabic, "و", {"ؤ"}}));

TEST(Accents, OfACapitalAreCapitals) {
  Visitor visitor(Language::french);
  visitor.act(act::OpenSearch{""});
  visitor.act(act::ToggleCapitals{});
  visitor.hold("key.E");
  EXPECT_THAT(accents_on(visitor), ElementsAre("É", "È", "Ê", "Ë"));
  visitor.touch("accent.É");
  visitor.touch("key.t");
  EXPECT_EQ(text_of(visitor), "Ét") << "one capital a touch";
}

// Every other touch puts them away, and means what it always means.
TEST(Accents, StayUntilTheNextTouch) {
  const std::vector<std::pair<const char*, std::function<void(Visitor&)>>> touches{
      {"another letter", [](Visitor& v) { v.touch("key.s"); }},
      {"the same letter", [](Visitor& v) { v.touch("key.e"); }},
      {"erase", [](Visitor& v) { v.touch("key.erase"); }},
      {"between the letters", [](Visitor& v) { v.touch("accents"); }},
      {"nothing at all", [](Visitor& v) { v.act(act::None{}); }},
      {"another language", [](Visitor& v) { v.act(act::SetLanguage{Language::arabic}); }},
  };
  for (const auto& [what, touch] : touches) {
    Visitor visitor(Language::french);
    hold_key(visitor, Language::french, "key.e");
    ASSERT_FALSE(accents_on(visitor).empty());
    touch(visitor);
    EXPECT_THAT(accents_on(visitor), IsEmpty()) << what;
  }
  Visitor visitor(Language::french);
  hold_key(visitor, Language::french, "key.e");
  visitor.touch("key.s");
  EXPECT_EQ(text_of(visitor), "es");
}

TEST(Accents, AreGoneWhenOneComesBackToTheField) {
  Visitor visitor(Language::french);
  hold_key(visitor, Language::french, "key.e");
  visitor.act(act::OpenDocument{1, 1, ""});
  ASSERT_TRUE(visitor.at<ReaderState>());
  visitor.act(act::Back{});
  ASSERT_TRUE(visitor.at<SearchPlace>());
  EXPECT_THAT(accents_on(visitor), IsEmpty());
}

TEST(Accents, AreInTheFieldOfADocumentToo) {
  Visitor visitor(Language::french);
  visitor.act(act::Begin{});
  open_reader(visitor, "fr");
  visitor.act(act::OpenFind{});
  visitor.act(act::Clear{});
  visitor.hold("key.u");
  visitor.touch("accent.û");
  EXPECT_EQ(visitor.at<ReaderState>()->find.typing.field.text, "û");
  EXPECT_EQ(visitor.at<ReaderState>()->query, "û*");
}

// With the screen read aloud the first touch types nothing that another letter could take the place of.
TEST(Accents, AreNotShownOfAKeyThatIsOnlySaid) {
  Visitor visitor(Language::french);
  receive(visitor.state(), message::SoundKnown{true}, 0);
  visitor.act(act::OpenSearch{"the"});
  visitor.act(act::SetComfort{{TextSize::normal, false, false, false, true}});
  ASSERT_TRUE(std::holds_alternative<act::Speak>(visitor.find("key.e")->action));
  EXPECT_FALSE(visitor.find("key.e")->held);
  visitor.touch("key.e");
  EXPECT_EQ(text_of(visitor), "the");
  visitor.hold("key.e");
  EXPECT_EQ(text_of(visitor), "thee");
  EXPECT_THAT(accents_on(visitor), ElementsAre("é", "è", "ê", "ë"));
  visitor.act(act::Home{});
  EXPECT_TRUE(visitor.find("home.name")->held) << "the way to the staff door stays";
}

// A row above the key: letters at least as large as a finger needs, wholly on the screen.
TEST(Accents, LieAboveTheKeyAndNeverBeyondTheScreen) {
  for (const Size screen : {Size{1920, 1080}, Size{1080, 1920}, Size{1239, 697}, Size{697, 1239}}) {
    const KeyboardLayout keys = keyboard_layout(screen);
    for (const float x : {keys.side, screen.w / 2, screen.w - keys.side - 60}) {
      for (std::size_t count = 1; count <= 6; ++count) {
        const Rect key{x, screen.h - keys.height + keys.top, 60, keys.row};
        const AccentRow row = accent_row(key, count, screen);
        ASSERT_EQ(row.keys.size(), count);
        EXPECT_LT(row.ground.bottom(), key.y);
        EXPECT_GE(row.ground.x, 0);
        EXPECT_LE(row.ground.end(), screen.w + 0.5f);
        for (const Rect& letter : row.keys) {
          EXPECT_GE(letter.w, 72);
          EXPECT_GE(letter.h, 72);
          EXPECT_GE(letter.x, row.ground.x);
          EXPECT_LE(letter.end(), row.ground.end());
        }
      }
    }
  }
}

}  // namespace
}  // namespace mess::kiosk
