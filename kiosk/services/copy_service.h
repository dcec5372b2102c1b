#pragma once
// Copies documents to USB keys on a thread of its own, and says which keys are there, at the start and
// whenever one comes or goes (the kernel tells; the thread sleeps in between). Every member returns at once;
// answers come through `post` from that thread: KeysFound, and CopyProgress whenever it changes.

#include <functional>
#include <memory>
#include <vector>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"

namespace mess::kiosk {

class CopyService {
 public:
  using Post = std::function<void(Message)>;
  using FindKeys = std::function<std::vector<UsbKey>()>;
  CopyService(library::LibraryFolder folder, Post post, FindKeys find);
  ~CopyService();  // cancels what is being copied

  void copy(const effect::CopyToKey& wish);
  void cancel(const effect::CancelCopy& wish);
  bool busy() const;  // keys have not been looked for yet, or something is being copied

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
