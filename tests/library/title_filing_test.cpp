// Where titles stand: under which letter, and in which order.

#include "library/title_filing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace mess::library {
namespace {

using testing::ElementsAreArray;

struct LetterCase {
  const char *title, *language, *letter, *why;
};

TEST(TitleFiling, EachTitleStandsUnderItsLetter) {
  const LetterCase cases[] = {
      {"Atlas", "fr", "A", ""},
      {"Études régionales", "fr", "E", "accents"},
      {"Œuvres sociales", "fr", "O", "ligature"},
      {"économie", "fr", "E", "small letter"},
      {"Les coopératives", "fr", "C", "article"},
      {"LES COOPÉRATIVES", "fr", "C", "article in capitals"},
      {"La région", "fr", "R", "article"},
      {"Le littoral", "fr", "L", "article"},
      {"L'artisanat", "fr", "A", "elided, straight"},
      {"L’économie", "fr", "E", "elided, curved"},
      {"« Les femmes »", "fr", "F", "quotes around all"},
      {"L'« Atlas »", "fr", "A", "quotes after the article"},
      {"Lesotho", "fr", "L", "a word that begins as an article"},
      {"Les", "fr", "L", "nothing but an article"},
      {"L'", "fr", "L", "nothing but an article"},
      {"Le\u00A0miel", "fr", "M", "no-break space"},
      {"Las mujeres", "es", "M", "Spanish article"},
      {"Las mujeres", "en", "L", "no article in English"},
      {"The report", "en", "R", "English article"},
      {"The report", "fr", "T", "no article in French"},
      {"A propos", "fr", "A", "no article in French"},
      {"Les femmes", "ar", "F", "French title on an Arabic document"},
      {"Les femmes", "", "F", "language not known"},
      {"Die Frauen", "de", "D", "no rule for German"},
      {"التعاونيات", "ar", "ت", "Arabic article"},
      {"الاقتصاد الاجتماعي", "ar", "ا", "article before alef"},
      {"الإدماج", "ar", "ا", "article before alef with hamza"},
      {"التعاونيات", "fr", "ت", "Arabic title on a French document"},
      {"أطلس الجهة", "ar", "ا", "alef with hamza"},
      {"آفاق", "ar", "ا", "alef with madda"},
      {"إلى الجهة", "ar", "ا", "no article"},
      {"ألبان الجبل", "ar", "ا", "no article: the alef has a hamza"},
      {"التزامات الدولة", "ar", "ا", "the word's own ال"},
      {"التراث", "ar", "ت", "and one that looks alike"},
      {"التيسير في التعاونيات", "ar", "ت", "no relative pronoun"},
      {"اللهجات المحلية", "ar", "ل", "nor God"},
      {"الذكاء", "ar", "ذ", ""},
      {"ال", "ar", "ا", "nothing but an article"},
      {"اَلتَّعَاوُنِيَّات", "ar", "ت", "vowel marks"},
      {"الـتـعاون", "ar", "ت", "tatweel"},
      {"\uFE97\uFECC\uFE8E\uFEED\uFEE5", "ar", "ت", "presentation forms"},
      {"\u202Bدليل\u202C", "ar", "د", "bidi controls"},
      {"«دليل التعاونيات»", "ar", "د", "quotes"},
      {"ⵜⴰⵎⴰⵣⵉⵖⵜ", "zgh", "ⵜ", "Tifinagh"},
      {"2013 : bilan", "fr", "#", "digits"},
      {"٢٠١٣ حصيلة", "ar", "#", "Arabic-Indic digits"},
      {"...", "fr", "#", "signs only"},
      {"", "fr", "#", "empty"},
      {"   ", "fr", "#", "blank"},
      {"(Les) études", "fr", "L", "bracket first"},
      {"— Études", "fr", "E", "dash first"},
      {"\xFF\xFE", "fr", "#", "no UTF-8"},
      {"Ελληνικά", "el", "…", "another script"},
      {"中文", "zh", "…", "another script"},
      {"ORESS دليل", "ar", "O", "two scripts: the first counts"},
  };
  for (const Language reader : {Language::french, Language::arabic, Language::english, Language::unknown}) {
    const TitleFiling filing(reader);
    for (const LetterCase& c : cases) {
      EXPECT_EQ(filing.file(c.title, c.language).letter, c.letter)
          << c.title << " (" << c.why << ") for " << code_of(reader);
    }
  }
}

TEST(TitleFiling, SpanishReadersHaveALetterMore) {
  EXPECT_EQ(TitleFiling(Language::spanish).file("Ñandú", "es").letter, "Ñ");
  EXPECT_EQ(TitleFiling(Language::french).file("Ñandú", "es").letter, "N");
}

std::vector<std::string> in_order(Language reader, std::vector<std::string> titles) {
  const TitleFiling filing(reader);
  std::stable_sort(titles.begin(), titles.end(), [&](const std::string& a, const std::string& b) {
    return filing.file(a, "").key < filing.file(b, "").key;
  });
  return titles;
}

TEST(TitleFiling, SignsThenNumbersThenTheLettersOfTheReader) {
  const std::vector<std::string> titles{"دليل", "Les femmes", "10 études", "Étude", "أطلس", "2 études",
                                        "Eau",  "Ethnie",     "التعاون",   "?",     "Zoo"};
  EXPECT_THAT(in_order(Language::french, titles),
              ElementsAreArray({"?", "2 études", "10 études", "Eau", "Ethnie", "Étude", "Les femmes", "Zoo",
                                "أطلس", "التعاون", "دليل"}));
  EXPECT_THAT(in_order(Language::arabic, titles),
              ElementsAreArray({"?", "2 études", "10 études", "أطلس", "التعاون", "دليل", "Eau", "Ethnie",
                                "Étude", "Les femmes", "Zoo"}));
}

// What decides the letter decides the order too, or a letter would come up twice.
TEST(TitleFiling, LettersAreTogether) {
  std::vector<std::string> titles;
  for (const char* first :
       {"a", "É", "ا", "أ", "إ", "آ", "ب", "ت", "ة", "ث", "ج", "د", "ذ", "س", "ش", "ص", "ط", "ع", "غ", "ق",
        "ك", "ک", "ل", "ه", "و", "ؤ", "ي", "ى", "ئ", "Ñ", "Œ", "Ç", "9", "ⵣ", "ⴰ", "z", "Ł", "Ø", "پ", "ء"}) {
    for (const char* rest : {"", "a", "ب", " 1", "z"}) titles.push_back(std::string(first) + rest);
  }
  for (const Language reader : interface_languages) {
    const TitleFiling filing(reader);
    std::vector<std::string> seen;
    for (const std::string& title : in_order(reader, titles)) {
      const std::string letter = filing.file(title, "").letter;
      if (!seen.empty() && seen.back() == letter) continue;
      EXPECT_EQ(std::count(seen.begin(), seen.end(), letter), 0)
          << letter << " again at " << title << " for " << code_of(reader);
      seen.push_back(letter);
    }
    EXPECT_GT(seen.size(), 25u);
  }
}

}  // namespace
}  // namespace mess::library
