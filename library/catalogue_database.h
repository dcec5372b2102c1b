#pragma once
// The thin layer over SQLite that the catalogue*.cpp files share and nobody else includes: a connection,
// checked statements that are prepared once and reset by themselves, and transactions that roll back unless
// committed. One thread at a time, like the Catalogue that owns it.

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "library/catalogue.h"

namespace mess::library {

// A statement in use. Errors are kept from bind to step, so that callers check once, at step() or run().
class Statement {
 public:
  Statement(sqlite3* connection, sqlite3_stmt* statement, std::string path);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Binds the parameters in their order.
  template <class... Values>
  Statement& bind(const Values&... values) {
    (bind_next(values), ...);
    return *this;
  }

  Result<bool> step();  // true: a row is there to be read
  Result<void> run();   // for statements that give no rows

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  int small(int column) const { return sqlite3_column_int(statement_, column); }
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::string text(int column) const;

 private:
  void bind_next(std::int64_t value);
  void bind_next(int value) { bind_next(std::int64_t{value}); }
  void bind_next(std::string_view value);
  void bind_next(const std::string& value) { bind_next(std::string_view(value)); }
  void bind_next(const char* value) { bind_next(std::string_view(value)); }
  void bind_next(const std::optional<int>& value);
  void note(int code);

  sqlite3* connection_;
  sqlite3_stmt* statement_;
  std::string path_;
  int parameter_ = 0;
  int failed_ = SQLITE_OK;
};

// What SQLite reported last on this connection, as an Error about the file `path`.
Error sqlite_error(sqlite3* connection, int code, const std::string& path);

struct Catalogue::Database {
  struct CloseConnection {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };
  struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  // flags and name as sqlite3_open_v2 takes them; `file` is the path for messages.
  static Result<std::unique_ptr<Database>> connect(const std::string& name, int flags,
                                                   const std::filesystem::path& file);

  Statement statement(const char* sql);          // sql: a literal, its address is the key of the cache
  Result<void> execute(const std::string& sql);  // one or several statements without parameters or rows
  Result<std::int64_t> number(const char* sql);  // first column of the first row; 0 when there is none
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(connection.get()); }
  Result<Revision> next_revision();  // grows it; inside the transaction of the change

  std::unique_ptr<sqlite3, CloseConnection> connection;
  std::unordered_map<const char*, std::unique_ptr<sqlite3_stmt, FinalizeStatement>> prepared;
  std::string path;
  int depth = 0;  // of open transactions
};

// BEGIN IMMEDIATE, or a savepoint inside another transaction.
class Transaction {
 public:
  template <class Database>
  static Result<std::unique_ptr<Transaction>> begin(Database& database) {
    auto transaction = std::unique_ptr<Transaction>(
        new Transaction(database.connection.get(), database.depth, database.path));
    if (auto begun = transaction->start(); !begun) return tl::make_unexpected(begun.error());
    return transaction;
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  Transaction(sqlite3* connection, int& depth, std::string path);
  Result<void> start();
  Result<void> execute(const char* sql);

  sqlite3* connection_;
  int& depth_;
  std::string path_;
  bool open_ = false;
  bool outermost_ = true;
};

}  // namespace mess::library
