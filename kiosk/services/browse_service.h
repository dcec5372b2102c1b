#pragma once
// Puts the whole library in order on a thread of its own. The newest request wins: those in between are never
// begun, and one that was overtaken gets no answer. Every member returns at once; answers come through `post`
// from that thread. A library that is not there yet is an empty one; other errors are those of Catalogue.

#include <functional>
#include <memory>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"

namespace mess::kiosk {

class BrowseService {
 public:
  using Post = std::function<void(Message)>;
  BrowseService(library::LibraryFolder folder, Post post);
  ~BrowseService();

  void browse(const effect::Browse& request);
  bool busy() const;  // a request is waiting or running

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
