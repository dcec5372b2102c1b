#include "index/copies.h"

#include <algorithm>
#include <set>
#include <string>

#include "index/index_layout.h"

namespace mess::index {
std::vector<Xapian::docid> copies_in(const Xapian::Database& documents) {
  std::vector<Xapian::docid> copies;
  const std::string prefix(1, text_prefix);
  for (auto text = documents.allterms_begin(prefix); text != documents.allterms_end(prefix); ++text) {
    if (text.get_termfreq() < 2) continue;
    std::set<std::string> seen;  // what is told of those met
    for (auto one = documents.postlist_begin(*text); one != documents.postlist_end(*text); ++one) {
      if (!seen.insert(documents.get_document(*one).get_value(facets_slot)).second) copies.push_back(*one);
    }
  }
  std::sort(copies.begin(), copies.end());
  return copies;
}

}  // namespace mess::index
