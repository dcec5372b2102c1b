// Reading while the ground moves: workers killed at random, the document removed or its file damaged
// meanwhile. $MESS_CHAOS_SECONDS says for how long workers are killed, 3 seconds when it does not.
#include <gtest/gtest.h>

#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "cli_fixture.h"
#include "open_reader.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int pages = 30;

// The PDF workers that this process has started.
std::vector<pid_t> workers() {
  std::vector<pid_t> found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const pid_t pid = std::atoi(entry.path().filename().c_str());
    std::ifstream file(entry.path() / "stat");
    std::string number, name, state;
    pid_t parent = 0;
    if (pid > 0 && file >> number >> name >> state >> parent && parent == ::getpid() &&
        name.starts_with("(mess-pdf-work")) {
      found.push_back(pid);
    }
  }
  return found;
}

void kill_workers() {
  for (const pid_t pid : workers()) ::kill(pid, SIGKILL);
}

class ReaderChaos : public Cli {
 protected:
  void SetUp() override {
    std::vector<std::string> texts;
    for (int page = 1; page <= pages; ++page) texts.push_back("Le miel, page " + std::to_string(page));
    put("miel.pdf", small_pdf(texts));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  }
  fs::path stored() const {
    for (const auto& file : fs::recursive_directory_iterator(library_)) {
      if (file.path().extension() == ".pdf") return file.path();
    }
    return {};
  }
};

// Every wish is answered whatever dies, and afterwards nothing is lost.
TEST_F(ReaderChaos, WorkersKilledAtRandomCostNothingButThePageAtWork) {
  const char* given = std::getenv("MESS_CHAOS_SECONDS");
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(given != nullptr ? std::atoi(given) : 3);
  OpenReader reader(library_, "miel");
  ASSERT_TRUE(reader.comes(1, 100));
  int killed = 0, asked = 0, came = 0;
  {
    std::jthread killer([&](const std::stop_token& stop) {
      unsigned random = 1;
      while (!stop.stop_requested()) {
        random = random * 1103515245U + 12345U;
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + (random >> 16) % 200));
        const std::vector<pid_t> alive = workers();
        if (alive.empty()) continue;
        ::kill(alive[(random >> 8) % alive.size()], SIGKILL);
        ++killed;
      }
    });
    while (std::chrono::steady_clock::now() < end) {
      const int page = 1 + asked % pages;
      reader.service.reached({1, page});
      came += reader.comes(page, 100 + ++asked);
      reader.service.find_hits({1, page, "miel", Language::french});
      reader.inbox.next_of<message::PageHitsFound>();
    }
  }
  EXPECT_GT(killed, 3);
  EXPECT_GT(came, asked / 2) << asked << " asked, " << killed << " workers killed";
  for (int page = 1; page <= pages; ++page) {
    reader.service.reached({1, page});
    EXPECT_TRUE(reader.comes(page, 90)) << page;
    reader.service.find_hits({1, page, "miel", Language::french});
    EXPECT_EQ(reader.inbox.next_of<message::PageHitsFound>().passages.size(), 1U) << page;
  }
}

// Who reads it goes on; only when the worker must open it again is it said to be gone.
TEST_F(ReaderChaos, ADocumentRemovedByStaffIsReadOnUntilItHasToBeOpenedAgain) {
  OpenReader reader(library_);
  ASSERT_TRUE(reader.comes(1, 100));
  ASSERT_EQ(run({"remove", "1"}).exit, 0);
  EXPECT_TRUE(reader.comes(2, 100));
  kill_workers();
  reader.service.wish({{{PictureKey::Kind::thumbnail, 1, 3, 100, 0, 0}, ""}});
  EXPECT_EQ(reader.inbox.next_of<message::DocumentFailed>().error.kind, ErrorKind::not_found);
}

TEST_F(ReaderChaos, AFileCutShortOnDiskIsSaidToBeDamaged) {
  OpenReader reader(library_);
  ASSERT_TRUE(reader.comes(1, 100));
  fs::permissions(stored(), fs::perms::owner_all);
  fs::resize_file(stored(), 100);
  for (int page = 2; page <= 4; ++page) reader.comes(page, 100);  // whatever comes of them
  kill_workers();
  reader.service.wish({{{PictureKey::Kind::thumbnail, 1, 5, 100, 0, 0}, ""}});
  EXPECT_EQ(reader.inbox.next_of<message::DocumentFailed>().error.kind, ErrorKind::damaged);
}

TEST_F(ReaderChaos, AFileFullOfOtherBytesEndsNothing) {
  OpenReader reader(library_);
  ASSERT_TRUE(reader.comes(1, 100));
  fs::permissions(stored(), fs::perms::owner_all);
  std::fstream file(stored(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(200);
  for (int i = 0; i < 3000; ++i) file.put(static_cast<char>(i * 37));
  file.close();
  for (int page = 2; page <= 6; ++page) reader.comes(page, 100);
  reader.service.open({1, "", Language::french, 1});
  for (;;) {  // opened as far as it goes or refused, in any case answered
    const Message message = reader.inbox.next();
    if (std::holds_alternative<message::DocumentFailed>(message)) break;
    if (std::holds_alternative<message::DocumentOpened>(message)) break;
  }
}

}  // namespace
}  // namespace mess::kiosk
