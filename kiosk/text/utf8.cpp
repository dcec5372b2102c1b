#include "kiosk/text/utf8.h"

#include <algorithm>

#include <unicode/utf8.h>

namespace mess::kiosk {

namespace {

std::uint32_t drawable(UChar32 point) {
  if (point < 0) return 0xFFFD;
  if (point == '\n' || point == 0x2028 || point == 0x2029) return '\n';
  if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return ' ';
  return static_cast<std::uint32_t>(point);
}

}  // namespace

std::size_t DecodedText::point_at(std::size_t byte) const {
  const auto it = std::lower_bound(offsets.begin(), offsets.end(), byte);
  return std::min(static_cast<std::size_t>(it - offsets.begin()), points.size());
}

DecodedText decode_utf8(std::string_view text, std::size_t limit) {
  DecodedText decoded;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto end = static_cast<std::int64_t>(std::min<std::size_t>(text.size(), INT32_MAX / 2));
  std::int64_t at = 0;
  while (at < end && decoded.points.size() < limit) {
    decoded.offsets.push_back(static_cast<std::uint32_t>(at));
    UChar32 point = 0;
    U8_NEXT(bytes, at, end, point);
    decoded.points.push_back(drawable(point));
  }
  decoded.offsets.push_back(static_cast<std::uint32_t>(at));
  return decoded;
}

}  // namespace mess::kiosk
