#pragma once
// The styles of components by name. The compiler misses none: a switch over an enumeration has to name every
// value of it. Pure.

#include <string_view>
#include <vector>

#include "kiosk/draw/components.h"

namespace mess::kiosk {

// "" for a number that is no value.
std::string_view name_of(ButtonStyle style);
std::string_view name_of(ChipStyle style);
std::string_view name_of(BadgeStyle style);
std::string_view name_of(KeyStyle style);

template <class Style>
std::vector<Style> all_of() {
  std::vector<Style> styles;
  while (!name_of(static_cast<Style>(styles.size())).empty())
    styles.push_back(static_cast<Style>(styles.size()));
  return styles;
}

}  // namespace mess::kiosk
