#pragma once
// Facts as JSON with the field names that docs promise (man mess-library). Pure functions, any thread. Every
// string comes out as valid UTF-8 whatever came in.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "index/search.h"
#include "index/updater.h"
#include "library/document.h"
#include "library/language.h"
#include "library/loader.h"
#include "library/result.h"

namespace mess::kiosk {

using Json = nlohmann::ordered_json;

Json json_of(const Error& error);
Json json_of(const library::Document& document);
Json json_of(const library::Page& page);
// Themes and territories are named in that language.
Json json_of(const index::SearchResponse& response, Language language);
Json record_json_of(const index::DocumentHit& hit);  // without what a search adds: pages, snippet
Json json_of(const index::IndexReport& report);
Json json_of(const library::LoadReport& report);

const char* name_of(library::LoadOutcome outcome);  // "added", "already_there", "refused"

// Indented, bytes that are not UTF-8 replaced, a line end after it.
std::string to_text(const Json& json);

}  // namespace mess::kiosk
