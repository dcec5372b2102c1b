#pragma once
// Text for a terminal: hostile names made harmless, and its width in columns. Pure functions, any thread.

#include <string>
#include <string_view>

namespace mess::kiosk {

// One line that cannot move the cursor or reorder what follows: bytes that are not UTF-8 become U+FFFD,
// control characters and bidi controls go.
std::string printable(std::string_view bytes);

// Columns a terminal uses: 0 for combining marks, 2 for East Asian wide characters, else 1 each.
int columns_of(std::string_view utf8);

// At most `columns` wide, cut with "…" at the end; or filled with spaces to exactly that.
std::string shortened(std::string_view utf8, int columns);
std::string padded(std::string_view utf8, int columns);

// Thousands apart by a space: "48 757".
std::string grouped(long long number);

// "1:02:03", "4:05" or "0:07".
std::string clock_time(double seconds);

}  // namespace mess::kiosk
