#include "kiosk/services/search_service.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/content/assets.h"

namespace mess::kiosk {

namespace {
constexpr int suggestions_shown = 5;
}

class SearchService::Thread {
 public:
  Thread(library::LibraryFolder folder, GuideSearch guide, Post post)
      : folder_(std::move(folder)),
        guide_(std::move(guide)),
        post_(std::move(post)),
        thread_([this] { run(); }) {}

  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
      overtaken_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

  void search(effect::Search request) {
    {
      const std::lock_guard lock(mutex_);
      waiting_ = std::move(request);
      overtaken_ = true;
    }
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return waiting_.has_value() || running_;
  }

 private:
  void run() {
    while (std::optional<effect::Search> request = next()) {
      message::SearchAnswered answer = answer_to(*request);
      const std::lock_guard lock(mutex_);
      running_ = false;
      // Under the lock, so that nobody sees the service idle before its answer is in the queue.
      if (!overtaken_) post_(std::move(answer));
    }
  }

  std::optional<effect::Search> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || waiting_; });
    if (ending_) return std::nullopt;
    running_ = true;
    overtaken_ = false;
    return std::exchange(waiting_, std::nullopt);
  }

  message::SearchAnswered answer_to(const effect::Search& asked) {
    const index::SearchRequest& request = asked.request;
    message::SearchAnswered answer;
    answer.ticket = asked.ticket;
    for (const GuideHit& hit : guide_.find(request.query, request.language, request.typing)) {
      answer.guide_pages.push_back(hit.key);
    }
    answer.response = search_index(request);
    if (answer.response && asked.suggest && !overtaken_) {
      // One row is for a page of the house.
      const int rows = suggestions_shown - (answer.guide_pages.empty() ? 0 : 1);
      answer.suggestions = searcher_->suggest(request.query, request.language, rows);
    }
    return answer;
  }

  Result<index::SearchResponse> search_index(const index::SearchRequest& request) {
    if (!searcher_) {
      Result<index::Searcher> opened = index::Searcher::open(folder_, assets_folder() / "thesaurus");
      if (!opened) return tl::unexpected(opened.error());
      searcher_.emplace(std::move(*opened));
    }
    Result<index::SearchResponse> response = searcher_->search(request, &overtaken_);
    if (!response && response.error().kind != ErrorKind::interrupted) searcher_.reset();
    return response;
  }

  const library::LibraryFolder folder_;
  const GuideSearch guide_;
  const Post post_;
  std::optional<index::Searcher> searcher_;  // of the thread

  mutable std::mutex mutex_;  // the rest
  std::condition_variable changed_;
  std::optional<effect::Search> waiting_;
  bool running_ = false;
  bool ending_ = false;
  index::CancelFlag overtaken_{false};
  std::thread thread_;
};

SearchService::SearchService(library::LibraryFolder folder, GuideSearch guide, Post post)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(guide), std::move(post))) {}

SearchService::~SearchService() = default;

void SearchService::search(effect::Search request) {
  thread_->search(std::move(request));
}

bool SearchService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
