// What the worker says of a document and of its pages, on small PDFs written here.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "library/pdf_client.h"
#include "pdf_samples.h"

namespace mess::library {
namespace {

using samples::TemporaryFolder;

class PdfFactsTest : public testing::Test {
 protected:
  PdfFacts open(const std::string& bytes) {
    const auto facts = worker_.open(folder_.write("sample.pdf", bytes));
    EXPECT_TRUE(facts) << facts.error().what;
    return facts.value_or(PdfFacts{});
  }
  TemporaryFolder folder_;
  PdfWorker worker_;
};

const std::string catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
const std::string pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>";

TEST_F(PdfFactsTest, ComeFromTheInfoDictionary) {
  const auto facts = open(samples::pdf(
      {catalogue, pages, page,
       "<< /Title <FEFF00C900740075006400650020002D002006370646062C0629> /Author (A. Auteur) /Subject (S)"
       " /Keywords (ess, tanger) /Creator (C) /Producer (P) /CreationDate (D:20190101003000+01'00') >>"},
      "/Info 4 0 R"));
  EXPECT_EQ(facts.title, "Étude - طنجة");
  EXPECT_EQ(facts.author, "A. Auteur");
  EXPECT_EQ(facts.subject, "S");
  EXPECT_EQ(facts.keywords, "ess, tanger");
  EXPECT_EQ(facts.creator, "C");
  EXPECT_EQ(facts.producer, "P");
  EXPECT_FALSE(facts.right_to_left);
  EXPECT_FALSE(facts.has_outline);
}

TEST_F(PdfFactsTest, TakeTheYearOfCreationWhenItIsOne) {
  const struct {
    const char* date;
    std::optional<int> year;
  } cases[] = {{"D:20190615120000Z", 2019},
               {"D:2016", 2016},
               {"D:00010101000000Z", std::nullopt},
               {"hier", std::nullopt}};
  for (const auto& one : cases) {
    const auto facts = open(samples::pdf(
        {catalogue, pages, page, "<< /CreationDate (" + std::string(one.date) + ") >>"}, "/Info 4 0 R"));
    EXPECT_EQ(facts.year, one.year) << one.date;
  }
}

TEST_F(PdfFactsTest, ComeFromXmpWhenInfoIsMissing) {
  const auto facts = open(samples::pdf(
      {"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>", pages, page,
       samples::stream(
           "<x:xmpmeta><rdf:RDF><rdf:Description>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
           "Atlas &amp; carte</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>MESS</rdf:li>"
           "</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>",
           "/Type /Metadata /Subtype /XML")}));
  EXPECT_EQ(facts.title, "Atlas & carte");
  EXPECT_EQ(facts.author, "MESS");
}

TEST_F(PdfFactsTest, TellTheReadingDirection) {
  EXPECT_TRUE(open(samples::pdf({"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /Direction /R2L >> >>",
                                 pages, page}))
                  .right_to_left);
}

TEST_F(PdfFactsTest, TellTheOutlineAndWhereItLeads) {
  const auto facts = open(samples::pdf(
      {"<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
       page, page, "<< /Type /Outlines /First 6 0 R /Last 8 0 R /Count 3 >>",
       "<< /Title (Chapitre) /Parent 5 0 R /Dest [3 0 R /Fit] /First 7 0 R /Last 7 0 R /Count 1 /Next 8 0 R "
       ">>",
       "<< /Title (Section) /Parent 6 0 R /Dest [4 0 R /XYZ 0 0 0] >>",
       "<< /Title (Ailleurs) /Parent 5 0 R /Prev 6 0 R /A << /S /URI /URI (https://example.org) >> >>"}));
  EXPECT_TRUE(facts.has_outline);
  const auto outline = worker_.outline();
  ASSERT_TRUE(outline) << outline.error().what;
  ASSERT_EQ(outline->size(), 3u);
  const auto entry = [&](std::size_t i) {
    return (*outline)[i].title + " " + std::to_string((*outline)[i].page) + " " +
           std::to_string((*outline)[i].depth);
  };
  EXPECT_EQ(entry(0), "Chapitre 1 0");
  EXPECT_EQ(entry(1), "Section 2 1");
  EXPECT_EQ(entry(2), "Ailleurs 0 0");
}

TEST_F(PdfFactsTest, AnOutlineThatLoopsEnds) {
  open(samples::pdf(
      {"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>", pages, page,
       "<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>",
       "<< /Title (encore) /Parent 4 0 R /Dest [3 0 R /Fit] /First 5 0 R /Last 5 0 R /Next 5 0 R >>"}));
  const auto outline = worker_.outline();
  ASSERT_TRUE(outline) << outline.error().what;
  EXPECT_GE(outline->size(), 1u);
  EXPECT_LE(outline->size(), 20000u);
}

TEST_F(PdfFactsTest, LinksLeadToPagesOrSayWhereTheyWouldLead) {
  open(samples::pdf({catalogue, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Annots [5 0 R 6 0 R 7 0 R] >>",
                     page, "<< /Type /Annot /Subtype /Link /Rect [20 10 100 60] /Dest [4 0 R /Fit] >>",
                     "<< /Type /Annot /Subtype /Link /Rect [-50 0 900 900] /A << /S /URI /URI "
                     "(https://example.org/x) >> >>",
                     "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (/bin/sh) >> >>"}));
  const auto links = worker_.links(1);
  ASSERT_TRUE(links) << links.error().what;
  ASSERT_EQ(links->size(), 2u);
  const auto by_page =
      std::find_if(links->begin(), links->end(), [](const PageLink& link) { return link.page == 2; });
  ASSERT_NE(by_page, links->end());
  EXPECT_NEAR(by_page->box.x0, 0.1, 1e-4);
  EXPECT_NEAR(by_page->box.y0, 0.4, 1e-4);
  EXPECT_NEAR(by_page->box.x1, 0.5, 1e-4);
  EXPECT_NEAR(by_page->box.y1, 0.9, 1e-4);
  const auto by_uri =
      std::find_if(links->begin(), links->end(), [](const PageLink& link) { return link.page == 0; });
  ASSERT_NE(by_uri, links->end());
  EXPECT_EQ(by_uri->uri, "https://example.org/x");
  EXPECT_LE(by_uri->box.x1, 1);
  EXPECT_TRUE(worker_.links(2)->empty());
}

TEST_F(PdfFactsTest, LinksAndOutlineTellTheHeightThatTheyLeadTo) {
  const struct {
    const char* what;
    const char* destination;
    float top;
  } rows[] = {
      {"a place", "[4 0 R /XYZ 0 150 0]", 0.25f},
      {"a width to be shown from there", "[4 0 R /FitH 50]", 0.75f},
      {"the same of what is printed", "[4 0 R /FitBH 50]", 0.75f},
      {"a part of the page", "[4 0 R /FitR 10 20 60 100]", 0.5f},
      {"a name", "/there", 0.1f},
      {"the whole page", "[4 0 R /Fit]", 0},
      {"a column", "[4 0 R /FitV 50]", 0},
      {"a place without a height", "[4 0 R /XYZ 20 null 0]", 0},
      {"the top", "[4 0 R /XYZ 0 200 0]", 0},
      {"above the page", "[4 0 R /XYZ 0 99999 0]", 0},
      {"its very foot, which nobody means", "[4 0 R /XYZ 0 0 0]", 0},
      {"below it", "[4 0 R /XYZ 0 -40 0]", 0},
      {"a page that is cut", "[5 0 R /XYZ 0 150 0]", 0.5f},
      {"a page on its side", "[6 0 R /XYZ 0 50 0]", 0},
  };
  for (const auto& row : rows) {
    const std::string leads = std::string(" /Dest ") + row.destination + " >>";
    open(samples::pdf(
        {"<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R /Dests << /there [4 0 R /XYZ 0 180 0] >> >>",
         "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R] /Count 4 >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Annots [7 0 R] >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 300] /CropBox [0 100 100 200] >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Rotate 90 >>",
         "<< /Type /Annot /Subtype /Link /Rect [20 10 100 60]" + leads,
         "<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>",
         "<< /Title (Section) /Parent 8 0 R" + leads}));
    const auto links = worker_.links(1);
    ASSERT_TRUE(links && links->size() == 1) << row.what;
    EXPECT_NEAR(links->front().top, row.top, 1e-4) << row.what;
    const auto outline = worker_.outline();
    ASSERT_TRUE(outline && outline->size() == 1) << row.what;
    EXPECT_NEAR(outline->front().top, row.top, 1e-4) << row.what;
  }
}

TEST_F(PdfFactsTest, ImagesLieWhereThePageShowsThem) {
  const std::string image =
      samples::stream("\xFF\x80\x40\x10\xFF\x80\x40\x10",
                      "/Type /XObject /Subtype /Image /Width 4 /Height 2 /ColorSpace /DeviceGray "
                      "/BitsPerComponent 8");
  const auto placed = [](const std::string& where) { return "q " + where + " cm /Im Do Q\n"; };
  std::string many;
  for (int i = 0; i < 2100; ++i) many += placed("1 0 0 1 5 5");
  open(samples::pdf({catalogue, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 7 0 R /Resources << "
                     "/XObject << /Im 6 0 R >> >> >>",
                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 8 0 R /Resources << "
                     "/XObject << /Im 6 0 R >> >> >>",
                     page, image, samples::stream(placed("100 0 0 50 20 40") + placed("900 0 0 20 150 -5")),
                     samples::stream(many)}));
  const auto images = worker_.images(1);
  ASSERT_TRUE(images) << images.error().what;
  ASSERT_EQ(images->size(), 2u);
  const PageBox& first = images->front();
  EXPECT_NEAR(first.x0, 0.1, 0.01);
  EXPECT_NEAR(first.x1, 0.6, 0.01);
  EXPECT_NEAR(first.y0, 0.1, 0.01);
  EXPECT_NEAR(first.y1, 0.6, 0.01);
  const PageBox& second = images->back();
  EXPECT_NEAR(second.x0, 0.75, 0.01);
  EXPECT_NEAR(second.x1, 1, 0.001) << "what lies beside the page is cut off";
  EXPECT_NEAR(second.y0, 0.85, 0.02);
  EXPECT_NEAR(second.y1, 1, 0.001);
  const auto thousands = worker_.images(2);
  ASSERT_TRUE(thousands) << thousands.error().what;
  EXPECT_EQ(thousands->size(), 2000u);
  EXPECT_TRUE(worker_.images(3)->empty());
  EXPECT_FALSE(worker_.images(4));
}

// Where the ink of a picture is, in fractions of it.
PageBox ink_of(const Picture& picture) {
  PageBox ink{1, 1, 0, 0};
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x) {
      const auto* pixel = picture.pixels().data() + static_cast<std::ptrdiff_t>(y) * picture.stride() + x * 4;
      if (pixel[0] > 128) continue;
      const float right = static_cast<float>(x) / static_cast<float>(picture.width());
      const float down = static_cast<float>(y) / static_cast<float>(picture.height());
      ink = {std::min(ink.x0, right), std::min(ink.y0, down), std::max(ink.x1, right),
             std::max(ink.y1, down)};
    }
  }
  return ink;
}

