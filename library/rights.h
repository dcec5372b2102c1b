#pragma once
// What the record of a document lets visitors take along. Its rights are free text in any of the four
// languages; these are the words that count, listed in mess-library(1). Pure, any thread.

#include <string_view>

namespace mess::library {

struct Permissions {
  bool print = true;  // some pages on paper
  bool copy = true;   // the file itself, where the house lets visitors copy at all
  friend bool operator==(const Permissions&, const Permissions&) = default;
};

// Empty rights, and words that nobody foresaw, forbid nothing. Where a sentence both allows and forbids, the
// word that stands nearer decides; where that is not clear, it is forbidden.
Permissions permissions_of(std::string_view rights);

}  // namespace mess::library
