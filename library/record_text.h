#pragma once
// How a title, a name, a subject or a publisher stands in the catalogue, whoever wrote it. Pure; any thread.

#include <string>
#include <string_view>
#include <vector>

namespace mess::library {

// One line of any bytes: runs of white space of all kinds become one space; marks that order or break text
// on a screen go; the shapes of letters that old software stored in place of letters (Arabic presentation
// forms, Latin ligatures) become letters again, by their Unicode compatibility decompositions (UAX #15);
// accents stand with their letters (NFC). Signs that people write on purpose (№, ², …) stay.
std::string record_text(std::string_view bytes);

// Without the characters of `ends` (ASCII) at both ends.
std::string trimmed(std::string_view text, std::string_view ends = " \t\r\n\f");

// The trimmed parts of a list between any of the separators (UTF-8, such as "," and "،"); empty ones are left
// out.
std::vector<std::string> parts_of(std::string_view list, const std::vector<std::string_view>& separators);

}  // namespace mess::library
