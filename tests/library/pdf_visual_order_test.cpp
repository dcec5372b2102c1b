// Arabic that comes backwards is turned round, and Arabic that is right never is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "library/pdf_client.h"
#include "library/pdf_utf8.h"
#include "library/pdf_visual_order.h"
#include "support/arabic_pdf.h"

namespace mess::library {
namespace {

namespace fs = std::filesystem;
using samples::ArabicPage;
using samples::Setting;

// A text as the glyphs of a page: each word between spaces is one of Poppler's right-to-left words.
std::vector<Glyph> page_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  int word = 1;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_character(text, at);
    at += character.bytes;
    const bool separator = is_separator(character.code);
    if (separator) ++word;
    glyphs.push_back({character.code, {}, separator ? 0 : word, false});
  }
  return glyphs;
}

std::vector<std::string> words_in(const std::string& text) {
  std::istringstream parts(text);
  return {std::istream_iterator<std::string>(parts), {}};
}

bool runs_to_the_right(char32_t code) {
  return (code >= U'0' && code <= U'9') || (code >= 0x660 && code <= 0x669) ||
         (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z') || (code >= 0xC0 && code <= 0x24F);
}

// A word read from its wrong end; numbers and Latin words in it stay as they are.
std::string backwards(const std::string& word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const Utf8Character character = utf8_character(word, at);
    at += character.bytes;
    letters += character.code;
  }
  const auto first = std::find_if(letters.begin(), letters.end(), runs_to_the_right);
  const auto last = std::find_if(letters.rbegin(), letters.rend(), runs_to_the_right).base();
  if (first < last) std::reverse(first, last);
  std::reverse(letters.begin(), letters.end());
  std::string turned;
  for (const char32_t letter : letters) append_utf8(turned, letter);
  return turned;
}

// As Poppler gives lines that were set from left to right.
std::string lines_backwards(const std::string& text) {
  std::istringstream lines(text);
  std::string turned;
  for (std::string line; std::getline(lines, line);) {
    auto words = words_in(line);
    std::reverse(words.begin(), words.end());
    for (const std::string& word : words) turned += backwards(word) + (&word == &words.back() ? "" : " ");
    turned += '\n';
  }
  return turned;
}

std::string repaired(const std::string& text) {
  auto glyphs = page_of(text);
  turn_round(glyphs, visual_order(glyphs));
  return text_of(glyphs);
}

TEST(VisualOrder, IsToldByThePage) {
  const struct {
    const char* why;
    std::string text;
    VisualOrder order;
  } cases[] = {
      {"teh marbuta and alef maksura begin words", "ةينواعت ةيعمج ىلع", VisualOrder::lines},
      {"the article ends words", "نوناقلا ةيعمجلا لغشلا عامتجلاا", VisualOrder::lines},
      {"the same in reading order", "القانون الجمعية الشغل الاجتماع", VisualOrder::nothing},
      {"two words are too little to tell", "ةينواعت ةيعمج", VisualOrder::nothing},
      {"a reversed page that holds a few words in order", "ةينواعت ةيعمج ىلع ةماعلا نوناقلا لغشلا ةنس طنجة",
       VisualOrder::lines},
      {"as many words forwards as backwards", "ةينواعت ةيعمج ىلع تعاونية جمعية على", VisualOrder::nothing},
      {"initial forms end words, final forms begin them", "ﺮﺤﺑ ﺮﻬﻧ ﺪﻠﺑ", VisualOrder::lines},
      {"the same joined as they should be", "ﺑﺤﺮ ﻧﻬﺮ ﺑﻠﺪ", VisualOrder::nothing},
      {"adverbs that end in lam-alef", "أصلا مثلا كاملا استقبالا التعاونية", VisualOrder::nothing},
      {"pieces of words that were taken apart", "قو ة مد و نة جمعي ة تعاوني ة", VisualOrder::nothing},
      {"French", "Les coopératives de la région", VisualOrder::nothing},
      {"nothing at all", "", VisualOrder::nothing},
  };
  for (const auto& one : cases) EXPECT_EQ(visual_order(page_of(one.text)), one.order) << one.why;
}

