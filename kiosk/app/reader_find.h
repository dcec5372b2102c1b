#pragma once
// Searching inside the document that is open: what the field in the reader's bar does. The words written
// there take the place of those that the document was opened with, as long as there are any; their passages
// come while one writes, the last word counting as the beginning of one until a space ends it. Part of
// apply_reader.

#include <optional>

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// nullopt: the action has nothing to do with the field and goes on to the reader. Touches elsewhere put the
// keyboard away.
std::optional<std::vector<Effect>> apply_find(ReaderState& reader, const ReaderContext& context,
                                              const Action& action, double now);
// The pages of the words are known: goes to the first passage when the visitor has asked for that.
std::vector<Effect> go_when_found(ReaderState& reader, const ReaderContext& context, double now);
// Puts the keyboard away; false when it was not there.
bool close_find(ReaderState& reader);

}  // namespace mess::kiosk
