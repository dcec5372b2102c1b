#pragma once
// Which documents hold a name of several words. To know it the places of its words are read, document by
// document, which in a large library takes longer than all the rest of a search; and the names of the
// thesaurus come again with every letter typed. So it is worked out once and kept. Internal to index/.

#include <xapian.h>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "index/document_list.h"

namespace mess::index {

// These stems in order, with a word or two of grammar between.
Xapian::Query name_query(const std::vector<std::string>& stems);

class NameDocuments {
 public:
  // Throws what Xapian throws.
  const DocumentList& holding(const Xapian::Database& documents, const std::vector<std::string>& stems);
  // To be called when the index has changed.
  void clear();

 private:
  std::map<std::vector<std::string>, DocumentList> known_;
  std::size_t listed_ = 0;  // documents, in all lists together
};

}  // namespace mess::index
