#pragma once
// Turns a catalogue document and its page texts into Xapian documents. Internal to index/; the one header
// here that needs Xapian's, so only .cpp files of index/ include it.

#include <xapian.h>
#include <functional>
#include <vector>

#include "index/index_layout.h"
#include "library/document.h"

namespace mess::index {

struct DocumentTerms {
  Xapian::Document document;
  std::uint32_t postings = 0;  // with positions: what it costs in memory until the next commit
  int pages_with_text = 0;
};

// `first_page_id` is where this document's pages begin in the pages database. Each page with text is handed
// to `take_page` with its docid; an empty function when the pages are indexed already.
DocumentTerms index_document(const library::Document& document, const std::vector<library::Page>& pages,
                             std::uint32_t first_page_id,
                             const std::function<void(Xapian::docid, Xapian::Document&&)>& take_page);

}  // namespace mess::index
