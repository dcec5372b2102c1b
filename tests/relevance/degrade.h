#pragma once
// Queries as people mistype them. Pure and deterministic.

#include <string>
#include <string_view>

namespace mess::relevance {

// No accents, no cedilla; Arabic without vowel marks, hamza carriers bare, teh marbuta as heh, alef maqsura
// as yeh.
std::string without_accents(std::string_view text);

// One wrong letter inside the longest word: dropped, swapped with the next or doubled, by turns of `number`.
// Words of fewer than four letters stay.
std::string with_a_typing_error(std::string_view text, std::size_t number);

}  // namespace mess::relevance
