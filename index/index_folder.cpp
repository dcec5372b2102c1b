#include "index/index_folder.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <future>

#include "index/index_layout.h"
#include "index/xapian_error.h"

namespace mess::index {
namespace {

namespace fs = std::filesystem;

Result<void> fail_disk(int number, const std::string& what, const fs::path& where) {
  const std::string because = what + ": " + std::strerror(number) + ".";
  if (number == ENOSPC || number == EDQUOT) {
    return fail(ErrorKind::disk_full, because, where.string(),
                "Free some space, then run the same command again.");
  }
  return fail(ErrorKind::read_only, because, where.string(), "Check the rights of the library folder.");
}

Result<void> sync_path(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail_disk(errno, "The search index could not be made durable", path);
  const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (failed != 0 && failed != EINVAL)
    return fail_disk(failed, "The search index could not be made durable", path);
  return {};
}

Result<void> sync_tree(const fs::path& root) {
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(root, failed)) {
    if (auto synced = sync_path(entry.path()); !synced) return synced;
  }
  if (failed) return fail_disk(failed.value(), "The search index could not be read", root);
  return sync_path(root);
}

void pack_database(const fs::path& database) {
  fs::path packed = database;
  packed += ".packed";
  fs::remove_all(packed);
  Xapian::Database(database.string()).compact(packed.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  fs::remove_all(database);
  fs::rename(packed, database);
}

// Halves the size of what was built in many small commits, and puts each posting list in one place. Both at
// once: each is a second or two that staff wait for at the end of a loading.
void pack(const fs::path& beside) {
  auto pages = std::async(std::launch::async, [&] { pack_database(pages_path(beside)); });
  pack_database(documents_path(beside));
  pages.get();
}

// A folder that cannot be looked into counts as not there; opening it says why.
bool is_there(const fs::path& path) {
  std::error_code failed;
  return fs::exists(path, failed);
}

// True when both folders were exchanged in one step; some file systems (FAT, older NFS) cannot.
bool exchange(const fs::path& one, const fs::path& other) {
  return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

Result<void> put_in_place(const fs::path& beside, const fs::path& index) {
  std::error_code failed;
  if (!is_there(index)) {
    fs::rename(beside, index, failed);
    if (failed) return fail_disk(failed.value(), "The new search index could not be put in place", index);
    return {};
  }
  if (exchange(beside, index)) {
    fs::remove_all(beside, failed);  // the old one; what cannot be removed now is removed by the next rebuild
    return {};
  }
  fs::path old = index;
  old += ".old";
  fs::remove_all(old, failed);
  fs::rename(index, old, failed);
  if (!failed) fs::rename(beside, index, failed);
  if (failed) return fail_disk(failed.value(), "The new search index could not be put in place", index);
  fs::remove_all(old, failed);
  return {};
}

}  // namespace

IndexCondition examine(const fs::path& index) {
  if (!is_there(documents_path(index)) || !is_there(pages_path(index))) return {};
  try {
    const Xapian::Database documents(documents_path(index).string());
    const Xapian::Database pages(pages_path(index).string());
    const std::string schema = documents.get_metadata(schema_key);
    if (schema.empty() && documents.get_doccount() == 0) return {};  // made, never committed
    if (schema != schema_version) return {IndexState::other_schema, 0};
    // Reads a little of each table, which a torn file often no longer has.
    const auto first = documents.postlist_begin("");
    if (first != documents.postlist_end("")) static_cast<void>(documents.get_document(*first).get_data());
    static_cast<void>(pages.allterms_begin());
    return {IndexState::sound, std::strtoll(documents.get_metadata(revision_key).c_str(), nullptr, 10)};
  } catch (const Xapian::DatabaseVersionError&) {
    return {IndexState::other_schema, 0};
  } catch (const Xapian::Error&) {
    return {IndexState::torn, 0};
  }
}

bool can_go_on(const IndexCondition& condition, library::Revision catalogue_revision) {
  return condition.state == IndexState::sound && condition.revision <= catalogue_revision;
}

bool is_cured_by_rebuilding(const Error& error) {
  return error.kind == ErrorKind::corrupt || error.kind == ErrorKind::index_missing;
}

fs::path folder_beside(const library::LibraryFolder& folder) {
  fs::path beside = folder.index();
  beside += ".new";
  return beside;
}

Result<void> swap_in(const fs::path& beside, const fs::path& index) {
  try {
    pack(beside);
  } catch (const Xapian::Error& thrown) {
    return tl::unexpected<Error>(error_of(thrown, beside.string()));
  } catch (const fs::filesystem_error& thrown) {
    return fail_disk(thrown.code().value(), "The new search index could not be packed", beside);
  }
  if (auto synced = sync_tree(beside); !synced) return synced;
  if (auto placed = put_in_place(beside, index); !placed) return placed;
  return sync_path(index.parent_path());
}

}  // namespace mess::index
