#include "library/text_judge.h"

#include <gtest/gtest.h>

#include <string>

namespace mess::library {
namespace {

struct Case {
  const char* name;
  std::string text;
  TextState expected;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.name;
}

class PageText : public testing::TestWithParam<Case> {};

TEST_P(PageText, IsJudged) {
  const TextTally found = tally(GetParam().text);
  EXPECT_EQ(judge_page(found), GetParam().expected)
      << found.plausible << " of " << found.letters << " letters, " << found.words << " words";
}

const Case pages[] = {
    {"empty", "", TextState::none},
    {"a page number", "12", TextState::none},
    {"figures only", "280 560\n240 480 1,5 %\n(2003) 12/04", TextState::none},
    {"a chapter's title", "Annexes", TextState::good},
    {"stray letters of a scan", "I l .", TextState::none},
    {"French",
     "Les coopératives de la région de Tanger-Tétouan-Al Hoceïma emploient plus de 12 000 personnes, dont 58 "
     "% de "
     "femmes ; l’étude (2013) en décrit l'évolution.",
     TextState::good},
    {"Spanish", "¿Qué es la economía social y solidaria? ¡Un sector que crece año tras año en el norte!",
     TextState::good},
    {"English in capitals", "REPORT ON THE SOCIAL ECONOMY OF THE NORTHERN REGION, VOLUME TWO: FIGURES",
     TextState::good},
    {"Arabic", "تعتبر التعاونيات من أهم مكونات الاقتصاد الاجتماعي والتضامني بالمغرب", TextState::good},
    {"Arabic in presentation forms", "ﻗﺎﻧﻮﻥ ﻋﺪﺩ 12 ﻟﺴﻨﺔ 2004 ﻳﺘﻌﻠﻖ ﺑﺎﻟﺘﻌﺎﻭﻧﻴﺎﺕ ﻭﺍﻟﺠﻤﻌﻴﺎﺕ ﺍﻟﺘﻨﻤﻮﻳﺔ",
     TextState::good},
    {"acronyms", "ESS, ORESS, NORESS, INDH, ODCO, ADS : sigles employés dans cette étude", TextState::good},
    {"a table of names and figures",
     "Tanger 1 250 12,5 %\nTétouan 830 8,3 %\nChefchaouen 412 4,1 %\nLarache 377\n"
     "Al Hoceima 255\nOuezzane 198",
     TextState::good},
    {"a program",
     "\\begin{document}\n\\textbf{Titre}\\medskip\nif (count_of_pages >= 3) { return page->width(); }",
     TextState::good},
    {"addresses", "http://www.example.org/etudes/2013 contact@example.org tél. 05 39 00 00 00 rue de Fès",
     TextState::good},
    // Of the Tunisian official journal, 1990s: the page shows Arabic.
    {"font of private encoding, upper Latin-1",
     "±.n[¶rSÁÄ d_ºh4_Â*K.cwºp`KÖ ±SX_º¼ÄºÅÖbtHhV`Ld_º .n[¶rSÁÄ d_ºh4_Â*K.cwºp`KÖ "
     "±sÂ.T_ºJsÄ8d_ºL_*#nd_º´º.yV`Ld_º",
     TextState::doubtful},
    {"font of private encoding, plain ASCII",
     ". &O R @%! &-^ e u% B&     #   % k 4 U4' -Q@ I - N $!  =L N H_ :; % UT& Y& ; I  U=  #   ! aF   [ k 5 "
     "U4' & "
     "R%F# &,) &,M Q6 8#* N H_  c b&E+  &, D? k 6 U4'",
     TextState::doubtful},
    {"private use and replacement characters",
     "\uE001\uE002\uE003\uE004 \uE010\uE011\uE012 \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD "
     "\uE001\uE002\uE003\uE004\uE005 "
     "\uE010\uE011\uE012\uE013 \uFFFD\uFFFD\uFFFD\uFFFD \uE001\uE002\uE003\uE004\uE005\uE006 "
     "\uE020\uE021\uE022\uE023",
     TextState::doubtful},
    {"consonants of a substitution",
     "xkcd qwrtp zxcvb nmkl pqrst wrtg sdfgh jklm bvcxz trwq plkj mnbv cxz fghj", TextState::doubtful},
    {"capitals scattered in words", "aBcDeF gHiJkL uPoDi aXeYo bOcUd EaOuIy aKiMo uNeRa oSiTe iVaWo eXoZu",
     TextState::doubtful},
};

INSTANTIATE_TEST_SUITE_P(TextJudge, PageText, testing::ValuesIn(pages));

TEST(DocumentText, IsJudgedByAllItsPages) {
  const TextTally sentence = tally("Les coopératives de la région emploient des femmes et des hommes");
  TextTally book;
  for (int i = 0; i < 10; ++i) book += sentence;
  EXPECT_EQ(judge_document(book, 12), TextState::good);
  EXPECT_EQ(judge_document(TextTally(), 5), TextState::none);
  EXPECT_EQ(judge_document(TextTally(), 0), TextState::none);
  // A scan whose 50 pages bear nothing but the name of the scanning program on the last.
  EXPECT_EQ(judge_document(tally("Scanned by CamScanner"), 50), TextState::none);
  // A mostly scanned decree with a little real text: search can find it.
  TextTally decree = sentence;
  decree += sentence;
  decree += sentence;
  EXPECT_EQ(judge_document(decree, 60), TextState::good);
}

}  // namespace
}  // namespace mess::library
