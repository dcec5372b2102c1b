#pragma once
// Lets one thread sleep until another has something for it. ring() may be called from any thread; a ring that
// nobody waits for is kept for the next wait().

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace mess::kiosk {

class Bell {
 public:
  void ring() {
    {
      const std::scoped_lock guard(lock_);
      rung_ = true;
    }
    heard_.notify_one();
  }
  // Returns when it rings, or after so many seconds.
  void wait(double seconds) {
    std::unique_lock guard(lock_);
    heard_.wait_for(guard, std::chrono::duration<double>(seconds), [this] { return rung_; });
    rung_ = false;
  }

 private:
  std::mutex lock_;
  std::condition_variable heard_;
  bool rung_ = false;
};

}  // namespace mess::kiosk
