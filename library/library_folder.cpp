#include "library/library_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "library/file_handle.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

fs::path sharded(const fs::path& folder, const std::string& sha256, const char* ending) {
  return folder / sha256.substr(0, 2) / (sha256 + ending);
}

}  // namespace

LibraryFolder LibraryFolder::choose(const std::string& option) {
  if (!option.empty()) return LibraryFolder(option);
  if (const std::string given = environment("MESS_LIBRARY"); !given.empty()) return LibraryFolder(given);
  const fs::path appliance = "/var/lib/mess-kiosk";
  std::error_code ignored;  // a folder that cannot be looked at is not ours to use
  if (fs::is_directory(appliance, ignored)) return LibraryFolder(appliance);
  if (const std::string data = environment("XDG_DATA_HOME"); !data.empty()) {
    return LibraryFolder(fs::path(data) / "mess-kiosk");
  }
  return LibraryFolder(fs::path(environment("HOME")) / ".local" / "share" / "mess-kiosk");
}

Result<void> LibraryFolder::create() const {
  for (const fs::path& part : {root_, root_ / "files", root_ / "covers", staging()}) {
    std::error_code error;
    fs::create_directories(part, error);
    if (error) {
      return tl::make_unexpected(system_error(error.value(), "make this folder", part, ErrorKind::read_only));
    }
  }
  return {};
}

fs::path LibraryFolder::file_of(const std::string& sha256) const {
  return sharded(root_ / "files", sha256, ".pdf");
}

fs::path LibraryFolder::cover_of(const std::string& sha256) const {
  return sharded(root_ / "covers", sha256, ".jpg");
}

Result<WriteLock> WriteLock::take(const LibraryFolder& folder) {
  if (auto made = folder.create(); !made) return tl::make_unexpected(made.error());
  const fs::path path = folder.lock_file();
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    return tl::make_unexpected(system_error(errno, "write in this library", path, ErrorKind::read_only));
  }
  WriteLock lock(descriptor);
  // flock belongs to the open file, so a second take() in this very process is refused as well.
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      return fail(ErrorKind::busy, "another program is writing in this library", display_name(folder.root()),
                  "Wait until it has ended, then try again.");
    }
    return tl::make_unexpected(system_error(errno, "lock this library", path, ErrorKind::read_only));
  }
  return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriteLock& WriteLock::operator=(WriteLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WriteLock::~WriteLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace mess::library
