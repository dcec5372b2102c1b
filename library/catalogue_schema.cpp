#include "library/catalogue_schema.h"

#include <array>

namespace mess::library {

namespace {

// Version 1. Names with several values (creators, languages, subjects) are rows of document_values, in their
// order. AUTOINCREMENT keeps an id from being given twice. Source paths are BLOB: file names have any bytes.
constexpr const char* first_tables = R"sql(
  CREATE TABLE state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), revision INTEGER NOT NULL) STRICT;
  INSERT INTO state VALUES (1, 0);

  CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    title TEXT NOT NULL CHECK (title <> ''),
    year INTEGER,
    kind TEXT NOT NULL,
    collection TEXT NOT NULL,
    publisher TEXT NOT NULL,
    rights TEXT NOT NULL,
    identifier TEXT NOT NULL,
    page_count INTEGER NOT NULL,
    byte_size INTEGER NOT NULL,
    text_state TEXT NOT NULL CHECK (text_state IN ('good', 'none', 'doubtful')),
    source_name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX documents_by_revision ON documents (revision);
  CREATE INDEX documents_by_collection ON documents (collection, id);

  CREATE TABLE document_values (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('creator', 'language', 'subject')),
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (document, field, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pages (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    language TEXT NOT NULL,
    text_state TEXT NOT NULL CHECK (text_state IN ('good', 'none', 'doubtful')),
    text TEXT NOT NULL,
    UNIQUE (document, number)
  ) STRICT;

  CREATE TABLE removed (
    document INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX removed_by_revision ON removed (revision);

  CREATE TABLE refusals (
    source TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE quarantine (sha256 TEXT PRIMARY KEY, why TEXT NOT NULL, at TEXT NOT NULL) STRICT;

  CREATE TABLE sources (
    path BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array migrations{first_tables};

}  // namespace

int catalogue_version() {
  return static_cast<int>(migrations.size());
}

const char* migration_script(int to_version) {
  return migrations.at(static_cast<std::size_t>(to_version - 1));
}

}  // namespace mess::library
