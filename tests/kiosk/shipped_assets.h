#pragma once
// The words, orientation pages and keyboards that we ship, for tests of screens. Read at their first use.

#include "kiosk/content/guide.h"
#include "kiosk/content/keyboard.h"
#include "kiosk/content/strings.h"

namespace mess::kiosk {

const Words& words();
const Guide& guide();
const Keyboards& keyboards();

}  // namespace mess::kiosk
