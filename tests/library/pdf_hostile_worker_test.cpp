// A worker that a hostile PDF has taken over can say what it likes: the client must neither believe it nor
// fall with it, and the next document must find a fresh worker.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "library/pdf_client.h"
#include "pdf_samples.h"

namespace mess::library {
namespace {

using samples::TemporaryFolder;

// Starts fake workers of one mode as long as it lives.
class FakeWorker {
 public:
  FakeWorker(const TemporaryFolder& folder, const std::string& mode) {
    const auto link = folder.path() / ("fake-worker-" + mode);
    std::filesystem::create_symlink(MESS_BIN_DIR "/fake-pdf-worker", link);
    setenv("MESS_PDF_WORKER", link.c_str(), 1);
  }
  FakeWorker(const FakeWorker&) = delete;
  FakeWorker& operator=(const FakeWorker&) = delete;
  ~FakeWorker() { unsetenv("MESS_PDF_WORKER"); }
};

// Short only where the deadline is what is tested.
WorkerLimits limits_for(ErrorKind expected) {
  WorkerLimits limits;
  if (expected == ErrorKind::timed_out) limits.open_time = limits.page_time = std::chrono::milliseconds(1500);
  return limits;
}

void expect_recovery(PdfWorker& worker, const TemporaryFolder& folder) {
  EXPECT_EQ(worker.memory_in_use(), 0u) << "the fake worker still runs";
  EXPECT_FALSE(worker.text(1)) << "the document is closed";
  const auto facts = worker.open(folder.write("good.pdf", samples::text_page("Bonjour")));
  ASSERT_TRUE(facts) << facts.error().what;
  EXPECT_EQ(worker.text(1).value_or(""), "Bonjour");
}

struct Case {
  const char* mode;
  ErrorKind expected;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.mode;
}

class AtOpen : public testing::TestWithParam<Case> {};

TEST_P(AtOpen, IsRefusedAndReplaced) {
  TemporaryFolder folder;
  const auto pdf = folder.write("a.pdf", samples::text_page("a"));
  PdfWorker worker(limits_for(GetParam().expected));
  {
    const FakeWorker fake(folder, GetParam().mode);
    const auto facts = worker.open(pdf);
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.error().kind, GetParam().expected) << facts.error().what;
    EXPECT_EQ(facts.error().where, pdf.string());
  }
  expect_recovery(worker, folder);
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, AtOpen,
    testing::Values(Case{"dies", ErrorKind::worker_died}, Case{"sleeps", ErrorKind::timed_out},
                    Case{"half_a_header", ErrorKind::worker_died},
                    Case{"half_a_reply", ErrorKind::worker_died}, Case{"noise", ErrorKind::worker_died},
                    Case{"endless", ErrorKind::worker_died}, Case{"old_serial", ErrorKind::worker_died},
                    Case{"other_kind", ErrorKind::worker_died}, Case{"no_page", ErrorKind::worker_died},
                    Case{"too_many_pages", ErrorKind::worker_died}, Case{"bad_utf8", ErrorKind::worker_died},
                    Case{"control_in_title", ErrorKind::worker_died},
                    Case{"string_too_long", ErrorKind::worker_died},
                    Case{"more_than_asked", ErrorKind::worker_died},
                    Case{"disk_full", ErrorKind::worker_died}, Case{"unknown_error", ErrorKind::worker_died}),
    [](const auto& one) { return std::string(one.param.mode); });

enum class Call { text, words, page_size, outline, links, images, render };

ErrorKind kind_of(PdfWorker& worker, Call call) {
  const auto kind = [](const auto& result) { return result ? ErrorKind::invalid : result.error().kind; };
  switch (call) {
    case Call::text:
      return kind(worker.text(1));
    case Call::words:
      return kind(worker.words(1));
    case Call::page_size:
      return kind(worker.page_size(1));
    case Call::outline:
      return kind(worker.outline());
    case Call::links:
      return kind(worker.links(1));
    case Call::images:
      return kind(worker.images(1));
    case Call::render:
      return kind(worker.render(1, 100));
  }
  return ErrorKind::invalid;
}

struct LaterCase {
  const char* mode;
  Call call;
  ErrorKind expected = ErrorKind::worker_died;
};

void PrintTo(const LaterCase& one, std::ostream* out) {
  *out << one.mode;
}

class Later : public testing::TestWithParam<LaterCase> {};

TEST_P(Later, IsRefusedAndReplaced) {
  TemporaryFolder folder;
  PdfWorker worker(limits_for(GetParam().expected));
  {
    const FakeWorker fake(folder, GetParam().mode);
    ASSERT_TRUE(worker.open(folder.write("a.pdf", samples::text_page("a"))));
    EXPECT_EQ(kind_of(worker, GetParam().call), GetParam().expected);
  }
  expect_recovery(worker, folder);
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, Later,
    testing::Values(
        LaterCase{"dies_in_mid_page", Call::text}, LaterCase{"count_of_texts", Call::text},
        LaterCase{"no_text", Call::text}, LaterCase{"more_texts", Call::text},
        LaterCase{"bad_text", Call::text}, LaterCase{"word_beyond_text", Call::words},
        LaterCase{"word_inside_character", Call::words}, LaterCase{"box_beyond_page", Call::words},
        LaterCase{"box_not_a_number", Call::words}, LaterCase{"page_size_of_nothing", Call::page_size},
        LaterCase{"label_without_end", Call::page_size}, LaterCase{"outline_beyond_end", Call::outline},
        LaterCase{"link_beyond_end", Call::links}, LaterCase{"link_below_page", Call::links},
        LaterCase{"more_images", Call::images}, LaterCase{"image_count_too_large", Call::images},
        LaterCase{"image_beyond_page", Call::images}, LaterCase{"image_turned_inside_out", Call::images},
        LaterCase{"picture_of_nothing", Call::render}, LaterCase{"picture_beyond_canvas", Call::render},
        LaterCase{"picture_never_drawn", Call::render}, LaterCase{"picture_would_fit", Call::render},
        LaterCase{"picture_of_all_memory", Call::render}, LaterCase{"picture_too_wide", Call::render},
        LaterCase{"picture_bent", Call::render},
        LaterCase{"stops_in_mid_page", Call::render, ErrorKind::timed_out}),
    [](const auto& one) { return std::string(one.param.mode); });

TEST(MissingWorker, IsSaidPlainly) {
  TemporaryFolder folder;
  setenv("MESS_PDF_WORKER", "/nowhere/mess-pdf-worker", 1);
  PdfWorker worker;
  const auto facts = worker.open(folder.write("a.pdf", samples::text_page("a")));
  unsetenv("MESS_PDF_WORKER");
  ASSERT_FALSE(facts);
  EXPECT_EQ(facts.error().kind, ErrorKind::internal);
  EXPECT_NE(facts.error().what.find("missing"), std::string::npos) << facts.error().what;
}

}  // namespace
}  // namespace mess::library
