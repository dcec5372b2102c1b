#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/app/effect.h"

namespace mess::kiosk {

// Where a service posts; a test waits here for messages, as long as it takes.
class Inbox {
 public:
  void post(Message message) {
    const std::lock_guard lock(mutex_);
    messages_.push_back(std::move(message));
    came_.notify_all();
  }
  Message next() {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return !messages_.empty(); });
    Message first = std::move(messages_.front());
    messages_.erase(messages_.begin());
    return first;
  }
  bool empty() {
    const std::lock_guard lock(mutex_);
    return messages_.empty();
  }
  template <class M>
  M next_of() {
    for (;;) {
      Message message = next();
      if (auto* wanted = std::get_if<M>(&message)) return std::move(*wanted);
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<Message> messages_;
};

}  // namespace mess::kiosk
