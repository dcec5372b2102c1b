// Letters that a title sets apart become words; letters that stand alone for a reason stay alone.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "library/pdf_client.h"
#include "library/pdf_spaced_letters.h"
#include "library/pdf_utf8.h"
#include "support/arabic_pdf.h"

namespace mess::library {
namespace {

// Letters six wide and ten high; a space is a gap of three, and of three more for each space that follows it.
// Arabic letters stand from the right.
std::vector<Glyph> set_in_line(std::string_view text) {
  const bool leftwards = static_cast<unsigned char>(text.front()) >= 0xD8;
  std::vector<Glyph> glyphs;
  double x = leftwards ? 1000 : 0, y = 0;
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    at += character.bytes;
    const bool space = character.code == U' ';
    const double width = space ? 3 : 6;
    if (character.code == U'\n') y += 20;
    if (!(space && after_space)) {
      const double left = leftwards ? x - width : x;
      const bool has_box = !is_separator(character.code);
      glyphs.push_back(
          {character.code, {left, y, left + width, y + 10}, leftwards && has_box ? 1 : 0, has_box});
    }
    x += leftwards ? -width : width;
    after_space = space;
  }
  return glyphs;
}

std::string joined(std::vector<Glyph> glyphs) {
  join_spaced_letters(glyphs);
  return text_of(glyphs);
}

TEST(SpacedLetters, BecomeWords) {
  const struct {
    const char* why;
    std::string set, read;
  } cases[] = {
      {"French capitals", "C O O P É R A T I V E S", "COOPÉRATIVES"},
      {"Arabic letters", "ا ل ت ع ا و ن ي ا ت", "التعاونيات"},
      {"a wider gap ends a word", "L E S  C O O P É R A T I V E S  D U  N O R D", "LES COOPÉRATIVES DU NORD"},
      {"in Arabic too", "ا ل ج م ع ي ة   ا ل ع ا م ة", "الجمعية العامة"},
      {"small letters", "c o o p é r a t i v e", "coopérative"},
      {"a capital before small ones", "C o o p é r a t i v e", "Coopérative"},
      {"amid a line", "Chapitre 2 M A R O C en 2026", "Chapitre 2 MAROC en 2026"},
      {"tatweel fills the gaps", "تـ عـ ـا و نـ يـ ة", "تعاونية"},
      {"marks stay with their letters", "شُ غْ ل ي ة", "شُغْلية"},
      {"a lam-alef is one sign", "ا لا ق ت ص ا د", "الاقتصاد"},
      {"a title on a line of its own", "Rapport\nR A P P O R T\n2026", "Rapport\nRAPPORT\n2026"},
  };
  for (const auto& one : cases) EXPECT_EQ(joined(set_in_line(one.set)), one.read) << one.why;
}

TEST(SpacedLetters, StayAloneWhereTheyAreWordsOrSigns) {
  const struct {
    const char* why;
    std::string text;
  } cases[] = {
      {"real words of one letter", "il y a à Fès"},
      {"four of them", "y a à y"},
      {"initials", "J. M. K. L. Alami"},
      {"columns of digits", "2 0 2 6 1 4"},
      {"letters of a list", "a b c d e f g h"},
      {"capital ones", "A B C D E"},
      {"Arabic ones", "أ ب ج د ه و ز"},
      {"in the order of the alphabet", "ا ب ت ث ج"},
      {"named one after the other", "أ و ب و ج و د"},
      {"the Arabic and", "المغرب و تونس و الجزائر"},
      {"months", "J F M A M J J A S O N D"},
      {"days", "L M M J V S D"},
      {"crosses in a table", "X X X X X"},
      {"answers in a table", "O N O N O O"},
      {"unknowns", "x y z t"},
      {"Arabic unknowns", "س ص ع ن"},
      {"words", "Les coopératives"},
      {"three letters", "E S S"},
      {"nothing", " "},
  };
  for (const auto& one : cases) EXPECT_EQ(joined(set_in_line(one.text)), one.text) << one.why;
}

TEST(SpacedLetters, StayAloneInColumns) {
  auto glyphs = set_in_line("M A R O C");
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const double x = 40.0 * static_cast<double>(i);
    glyphs[i].box.x0 += x;
    glyphs[i].box.x1 += x;
  }
  EXPECT_EQ(joined(glyphs), "M A R O C");
}

TEST(SpacedLetters, OfAShortWordFollowThoseOfALongOneBesideIt) {
  auto glyphs = set_in_line("L E S|C O O P E R A T I V E S|i l y");
  for (Glyph& glyph : glyphs) {
    if (glyph.code == U'|') glyph = {U'\n', {}, 0, false};  // Poppler takes the three for columns
  }
  EXPECT_EQ(joined(glyphs), "LES\nCOOPERATIVES\ni l y");
}

TEST(SpacedLetters, WithoutTheirPlacesAreOneWordWhenNotTooLong) {
  const auto without_places = [](std::string_view text) { return joined(glyphs_without_boxes(text)); };
  EXPECT_EQ(without_places("T A N G E R"), "TANGER");
  const std::string two = "L E S E C O N O M I E S S O C I A L E S E T S O L I D A I R E S";
  EXPECT_EQ(without_places(two), two);
}

TEST(SpacedLetters, AreLookedForOnlyWhereATextMayHaveThem) {
  EXPECT_TRUE(may_have_spaced_letters("Rapport\nC O O P\n"));
  EXPECT_TRUE(may_have_spaced_letters("x A B C D"));
  EXPECT_FALSE(may_have_spaced_letters("il y a à Fès"));
  EXPECT_FALSE(may_have_spaced_letters("A B\nC D"));
  EXPECT_FALSE(may_have_spaced_letters(""));
}

class SpacedPdf : public testing::Test {
 protected:
  PageWords open(const std::string& pdf) {
    EXPECT_TRUE(worker_.open(folder_.write("sample.pdf", pdf)));
    const auto words = worker_.words(1);
    const auto text = worker_.text(1);
    EXPECT_TRUE(words && text && words->text == *text);
    return words.value_or(PageWords{});
  }
  samples::TemporaryFolder folder_;
  PdfWorker worker_;
};

TEST_F(SpacedPdf, OfATitleIsReadAsWordsWithABoxEach) {
  const PageWords page = open(samples::one_page(
      "BT /F1 14 Tf 10 60 Td 6 Tc (LES COOPERATIVES) Tj 0 Tc 0 -30 Td (Il y a une ligne) Tj ET",
      "[0 0 400 100]"));
  ASSERT_EQ(page.words.size(), 7u) << page.text;
  const auto letters = [&](const WordBox& word) {
    return page.text.substr(word.begin, word.end - word.begin);
  };
  EXPECT_EQ(letters(page.words[0]), "LES");
  EXPECT_EQ(letters(page.words[1]), "COOPERATIVES");
  EXPECT_NEAR(page.words[0].box.x0, 10 / 400.0, 0.01);
  EXPECT_NEAR(page.words[1].box.x1, 0.61, 0.01);
  EXPECT_NE(page.text.find("Il y a une ligne"), std::string::npos) << page.text;
}

TEST_F(SpacedPdf, InArabicIsReadAsWords) {
  const PageWords page =
      open(samples::ArabicPage({"دليل التعاونيات المغربية"}, samples::Setting::letters_apart).pdf());
  EXPECT_EQ(page.text, "دليل التعاونيات المغربية");
}

}  // namespace
}  // namespace mess::library
