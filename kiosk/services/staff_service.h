#pragma once
// Asks the lock of the staff door on a thread of its own: looking at a PIN takes some tens of milliseconds.
// The newest question wins: one that was overtaken before it was begun gets no answer. Every member returns
// at once; answers come through `post` from that thread. A PIN is wiped once it has been looked at.

#include <functional>
#include <memory>
#include <optional>

#include "kiosk/app/effect.h"

namespace mess::kiosk {

class StaffService {
 public:
  using Post = std::function<void(Message)>;
  // How the lock stands, after trying the PIN if there is one. Called on the service's thread.
  using Lock = std::function<Result<library::Try>(const std::optional<library::Pin>& pin)>;
  StaffService(Lock lock, Post post);
  ~StaffService();

  void ask(const effect::AskStaffLock& question);
  bool busy() const;  // a question is waiting or being answered

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

StaffService::Lock staff_lock_of(const library::LibraryFolder& folder);

}  // namespace mess::kiosk
