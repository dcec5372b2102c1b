#pragma once
// Is the text layer of a PDF text that a person can search? Scans have none; PDFs made with the private font
// encodings of old Arabic software have one that is nonsense, though the page looks right. Pure functions.

#include <cstddef>
#include <span>
#include <string_view>

#include "library/document.h"

namespace mess::library {

// What the judgement rests on, in characters. Spaces, digits and common punctuation tell nothing and count
// nowhere, so that tables of figures are not held against a page.
struct TextTally {
  std::size_t letters = 0;    // all that tells something: letters and strange signs
  std::size_t plausible = 0;  // of these, letters in words as people write them
  std::size_t words = 0;      // plausible words of two letters and more

  TextTally& operator+=(const TextTally& other);
};

// A Latin word is a run of letters between spaces or signs. It is plausible when it has two letters or more,
// a vowel (or is an acronym), does not change from small to capital letters more than once, and, beside a
// sign of formulas and programs, has three letters or more. Words in other scripts are plausible as they are:
// no encoding accident makes Arabic letters of Latin ones, while the reverse is the rule.
TextTally tally(std::string_view text);

// Of one page, and of a whole document (whose tally is the sum of its pages').
TextState judge_page(const TextTally& tally);
TextState judge_document(const TextTally& tally, int page_count);

}  // namespace mess::library
