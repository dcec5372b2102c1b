#pragma once
// What the keys of either keyboard do to a field. Pure; for every place that has one.

#include <optional>

#include "kiosk/app/action.h"
#include "kiosk/app/typing.h"

namespace mess::kiosk {

// Letters and their accents, erasing, the caret, the look of the keys. nullopt: the action is none of these;
// else whether the text is another now.
std::optional<bool> type_with(Typing& typing, const Action& action);

}  // namespace mess::kiosk
