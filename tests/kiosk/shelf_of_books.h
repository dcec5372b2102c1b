#pragma once
// Documents to browse, for tests: titles in the four languages and some odd ones.

#include <vector>

#include "kiosk/geometry.h"
#include "library/listing.h"

namespace mess::kiosk {

inline constexpr Size reference{1920, 1080};

library::Listed book(library::DocumentId id, std::string title, std::string language);
std::vector<library::Listed> library_of(std::size_t count);

}  // namespace mess::kiosk
