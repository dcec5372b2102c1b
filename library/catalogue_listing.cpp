// The catalogue as a list: one row a document, without the values that a list does not show.
#include "library/catalogue.h"
#include "library/catalogue_database.h"

namespace mess::library {

Result<std::vector<Listed>> Catalogue::listed() const {
  Statement query = database_->statement(
      "SELECT id, sha256, title, year, collection, page_count, added_at, (SELECT value FROM document_values "
      "WHERE document = id AND field = 'language' ORDER BY position LIMIT 1) FROM documents ORDER BY id "
      "DESC");
  std::vector<Listed> found;
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return found;
    Listed document{query.integer(0), query.text(1), query.text(2), query.text(7), query.text(4), {},
                    query.small(5),   query.text(6)};
    if (!query.is_null(3)) document.year = query.small(3);
    found.push_back(std::move(document));
  }
}

}  // namespace mess::library
