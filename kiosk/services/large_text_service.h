#pragma once
// The texts of pages for "read large", from the catalogue, on a thread of its own. The newest request wins;
// one that was overtaken gets no answer. Every member returns at once; answers come through `post` from that
// thread. No PDF is opened. A page that cannot be read is one without text.

#include <functional>
#include <memory>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"

namespace mess::kiosk {

class LargeTextService {
 public:
  using Post = std::function<void(Message)>;
  LargeTextService(library::LibraryFolder folder, Post post);
  ~LargeTextService();

  void find(const effect::LargeText& request);
  void forget();      // the document was closed
  bool busy() const;  // a request is waiting or running

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
