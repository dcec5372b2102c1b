#pragma once
// What another process of this user holds in its memory, for tests.

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mess::kiosk {

// `process`, and what it started.
std::vector<pid_t> with_children(pid_t process);

// The places where one of the needles stands, for a person to read: mapping, address, the bytes around it.
// Looked through are all private mappings that can be read and written: heap, stacks, data.
std::vector<std::string> found_in_memory(pid_t process, const std::vector<std::string>& needles);

// The same of all files in a folder.
std::vector<std::string> found_in_files(const std::filesystem::path& folder,
                                        const std::vector<std::string>& needles);

}  // namespace mess::kiosk
