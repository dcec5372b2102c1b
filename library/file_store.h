#pragma once
// The stored files of a library: a PDF comes in by being copied to staging/ while it is hashed, made durable,
// and renamed to files/ab/ab12….pdf, where it never changes again. The caller holds the WriteLock. Any
// thread.

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

#include "library/catalogue.h"
#include "library/library_folder.h"
#include "library/result.h"

namespace mess::library {

struct StagedFile {
  std::filesystem::path path;  // in staging/, its bytes are on the disk
  std::string sha256;
  std::int64_t size = 0;
  Catalogue::SourceStamp stamp;  // of the source when it was opened
};

// Absolute path, size and modification time of a source, by one stat. Errors: not_found, unreadable.
Result<Catalogue::SourceStamp> stamp_of(const std::filesystem::path& source);

// Errors of the source: not_found, unreadable, empty_file, not_pdf (no %PDF- in its first 1024 bytes, the
// rule of PDF 1.7 appendix H.3.4.1), interrupted. Errors of the library: disk_full, read_only. Leaves nothing
// when it fails.
Result<StagedFile> stage(const LibraryFolder& folder, const std::filesystem::path& source,
                         const std::stop_token& stop);

// Renames into files/ and makes the rename durable. A file of the same hash that is there already is
// replaced: without a record it may be half there. Until settle() a mark in staging/ says that no record may
// exist yet, so that clean_up() takes away what an interrupted run brought in, and never a file that it does
// not know the story of.
Result<void> place(const LibraryFolder& folder, const StagedFile& staged);
void settle(const LibraryFolder& folder, const std::string& sha256);
inline constexpr const char* incoming_mark = ".incoming";

void discard(const std::filesystem::path& file);  // removes; what cannot be removed is left to clean_up()

// Writes a small file beside its place, syncs, renames. The folder itself is synced by the caller, once for
// many.
Result<void> write_beside(const LibraryFolder& folder, const std::filesystem::path& path,
                          std::span<const std::uint8_t> bytes);

// The hash of a file on disk. Errors: not_found, unreadable.
Result<std::string> hash_of_file(const std::filesystem::path& path);

}  // namespace mess::library
