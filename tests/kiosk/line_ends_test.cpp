#include "kiosk/app/line_ends.h"

#include <gtest/gtest.h>

namespace mess::kiosk {
namespace {

TEST(LineEnds, WordsThatTheyCutAreWholeAgain) {
  const struct {
    const char* what;
    const char* text;
    const char* whole;
  } rows[] = {
      {"French", "des coopé-\nratives de la région", "des coopératives de la région"},
      {"English", "an asso-\nciation", "an association"},
      {"accents on both sides", "prospé-\nrité, pré-\névaluation", "prospérité, préévaluation"},
      {"blanks around the end of the line", "coopé- \r\n  ratives", "coopératives"},
      {"a soft hyphen", "coopé\u00AD\nratives", "coopératives"},
      {"a soft hyphen before what takes a hyphen", "lui\u00AD\nmême", "luimême"},
      {"a hyphen of Unicode's own", "coopé\u2010\nratives", "coopératives"},
      {"a word that keeps its hyphen", "pour lui-\nmême, et dit-\nil", "pour lui-même, et dit-il"},
      {"one that the text writes so nearby", "une auto-saisine ; par auto-\nsaisine",
       "une auto-saisine ; par auto-saisine"},
      {"names", "la région Tanger-\nTétouan", "la région Tanger-Tétouan"},
      {"a heading in capitals", "LES COOPÉ-\nRATIVES", "LES COOPÉRATIVES"},
      {"a dash is no hyphen", "le miel -\net le safran", "le miel -\net le safran"},
      {"figures", "2010-\n2015 et 2010-\nou plus", "2010-\n2015 et 2010-\nou plus"},
      {"a line that only ends", "une ligne\nune autre", "une ligne\nune autre"},
      {"a hyphen within the line", "porte-monnaie\nneuf", "porte-monnaie\nneuf"},
      {"a hyphen at the end of all", "coopé-\n", "coopé-\n"},
      {"several in one word", "anti-\nconsti-\ntutionnel", "anticonstitutionnel"},
      {"Arabic divides no words", "التعاونيات\nالنسائية", "التعاونيات\nالنسائية"},
      {"tatweel within a word", "الاقتصــــاد\nالاجتماعي", "الاقتصــــاد\nالاجتماعي"},
      {"tatweel at the end of a year", "سنة 1425 هـ\nالموافق", "سنة 1425 هـ\nالموافق"},
      {"tatweel on both sides of the end", "الاقتصـ\nـاد", "الاقتصـاد"},
      {"a hyphen in Arabic", "طنجة-\nتطوان", "طنجة-\nتطوان"},
      {"nothing", "", ""},
      {"no UTF-8", "\xC3-\n\xFF", "\xC3-\n\xFF"},
  };
  for (const auto& row : rows) EXPECT_EQ(with_whole_words(row.text), row.whole) << row.what;
}

TEST(LineEnds, OfAPartTheTextAroundIsRead) {
  const std::string text = "L'auto-saisine est rare. Par auto-\nsaisine, coopé-\nratives";
  const std::size_t begin = text.find("Par"), end = text.find(", coop");
  EXPECT_EQ(with_whole_words(text, {begin, end}), "Par auto-saisine");
  EXPECT_EQ(with_whole_words(text, {begin, text.find("saisine, ")}), "Par auto-") << "cut where it is joined";
  EXPECT_EQ(with_whole_words(text, {begin, begin}), "");
}

}  // namespace
}  // namespace mess::kiosk
