#include "library/load_records.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

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

// Without what other systems change in a name: the case of letters, and whether an accent is a sign of its
// own.
std::string folded(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return name;
  std::string made;
  fold->normalize(icu::UnicodeString::fromUTF8(name), status).toUTF8String(made);
  return U_FAILURE(status) ? name : made;
}

using Paths = std::array<fs::path, 2>;

// What a line may mean: people leave the ending out.
Paths paths_of(const fs::path& side_file, const std::string& name) {
  const fs::path named = (side_file.parent_path() / name).lexically_normal();
  return {named, named.native() + ".pdf"};
}

bool is_any_there(const Paths& paths) {
  std::error_code ignored;
  return fs::exists(paths[0], ignored) || fs::exists(paths[1], ignored);
}

class JobsByName {
 public:
  explicit JobsByName(const std::vector<LoadJobPointer>& jobs) {
    for (const LoadJobPointer& job : jobs) {
      const std::string path = job->source.path.lexically_normal().native();
      exactly_[path] = job.get();
      nearly_[folded(path)].push_back(job.get());
    }
  }
  LoadJob* find(const Paths& paths) const {
    for (const fs::path& path : paths) {
      if (const auto found = exactly_.find(path.native()); found != exactly_.end()) return found->second;
    }
    return nullptr;
  }
  // The only one that is called nearly so, unless a line of its own names it.
  LoadJob* find_near(const Paths& paths) const {
    for (const fs::path& path : paths) {
      const auto found = nearly_.find(folded(path.native()));
      if (found == nearly_.end()) continue;
      LoadJob* const job = found->second.front();
      return found->second.size() == 1 && job->side == nullptr ? job : nullptr;
    }
    return nullptr;
  }

 private:
  std::map<std::string, LoadJob*> exactly_;
  std::map<std::string, std::vector<LoadJob*>> nearly_;
};

}  // namespace

Result<void> LoadRecords::read(const std::vector<fs::path>& side_files, const Catalogue& catalogue) {
  for (const fs::path& path : side_files) {
    const auto stamp = stamp_of(path);
    const auto bytes = whole_file(path);
    if (!stamp || !bytes) {
      const Error& error = stamp ? bytes.error() : stamp.error();
      remarks_.push_back({path, 0, {}, error.what});
      continue;
    }
    Known known{path, *stamp, hash_of(*bytes), true, parse_side_file(*bytes)};
    // By its content, not by its time: a copy of the folder on another key says nothing new.
    const auto before = catalogue.hash_of_source(known.stamp);
    if (!before) return tl::make_unexpected(before.error());
    known.changed = *before != known.sha256;
    for (const SideFault& fault : known.content.faults) remarks_.push_back({path, fault.row, {}, fault.what});
    files_.push_back(std::move(known));
  }
  return {};
}

void LoadRecords::attach(const std::vector<LoadJobPointer>& jobs) {
  if (files_.empty()) return;
  const JobsByName by_name(jobs);
  for (const Known& file : files_) {
    std::vector<const std::pair<const std::string, SideRecord>*> others;
    const auto give = [&](LoadJob* job, const SideRecord& record) {
      if (job == nullptr) return false;
      job->side = &record;
      job->side_is_new = file.changed;
      return true;
    };
    for (const auto& line : file.content.records) {
      if (!give(by_name.find(paths_of(file.path, line.first)), line.second)) others.push_back(&line);
    }
    for (const auto* line : others) {
      const Paths paths = paths_of(file.path, line->first);
      if (give(by_name.find_near(paths), line->second) || is_any_there(paths)) continue;
      const std::string what = "names " + line->first + ", which is not there";
      remarks_.push_back({file.path, line->second.row, line->first, what});
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
