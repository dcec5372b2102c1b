#include "cli_fixture.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

std::string numbered(int number, const std::string& body) {
  return std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
}

// In the child between fork and exec.
[[noreturn]] void become(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                         const fs::path& said, const fs::path& folder) {
  const bool ready = freopen((said / "in").c_str(), "r", stdin) &&
                     freopen((said / "out").c_str(), "w", stdout) &&
                     freopen((said / "err").c_str(), "w", stderr) && chdir(folder.c_str()) == 0;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG", "MESS_LIBRARY", "DISPLAY", "WAYLAND_DISPLAY"}) {
    unsetenv(name);
  }
  std::vector<std::string> settings = environment, words = command;
  for (std::string& setting : settings) putenv(setting.data());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  if (ready) execvp(argv[0], argv.data());
  _exit(127);
}

}  // namespace

std::string small_pdf(const std::vector<std::string>& pages, const std::string& info) {
  std::vector<std::string> objects;
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(5 + 2 * i) + " 0 R ";
  objects.push_back("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push_back("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  objects.push_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  objects.push_back("<< " + info + " >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string drawing = "BT /F1 12 Tf 50 700 Td (" + pages[i] + ") Tj ET";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(6 + 2 * i) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    objects.push_back("<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing +
                      "\nendstream");
  }
  std::string pdf = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", pdf.size());
    table += line;
    pdf += numbered(static_cast<int>(i) + 1, objects[i]);
  }
  const std::string count = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + count +
         " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + std::to_string(pdf.size()) + "\n%%EOF\n";
}

void write_file(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_file(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

Cli::Cli() {
  std::string name = (fs::temp_directory_path() / "mess-cli-XXXXXX").string();
  root_ = mkdtemp(name.data());
  pdfs_ = root_ / "pdfs";
  library_ = root_ / "library";
  fs::create_directories(pdfs_);
}

Cli::~Cli() {
  std::error_code ignored;  // a folder that stays in /tmp fails no test
  fs::remove_all(root_, ignored);
}

Finished Cli::run(std::vector<std::string> arguments, const std::vector<std::string>& environment,
                  const std::string& input) const {
  const std::vector<std::string> first{MESS_BIN_DIR "/mess-library", "--library", library_.string(), "--lang",
                                       "en"};
  arguments.insert(arguments.begin(), first.begin(), first.end());
  return start(arguments, environment, ".", input);
}

Finished Cli::start(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                    const fs::path& folder, const std::string& input) {
  std::string name = (fs::temp_directory_path() / "mess-run-XXXXXX").string();
  const fs::path said = mkdtemp(name.data());
  write_file(said / "in", input);
  const pid_t child = fork();
  if (child == 0) become(command, environment, said, folder);
  int status = 0;
  waitpid(child, &status, 0);
  Finished finished{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(said / "out"),
                    read_file(said / "err")};
  fs::remove_all(said);
  return finished;
}

}  // namespace mess::kiosk
