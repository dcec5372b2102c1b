#pragma once
// The passage of a page that shows why it was found. Pure; internal to index/.

#include <string>
#include <string_view>

#include "index/search.h"
#include "library/language.h"

namespace mess::index {

// About 220 characters of the page around the densest group of query words, whole words, from the start of a
// sentence when one is near, readable(); with "…" where it is cut. The beginning of the page when none
// matches.
std::string make_snippet(std::string_view page_text, const QueryWords& words, Language language);

}  // namespace mess::index
