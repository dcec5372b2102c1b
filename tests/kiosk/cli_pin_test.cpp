// mess-library pin: from a pipe and from a terminal.
#include <gmock/gmock.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli_fixture.h"
#include "library/staff_lock.h"

namespace mess::kiosk {
namespace {

using testing::HasSubstr;
using testing::Not;

class CliPin : public Cli {
 protected:
  void SetUp() override {
    put("one.pdf", small_pdf({"une page"}));
    ASSERT_EQ(run({"add", pdfs_.string()}).exit, 0);
  }
  Finished pin(const std::string& input, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), "pin");
    return run(more, {}, input);
  }
  bool opens(const char* digits) const {
    const auto tried = library::StaffLock(library::LibraryFolder(library_)).try_pin(library::Pin(digits));
    return tried && tried->right;
  }

  // A person at a terminal: answers each question that ends in ": "; all that stood on it then.
  std::string at_terminal(const std::vector<std::string>& answers, int& exit) const {
    const std::string library = library_.string();
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
      execl(MESS_BIN_DIR "/mess-library", "mess-library", "--library", library.c_str(), "--lang", "en", "pin",
            nullptr);
      _exit(127);
    }
    std::string shown;
    std::size_t answered = 0, looked = 0;
    char bytes[256];
    for (ssize_t got = 0; (got = ::read(terminal, bytes, sizeof bytes)) > 0;) {
      shown.append(bytes, static_cast<std::size_t>(got));
      const std::size_t question = shown.find(": ", looked);
      if (question == std::string::npos || answered == answers.size()) continue;
      looked = question + 2;
      const std::string& answer = answers[answered++];
      EXPECT_EQ(::write(terminal, answer.data(), answer.size()), static_cast<ssize_t>(answer.size()));
    }
    int status = 0;
    waitpid(child, &status, 0);
    close(terminal);
    exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return shown;
  }
};

TEST_F(CliPin, IsReadFromAPipe) {
  for (const char* line : {"482915\n", "482915", "482915\r\n", "482915\nmore\n"}) {
    const Finished set = pin(line);
    EXPECT_EQ(set.exit, 0) << set.err;
    EXPECT_THAT(set.err, HasSubstr("PIN saved"));
    EXPECT_THAT(set.err + set.out, Not(HasSubstr("482915")));
    EXPECT_TRUE(opens("482915"));
  }
  EXPECT_EQ(pin("739164\n", {"--json"}).json()["pin"], true);
  EXPECT_FALSE(opens("482915"));
  EXPECT_TRUE(opens("739164"));
}

TEST_F(CliPin, IsRefusedWithASentenceThatSaysWhy) {
  ASSERT_EQ(pin("482915\n").exit, 0);
  const std::string kept = read_file(library_ / "staff.lock");
  const struct {
    std::string line;
    const char* sentence;
  } cases[] = {{"", "No PIN was given"},        {"\n", "too short"},
               {"12345\n", "too short"},        {"4829157362048\n", "too long"},
               {"48291a\n", "something else"},  {"000000\n", "repeats one digit"},
               {"123456\n", "a run"},           {"987654\n", "a run"},
               {"482915 \n", "something else"}, {std::string(500, '7') + "\n", "too long"}};
  for (const auto& c : cases) {
    const Finished refused = pin(c.line);
    EXPECT_EQ(refused.exit, 1) << c.line;
    EXPECT_THAT(refused.err, HasSubstr(c.sentence)) << c.line;
    EXPECT_EQ(read_file(library_ / "staff.lock"), kept) << c.line;
  }
  EXPECT_EQ(pin("12345\n", {"--json"}).json()["error"]["kind"], "invalid");
}

TEST_F(CliPin, IsRemoved) {
  ASSERT_EQ(pin("482915\n").exit, 0);
  EXPECT_EQ(pin("", {"--remove"}).exit, 0);
  EXPECT_FALSE(std::filesystem::exists(library_ / "staff.lock"));
  EXPECT_EQ(pin("", {"--remove", "--json"}).json()["pin"], false);
}

TEST_F(CliPin, MakesNoLibraryWhereThereIsNone) {
  std::filesystem::remove_all(library_);
  const Finished set = pin("482915\n");
  EXPECT_EQ(set.exit, 1);
  EXPECT_FALSE(std::filesystem::exists(library_));
}

TEST_F(CliPin, IsAskedForTwiceOnATerminalAndNeverShown) {
  int exit = -1;
  const std::string shown = at_terminal({"482915\n", "482915\n"}, exit);
  EXPECT_EQ(exit, 0) << shown;
  EXPECT_THAT(shown, HasSubstr("PIN saved"));
  EXPECT_THAT(shown, Not(HasSubstr("4829")));
  EXPECT_TRUE(opens("482915"));
}

TEST_F(CliPin, OnATerminalTwoThatDifferOrCtrlCChangeNothing) {
  ASSERT_EQ(pin("482915\n").exit, 0);
  const struct {
    std::vector<std::string> answers;
    const char* sentence;
  } cases[] = {{{"739164\n", "739165\n"}, "not the same"},
               {{"7391\x03"}, "No PIN was given"},
               {{"739164\n", "\x04"}, "No PIN was given"},
               {{"123456\n"}, "a run"}};
  for (const auto& c : cases) {
    int exit = -1;
    const std::string shown = at_terminal(c.answers, exit);
    EXPECT_EQ(exit, 1) << shown;
    EXPECT_THAT(shown, HasSubstr(c.sentence));
    EXPECT_TRUE(opens("482915"));
  }
}

TEST_F(CliPin, OnATerminalTheLastDigitCanBeTakenBack) {
  int exit = -1;
  at_terminal({"48299\x7F"
               "15\n",
               "482915\n"},
              exit);
  EXPECT_EQ(exit, 0);
  EXPECT_TRUE(opens("482915"));
}

}  // namespace
}  // namespace mess::kiosk
