// Bad files, dying workers, full disks: one bad file never stops the others, and nothing is half there.

#include "library/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "support/small_library.h"

namespace mess::library {
namespace {

using test::of;
using test::pdf_of_pages;
using test::sentence;
using test::SmallLibrary;

const std::filesystem::path corpus = MESS_SOURCE_DIR "/../shared/corpus";

TEST(Loader, TellsWhatEveryBadFileIs) {
  const SmallLibrary small;
  small.put("good.pdf", pdf_of_pages({sentence(1)}));
  small.put("empty.pdf", "");
  small.put("text.pdf", "Only a letter, saved under a wrong name.");
  small.put("cut.pdf", pdf_of_pages({sentence(1)}).substr(0, 60));
  small.put("no_page.pdf", pdf_of_pages({}));
  std::filesystem::create_symlink("circle.pdf", small / "circle.pdf");
  std::filesystem::create_symlink("nowhere", small / "nowhere.pdf");
  std::filesystem::create_directory(small / "folder.pdf");
  std::filesystem::create_directory_symlink(small.sources(), small / "up");
  const auto report = small.load({small.sources(), small / "missing"}).value();
  const struct {
    const char* name;
    ErrorKind kind;
  } cases[] = {
      {"empty.pdf", ErrorKind::empty_file},  {"text.pdf", ErrorKind::not_pdf},
      {"cut.pdf", ErrorKind::damaged},       {"no_page.pdf", ErrorKind::damaged},
      {"circle.pdf", ErrorKind::unreadable}, {"nowhere.pdf", ErrorKind::not_found},
      {"missing", ErrorKind::not_found},
  };
  for (const auto& c : cases) {
    const LoadedFile file = of(report, c.name);
    ASSERT_EQ(file.outcome, LoadOutcome::refused) << c.name;
    EXPECT_EQ(file.error->kind, c.kind) << c.name << ": " << file.error->what;
    EXPECT_FALSE(file.error->what.empty());
    EXPECT_FALSE(file.error->advice.empty()) << c.name;
    EXPECT_THAT(file.error->where, testing::HasSubstr(c.name));
  }
  EXPECT_EQ(report.refused, 7);
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(small.catalogue().refusals().value().size(), 7u);
  small.expect_sound(1);

  // Put right, a file is no longer among the refused.
  small.put("empty.pdf", pdf_of_pages({sentence(5)}));
  EXPECT_EQ(small.load().value().added, 1);
  EXPECT_EQ(small.catalogue().refusals().value().size(), 6u);
}

TEST(Loader, SetsAsideWhatKillsTheWorkerTwice) {
  for (const char* mode : {"dies", "dies_at_its_page"}) {
    const SmallLibrary small;
    small.put("killer.pdf", pdf_of_pages({sentence(1)}));
    const auto fake = small.sources().parent_path() / (std::string("fake-worker-") + mode);
    std::filesystem::create_symlink(MESS_BIN_DIR "/fake-pdf-worker", fake);
    ::setenv("MESS_PDF_WORKER", fake.c_str(), 1);
    const auto report = small.load();
    ::unsetenv("MESS_PDF_WORKER");
    ASSERT_TRUE(report) << report.error().what;
    ASSERT_EQ(report->refused, 1) << mode;
    EXPECT_EQ(report->files[0].error->kind, ErrorKind::quarantined) << report->files[0].error->what;
    small.expect_sound(0);
    // From now on it is not tried again, even by a worker that could read it, nor under another name.
    small.put("same.pdf", pdf_of_pages({sentence(1)}));
    const auto again = small.load().value();
    EXPECT_EQ(again.refused, 2) << mode;
    EXPECT_EQ(of(again, "same.pdf").error->kind, ErrorKind::quarantined);
    small.expect_sound(0);
  }
}

TEST(Loader, AMissingWorkerBlamesNoFile) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  ::setenv("MESS_PDF_WORKER", "/nonexistent/worker", 1);
  const auto report = small.load();
  ::unsetenv("MESS_PDF_WORKER");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ErrorKind::internal);
  EXPECT_EQ(small.load().value().added, 1);
}

TEST(Loader, TooManyPagesAreRefused) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({"1", "2", "3", "4"}));
  LoadOptions options;
  options.limits.max_pages = 3;
  EXPECT_EQ(small.load(options).value().files.at(0).error->kind, ErrorKind::too_large);
  small.expect_sound(0);
}

TEST(Loader, StopsWhenAskedAndGoesOnLater) {
  const SmallLibrary small;
  for (int i = 0; i < 12; ++i) small.put(std::to_string(i) + ".pdf", pdf_of_pages({sentence(i)}));
  std::stop_source stop;
  LoadOptions options;
  options.stop = stop.get_token();
  options.on_file = [&](const LoadedFile&) { stop.request_stop(); };
  const auto report = small.load(options);
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_TRUE(report->interrupted);
  EXPECT_GE(report->added, 1);
  EXPECT_LT(report->added, 12);
  EXPECT_EQ(small.catalogue().document_count().value(), report->added);
  const auto rest = small.load().value();
  EXPECT_EQ(rest.added, 12 - report->added);
  EXPECT_FALSE(rest.interrupted);
  small.expect_sound(12);
}

