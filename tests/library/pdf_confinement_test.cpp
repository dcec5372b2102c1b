// The worker tries, from inside, what a hostile PDF would try.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>

#include "library/pdf_client.h"
#include "pdf_samples.h"

namespace mess::library {
namespace {

using samples::TemporaryFolder;

std::set<std::string> broken(const std::vector<Confinement>& lines) {
  std::set<std::string> names;
  for (const Confinement& line : lines) {
    if (!line.holds) names.insert(line.name);
  }
  return names;
}

std::set<std::string> unavoidable() {
#if defined(__SANITIZE_ADDRESS__)
  return {"memory limit"};
#else
  return {};
#endif
}

TEST(Confinement, HoldsWhateverIsTried) {
  PdfWorker worker;
  const auto lines = worker.confinement();
  ASSERT_TRUE(lines) << lines.error().what;
  std::set<std::string> names;
  for (const Confinement& line : *lines) {
    names.insert(line.name);
    EXPECT_FALSE(line.detail.empty()) << line.name;
  }
  for (const char* name :
       {"landlock", "seccomp", "no new privileges", "closed to debuggers", "no reading of files",
        "no writing of files", "no network", "no local sockets", "no new process", "no other program",
        "no signals", "no new code", "memory limit"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
  auto expected = unavoidable();
  if (broken(*lines).contains("landlock")) expected.insert("landlock");  // a kernel without it
  EXPECT_EQ(broken(*lines), expected);
}

TEST(Confinement, HoldsWithoutLandlockToo) {
  TemporaryFolder folder;
  const auto script =
      folder.write("worker", "#!/bin/sh\nexec " MESS_BIN_DIR "/mess-pdf-worker --without-landlock\n");
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  setenv("MESS_PDF_WORKER", script.c_str(), 1);
  PdfWorker worker;
  const auto lines = worker.confinement();
  const auto facts = worker.open(folder.write("a.pdf", samples::text_page("Bonjour")));
  unsetenv("MESS_PDF_WORKER");
  ASSERT_TRUE(lines) << lines.error().what;
  auto expected = unavoidable();
  expected.insert("landlock");
  EXPECT_EQ(broken(*lines), expected);
  ASSERT_TRUE(facts) << facts.error().what;
  EXPECT_EQ(worker.text(1).value_or(""), "Bonjour");
  EXPECT_TRUE(worker.render(1, 300));
}

TEST(WorkerProcess, InheritsNothingButItsSocketAndNoWorkerSurvives) {
  TemporaryFolder folder;
  const auto pdf = folder.write("a.pdf", samples::text_page("x"));
  // Descriptors that are open without close-on-exec, as careless libraries leave them.
  const int secret = open(pdf.c_str(), O_RDONLY);
  const int far_secret = dup2(secret, 200);
  ASSERT_GE(far_secret, 0);
  pid_t child = 0;
  {
    PdfWorker worker;
    ASSERT_TRUE(worker.open(pdf));
    child = samples::worker_of(getpid());
    ASSERT_GT(child, 0);
    std::set<std::string> targets;
    std::error_code refused;  // the process is closed to debuggers: only root may look
    for (const auto& entry :
         std::filesystem::directory_iterator("/proc/" + std::to_string(child) + "/fd", refused)) {
      targets.insert(std::filesystem::read_symlink(entry.path()).string());
    }
    if (!refused) {
      EXPECT_FALSE(targets.contains(pdf.string())) << "a descriptor of ours leaked";
      EXPECT_TRUE(targets.contains("/dev/null"));
    }
  }
  EXPECT_NE(kill(child, 0), 0) << "neither running nor a zombie";
  close(secret);
  close(far_secret);
}

// Is the process gone, or only waiting for its new parent to notice?
bool has_ended(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string number, name, state;
  return !(file >> number >> name >> state) || state == "Z" || state == "X";
}

class WorkerWithoutClient : public testing::TestWithParam<bool> {};

// Waiting, the end of its socket ends it; busy with a page, it looks once a second of its own time.
TEST_P(WorkerWithoutClient, EndsToo) {
  const bool busy = GetParam();
  TemporaryFolder folder;
  const auto pdf = folder.write("a.pdf", samples::time_bomb());
  int channel[2];
  ASSERT_EQ(pipe2(channel, O_CLOEXEC), 0);
  const pid_t program = fork();
  if (program == 0) {
    WorkerLimits limits;
    limits.page_time = std::chrono::hours(1);
    PdfWorker worker(limits);
    const bool opened = worker.open(pdf).has_value();
    const pid_t child = opened ? samples::worker_of(getpid()) : 0;
    (void)!write(channel[1], &child, sizeof child);
    if (busy) (void)worker.render(1, 100);
    pause();
    _exit(0);
  }
  pid_t worker = 0;
  ASSERT_EQ(read(channel[0], &worker, sizeof worker), static_cast<ssize_t>(sizeof worker));
  ASSERT_GT(worker, 0);
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  close(channel[0]);
  close(channel[1]);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (!has_ended(worker) && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
  EXPECT_TRUE(has_ended(worker));
}

INSTANTIATE_TEST_SUITE_P(Process, WorkerWithoutClient, testing::Bool(),
                         [](const auto& one) { return std::string(one.param ? "Busy" : "Waiting"); });

}  // namespace
}  // namespace mess::library
