#pragma once
// What a printer would do to a sentence typed on an ordinary keyboard. Pure functions, any thread.

#include <string>
#include <string_view>

#include "library/language.h"

namespace mess::kiosk {

// French and English: the straight apostrophe becomes ’ (U+2019). French: the space before : ; ? ! % » and
// the one after « become no-break spaces (U+00A0). Arabic: a telephone number (three groups of digits or
// more) is isolated left to right (U+2066 … U+2069), or its groups would be shown in reverse order.
// Idempotent.
std::string typeset(std::string_view text, Language language);

// True when the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

}  // namespace mess::kiosk
