// From a PDF whose words come out of Poppler broken to the mark on its page: loaded by the real mess-library
// and worker, found by the word as people type it, marked in the reader where the page shows it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../library/support/arabic_pdf.h"
#include "cli_fixture.h"
#include "open_reader.h"

namespace mess::kiosk {
namespace {

using library::samples::ArabicPage;
using library::samples::Setting;

class RepairedText : public Cli {
 protected:
  // Where `query` is marked on page 1 of the only document; checks that search finds that page.
  std::vector<library::PageBox> marked(const std::string& query, Language language) {
    const auto found = run({"search", query, "--json"}).json();
    EXPECT_EQ(found["total"], 1) << query;
    OpenReader reader(library_);
    reader.inbox.next_of<message::DocumentOpened>();
    reader.service.find_hits({1, 1, query, language});
    std::vector<library::PageBox> boxes;
    for (const Passage& passage : reader.inbox.next_of<message::PageHitsFound>().passages)
      boxes.insert(boxes.end(), passage.boxes.begin(), passage.boxes.end());
    return boxes;
  }
  void load(const std::string& pdf) {
    put("sample.pdf", pdf);
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  }
};

struct BrokenArabic {
  const char* name;
  Setting setting;
  bool from_the_left;  // the first word of a line stands at the left of the page
};

class RepairedArabic : public RepairedText, public testing::WithParamInterface<BrokenArabic> {};

TEST_P(RepairedArabic, IsFoundAndMarkedWhereItStands) {
  load(ArabicPage({"التعاونية بالمغرب والمقاولة الاجتماعية", "الجمعية العامة للمقاولة بمدينة طنجة"},
                  GetParam().setting)
           .pdf());
  for (const char* typed : {"التعاونية", "تعاونية", "للتعاونية"}) {
    const auto boxes = marked(typed, Language::arabic);
    ASSERT_EQ(boxes.size(), 1u) << typed;
    if (GetParam().from_the_left) {
      EXPECT_NEAR(boxes[0].x0, 40 / 600.0, 0.005) << typed;
    } else {
      EXPECT_NEAR(boxes[0].x1, 560 / 600.0, 0.005) << typed;
    }
    EXPECT_NEAR((boxes[0].y0 + boxes[0].y1) / 2, (842 - 774) / 842.0, 0.02) << typed;
  }
}

INSTANTIATE_TEST_SUITE_P(, RepairedArabic,
                         testing::Values(BrokenArabic{"from_the_left", Setting::from_the_left, true},
                                         BrokenArabic{"by_words", Setting::by_words, false},
                                         BrokenArabic{"letters_apart", Setting::letters_apart, false},
                                         BrokenArabic{"from_the_right", Setting::from_the_right, false}),
                         [](const auto& one) { return one.param.name; });

TEST_F(RepairedText, OfASpacedFrenchTitleIsFoundAndMarked) {
  load(
      library::samples::one_page("BT /F1 14 Tf 10 60 Td 6 Tc (LES COOPERATIVES) Tj 0 Tc 0 -30 Td"
                                 " (Rapport de la region) Tj ET",
                                 "[0 0 400 100]"));
  const auto boxes = marked("coopérative", Language::french);
  ASSERT_EQ(boxes.size(), 1u);
  EXPECT_NEAR(boxes[0].x0, 0.17, 0.01);
  EXPECT_NEAR(boxes[0].x1, 0.61, 0.01);
}

}  // namespace
}  // namespace mess::kiosk
