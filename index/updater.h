#pragma once
// Brings the Xapian index up to the catalogue. The index is derived: it can be deleted at any time and is
// rebuilt beside the old one and swapped in. No PDF is opened: page texts come from the catalogue.

#include <functional>
#include <stop_token>
#include <vector>

#include "library/catalogue.h"
#include "library/library_folder.h"
#include "library/result.h"

namespace mess::index {

struct IndexReport {
  int documents = 0;  // written or removed
  int pages = 0;
  double seconds = 0;
  bool rebuilt = false;  // from nothing: there was none, its schema was another, or it was torn
};

// Follows Catalogue::changes_since the indexed revision, commits, records the revision. Rebuilds when needed.
// The caller holds the WriteLock. Errors: disk_full, read_only, corrupt, interrupted.
Result<IndexReport> update(const library::LibraryFolder& folder, std::stop_token stop = {},
                           const std::function<void(int done, int total)>& on_progress = {});

// Throws the index away and builds it again beside, then swaps.
Result<IndexReport> rebuild(const library::LibraryFolder& folder, std::stop_token stop = {},
                            const std::function<void(int done, int total)>& on_progress = {});

// Indexes while loading goes on: a thread that takes documents as they are committed, so that at the end of
// loading the index is nearly there. finish() waits for the rest, commits and swaps; stopped before the rest
// is done it commits what there is and returns `interrupted`, and the next update() takes up the rest.
class LiveUpdater {
 public:
  explicit LiveUpdater(library::LibraryFolder folder);
  ~LiveUpdater();  // stops without waiting for the rest; the next update() takes it up
  void wake();     // something was committed; any thread
  Result<IndexReport> finish(const std::stop_token& stop = {});

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

// Faults of the index in sentences: missing, other schema, torn, behind the catalogue. Empty = sound.
std::vector<std::string> check(const library::LibraryFolder& folder);

}  // namespace mess::index
