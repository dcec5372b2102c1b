#include <array>
#include <utility>

#include "library/catalogue.h"
#include "library/catalogue_database.h"

namespace mess::library {

namespace {

TextState text_state_of(std::string_view name) {
  for (const TextState state : {TextState::good, TextState::doubtful}) {
    if (name == name_of(state)) return state;
  }
  return TextState::none;
}

ErrorKind error_kind_of(std::string_view name) {
  for (int kind = 0; kind < static_cast<int>(ErrorKind::internal); ++kind) {
    if (name == mess::name_of(static_cast<ErrorKind>(kind))) return static_cast<ErrorKind>(kind);
  }
  return ErrorKind::internal;
}

// The columns that document_from() reads, in its order.
#define DOCUMENT_COLUMNS                                                                                     \
  "SELECT id, sha256, title, year, kind, collection, publisher, rights, identifier, page_count, byte_size, " \
  "text_state, source_name, added_at, revision FROM documents "

constexpr const char* by_filter = DOCUMENT_COLUMNS
    "WHERE (?1 = '' OR collection = ?1) AND (?2 = '' OR EXISTS (SELECT 1 FROM document_values WHERE "
    "document = id AND field = 'language' AND value = ?2)) ORDER BY id DESC LIMIT ?3 OFFSET ?4";
constexpr const char* by_id = DOCUMENT_COLUMNS "WHERE id = ?1";
constexpr const char* by_hash = DOCUMENT_COLUMNS "WHERE sha256 = ?1";
#undef DOCUMENT_COLUMNS

Document document_from(const Statement& row) {
  Document document;
  document.id = row.integer(0);
  document.sha256 = row.text(1);
  document.title = row.text(2);
  if (!row.is_null(3)) document.year = row.small(3);
  document.kind = row.text(4);
  document.collection = row.text(5);
  document.publisher = row.text(6);
  document.rights = row.text(7);
  document.identifier = row.text(8);
  document.page_count = row.small(9);
  document.byte_size = row.integer(10);
  document.text = text_state_of(row.text(11));
  document.source_name = row.text(12);
  document.added_at = row.text(13);
  document.revision = row.integer(14);
  return document;
}

template <class Database>
Result<void> read_values(Database& database, Document& document) {
  Statement query = database.statement(
      "SELECT field, value FROM document_values WHERE document = ?1 ORDER BY field, position");
  query.bind(document.id);
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return {};
    const std::string field = query.text(0);
    auto& values = field == "creator"    ? document.creators
                   : field == "language" ? document.languages
                                         : document.subjects;
    values.push_back(query.text(1));
  }
}

Page page_from(const Statement& row) {
  return Page{row.small(0), row.text(3), row.text(1), text_state_of(row.text(2))};
}

}  // namespace

Result<std::vector<Document>> Catalogue::documents(const CatalogueFilter& filter) const {
  Statement query = database_->statement(by_filter);
  query.bind(filter.collection, filter.language, filter.limit, filter.offset);
  std::vector<Document> found;
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return found;
    found.push_back(document_from(query));
    if (auto read = read_values(*database_, found.back()); !read) return tl::make_unexpected(read.error());
  }
}

Result<std::optional<Document>> Catalogue::document_of_hash(const std::string& sha256) const {
  Statement query = database_->statement(by_hash);
  auto row = query.bind(sha256).step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) return std::nullopt;
  Document document = document_from(query);
  if (auto read = read_values(*database_, document); !read) return tl::make_unexpected(read.error());
  return document;
}

Result<bool> Catalogue::holds(const std::string& sha256) const {
  Statement query = database_->statement("SELECT 1 FROM documents WHERE sha256 = ?1");
  return query.bind(sha256).step();
}

Result<Document> Catalogue::document(DocumentId id) const {
  Statement query = database_->statement(by_id);
  auto row = query.bind(id).step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) {
    return fail(ErrorKind::not_found, "there is no document " + std::to_string(id), database_->path,
                "See the numbers with mess-library list.");
  }
  Document document = document_from(query);
  if (auto read = read_values(*database_, document); !read) return tl::make_unexpected(read.error());
  return document;
}

Result<Page> Catalogue::page(DocumentId id, int number) const {
  Statement query = database_->statement(
      "SELECT number, language, text_state, text FROM pages WHERE document = ?1 AND number = ?2");
  auto row = query.bind(id, number).step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) {
    return fail(ErrorKind::not_found,
                "document " + std::to_string(id) + " has no page " + std::to_string(number), database_->path);
  }
  return page_from(query);
}

