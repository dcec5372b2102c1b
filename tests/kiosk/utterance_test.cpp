#include "kiosk/app/utterance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mess::kiosk {
namespace {

using testing::ElementsAre;

std::vector<std::string> said(std::string_view text, std::string_view language) {
  std::vector<std::string> all;
  for (const Utterance& one : utterances_of(text, language)) {
    all.push_back(one.language + (one.ends ? ": " : "> ") + one.text);
  }
  return all;
}

struct Row {
  const char* name;
  const char* text;
  const char* language;
  std::vector<std::string> expected;
};

class Utterances : public testing::TestWithParam<Row> {};

TEST_P(Utterances, OfAPage) {
  EXPECT_EQ(said(GetParam().text, GetParam().language), GetParam().expected);
}

// Lines are long enough that none of them passes for a heading unless it is meant to.
const Row rows[] = {
    {"TwoSentences",
     "Les coopératives emploient beaucoup de\nfemmes. Elles vendent du miel dans la région.",
     "fr",
     {"fr: Les coopératives emploient beaucoup de femmes.", "fr: Elles vendent du miel dans la région."}},
    {"AWordCutByALine",
     "Le rapport parle de l'économie sociale et des coopé-\nratives de la région.",
     "fr",
     {"fr: Le rapport parle de l'économie sociale et des coopératives de la région."}},
    {"AHyphenThatIsMeant",
     "Il ouvre le rendez-vous de la province de Tanger-\nAssilah au public.",
     "fr",
     {"fr: Il ouvre le rendez-vous de la province de Tanger-Assilah au public."}},
    {"AHeadingIsASentence",
     "Les femmes rurales\nElles forment la moitié des membres des coopératives de la région, dit le rapport.",
     "fr",
     {"fr: Les femmes rurales",
      "fr: Elles forment la moitié des membres des coopératives de la région, dit le rapport."}},
    {"AShortLineThatGoesOn",
     "Une ligne assez longue pour être la ligne habituelle de cette page\nune courte\nsuite de la même "
     "phrase, jusqu'au bout.",
     "fr",
     {"fr: Une ligne assez longue pour être la ligne habituelle de cette page une courte suite de la même "
      "phrase, jusqu'au bout."}},
    {"PageNumbersAreLeftOut",
     "12\n\nLes membres se réunissent deux fois par an au siège.\n\n- 13 -\n",
     "fr",
     {"fr: Les membres se réunissent deux fois par an au siège."}},
    {"ASentenceThatGoesOnOverleaf",
     "Les membres du conseil se réunissent deux fois par an au siège de la",
     "fr",
     {"fr> Les membres du conseil se réunissent deux fois par an au siège de la"}},
    {"BracketsQuotesAndBullets",
     "• La coopérative (« Miel du Rif ») vend – dit-elle – [1] du \"bon\" miel.",
     "fr",
     {"fr: La coopérative Miel du Rif vend, dit-elle, 1 du bon miel."}},
    {"DottedLinesOfAContentsPage",
     "Introduction de ce rapport annuel ............................ 5",
     "fr",
     {"fr> Introduction de ce rapport annuel . 5"}},
    {"Arabic",
     "تشغل التعاونيات عددا كبيرا من النساء. هل تعرفونها؟ نعم، نعرفها جيدا.",
     "ar",
     {"ar: تشغل التعاونيات عددا كبيرا من النساء.", "ar: هل تعرفونها؟", "ar: نعم، نعرفها جيدا."}},
    {"TatweelAndBracketsInArabic",
     "الاقتصــــاد (الاجتماعي) والتضامنـــي في جهة طنجة.",
     "ar",
     {"ar: الاقتصاد الاجتماعي والتضامني في جهة طنجة."}},
    {"TurnedDirectionsAndOldForms",
     "\u202Bﻣﺮﺣﺒﺎ ﺑﻜﻢ ﻓﻲ ﻫﺬﻩ ﺍﻟﻤﻜﺘﺒﺔ.\u202C",
     "ar",
     {"ar: مرحبا بكم في هذه المكتبة."}},
    {"FrenchInAnArabicPage",
     "تقدم التعاونية منتجاتها للزوار. La coopérative vend des produits de la région.",
     "ar",
     {"ar: تقدم التعاونية منتجاتها للزوار.", "fr: La coopérative vend des produits de la région."}},
    {"ArabicInAFrenchPage",
     "Le nom arabe suit. التعاونية تشغل النساء في الجهة.",
     "fr",
     {"fr: Le nom arabe suit.", "ar: التعاونية تشغل النساء في الجهة."}},
    {"NumbersOfAnArabicPageAreArabic",
     "بلغ عدد الأعضاء ما يلي.\n\n1250 - 3400\n\nوهو عدد كبير جدا.",
     "ar",
     {"ar: بلغ عدد الأعضاء ما يلي.", "ar: 1250 - 3400", "ar: وهو عدد كبير جدا."}},
    {"APageThatDoesNotTell",
     "Las cooperativas de la región venden sus productos en el mercado.",
     "",
     {"es: Las cooperativas de la región venden sus productos en el mercado."}},
    {"AnotherLanguage",
     "Die Genossenschaft verkauft Honig und hilft den Frauen im Dorf.",
     "de",
     {"de: Die Genossenschaft verkauft Honig und hilft den Frauen im Dorf."}},
    {"Nothing", "", "fr", {}},
    {"NothingToSay", "….. *** ——— 12 ---\n\n\n()[]{}", "fr", {}},
};

INSTANTIATE_TEST_SUITE_P(Table, Utterances, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(UtterancesOf, PlacesCoverWhatIsSaidInOrder) {
  const std::string text = "Premier. Deuxième phrase, plus longue. المساعدة للجميع. Fin.";
  std::size_t before = 0;
  for (const Utterance& one : utterances_of(text, "fr")) {
    EXPECT_GE(one.place.begin, before);
    EXPECT_LT(one.place.begin, one.place.end);
    EXPECT_LE(one.place.end, text.size());
    before = one.place.end;
  }
}

TEST(UtterancesOf, LongSentencesAreSaidClauseByClause) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "et la coopérative numéro " + std::to_string(i) + " vend du miel, ";
  const auto all = utterances_of(text, "fr");
  ASSERT_GT(all.size(), 10u);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_LE(all[i].text.size(), 500u);
    EXPECT_EQ(all[i].text.back(), ',') << "a clause ends there";
    EXPECT_FALSE(all[i].ends);
  }
}

