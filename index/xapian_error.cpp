#include "index/xapian_error.h"

#include <cerrno>
#include <cstring>

namespace mess::index {
namespace {

// Xapian keeps errno as text only.
bool says(const Xapian::Error& thrown, int number) {
  const char* text = thrown.get_error_string();
  return (text != nullptr && std::strcmp(text, std::strerror(number)) == 0) ||
         thrown.get_msg().find(std::strerror(number)) != std::string::npos;
}

}  // namespace

Error error_of(const Xapian::Error& thrown, const std::string& where) {
  const std::string type = thrown.get_type();
  const std::string what = "The search index failed: " + thrown.get_msg() + ".";
  if (says(thrown, ENOSPC) || says(thrown, EDQUOT)) {
    return {ErrorKind::disk_full, "The disk is full; the search index could not be written.", where,
            "Free some space, then run the same command again."};
  }
  if (says(thrown, EROFS) || says(thrown, EACCES)) {
    return {ErrorKind::read_only, "The search index cannot be written.", where,
            "Check the rights of the library folder."};
  }
  if (type == "DatabaseLockError") {
    return {ErrorKind::busy, "Another program is writing the search index.", where,
            "Wait until it has finished."};
  }
  if (type == "DatabaseVersionError" || type == "DatabaseNotFoundError") {
    return {ErrorKind::index_missing, what, where, "Rebuild the index: mess-library reindex."};
  }
  if (type.rfind("Database", 0) == 0 || type == "SerialisationError") {
    return {ErrorKind::corrupt, what, where, "Rebuild the index: mess-library reindex."};
  }
  return {ErrorKind::internal, what, where, "Rebuild the index: mess-library reindex."};
}

}  // namespace mess::index