// On a page that is read from the left the phrases alone have words of their own.
TEST(VisualOrder, OfAPhraseLeavesWhatStandsAround) {
  auto glyphs = page_of("ةينواعتلا ةيعمجلا ةماعلا\nde ةيعمج au");
  for (Glyph& glyph : glyphs) {
    if (glyph.code >= U'a' && glyph.code <= U'z') glyph.word = 0;
  }
  turn_round(glyphs, VisualOrder::lines);
  EXPECT_TRUE(text_of(glyphs).ends_with("\nde جمعية au")) << text_of(glyphs);
}

TEST(VisualOrder, IsTurnedLineByLine) {
  const std::string page = "ةينواعتلا ةيعمجلا ةماعلا\n";  // enough to tell
  const struct {
    const char* why;
    std::string backwards, right;
  } cases[] = {
      {"words and letters", "ةجنطب ةينواعت", "تعاونية بطنجة"},
      {"numbers keep their order", "2026 يام 15 موي", "يوم 15 ماي 2026"},
      {"with their signs", "112.12 مقر نوناق", "قانون رقم 112.12"},
      {"Arabic digits too", "٢٠٢٦ ةنس", "سنة ٢٠٢٦"},
      {"Latin words keep their letters", "travail du Code وأ لغشلا ةنودم", "مدونة الشغل أو Code du travail"},
      {"a full stop goes to the end", ".ةنس لك", "كل سنة."},
      {"a ligature of its own sign", "ﺀﺍﺮﺟﻷﺍ", "ﺍﻷﺟﺮﺍﺀ"},
      {"marks follow their letters", "ةَنَّوَدُم", "مُدَوَّنَة"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(repaired(page + one.backwards), "العامة الجمعية التعاونية\n" + one.right) << one.why;
  }
}

TEST(VisualOrder, BracketsOpenBeforeTheyClose) {
  const std::string page = "ةينواعتلا ةيعمجلا ةماعلا\n", right = "العامة الجمعية التعاونية\n";
  EXPECT_EQ(repaired(page + ")ةجنط( ةنيدم"), right + "مدينة (طنجة)");  // turned like letters
  EXPECT_EQ(repaired(page + "(ةجنط) ةنيدم"), right + "مدينة (طنجة)");  // turned already
  EXPECT_EQ(repaired(page + "صن )1"), right + "1) نص");                // one alone stays what it is
}

// Letters that share one sign are of one width; words that are signs of their own stand where they should.
TEST(VisualOrder, WordsThatAreOneSignEachAreTurnedEachByItself) {
  auto glyphs = page_of("ةينواعت ةيعمج ةماع ةنس");
  double x = 500, width = 4;
  for (Glyph& glyph : glyphs) {
    glyph.has_box = glyph.word != 0;
    if (!glyph.has_box) width += 0.5;
    glyph.box = {x - width, 0, x, 10};
    x -= width;
  }
  ASSERT_EQ(visual_order(glyphs), VisualOrder::words);
  const double first = glyphs.front().box.x1;
  turn_round(glyphs, VisualOrder::words);
  EXPECT_EQ(text_of(glyphs), "تعاونية جمعية عامة سنة");
  EXPECT_EQ(words_of(glyphs).front().box.x1, first);
}

class RealTexts : public testing::Test {
 protected:
  // Arabic pages: what the kiosk tells of the house, and the documents of the corpus when they are there.
  static std::vector<std::string> pages() {
    std::vector<std::string> pages;
    for (const auto& entry : fs::directory_iterator(fs::path(MESS_SOURCE_DIR) / "assets/content/ar")) {
      std::ifstream file(entry.path());
      pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    const fs::path corpus = fs::path(MESS_SOURCE_DIR) / "../shared/corpus";
    if (!fs::exists(corpus)) return pages;
    PdfWorker worker;
    for (const auto& entry : fs::directory_iterator(corpus)) {
      const std::string name = entry.path().filename().string();
      const bool nonsense = name.find("garbled") != std::string::npos;  // no letters of Arabic at all
      if (name.starts_with("ar-") && !nonsense) add_pages(worker, entry.path(), pages);
    }
    return pages;
  }

 private:
  static void add_pages(PdfWorker& worker, const fs::path& pdf, std::vector<std::string>& pages) {
    const auto facts = worker.open(pdf);
    for (int page = 1; facts && page <= facts->page_count;) {
      const auto texts = worker.texts(page, page + 63);
      ASSERT_TRUE(texts && !texts->empty()) << pdf;
      pages.insert(pages.end(), texts->begin(), texts->end());
      page += static_cast<int>(texts->size());
    }
  }
};

TEST_F(RealTexts, AreRightAndComeBackWhenTurnedRound) {
  std::size_t words = 0, same = 0;
  int told = 0, all = 0;
  for (const std::string& page : pages()) {
    EXPECT_EQ(visual_order(page_of(page)), VisualOrder::nothing) << page.substr(0, 300);
    const auto right = words_in(page), back = words_in(repaired(lines_backwards(page)));
    ASSERT_EQ(right.size(), back.size());
    if (right.size() < 20) continue;  // a title page
    ++all;
    told += visual_order(page_of(lines_backwards(page))) == VisualOrder::lines;
    words += right.size();
    for (std::size_t i = 0; i < right.size(); ++i) same += right[i] == back[i];
  }
  RecordProperty("words", static_cast<int>(words));
  RecordProperty("come_back", static_cast<int>(same));
  EXPECT_GE(static_cast<double>(same), 0.99 * static_cast<double>(words))
      << told << " of " << all << " pages";
  EXPECT_GE(told, 9 * all / 10) << "pages turned round and not noticed";
}

class BackwardsPdf : public testing::Test {
 protected:
  PageWords words_of(Setting setting) {
    const std::vector<std::string> lines = {"اجتماع الجمعية العامة للتعاونية",
                                            "تنشر الجريدة الرسمية القانون رقم 112.12",
                                            "مدونة الشغل المغربية بمدينة طنجة"};
    EXPECT_TRUE(worker_.open(folder_.write("sample.pdf", ArabicPage(lines, setting).pdf())));
    const auto words = worker_.words(1);
    const auto text = worker_.text(1);
    EXPECT_TRUE(words && text && words->text == *text);
    return words.value_or(PageWords{});
  }
  // From the left edge, a fraction of the page; the middle of the first such word.
  static double place_of(const PageWords& page, std::string_view letters) {
    for (const WordBox& word : page.words) {
      if (page.text.substr(word.begin, word.end - word.begin) == letters)
        return (word.box.x0 + word.box.x1) / 2;
    }
    return -1;
  }
  samples::TemporaryFolder folder_;
  PdfWorker worker_;
  const std::string right_ =
      "اجتماع الجمعية العامة للتعاونية\nتنشر الجريدة الرسمية القانون رقم 112.12\nمدونة الشغل المغربية بمدينة "
      "طنجة";
};

TEST_F(BackwardsPdf, SetFromTheLeftIsReadInOrderAndItsWordsStandWhereThePageShowsThem) {
  const PageWords page = words_of(Setting::from_the_left);
  EXPECT_EQ(page.text, right_);
  EXPECT_GT(place_of(page, "اجتماع"), 0);
  EXPECT_LT(place_of(page, "اجتماع"), place_of(page, "الجمعية"));
}

TEST_F(BackwardsPdf, NamedWordByWordIsReadInOrder) {
  const PageWords page = words_of(Setting::by_words);
  EXPECT_EQ(page.text, right_);
  EXPECT_GT(place_of(page, "الجمعية"), 0);
  EXPECT_GT(place_of(page, "اجتماع"), place_of(page, "الجمعية"));
}

// Of such a page Poppler selects nothing from the top left to the bottom right.
TEST_F(BackwardsPdf, PaintedFromTheRightIsNotLost) {
  const std::string first = "التعاونية بالمغرب والمقاولة الاجتماعية",
                    second = "الجمعية العامة للمقاولة بمدينة طنجة";
  const ArabicPage page({first, second}, Setting::from_the_right);
  ASSERT_TRUE(worker_.open(folder_.write("sample.pdf", page.pdf())));
  EXPECT_EQ(worker_.text(1).value_or(""), first + "\n" + second);
}

}  // namespace
}  // namespace mess::library
