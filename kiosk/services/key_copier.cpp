#include "kiosk/services/key_copier.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <vector>

#include "library/sha256.h"

namespace mess::kiosk {

namespace {

constexpr const char* unfinished_name = "mess-kiosk.part";
constexpr std::size_t chunk_size = std::size_t{1} << 20;
constexpr int most_copies = 99;  // of one title

CopyStage stage_of(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:  // FAT takes no file beyond 4 GB
      return CopyStage::key_full;
    case EROFS:
    case EACCES:
    case EPERM:
      return CopyStage::key_read_only;
    default:
      return CopyStage::key_gone;
  }
}

// -1: it cannot be read.
ssize_t read_some(int source, std::vector<std::uint8_t>& buffer) {
  for (;;) {
    const ssize_t got = ::read(source, buffer.data(), buffer.size());
    if (got >= 0 || errno != EINTR) return got;
  }
}

// 0, or what the system said.
int write_all(int target, const std::uint8_t* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t put = ::write(target, bytes, size);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes += put;
    size -= static_cast<std::size_t>(put);
  }
  return 0;
}

// Renames where nothing of that name is; false and errno otherwise.
bool take_name(int folder, const std::string& name) {
  if (::renameat2(folder, unfinished_name, folder, name.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // A file system that cannot tell: nobody else writes there but us.
  if (::faccessat(folder, name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0) return errno = EEXIST, false;
  return ::renameat(folder, unfinished_name, folder, name.c_str()) == 0;
}

}  // namespace

tl::expected<KeyCopier, CopyStage> KeyCopier::open(const UsbKey& key) {
  library::FileHandle folder(::open(key.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  struct stat found {};
  if (!folder || ::fstat(folder.get(), &found) != 0) return tl::unexpected(CopyStage::key_gone);
  if (::major(found.st_dev) != key.major || ::minor(found.st_dev) != key.minor) {
    return tl::unexpected(CopyStage::key_gone);
  }
  return KeyCopier(std::move(folder));
}

CopyStage KeyCopier::copy(const std::filesystem::path& stored, const library::Document& document,
                          const std::function<bool()>& go_on) {
  const library::FileHandle source(::open(stored.c_str(), O_RDONLY | O_CLOEXEC));
  if (!source) return CopyStage::damaged;
  ::unlinkat(folder_.get(), unfinished_name, 0);  // of a copy that was torn off
  const int target =
      ::openat(folder_.get(), unfinished_name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  const library::FileHandle written(target);
  if (!written) return stage_of(errno);
  CopyStage stage = fill(source.get(), target, document, go_on);
  if (stage == CopyStage::done) stage = give_name(document, go_on);
  if (stage != CopyStage::done) ::unlinkat(folder_.get(), unfinished_name, 0);
  return stage;
}

bool KeyCopier::settle() {
  return ::syncfs(folder_.get()) == 0;
}

CopyStage KeyCopier::fill(int source, int target, const library::Document& document,
                          const std::function<bool()>& go_on) {
  std::vector<std::uint8_t> buffer(chunk_size);
  library::Sha256 hash;
  for (;;) {
    if (!go_on()) return CopyStage::cancelled;
    const ssize_t got = read_some(source, buffer);
    if (got < 0) return CopyStage::damaged;
    if (got == 0) break;
    const auto size = static_cast<std::size_t>(got);
    hash.update({buffer.data(), size});
    if (const int error = write_all(target, buffer.data(), size); error != 0) return stage_of(error);
  }
  if (hash.hex() != document.sha256) return CopyStage::damaged;
  return ::fsync(target) == 0 ? CopyStage::done : stage_of(errno);
}

bool KeyCopier::has(const std::string& name, const library::Document& document,
                    const std::function<bool()>& go_on) {
  const library::FileHandle there(
      ::openat(folder_.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat found {};
  if (!there || ::fstat(there.get(), &found) != 0 || !S_ISREG(found.st_mode)) return false;
  if (found.st_size != document.byte_size) return false;
  std::vector<std::uint8_t> buffer(chunk_size);
  library::Sha256 hash;
  for (ssize_t got = 0; (got = read_some(there.get(), buffer)) > 0;) {
    if (!go_on()) return false;
    hash.update({buffer.data(), static_cast<std::size_t>(got)});
  }
  return hash.hex() == document.sha256;
}

CopyStage KeyCopier::give_name(const library::Document& document, const std::function<bool()>& go_on) {
  for (int copy = 1; copy <= most_copies; ++copy) {
    const std::string name = file_name_on_key(document.title, copy);
    if (take_name(folder_.get(), name))
      return ::fsync(folder_.get()) == 0 ? CopyStage::done : stage_of(errno);
    if (errno != EEXIST) return stage_of(errno);
    const bool there_already = has(name, document, go_on);
    if (!go_on()) return CopyStage::cancelled;
    if (there_already) {
      ::unlinkat(folder_.get(), unfinished_name, 0);
      return CopyStage::done;
    }
  }
  return CopyStage::key_full;
}

}  // namespace mess::kiosk
