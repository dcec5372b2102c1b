#pragma once
// What a line of a page is by its own signs. Pure; part of reflow.h. All take lines without white space
// around them.

#include <string_view>

namespace mess::kiosk {

// Letters, digits and signs as an eye counts them: marks over and under letters have no width.
int length_of(std::string_view line);
std::string_view first_word(std::string_view line);

// A page number alone, with the dashes around it.
bool is_page_number(std::string_view line);
// A bullet or "a)", "1)", "1°": nothing else begins so.
bool begins_item(std::string_view line);
// "1. ", "1 – ", "IV. ", "2.3 ": an item or a heading, or a number that the line break brought there.
bool begins_with_number(std::string_view line);
// "Article 12", "المادة 12", "Chapitre II : …": a heading whatever stands around it.
bool is_division(std::string_view line);
// Letters, and no small one.
bool is_in_capitals(std::string_view line);
bool begins_small(std::string_view line);
bool begins_with_capital(std::string_view line);
bool ends_sentence(std::string_view line);  // . ! ? … and the Arabic ones, quotes behind them aside
bool ends_open(std::string_view line);      // : ; ,
bool ends_in_hyphen(std::string_view line);
// More Arabic letters than others.
bool is_mostly_arabic(std::string_view text);

}  // namespace mess::kiosk
