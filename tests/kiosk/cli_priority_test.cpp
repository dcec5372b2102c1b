// Loading gives way to whoever stands before the kiosk.

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>

#include "cli_fixture.h"

namespace mess::kiosk {
namespace {

TEST_F(Cli, AddAndReindexTakeWhatVisitorsLeave) {
  for (int i = 0; i < 30; ++i) put("p" + std::to_string(i) + ".pdf", small_pdf({"eau " + std::to_string(i)}));
  for (const char* verb : {"add", "reindex"}) {
    const std::string library = library_.string(), pdfs = pdfs_.string();
    const pid_t pid = fork();
    if (pid == 0) {
      const char* what = std::string_view(verb) == "add" ? pdfs.c_str() : nullptr;
      execl(MESS_BIN_DIR "/mess-library", "mess-library", "--library", library.c_str(), "--json", verb, what,
            static_cast<char*>(nullptr));
      _exit(127);
    }
    int policy = -1, status = 0;
    while (waitpid(pid, &status, WNOHANG) == 0) {
      policy = std::max(policy, sched_getscheduler(pid));
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_EQ(WEXITSTATUS(status), 0) << verb;
    EXPECT_EQ(policy, SCHED_IDLE) << verb;
  }
}

}  // namespace
}  // namespace mess::kiosk
