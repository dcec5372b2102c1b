#pragma once
// The SQLite catalogue: documents, page texts, collections, loading log, quarantine. The one place of our
// code that knows SQL. Any thread may own a Catalogue; one Catalogue is used by one thread at a time (open
// one a thread: WAL lets readers go on while one writer writes).

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "library/document.h"
#include "library/library_folder.h"
#include "library/listing.h"
#include "library/result.h"

namespace mess::library {

// What changed since a revision; what the index follows.
struct Change {
  DocumentId id = 0;
  Revision revision = 0;
  bool removed = false;
};

// A file that loading could not take, kept so that the report can be read again.
struct Refusal {
  std::string source;  // path as given, UTF-8 (bytes that are not UTF-8 replaced)
  std::string sha256;  // "" when it was never read
  ErrorKind kind = ErrorKind::internal;
  std::string what;
  std::string at;  // ISO 8601, UTC
};

struct CatalogueFilter {
  std::string collection;  // "" = all
  std::string language;    // "" = all
  int limit = -1;          // -1 = all
  int offset = 0;
};

class Catalogue {
 public:
  enum class Mode { read_only, read_write };

  // read_write creates and migrates; read_only works on a read-only disk too. Errors: not_found (read_only
  // and nothing there), newer_version, corrupt, read_only, disk_full.
  static Result<Catalogue> open(const LibraryFolder& folder, Mode mode);
  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  // Reading. Documents come newest first. A page beyond the end: not_found.
  Result<std::vector<Document>> documents(const CatalogueFilter& filter = {}) const;
  Result<std::vector<Listed>> listed() const;  // all of them, as arrange() takes them
  Result<Document> document(DocumentId id) const;
  Result<std::optional<Document>> document_of_hash(const std::string& sha256) const;
  Result<bool> holds(const std::string& sha256) const;
  Result<Page> page(DocumentId id, int number) const;
  Result<std::vector<Page>> pages(DocumentId id) const;
  Result<std::vector<Shelf>> shelves() const;
  Result<int> document_count() const;
  Result<Revision> revision() const;
  Result<std::vector<Change>> changes_since(Revision revision) const;  // oldest first
  Result<std::vector<std::string>> removed_hashes() const;             // of PDFs removed and not added again
  Result<std::vector<Refusal>> refusals() const;
  Result<bool> is_quarantined(const std::string& sha256) const;

  // Writing; each call is one transaction, durable when it returns. The caller holds the WriteLock.
  // add: the document with all its pages; returns its new id. A hash already there: invalid.
  Result<DocumentId> add(const Document& document, const std::vector<Page>& pages);
  Result<void> update(const Document& document);  // the record only, not the pages
  Result<void> remove(DocumentId id);             // leaves a tombstone for changes_since
  Result<void> record_refusal(const Refusal& refusal);
  Result<void> forget_refusal(const std::string& source);
  Result<void> quarantine(const std::string& sha256, const std::string& why);

  // Runs `changes`, which calls the functions above, as one transaction with one wait for the disk; all of it
  // is undone when it returns an error.
  Result<void> together(const std::function<Result<void>()>& changes);

  // Remembers a source file that was dealt with (path, size, modification time in ns -> hash), so that the
  // same folder again costs one stat a file. nullopt when unknown or changed.
  struct SourceStamp {
    std::string path;
    std::int64_t size = 0;
    std::int64_t modified_ns = 0;
  };
  Result<std::optional<std::string>> hash_of_source(const SourceStamp& stamp) const;
  Result<void> remember_source(const SourceStamp& stamp, const std::string& sha256);

  // Full check of our own file (PRAGMA integrity_check, foreign keys); a sentence for each fault, empty =
  // sound.
  Result<std::vector<std::string>> check() const;

 private:
  struct Database;
  explicit Catalogue(std::unique_ptr<Database> database);
  static Result<Catalogue> open_to_write(const LibraryFolder& folder);
  static Result<Catalogue> open_to_read(const LibraryFolder& folder);
  static Result<Catalogue> read_through(const std::string& name, int flags, const LibraryFolder& folder);
  std::unique_ptr<Database> database_;
};

}  // namespace mess::library
