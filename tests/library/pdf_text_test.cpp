// The pure part of reading a page: UTF-8, reading order, spaces, reversed ligatures, word boxes.
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "library/pdf_lam_alef.h"
#include "library/pdf_page_text.h"
#include "library/pdf_utf8.h"

namespace mess::library {
namespace {

TEST(CleanText, KeepsWhatCanBeReadAndNothingElse) {
  const struct {
    const char* why;
    std::string bytes, clean;
  } cases[] = {
      {"plain", "Été à Tanger\nطنجة", "Été à Tanger\nطنجة"},
      {"tabulator and return are spaces", "a\tb\r\nc", "a b \nc"},
      {"other controls go", std::string("a\x01\x1B\x7F") + '\0' + "b\xC2\x85", "ab"},
      {"bidi controls go", "\u202B\u202Aab\u202C\u200F\u2067c\u2069", "abc"},
      {"a byte that is not UTF-8", "caf\xE9!", "caf\uFFFD!"},
      {"cut in the middle", "caf\xC3", "caf\uFFFD"},
      {"a longer form than needed", "\xC0\xAF", "\uFFFD\uFFFD"},
      {"half of a surrogate pair", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"beyond Unicode", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"four bytes", "\U0001F600", "\U0001F600"},
      {"joiners stay: they shape letters", "a\u200Db\u200Cc", "a\u200Db\u200Cc"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(clean_text(one.bytes), one.clean) << one.why;
    EXPECT_TRUE(is_clean_text(one.clean)) << one.why;
    EXPECT_EQ(is_clean_text(one.bytes), one.bytes == one.clean) << one.why;
  }
}

TEST(CleanText, MakesOneTrimmedLine) {
  EXPECT_EQ(clean_line("  Étude\n2024 \t"), "Étude 2024");
  EXPECT_EQ(clean_line(" \n\t"), "");
}

TEST(CleanText, IsShortenedAtACharacter) {
  EXPECT_EQ(shortened("aé", 2), "a");
  EXPECT_EQ(shortened("aé", 3), "aé");
  EXPECT_EQ(shortened("é", 0), "");
}

// Boxes of letters set side by side from the left, ten high; the space has none of its own.
std::vector<GlyphBox> side_by_side(const std::vector<double>& widths, double x = 0) {
  std::vector<GlyphBox> boxes;
  for (const double width : widths) {
    boxes.push_back({x, 0, x + width, 10});
    x += width;
  }
  return boxes;
}

TEST(ReadingOrder, GivesEachLetterItsOwnBox) {
  // Poppler's word "طنجة 2026" as it stands on the page, from the left: 2 0 2 6 ة ج ن ط.
  const std::string text = "\u202Bطنجة\u202A2026\u202C\u202C";
  const auto glyphs = glyphs_in_reading_order(text, side_by_side({1, 2, 3, 4, 5, 6, 7, 8}));
  ASSERT_TRUE(glyphs);
  std::vector<double> widths;
  for (const Glyph& glyph : *glyphs) widths.push_back(glyph.box.width());
  EXPECT_EQ(text_of(*glyphs), "طنجة2026");
  EXPECT_EQ(widths, (std::vector<double>{8, 7, 6, 5, 1, 2, 3, 4}));
}

TEST(ReadingOrder, IsNotGuessedWhenBoxesDoNotFit) {
  EXPECT_FALSE(glyphs_in_reading_order("abc", side_by_side({1, 1})));
  EXPECT_FALSE(glyphs_in_reading_order("abc", side_by_side({1, 1, 1, 1})));
  EXPECT_TRUE(glyphs_in_reading_order("", {}));
}

TEST(ReadingOrder, LeavesLatinTextAsItIs) {
  const std::string text = "Le\tMESS\n";
  const auto glyphs = glyphs_in_reading_order(text, side_by_side({1, 1, 1, 1, 1, 1, 1, 0}));
  ASSERT_TRUE(glyphs);
  EXPECT_EQ(text_of(*glyphs), clean_text(text));
}

TEST(Words, HaveTheBytesAndTheBoxOfTheirLetters) {
  const auto glyphs = glyphs_in_reading_order("Été là\nx", side_by_side({1, 2, 3, 4, 5, 6, 7, 8}));
  ASSERT_TRUE(glyphs);
  const auto words = words_of(*glyphs);
  const std::string text = text_of(*glyphs);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(text.substr(words[0].begin, words[0].end - words[0].begin), "Été");
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "là");
  EXPECT_EQ(text.substr(words[2].begin, words[2].end - words[2].begin), "x");
  EXPECT_DOUBLE_EQ(words[0].box.x0, 0);
  EXPECT_DOUBLE_EQ(words[0].box.x1, 6);
  EXPECT_DOUBLE_EQ(words[1].box.x0, 10);
}

TEST(Words, AreFractionsOfThePageWhateverTheDocumentSays) {
  const GlyphBox inside = fraction_of({50, 20, 100, 40}, 200, 100);
  EXPECT_DOUBLE_EQ(inside.x0, 0.25);
  EXPECT_DOUBLE_EQ(inside.y1, 0.4);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const GlyphBox wild = fraction_of({1e300, nan, -5, 1e9}, 200, 100);
  EXPECT_DOUBLE_EQ(wild.x0, 0);
  EXPECT_DOUBLE_EQ(wild.x1, 1);
  EXPECT_DOUBLE_EQ(wild.y0, 0);
  EXPECT_DOUBLE_EQ(wild.y1, 1);
}

// One right-to-left word of the page, at x from the left, its letters as Poppler reads them.
struct Placed {
  std::string letters;
  double x = 0;
  std::vector<double> widths;  // in reading order: the first letter is the rightmost
};

std::vector<Glyph> page_of(const std::vector<Placed>& words, const std::string& separator) {
  std::string text;
  std::vector<GlyphBox> boxes;
  for (const Placed& word : words) {
    if (!text.empty() && !separator.empty()) {
      text += separator;
      boxes.push_back({});
    }
    text += "\u202B" + word.letters + "\u202C";
    const auto letters = side_by_side({word.widths.rbegin(), word.widths.rend()}, word.x);
    boxes.insert(boxes.end(), letters.begin(), letters.end());
  }
  auto glyphs = glyphs_in_reading_order(text, boxes);
  EXPECT_TRUE(glyphs) << text;
  return glyphs.value_or(std::vector<Glyph>{});
}

TEST(RightToLeftSpaces, ComeFromTheGapsBetweenWords) {
  const std::vector<double> three{5, 5, 5};
  // Poppler glued the first two together though 4 points part them…
  EXPECT_EQ(text_of(with_right_to_left_spaces(page_of({{"بحر", 19, three}, {"نهر", 0, three}}, ""))),
            "بحر نهر");
  // …and parts a full stop from its word though they touch.
  EXPECT_EQ(text_of(with_right_to_left_spaces(page_of({{"بحر", 5, three}, {".", 0, {5}}}, " "))), "بحر.");
  // A line end stays what it is.
  EXPECT_EQ(text_of(with_right_to_left_spaces(page_of({{"بحر", 19, three}, {"نهر", 0, three}}, "\n"))),
            "بحر\nنهر");
}

// A mark may be a word of Poppler's own and may stand apart: the letters around it tell.
TEST(RightToLeftSpaces, ComeFromTheLettersAloneNotFromTheirMarks) {
  EXPECT_EQ(text_of(with_right_to_left_spaces(
                page_of({{"حق", 30, {5, 5}}, {"\u064E", 26, {0}}, {"بك", 20, {5, 5}}}, ""))),
            "حق\u064Eبك");
  EXPECT_EQ(
      text_of(with_right_to_left_spaces(page_of({{"حق", 30, {5, 5}}, {"\u064Eبك", 18, {5, 5, 2}}}, ""))),
      "حق \u064Eبك");
}

TEST(RightToLeftSpaces, AreLeftAloneOnPagesReadFromTheLeft) {
  const std::string text = "ville de \u202Bطنجة\u202C";
  const auto glyphs = glyphs_in_reading_order(text, side_by_side(std::vector<double>(13, 1.0)));
  ASSERT_TRUE(glyphs);
  EXPECT_EQ(text_of(with_right_to_left_spaces(*glyphs)), "ville de طنجة");
}

// Widths as Word's fonts have them: alef 3.3, lam 3.35, half a lam-alef 4.3, any other letter 5.
Placed as_word_writes(const std::string& letters, const std::vector<double>& widths) {
  return {letters, 0, widths};
}

const std::vector<Placed> articles = {as_word_writes("العمل", {3.3, 3.35, 5, 5, 5}),
                                      as_word_writes("القانون", {3.3, 3.36, 5, 5, 5, 5, 5}),
                                      as_word_writes("الشغل", {3.3, 3.34, 5, 5, 5})};

std::string restored(Placed word, std::vector<Placed> others = articles) {
  others.insert(others.begin(), std::move(word));
  auto glyphs = page_of(others, "\n");
  restore_ligatures(glyphs);
  const std::string text = text_of(glyphs);
  return text.substr(0, text.find('\n'));
}

TEST(ReversedLigatures, ArePutRight) {
  const struct {
    const char* why;
    Placed word;
    const char* right;
  } cases[] = {
      {"article before a hamza", {"األجراء", 0, {3.3, 4.3, 4.3, 5, 5, 3.3, 5}}, "الأجراء"},
      {"article before an alef", {"االجتماعي", 0, {3.3, 4.3, 4.3, 5, 5, 5, 3.3, 5, 5}}, "الاجتماعي"},
      {"within a word", {"العامالت", 0, {3.3, 3.35, 5, 3.3, 5, 4.7, 4.7, 5}}, "العاملات"},
      {"a word of its own", {"ال", 0, {4.3, 4.3}}, "لا"},
      {"after a preposition", {"لألجر", 0, {3.35, 4.3, 4.3, 5, 5}}, "للأجر"},
      {"with madda", {"اآلن", 0, {3.3, 4.3, 4.3, 5}}, "الآن"},
      {"the name of God, one glyph of three", {"اهلل", 0, {3.3, 4, 4, 4}}, "الله"},
      {"the same of four", {"هللا", 0, {4, 4, 4, 4}}, "الله"},
  };
  for (const auto& one : cases) EXPECT_EQ(restored(one.word), one.right) << one.why;
}

TEST(ReversedLigatures, AreNotSeenWhereThereAreNone) {
  const struct {
    const char* why;
    Placed word;
  } cases[] = {
      {"an article", {"العمل", 0, {3.3, 3.35, 5, 5, 5}}},
      {"an article whose letters happen to be of one width", {"القعدة", 0, {3.35, 3.35, 5, 5, 5, 5}}},
      {"alef and lam at the end of a word", {"أعمال", 0, {3.3, 5, 5, 3.3, 9}}},
      {"a lam-alef in the right order already", {"لاحظ", 0, {4.3, 4.3, 5, 5}}},
  };
  for (const auto& one : cases) EXPECT_EQ(restored(one.word), one.word.letters) << one.why;
}

TEST(ReversedLigatures, AreFoundByTheirWidthWhenSpacingStretchesAHalf) {
  const std::vector<Placed> page = {{"عامال", 0, {5, 3.3, 5, 4.8, 4.7}},
                                    {"كاملال", 0, {5, 3.3, 5, 5, 4.7, 4.7}},
                                    articles[0],
                                    articles[1],
                                    articles[2]};
  EXPECT_EQ(restored(page[0], {page.begin() + 1, page.end()}), "عاملا");
}

TEST(ReversedLigatures, AreOnlyTakenForCertainWhenAllLettersAreOfOneWidth) {
  const std::vector<Placed> typewriter = {
      {"العمل", 0, {5, 5, 5, 5, 5}}, {"القانون", 0, {5, 5, 5, 5, 5, 5, 5}}, {"الشغل", 0, {5, 5, 5, 5, 5}}};
  EXPECT_EQ(restored({"البيت", 0, {5, 5, 5, 5, 5}}, typewriter), "البيت");
  EXPECT_EQ(restored({"األجر", 0, {5, 5, 5, 5, 5}}, typewriter), "الأجر");
}

}  // namespace
}  // namespace mess::library
