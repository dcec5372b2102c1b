#include "index/normaliser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace mess::index {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> forms(std::string_view text, Language language = Language::french) {
  std::vector<std::string> found;
  for (const Token& token : tokenize(text, language)) found.push_back(token.form);
  return found;
}

std::vector<std::string> stems(std::string_view text, Language language) {
  std::vector<std::string> found;
  for (const Token& token : tokenize(text, language)) found.push_back(token.stem);
  return found;
}

struct FormsCase {
  const char* text;
  std::vector<std::string> forms;
};

class Forms : public ::testing::TestWithParam<FormsCase> {};

TEST_P(Forms, AreFolded) {
  EXPECT_EQ(forms(GetParam().text), GetParam().forms);
}

INSTANTIATE_TEST_SUITE_P(
    Latin, Forms,
    ::testing::Values(FormsCase{"économie ÉCONOMIE Economie e\u0301conomie",
                                {"economie", "economie", "economie", "economie"}},
                      FormsCase{"l'économie l’économie d'ECONOMIE qu’économie L´économie",
                                {"economie", "economie", "economie", "economie", "economie"}},
                      FormsCase{"aujourd'hui prud’hommes entr'aide",
                                {"aujourdhui", "prudhommes", "entraide"}},
                      FormsCase{"cooperative's members' don't", {"cooperative", "members", "dont"}},
                      FormsCase{"Œuvre cœur ægis", {"oeuvre", "coeur", "aegis"}},
                      FormsCase{"ﬁnancement eﬀet oﬃce", {"financement", "effet", "office"}},
                      FormsCase{"año niño ¿Qué? ¡Señor!", {"ano", "nino", "que", "senor"}},
                      FormsCase{"Straße İzmir Łódź naïve", {"strasse", "izmir", "lodz", "naive"}},
                      FormsCase{"coopéra\u00ADtive", {"cooperative"}},
                      FormsCase{"coopéra-\ntive coopéra\u00AD\n  tive coopéra-\r\ntive",
                                {"cooperative", "cooperative", "cooperative"}},
                      FormsCase{"Tétouan-\nAl socio-économique", {"tetouan", "al", "socio", "economique"}},
                      FormsCase{"ligne -\nsuite fin-", {"ligne", "suite", "fin"}},
                      FormsCase{"A4 CO2 covid19 65-99", {"a4", "co2", "covid19", "65", "99"}},
                      FormsCase{"km² 3½ n°37", {"km", "3", "n", "37"}},
                      FormsCase{"a_b c@d.ma x&y", {"a", "b", "c", "d", "ma", "x", "y"}},
                      FormsCase{"ＦＵＬＬ　ｗｉｄｔｈ", {"full", "width"}},
                      FormsCase{"中文 ไทย", {"中", "文", "ไ", "ท", "ย"}},
                      FormsCase{"ЭКОНОМИКА ΟΙΚΟΝΟΜΊΑ", {"экономика", "οικονομια"}}));

INSTANTIATE_TEST_SUITE_P(PrivateUse, Forms,
                         ::testing::Values(FormsCase{"المرس\uE825مين بند\uF0B7 \uF0B7بند a\uF0B7b",
                                                     {"المرسمين", "بند", "بند", "a", "b"}}));

INSTANTIATE_TEST_SUITE_P(Digits, Forms,
                         ::testing::Values(FormsCase{"٢٠١٢ 2012 ۲۰۱۲", {"2012", "2012", "2012"}},
                                           FormsCase{"سنة٢٠١٢م", {"سنه", "2012", "م"}}));

