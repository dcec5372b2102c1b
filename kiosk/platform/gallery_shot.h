#pragma once
// --screenshot --screen gallery: a page of the gallery of components, without window or display.

#include "kiosk/platform/kiosk.h"
#include "kiosk/platform/kiosk_options.h"
#include "library/library_folder.h"

namespace mess::kiosk {

// In the colours of the house whose library it is; the folder need not be there, and nothing is made in it.
// Errors: invalid (no such page), not_found (no OpenGL, no fonts) and those of writing the file.
Result<void> take_gallery_shot(const ScreenshotWish& wish, const KioskOptions& options, Content content,
                               const library::LibraryFolder& folder, Trace& trace);

}  // namespace mess::kiosk
