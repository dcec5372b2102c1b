#include "library/catalogue_database.h"

#include <cerrno>
#include <utility>

namespace mess::library {

Error sqlite_error(sqlite3* connection, int code, const std::string& path) {
  const int primary = code & 0xFF;
  const std::string said = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  const int system = connection != nullptr ? sqlite3_system_errno(connection) : 0;
  if (primary == SQLITE_FULL || (primary == SQLITE_IOERR && system == ENOSPC)) {
    return {ErrorKind::disk_full, "the disk that holds the catalogue is full", path,
            "Free some space on this disk, then try again."};
  }
  if (primary == SQLITE_READONLY) {
    return {ErrorKind::read_only, "the catalogue cannot be written: " + said, path,
            "Make the library folder writable for this user, or choose another one."};
  }
  if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) {
    return {ErrorKind::corrupt, "the catalogue is damaged: " + said, path,
            "Put back the last copy of the library folder; the PDF files in it can be loaded again."};
  }
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) {
    return {ErrorKind::busy, "another program is writing in this catalogue", path,
            "Wait until it has ended, then try again."};
  }
  if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN || primary == SQLITE_PERM) {
    return {ErrorKind::unreadable, "the catalogue cannot be read: " + said, path,
            "Check the permissions, and that the disk is still there."};
  }
  return {ErrorKind::internal, "the catalogue refused a command: " + said, path, {}};
}

Statement::Statement(sqlite3* connection, sqlite3_stmt* statement, std::string path)
    : connection_(connection), statement_(statement), path_(std::move(path)) {
  if (statement_ == nullptr) failed_ = sqlite3_extended_errcode(connection);
}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Statement::note(int code) {
  if (code != SQLITE_OK && failed_ == SQLITE_OK) failed_ = code;
}

void Statement::bind_next(std::int64_t value) {
  if (failed_ == SQLITE_OK) note(sqlite3_bind_int64(statement_, ++parameter_, value));
}

void Statement::bind_next(std::string_view value) {
  if (failed_ != SQLITE_OK) return;
  // Never a null pointer: that would bind NULL where an empty text is meant.
  const char* bytes = value.data() == nullptr ? "" : value.data();
  note(sqlite3_bind_text64(statement_, ++parameter_, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_next(const std::optional<int>& value) {
  if (value) return bind_next(std::int64_t{*value});
  if (failed_ == SQLITE_OK) note(sqlite3_bind_null(statement_, ++parameter_));
}

Result<bool> Statement::step() {
  if (failed_ != SQLITE_OK) return tl::make_unexpected(sqlite_error(connection_, failed_, path_));
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  failed_ = code;
  return tl::make_unexpected(sqlite_error(connection_, sqlite3_extended_errcode(connection_), path_));
}

Result<void> Statement::run() {
  for (;;) {
    auto row = step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return {};
  }
}

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_, column);
  if (bytes == nullptr) return {};
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

Result<std::unique_ptr<Catalogue::Database>> Catalogue::Database::connect(const std::string& name, int flags,
                                                                          const std::filesystem::path& file) {
  auto database = std::make_unique<Database>();
  database->path = file.string();
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  database->connection.reset(opened);
  if (code != SQLITE_OK) return tl::make_unexpected(sqlite_error(opened, code, database->path));
  sqlite3_busy_timeout(opened, 10000);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return database;
}

Statement Catalogue::Database::statement(const char* sql) {
  auto& cached = prepared[sql];
  if (!cached) {
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v3(connection.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    cached.reset(made);
  }
  return Statement(connection.get(), cached.get(), path);
}

Result<void> Catalogue::Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(connection.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::make_unexpected(sqlite_error(connection.get(), code, path));
  return {};
}

Result<std::int64_t> Catalogue::Database::number(const char* sql) {
  Statement query = statement(sql);
  auto row = query.step();
  if (!row) return tl::make_unexpected(row.error());
  return *row ? query.integer(0) : 0;
}

Result<Revision> Catalogue::Database::next_revision() {
  Statement grow = statement("UPDATE state SET revision = revision + 1 RETURNING revision");
  auto row = grow.step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) {
    return fail(ErrorKind::corrupt, "the catalogue has lost its revision", path,
                "Put back the last copy of the library folder.");
  }
  const Revision revision = grow.integer(0);
  if (auto done = grow.run(); !done) return tl::make_unexpected(done.error());
  return revision;
}

Transaction::Transaction(sqlite3* connection, int& depth, std::string path)
    : connection_(connection), depth_(depth), path_(std::move(path)) {}

Result<void> Transaction::execute(const char* sql) {
  const int code = sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::make_unexpected(sqlite_error(connection_, code, path_));
  return {};
}

Result<void> Transaction::start() {
  outermost_ = depth_ == 0;
  if (auto begun = execute(outermost_ ? "BEGIN IMMEDIATE" : "SAVEPOINT inner"); !begun) return begun;
  open_ = true;
  ++depth_;
  return {};
}

Result<void> Transaction::commit() {
  if (auto committed = execute(outermost_ ? "COMMIT" : "RELEASE inner"); !committed) return committed;
  open_ = false;
  --depth_;
  return {};
}

Transaction::~Transaction() {
  if (!open_) return;
  --depth_;
  // After an error such as a full disk SQLite may have rolled back by itself; a second rollback then reports
  // that there is no transaction, which is what we want.
  if (outermost_) {
    sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
  } else {
    sqlite3_exec(connection_, "ROLLBACK TO inner; RELEASE inner", nullptr, nullptr, nullptr);
  }
}

}  // namespace mess::library
