#include "kiosk/services/browse_service.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "library/catalogue.h"

namespace mess::kiosk {

class BrowseService::Thread {
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

  void browse(const effect::Browse& request) {
    {
      const std::lock_guard lock(mutex_);
      waiting_ = request;
    }
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return waiting_.has_value() || running_;
  }

 private:
  using Documents = std::vector<library::Listed>;

  void run() {
    while (const std::optional<effect::Browse> request = next()) {
      message::BrowseAnswered answer{request->ticket, arranged(*request)};
      const std::lock_guard lock(mutex_);
      running_ = false;
      // Under the lock, so that nobody sees the service idle before its answer is in the queue.
      if (!waiting_) post_(std::move(answer));
    }
  }

  std::optional<effect::Browse> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || waiting_; });
    if (ending_) return std::nullopt;
    running_ = true;
    return std::exchange(waiting_, std::nullopt);
  }

  Result<std::shared_ptr<const library::Listing>> arranged(const effect::Browse& request) {
    Result<Documents> documents = read();
    if (!documents && documents.error().kind == ErrorKind::not_found) documents = Documents{};
    if (!documents) {
      catalogue_.reset();  // opened anew next time
      return tl::unexpected(documents.error());
    }
    return std::make_shared<const library::Listing>(
        library::arrange(std::move(*documents), request.order, request.reader));
  }

  Result<Documents> read() {
    if (!catalogue_) {
      auto opened = library::Catalogue::open(folder_, library::Catalogue::Mode::read_only);
      if (!opened) return tl::unexpected(opened.error());
      catalogue_.emplace(std::move(*opened));
    }
    return catalogue_->listed();
  }

  const library::LibraryFolder folder_;
  const Post post_;
  std::optional<library::Catalogue> catalogue_;  // of the thread

  mutable std::mutex mutex_;  // the rest
  std::condition_variable changed_;
  std::optional<effect::Browse> waiting_;
  bool running_ = false, ending_ = false;
  std::thread thread_;
};

BrowseService::BrowseService(library::LibraryFolder folder, Post post)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(post))) {}

BrowseService::~BrowseService() = default;

void BrowseService::browse(const effect::Browse& request) {
  thread_->browse(request);
}

bool BrowseService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
