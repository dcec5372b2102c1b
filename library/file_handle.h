#pragma once
// An open file descriptor that closes itself, and the few POSIX steps that make a write durable. Every
// function may be called from any thread and turns errno into an Error that names the file.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "library/result.h"

namespace mess::library {

class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  FileHandle(FileHandle&& other) noexcept : descriptor_(other.release()) {}
  FileHandle& operator=(FileHandle&& other) noexcept;
  ~FileHandle();

  int get() const { return descriptor_; }
  int release();
  explicit operator bool() const { return descriptor_ >= 0; }

 private:
  int descriptor_ = -1;
};

// A path as UTF-8 for people and logs: bytes that are not UTF-8 become U+FFFD.
std::string display_name(const std::filesystem::path& path);
std::string valid_utf8(std::string_view bytes);

// The Error of a failed system call: ENOSPC and EDQUOT are disk_full, EROFS read_only, ENOENT not_found,
// EACCES and EIO unreadable. `doing` completes "cannot …", such as "copy this file". denied_is says what
// EACCES means here: unreadable for a source, read_only for the library.
Error system_error(int error_number, const std::string& doing, const std::filesystem::path& where,
                   ErrorKind denied_is = ErrorKind::unreadable);

Result<FileHandle> open_for_reading(const std::filesystem::path& path);
// At most so many bytes from its beginning, wherever the handle stands; of a small file, all of it.
Result<std::string> read_up_to(const FileHandle& file, std::size_t most, const std::filesystem::path& where);
Result<void> write_all(int descriptor, std::span<const std::uint8_t> bytes,
                       const std::filesystem::path& where);

// Makes a rename or removal in a folder survive a power cut.
Result<void> sync_folder(const std::filesystem::path& folder);

// Makes these bytes the whole of a file: written beside it (path.part), made durable, then renamed, so that a
// power cut leaves the old or the new one. `prepare` gets the new file while it is empty, open for writing.
// After an error the old one is there.
using PrepareFile = std::function<Result<void>(int descriptor)>;
Result<void> replace_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes,
                          unsigned mode, const PrepareFile& prepare = {});

}  // namespace mess::library
