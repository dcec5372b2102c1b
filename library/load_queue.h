#pragma once
// A bounded queue between the stages of loading. Values wait here for the next stage; a stage that is ahead
// waits for room, so that memory stays bounded by count and by weight (bytes). Any thread.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace mess::library {

template <class Value>
class LoadQueue {
 public:
  LoadQueue(std::size_t most_values, std::size_t most_weight)
      : most_values_(most_values), most_weight_(most_weight) {}

  // Waits for room. A value heavier than the whole limit goes in alone. False when the queue is closed.
  bool push(Value value, std::size_t weight = 0) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return closed_ || values_.empty() ||
             (values_.size() < most_values_ && weight_ + weight <= most_weight_);
    });
    if (closed_) return false;
    weight_ += weight;
    values_.emplace_back(std::move(value), weight);
    ready_.notify_one();
    return true;
  }

  // Waits for a value; nullopt when the queue is closed and empty.
  std::optional<Value> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return closed_ || !values_.empty(); });
    if (values_.empty()) return std::nullopt;
    return take();
  }

  // Waits for a value and takes all that are there; empty when the queue is closed and empty.
  std::vector<Value> pop_all() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return closed_ || !values_.empty(); });
    std::vector<Value> taken;
    while (!values_.empty()) taken.push_back(take());
    return taken;
  }

  // No more values: those inside can still be taken.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    room_.notify_all();
    ready_.notify_all();
  }

 private:
  Value take() {
    Value value = std::move(values_.front().first);
    weight_ -= values_.front().second;
    values_.pop_front();
    room_.notify_all();
    return value;
  }

  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::deque<std::pair<Value, std::size_t>> values_;
  std::size_t most_values_, most_weight_, weight_ = 0;
  bool closed_ = false;
};

}  // namespace mess::library
