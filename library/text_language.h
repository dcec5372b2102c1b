#pragma once
// The language of a text (CLD2), for stemming and for the record. Pure; any thread.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mess::library {

// ISO 639-1, "" when the text is too short or too mixed to tell. Text in the Arabic script is "ar" whenever
// the detector is not sure of another language of that script.
std::string language_of_text(std::string_view text);

// The languages of a document from the bytes of good text in each: the main one first, then those that hold
// at least a tenth of it.
std::vector<std::string> main_languages(const std::map<std::string, std::size_t>& bytes_of_language);

}  // namespace mess::library
