#include "library/catalogue.h"
#include "library/catalogue_database.h"
#include "library/utc_time.h"

namespace mess::library {

namespace {

template <class Database>
Result<void> write_values(Database& database, DocumentId id, const char* field,
                          const std::vector<std::string>& values) {
  int position = 0;
  for (const std::string& value : values) {
    Statement insert = database.statement("INSERT INTO document_values VALUES (?1, ?2, ?3, ?4)");
    if (auto done = insert.bind(id, field, position++, value).run(); !done) return done;
  }
  return {};
}

template <class Database>
Result<void> write_all_values(Database& database, DocumentId id, const Document& document) {
  Statement clear = database.statement("DELETE FROM document_values WHERE document = ?1");
  if (auto done = clear.bind(id).run(); !done) return done;
  if (auto done = write_values(database, id, "creator", document.creators); !done) return done;
  if (auto done = write_values(database, id, "language", document.languages); !done) return done;
  return write_values(database, id, "subject", document.subjects);
}

template <class Database>
Result<void> write_pages(Database& database, DocumentId id, const std::vector<Page>& pages) {
  for (const Page& page : pages) {
    Statement insert = database.statement(
        "INSERT INTO pages (document, number, language, text_state, text) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (auto done = insert.bind(id, page.number, page.language, name_of(page.state), page.text).run();
        !done) {
      return done;
    }
  }
  return {};
}

// What the tables would refuse with words that help nobody.
Result<void> check_record(const Document& document) {
  if (document.sha256.size() != 64) return fail(ErrorKind::invalid, "a document needs its SHA-256");
  if (document.title.empty())
    return fail(ErrorKind::invalid, "a document needs a title", document.source_name);
  return {};
}

}  // namespace

Result<DocumentId> Catalogue::add(const Document& document, const std::vector<Page>& pages) {
  if (auto sound = check_record(document); !sound) return tl::make_unexpected(sound.error());
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto known = document_of_hash(document.sha256);
  if (!known) return tl::make_unexpected(known.error());
  if (*known) {
    return fail(ErrorKind::invalid, "this PDF is already in the library", document.source_name);
  }
  const auto revision = database_->next_revision();
  if (!revision) return tl::make_unexpected(revision.error());
  Statement insert = database_->statement(
      "INSERT INTO documents (sha256, title, year, kind, collection, publisher, rights, identifier, "
      "page_count, "
      "byte_size, text_state, source_name, added_at, revision) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  insert.bind(document.sha256, document.title, document.year, document.kind, document.collection,
              document.publisher, document.rights, document.identifier, document.page_count,
              document.byte_size, name_of(document.text), document.source_name,
              document.added_at.empty() ? utc_now() : document.added_at, *revision);
  if (auto done = insert.run(); !done) return tl::make_unexpected(done.error());
  const DocumentId id = database_->last_row();
  if (auto done = write_all_values(*database_, id, document); !done) return tl::make_unexpected(done.error());
  if (auto done = write_pages(*database_, id, pages); !done) return tl::make_unexpected(done.error());
  if (auto done = (*transaction)->commit(); !done) return tl::make_unexpected(done.error());
  return id;
}

Result<void> Catalogue::update(const Document& document) {
  if (auto sound = check_record(document); !sound) return sound;
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return tl::make_unexpected(transaction.error());
  if (auto known = this->document(document.id); !known) return tl::make_unexpected(known.error());
  const auto revision = database_->next_revision();
  if (!revision) return tl::make_unexpected(revision.error());
  Statement write = database_->statement(
      "UPDATE documents SET title = ?2, year = ?3, kind = ?4, collection = ?5, publisher = ?6, rights = ?7, "
      "identifier = ?8, source_name = ?9, revision = ?10 WHERE id = ?1");
  write.bind(document.id, document.title, document.year, document.kind, document.collection,
             document.publisher, document.rights, document.identifier, document.source_name, *revision);
  if (auto done = write.run(); !done) return done;
  if (auto done = write_all_values(*database_, document.id, document); !done) return done;
  return (*transaction)->commit();
}

Result<void> Catalogue::remove(DocumentId id) {
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto known = document(id);
  if (!known) return tl::make_unexpected(known.error());
  const auto revision = database_->next_revision();
  if (!revision) return tl::make_unexpected(revision.error());
  Statement tombstone = database_->statement("INSERT INTO removed VALUES (?1, ?2, ?3, ?4)");
  if (auto done = tombstone.bind(id, known->sha256, *revision, utc_now()).run(); !done) return done;
  Statement remove = database_->statement("DELETE FROM documents WHERE id = ?1");
  if (auto done = remove.bind(id).run(); !done) return done;
  return (*transaction)->commit();
}

Result<void> Catalogue::record_refusal(const Refusal& refusal) {
  Statement insert = database_->statement("INSERT OR REPLACE INTO refusals VALUES (?1, ?2, ?3, ?4, ?5)");
  return insert
      .bind(refusal.source, refusal.sha256, mess::name_of(refusal.kind), refusal.what,
            refusal.at.empty() ? utc_now() : refusal.at)
      .run();
}

Result<void> Catalogue::forget_refusal(const std::string& source) {
  Statement remove = database_->statement("DELETE FROM refusals WHERE source = ?1");
  return remove.bind(source).run();
}

Result<void> Catalogue::quarantine(const std::string& sha256, const std::string& why) {
  Statement insert = database_->statement("INSERT OR REPLACE INTO quarantine VALUES (?1, ?2, ?3)");
  return insert.bind(sha256, why, utc_now()).run();
}

Result<void> Catalogue::remember_source(const SourceStamp& stamp, const std::string& sha256) {
  Statement insert =
      database_->statement("INSERT OR REPLACE INTO sources VALUES (CAST(?1 AS BLOB), ?2, ?3, ?4)");
  return insert.bind(stamp.path, stamp.size, stamp.modified_ns, sha256).run();
}

Result<void> Catalogue::together(const std::function<Result<void>()>& changes) {
  auto transaction = Transaction::begin(*database_);
  if (!transaction) return tl::make_unexpected(transaction.error());
  if (auto made = changes(); !made) return made;
  return (*transaction)->commit();
}

}  // namespace mess::library
