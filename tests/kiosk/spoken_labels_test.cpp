// Whoever cannot see or read hears what can be touched: every target of every screen has words for the voice,
// in the language of the interface.

#include <gtest/gtest.h>

#include <array>

#include "every_screen.h"
#include "kiosk/app/apply_voice.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {
namespace {

bool has_arabic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto here = library::utf8_character(text, at);
    if (here.code >= 0x0620 && here.code <= 0x064A) return true;
    at += here.bytes;
  }
  return false;
}

// Whose words are those of a document, of a keyboard, or of another language.
bool has_words_of_its_own(const std::string& name) {
  constexpr std::array starts{
      "key.",   "accent.",           "language",    "welcome.", "browse.section.", "search.example.",
      "empty.", "results.corrected", "suggestion.", "guide.",   "home.example"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](const char* start) { return name.starts_with(start); });
}

void check(const Target& target, Language language) {
  EXPECT_NE(target.spoken, target.name);
  EXPECT_EQ(target.spoken.find_first_of("[]{}"), std::string::npos) << target.name << ": " << target.spoken;
  EXPECT_FALSE(words().has(target.spoken)) << target.name << ": " << target.spoken;
  const auto said = utterances_to_say(target.spoken, language);
  EXPECT_FALSE(said.empty()) << target.name << ": \"" << target.spoken << '"';
  for (const Utterance& one : said) EXPECT_FALSE(one.text.empty() || one.language.empty()) << target.name;
  if (language == Language::arabic && !has_words_of_its_own(target.name)) {
    EXPECT_TRUE(has_arabic(target.spoken)) << target.name << ": " << target.spoken;
  }
}

class SpokenLabels : public testing::TestWithParam<Shown> {};

TEST_P(SpokenLabels, SayWhatCanBeTouched) {
  for (const Language language : interface_languages) {
    SCOPED_TRACE(code_of(language));
    for (const Size screen : {Size{1920, 1080}, Size{1239, 697}}) {
      Visitor visitor(language, screen);
      receive(visitor.state(), message::SoundKnown{true}, 0);
      GetParam().go(visitor);
      visitor.state().session.comfort.speak = true;
      const bool of_staff = is_of_staff(visitor.state().session.place);
      ASSERT_EQ(reads_screen(visitor.state()), !of_staff);
      if (of_staff) return;  // that is not said aloud
      visitor.state().session.comfort.speak = false;
      visitor.draw();
      for (const Target& target : visitor.scene().targets) {
        if (takes_focus(visitor.scene(), target)) check(target, language);
      }
    }
  }
}

// On the same screens read aloud: nothing acts before it has said what it is, and the screen has a name.
TEST_P(SpokenLabels, AreSaidBeforeAnythingIsDone) {
  for (const Language language : {Language::french, Language::arabic}) {
    SCOPED_TRACE(code_of(language));
    Visitor visitor(language);
    receive(visitor.state(), message::SoundKnown{true}, 0);
    visitor.state().session.comfort.speak = true;
    GetParam().go(visitor);
    visitor.state().session.comfort.speak = true;
    const bool of_staff = is_of_staff(visitor.state().session.place);
    ASSERT_EQ(reads_screen(visitor.state()), !of_staff);
    if (of_staff) return;
    visitor.state().session.voice = {};
    visitor.draw();
    EXPECT_NE(visitor.state().session.voice.title, "");
    for (const Target& target : visitor.scene().targets) {
      if (!takes_focus(visitor.scene(), target) || std::holds_alternative<act::Stay>(target.action)) continue;
      if (target.name.starts_with("reader.listen")) continue;  // what is read aloud ends in one touch
      EXPECT_TRUE(std::holds_alternative<act::Speak>(target.action)) << target.name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, SpokenLabels, testing::ValuesIn(every_screen()),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace mess::kiosk
