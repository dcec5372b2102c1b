#pragma once
// Reading a small file of assets/ whole, with errors that name it. For the readers of this folder.

#include <filesystem>
#include <string>

#include "library/result.h"

namespace mess::kiosk {

// Errors: not_found, unreadable, too_large (beyond `limit` bytes), invalid (not UTF-8). A byte order mark is
// left out and "\r\n" becomes "\n", as editors on other systems write them.
Result<std::string> read_text_file(const std::filesystem::path& file, std::size_t limit);

// The same of bytes that need not be text, as they are.
Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit);

// "file:line" for Error::where.
std::string at_line(const std::string& file, long line);

}  // namespace mess::kiosk
