// What loading makes of PDFs, and what it does when it is asked again.

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

TEST(Loader, MakesADocumentOfAPdf) {
  const SmallLibrary small;
  small.put("Études/Etude_cooperatives_2013.pdf", pdf_of_pages({sentence(1), "", sentence(2)}));
  int steps = 0;
  LoadOptions options;
  options.on_step = [&](const char*) { ++steps; };
  const auto report = small.load(options).value();
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.pages, 3);
  EXPECT_EQ(steps, 5);
  const LoadedFile file = of(report, "Etude_cooperatives_2013.pdf");
  EXPECT_EQ(file.outcome, LoadOutcome::added);
  EXPECT_EQ(file.text, TextState::good);
  const Catalogue catalogue = small.catalogue();
  const Document document = catalogue.document(file.id).value();
  EXPECT_EQ(document.title, "Etude cooperatives");
  EXPECT_EQ(document.year, 2013);
  EXPECT_EQ(document.collection, "studies");
  EXPECT_EQ(document.languages, std::vector<std::string>{"en"});
  EXPECT_EQ(document.source_name, "Etude_cooperatives_2013.pdf");
  EXPECT_EQ(document.byte_size, std::int64_t(std::filesystem::file_size(file.source)));
  const auto pages = catalogue.pages(file.id).value();
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_THAT(pages[0].text, testing::HasSubstr(sentence(1)));
  EXPECT_EQ(pages[1].state, TextState::none);
  EXPECT_THAT(pages[2].text, testing::HasSubstr(sentence(2)));
  const std::string cover = test::read_file(small.folder().cover_of(document.sha256));
  EXPECT_TRUE(cover.starts_with("\xFF\xD8\xFF")) << "the cover is no JPEG";
  small.expect_sound(1);
}

TEST(Loader, TakesTheSameContentOnce) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  small.put("b.pdf", pdf_of_pages({sentence(1)}));
  small.put("deep/er/c.PDF", pdf_of_pages({sentence(1)}));
  small.put("bad1.pdf", "%PDF-1.4 bad");
  small.put("bad2.pdf", "%PDF-1.4 bad");
  const auto report = small.load({small.sources(), small / "a.pdf"}).value();
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.already_there, 2);
  EXPECT_EQ(report.refused, 2);
  EXPECT_EQ(of(report, "b.pdf").id, of(report, "a.pdf").id);
  EXPECT_EQ(of(report, "bad2.pdf").error->kind, ErrorKind::damaged);
  small.expect_sound(1);
}

// Whichever of the two names the folder gives first.
TEST(Loader, TakesALinkAndItsFileOnce) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  std::filesystem::create_symlink("a.pdf", small / "link.pdf");
  const auto report = small.load().value();
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.refused, 0);
  small.expect_sound(1);
}

TEST(Loader, DoesNothingWhenNothingChanged) {
  const SmallLibrary small;
  for (int i = 0; i < 5; ++i) small.put(std::to_string(i) + ".pdf", pdf_of_pages({sentence(i)}));
  ASSERT_EQ(small.load().value().added, 5);
  const Revision revision = small.catalogue().revision().value();
  const std::string before = test::read_file(small.folder().catalogue());
  int steps = 0;
  LoadOptions options;
  options.on_step = [&](const char*) { ++steps; };
  // Without a worker program: nothing is opened.
  ::setenv("MESS_PDF_WORKER", "/nonexistent", 1);
  const auto report = small.load(options);
  ::unsetenv("MESS_PDF_WORKER");
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->already_there, 5);
  EXPECT_EQ(steps, 0) << "nothing was copied, read or written";
  EXPECT_EQ(small.catalogue().revision().value(), revision);
  EXPECT_EQ(test::read_file(small.folder().catalogue()), before);

  // Another content under the same name is another document.
  small.put("3.pdf", pdf_of_pages({sentence(33)}));
  EXPECT_EQ(small.load().value().added, 1);
  small.expect_sound(6);
}

TEST(Loader, PutsAStoredFileBackThatWasLost) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  const auto id = small.load().value().files.at(0).id;
  const std::string sha256 = small.catalogue().document(id).value().sha256;
  std::filesystem::remove(small.folder().file_of(sha256));
  EXPECT_EQ(verify(small.folder(), nullptr).value().size(), 1u);
  EXPECT_EQ(small.load().value().already_there, 1);
  small.expect_sound(1);
}

TEST(Loader, VerifySeesEveryKindOfDamage) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  small.put("b.pdf", pdf_of_pages({sentence(2)}));
  ASSERT_EQ(small.load().value().added, 2);
  const auto documents = small.catalogue().documents().value();
  const auto stored = small.folder().file_of(documents[0].sha256);
  std::string bytes = test::read_file(stored);
  bytes[bytes.size() / 2] ^= 1;
  test::write_file(stored, bytes);
  test::write_file(small.folder().file_of(std::string(64, 'f')), "left over");
  EXPECT_THAT(verify(small.folder(), nullptr).value(),
              testing::UnorderedElementsAre(testing::HasSubstr("bytes have changed"),
                                            testing::HasSubstr("belongs to no document")));
}

TEST(Loader, CleansUpAfterARemoval) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  const auto id = small.load().value().files.at(0).id;
  {
    auto catalogue = Catalogue::open(small.folder(), Catalogue::Mode::read_write).value();
    ASSERT_TRUE(catalogue.remove(id));
  }
  test::write_file(small.folder().staging() / "1-1.part", "half");
  EXPECT_EQ(clean_up(small.folder()).value(), 3) << "the PDF, its cover, the staging file";
  small.expect_sound(0);
  // Whoever gives the file again wants it again.
  EXPECT_EQ(small.load().value().added, 1);
}

TEST(Loader, ALostCatalogueCostsNoPdf) {
  const SmallLibrary small;
  for (int i = 0; i < 3; ++i) small.put(std::to_string(i) + ".pdf", pdf_of_pages({sentence(i)}));
  ASSERT_EQ(small.load().value().added, 3);
  for (const char* ending : {"", "-wal", "-shm"}) {
    std::filesystem::remove(small.folder().catalogue().native() + ending);
  }
  // Somebody loads something else first: the stored files are nobody's, and stay.
  small.put("other/new.pdf", pdf_of_pages({sentence(9)}));
  ASSERT_EQ(small.load({small / "other"}).value().added, 1);
  EXPECT_EQ(verify(small.folder(), nullptr).value().size(), 3u);
  // The advice that is given: load the library's own files again.
  EXPECT_EQ(small.load({small.folder().root() / "files"}).value().added, 3);
  small.expect_sound(4);
}

TEST(Loader, TakesNamesInAnyEncoding) {
  const SmallLibrary small;
  const std::string latin1 = "\xE9tude_r\xE9gionale.pdf";
  small.put(latin1, pdf_of_pages({sentence(1)}));
  small.put("دراسة التعاونيات 2020.pdf", pdf_of_pages({sentence(2)}));
  small.put("a\nb.pdf", pdf_of_pages({sentence(3)}));
  const auto report = small.load().value();
  EXPECT_EQ(report.added, 3);
  const Catalogue catalogue = small.catalogue();
  const Document document = catalogue.document(of(report, latin1).id).value();
  EXPECT_EQ(document.source_name, "\xEF\xBF\xBDtude_r\xEF\xBF\xBDgionale.pdf");
  EXPECT_EQ(catalogue.document(of(report, "دراسة التعاونيات 2020.pdf").id).value().title, "دراسة التعاونيات");
  EXPECT_EQ(small.load().value().already_there, 3) << "the bytes of a name are remembered as they are";
}

}  // namespace
}  // namespace mess::library
