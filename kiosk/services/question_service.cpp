#include "kiosk/services/question_service.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>
#include <utility>

#include "kiosk/wipe.h"
#include "library/question_box.h"

namespace mess::kiosk {

class QuestionService::Thread {
 public:
  Thread(Keep keep, Post post) : keep_(std::move(keep)), post_(std::move(post)), thread_([this] { run(); }) {}

  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

  void add(const effect::LeaveQuestion& question) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(question);
    }
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty() || writing_;
  }

 private:
  void run() {
    while (write_next()) wipe_stack();
  }

  // False at the end, once all are written.
  [[gnu::noinline]] bool write_next() {
    // The node itself, so that no copy of a short text stays where it was.
    std::list<effect::LeaveQuestion> question;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return false;
      question.splice(question.begin(), waiting_, waiting_.begin());
      writing_ = true;
    }
    const effect::LeaveQuestion& wish = question.front();
    message::QuestionAnswered told{wish.ticket, keep_(code_of(wish.language), wish.text)};
    // Under the lock, so that nobody sees the service idle before its answer is in the queue.
    const std::lock_guard lock(mutex_);
    writing_ = false;
    post_(std::move(told));
    return true;
  }

  const Keep keep_;
  const Post post_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::list<effect::LeaveQuestion> waiting_;
  bool writing_ = false, ending_ = false;
  std::thread thread_;
};

QuestionService::QuestionService(Keep keep, Post post)
    : thread_(std::make_unique<Thread>(std::move(keep), std::move(post))) {}

QuestionService::~QuestionService() = default;

void QuestionService::keep(const effect::LeaveQuestion& question) {
  thread_->add(question);
}

bool QuestionService::busy() const {
  return thread_->busy();
}

QuestionService::Keep question_box_of(const library::LibraryFolder& folder) {
  return [box = library::QuestionBox(folder)](std::string_view language, std::string_view text) {
    return box.add(language, text);
  };
}

}  // namespace mess::kiosk
