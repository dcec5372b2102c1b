#pragma once
// A stored page as "read large" shows it. Pure.

#include "index/running_lines.h"
#include "index/search.h"
#include "kiosk/app/large_page.h"
#include "library/document.h"

namespace mess::kiosk {

// Without the headers and footers of its document, the words of the query marked. A page whose text nobody
// can read has no paragraphs.
LargePage large_page(const library::Page& page, const index::RunningLines& running,
                     const index::QueryWords& words);

}  // namespace mess::kiosk
