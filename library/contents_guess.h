#pragma once
// A list of contents for documents that bring none: from the list printed on their own pages, else from what
// looks like a heading: words that say so (Chapitre, «الباب»), larger type, numbers. Pure; any thread, one at
// a time. The pages may come in any order, each once; entries() may be asked for at any time.

#include <map>
#include <string>
#include <vector>

#include "library/contents_lines.h"
#include "library/pdf_client.h"

namespace mess::library {

class ContentsGuess {
 public:
  void add(int page, const PageWords& words);
  // In the order of the pages; at most 1,000. Empty: nothing looks like headings. Titles are as they stand on
  // the page. Of `pages`, the number of the document's pages.
  std::vector<OutlineEntry> entries(int pages) const;

 private:
  std::map<int, std::vector<ContentsLine>> lines_;  // short ones of each page, in order
  std::map<int, int> heights_;                      // letters of each height, in 1/5000 of a page
  std::size_t kept_ = 0;
};

// The entries of a printed list among these lines, with the pages to which they lead; empty: there is none
// that can be made sense of. Internal.
std::vector<OutlineEntry> printed_contents(const std::map<int, std::vector<ContentsLine>>& lines, int pages);

}  // namespace mess::library
