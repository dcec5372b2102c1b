#pragma once
// A list of documents as a part of a query. Internal to index/.

#include <xapian.h>
#include <memory>
#include <vector>

namespace mess::index {

// Ascending.
using DocumentList = std::shared_ptr<const std::vector<Xapian::docid>>;

// Matches these documents; weighs nothing. Keeps the list alive.
Xapian::Query any_of(DocumentList documents);

// `query` without these documents; nullptr is an empty list.
Xapian::Query without(const Xapian::Query& query, DocumentList documents);

}  // namespace mess::index
