#pragma once
// The tables of the catalogue and how an older catalogue becomes a newer one: numbered steps, each one
// transaction, counted in PRAGMA user_version. A step once released is never changed; a new one is added.

#include "library/catalogue_database.h"

namespace mess::library {

// "MESS": marks the file as ours (PRAGMA application_id).
inline constexpr int catalogue_application_id = 0x4D455353;

int catalogue_version();  // that this program writes

// The version of an open catalogue, after checking that it is one of ours. Errors: newer_version, corrupt.
template <class Database>
Result<int> checked_version(Database& database) {
  const auto application = database.number("PRAGMA application_id");
  if (!application) return tl::make_unexpected(application.error());
  const auto version = database.number("PRAGMA user_version");
  if (!version) return tl::make_unexpected(version.error());
  if (*version != 0 && *application != catalogue_application_id) {
    return fail(ErrorKind::corrupt, "this file is not a catalogue of the MESS kiosk", database.path,
                "Move it away, then load the PDF files again.");
  }
  if (*version > catalogue_version()) {
    return fail(ErrorKind::newer_version, "this catalogue was written by a newer version of the program",
                database.path, "Install the newer version on this computer.");
  }
  return static_cast<int>(*version);
}

const char* migration_script(int to_version);  // the SQL that leads from to_version - 1 to to_version

}  // namespace mess::library
