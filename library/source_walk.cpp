#include "library/source_walk.h"

#include <algorithm>
#include <cerrno>
#include <set>
#include <string>
#include <system_error>

#include "library/file_handle.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

class Walk {
 public:
  explicit Walk(SourceWalk& found) : found_(found) {}

  void source(const fs::path& given) {
    std::error_code error;
    const fs::file_status status = fs::status(given, error);
    if (fs::is_directory(status)) return folder(given);
    if (!fs::exists(status)) {
      const int number = error ? error.value() : ENOENT;
      return refuse(given, given.filename(), system_error(number, "find this file or folder", given));
    }
    const fs::path name = given.filename();
    if (lower_case(name.native()) == "catalogue.csv") {
      found_.side_files.push_back(given);
    } else {
      file(given, name);
    }
  }

 private:
  void folder(const fs::path& root) {
    const auto start = static_cast<std::ptrdiff_t>(found_.files.size());
    std::vector<fs::path> pending{root};
    while (!pending.empty()) {
      const fs::path here = pending.back();
      pending.pop_back();
      std::error_code error;
      fs::directory_iterator entry(here, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        look_at(*entry, root, pending);
      }
      if (error)
        refuse(here, here.lexically_relative(root), system_error(error.value(), "read this folder", here));
    }
    std::sort(found_.files.begin() + start, found_.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  }

  void look_at(const fs::directory_entry& entry, const fs::path& root, std::vector<fs::path>& pending) {
    const fs::path& path = entry.path();
    if (is_hidden(path)) return;
    std::error_code error;
    if (entry.is_directory(error) && !entry.is_symlink(error)) return pending.push_back(path);
    const std::string name = lower_case(path.filename().native());
    if (name == "catalogue.csv") return found_.side_files.push_back(path);
    if (name.ends_with(".pdf") && !entry.is_directory(error)) file(path, path.lexically_relative(root));
  }

  void file(const fs::path& path, const fs::path& below) {
    std::error_code error;
    const fs::path resolved = fs::canonical(path, error);
    // A link that leads nowhere, or round in a circle.
    if (error) return refuse(path, below, system_error(error.value(), "find this file", path));
    if (!seen_.insert(resolved.native()).second) return;
    const std::uintmax_t size = fs::file_size(resolved, error);
    found_.files.push_back({path, below, error ? 0 : static_cast<std::int64_t>(size), std::nullopt});
  }

  void refuse(const fs::path& path, const fs::path& below, Error why) {
    found_.files.push_back({path, below, 0, std::move(why)});
  }

  SourceWalk& found_;
  std::set<std::string> seen_;  // resolved paths
};

}  // namespace

SourceWalk walk_sources(const std::vector<fs::path>& sources) {
  SourceWalk found;
  Walk walk(found);
  for (const fs::path& given : sources) walk.source(given);
  return found;
}

}  // namespace mess::library