Result<std::vector<Page>> Catalogue::pages(DocumentId id) const {
  Statement query = database_->statement(
      "SELECT number, language, text_state, text FROM pages WHERE document = ?1 ORDER BY number");
  query.bind(id);
  std::vector<Page> found;
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) break;
    found.push_back(page_from(query));
  }
  if (found.empty()) {
    // Every document has a page, so this is either a wrong id or a wrong catalogue.
    if (auto known = document(id); !known) return tl::make_unexpected(known.error());
  }
  return found;
}

Result<std::vector<Shelf>> Catalogue::shelves() const {
  Statement query = database_->statement(
      "SELECT collection, id, total FROM (SELECT collection, id, count(*) OVER (PARTITION BY collection) AS "
      "total, row_number() OVER (PARTITION BY collection ORDER BY id DESC) AS place FROM documents) "
      "WHERE place <= 12 ORDER BY collection, place");
  std::vector<Shelf> found;
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return found;
    const std::string collection = query.text(0);
    if (found.empty() || found.back().collection != collection) {
      found.push_back(Shelf{collection, query.small(2), {}});
    }
    found.back().newest.push_back(query.integer(1));
  }
}

Result<int> Catalogue::document_count() const {
  return database_->number("SELECT count(*) FROM documents").map([](auto n) { return static_cast<int>(n); });
}

Result<Revision> Catalogue::revision() const {
  return database_->number("SELECT revision FROM state");
}

Result<std::vector<Change>> Catalogue::changes_since(Revision revision) const {
  Statement query = database_->statement(
      "SELECT id, revision, 0 FROM documents WHERE revision > ?1 UNION ALL "
      "SELECT document, revision, 1 FROM removed WHERE revision > ?1 ORDER BY 2");
  query.bind(revision);
  std::vector<Change> found;
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return found;
    found.push_back(Change{query.integer(0), query.integer(1), query.integer(2) != 0});
  }
}

Result<std::vector<std::string>> Catalogue::removed_hashes() const {
  Statement query = database_->statement(
      "SELECT DISTINCT sha256 FROM removed WHERE sha256 NOT IN (SELECT sha256 FROM documents)");
  std::vector<std::string> found;
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return found;
    found.push_back(query.text(0));
  }
}

Result<std::vector<Refusal>> Catalogue::refusals() const {
  Statement query =
      database_->statement("SELECT source, sha256, kind, what, at FROM refusals ORDER BY at DESC, source");
  std::vector<Refusal> found;
  for (;;) {
    auto row = query.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return found;
    found.push_back(
        Refusal{query.text(0), query.text(1), error_kind_of(query.text(2)), query.text(3), query.text(4)});
  }
}

Result<bool> Catalogue::is_quarantined(const std::string& sha256) const {
  Statement query = database_->statement("SELECT 1 FROM quarantine WHERE sha256 = ?1");
  return query.bind(sha256).step();
}

Result<std::optional<std::string>> Catalogue::hash_of_source(const SourceStamp& stamp) const {
  Statement query = database_->statement(
      "SELECT sha256 FROM sources WHERE path = CAST(?1 AS BLOB) AND size = ?2 AND modified_ns = ?3");
  auto row = query.bind(stamp.path, stamp.size, stamp.modified_ns).step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) return std::nullopt;
  return query.text(0);
}

Result<std::vector<std::string>> Catalogue::check() const {
  std::vector<std::string> faults;
  Statement integrity = database_->statement("PRAGMA integrity_check");
  for (;;) {
    auto row = integrity.step();
    if (!row) {
      faults.push_back(row.error().what);  // too damaged to be checked to the end
      return faults;
    }
    if (!*row) break;
    if (const std::string said = integrity.text(0); said != "ok") faults.push_back("catalogue: " + said);
  }
  Statement keys = database_->statement("PRAGMA foreign_key_check");
  for (;;) {
    auto row = keys.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) break;
    faults.push_back("catalogue: a row of " + keys.text(0) + " belongs to no row of " + keys.text(2));
  }
  Statement short_of_pages = database_->statement(
      "SELECT id, page_count, (SELECT count(*) FROM pages WHERE document = id) AS held FROM documents "
      "WHERE page_count <> held");
  for (;;) {
    auto row = short_of_pages.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return faults;
    faults.push_back("catalogue: document " + short_of_pages.text(0) + " has " + short_of_pages.text(1) +
                     " pages and holds the text of " + short_of_pages.text(2));
  }
}

}  // namespace mess::library
