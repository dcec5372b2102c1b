#pragma once
// Documents that say word for word what another one says, record and pages: a study saved twice, by two
// programs. A search shows one of them. Internal to index/.

#include <xapian.h>
#include <vector>

namespace mess::index {

// Of documents with the same words (index_layout.h, K), collection, languages and year all but the first
// added; ascending. Those that differ in one of these are kept, so that a facet's count stays what touching
// it gives. Throws what Xapian throws.
std::vector<Xapian::docid> copies_in(const Xapian::Database& documents);

}  // namespace mess::index
