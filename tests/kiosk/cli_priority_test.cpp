// Loading gives way to whoever stands before the kiosk.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "cli_fixture.h"

namespace mess::kiosk {
namespace {

// Of a running process; -1 once it has ended.
int niceness(pid_t pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(stat, line);
  std::istringstream fields(line.substr(std::min(line.size(), line.rfind(')') + 1)));
  std::string field;
  for (int i = 0; i < 17; ++i) fields >> field;  // proc(5): field 19, the 17th after the name
  return fields ? std::stoi(field) : -1;
}

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
    int highest = -1, status = 0;
    while (waitpid(pid, &status, WNOHANG) == 0) {
      highest = std::max(highest, niceness(pid));
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_EQ(WEXITSTATUS(status), 0) << verb;
    EXPECT_EQ(highest, 10) << verb;
  }
}

}  // namespace
}  // namespace mess::kiosk
