// Arabic phrases on pages read from the left, and Latin ones on pages read from the right.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "library/pdf_page_text.h"
#include "library/pdf_phrases.h"

namespace mess::library {
namespace {

// Poppler's text and its letters side by side on the page, ten high: `gap` wide where there is a space.
std::vector<Glyph> side_by_side(const std::string& text, double gap = 3) {
  std::vector<GlyphBox> boxes;
  double x = 0;
  for (const Glyph& glyph : glyphs_without_boxes(text)) {
    const double width = is_separator(glyph.code) ? gap : 5;
    boxes.push_back({x, 0, x + width, 10});
    x += width;
  }
  return glyphs_in_reading_order(text, boxes).value();
}

std::string arabic(const std::string& word) {
  return "\u202B" + word + "\u202C";
}

TEST(RightToLeftPhrases, BeginWithTheWordAtTheRight) {
  const struct {
    const char* why;
    std::string poppler, read;
  } cases[] = {
      {"the last word comes first", "La " + arabic("الشغل") + " " + arabic("مدونة") + " marocaine",
       "La مدونة الشغل marocaine"},
      {"one word alone", "ville de " + arabic("طنجة") + " au nord", "ville de طنجة au nord"},
      {"Latin words between two", arabic("طنجة") + " et " + arabic("تطوان"), "طنجة et تطوان"},
      {"no space where Poppler has none", "à " + arabic("نية") + arabic("تعاو"), "à تعاونية"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(text_of(with_right_to_left_phrases(side_by_side(one.poppler))), one.read) << one.why;
  }
}

TEST(RightToLeftPhrases, AreMadeOfPiecesThatTouch) {
  const std::string pieces = "mot " + arabic("نية") + " " + arabic("تعاو");
  EXPECT_EQ(text_of(with_right_to_left_phrases(side_by_side(pieces, 0.1))), "mot تعاونية");
  EXPECT_EQ(text_of(with_right_to_left_phrases(side_by_side(pieces, 0.9))), "mot تعاو نية");
}

// Poppler leaves marks outside its words; the space before one parts the letters around it or nothing.
TEST(RightToLeftPhrases, TakeTheirMarksWithThem) {
  const std::string pieces = "mot " + arabic("ي") + "\u0650 " + arabic("ف");
  auto glyphs = side_by_side(pieces, 0.1);
  for (Glyph& glyph : glyphs) {
    if (glyph.code == 0x650) glyph.box.x0 = glyph.box.x1 = glyph.box.x1 - 5;
    if (glyph.code == U'ف') glyph.box.x0 -= 5;
  }
  EXPECT_EQ(text_of(with_right_to_left_phrases(glyphs)), "mot ف\u0650ي");
}

TEST(RightToLeftPhrases, KeepTheBoxesOfTheirWords) {
  const auto glyphs =
      with_right_to_left_phrases(side_by_side("a " + arabic("الشغل") + " " + arabic("مدونة")));
  const auto words = words_of(glyphs);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(text_of(glyphs).substr(words[1].begin, words[1].end - words[1].begin), "مدونة");
  EXPECT_GT(words[1].box.x0, words[2].box.x0);
}

TEST(RightToLeftPhrases, AreLeftAloneWhereTheyAreInOrder) {
  // The second word stands at the left of the first, as in a line of a page read from the right.
  auto glyphs = side_by_side("a " + arabic("مدونة") + " " + arabic("الشغل"));
  for (std::size_t i = 8; i < glyphs.size(); ++i) {
    glyphs[i].box.x0 -= 100;
    glyphs[i].box.x1 -= 100;
  }
  EXPECT_EQ(text_of(with_right_to_left_phrases(glyphs)), "a مدونة الشغل");
}

// A page of right-to-left words, the first at the right; in reading order as Poppler gives them.
std::string latin_restored(const std::vector<std::string>& words) {
  std::vector<Glyph> glyphs;
  double x = 1000;
  int number = 0;
  for (const std::string& word : words) {
    if (!glyphs.empty()) glyphs.push_back({U' ', {}, 0, false});
    ++number;
    for (const Glyph& letter : glyphs_without_boxes(word)) {
      glyphs.push_back({letter.code, {x - 5, 0, x, 10}, number, true});
      x -= 5;
    }
    x -= 3;
  }
  restore_latin_phrases(glyphs);
  return text_of(glyphs);
}

TEST(LatinPhrases, BeginWithTheWordAtTheLeft) {
  const struct {
    const char* why;
    std::vector<std::string> words;
    const char* read;
  } cases[] = {
      {"between Arabic words", {"مدونة", "travail", "du", "Code", "بطنجة"}, "مدونة Code du travail بطنجة"},
      {"outer brackets stay", {"التوتر", "(courant", "alternatif)"}, "التوتر (alternatif courant)"},
      {"brackets within are not understood", {"(IT)", "(IT", "Schéma)"}, "(IT) (IT Schéma)"},
      {"a number between Latin words", {"انظر", "studies", "12", "of", "list"}, "انظر list of 12 studies"},
      {"a number beside them", {"مدونة", "travail", "du", "Code", "2004"}, "مدونة Code du travail 2004"},
      {"a word alone", {"جمعية", "ORESS", "بطنجة"}, "جمعية ORESS بطنجة"},
      {"numbers are words of the Arabic", {"15", "ماي", "2026"}, "15 ماي 2026"},
      {"a formula", {"y=2", "xy", "cos"}, "y=2 xy cos"},
      {"unknowns", {"x", "f", "cos"}, "x f cos"},
  };
  for (const auto& one : cases) EXPECT_EQ(latin_restored(one.words), one.read) << one.why;
}

}  // namespace
}  // namespace mess::library
