#pragma once
// Whether this machine can be heard, for `mess-library doctor`.

#include <string>

#include "library/result.h"

namespace mess::kiosk {

// The device that would play. SDL is loaded for this question only: mess-library starts without it. Errors:
// not_found (no SDL, no device, or it cannot be opened).
Result<std::string> sound_device();

}  // namespace mess::kiosk
