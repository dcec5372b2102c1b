#include "library/file_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <vector>

#include "library/file_handle.h"
#include "library/sha256.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 20;
constexpr std::size_t header_reach = 1024;

// A new name in staging/; the process id keeps a name from meeting one that an earlier run left.
fs::path staging_name(const LibraryFolder& folder) {
  static std::atomic<unsigned> counter{0};
  return folder.staging() / (std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".part");
}

// Removes a staging file unless told that it is kept.
class Unfinished {
 public:
  explicit Unfinished(fs::path path) : path_(std::move(path)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    if (!path_.empty()) discard(path_);
  }
  void keep() { path_.clear(); }

 private:
  fs::path path_;
};

Catalogue::SourceStamp stamp_from(const fs::path& source, const struct stat& found) {
  std::error_code error;
  const fs::path absolute = fs::absolute(source, error);
  return {(error ? source : absolute).lexically_normal().native(), std::int64_t{found.st_size},
          std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + std::int64_t{found.st_mtim.tv_nsec}};
}

Result<FileHandle> make_file(const fs::path& path) {
  FileHandle handle(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!handle) {
    return tl::make_unexpected(system_error(errno, "write in this library", path, ErrorKind::read_only));
  }
  return handle;
}

Result<void> sync_file(const FileHandle& handle, const fs::path& path) {
  if (::fsync(handle.get()) == 0) return {};
  return tl::make_unexpected(system_error(errno, "make this file durable", path, ErrorKind::read_only));
}

fs::path mark_of(const LibraryFolder& folder, const std::string& sha256) {
  return folder.staging() / (sha256 + incoming_mark);
}

Result<void> rename_over(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to.parent_path(), error);
  if (!error) fs::rename(from, to, error);
  if (!error) return {};
  return tl::make_unexpected(system_error(error.value(), "store this file", to, ErrorKind::read_only));
}

// Fills `buffer` as far as the file goes; the number of bytes.
Result<std::size_t> read_chunk(const FileHandle& handle, std::span<std::uint8_t> buffer,
                               const fs::path& path) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const ssize_t got = ::read(handle.get(), buffer.data() + filled, buffer.size() - filled);
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      return tl::make_unexpected(system_error(errno, "read this file to its end", path));
    }
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

Result<void> check_beginning(std::span<const std::uint8_t> first, const fs::path& source) {
  if (first.empty()) {
    return fail(ErrorKind::empty_file, "this file is empty", display_name(source),
                "Copy it again from its origin.");
  }
  const std::string_view begin(reinterpret_cast<const char*>(first.data()),
                               std::min(first.size(), header_reach));
  if (begin.find("%PDF-") == std::string_view::npos) {
    return fail(ErrorKind::not_pdf, "this file is not a PDF, whatever its name says", display_name(source),
                "Open it in its own program and export it as PDF.");
  }
  return {};
}

// Hands every chunk of the source to `take`. Returns the size.
template <class Take>
Result<std::int64_t> for_each_chunk(const FileHandle& handle, const fs::path& path,
                                    const std::stop_token& stop, Take take) {
  std::vector<std::uint8_t> buffer(chunk_size);
  std::int64_t total = 0;
  for (;;) {
    if (stop.stop_requested()) return fail(ErrorKind::interrupted, "stopped", display_name(path));
    const auto got = read_chunk(handle, buffer, path);
    if (!got) return tl::make_unexpected(got.error());
    const std::span<const std::uint8_t> chunk(buffer.data(), *got);
    if (auto taken = take(chunk, total == 0); !taken) return tl::make_unexpected(taken.error());
    total += static_cast<std::int64_t>(*got);
    if (*got < buffer.size()) return total;
  }
}

}  // namespace

Result<Catalogue::SourceStamp> stamp_of(const fs::path& source) {
  struct stat found {};
  if (::stat(source.c_str(), &found) != 0) {
    return tl::make_unexpected(system_error(errno, "find this file", source));
  }
  return stamp_from(source, found);
}

Result<StagedFile> stage(const LibraryFolder& folder, const fs::path& source, const std::stop_token& stop) {
  const auto from = open_for_reading(source);
  if (!from) return tl::make_unexpected(from.error());
  struct stat found {};
  if (::fstat(from->get(), &found) != 0) {
    return tl::make_unexpected(system_error(errno, "look at this file", source));
  }
  if (!S_ISREG(found.st_mode)) {
    return fail(ErrorKind::unreadable, "this is not a file that can be copied", display_name(source),
                "Give PDF files, or folders that hold them.");
  }
  StagedFile staged{staging_name(folder), {}, 0, stamp_from(source, found)};
  const auto to = make_file(staged.path);
  if (!to) return tl::make_unexpected(to.error());
  Unfinished unfinished(staged.path);
  Sha256 hash;
  const auto size = for_each_chunk(*from, source, stop, [&](std::span<const std::uint8_t> chunk, bool first) {
    if (first) {
      if (auto sound = check_beginning(chunk, source); !sound) return sound;
    }
    hash.update(chunk);
    return write_all(to->get(), chunk, staged.path);
  });
  if (!size) return tl::make_unexpected(size.error());
  if (auto synced = sync_file(*to, staged.path); !synced) return tl::make_unexpected(synced.error());
  staged.size = *size;
  staged.sha256 = hash.hex();
  unfinished.keep();
  return staged;
}

Result<void> place(const LibraryFolder& folder, const StagedFile& staged) {
  const fs::path stored = folder.file_of(staged.sha256);
  const bool new_shard = !fs::exists(stored.parent_path());
  const fs::path mark = mark_of(folder, staged.sha256);
  const FileHandle marked(::open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  if (!marked) {
    const int why = errno;
    discard(staged.path);
    return tl::make_unexpected(system_error(why, "write in this library", mark, ErrorKind::read_only));
  }
  if (auto renamed = rename_over(staged.path, stored); !renamed) {
    discard(staged.path);
    return renamed;
  }
  if (new_shard) {
    if (auto synced = sync_folder(stored.parent_path().parent_path()); !synced) return synced;
  }
  return sync_folder(stored.parent_path());
}

void settle(const LibraryFolder& folder, const std::string& sha256) {
  discard(mark_of(folder, sha256));
}

void discard(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
}

Result<void> write_beside(const LibraryFolder& folder, const fs::path& path,
                          std::span<const std::uint8_t> bytes) {
  const fs::path beside = staging_name(folder);
  const auto handle = make_file(beside);
  if (!handle) return tl::make_unexpected(handle.error());
  Unfinished unfinished(beside);
  if (auto written = write_all(handle->get(), bytes, beside); !written) return written;
  if (auto synced = sync_file(*handle, beside); !synced) return synced;
  if (auto renamed = rename_over(beside, path); !renamed) return renamed;
  unfinished.keep();
  return {};
}

Result<std::string> hash_of_file(const fs::path& path) {
  const auto handle = open_for_reading(path);
  if (!handle) return tl::make_unexpected(handle.error());
  Sha256 hash;
  const auto size = for_each_chunk(*handle, path, {}, [&](std::span<const std::uint8_t> chunk, bool) {
    hash.update(chunk);
    return Result<void>();
  });
  if (!size) return tl::make_unexpected(size.error());
  return hash.hex();
}

}  // namespace mess::library
