// Bad files, bad wishes, bombs: each ends in an Error of the right kind, and the next document opens.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>

#include "library/pdf_client.h"
#include "pdf_samples.h"

namespace mess::library {
namespace {

using samples::TemporaryFolder;

class PdfLimits : public testing::Test {
 protected:
  void open(PdfWorker& worker, const std::string& bytes) {
    const auto facts = worker.open(folder_.write("sample.pdf", bytes));
    ASSERT_TRUE(facts) << facts.error().what;
  }
  void expect_still_useful(PdfWorker& worker) {
    open(worker, samples::text_page("encore"));
    EXPECT_EQ(worker.text(1).value_or("nothing"), "encore");
  }
  TemporaryFolder folder_;
};

template <class T>
std::string kind_of(const Result<T>& result) {
  return result ? "none" : name_of(result.error().kind);
}

const std::string catalogue = "<< /Type /Catalog /Pages 2 0 R >>";

TEST_F(PdfLimits, FilesThatAreNoReadablePdf) {
  const std::string good = samples::text_page("x");
  const struct {
    const char* why;
    std::string bytes;
    const char* kind;
  } cases[] = {
      {"nothing", "", "empty_file"},
      {"a text", "Bonjour, ceci est une lettre.\n", "not_pdf"},
      {"a picture", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "not_pdf"},
      {"only the first line of a PDF", "%PDF-1.7\n", "damaged"},
      {"cut after the first objects", good.substr(0, 60), "damaged"},
      {"no page", samples::pdf({catalogue, "<< /Type /Pages /Kids [] /Count 0 >>"}), "damaged"},
      {"pages are their own child", samples::pdf({catalogue, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}),
       "none"},
      {"no table, but the objects are there",
       good.substr(0, good.find("xref\n")) + "trailer << /Root 1 0 R >>\n", "none"},
  };
  PdfWorker worker;
  for (const auto& one : cases) {
    const auto facts = worker.open(folder_.write("bad.pdf", one.bytes));
    EXPECT_EQ(kind_of(facts), one.kind) << one.why;
    const std::string where = facts ? "" : facts.error().where;
    EXPECT_EQ(where, facts ? "" : (folder_.path() / "bad.pdf").string()) << one.why;
  }
  expect_still_useful(worker);
}

TEST_F(PdfLimits, PathsThatAreNoFile) {
  PdfWorker worker;
  EXPECT_EQ(kind_of(worker.open(folder_.path() / "absent.pdf")), "not_found");
  EXPECT_EQ(kind_of(worker.open(folder_.path())), "unreadable");
  const auto pipe = folder_.path() / "pipe.pdf";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(kind_of(worker.open(pipe)), "unreadable");
  EXPECT_EQ(kind_of(worker.open("/dev/null")), "unreadable");
  expect_still_useful(worker);
}

TEST_F(PdfLimits, NamesInAnyEncoding) {
  PdfWorker worker;
  EXPECT_TRUE(worker.open(folder_.write("\xE9tude \xFF.pdf", samples::text_page("x"))));
  EXPECT_TRUE(worker.open(folder_.write("دراسة.pdf", samples::text_page("x"))));
}

TEST_F(PdfLimits, PagesThatAreNotThere) {
  PdfWorker worker;
  EXPECT_EQ(kind_of(worker.text(1)), "invalid") << "nothing is open";
  EXPECT_EQ(kind_of(worker.outline()), "invalid");
  open(worker, samples::text_page("x"));
  for (const int page : {0, -1, 2, 2147483647, -2147483647}) {
    EXPECT_EQ(kind_of(worker.text(page)), "not_found") << page;
    EXPECT_EQ(kind_of(worker.words(page)), "not_found") << page;
    EXPECT_EQ(kind_of(worker.links(page)), "not_found") << page;
    EXPECT_EQ(kind_of(worker.page_size(page)), "not_found") << page;
    EXPECT_EQ(kind_of(worker.render(page, 100)), "not_found") << page;
    EXPECT_EQ(kind_of(worker.texts(page, page)), "not_found") << page;
  }
  EXPECT_EQ(worker.texts(1, 1000).value_or(std::vector<std::string>{}).size(), 1u) << "the end is the end";
  EXPECT_EQ(worker.text(1).value_or(""), "x");
}

TEST_F(PdfLimits, PicturesThatCannotBe) {
  PdfWorker worker;
  open(worker, samples::text_page("x"));
  EXPECT_EQ(kind_of(worker.render(1, 0)), "invalid");
  EXPECT_EQ(kind_of(worker.render(1, -5)), "invalid");
  EXPECT_EQ(kind_of(worker.render(1, 2147483647)), "invalid");
  EXPECT_EQ(kind_of(worker.render(1, 100, PageBox{0.5f, 0, 0.5f, 1})), "invalid");
  EXPECT_EQ(kind_of(worker.render(1, 100, PageBox{0, 0, 2, 1})), "invalid");
  EXPECT_EQ(kind_of(worker.render(1, 30000)), "too_large");
  const auto corner = worker.render(1, 30000, PageBox{0.9f, 0.9f, 0.91f, 0.91f});
  ASSERT_TRUE(corner) << corner.error().what;
  EXPECT_NEAR(corner->width(), 300, 1);
  EXPECT_NEAR(corner->height(), 150, 1);
}

TEST_F(PdfLimits, PagesOfStrangeSize) {
  const struct {
    const char* why;
    const char* box;
    const char* text;
    const char* picture;
  } cases[] = {
      {"ten metres by ten", "[0 0 28346 28346]", "none", "none"},
      {"ten metres high, a hair wide", "[0 0 0.1 28346]", "none", "too_large"},
      {"of no size", "[0 0 0 0]", "none", "none"},  // Poppler takes Letter instead
      {"upside down", "[200 100 0 0]", "none", "none"},
      {"beyond all numbers", "[0 0 99999999999 99999999999]", "none", "damaged"},
  };
  PdfWorker worker;
  for (const auto& one : cases) {
    open(worker, samples::one_page("BT /F1 20 Tf 10 50 Td (x) Tj ET", one.box));
    EXPECT_EQ(kind_of(worker.text(1)), one.text) << one.why;
    EXPECT_EQ(kind_of(worker.render(1, 500)), one.picture) << one.why;
  }
  expect_still_useful(worker);
}

TEST_F(PdfLimits, MorePagesThanAllowed) {
  WorkerLimits limits;
  limits.max_pages = 2;
  PdfWorker worker(limits);
  const std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
  const std::string three =
      samples::pdf({catalogue, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>", page, page, page});
  EXPECT_EQ(kind_of(worker.open(folder_.write("three.pdf", three))), "too_large");
  const std::string liar =
      samples::pdf({catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", page});
  EXPECT_FALSE(worker.open(folder_.write("liar.pdf", liar)));
  expect_still_useful(worker);
}

TEST_F(PdfLimits, ABombOfTimeIsStopped) {
  WorkerLimits limits;
  limits.page_time = std::chrono::milliseconds(1000);
  PdfWorker worker(limits);
  open(worker, samples::time_bomb());
  EXPECT_EQ(kind_of(worker.render(1, 100)), "timed_out");
  EXPECT_EQ(worker.memory_in_use(), 0u) << "the child is gone";
  EXPECT_EQ(kind_of(worker.render(1, 100)), "invalid") << "the document is closed";
  open(worker, samples::time_bomb());
  EXPECT_EQ(kind_of(worker.text(1)), "timed_out");
  expect_still_useful(worker);
}

// A picture of 14,000 by 14,000 points in a few bytes: 784 MB when it is unpacked.
std::string memory_bomb() {
  return samples::pdf({catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R"
                       " /Resources << /XObject << /X 5 0 R >> >> >>",
                       samples::stream("200 0 0 100 0 0 cm /X Do"),
                       samples::stream("00",
                                       "/Type /XObject /Subtype /Image /Width 14000 /Height 14000"
                                       " /BitsPerComponent 8 /ColorSpace /DeviceRGB")});
}

// The most memory that our child ever had, bytes.
std::size_t peak_of_worker() {
  std::ifstream file("/proc/" + std::to_string(samples::worker_of(getpid())) + "/status");
  for (std::string word; file >> word;) {
    std::size_t kilobytes = 0;
    if (word == "VmPeak:" && file >> kilobytes) return kilobytes << 10;
  }
  return 0;
}

TEST_F(PdfLimits, ABombOfMemoryIsStopped) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "the memory limit is off in a sanitizer build";
#endif
  WorkerLimits tight, generous;
  tight.memory_bytes = std::size_t{256} << 20;
  generous.memory_bytes = std::size_t{8} << 30;
  for (const auto& [limits, bursts] : {std::pair{tight, false}, std::pair{generous, true}}) {
    PdfWorker worker(limits);
    open(worker, memory_bomb());
    (void)worker.render(1, 500);  // without the picture, or an error: both are right
    const bool burst = peak_of_worker() > (std::size_t{640} << 20);
    EXPECT_EQ(burst, bursts);
    expect_still_useful(worker);
  }
}

TEST_F(PdfLimits, AnotherThreadCanStopACall) {
  PdfWorker worker;
  open(worker, samples::time_bomb());
  std::atomic<bool> done{false};
  std::string kind;
  std::thread reader([&] {
    kind = kind_of(worker.render(1, 100));
    done = true;
  });
  while (!done) {
    worker.interrupt();  // does nothing until the call is under way
    std::this_thread::yield();
  }
  reader.join();
  EXPECT_EQ(kind, "interrupted");
  worker.interrupt();
  expect_still_useful(worker);
}

TEST_F(PdfLimits, CallsCanBeForbiddenBeforeTheyBegin) {
  PdfWorker worker;
  open(worker, samples::text_page("un"));
  worker.forbid_calls();
  EXPECT_EQ(kind_of(worker.render(1, 100)), "interrupted");
  EXPECT_EQ(kind_of(worker.open(folder_.write("two.pdf", samples::text_page("deux")))), "interrupted");
  worker.allow_calls();
  expect_still_useful(worker);
}

TEST_F(PdfLimits, ManyDocumentsInTurnDoNotWearItOut) {
  PdfWorker worker;
  const auto one = folder_.write("one.pdf", samples::text_page("un"));
  const auto other = folder_.write("other.pdf", samples::text_page("deux"));
  ASSERT_TRUE(worker.open(one));
  const pid_t first = samples::worker_of(getpid());
  for (int i = 0; i < 300; ++i) {
    ASSERT_TRUE(worker.open(i % 2 == 0 ? one : other)) << i;
    ASSERT_EQ(worker.text(1).value_or(""), i % 2 == 0 ? "un" : "deux") << i;
  }
  EXPECT_NE(samples::worker_of(getpid()), first) << "replaced before it grows old";
}

TEST_F(PdfLimits, AWorkerCanBeMoved) {
  PdfWorker first;
  open(first, samples::text_page("x"));
  PdfWorker second = std::move(first);
  EXPECT_EQ(second.text(1).value_or(""), "x");
  second = PdfWorker();
  EXPECT_EQ(kind_of(second.text(1)), "invalid");
}

}  // namespace
}  // namespace mess::library
