#pragma once
// Lines of a page as guessing a list of contents looks at them. Pure; internal to library/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "library/pdf_client.h"

namespace mess::library {

struct ContentsLine {
  int page = 0;
  std::string text;  // one space between words
  std::string key;   // its letters, small, without digits, signs and spaces: to know it again
  float height = 0;  // of its words, the middle one; fraction of the page's height
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float gap = 0;  // free height above it; that of the page's top counts as 1
};

// The lines of a page from top to bottom as its text runs. Lines of more than `longest_line` letters are cut:
// they are no headings.
inline constexpr std::size_t longest_line = 160;
std::vector<ContentsLine> contents_lines(int page, const PageWords& words);

// Folded letters of a text, at most `most` of them.
std::string contents_key(std::string_view text, std::size_t most = 48);

// What a heading begins with that says where it stands among others.
enum class HeadingRank { book, part, chapter, section, article, plain };
struct HeadingWord {
  HeadingRank rank = HeadingRank::plain;
  bool alone = false;      // nothing but the word and its number: the title is the next line
  std::string label = {};  // the word and its number
};
std::optional<HeadingWord> heading_word(std::string_view text);

// How deep a number goes: "3" 0, "3.1" 1, "3.1.2" 2; nullopt: the line begins with none that heads a title.
std::optional<int> heading_number(std::string_view text);

// A line of a printed list of contents: title, and the page that is printed behind it.
struct PrintedEntry {
  std::string title;
  int number = 0;
  bool dotted = false;  // a row of dots leads to the number
};
std::optional<PrintedEntry> printed_entry(std::string_view line);

}  // namespace mess::library
