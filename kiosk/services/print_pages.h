#pragma once
// Pages of a stored PDF made ready for a printer: drawn by the confined worker, collected in a PDF of
// pictures that has no name on the disk, so that it is gone with its descriptor whatever happens.

#include <filesystem>
#include <functional>
#include <span>

#include "library/file_handle.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

inline constexpr double print_dots_an_inch = 250;
inline constexpr std::uint64_t most_print_bytes = std::uint64_t{400} << 20;

// Errors: disk_full, read_only, unreadable.
Result<library::FileHandle> nameless_file(const std::filesystem::path& folder);

// The file stands at its beginning. `go_on` is asked before each page with the number of those that are done.
// Errors: interrupted (by go_on or by PdfWorker::interrupt), those of nameless_file and PicturePdf, those of
// PdfWorker.
using GoOn = std::function<bool(int done)>;
Result<library::FileHandle> print_pages(library::PdfWorker& worker, const std::filesystem::path& pdf,
                                        std::span<const int> pages, const std::filesystem::path& folder,
                                        const GoOn& go_on);

}  // namespace mess::kiosk