INSTANTIATE_TEST_SUITE_P(
    Arabic, Forms,
    ::testing::Values(FormsCase{"إقتصاد أقتصاد آقتصاد ٱقتصاد اقتصاد",
                                {"اقتصاد", "اقتصاد", "اقتصاد", "اقتصاد", "اقتصاد"}},
                      FormsCase{"اِقْتِصَادٌ اقتصـــاد", {"اقتصاد", "اقتصاد"}},
                      FormsCase{"ﺍﻗﺘﺼﺎﺩ ﻻ ﷲ", {"اقتصاد", "لا", "الله"}},
                      FormsCase{"تعاونية على مسؤول هيئة", {"تعاونيه", "علي", "مسوول", "هييه"}},
                      FormsCase{"\u202Bالتعاونيات\u202C \u200Fالمغرب\u200E", {"التعاونيات", "المغرب"}},
                      FormsCase{"الـPDF المغربMaroc", {"ال", "pdf", "المغرب", "maroc"}},
                      FormsCase{"األجراء االجتماعي اإللغاء", {"الاجراء", "الاجتماعي", "الالغاء"}}));

INSTANTIATE_TEST_SUITE_P(Hostile, Forms,
                         ::testing::Values(FormsCase{"", {}}, FormsCase{"?!… — «»", {}},
                                           FormsCase{"''''- - -'", {}},
                                           FormsCase{"\xFF\xC3 a\xE2\x82z \xF0\x9F", {"a", "z"}},
                                           FormsCase{"😀 coop😀", {"coop"}}, FormsCase{"\u0301\u064B", {}},
                                           FormsCase{"l'", {"l"}}, FormsCase{"l''eau", {"l", "eau"}},
                                           FormsCase{"\u202B\u202C", {}}));

// Every row: words that a search has to bring together.
struct FamilyCase {
  Language language;
  const char* words;
};
void PrintTo(const FamilyCase& family, std::ostream* out) {
  *out << family.words;
}

class Family : public ::testing::TestWithParam<FamilyCase> {};

TEST_P(Family, HasOneStem) {
  const auto found = stems(GetParam().words, GetParam().language);
  ASSERT_GE(found.size(), 2U);
  for (const std::string& stem : found) EXPECT_EQ(stem, found.front());
}

INSTANTIATE_TEST_SUITE_P(French, Family,
                         ::testing::Values(FamilyCase{Language::french,
                                                      "coopérative coopératives cooperative l'COOPÉRATIVES"},
                                           FamilyCase{Language::french, "économie économies d'économie"},
                                           FamilyCase{Language::french, "social sociale sociaux sociales"},
                                           FamilyCase{Language::french, "solidaire solidaires"},
                                           FamilyCase{Language::french, "microcrédit microcrédits"},
                                           FamilyCase{Language::french, "produit produits"},
                                           FamilyCase{Language::french, "droit droits"},
                                           FamilyCase{Language::french, "association associations"}));
INSTANTIATE_TEST_SUITE_P(Spanish, Family,
                         ::testing::Values(FamilyCase{Language::spanish, "cooperativa cooperativas"},
                                           FamilyCase{Language::spanish, "año ano AÑO"},
                                           FamilyCase{Language::spanish, "asociación asociacion"}));
INSTANTIATE_TEST_SUITE_P(English, Family,
                         ::testing::Values(FamilyCase{Language::english,
                                                      "cooperative cooperatives cooperative's"},
                                           FamilyCase{Language::english, "funding funded funds"}));
INSTANTIATE_TEST_SUITE_P(
    Arabic, Family,
    ::testing::Values(
        FamilyCase{Language::arabic, "اقتصاد الاقتصاد والاقتصاد إقتصاد بالاقتصاد للاقتصاد اِقْتِصَاد كالاقتصاد"},
        FamilyCase{Language::arabic, "تعاونيات التعاونية تعاونية التعاونيات وللتعاونيات تعاونيّة"},
        FamilyCase{Language::arabic, "استثمار الاستثمار لاستثمار باستثمار للاستثمار والاستثمار"},
        FamilyCase{Language::arabic, "إنشاء الإنشاء بإنشاء لإنشاء والإنشاء"},
        FamilyCase{Language::arabic, "إدماج بإدماج لإدماج كإدماج"},
        FamilyCase{Language::arabic, "باحثات الباحثات والباحثات"},
        FamilyCase{Language::arabic, "فاعلة الفاعلة"}, FamilyCase{Language::arabic, "وزارة الوزارة ووزارة"},
        FamilyCase{Language::arabic, "إلغاء الإلغاء الالغاء"},
        FamilyCase{Language::arabic, "مقاولة المقاولات مقاولات بالمقاولة"},
        FamilyCase{Language::french, "الجمعية جمعيات"}));

