#pragma once
// Where a library lives. One folder holds everything; it can be copied, backed up or carried on a key:
//   catalogue.sqlite   files/ab/ab12….pdf   covers/ab/ab12….jpg   index/   staging/   write.lock   staff.*
//   questions.tsv

#include <filesystem>
#include <string>

#include "library/result.h"

namespace mess::library {

class LibraryFolder {
 public:
  // Touches nothing on disk.
  explicit LibraryFolder(std::filesystem::path root) : root_(std::move(root)) {}

  // --library DIR when given, else $MESS_LIBRARY, else /var/lib/mess-kiosk when it exists, else
  // $XDG_DATA_HOME/mess-kiosk (or ~/.local/share/mess-kiosk).
  static LibraryFolder choose(const std::string& option);

  // Makes the folder and its parts when missing. Errors: read_only, disk_full, unreadable.
  Result<void> create() const;

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path catalogue() const { return root_ / "catalogue.sqlite"; }
  std::filesystem::path index() const { return root_ / "index"; }
  std::filesystem::path staging() const { return root_ / "staging"; }
  std::filesystem::path lock_file() const { return root_ / "write.lock"; }
  std::filesystem::path file_of(const std::string& sha256) const;   // files/ab/ab12….pdf
  std::filesystem::path cover_of(const std::string& sha256) const;  // covers/ab/ab12….jpg

 private:
  std::filesystem::path root_;
};

// One writer at a time: held by loading, removal, reindexing. Released by the destructor or by process death
// (an fcntl/flock lock, so nothing stale can stay behind). Errors: busy, read_only.
class WriteLock {
 public:
  static Result<WriteLock> take(const LibraryFolder& folder);
  WriteLock(WriteLock&& other) noexcept;
  WriteLock& operator=(WriteLock&& other) noexcept;
  ~WriteLock();

 private:
  explicit WriteLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace mess::library
