#include "process_memory.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace mess::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk = 4 << 20, most_told = 40, shown_around = 48;

// Letters as they are, what is none as a point.
std::string around(std::string_view bytes, std::size_t at, std::size_t length) {
  const std::size_t from = at < shown_around ? 0 : at - shown_around;
  std::string shown;
  for (const char byte : bytes.substr(from, length + 2 * shown_around)) {
    const auto code = static_cast<unsigned char>(byte);
    shown += code >= 0x80 || std::isprint(code) != 0 ? byte : '.';
  }
  return shown;
}

void look(std::string_view bytes, std::size_t first_new, const std::vector<std::string>& needles,
          const std::string& where, std::uint64_t address, std::vector<std::string>& found) {
  for (const std::string& needle : needles) {
    const std::size_t from = first_new < needle.size() ? 0 : first_new - needle.size() + 1;
    for (std::size_t at = bytes.find(needle, from); at != std::string_view::npos && found.size() < most_told;
         at = bytes.find(needle, at + 1)) {
      char place[32];
      std::snprintf(place, sizeof place, " at %llx: ", static_cast<unsigned long long>(address + at));
      found.push_back(where + place + around(bytes, at, needle.size()));
    }
  }
}

std::size_t longest(const std::vector<std::string>& needles) {
  std::size_t most = 1;
  for (const std::string& needle : needles) most = std::max(most, needle.size());
  return most;
}

// From a file descriptor, the bytes begin..end.
void look_through(int file, std::uint64_t begin, std::uint64_t end, const std::vector<std::string>& needles,
                  const std::string& where, std::vector<std::string>& found) {
  const std::size_t kept = longest(needles);
  std::string bytes;
  for (std::uint64_t at = begin; at < end;) {
    if (bytes.size() > kept) bytes.erase(0, bytes.size() - kept);
    const std::size_t old = bytes.size(), wanted = std::min<std::uint64_t>(chunk, end - at);
    bytes.resize(old + wanted);
    const ssize_t got = ::pread(file, bytes.data() + old, wanted, static_cast<off_t>(at));
    if (got <= 0) return;  // a guard page, or the end of a file that shrank
    bytes.resize(old + static_cast<std::size_t>(got));
    look(bytes, old, needles, where, at - old, found);
    at += static_cast<std::uint64_t>(got);
  }
}

}  // namespace

std::vector<pid_t> with_children(pid_t process) {
  std::vector<pid_t> all{process};
  std::error_code gone;
  for (const auto& task : fs::directory_iterator("/proc/" + std::to_string(process) + "/task", gone)) {
    std::ifstream children(task.path() / "children");
    for (pid_t child = 0; children >> child;) {
      for (const pid_t one : with_children(child)) all.push_back(one);
    }
  }
  return all;
}

std::vector<std::string> found_in_memory(pid_t process, const std::vector<std::string>& needles) {
  std::vector<std::string> found;
  const std::string of = "/proc/" + std::to_string(process);
  const int memory = ::open((of + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  if (memory < 0) return {"the memory of " + std::to_string(process) + " cannot be read"};
  std::ifstream maps(of + "/maps");
  for (std::string line; std::getline(maps, line);) {
    std::istringstream parts(line);
    std::uint64_t begin = 0, end = 0;
    char dash = 0;
    std::string rights, offset, device, inode, name;
    parts >> std::hex >> begin >> dash >> end >> rights >> offset >> device >> inode >> name;
    if (!rights.starts_with("rw") || rights[3] != 'p') continue;
    const std::string where = std::to_string(process) + " " + (name.empty() ? "memory" : name);
    look_through(memory, begin, end, needles, where, found);
  }
  ::close(memory);
  return found;
}

std::vector<std::string> found_in_files(const fs::path& folder, const std::vector<std::string>& needles) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
      found.push_back(entry.path().string() + " cannot be read");
      continue;
    }
    look_through(file, 0, entry.file_size(), needles, entry.path().string(), found);
    ::close(file);
  }
  return found;
}

}  // namespace mess::kiosk
