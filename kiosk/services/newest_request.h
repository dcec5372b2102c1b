#pragma once
// Where one thread waits for requests of which only the newest counts: whoever asks again no longer wants the
// answer before. Any thread may call any member, but next() and answered() are the waiting thread's.

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "kiosk/wipe.h"

namespace mess::kiosk {

template <class Request>
class NewestRequest {
 public:
  // Takes the place of a request that is still waiting; nullopt: nothing is wanted any more.
  void ask(std::optional<Request> request) {
    {
      const std::lock_guard lock(mutex_);
      renew(waiting_, std::move(request));
    }
    changed_.notify_one();
  }

  // From then on next() gives nothing.
  void end() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return waiting_.has_value() || running_;
  }

  // Waits for a request; nullopt at the end.
  std::optional<Request> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || waiting_; });
    if (ending_) return std::nullopt;
    running_ = true;
    return taken_out(waiting_);
  }

  // The request that next() gave is answered: `post` is called unless a newer one waits. Under the lock, so
  // that nobody sees the service idle before its answer is in the queue.
  template <class Post>
  void answered(Post post) {
    const std::lock_guard lock(mutex_);
    running_ = false;
    if (!waiting_) post();
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Request> waiting_;
  bool running_ = false, ending_ = false;
};

}  // namespace mess::kiosk
