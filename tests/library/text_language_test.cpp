#include "library/text_language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mess::library {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TextLanguage, IsKnownForTheLanguagesOfTheHouse) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"Les coopératives de la région emploient plus de douze mille personnes, dont une majorité de femmes.",
       "fr"},
      {"Las cooperativas de la región emplean a más de doce mil personas, en su mayoría mujeres del campo.",
       "es"},
      {"The cooperatives of the region employ more than twelve thousand people, most of them women.", "en"},
      {"تعتبر التعاونيات من أهم مكونات الاقتصاد الاجتماعي والتضامني بالمغرب وتشغل عددا كبيرا من النساء",
       "ar"},
      // Letters of lam-alef in the wrong order, as the word processor's PDFs give them.
      {"المادة األولى: تطبق أحكام هذا القانون على األجراء المرتبطين بعقد شغل أيا كانت طرق تنفيذه", "ar"},
      {"Die Genossenschaften der Region beschäftigen mehr als zwölftausend Menschen, vor allem Frauen.",
       "de"},
      {"12 345 678 90", ""},
      {"Oui", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(language_of_text(c.text), c.expected) << c.text;
}

TEST(TextLanguage, LooksAtTheBeginningOfLongTextsOnly) {
  std::string text;
  while (text.size() < 5000) text += "Les coopératives de la région emploient des femmes. ";
  while (text.size() < 500000) text += "The cooperatives of the region employ women. ";
  EXPECT_EQ(language_of_text(text), "fr");
}

TEST(MainLanguages, AreThoseWithATenthOfTheText) {
  EXPECT_THAT(main_languages({{"fr", 500}, {"ar", 900}, {"en", 50}, {"", 9000}}), ElementsAre("ar", "fr"));
  EXPECT_THAT(main_languages({{"", 10}}), IsEmpty());
  EXPECT_THAT(main_languages({}), IsEmpty());
}

}  // namespace
}  // namespace mess::library
