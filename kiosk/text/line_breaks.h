#pragma once
// Where a text may be broken into lines (UAX 14, by ICU). One thread.

#include <cstdint>
#include <span>
#include <vector>

namespace mess::kiosk {

// For each character: may a line begin there. The first one may not.
std::vector<bool> line_breaks(std::span<const std::uint32_t> text);

// Of the thread: what lines were broken last is known no more.
void forget_broken_lines();

bool is_blank(std::uint32_t point);  // hangs at a line's end: spaces that may break

// Cuts [begin, end) into lines of at most `width`; a word that is longer than a line is cut between letters.
// advances: of each character, 0 for those drawn together with the one before. hyphen: what a line that is
// broken at a soft hyphen gets longer by. At most `limit` lines are made (0 = no limit). Returns where each
// line begins, and `end` last unless the limit stopped it.
std::vector<std::size_t> break_lines(std::span<const std::uint32_t> text, std::span<const float> advances,
                                     float hyphen, float width, std::size_t limit);

inline constexpr std::uint32_t soft_hyphen = 0xAD;

}  // namespace mess::kiosk
