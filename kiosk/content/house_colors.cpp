#include "kiosk/content/house_colors.h"

#include <algorithm>
#include <charconv>

#include "kiosk/contrast.h"

namespace mess::kiosk {

namespace {

constexpr Color white = rgb(0xFFFFFF), black = rgb(0x000000);
// The grounds that words in such a colour stand on, and the words that stand on it (draw/theme.h).
constexpr Color grounds[] = {rgb(0xFFFDF8), rgb(0xFAF5EA), rgb(0xF1E8D6)};
constexpr Color words_on_dark = rgb(0xCFE0DF);

}  // namespace

// The parts are those by which the design's own shades of strait and terra come from them.
Shades shades_of(Color plain) {
  return {plain, mixed(plain, black, 0.3f), mixed(plain, white, 0.25f), mixed(plain, white, 0.86f)};
}

std::optional<Color> read_color(std::string_view hex) {
  if (hex.size() != 7 || hex[0] != '#') return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
  if (error != std::errc{} || end != hex.data() + 7) return std::nullopt;
  return rgb(value);
}

double least_contrast(Color plain) {
  const Shades shades = shades_of(plain);
  double least = std::min(contrast_ratio(plain, shades.tint), contrast_ratio(words_on_dark, shades.dark));
  for (const Color ground : grounds) least = std::min(least, contrast_ratio(plain, ground));
  return least;
}

}  // namespace mess::kiosk
