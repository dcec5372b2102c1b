#include "kiosk/services/staff_service.h"

#include <thread>
#include <utility>

#include "kiosk/services/newest_request.h"

namespace mess::kiosk {

class StaffService::Thread {
 public:
  Thread(Lock lock, Post post) : lock_(std::move(lock)), post_(std::move(post)), thread_([this] { run(); }) {}

  ~Thread() {
    questions_.end();
    thread_.join();
  }

  void ask(const effect::AskStaffLock& question) { questions_.ask(question); }
  bool busy() const { return questions_.busy(); }

 private:
  void run() {
    while (const std::optional<effect::AskStaffLock> question = questions_.next()) {
      const Result<library::Try> answer = lock_(question->pin);
      message::StaffLockAnswered told{question->ticket, {}, answer && answer->right};
      if (answer) {
        told.state = answer->after;
      } else {
        told.state = tl::unexpected(answer.error());
      }
      questions_.answered([&] { post_(std::move(told)); });
    }
  }

  const Lock lock_;
  const Post post_;
  NewestRequest<effect::AskStaffLock> questions_;
  std::thread thread_;
};

StaffService::StaffService(Lock lock, Post post)
    : thread_(std::make_unique<Thread>(std::move(lock), std::move(post))) {}

StaffService::~StaffService() = default;

void StaffService::ask(const effect::AskStaffLock& question) {
  thread_->ask(question);
}

bool StaffService::busy() const {
  return thread_->busy();
}

StaffService::Lock staff_lock_of(const library::LibraryFolder& folder) {
  const auto lock = std::make_shared<library::StaffLock>(folder);
  return [lock](const std::optional<library::Pin>& pin) -> Result<library::Try> {
    if (pin) return lock->try_pin(*pin);
    const auto state = lock->state();
    if (!state) return tl::unexpected(state.error());
    return library::Try{false, *state};
  };
}

}  // namespace mess::kiosk
