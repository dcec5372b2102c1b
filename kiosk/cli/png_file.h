#pragma once
// Writes a page picture as a PNG file: beside the target, synced, then renamed, so that a file of that name
// is always whole.

#include <filesystem>

#include "library/pdf_client.h"
#include "library/result.h"

namespace mess::kiosk {

// Errors: not_found (no such folder), unreadable, read_only, disk_full, internal.
Result<void> write_png(const library::Picture& picture, const std::filesystem::path& file);

}  // namespace mess::kiosk
