#include "library/load_records.h"

#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include "library/file_handle.h"
#include "library/file_store.h"
#include "library/sha256.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_side_file = 64 << 20;

Result<std::string> whole_file(const fs::path& path) {
  const auto handle = open_for_reading(path);
  if (!handle) return tl::make_unexpected(handle.error());
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return tl::make_unexpected(system_error(error.value(), "read this file", path));
  if (size > largest_side_file) {
    return fail(ErrorKind::too_large, "this catalogue.csv is larger than 64 MB", display_name(path));
  }
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(size, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

std::string hash_of(const std::string& bytes) {
  Sha256 hash;
  hash.update({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  return hash.hex();
}

}  // namespace

Result<void> LoadRecords::read(const std::vector<fs::path>& side_files, const Catalogue& catalogue) {
  for (const fs::path& path : side_files) {
    const auto stamp = stamp_of(path);
    const auto bytes = whole_file(path);
    if (!stamp || !bytes) {
      const Error& error = stamp ? bytes.error() : stamp.error();
      remarks_.push_back(display_name(path) + ": " + error.what);
      continue;
    }
    Known known{path, *stamp, hash_of(*bytes), true, parse_side_file(*bytes)};
    // By its content, not by its time: a copy of the folder on another key says nothing new.
    const auto before = catalogue.hash_of_source(known.stamp);
    if (!before) return tl::make_unexpected(before.error());
    known.changed = *before != known.sha256;
    for (const std::string& fault : known.content.faults) {
      remarks_.push_back(display_name(path) + ": " + fault);
    }
    files_.push_back(std::move(known));
  }
  return {};
}

void LoadRecords::attach(const std::vector<LoadJobPointer>& jobs) {
  std::map<std::string, LoadJob*> job_of_path;
  if (files_.empty()) return;
  for (const LoadJobPointer& job : jobs)
    job_of_path[job->source.path.lexically_normal().native()] = job.get();
  for (const Known& file : files_) {
    for (const auto& [name, record] : file.content.records) {
      const fs::path named = (file.path.parent_path() / name).lexically_normal();
      const fs::path ended = named.native() + ".pdf";  // people leave the ending out
      auto found = job_of_path.find(named.native());
      if (found == job_of_path.end()) found = job_of_path.find(ended.native());
      if (found != job_of_path.end()) {
        found->second->side = &record;
        found->second->side_is_new = file.changed;
        continue;
      }
      std::error_code ignored;
      if (!fs::exists(named, ignored) && !fs::exists(ended, ignored)) {
        remarks_.push_back(display_name(file.path) + ": names " + name + ", which is not there");
      }
    }
  }
}

Result<void> LoadRecords::remember(Catalogue& catalogue) const {
  for (const Known& file : files_) {
    if (!file.changed) continue;
    if (auto done = catalogue.remember_source(file.stamp, file.sha256); !done) return done;
  }
  return {};
}

}  // namespace mess::library
