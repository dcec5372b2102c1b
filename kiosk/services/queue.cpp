#include "kiosk/services/queue.h"

#include <utility>

namespace mess::kiosk {

void MessageQueue::post(Message message) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = messages_.empty();
    messages_.push_back(std::move(message));
  }
  if (first && wake_) wake_();
}

std::vector<Message> MessageQueue::take() {
  std::vector<Message> taken;
  const std::lock_guard lock(mutex_);
  taken.swap(messages_);
  return taken;
}

}  // namespace mess::kiosk