// The reversed lam-alef of Word-made PDFs: the right form first, then as it is extracted.
INSTANTIATE_TEST_SUITE_P(
    LamAlef, Family,
    ::testing::Values(
        FamilyCase{Language::arabic, "الأجراء األجراء"}, FamilyCase{Language::arabic, "العاملات العامالت"},
        FamilyCase{Language::arabic, "لا ال"}, FamilyCase{Language::arabic, "للأجر لألجر الأجر"},
        FamilyCase{Language::arabic, "الاجتماعي االجتماعي"}, FamilyCase{Language::arabic, "بالأجر باألجر"},
        FamilyCase{Language::arabic, "الإلغاء اإللغاء"}, FamilyCase{Language::arabic, "الالتزام االلتزام"},
        FamilyCase{Language::arabic, "خلال خالل"}, FamilyCase{Language::arabic, "المقاولات المقاوالت"},
        FamilyCase{Language::arabic, "إلا إال"}, FamilyCase{Language::arabic, "للاستثمار لالستثمار"},
        FamilyCase{Language::arabic, "أولا أوال"}, FamilyCase{Language::arabic, "الإسلام اإلسالم"},
        FamilyCase{Language::arabic, "والأجراء واألجراء"}));

TEST(Tokenize, GivesBytesOfTheWordAsSeen) {
  const std::string text = "L’économie, coopéra-\ntive; والاقتصاد.";
  const auto tokens = tokenize(text, Language::french);
  ASSERT_EQ(tokens.size(), 3U);
  const auto slice = [&](std::size_t i) {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  };
  EXPECT_EQ(slice(0), "économie");
  EXPECT_EQ(slice(1), "coopéra-\ntive");
  EXPECT_EQ(slice(2), "والاقتصاد");
}

TEST(Tokenize, StemsLatinWordsByTheLanguageGiven) {
  EXPECT_THAT(stems("coopératives", Language::arabic), stems("coopératives", Language::french));
  EXPECT_THAT(stems("Genossenschaften", Language::unknown), ElementsAre("genossenschaften"));
}

TEST(Tokenize, CutsEndlessWordsSafely) {
  const std::string latin(100'000, 'x');
  ASSERT_EQ(tokenize(latin, Language::french).size(), 1U);
  EXPECT_LE(tokenize(latin, Language::french)[0].form.size(), 64U);
  std::string arabic;
  for (int i = 0; i < 10'000; ++i) arabic += "ب";
  const auto tokens = tokenize(arabic, Language::arabic);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].form.size() % 2, 0U);  // no letter cut in two
  EXPECT_LE(tokens[0].stem.size(), 64U);
  EXPECT_EQ(tokens[0].end, arabic.size());
}

TEST(Tokenize, IsTheSameForAnyWordInAnyCompany) {
  for (const char* word : {"économie", "coopératives", "التعاونيات", "2012", "œuvre"}) {
    const auto alone = tokenize(word, Language::french);
    const auto inside = tokenize(std::string("x ") + word + " y", Language::french);
    ASSERT_EQ(alone.size(), 1U);
    ASSERT_EQ(inside.size(), 3U);
    EXPECT_EQ(alone[0].stem, inside[1].stem);
  }
}