// Roman numbers before the text, then numbers from 1: what stands printed on the page.
TEST_F(PdfFactsTest, PagesAreCalledWhatTheDocumentCallsThem) {
  const std::string blank = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>";
  open(samples::pdf(
      {"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >> 2 << /S /D >> 3 << /P (" +
           std::string(500, 'x') + ") >>] >> >>",
       "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R] /Count 4 >>", blank, blank, blank, blank}));
  const auto label = [&](int number) {
    const auto facts = worker_.page_facts(number);
    return facts ? facts->label : facts.error().what;
  };
  EXPECT_EQ(label(1), "i");
  EXPECT_EQ(label(2), "ii");
  EXPECT_EQ(label(3), "1");
  EXPECT_EQ(label(4), std::string(24, 'x'));
  open(samples::pdf(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", blank}));
  EXPECT_EQ(label(1), "") << "its number is no name";
}

// The marks that search puts on a page must lie on its words: turned and cut pages are where that goes wrong.
TEST_F(PdfFactsTest, WordBoxesLieOnTheInk) {
  const std::string writing = "BT /F1 20 Tf 60 40 Td (Hxx) Tj ET";
  const struct {
    const char* why;
    const char* box;
    const char* entries;
    float width, height;
  } cases[] = {
      {"plain", "[0 0 200 100]", "", 200, 100},
      {"origin elsewhere", "[-30 -20 200 100]", "", 230, 120},
      {"cut to a part", "[0 0 200 100]", "/CropBox [40 20 140 90]", 100, 70},
      {"turned a quarter", "[0 0 200 100]", "/Rotate 90", 100, 200},
      {"turned half", "[0 0 200 100]", "/Rotate 180", 200, 100},
      {"turned and cut", "[0 0 200 100]", "/Rotate 270 /CropBox [40 20 140 90]", 70, 100},
  };
  for (const auto& one : cases) {
    open(samples::one_page(writing, one.box, one.entries));
    const auto size = worker_.page_size(1);
    ASSERT_TRUE(size) << one.why;
    EXPECT_FLOAT_EQ(size->width, one.width) << one.why;
    EXPECT_FLOAT_EQ(size->height, one.height) << one.why;
    const auto words = worker_.words(1);
    ASSERT_TRUE(words) << one.why << words.error().what;
    ASSERT_EQ(words->words.size(), 1u) << one.why;
    const auto picture = worker_.render(1, 600);
    ASSERT_TRUE(picture) << one.why;
    const PageBox ink = ink_of(*picture), box = words->words[0].box;
    constexpr float slack = 0.02f;
    EXPECT_LE(box.x0, ink.x0 + slack) << one.why;
    EXPECT_LE(box.y0, ink.y0 + slack) << one.why;
    EXPECT_GE(box.x1, ink.x1 - slack) << one.why;
    EXPECT_GE(box.y1, ink.y1 - slack) << one.why;
    EXPECT_LT((box.x1 - box.x0) * (box.y1 - box.y0), 0.25f) << one.why;
  }
}

}  // namespace
}  // namespace mess::library
