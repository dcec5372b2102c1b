#pragma once
// Parts of draw_browse that have a file of their own.

#include <string>

#include "kiosk/app/browse.h"
#include "kiosk/screens/view.h"

namespace mess::kiosk {

// The name of a section: a letter, "Novembre 2026", "2013", a collection's or a language's name.
std::string section_name(const View& view, library::Order order, const std::string& key);

// A title in Latin letters runs from the left on an Arabic document too, an Arabic one from the right; where
// both are, the language of the document says.
Direction direction_of_title(const library::Listed& listed);

// The letters, years… of the listing; those whose books are in sight are lit.
void draw_sections(View& view, const BrowsePlace& place, const BrowseLayout& layout);

}  // namespace mess::kiosk
