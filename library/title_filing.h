#pragma once
// Where a title stands in an alphabetical list, as a librarian files cards. The leading article is passed
// over («Les coopératives» stands under C, «التعاونيات» under ت), and so are signs before the first word;
// accents and Arabic letter forms only part titles that are equal without them. The order of letters and of
// scripts is that of the reader's language (CLDR, through ICU): an Arabic reader finds Arabic letters first.
// Numbers go by their value. Any thread may have one; one is used by one thread at a time.

#include <memory>
#include <string>
#include <string_view>

#include "library/language.h"

namespace mess::library {

struct Filing {
  std::string letter;  // what the title stands under, upper case: "E", "ت", or one of the two below
  std::string key;     // bytes whose order is the order of titles
};

// Titles that begin with a digit, or have neither letter nor digit; they come first.
inline constexpr std::string_view digits_and_signs = "#";
// Titles in scripts whose letters are not listed one by one (all but Latin, Arabic and Tifinagh).
inline constexpr std::string_view other_scripts = "…";

class TitleFiling {
 public:
  // Unknown reads as French. Without ICU's data titles come in the order of their code points, all under
  // other_scripts.
  explicit TitleFiling(Language reader);
  ~TitleFiling();

  // `language`: main one of the document, ISO 639-1, "" when not known; it says which articles are articles.
  // Bytes that are no UTF-8 count as signs.
  Filing file(std::string_view title, std::string_view language) const;

 private:
  struct Alphabet;
  std::unique_ptr<Alphabet> alphabet_;
};

}  // namespace mess::library
