#include "library/file_handle.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "library/pdf_utf8.h"

namespace mess::library {

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileHandle::~FileHandle() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int FileHandle::release() {
  return std::exchange(descriptor_, -1);
}

namespace {

ErrorKind kind_of(int error_number, ErrorKind denied_is) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return ErrorKind::disk_full;
    case EROFS:
      return ErrorKind::read_only;
    case ENOENT:
    case ENOTDIR:
      return ErrorKind::not_found;
    case EACCES:
    case EPERM:
      return denied_is;
    case EFBIG:
      return ErrorKind::too_large;
    case EIO:
    case ESTALE:
    case ENODEV:
    case ENXIO:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
      return ErrorKind::unreadable;
    default:
      return ErrorKind::internal;
  }
}

const char* advice_for(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::disk_full:
      return "Free some space on this disk, then give the same command again.";
    case ErrorKind::read_only:
      return "Make this folder writable for this user, or choose another one.";
    case ErrorKind::unreadable:
      return "Check the permissions, and that the disk or key is still there.";
    case ErrorKind::not_found:
      return "Check the name, and that the disk or key is still there.";
    default:
      return "";
  }
}

}  // namespace

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Character character = utf8_character(bytes, at);
    append_utf8(out, character.code);
    at += character.bytes;
  }
  return out;
}

std::string display_name(const std::filesystem::path& path) {
  return valid_utf8(path.native());
}

Error system_error(int error_number, const std::string& doing, const std::filesystem::path& where,
                   ErrorKind denied_is) {
  const ErrorKind kind = kind_of(error_number, denied_is);
  return Error{kind, "cannot " + doing + ": " + std::generic_category().message(error_number),
               display_name(where), advice_for(kind)};
}

Result<FileHandle> open_for_reading(const std::filesystem::path& path) {
  // O_NONBLOCK: a named pipe called "x.pdf" must not hold us for ever.
  FileHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!handle) return tl::make_unexpected(system_error(errno, "open this file", path));
  return handle;
}

Result<void> write_all(int descriptor, std::span<const std::uint8_t> bytes,
                       const std::filesystem::path& where) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return tl::make_unexpected(system_error(errno, "write this file", where, ErrorKind::read_only));
    }
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

Result<std::string> read_up_to(const FileHandle& file, std::size_t most, const std::filesystem::path& where) {
  std::string text(most, '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const ssize_t got =
        ::pread(file.get(), text.data() + filled, text.size() - filled, static_cast<off_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::make_unexpected(system_error(errno, "read this file to its end", where));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  return text;
}

Result<void> sync_folder(const std::filesystem::path& folder) {
  const FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle || ::fsync(handle.get()) != 0) {
    return tl::make_unexpected(system_error(errno, "make this folder durable", folder, ErrorKind::read_only));
  }
  return {};
}

namespace {

Result<void> write_beside(const std::filesystem::path& beside, std::span<const std::uint8_t> bytes,
                          unsigned mode, const PrepareFile& prepare, const std::filesystem::path& path) {
  const FileHandle handle(
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!handle)
    return tl::make_unexpected(system_error(errno, "write in this folder", path, ErrorKind::read_only));
  if (prepare) {
    if (auto prepared = prepare(handle.get()); !prepared) return prepared;
  }
  if (auto written = write_all(handle.get(), bytes, path); !written) return written;
  if (::fsync(handle.get()) != 0)
    return tl::make_unexpected(system_error(errno, "make this file durable", path, ErrorKind::read_only));
  return {};
}

}  // namespace

Result<void> replace_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes,
                          unsigned mode, const PrepareFile& prepare) {
  std::filesystem::path beside = path;
  beside += ".part";
  auto written = write_beside(beside, bytes, mode, prepare, path);
  if (written && ::rename(beside.c_str(), path.c_str()) != 0)
    written = tl::make_unexpected(system_error(errno, "name this file", path, ErrorKind::read_only));
  if (!written) {
    ::unlink(beside.c_str());
    return written;
  }
  const std::filesystem::path folder = path.parent_path();
  return sync_folder(folder.empty() ? "." : folder);
}

}  // namespace mess::library
