#include <algorithm>

#include "kiosk/text/utf8.h"

namespace mess::kiosk {

namespace {

constexpr std::uint32_t isolate = 0x2066, pop_isolate = 0x2069;

bool is_digit(std::uint32_t point) {
  return point >= '0' && point <= '9';
}

bool joins_groups(std::uint32_t point) {
  return point == '-' || point == '.' || point == ' ' || point == 0xA0 || point == 0x202F || point == 0x2011;
}

// Where a number that begins at `begin` ends; `begin` itself when it is one that bidi orders well alone.
std::size_t number_end(const std::vector<std::uint32_t>& points, std::size_t begin) {
  const bool plus = points[begin] == '+';
  std::size_t at = begin + (plus ? 1 : 0), end = begin;
  int groups = 0;
  while (at < points.size() && is_digit(points[at])) {
    ++groups;
    while (at < points.size() && is_digit(points[at])) ++at;
    end = at;
    if (at + 1 < points.size() && joins_groups(points[at]) && is_digit(points[at + 1])) ++at;
  }
  constexpr std::size_t shortest = 9;  // 3 groups in 9 characters: no list of small numbers
  const bool long_number = groups >= 3 && end - begin >= shortest;
  return long_number || (plus && groups > 0) ? end : begin;
}

}  // namespace

void isolate_numbers(DecodedText& text) {
  const auto right_to_left = [](std::uint32_t p) {
    return (p >= 0x590 && p < 0x900) || (p >= 0xFB1D && p < 0xFEFD);
  };
  if (std::none_of(text.points.begin(), text.points.end(), right_to_left)) return;
  DecodedText isolated;
  isolated.points.reserve(text.points.size() + 8);
  const auto copy = [&](std::uint32_t point, std::uint32_t offset) {
    isolated.points.push_back(point);
    isolated.offsets.push_back(offset);
  };
  for (std::size_t i = 0; i < text.points.size();) {
    const bool begins = is_digit(text.points[i]) || text.points[i] == '+';
    const std::size_t end = begins ? number_end(text.points, i) : i;
    const bool isolates = end > i;
    // A number is copied whole, so that none begins in the middle of another.
    std::size_t stop = isolates ? end : i + 1;
    while (!isolates && is_digit(text.points[i]) && stop < text.points.size() && is_digit(text.points[stop]))
      ++stop;
    if (isolates) copy(isolate, text.offsets[i]);
    for (; i < stop; ++i) copy(text.points[i], text.offsets[i]);
    if (isolates) copy(pop_isolate, text.offsets[i]);
  }
  isolated.offsets.push_back(text.offsets.back());
  text = std::move(isolated);
}

}  // namespace mess::kiosk
