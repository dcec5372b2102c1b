#pragma once
// What answers about its document and its pages do to the reader. Part of receive_reader; pure.

#include <vector>

#include "kiosk/app/reader.h"

namespace mess::kiosk {

// Those of another document, or of other words than those looked for, change nothing.
std::vector<Effect> take_message(ReaderState& reader, const ReaderContext& context, const Message& message,
                                 double now);

}  // namespace mess::kiosk
