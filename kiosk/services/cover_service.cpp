#include "kiosk/services/cover_service.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "kiosk/content/house.h"
#include "kiosk/draw/house_mark.h"

namespace mess::kiosk {

class CoverService::Thread {
 public:
  Thread(library::LibraryFolder folder, Post post)
      : folder_(std::move(folder)), post_(std::move(post)), thread_([this] { run(); }) {}

  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

  void wish(const std::vector<PictureWish>& wishes) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.clear();
      std::set<PictureKey> still_wished;
      for (const PictureWish& wish : wishes) {
        if (wish.key.kind != PictureKey::Kind::cover) continue;
        if (posted_.contains(wish.key)) {
          still_wished.insert(wish.key);  // on its way to the screen
        } else if (running_ != wish.key) {
          waiting_.push_back(wish);
        }
      }
      posted_ = std::move(still_wished);
      std::reverse(waiting_.begin(), waiting_.end());
    }
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty() || running_;
  }

 private:
  void run() {
    while (const std::optional<PictureWish> wish = next()) {
      Result<Pixels> pixels = wish->key.document == house_mark ? read_mark(mark_file(folder_.root()))
                                                               : read_jpeg(folder_.cover_of(wish->sha256));
      message::PictureReady ready{wish->key, nullptr};
      if (pixels) ready.pixels = std::make_shared<const Pixels>(std::move(*pixels));
      const std::lock_guard lock(mutex_);
      running_.reset();
      posted_.insert(wish->key);
      post_(std::move(ready));
    }
  }

  std::optional<PictureWish> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (ending_) return std::nullopt;
    PictureWish wish = std::move(waiting_.back());
    waiting_.pop_back();
    running_ = wish.key;
    return wish;
  }

  const library::LibraryFolder folder_;
  const Post post_;

  mutable std::mutex mutex_;  // the rest
  std::condition_variable changed_;
  std::vector<PictureWish> waiting_;  // most wanted last
  std::optional<PictureKey> running_;
  std::set<PictureKey> posted_;  // and not yet missing from the wishes
  bool ending_ = false;
  std::thread thread_;
};

CoverService::CoverService(library::LibraryFolder folder, Post post)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(post))) {}

CoverService::~CoverService() = default;

void CoverService::wish(const std::vector<PictureWish>& wishes) {
  thread_->wish(wishes);
}

bool CoverService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
