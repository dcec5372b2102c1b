#pragma once
// Questions that ask what something is, and the sentences that say it. Pure; internal to index/.

#include <string>
#include <string_view>
#include <vector>

#include "library/language.h"

namespace mess::index {

// "Qu'est-ce qu'une coopérative ?", "ما هي التعاونية؟", in the four languages. Also of longer questions that
// begin so: few sentences say what all their words together are.
bool asks_what_it_is(std::string_view question);

// A folded word by which such a question asks, and not what it asks about: "signifie", "definition".
bool is_word_of_asking(std::string_view form);

// A name of a notion: for each of its words what it may be stemmed to.
using NotionName = std::vector<std::vector<std::string>>;

// Whether the sentence says what the notion is: one of its names is the subject of a verb that defines ("une
// coopérative est un …"), or is announced ("on entend par coopérative …").
bool defines(std::string_view sentence, const std::vector<NotionName>& names, Language language);

}  // namespace mess::index
