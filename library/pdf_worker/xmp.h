#pragma once
// The little that is taken from a PDF's XMP metadata when its Info dictionary says nothing.

#include <string>
#include <string_view>

namespace mess::library::worker {

// First text inside the first element of that name ("dc:title"), entities resolved, on one line; "" if none.
// Not an XML parser: XMP in the wild is often not XML, and a title is not worth one.
std::string xmp_value(std::string_view xmp, std::string_view element);

}  // namespace mess::library::worker
