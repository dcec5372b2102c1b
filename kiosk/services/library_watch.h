#pragma once
// Follows the library for the screen: reads the shelves and their newest documents at the start and whenever
// the catalogue, the index or house.toml changes, on a thread of its own that sleeps in between (inotify).
// Posts message::HouseRead, then message::LibraryChanged; a library that is not there yet is an empty one.

#include <functional>
#include <memory>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"

namespace mess::kiosk {

// The shelves as they are now. Errors: those of Catalogue.
Result<message::LibraryChanged> read_library(const library::LibraryFolder& folder);

class LibraryWatch {
 public:
  using Post = std::function<void(Message)>;
  LibraryWatch(library::LibraryFolder folder, Post post);
  ~LibraryWatch();

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
