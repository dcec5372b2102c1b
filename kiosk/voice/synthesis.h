#pragma once
// espeak-ng, as far as mess-voice needs it. The library is one for the whole process: so are these functions.
// One language a process: its voice is chosen before anything is confined, and stays.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "library/result.h"

namespace mess::kiosk::voice {

// Reads the sounds and the voice of a language (ISO 639-1). Errors: not_found (no voice for it), internal
// (the data of espeak-ng are not there). Starts no thread.
Result<void> choose(std::string_view language);
// The rest, which tries to reach a sound server: to be called once everything is confined, so that it cannot.
Result<int> make_ready();  // samples a second

// Where espeak-ng reads from: words of other languages in a text bring their own sounds.
std::string data_folder();

// The text, spoken: plain UTF-8, never marks or phonemes. `ends`: a sentence ends with it, a pause follows.
// Errors: too_large (it would never end), internal.
Result<std::vector<std::int16_t>> spoken(const std::string& text, bool ends);

}  // namespace mess::kiosk::voice
