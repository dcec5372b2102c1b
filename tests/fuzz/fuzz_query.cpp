// fuzz_query [--seconds N] [--seed S] [--runs N]   asks search for hostile queries, always the same ones for
// a seed, and checks every answer. fuzz_query --input FILE asks for one again. A child process asks, so that
// an input that ends it can still be told; it is written to fuzz_query-failed in the temporary folder.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <new>
#include <thread>

#include <CLI/CLI.hpp>

#include "query_check.h"
#include "query_inputs.h"

namespace mess::fuzz {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Input {
  std::size_t size = 0;
  char bytes[longest_input + 8] = {};
  void set(std::string_view text) {
    size = std::min(text.size(), sizeof bytes);
    std::memcpy(bytes, text.data(), size);
  }
  std::string_view view() const { return {bytes, size}; }
};

// Seen by both processes.
struct Progress {
  Input now, slowest;
  std::uint64_t runs = 0;
  double slowest_ms = 0, seconds = 0;
  bool has_ended = false;
};

struct Options {
  double seconds = 10;
  std::uint64_t seed = 1, runs = 0;
  std::string input;
};

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

// As a C++ string, long ones cut.
std::string printable(std::string_view text) {
  constexpr std::size_t most = 400;
  std::string shown = "\"";
  for (const char c : text.substr(0, most)) {
    char escaped[8];
    if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
      shown += c;
    } else {
      std::snprintf(escaped, sizeof escaped, "\\%03o", static_cast<unsigned char>(c));
      shown += escaped;
    }
  }
  return shown + (text.size() > most ? "\"… of " + std::to_string(text.size()) + " bytes" : "\"");
}

// 0, or 1 when a promise is broken; a crash ends the process.
int ask(const Options& options, Progress& progress) {
  QueryCheck check;
  InputMaker maker(options.seed);
  const auto began = Clock::now();
  const auto is_over = [&] {
    progress.seconds = seconds_since(began);
    return options.runs > 0 ? progress.runs >= options.runs : progress.seconds >= options.seconds;
  };
  while (!is_over()) {
    progress.now.set(maker.next());
    const auto asked = Clock::now();
    if (const std::string fault = check.fault_of(progress.now.view()); !fault.empty()) {
      std::cerr << "fuzz_query: " << fault << "\n";
      return 1;
    }
    ++progress.runs;
    if (const double ms = 1000 * seconds_since(asked); ms > progress.slowest_ms) {
      progress.slowest_ms = ms;
      progress.slowest.set(progress.now.view());
    }
  }
  progress.has_ended = true;
  return 0;
}

int ask_for_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string input{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    std::cerr << "fuzz_query: " << file << " cannot be read\n";
    return 2;
  }
  const auto began = Clock::now();
  const std::string fault = QueryCheck().fault_of(input);
  std::cout << (fault.empty() ? "all is as promised" : fault) << ", " << seconds_since(began) << " s\n";
  return fault.empty() ? 0 : 1;
}

void tell_failed(const Progress& progress) {
  const fs::path file = fs::temp_directory_path() / "fuzz_query-failed";
  std::ofstream(file, std::ios::binary) << progress.now.view();
  std::cerr << "fuzz_query: input " << progress.runs + 1 << " failed: " << printable(progress.now.view())
            << "\nonce more: fuzz_query --input " << file.string() << "\n";
}

int fuzz(const Options& options) {
  void* shared = ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 2;
  auto& progress = *new (shared) Progress;
  const pid_t child = ::fork();
  if (child < 0) return 2;
  if (child == 0) return ask(options, progress);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!progress.has_ended) {
    tell_failed(progress);
    return 1;
  }
  std::cout << progress.runs << " inputs, seed " << options.seed << ", "
            << static_cast<double>(progress.runs) / progress.seconds << " a second; slowest "
            << progress.slowest_ms << " ms: " << printable(progress.slowest.view().substr(4)) << "\n";
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;  // leaks end a child that has asked all
}

}  // namespace
}  // namespace mess::fuzz

int main(int argc, char** argv) {
  mess::fuzz::Options options;
  CLI::App app{"Asks search for hostile queries and checks every answer."};
  app.add_option("--seconds", options.seconds);
  app.add_option("--runs", options.runs, "so many inputs, whatever the time");
  app.add_option("--seed", options.seed);
  app.add_option("--input", options.input, "a file that failed");
  CLI11_PARSE(app, argc, argv);
  try {
    return options.input.empty() ? mess::fuzz::fuzz(options) : mess::fuzz::ask_for_file(options.input);
  } catch (const std::exception& thrown) {
    std::cerr << "fuzz_query: " << thrown.what() << "\n";
    return 2;
  }
}