TEST(UtterancesOf, NoTextIsTooHostile) {
  for (const std::string& unit : {std::string("x"), std::string("ء"), std::string("\uFDFA"), std::string("𝒳"),
                                  std::string("- \n"), std::string("."), std::string("\u202E")}) {
    std::string text;
    while (text.size() < 200000) text += unit;
    std::size_t bytes = 0;
    for (const Utterance& one : utterances_of(text, "ar")) {
      EXPECT_LE(one.text.size(), longest_utterance);
      bytes += one.place.end - one.place.begin;
    }
    EXPECT_LE(bytes, text.size()) << unit;
  }
}

TEST(UtterancesOf, LinesThatRunFromPageToPageAreLeftOut) {
  std::vector<library::Page> pages;
  for (const char* sentence : {"Le conseil de la coopérative se réunit deux fois par an au siège de la",
                               "région. Les membres élisent le bureau.", "Le bureau nomme la directrice.",
                               "La directrice tient les comptes.", "Les comptes sont publics."}) {
    library::Page page;
    page.state = library::TextState::good;
    page.text = "Observatoire de l'économie sociale\n" + std::string(sentence) + "\nRapport annuel | " +
                std::to_string(pages.size() + 1) + "\n";
    pages.push_back(page);
  }
  const index::RunningLines running(pages);
  const auto first = utterances_of(pages[0].text, "fr", running);
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0].text, "Le conseil de la coopérative se réunit deux fois par an au siège de la");
  EXPECT_EQ(first[0].place.begin, pages[0].text.find("Le conseil")) << "as in the whole text";
  EXPECT_FALSE(first[0].ends) << "the sentence goes on overleaf";
  const auto second = utterances_of(pages[1].text, "fr", running);
  ASSERT_EQ(second.size(), 2u);
  EXPECT_EQ(second[0].text, "région.");
  EXPECT_EQ(second[1].text, "Les membres élisent le bureau.");
}

TEST(UtterancesOf, APageOfMegabytesIsReadFromItsBeginning) {
  std::string text;
  while (text.size() < 8'000'000) text += "La coopérative vend du miel. ";
  const auto all = utterances_of(text, "fr");
  ASSERT_FALSE(all.empty());
  EXPECT_LE(all.back().place.end, 200'000u);
}

TEST(UtteranceAt, IsTheSentenceOfAByteOrTheNext) {
  const std::string text = "Première phrase. Deuxième phrase. Troisième phrase.";
  const auto all = utterances_of(text, "fr");
  EXPECT_EQ(utterance_at(all, 0), 0u);
  EXPECT_EQ(utterance_at(all, text.find("Deux") + 3), 1u);
  EXPECT_EQ(utterance_at(all, text.size()), 3u);
  EXPECT_EQ(utterance_at({}, 5), 0u);
}

}  // namespace
}  // namespace mess::kiosk
