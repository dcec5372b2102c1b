#include "library/document_reader.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "pdf_samples.h"
#include "support/small_library.h"

namespace mess::library {
namespace {

// Deadlines are what is tested here; nothing else waits.
WorkerLimits short_limits() {
  WorkerLimits limits;
  limits.page_time = std::chrono::milliseconds(500);
  return limits;
}

// A fake worker that hangs at one page, as its name says, and one PDF it would read.
class DocumentReaderAt : public testing::Test {
 protected:
  ~DocumentReaderAt() override { ::unsetenv("MESS_PDF_WORKER"); }
  void hang_at(const std::string& page) {
    const auto fake = folder_.path() / ("fake-worker-hangs_at_page_" + page);
    std::filesystem::create_symlink(MESS_BIN_DIR "/fake-pdf-worker", fake);
    ::setenv("MESS_PDF_WORKER", fake.c_str(), 1);
    page_count_ = reader_.open().value().page_count;
  }
  samples::TemporaryFolder folder_;
  PdfWorker worker_{short_limits()};
  DocumentReader reader_{worker_, folder_.write("a.pdf", samples::text_page("a"))};
  int page_count_ = 0;
};

TEST_F(DocumentReaderAt, APageThatTakesForEverIsTheOnlyOneLost) {
  hang_at("3_of_5");
  int heard = 0;
  const auto texts = reader_.pages(page_count_, [&](int done) { heard = done; });
  ASSERT_TRUE(texts) << texts.error().what;
  ASSERT_EQ(texts->pages.size(), 5u);
  for (const Page& page : texts->pages) {
    EXPECT_EQ(page.text, page.number == 3 ? "" : "page " + std::to_string(page.number));
  }
  EXPECT_EQ(texts->pages[2].state, TextState::none);
  EXPECT_EQ(heard, 5);
  EXPECT_FALSE(reader_.must_be_set_aside());
  EXPECT_TRUE(reader_.cover(page_count_, 100)) << "drawing goes on with a new worker";
}

TEST_F(DocumentReaderAt, TheCoverIsAnotherPageWhenTheFirstTakesForEver) {
  hang_at("1_of_2");
  const auto texts = reader_.pages(page_count_, [](int) {});
  ASSERT_TRUE(texts) << texts.error().what;
  EXPECT_EQ(texts->pages[0].text, "");
  EXPECT_EQ(texts->pages[1].text, "page 2");
  const auto cover = reader_.cover(page_count_, 100);
  EXPECT_TRUE(cover) << cover.error().what;
  EXPECT_FALSE(reader_.must_be_set_aside());
}

TEST_F(DocumentReaderAt, APdfWithNoOtherPageIsSetAside) {
  hang_at("1_of_1");
  const auto texts = reader_.pages(page_count_, [](int) {});
  ASSERT_FALSE(texts);
  EXPECT_EQ(texts.error().kind, ErrorKind::timed_out);
  EXPECT_TRUE(reader_.must_be_set_aside());
}

TEST(DocumentReader, StopsBetweenTwoRequests) {
  const test::TemporaryFolder folder;
  const std::vector<std::string> pages(150, "one page of many");
  test::write_file(folder / "long.pdf", test::pdf_of_pages(pages));
  std::stop_source stop;
  PdfWorker worker;
  DocumentReader reader(worker, folder / "long.pdf", stop.get_token());
  const int page_count = reader.open().value().page_count;
  int heard = 0;
  const auto texts = reader.pages(page_count, [&](int done) {
    heard = done;
    stop.request_stop();
  });
  ASSERT_FALSE(texts);
  EXPECT_EQ(texts.error().kind, ErrorKind::interrupted);
  EXPECT_GT(heard, 0);
  EXPECT_LT(heard, page_count) << "it went on after the stop";
  EXPECT_FALSE(reader.must_be_set_aside());
}

}  // namespace
}  // namespace mess::library
