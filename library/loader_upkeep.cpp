#include <filesystem>
#include <set>
#include <system_error>

#include "library/catalogue.h"
#include "library/file_handle.h"
#include "library/file_store.h"
#include "library/loader.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

// The files of a folder that is one shard deep (files/, covers/), or of none when it is not there.
Result<std::vector<fs::path>> files_below(const fs::path& root) {
  std::vector<fs::path> files;
  std::error_code error;
  if (!fs::exists(root, error)) return files;
  fs::recursive_directory_iterator entry(root, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;  // vanished meanwhile
    if (!entry->is_directory(ignored)) files.push_back(entry->path());
  }
  if (error) return tl::make_unexpected(system_error(error.value(), "read this folder", root));
  return files;
}

// The number of files that went: the PDF and its cover.
int remove_stored(const LibraryFolder& folder, const std::string& sha256) {
  int removed = 0;
  for (const fs::path& file : {folder.file_of(sha256), folder.cover_of(sha256)}) {
    std::error_code ignored;  // what cannot be removed now is tried again the next time
    if (fs::remove(file, ignored)) ++removed;
  }
  return removed;
}

}  // namespace

Result<int> clean_up(const LibraryFolder& folder) {
  const auto catalogue = Catalogue::open(folder, Catalogue::Mode::read_only);
  if (!catalogue) {
    // Nothing was ever loaded here, so nothing can have been left.
    if (catalogue.error().kind == ErrorKind::not_found) return 0;
    return tl::make_unexpected(catalogue.error());
  }
  int removed = 0;
  const auto staged = files_below(folder.staging());
  if (!staged) return tl::make_unexpected(staged.error());
  for (const fs::path& file : *staged) {
    if (file.extension() != incoming_mark) {
      discard(file);
      ++removed;
      continue;
    }
    const std::string sha256 = file.stem().native();
    const auto held = catalogue->holds(sha256);
    if (!held) return tl::make_unexpected(held.error());
    if (!*held && sha256.size() == 64) removed += remove_stored(folder, sha256);
    settle(folder, sha256);
  }
  const auto gone = catalogue->removed_hashes();
  if (!gone) return tl::make_unexpected(gone.error());
  for (const std::string& sha256 : *gone) removed += remove_stored(folder, sha256);
  return removed;
}

Result<std::vector<std::string>> verify(const LibraryFolder& folder,
                                        const std::function<void(int done, int total)>& on_progress) {
  const auto catalogue = Catalogue::open(folder, Catalogue::Mode::read_only);
  if (!catalogue) return tl::make_unexpected(catalogue.error());
  auto faults = catalogue->check();
  if (!faults) return faults;
  const auto documents = catalogue->documents();
  if (!documents) return tl::make_unexpected(documents.error());
  int done = 0;
  const int total = static_cast<int>(documents->size());
  for (const Document& document : *documents) {
    const std::string name = "document " + std::to_string(document.id) + " (" + document.title + ")";
    const auto hash = hash_of_file(folder.file_of(document.sha256));
    if (!hash) {
      faults->push_back(name + ": its PDF is missing or cannot be read: " + hash.error().what);
    } else if (*hash != document.sha256) {
      faults->push_back(name + ": its PDF is not the one that was loaded; its bytes have changed");
    }
    if (on_progress) on_progress(++done, total);
  }
  const auto stored = files_below(folder.root() / "files");
  if (!stored) return tl::make_unexpected(stored.error());
  for (const fs::path& file : *stored) {
    const auto held = catalogue->holds(file.stem().native());
    if (!held) return tl::make_unexpected(held.error());
    if (!*held) faults->push_back("the stored file " + display_name(file) + " belongs to no document");
  }
  return faults;
}

}  // namespace mess::library
