#pragma once
// The promises of index/search.h as functions: "" when kept, else a sentence that names the one that is not.

#include <string>
#include <string_view>
#include <vector>

#include "index/search.h"

namespace mess::fuzz {

bool is_valid_utf8(std::string_view text);

// In order, apart from each other, within the text, and at the ends of characters.
std::string fault_of_ranges(const std::vector<index::ByteRange>& ranges, std::string_view text);
std::string fault_of_snippet(std::string_view snippet);
std::string fault_of_response(const index::SearchResponse& response, const index::SearchRequest& request);
std::string fault_of_suggestions(const std::vector<index::Suggestion>& suggestions, std::size_t most);

}  // namespace mess::fuzz