TEST(Stems, KeepApartWhatMeansSomethingElse) {
  const std::pair<const char*, const char*> apart[] = {
      {"coopérative", "coopération"}, {"public", "publication"}, {"المحمدية", "محمد"}, {"الداخلة", "داخل"}};
  for (const auto& [one, other] : apart) {
    for (const Language language : interface_languages) {
      EXPECT_NE(tokenize(one, language).front().stem, tokenize(other, language).front().stem) << one;
    }
  }
  EXPECT_EQ(tokenize("coopératives", Language::french).front().stem,
            tokenize("cooperativas", Language::spanish).front().stem);
  EXPECT_EQ(tokenize("بالمحمدية", Language::arabic).front().stem,
            tokenize("المحمدية", Language::arabic).front().stem);
}

TEST(Fold, JoinsFormsByOneSpace) {
  EXPECT_EQ(fold("  L’Économie \n SOCIALE & solidaire "), "economie sociale solidaire");
  EXPECT_EQ(fold("…"), "");
}

struct ReadableCase {
  const char* text;
  const char* shown;
};
class Readable : public ::testing::TestWithParam<ReadableCase> {};
TEST_P(Readable, IsFitToBeShown) {
  EXPECT_EQ(readable(GetParam().text), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Readable,
    ::testing::Values(
        ReadableCase{"  L’Économie \n\n sociale\t", "L’Économie sociale"},
        ReadableCase{"\u202Bالتعاونيات\u202C", "التعاونيات"}, ReadableCase{"ﺍﻗﺘﺼﺎﺩ ﻻ", "اقتصاد لا"},
        ReadableCase{"eﬀet ﬁn", "effet fin"}, ReadableCase{"األجراء االجتماعي", "الأجراء الاجتماعي"},
        // Vowel marks of an old font, which mean nothing outside it; elsewhere such a sign is a bullet that
        // no other font has.
        ReadableCase{"المرس\uE825مين الر\uE825تب", "المرسمين الرتب"},
        ReadableCase{"\uF0B7 بند\uF0B7 a\uF0B7b", "• بند a b"}, ReadableCase{"x: \uF0B7 \uF0B7 y", "x: • y"},
        ReadableCase{"العامالت", "العامالت"},  // cannot be told from a right word: left alone
        ReadableCase{"coopéra-\ntive", "coopérative"}, ReadableCase{"coopéra\u00ADtive", "coopérative"},
        ReadableCase{"Tétouan-\nAl", "Tétouan- Al"}, ReadableCase{"- un\n- deux", "- un - deux"},
        ReadableCase{"m² ½ 1\u00A0000", "m² ½ 1 000"}, ReadableCase{"\x01\x02 a\x7F", "a"},
        ReadableCase{"", ""}));

TEST(Readable, GivesValidTextForAnyBytes) {
  EXPECT_EQ(readable("a\xFF\xC3z"), "a\uFFFD\uFFFDz");
}

struct GuessCase {
  const char* text;
  Language language;
};
class Guess : public ::testing::TestWithParam<GuessCase> {};
TEST_P(Guess, Language) {
  EXPECT_EQ(guess_language(GetParam().text), GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Guess,
    ::testing::Values(GuessCase{"Comment créer une coopérative dans le nord ?", Language::french},
                      GuessCase{"¿Cómo crear una cooperativa en el norte?", Language::spanish},
                      GuessCase{"How to start a cooperative in the north", Language::english},
                      GuessCase{"كيف أنشئ تعاونية", Language::arabic},
                      GuessCase{"coopérative", Language::unknown}, GuessCase{"2012", Language::unknown},
                      GuessCase{"", Language::unknown}));

TEST(GuessLanguage, IsNotTakenInByOneForeignWord) {
  EXPECT_EQ(guess_language("Les statuts de la coopérative et les membres (التعاونية) dans la région"),
            Language::french);
}

TEST(Tokenize, FindsNothingInNoise) {
  EXPECT_THAT(tokenize("\n\t .,;:!?()[]{}<>/\\|", Language::french), IsEmpty());
}

}  // namespace
}  // namespace mess::index
