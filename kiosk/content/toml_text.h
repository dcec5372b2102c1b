#pragma once
// TOML of assets/ through toml++, with its exceptions and positions turned into our errors. Only for the .cpp
// files of this folder: toml++ stays out of every other header.

#include <toml++/toml.h>
#include <string>
#include <string_view>
#include <vector>

#include "library/result.h"

namespace mess::kiosk {

// Errors: invalid, where = "where:line", lines counted from `first_line`.
Result<toml::table> parse_toml(std::string_view text, const std::string& where, long first_line = 1);

// The strings of an array, or nothing when the key is absent or is no array of strings.
std::vector<std::string> strings_of(const toml::table& table, std::string_view key);

}  // namespace mess::kiosk
