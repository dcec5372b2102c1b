#pragma once
// A grey picture as a JPEG, as scanners write it.

#include <vector>

namespace mess::bench {

// `grey`: rows without padding, width * height bytes.
std::vector<unsigned char> grey_jpeg(const std::vector<unsigned char>& grey, int width, int height);

}  // namespace mess::bench
