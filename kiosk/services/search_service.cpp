#include "kiosk/services/search_service.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include "index/forget.h"
#include "kiosk/content/assets.h"
#include "kiosk/wipe.h"

namespace mess::kiosk {

namespace {
constexpr int suggestions_shown = 5, related_shown = 4;
constexpr std::chrono::seconds prepare_after{1};
}  // namespace

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
      renew(waiting_, std::optional(std::move(request)));
      overtaken_ = true;
    }
    changed_.notify_one();
  }

  void related(effect::Related request) {
    {
      const std::lock_guard lock(mutex_);
      near_waiting_ = request;
    }
    changed_.notify_one();
  }

  void look_up(effect::LookUpWord request) {
    {
      const std::lock_guard lock(mutex_);
      renew(word_waiting_, std::optional(std::move(request)));
    }
    changed_.notify_one();
  }

  void forget() {
    {
      const std::lock_guard lock(mutex_);
      renew(waiting_);
      renew(near_waiting_);
      renew(word_waiting_);
      forget_ = overtaken_ = true;
    }
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return asked() || running_;
  }

 private:
  struct ForgetVisit {};
  using Request = std::variant<effect::LookUpWord, effect::Search, effect::Related, ForgetVisit>;

  void run() {
    if (nobody_asks_at_first() && open()) searcher_->prepare();
    while (carry_out_next()) wipe_stack();
  }

  // Apart, so that what it leaves on the stack is wiped.
  [[gnu::noinline]] bool carry_out_next() {
    const std::optional<Request> request = next();
    if (!request) return false;
    std::optional<Message> answer = answer_to(*request);
    const std::lock_guard lock(mutex_);
    running_ = false;
    // Under the lock, so that nobody sees the service idle before its answer is in the queue.
    const bool is_useless = overtaken_ && std::holds_alternative<effect::Search>(*request);
    if (answer && !is_useless) post_(std::move(*answer));
    return true;
  }

  std::optional<Message> answer_to(const Request& request) {
    return std::visit([this](const auto& asked) -> std::optional<Message> { return answer_to(asked); },
                      request);
  }

  // The start belongs to the first picture. Whoever asks at once waits a little longer instead.
  bool nobody_asks_at_first() {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, prepare_after, [this] { return ending_ || asked(); });
  }

  bool asked() const { return forget_ || waiting_ || near_waiting_ || word_waiting_; }  // with the lock

  std::optional<Request> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || asked(); });
    if (ending_) return std::nullopt;
    running_ = true;
    overtaken_ = false;
    if (std::exchange(forget_, false)) return Request(ForgetVisit{});
    if (word_waiting_) return Request(*taken_out(word_waiting_));
    if (waiting_) return Request(*taken_out(waiting_));
    return Request(*taken_out(near_waiting_));
  }

  // What it looked for last is in the database's hands too, hence all of it goes. The next visitor finds it
  // ready again: nobody searches on the welcome screen.
  std::optional<Message> answer_to(const ForgetVisit&) {
    searcher_.reset();
    index::forget_words();
    if (open()) searcher_->prepare();
    return std::nullopt;
  }

  // Without an index there is no glossary either: the word is then told alone.
  message::WordLookedUp answer_to(const effect::LookUpWord& asked) {
    message::WordLookedUp answer{asked.id, asked.page, asked.begin, {}};
    if (open()) answer.entry = searcher_->glossary(asked.passage, asked.at, asked.language);
    return answer;
  }

  // Nothing to say when there is no index: the reader does without.
  std::optional<Message> answer_to(const effect::Related& asked) {
    if (!open()) return std::nullopt;
    auto near = searcher_->related(asked.id, related_shown);
    if (!near) {
      if (near.error().kind != ErrorKind::not_found) searcher_.reset();
      return std::nullopt;
    }
    return message::RelatedFound{asked.id, std::move(*near)};
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

  Result<void> open() {
    if (searcher_) return {};
    Result<index::Searcher> opened = index::Searcher::open(folder_, assets_folder() / "thesaurus");
    if (!opened) return tl::unexpected(opened.error());
    searcher_.emplace(std::move(*opened));
    return {};
  }

  Result<index::SearchResponse> search_index(const index::SearchRequest& request) {
    if (const Result<void> opened = open(); !opened) return tl::unexpected(opened.error());
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
  std::optional<effect::Related> near_waiting_;
  std::optional<effect::LookUpWord> word_waiting_;
  bool running_ = false;
  bool forget_ = false;
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

void SearchService::related(effect::Related request) {
  thread_->related(request);
}

void SearchService::look_up(effect::LookUpWord request) {
  thread_->look_up(std::move(request));
}

void SearchService::forget() {
  thread_->forget();
}

bool SearchService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
