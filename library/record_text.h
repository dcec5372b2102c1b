#pragma once
// How a title, a name, a subject or a publisher stands in the catalogue, whoever wrote it. Pure; any thread.

#include <string>
#include <string_view>

namespace mess::library {

// One line of any bytes: runs of white space of all kinds become one space; marks that order or break text
// on a screen go; the shapes of letters that old software stored in place of letters (Arabic presentation
// forms, Latin ligatures) become letters again, by their Unicode compatibility decompositions (UAX #15);
// accents stand with their letters (NFC). Signs that people write on purpose (№, ², …) stay.
std::string record_text(std::string_view bytes);

}  // namespace mess::library
