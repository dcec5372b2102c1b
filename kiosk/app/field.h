#pragma once
// Editing one line of text by characters as a person sees them (grapheme clusters, ICU rules): an Arabic
// letter with its marks, an emoji, an accented letter of two code points are each one step. Pure functions.

#include <string>
#include <string_view>

#include "kiosk/app/typing.h"

namespace mess::kiosk {

FieldText field_of(std::string_view text);  // caret at the end
// Control characters are left out; what does not fit whole is not typed.
void type_into(FieldText& field, std::string_view text, std::size_t longest = longest_field);
void erase_before(FieldText& field);
void erase_after(FieldText& field);
void move_caret(FieldText& field, int steps);  // in logical order

// The text without spaces at its ends, runs of spaces as one: what is searched.
std::string words_of(const FieldText& field);

// Arabic, Hebrew…: by its first letter that has a direction; `otherwise` when there is none.
bool runs_right_to_left(std::string_view text, bool otherwise);

}  // namespace mess::kiosk
