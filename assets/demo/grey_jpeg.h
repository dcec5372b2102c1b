#pragma once
// A grey picture as a JPEG, as scanners write it.

#include <vector>

namespace mess::demo {

// `grey`: rows without padding, width * height bytes. `quality`: of libjpeg, 1 to 100.
std::vector<unsigned char> grey_jpeg(const std::vector<unsigned char>& grey, int width, int height,
                                     int quality);

}  // namespace mess::demo
