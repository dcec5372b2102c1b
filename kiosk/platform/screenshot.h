#pragma once
// --screenshot: one screen with the real library through the real services, drawn without window or display.

#include "kiosk/platform/kiosk.h"
#include "kiosk/platform/kiosk_options.h"
#include "library/library_folder.h"
#include "library/result.h"

namespace mess::kiosk {

// Draws the screen, waits until it is complete and writes it. Errors: not_found (no such document or page, no
// OpenGL, no fonts), timed_out (not complete after a minute), invalid (the words of an empty screen find
// something), and those of writing the file.
Result<void> take_screenshot(const ScreenshotWish& wish, const KioskOptions& options, Content content,
                             const library::LibraryFolder& folder, Trace& trace);

// The touches that lead to a screen, in their order. Pure.
std::vector<Action> way_to(const ScreenshotWish& wish, Language language);

}  // namespace mess::kiosk
