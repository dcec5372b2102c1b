#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "library/catalogue.h"
#include "library/catalogue_database.h"
#include "library/catalogue_schema.h"
#include "library/file_handle.h"

namespace mess::library {

namespace fs = std::filesystem;

namespace {

// Pages of text are 2 kB on average: large database pages waste little of themselves on their ends.
constexpr const char* new_file_settings = "PRAGMA page_size = 16384";

// FULL: a commit in the WAL is on the disk when it returns. The WAL file stays (PERSIST_WAL below) but empty.
constexpr const char* writer_settings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
    "PRAGMA journal_size_limit = 0; PRAGMA cache_size = -16384";
constexpr const char* reader_settings = "PRAGMA query_only = ON; PRAGMA cache_size = -8192";

// A file: URI; every byte that means something in a URI is written as %XX (SQLite, "URI filenames").
std::string immutable_uri(const fs::path& file) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  const fs::path absolute = fs::absolute(file);
  for (const char c : absolute.native()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return uri + "?immutable=1";
}

std::uintmax_t size_or_zero(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return error ? 0 : size;
}

fs::path wal_of(const fs::path& file) {
  return file.native() + "-wal";
}

// SQLite reads a file that lost its end without complaint until a lost page is asked for. With nothing
// waiting in the WAL the file must be as long as its own header says.
template <class Database>
Result<void> refuse_cut_file(Database& database, const fs::path& file) {
  if (size_or_zero(wal_of(file)) != 0) return {};
  const auto count = database.number("PRAGMA page_count");
  if (!count) return tl::make_unexpected(count.error());
  const auto page_size = database.number("PRAGMA page_size");
  if (!page_size) return tl::make_unexpected(page_size.error());
  if (static_cast<std::uintmax_t>(*count) * static_cast<std::uintmax_t>(*page_size) > size_or_zero(file)) {
    return fail(ErrorKind::corrupt, "the catalogue has lost its end", display_name(file),
                "Put back the last copy of the library folder; the PDF files in it can be loaded again.");
  }
  return {};
}

template <class Database>
Result<void> migrate(Database& database) {
  for (;;) {
    // The version is read inside the transaction: another program may have just done this step.
    auto step = Transaction::begin(database);
    if (!step) return tl::make_unexpected(step.error());
    const auto version = checked_version(database);
    if (!version) return tl::make_unexpected(version.error());
    if (*version == catalogue_version()) return (*step)->commit();
    const int next = *version + 1;
    const std::string mark = "PRAGMA application_id = " + std::to_string(catalogue_application_id) +
                             "; PRAGMA user_version = " + std::to_string(next);
    if (auto done = database.execute(migration_script(next) + mark); !done) return done;
    if (auto done = (*step)->commit(); !done) return done;
  }
}

bool has_tables_of_others(const Result<std::int64_t>& version, const Result<std::int64_t>& tables) {
  return version && tables && *version == 0 && *tables > 0;
}

}  // namespace

Catalogue::Catalogue(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Result<Catalogue> Catalogue::open(const LibraryFolder& folder, Mode mode) {
  return mode == Mode::read_write ? open_to_write(folder) : open_to_read(folder);
}

Result<Catalogue> Catalogue::open_to_write(const LibraryFolder& folder) {
  if (auto made = folder.create(); !made) return tl::make_unexpected(made.error());
  const fs::path file = folder.catalogue();
  const bool is_new = size_or_zero(file) == 0;
  // As root or by an ACL the folder may be writable and the file not, or the other way round: SQLite would
  // open such a file read-only without a word.
  if (!is_new && ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0) {
    return tl::make_unexpected(system_error(errno, "write in this catalogue", file, ErrorKind::read_only));
  }
  auto database = Database::connect(file.native(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, file);
  if (!database) return tl::make_unexpected(database.error());
  Database& opened = **database;
  // Readers that may not write in this folder need the -wal and -shm files to be there.
  int persist = 1;
  sqlite3_file_control(opened.connection.get(), nullptr, SQLITE_FCNTL_PERSIST_WAL, &persist);
  if (is_new) {
    if (auto set = opened.execute(new_file_settings); !set) return tl::make_unexpected(set.error());
  } else {
    if (auto version = checked_version(opened); !version) return tl::make_unexpected(version.error());
    if (auto whole = refuse_cut_file(opened, file); !whole) return tl::make_unexpected(whole.error());
    if (has_tables_of_others(opened.number("PRAGMA user_version"),
                             opened.number("SELECT count(*) FROM sqlite_schema"))) {
      return fail(ErrorKind::corrupt, "this file is not a catalogue of the MESS kiosk", display_name(file),
                  "Move it away, then load the PDF files again.");
    }
  }
  if (auto set = opened.execute(writer_settings); !set) return tl::make_unexpected(set.error());
  if (auto ready = migrate(opened); !ready) return tl::make_unexpected(ready.error());
  return Catalogue(std::move(*database));
}

Result<Catalogue> Catalogue::open_to_read(const LibraryFolder& folder) {
  const fs::path file = folder.catalogue();
  std::error_code error;
  if (!fs::exists(file, error)) {
    if (error) return tl::make_unexpected(system_error(error.value(), "read this catalogue", file));
    return fail(ErrorKind::not_found, "there is no library here yet", display_name(folder.root()),
                "Load some PDF files first: mess-library add FOLDER");
  }
  if (::faccessat(AT_FDCWD, file.c_str(), R_OK, AT_EACCESS) != 0) {
    return tl::make_unexpected(system_error(errno, "read this catalogue", file));
  }
  auto catalogue = read_through(file.native(), SQLITE_OPEN_READONLY, folder);
  if (catalogue) return catalogue;
  const ErrorKind kind = catalogue.error().kind;
  if (kind != ErrorKind::unreadable && kind != ErrorKind::read_only) return catalogue;
  // A disk that takes no -wal and -shm files: the file cannot change either, so it may be read as it is,
  // unless a writer left something in the WAL.
  if (size_or_zero(wal_of(file)) != 0) return catalogue;
  return read_through(immutable_uri(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, folder);
}

Result<Catalogue> Catalogue::read_through(const std::string& name, int flags, const LibraryFolder& folder) {
  auto database = Database::connect(name, flags, folder.catalogue());
  if (!database) return tl::make_unexpected(database.error());
  Database& opened = **database;
  if (auto set = opened.execute(reader_settings); !set) return tl::make_unexpected(set.error());
  const auto version = checked_version(opened);
  if (!version) return tl::make_unexpected(version.error());
  if (auto whole = refuse_cut_file(opened, folder.catalogue()); !whole)
    return tl::make_unexpected(whole.error());
  if (*version != catalogue_version()) {
    return fail(ErrorKind::not_found, "this catalogue has not been made ready by this version of the program",
                opened.path, "Run mess-library add once, or start the kiosk as a user who may write here.");
  }
  return Catalogue(std::move(*database));
}

}  // namespace mess::library
