// Shaping, line breaking and carets, by values that do not depend on pixels.

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "kiosk/text/layout.h"
#include "kiosk/text/layout_cache.h"
#include "kiosk/text/rasterise.h"
#include "kiosk/text/shape.h"
#include "kiosk/text/utf8.h"

namespace mess::kiosk {
namespace {

const FontSet& fonts() {
  static const auto set = FontSet::open();
  if (!set) throw std::runtime_error(set.error().what + " " + set.error().advice);
  return **set;
}

std::vector<ShapedGlyph> shaped(std::string_view text, bool right_to_left, Face face = Face::regular) {
  const DecodedText decoded = decode_utf8(text);
  const std::vector<Face> faces(decoded.points.size(), face);
  return shape(fonts(), decoded.points, choose_fonts(fonts(), decoded.points, faces), right_to_left);
}

// Characters in the order in which they stand on the screen, from the left.
std::string visual_order(std::string_view ascii_and_arabic, bool right_to_left) {
  const DecodedText decoded = decode_utf8(ascii_and_arabic);
  std::string order;
  for (const ShapedGlyph& g : shaped(ascii_and_arabic, right_to_left)) {
    const std::uint32_t point = decoded.points[g.cluster];
    order += point < 128 ? static_cast<char>(point) : '*';
  }
  return order;
}

Layout laid_out(std::string_view text, float width, int max_lines = 0, bool right_to_left = false,
                std::span<const TextSpan> spans = {}) {
  return lay_out(fonts(), {text, type::body, right_to_left, width, max_lines, spans});
}

TEST(TextShaping, LamAlefIsOneGlyph) {
  EXPECT_EQ(shaped("لا", true).size(), 1U);
  EXPECT_EQ(shaped("سلام", true).size(), 3U);
  EXPECT_EQ(shaped("لل", true).size(), 2U);
}

TEST(TextShaping, LettersTakeJoinedForms) {
  const auto alone = shaped("ب", true), joined = shaped("ببب", true);
  ASSERT_EQ(joined.size(), 3U);
  for (const ShapedGlyph& g : joined) EXPECT_NE(g.index, alone[0].index);
  EXPECT_NE(joined[0].index, joined[1].index);
  EXPECT_NE(joined[1].index, joined[2].index);
}

TEST(TextShaping, VowelMarksTakeNoWidth) {
  for (Face face : {Face::regular, Face::bold, Face::display}) {
    const auto plain = shaped("عم", true, face), marked = shaped("عَمّ", true, face);
    const auto width = [](const std::vector<ShapedGlyph>& glyphs) {
      float sum = 0;
      for (const ShapedGlyph& g : glyphs) sum += g.advance;
      return sum;
    };
    EXPECT_GT(marked.size(), plain.size());
    EXPECT_NEAR(width(marked), width(plain), 0.02f);
  }
}

TEST(TextShaping, OrderOnTheScreen) {
  struct Row {
    const char* text;
    bool right_to_left;
    const char* order;
  };
  const Row rows[] = {
      {"abc", false, "abc"},
      {"abc", true, "abc"},        // a French title in an Arabic list
      {"ab.", true, ".ab"},        // its full stop, when the paragraph is Arabic
      {"اب (1)", true, ")1( **"},  // each bracket drawn as its mirror image
      {"اب ORESS 2013", true, "ORESS 2013 **"},
      {"a اب b", false, "a ** b"},
      {"اب 12/05/2013", true, "12/05/2013 **"},
  };
  for (const Row& row : rows) EXPECT_EQ(visual_order(row.text, row.right_to_left), row.order) << row.text;
}

TEST(TextShaping, BracketsAreMirroredInArabic) {
  const auto latin = shaped("(a)", false), arabic = shaped("(ب)", true);
  ASSERT_EQ(latin.size(), 3U);
  ASSERT_EQ(arabic.size(), 3U);
  EXPECT_EQ(arabic[0].cluster, 2U);  // the closing one stands on the left…
  const auto opening = shaped("ب(", false);
  // …and looks as the opening one of a left-to-right text in the same font.
  EXPECT_EQ(arabic[0].font, arabic[2].font);
  EXPECT_NE(arabic[0].index, arabic[2].index);
  EXPECT_EQ(arabic[0].index, opening.back().index);
}

TEST(TextShaping, TelephoneNumbersStayLeftToRight) {
  for (const char* number : {"0539-94-12-34", "+212539941234", "0539 94 12 34", "+212 539 94 12 34"}) {
    const std::string text = "الهاتف " + std::string(number) + " طنجة";
    DecodedText decoded = decode_utf8(text);
    isolate_numbers(decoded);
    const std::vector<Face> faces(decoded.points.size(), Face::regular);
    const auto chosen = choose_fonts(fonts(), decoded.points, faces);
    std::string digits, expected;
    for (const ShapedGlyph& g : shape(fonts(), decoded.points, chosen, true)) {
      const std::uint32_t point = decoded.points[g.cluster];
      if (point == '+' || (point >= '0' && point <= '9')) digits += static_cast<char>(point);
    }
    for (const char* c = number; *c; ++c) {
      if (*c == '+' || (*c >= '0' && *c <= '9')) expected += *c;
    }
    EXPECT_EQ(digits, expected) << number;
  }
}

TEST(TextShaping, OtherNumbersAreLeftAlone) {
  for (const char* text :
       {"2010-2014 سنة", "12/05/2013 سنة", "1 2 3 سنة", "0539-94-12-34 only Latin", "سنة +"}) {
    DecodedText decoded = decode_utf8(text);
    const auto before = decoded.points;
    isolate_numbers(decoded);
    EXPECT_EQ(decoded.points, before) << text;
    EXPECT_EQ(decoded.offsets.size(), decoded.points.size() + 1);
  }
}

TEST(TextShaping, FontsFollowTheScript) {
  struct Row {
    const char* text;
    Face face;
    FontId font;
  };
  const Row rows[] = {
      {"a", Face::regular, FontId::latin_regular}, {"a", Face::bold, FontId::latin_bold},
      {"a", Face::display, FontId::latin_display}, {"ب", Face::regular, FontId::arabic_regular},
      {"ب", Face::bold, FontId::arabic_bold},      {"ب", Face::display, FontId::arabic_display},
      {"ⵜ", Face::regular, FontId::tifinagh},      {"ⵜ", Face::display, FontId::tifinagh},
      {"7", Face::display, FontId::latin_display}};
  for (const Row& row : rows) {
    const auto glyphs = shaped(row.text, false, row.face);
    ASSERT_EQ(glyphs.size(), 1U) << row.text;
    EXPECT_EQ(glyphs[0].font, row.font) << row.text;
    EXPECT_NE(glyphs[0].index, 0U) << row.text;
  }
}

TEST(TextShaping, FiguresOfTitlesAreLining) {
  // Old-style, Vollkorn's own, 3 4 5 7 9 hang below the baseline.
  for (const char* figure : {"3", "4", "5", "7", "9"}) {
    const auto glyphs = shaped(figure, false, Face::display);
    ASSERT_EQ(glyphs.size(), 1U);
    const Coverage drawn = rasterise(fonts(), glyphs[0].font, glyphs[0].index, 64 * 64, 0);
    EXPECT_LE(drawn.height - drawn.top, 3) << figure;
    EXPECT_GT(drawn.top, 35) << figure;
  }
}

TEST(TextShaping, WhatNoFontHasIsABox) {
  const auto glyphs = shaped("中", false);
  ASSERT_EQ(glyphs.size(), 1U);
  EXPECT_EQ(glyphs[0].index, 0U);  // .notdef
  EXPECT_GT(glyphs[0].advance, 0.2f);
}

TEST(TextShaping, BytesThatAreNotUtf8) {
  const DecodedText decoded = decode_utf8("a\xff\xc3z");
  EXPECT_EQ(decoded.points, (std::vector<std::uint32_t>{'a', 0xFFFD, 0xFFFD, 'z'}));
  EXPECT_EQ(decoded.offsets, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(laid_out("a\xff\xc3z", 500).glyphs.size(), 4U);
}

TEST(TextLayout, OddTexts) {
  EXPECT_EQ(laid_out("", 100).lines.size(), 1U);
  EXPECT_EQ(laid_out("", 100).glyphs.size(), 0U);
  EXPECT_EQ(laid_out("a\n\nb", 100).lines.size(), 3U);
  EXPECT_EQ(laid_out("\xd9\x8e\xd9\x8e\xd9\x8f", 100).lines.size(), 1U);  // only combining marks
  EXPECT_GT(laid_out("\xd9\x8e\xd9\x8e\xd9\x8f", 100).glyphs.size(), 0U);
  EXPECT_EQ(laid_out("abc", 0).lines.size(), 3U);  // no room: a letter a line
}

TEST(TextLayout, AVeryLongTextIsCut) {
  std::string text;
  while (text.size() < 100000) text += "coopérative ";
  const Layout two = laid_out(text, 600, 2);
  EXPECT_EQ(two.lines.size(), 2U);
  EXPECT_TRUE(two.cut);
  EXPECT_LE(two.width, 600.1f);
  std::string unbroken(100000, 'x');
  EXPECT_EQ(laid_out(unbroken, 600, 3).lines.size(), 3U);
}

TEST(TextLayout, EveryLineFits) {
  const std::string french =
      "Les coopératives féminines recensées exercent surtout dans le tissage, les produits du "
      "terroir et la couture ; la commercialisation reste la première difficulté.";
  const std::string arabic =
      "تشتغل أغلب التعاونيات النسائية بالجهة في النسيج والمنتجات الفلاحية؛ ويظل التسويق أول صعوبة";
  for (float width : {90.f, 170.f, 333.f, 900.f}) {
    for (const std::string& text : {french, arabic}) {
      const Layout layout = laid_out(text, width, 0, text == arabic);
      EXPECT_FALSE(layout.cut);
      std::size_t at = 0;
      for (const Layout::Line& line : layout.lines) {
        if (width > 160) {
          EXPECT_LE(line.width, width + 1) << text << width;
        }
        EXPECT_GE(line.begin, at);
        at = line.end;
      }
      EXPECT_EQ(at, text.size());
    }
  }
}

TEST(TextLayout, NoBreakSpaceHolds) {
  const Layout free_text = laid_out("qui vient ?", laid_out("qui vient", 900).width + 4);
  EXPECT_EQ(free_text.lines.size(), 1U + 1U);
  const Layout held = laid_out("qui vient\u00A0?", laid_out("qui vient", 900).width + 4);
  ASSERT_EQ(held.lines.size(), 2U);
  EXPECT_EQ(held.lines[0].end, 3U);  // "vient ?" went down together
}

TEST(TextLayout, EllipsisStandsAtTheReadingEnd) {
  const Layout french = laid_out("Les coopératives de la région", 160, 1);
  ASSERT_TRUE(french.cut);
  EXPECT_LE(french.width, 160.1f);
  const auto last_of = [](const Layout& l) {
    return std::max_element(l.glyphs.begin(), l.glyphs.end(), [](auto& a, auto& b) { return a.x < b.x; });
  };
  const std::uint32_t latin_dots = shaped("…", false)[0].index;
  EXPECT_EQ(last_of(french)->index, latin_dots);
  const Layout arabic = laid_out("التعاونيات النسائية بجهة طنجة تطوان", 160, 1, true);
  ASSERT_TRUE(arabic.cut);
  EXPECT_EQ(arabic.glyphs.front().x, 0.f);
  EXPECT_LT(arabic.lines[0].end, std::string("التعاونيات النسائية بجهة طنجة تطوان").size());
  EXPECT_FALSE(laid_out("Les", 160, 1).cut);
}

TEST(TextLayout, MarksFollowTheirWords) {
  const std::string text = "abc اب def";
  const TextSpan whole{.begin = 0, .end = text.size(), .marked = true};
  const Layout one = laid_out(text, 900, 0, false, {&whole, 1});
  ASSERT_EQ(one.marks.size(), 1U);
  EXPECT_NEAR(one.marks[0].rect.w, one.lines[0].width, 0.1f);
  // From inside the Latin word to inside the Arabic one: the two parts do not touch on the screen.
  const TextSpan torn{.begin = 2, .end = 6, .marked = true};
  EXPECT_EQ(laid_out(text, 900, 0, false, {&torn, 1}).marks.size(), 2U);
  const TextSpan beyond{.begin = 4, .end = 4000, .marked = true};
  EXPECT_GE(laid_out(text, 900, 0, false, {&beyond, 1}).marks.size(), 1U);
}

TEST(TextLayout, ArabicLinesAreHigher) {
  EXPECT_FLOAT_EQ(laid_out("abc", 900).line_height, 24 * 1.42f);
  EXPECT_FLOAT_EQ(laid_out("اب", 900).line_height, 24 * 1.5f);
  EXPECT_FLOAT_EQ(lay_out(fonts(), {"اب", type::h1, true, 900, 0, {}}).line_height, 52 * 1.56f);
}

TEST(TextField, CaretsGoWithTheLetters) {
  const FieldLayout latin = lay_out_field(fonts(), "abc", type::body, false);
  ASSERT_EQ(latin.carets.size(), 4U);
  EXPECT_TRUE(std::is_sorted(latin.carets.begin(), latin.carets.end()));
  EXPECT_FLOAT_EQ(latin.carets.front(), 0);
  EXPECT_NEAR(latin.carets.back(), latin.layout.width, 0.01f);

  const FieldLayout arabic = lay_out_field(fonts(), "سلام", type::body, true);
  ASSERT_EQ(arabic.carets.size(), 5U);
  EXPECT_TRUE(std::is_sorted(arabic.carets.rbegin(), arabic.carets.rend()));
  EXPECT_NEAR(arabic.carets.front(), arabic.layout.width, 0.01f);
  EXPECT_NEAR(arabic.carets.back(), 0, 0.01f);
  EXPECT_LT(arabic.carets[3], arabic.carets[2]);  // between lam and alef, drawn as one
}

TEST(TextField, CaretsInMixedText) {
  // On the screen: abc, then the Arabic word from right to left.
  const FieldLayout mixed = lay_out_field(fonts(), "abc اب", type::body, false);
  const float width = mixed.layout.width;
  EXPECT_FLOAT_EQ(mixed.caret_at(0), 0);
  EXPECT_NEAR(mixed.caret_at(8), mixed.caret_at(4), 0.6f);  // behind the last letter = its left edge
  EXPECT_GT(mixed.caret_at(6), mixed.caret_at(4));
  EXPECT_LT(mixed.caret_at(6), width);
  EXPECT_FLOAT_EQ(mixed.caret_at(5), mixed.caret_at(6));  // inside a character: before the next
  EXPECT_FLOAT_EQ(mixed.caret_at(99), mixed.caret_at(8));
  EXPECT_EQ(lay_out_field(fonts(), "", type::body, true).carets.size(), 1U);
}

TEST(TextCache, StillTextIsLaidOutOnce) {
  LayoutCache cache(fonts(), 1 << 20);
  for (int i = 0; i < 5; ++i) cache.find({"Études", type::body, false, 300, 0, {}});
  EXPECT_EQ(cache.misses(), 1U);
  cache.find({"Études", type::body, true, 300, 0, {}});
  cache.find({"Études", type::body, false, 301, 0, {}});
  const TextSpan bold{.begin = 0, .end = 2, .bold = true};
  cache.find({"Études", type::body, false, 300, 0, {&bold, 1}});
  EXPECT_EQ(cache.misses(), 4U);
}

TEST(TextCache, ForgetsTheOldestAboveItsBudget) {
  LayoutCache cache(fonts(), 20000);
  for (int i = 0; i < 200; ++i) cache.find({"texte " + std::to_string(i), type::body, false, 300, 0, {}});
  EXPECT_LE(cache.bytes(), 20000U);
  const std::size_t before = cache.misses();
  cache.find({"texte 199", type::body, false, 300, 0, {}});
  EXPECT_EQ(cache.misses(), before);
  cache.find({"texte 0", type::body, false, 300, 0, {}});
  EXPECT_EQ(cache.misses(), before + 1);
}

TEST(TextFonts, MissingFontsNameTheirPackage) {
  const auto none = FontSet::open("/nonexistent");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::not_found);
  EXPECT_NE(none.error().advice.find("fonts-noto-core"), std::string::npos);
}

}  // namespace
}  // namespace mess::kiosk
