// What is on the screen, as the voice is given it.

#include <gtest/gtest.h>

#include "kiosk/app/apply_voice.h"
#include "library/pdf_utf8.h"

namespace mess::kiosk {
namespace {

std::string said(std::string_view words, Language language) {
  std::string all;
  for (const Utterance& one : utterances_to_say(words, language))
    all += (all.empty() ? "" : " | ") + one.language + ": " + one.text;
  return all;
}

TEST(SpokenWords, EachPartHasTheLanguageOfItsScript) {
  const struct {
    const char* words;
    Language language;
    const char* said;
  } rows[] = {
      {"Lire", Language::french, "fr: Lire"},
      {"العربية", Language::french, "ar: العربية"},
      {"دليل التعاونيات\nORESS · 2013 · 92 pages", Language::french,
       "ar: دليل التعاونيات | fr: ORESS, 2013, 92 pages"},
      {"Contraste fort\nNon", Language::french, "fr: Contraste fort, Non"},
      {"12", Language::arabic, "ar: 12"},
      {"\u2068ORESS\u2069 · \u20682013\u2069", Language::english, "en: ORESS, 2013"},
      {"« coopérative » (3)", Language::french, "fr: coopérative 3"},
      {"", Language::french, ""},
  };
  for (const auto& row : rows) EXPECT_EQ(said(row.words, row.language), row.said) << row.words;
}

TEST(SpokenWords, AreTextWhateverWasGiven) {
  for (const char* words : {"Caf\xE9 du port",
                            "a\x80\xFF"
                            "b",
                            "\xC3", "\x1B[31mrouge"}) {
    for (const Utterance& one : utterances_to_say(words, Language::french)) {
      EXPECT_TRUE(library::is_clean_text(one.text)) << one.text;
      EXPECT_EQ(one.text.find('\x1B'), std::string::npos);
    }
  }
}

TEST(SpokenWords, LongTextsAreCutBetweenSentences) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "La coopérative vend son huile au marché. ";
  const auto pieces = utterances_to_say(text, Language::french);
  EXPECT_GT(pieces.size(), 10u);
  std::size_t bytes = 0;
  for (const Utterance& one : pieces) {
    EXPECT_LE(one.text.size(), 300u);
    bytes += one.text.size();
  }
  EXPECT_LE(bytes, longest_spoken);
  const auto endless = utterances_to_say(std::string(3000, 'a'), Language::french);
  for (const Utterance& one : endless) EXPECT_LE(one.text.size(), longest_utterance);
}

}  // namespace
}  // namespace mess::kiosk