TEST(Loader, CountsItsProgress) {
  const SmallLibrary small;
  for (int i = 0; i < 3; ++i) small.put(std::to_string(i) + ".pdf", pdf_of_pages({sentence(i), sentence(i)}));
  LoadProgress last;
  LoadOptions options;
  options.on_progress = [&](const LoadProgress& progress) {
    EXPECT_GE(progress.files_done, last.files_done);
    EXPECT_GE(progress.pages_done, last.pages_done);
    EXPECT_GE(progress.bytes_done, last.bytes_done);
    last = progress;
  };
  ASSERT_TRUE(small.load(options));
  EXPECT_EQ(last.files_done, 3);
  EXPECT_EQ(last.files_total, 3);
  EXPECT_EQ(last.pages_done, 6);
  EXPECT_EQ(last.bytes_done, last.bytes_total);
}

TEST(Loader, AReadOnlyLibraryAndUnreadableFilesAreSaidSo) {
  const SmallLibrary small;
  small.put("a.pdf", pdf_of_pages({sentence(1)}));
  small.put("secret.pdf", pdf_of_pages({sentence(2)}));
  std::filesystem::permissions(small / "secret.pdf", std::filesystem::perms::none);
  const test::TemporaryFolder own;
  std::filesystem::permissions(own.path(), std::filesystem::perms(0777));
  const LibraryFolder writable(own / "library");
  {
    const test::OrdinaryUser user;
    // root's folder: this user may not write there.
    if (::getuid() == 0) {
      EXPECT_EQ(WriteLock::take(LibraryFolder(small.sources() / "library")).error().kind,
                ErrorKind::read_only);
    }
    auto catalogue = Catalogue::open(writable, Catalogue::Mode::read_write);
    ASSERT_TRUE(catalogue) << catalogue.error().what;
    const auto report = load(writable, {small / "secret.pdf"}, {});
    ASSERT_TRUE(report) << report.error().what;
    EXPECT_EQ(report->files.at(0).error->kind, ErrorKind::unreadable);
  }
}

// In a mount namespace of its own, so that the disk is small and goes with the process.
int load_on_small_disk(const SmallLibrary& small, std::uint64_t kilobytes) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
      ::_exit(77);
    }
    const auto disk = small.folder().root();
    std::filesystem::create_directories(disk);
    const std::string size = "size=" + std::to_string(kilobytes) + "k";
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, size.c_str()) != 0) ::_exit(77);
    const auto report = small.load();
    if (report) ::_exit(1);
    if (report.error().kind != ErrorKind::disk_full) ::_exit(2);
    // What was committed is whole, and nothing half there stays once somebody has cleaned up.
    if (!clean_up(small.folder())) ::_exit(3);
    ::_exit(verify(small.folder(), nullptr).value().empty() ? 0 : 4);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Loader, AFullDiskEndsLoadingWithNothingHalfThere) {
  const SmallLibrary small;
  for (int i = 0; i < 6; ++i) {
    const std::string filler(300000, static_cast<char>('a' + i));
    small.put(std::to_string(i) + ".pdf", pdf_of_pages({sentence(i)}) + "\n%" + filler);
  }
  const int outcome = load_on_small_disk(small, 1200);
  if (outcome == 77) GTEST_SKIP() << "needs the right to mount a small disk";
  EXPECT_EQ(outcome, 0);
}

TEST(Loader, AFolderThatVanishesHalfWayLosesOnlyItsFiles) {
  const SmallLibrary small;
  for (int i = 0; i < 8; ++i) small.put("key/" + std::to_string(i) + ".pdf", pdf_of_pages({sentence(i)}));
  LoadOptions options;
  options.workers = 1;
  bool gone = false;
  options.on_step = [&](const char*) {
    if (!std::exchange(gone, true)) std::filesystem::remove_all(small / "key");
  };
  const auto report = small.load(options).value();
  EXPECT_EQ(report.added + report.refused, 8);
  EXPECT_GE(report.refused, 1);
  for (const LoadedFile& file : report.files) {
    if (file.error) {
      EXPECT_EQ(file.error->kind, ErrorKind::not_found) << file.error->what;
    }
  }
  small.expect_sound(report.added);
}

TEST(LoaderOnTheCorpus, LoadsEveryDocumentAndAnswersForEveryOddFile) {
  if (!std::filesystem::exists(corpus)) GTEST_SKIP() << "no corpus beside the source tree";
  const SmallLibrary small;
  const auto report = small.load({corpus});
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->files.size(), 107u);
  for (const LoadedFile& file : report->files) {
    const bool odd = file.source.parent_path().filename() == "odd";
    EXPECT_EQ(file.outcome == LoadOutcome::refused, file.error && !file.error->what.empty()) << file.source;
    if (odd) continue;
    EXPECT_EQ(file.outcome, LoadOutcome::added) << file.source;
    const std::string name = file.source.filename();
    const bool scan = name.find("-scan") != std::string::npos;
    const bool garbled = name.find("garbled") != std::string::npos;
    const TextState expected = scan ? TextState::none : garbled ? TextState::doubtful : TextState::good;
    EXPECT_EQ(file.text, expected) << name;
  }
  small.expect_sound(report->added);
  EXPECT_EQ(small.load({corpus}).value().already_there, report->added);
}

}  // namespace
}  // namespace mess::library
