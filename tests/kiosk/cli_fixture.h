#pragma once
// Runs the real mess-library as a process, on a library in a temporary folder, with PDFs made on the spot.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace mess::kiosk {

// A PDF of one line of Helvetica a page; `info` goes into its Info dictionary, such as "/Title (Rapport)".
std::string small_pdf(const std::vector<std::string>& pages, const std::string& info = "");
void write_file(const std::filesystem::path& file, const std::string& bytes);
std::string read_file(const std::filesystem::path& file);

struct Finished {
  int exit = -1;  // -1: ended by a signal
  std::string out, err;
  nlohmann::json json() const { return nlohmann::json::parse(out); }
};

class Cli : public testing::Test {
 protected:
  Cli();
  ~Cli() override;

  // With --library and --lang en before the arguments. `environment` entries are NAME=VALUE.
  Finished run(std::vector<std::string> arguments, const std::vector<std::string>& environment = {},
               const std::string& input = "") const;
  // The bare program, or any other.
  static Finished start(const std::vector<std::string>& command,
                        const std::vector<std::string>& environment = {},
                        const std::filesystem::path& folder = ".", const std::string& input = "");
  void put(const std::string& name, const std::string& bytes) const { write_file(pdfs_ / name, bytes); }

  std::filesystem::path root_, pdfs_, library_;
};

}  // namespace mess::kiosk
