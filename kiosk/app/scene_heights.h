#pragma once
// Heights that only drawing knows, on their way from a drawing into the state.

#include <map>
#include <utility>

namespace mess::kiosk {

// Of the blocks of large text by page and block, design units, for letters of one size in a column of one
// width.
struct LargeHeights {
  float size = 0, width = 0;
  std::map<std::pair<int, int>, float> blocks;
};

}  // namespace mess::kiosk
