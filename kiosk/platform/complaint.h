#pragma once
// What mess-kiosk says on the terminal when it cannot start or draw, in the language of the person who
// started it.

#include <filesystem>
#include <string>

#include "kiosk/cli/speech.h"
#include "library/language.h"
#include "library/result.h"

namespace mess::kiosk {

// That of --language when it is given, right use or not; else of the locale. Pure but for the locale's
// variables.
Language language_of_sentences(int argc, const char* const* argv);

// One line without "mess-kiosk:": the sentence for what is missing (a display, a font, the program's data,
// the library `root`), else that for the kind of the error. English says exactly what the error says.
std::string complaint(const Speech& speech, const Error& error, const std::filesystem::path& root);

}  // namespace mess::kiosk
