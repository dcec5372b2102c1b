#pragma once
// Words that carry no topic, folded. In a query they help the order but nothing has to hold them; in a short
// text they tell its language. Internal to index/.

#include <string_view>

#include "library/language.h"

namespace mess::index {

// In any of the four languages.
bool is_stop_word(std::string_view form);
bool is_stop_word_of(std::string_view form, Language language);

}  // namespace mess::index
