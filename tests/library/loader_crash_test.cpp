// Power fails, or somebody pulls the plug: loading is killed after each of its steps, for each of its
// documents, and the same command is given again. Nothing may be lost, doubled or half there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#include "library/loader.h"
#include "support/small_library.h"

namespace mess::library {
namespace {

using test::SmallLibrary;

constexpr int documents = 4;

struct Kill {
  const char* step;
  int times;  // that the step has been seen when the process dies
};

void PrintTo(const Kill& kill, std::ostream* out) {
  *out << kill.step << ", time " << kill.times;
}

class KilledWhileLoading : public testing::TestWithParam<Kill> {};

void fill(const SmallLibrary& small) {
  for (int i = 1; i <= documents; ++i) {
    small.put("etude_" + std::to_string(i) + ".pdf",
              test::pdf_of_pages({test::sentence(10 * i), test::sentence(10 * i + 1), ""}));
  }
  small.put("twin.pdf", test::pdf_of_pages({test::sentence(10), test::sentence(11), ""}));
  small.put("broken.pdf", "%PDF-1.7\nnothing of what such a file needs");
}

// Loads in a process of its own that kills itself; true when it did.
bool load_and_die(const SmallLibrary& small, const Kill& kill) {
  const pid_t child = ::fork();
  if (child == 0) {
    LoadOptions options;
    int seen = 0;
    options.on_step = [&](const char* step) {
      if (std::strcmp(step, kill.step) == 0 && ++seen == kill.times) ::kill(::getpid(), SIGKILL);
    };
    const auto report = small.load(options);
    ::_exit(report ? 0 : 1);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) return false;
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

// What is in the catalogue right after the crash is whole, whatever else is missing.
void expect_whole_records(const SmallLibrary& small) {
  const auto catalogue = Catalogue::open(small.folder(), Catalogue::Mode::read_only);
  ASSERT_TRUE(catalogue) << catalogue.error().what;
  EXPECT_THAT(catalogue->check().value(), testing::IsEmpty());
  const auto records = catalogue->documents().value();
  for (const Document& record : records) {
    EXPECT_EQ(catalogue->pages(record.id).value().size(), 3u);
    EXPECT_TRUE(std::filesystem::exists(small.folder().file_of(record.sha256)));
    EXPECT_TRUE(std::filesystem::exists(small.folder().cover_of(record.sha256)));
  }
}

TEST_P(KilledWhileLoading, GoesOnAsIfNothingHadHappened) {
  const SmallLibrary small;
  fill(small);
  ASSERT_TRUE(load_and_die(small, GetParam())) << "the step was never reached";
  expect_whole_records(small);
  const int committed = small.catalogue().document_count().value();

  const auto report = small.load();
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->added, documents - committed);
  EXPECT_EQ(report->already_there, committed + 1);
  EXPECT_EQ(report->refused, 1);
  EXPECT_FALSE(report->interrupted);
  small.expect_sound(documents);
  EXPECT_EQ(SmallLibrary::files_below(small.folder().root() / "covers"), documents);

  const Catalogue catalogue = small.catalogue();
  std::vector<std::string> first_pages;
  const auto records = catalogue.documents().value();
  for (const Document& record : records) first_pages.push_back(catalogue.page(record.id, 1).value().text);
  for (int i = 1; i <= documents; ++i) {
    EXPECT_THAT(first_pages, testing::Contains(testing::HasSubstr(test::sentence(10 * i))));
  }
  // Search hears of every document once.
  EXPECT_EQ(catalogue.changes_since(0).value().size(), static_cast<std::size_t>(documents));
  EXPECT_EQ(catalogue.revision().value(), documents);
}

std::vector<Kill> every_step() {
  std::vector<Kill> kills;
  for (const char* step : {"staged", "renamed", "extracted", "covered", "committed"}) {
    for (int times = 1; times <= documents; ++times) kills.push_back({step, times});
  }
  return kills;
}

INSTANTIATE_TEST_SUITE_P(EveryStep, KilledWhileLoading, testing::ValuesIn(every_step()), [](const auto& one) {
  return std::string(one.param.step) + std::to_string(one.param.times);
});

TEST(KilledWhileLoadingAgainAndAgain, StillComesToItsEnd) {
  const SmallLibrary small;
  fill(small);
  // Each run dies at the first thing that it commits, so each brings at least one document home.
  int runs = 0;
  while (load_and_die(small, {"committed", 1})) ASSERT_LE(++runs, documents);
  EXPECT_GE(runs, 1);
  ASSERT_TRUE(small.load());
  small.expect_sound(documents);
}

}  // namespace
}  // namespace mess::library
