// A worker on a machine whose processor others keep busy is not the PDF's fault.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "library/pdf_client.h"
#include "pdf_samples.h"

namespace mess::library {
namespace {

using samples::TemporaryFolder;

void stay_on_one_processor() {
  cpu_set_t all, one;
  CPU_ZERO(&all);
  CPU_ZERO(&one);
  sched_getaffinity(0, sizeof all, &all);
  for (std::size_t cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &all)) continue;
    CPU_SET(cpu, &one);
    break;
  }
  sched_setaffinity(0, sizeof one, &one);
}

// 0: opened; else why not. In a process of its own, as what it gives up of the processor it cannot take back.
int open_starved(const std::filesystem::path& pdf) {
  stay_on_one_processor();
  pid_t hogs[2] = {};
  for (pid_t& hog : hogs) {
    hog = fork();
    if (hog < 0) _exit(99);
    if (hog > 0) continue;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) {
    }
  }
  setpriority(PRIO_PROCESS, 0, 5);  // a seventh of the processor is left
  WorkerLimits limits;
  limits.open_time = std::chrono::milliseconds(900);  // three times what it works
  PdfWorker worker(limits);
  const auto facts = worker.open(pdf);
  for (const pid_t hog : hogs) kill(hog, SIGKILL);
  for (const pid_t hog : hogs) waitpid(hog, nullptr, 0);
  return facts ? 0 : 1 + static_cast<int>(facts.error().kind);
}

TEST(StarvedWorker, IsNotLate) {
  TemporaryFolder folder;
  const auto pdf = folder.write("a.pdf", samples::text_page("a"));
  const auto link = folder.path() / "fake-worker-works";
  std::filesystem::create_symlink(MESS_BIN_DIR "/fake-pdf-worker", link);
  setenv("MESS_PDF_WORKER", link.c_str(), 1);
  const pid_t child = fork();
  if (child == 0) _exit(open_starved(pdf));
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  unsetenv("MESS_PDF_WORKER");
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace mess::library
