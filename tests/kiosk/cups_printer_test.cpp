// CUPS: what its states mean, no print system at all, and a printer of its own kind when there is one here.
#include "kiosk/services/cups_printer.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "kiosk/services/picture_pdf.h"
#include "kiosk/services/print_pages.h"

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

TEST(CupsPrinter, StatesAreSaidAsAVisitorNeedsThem) {
  const struct {
    int job;
    std::vector<std::string> reasons;
    PrintStage stage;
  } cases[] = {
      {3, {"none"}, PrintStage::sent},
      {3, {}, PrintStage::sent},
      {5, {"none"}, PrintStage::printing},
      {5, {"media-empty-error"}, PrintStage::out_of_paper},
      {3, {"media-needed"}, PrintStage::out_of_paper},
      {5, {"toner-low-report", "media-empty-warning"}, PrintStage::out_of_paper},
      {5, {"toner-low-report"}, PrintStage::printing},
      {5, {"media-jam-error"}, PrintStage::needs_help},
      {3, {"paused"}, PrintStage::needs_help},
      {6, {"none"}, PrintStage::needs_help},
      {4, {"none"}, PrintStage::needs_help},
      {3, {"offline-report"}, PrintStage::unreachable},
      {5, {"connecting-to-device"}, PrintStage::unreachable},
      {7, {"media-empty"}, PrintStage::cancelled},
      {8, {}, PrintStage::refused},
      {9, {"media-empty"}, PrintStage::done},
      {0, {}, PrintStage::sent},
      {99, {""}, PrintStage::sent},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(stage_of(c.job, c.reasons), c.stage) << c.job << " " << (c.reasons.empty() ? "" : c.reasons[0]);
  }
}

TEST(CupsPrinter, WithoutAPrintSystemThereIsNone) {
  const fs::path nobody = fs::temp_directory_path() / "mess-no-cups.sock";
  CupsPrinter printer({nobody.string(), 0, "/printers/"});
  EXPECT_FALSE(printer.find(""));
  EXPECT_FALSE(printer.find("Accueil"));
  const auto sent = printer.send("Accueil", 0);
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().kind, ErrorKind::not_found);
  EXPECT_EQ(printer.stage("Accueil", 1), PrintStage::unreachable);
  EXPECT_FALSE(printer.cancel("Accueil", 1));
}

// ippeveprinter: a printer as a program, from cups-ipp-utils. Needs no print system, but a free port.
class PrinterProgram {
 public:
  PrinterProgram(const fs::path& folder, int port) {
    pid_ = ::fork();
    if (pid_ != 0) return;
    const std::string at = std::to_string(port);
    ::execlp("ippeveprinter", "ippeveprinter", "-r", "off", "-n", "localhost", "-p", at.c_str(), "-k", "-d",
             folder.c_str(), "-f", "application/pdf", "Essai", nullptr);
    ::_exit(127);
  }
  ~PrinterProgram() {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }

 private:
  pid_t pid_ = -1;
};

TEST(CupsPrinter, PrintsOnAPrinterThatIsThere) {
  if (std::system("command -v ippeveprinter >/dev/null") != 0) GTEST_SKIP() << "no ippeveprinter here";
  const fs::path folder = fs::temp_directory_path() / ("mess-ipp-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const int port = 20000 + ::getpid() % 20000;
  const PrinterProgram program(folder, port);
  CupsPrinter printer({"localhost", port, "/ipp/"});
  std::optional<PrinterFacts> found;
  for (int i = 0; i < 50 && !found; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    found = printer.find("print");
  }
  if (!found) {
    fs::remove_all(folder);
    GTEST_SKIP() << "ippeveprinter does not run here";
  }
  EXPECT_EQ(found->name, "print");
  auto file = nameless_file(folder);
  ASSERT_TRUE(file);
  PicturePdf pdf(file->get(), folder, most_print_bytes);
  ASSERT_TRUE(pdf.add(std::vector<std::uint8_t>(1000, 0xFF), 10, 10, on_a4(595, 842)));
  ASSERT_TRUE(pdf.end());
  const auto size = ::lseek(file->get(), 0, SEEK_CUR);
  ::lseek(file->get(), 0, SEEK_SET);
  const auto job = printer.send("print", file->get());
  ASSERT_TRUE(job) << job.error().what;
  PrintStage stage = PrintStage::sent;
  for (int i = 0; i < 100 && !is_over(stage); ++i) {
    stage = printer.stage("print", *job);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_EQ(stage, PrintStage::done);
  std::uintmax_t printed = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") printed = entry.file_size();
  }
  EXPECT_EQ(printed, static_cast<std::uintmax_t>(size)) << "the printer has all of it";
  EXPECT_FALSE(printer.find("nobody")) << "another name is another printer";
  fs::remove_all(folder);
}

}  // namespace
}  // namespace mess::kiosk
