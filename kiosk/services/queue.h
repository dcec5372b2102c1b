#pragma once
// The one way back to the UI thread. Any thread posts; the UI thread takes all that has come: the lock is
// held for a swap only, and what the messages do runs outside it.

#include <functional>
#include <mutex>
#include <vector>

#include "kiosk/app/effect.h"

namespace mess::kiosk {

class MessageQueue {
 public:
  // `wake` tells the event loop that something is here; called by the posting thread, outside the lock, once
  // for each time the queue stops being empty.
  explicit MessageQueue(std::function<void()> wake) : wake_(std::move(wake)) {}

  void post(Message message);
  std::vector<Message> take();

 private:
  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<Message> messages_;
};

}  // namespace mess::kiosk
