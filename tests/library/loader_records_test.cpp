// catalogue.csv files as loading reads them.

#include "library/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_library.h"

namespace mess::library {
namespace {

using test::of;
using test::pdf_of_pages;
using test::sentence;
using test::SmallLibrary;

TEST(Loader, SideFileWinsAndIsFollowedWhenItChanges) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  small.put("sub/b.pdf", pdf_of_pages({sentence(2)}));
  const auto csv = [&](const std::string& title) {
    small.put("catalogue.csv",
              "file,title,creator,date,language,collection\n"
              "a.pdf," +
                  title +
                  ",Amal;Youssef,2019,ar,Veille\n"
                  "sub/b.pdf,Bee,,,,\n"
                  "lost.pdf,Lost,,,,\n");
  };
  csv("Premier");
  const auto report = small.load().value();
  ASSERT_EQ(report.remarks.size(), 1u);
  EXPECT_EQ(report.remarks[0].side_file.filename(), "catalogue.csv");
  EXPECT_EQ(report.remarks[0].row, 4u);
  EXPECT_EQ(report.remarks[0].missing, "lost.pdf");
  const auto id = of(report, "a.pdf").id;
  const Document document = small.catalogue().document(id).value();
  EXPECT_EQ(document.title, "Premier");
  EXPECT_THAT(document.creators, testing::ElementsAre("Amal", "Youssef"));
  EXPECT_EQ(document.year, 2019);
  EXPECT_EQ(document.languages, std::vector<std::string>{"ar"});
  EXPECT_EQ(document.collection, "watch");
  EXPECT_EQ(small.catalogue().document(of(report, "b.pdf").id).value().title, "Bee");

  csv("Second title");
  ASSERT_EQ(small.load().value().already_there, 2);
  EXPECT_EQ(small.catalogue().document(id).value().title, "Second title");

  // What staff wrote in the catalogue later stays until the side file changes again.
  {
    auto catalogue = Catalogue::open(small.folder(), Catalogue::Mode::read_write).value();
    Document edited = catalogue.document(id).value();
    edited.title = "By hand";
    ASSERT_TRUE(catalogue.update(edited));
  }
  ASSERT_TRUE(small.load());
  EXPECT_EQ(small.catalogue().document(id).value().title, "By hand");
}

// Names as other systems change them in copying: case, and accents as signs of their own (NFD). A line that
// names a file as it is called comes before one that nearly does; of two files that differ in case only, none
// is meant by a third writing.
TEST(Loader, SideFileNamesFilesInAnyCaseAndNormalisation) {
  const SmallLibrary small;
  small.put("Etude.PDF", pdf_of_pages({sentence(1)}));
  small.put("e\u0301tude.pdf", pdf_of_pages({sentence(2)}));
  small.put("Bilan.pdf", pdf_of_pages({sentence(3)}));
  small.put("bilan.pdf", pdf_of_pages({sentence(4)}));
  small.put("guide.pdf", pdf_of_pages({sentence(5)}));
  small.put("catalogue.csv",
            "file,title\n"
            "etude.pdf,Other case\n"
            "\u00E9tude,Other accents\n"
            "BILAN.pdf,Either\n"
            "GUIDE.pdf,Nearly\n"
            "guide.pdf,Exactly\n");
  const auto report = small.load().value();
  const auto title = [&](const std::string& name) {
    return small.catalogue().document(of(report, name).id).value().title;
  };
  EXPECT_EQ(title("Etude.PDF"), "Other case");
  EXPECT_EQ(title("e\u0301tude.pdf"), "Other accents");
  EXPECT_EQ(title("guide.pdf"), "Exactly");
  EXPECT_NE(title("Bilan.pdf"), "Either");
  EXPECT_NE(title("bilan.pdf"), "Either");
  std::vector<std::string> missing;
  for (const SideRemark& remark : report.remarks) missing.push_back(remark.missing);
  EXPECT_THAT(missing, testing::UnorderedElementsAre("BILAN.pdf", "GUIDE.pdf"));
}

}  // namespace
}  // namespace mess::library
