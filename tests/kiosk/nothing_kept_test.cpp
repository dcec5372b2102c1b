// Nothing personal is kept: four visitors write twelve words. When they have gone none of these stands in the
// memory of the kiosk, in that of the processes it started, or in a file; while they are there, each does.
//
// Looked for is a word without its last two letters, as it was written and as search folds it, in UTF-8,
// UTF-16 and UTF-32. Of a word that no language has also the first letter is left out: a short string that
// was moved elsewhere leaves all but its first byte where it was. Out of reach are pictures of words
// (textures, the screen), the kernel's own buffers and cache of pages, and swap.

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "../library/support/arabic_pdf.h"
#include "cli_fixture.h"
#include "index/normaliser.h"
#include "planted_words.h"
#include "process_memory.h"

namespace mess::kiosk {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool freed_memory_is_kept = true;  // by the sanitizer, on purpose
#else
constexpr bool freed_memory_is_kept = false;
#endif

constexpr int patience_ms = 120'000;

std::u32string letters_of(const Planting& planting) {
  const PlantedWord& word = planting.word;
  std::u32string letters;
  for (std::size_t at = planting.found ? 0 : 1; at + 2 < word.length; ++at) letters += word.letter(at);
  return letters;
}

template <class Unit>
std::string bytes_of(const std::u32string& letters) {
  std::basic_string<Unit> units;
  for (const char32_t letter : letters) units += static_cast<Unit>(letter);
  return {reinterpret_cast<const char*>(units.data()), units.size() * sizeof(Unit)};
}

std::string utf8_of(const std::u32string& letters) {
  std::string text;
  for (const char32_t letter : letters) library::append_utf8(text, letter);
  return text;
}

std::vector<std::string> needles_of(const Planting& planting) {
  const std::u32string written = letters_of(planting);
  std::u32string folded;
  const std::string form = index::fold(utf8_of(written));
  for (std::size_t at = 0; at < form.size();) {
    const auto letter = library::utf8_character(form, at);
    folded += letter.code;
    at += letter.bytes;
  }
  std::vector<std::string> needles;
  for (const std::u32string& letters : {written, folded}) {
    for (std::string& bytes :
         std::vector{utf8_of(letters), bytes_of<char16_t>(letters), bytes_of<char32_t>(letters)}) {
      if (std::find(needles.begin(), needles.end(), bytes) == needles.end())
        needles.push_back(std::move(bytes));
    }
  }
  return needles;
}

std::vector<std::string> all_needles() {
  std::vector<std::string> all;
  for (const Planting& planting : planted_words) {
    for (std::string& needle : needles_of(planting)) all.push_back(std::move(needle));
  }
  return all;
}

std::string lines(const std::vector<std::string>& found) {
  std::string all;
  for (const std::string& place : found) all += "\n  " + place;
  return all;
}

class NothingKept : public Cli {
 protected:
  void SetUp() override {
    if (freed_memory_is_kept) GTEST_SKIP() << "a sanitizer keeps what is freed";
    using library::samples::ArabicPage;
    using library::samples::Setting;
    put("conseil.pdf", small_pdf({"Le conseil va d\\351lib\\351rer et travailler, puis vendanger.",
                                  "Travailler la terre, d\\351lib\\351rer ensemble, vendanger."},
                                 "/Title (Conseil)"));
    put("wahat.pdf", ArabicPage({"هذه تعاونية في الواحة", "فلاحة الواحة ماء وأرض", "فلاحة تعاونية"},
                                Setting::from_the_right)
                         .pdf());
    const Finished added = run({"add", pdfs_.string()});
    ASSERT_EQ(added.exit, 0) << added.err;
  }

  // Home, cache, data and temporary folders of the kiosk lie beside the library, where they are looked
  // through.
  void start();
  // The kiosk goes on, and tells what it has done next.
  std::string next();
  int end();
  void TearDown() override {
    if (kiosk_ > 0) kill(kiosk_, SIGKILL);  // a test that failed midway
    end();
  }

  std::vector<std::string> in_memory(const std::vector<std::string>& needles) const {
    std::vector<std::string> found;
    for (const pid_t process : with_children(kiosk_)) {
      for (std::string& place : found_in_memory(process, needles)) found.push_back(std::move(place));
    }
    return found;
  }

  pid_t kiosk_ = -1;
  int to_kiosk_ = -1, from_kiosk_ = -1;
};

void NothingKept::start() {
  int to[2], from[2];
  ASSERT_EQ(pipe2(to, O_CLOEXEC), 0);
  ASSERT_EQ(pipe2(from, O_CLOEXEC), 0);
  std::vector<std::string> settings;
  for (const char* name : {"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR"}) {
    std::filesystem::create_directories(root_ / name);
    settings.push_back(name + ("=" + (root_ / name).string()));
  }
  const std::string program = MESS_BIN_DIR "/planted_visit", folder = library_.string();
  kiosk_ = fork();
  if (kiosk_ == 0) {
    dup2(to[0], STDIN_FILENO);
    dup2(from[1], STDOUT_FILENO);
    for (std::string& setting : settings) putenv(setting.data());
    execl(program.c_str(), program.c_str(), folder.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(to[0]);
  close(from[1]);
  to_kiosk_ = to[1];
  from_kiosk_ = from[0];
}

std::string NothingKept::next() {
  std::string line;
  for (char letter = 0;;) {
    pollfd wait{from_kiosk_, POLLIN, 0};
    if (poll(&wait, 1, patience_ms) <= 0) return "nothing for two minutes";
    if (read(from_kiosk_, &letter, 1) != 1) return "ended";
    if (letter == '\n') return line;
    line += letter;
  }
}

int NothingKept::end() {
  if (kiosk_ < 0) return -1;
  close(to_kiosk_);
  close(from_kiosk_);
  int status = 0;
  waitpid(std::exchange(kiosk_, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(NothingKept, OfWhatVisitorsWrote) {
  start();
  const auto go_on = [&] { ASSERT_EQ(::write(to_kiosk_, "\n", 1), 1); };
  const std::vector<std::string> all = all_needles();
  const std::string begun = next();
  if (begun == "no OpenGL") {
    end();
    GTEST_SKIP() << "no OpenGL without a window here";
  }
  ASSERT_EQ(begun, "begun");
  EXPECT_TRUE(in_memory(all).empty()) << "before anybody came:" << lines(in_memory(all));
  const struct {
    std::size_t first, words;
    const char* end;
  } visits[] = {
      {0, words_a_visit, "goodbye"},
      {words_a_visit, words_a_visit, "idle"},
      {2 * words_a_visit, 1, "silence"},
      {2 * words_a_visit + 1, 1, "staff door"},
  };
  for (const auto& visit : visits) {
    for (std::size_t number = visit.first; number < visit.first + visit.words; ++number) {
      go_on();
      ASSERT_EQ(next(), "planted " + std::to_string(number));
      EXPECT_FALSE(in_memory(needles_of(planted_words[number])).empty())
          << "the search itself finds nothing: word " << number;
    }
    go_on();
    ASSERT_EQ(next(), visit.end);
    const std::vector<std::string> left = in_memory(all);
    EXPECT_TRUE(left.empty()) << "after the " << visit.end << ":" << lines(left);
  }
  go_on();
  EXPECT_EQ(end(), 0);
  const std::vector<std::string> left = found_in_files(root_, all);
  EXPECT_TRUE(left.empty()) << "in files:" << lines(left);
}

}  // namespace
}  // namespace mess::kiosk
