#pragma once
// The words, orientation pages and keyboards that we ship, for tests of screens. Read at their first use.

#include "kiosk/content/guide.h"
#include "kiosk/content/keyboard.h"
#include "kiosk/content/strings.h"
#include "kiosk/platform/kiosk.h"

namespace mess::kiosk {

const Words& words();
const Guide& guide();
const Keyboards& keyboards();

Content shipped_content();  // all three, read anew

}  // namespace mess::kiosk
