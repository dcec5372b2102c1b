#pragma once
// A heading and a list of texts, each in its own direction, on A4 as a PDF: what visitors take home of their
// selection. Any thread.

#include <span>
#include <string>

#include "library/result.h"

namespace mess::kiosk {

// Into a descriptor, which stands at the beginning afterwards. One page: many or long texts are written
// smaller. What would be too small to read goes on overleaf; nothing is left out. Errors: disk_full (nothing more can be
// written), internal.
Result<void> write_list_page(int descriptor, const std::string& heading, std::span<const std::string> texts);

}  // namespace mess::kiosk
