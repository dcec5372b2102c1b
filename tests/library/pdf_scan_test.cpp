// Pages that are scans are drawn by Splash where they are wanted whole, and by Cairo in parts: a visitor must
// not see which.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "library/cover.h"
#include "library/pdf_client.h"
#include "pdf_samples.h"

namespace mess::library {
namespace {

using samples::TemporaryFolder;

constexpr int width =
    300;  // of pictures here, pixels: 108 dots per inch of the page, a quarter of the scan's

// What was scanned: no two corners alike, letters between them.
const std::string drawing =
    "1 0 0 rg 0 60 40 40 re f 0 0 1 rg 160 0 40 40 re f 0 0.6 0 rg 160 70 40 30 re f "
    "0 g BT /F1 24 Tf 50 40 Td (Tanger) Tj ET";

// One picture over the whole page, then `after`; the page with more `entries`.
std::string scan(const std::string& data, const std::string& filter, const std::string& after = "",
                 const std::string& entries = "") {
  return samples::pdf(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R " + entries +
           " /Resources << /XObject << /X 5 0 R >> /Font << /F1 6 0 R >> >> >>",
       samples::stream("q 200 0 0 100 0 0 cm /X Do Q " + after),
       samples::stream(data,
                       "/Type /XObject /Subtype /Image /Width 1200 /Height 600 /BitsPerComponent 8 "
                       "/ColorSpace /DeviceRGB " +
                           filter),
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
       samples::stream("1 0 1 rg 0 0 30 30 re f", "/Type /XObject /Subtype /Form /BBox [0 0 30 30]"),
       "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [80 0 110 30] /AP << /N 7 0 R >> >>"});
}

class PdfScan : public testing::Test {
 protected:
  bool open(const std::string& bytes) { return worker_.open(folder_.write("sample.pdf", bytes)).has_value(); }
  // The drawing as a scanner of 432 dots per inch sees it.
  std::string jpeg() {
    if (!open(samples::one_page(drawing))) return "";
    const auto picture = worker_.render(1, 1200);
    if (!picture) return "";
    const auto bytes = jpeg_of(*picture);
    return bytes ? std::string(bytes->begin(), bytes->end()) : "";
  }
  // The open page in two parts, put together; and its height.
  std::vector<std::uint8_t> in_parts(int& height) {
    std::vector<std::uint8_t> pixels;
    height = 0;
    for (const PageBox& part : {PageBox{0, 0, 1, 0.5f}, PageBox{0, 0.5f, 1, 1}}) {
      const auto picture = worker_.render(1, width, part);
      if (!picture) continue;
      pixels.insert(pixels.end(), picture->pixels().begin(), picture->pixels().end());
      height += picture->height();
    }
    return pixels;
  }

  TemporaryFolder folder_;
  PdfWorker worker_;
};

double mean_difference(std::span<const std::uint8_t> one, std::span<const std::uint8_t> other) {
  double sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i) sum += std::abs(one[i] - other[i]);
  return sum / static_cast<double>(one.size());
}

TEST_F(PdfScan, LooksTheSameWholeAndInParts) {
  const std::string data = jpeg();
  ASSERT_FALSE(data.empty());
  const std::string hidden = "BT 3 Tr /F1 60 Tf 10 20 Td (XXXX) Tj ET";
  const struct {
    const char* why;
    std::string after, entries;
  } cases[] = {
      {"as it is", "", ""},
      {"with the text of OCR, which nobody sees", hidden, ""},
      {"upside down", "", "/Rotate 180"},
      {"on its side", "", "/Rotate 90"},
      {"cropped", "", "/CropBox [20 10 180 90]"},
      {"cropped and turned", "", "/CropBox [20 10 180 90] /Rotate 180"},
      {"with a stamp on it", "", "/Annots [8 0 R]"},
  };
  for (const auto& one : cases) {
    ASSERT_TRUE(open(scan(data, "/Filter /DCTDecode", one.after, one.entries))) << one.why;
    const auto whole = worker_.render(1, width);
    ASSERT_TRUE(whole) << one.why << ": " << whole.error().what;
    int height = 0;
    const auto parts = in_parts(height);
    ASSERT_EQ(whole->height(), height) << one.why;
    ASSERT_EQ(whole->pixels().size(), parts.size()) << one.why;
    EXPECT_LT(mean_difference(whole->pixels(), parts), 4)
        << one.why;  // soft edges; another frame is above 20
    for (std::size_t i = 3; i < parts.size(); i += 4) ASSERT_EQ(whole->pixels()[i], 255) << one.why;
  }
}

// Blue, green, red of the middle of a square of the drawing.
std::vector<int> colour_at(const Picture& picture, double x, double y) {
  const auto* at = picture.pixels().data() + static_cast<int>(y * picture.height()) * picture.stride() +
                   static_cast<int>(x * picture.width()) * 4;
  return {at[0] / 64, at[1] / 64, at[2] / 64};
}

TEST_F(PdfScan, HasItsColoursInTheirPlaces) {
  const std::string data = jpeg();
  ASSERT_TRUE(open(scan(data, "/Filter /DCTDecode")));
  const auto whole = worker_.render(1, width);
  ASSERT_TRUE(whole) << whole.error().what;
  EXPECT_EQ(colour_at(*whole, 0.1, 0.2), (std::vector{0, 0, 3})) << "red";
  EXPECT_EQ(colour_at(*whole, 0.9, 0.8), (std::vector{3, 0, 0})) << "blue";
  EXPECT_EQ(colour_at(*whole, 0.9, 0.15), (std::vector{0, 2, 0})) << "green";
  EXPECT_EQ(colour_at(*whole, 0.5, 0.9), (std::vector{3, 3, 3})) << "paper";
}

TEST_F(PdfScan, ABrokenOneIsAPageAndTheNextDocumentOpens) {
  const std::string data = jpeg();
  ASSERT_FALSE(data.empty());
  const struct {
    const char* why;
    std::string data, filter;
    bool keeps_its_beginning;
  } cases[] = {
      {"cut in the middle", data.substr(0, data.size() / 2), "/Filter /DCTDecode", true},
      {"no JPEG", "Bonjour", "/Filter /DCTDecode", false},
      {"no JPEG 2000", "Bonjour", "/Filter /JPXDecode", false},
      {"no JBIG2", std::string(200, '\x97'), "/Filter /JBIG2Decode", false},
      {"no fax", std::string(200, '\x97'), "/Filter /CCITTFaxDecode /DecodeParms << /K -1 >>", false},
      {"no bytes", "", "", false},
  };
  for (const auto& one : cases) {
    ASSERT_TRUE(open(scan(one.data, one.filter))) << one.why;
    const auto picture = worker_.render(1, width);
    ASSERT_TRUE(picture) << one.why << ": " << picture.error().what;
    EXPECT_EQ(picture->height(), width / 2) << one.why;
    if (one.keeps_its_beginning) {
      EXPECT_EQ(colour_at(*picture, 0.1, 0.1), (std::vector{0, 0, 3})) << one.why;
    }
  }
  ASSERT_TRUE(open(samples::text_page("encore")));
  EXPECT_EQ(worker_.text(1).value_or(""), "encore");
}

}  // namespace
}  // namespace mess::library
