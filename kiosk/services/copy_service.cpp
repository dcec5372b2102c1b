#include "kiosk/services/copy_service.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>

#include <array>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/services/key_copier.h"
#include "kiosk/services/usb_keys.h"
#include "library/catalogue.h"
#include "library/rights.h"

namespace mess::kiosk {

namespace {

// Of a document; the others may still be copied.
bool concerns_the_document(CopyStage stage) {
  return stage == CopyStage::damaged || stage == CopyStage::document_gone || stage == CopyStage::forbidden;
}

}  // namespace

class CopyService::Thread {
 public:
  Thread(library::LibraryFolder folder, Post post, FindKeys find)
      : folder_(std::move(folder)),
        post_(std::move(post)),
        find_(std::move(find)),
        bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
        mounts_(::open(mounts_file, O_RDONLY | O_CLOEXEC)),
        thread_([this] { run(); }) {}

  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    ::eventfd_write(bell_.get(), 1);
    thread_.join();
  }

  void copy(const effect::CopyToKey& wish) {
    {
      const std::lock_guard lock(mutex_);
      waiting_ = wish;
    }
    ::eventfd_write(bell_.get(), 1);
  }

  void cancel(const effect::CancelCopy& wish) {
    const std::lock_guard lock(mutex_);
    cancelled_ = wish.ticket;
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return working_ || waiting_;
  }

 private:
  void run() {
    for (;;) {
      look_for_keys();
      if (const auto wish = next()) {
        carry_out(*wish);
      } else if (ends()) {
        return;
      } else {
        rest();
      }
    }
  }

  bool ends() const {
    const std::lock_guard lock(mutex_);
    return ending_;
  }

  void look_for_keys() {
    std::vector<UsbKey> keys = find_();
    if (keys_ != keys) post_(message::KeysFound{keys});
    keys_ = std::move(keys);
  }

  std::optional<effect::CopyToKey> next() {
    const std::lock_guard lock(mutex_);
    working_ = waiting_ && !ending_;
    return ending_ ? std::nullopt : std::exchange(waiting_, std::nullopt);
  }

  // Until somebody calls, or something is mounted or taken away: the kernel says that by POLLPRI (proc(5)).
  void rest() {
    std::array<pollfd, 2> ready{pollfd{bell_.get(), POLLIN, 0}, pollfd{mounts_.get(), POLLPRI, 0}};
    ::poll(ready.data(), ready.size(), -1);
    eventfd_t calls = 0;
    ::eventfd_read(bell_.get(), &calls);
  }

  bool goes_on(int ticket) const {
    const std::lock_guard lock(mutex_);
    return !ending_ && cancelled_ != ticket;
  }

  void carry_out(const effect::CopyToKey& wish) {
    auto key = KeyCopier::open(wish.key);
    int copied = 0;
    CopyStage trouble = key ? CopyStage::done : key.error();
    for (const library::DocumentId id : wish.ids) {
      if (!key) break;
      const CopyStage stage = copy_one(*key, id, wish.ticket);
      copied += stage == CopyStage::done ? 1 : 0;
      if (stage != CopyStage::done) trouble = stage;
      if (stage != CopyStage::done && !concerns_the_document(stage)) break;
      post_(message::CopyProgress{wish.ticket, CopyStage::copying, copied});
    }
    if (copied > 0 && !key->settle()) trouble = CopyStage::key_gone;
    if (copied > 0 && concerns_the_document(trouble)) trouble = CopyStage::partly;
    post_(message::CopyProgress{wish.ticket, trouble, copied});
  }

  // Record and settings are read anew: staff may have changed them.
  CopyStage copy_one(KeyCopier& key, library::DocumentId id, int ticket) {
    if (!house_of(folder_.root()).settings.copy_to_key) return CopyStage::forbidden;
    const auto catalogue = library::Catalogue::open(folder_, library::Catalogue::Mode::read_only);
    const auto record = catalogue ? catalogue->document(id) : tl::make_unexpected(catalogue.error());
    if (!record) return CopyStage::document_gone;
    if (!library::permissions_of(record->rights).copy) return CopyStage::forbidden;
    return key.copy(folder_.file_of(record->sha256), *record, [&] { return goes_on(ticket); });
  }

  const library::LibraryFolder folder_;
  const Post post_;
  const FindKeys find_;
  const library::FileHandle bell_, mounts_;
  std::vector<UsbKey> keys_;  // of the thread

  mutable std::mutex mutex_;  // the rest
  std::optional<effect::CopyToKey> waiting_;
  int cancelled_ = 0;  // ticket
  bool working_ = true, ending_ = false;
  std::thread thread_;
};

CopyService::CopyService(library::LibraryFolder folder, Post post, FindKeys find)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(post), std::move(find))) {}

CopyService::~CopyService() = default;

void CopyService::copy(const effect::CopyToKey& wish) {
  thread_->copy(wish);
}

void CopyService::cancel(const effect::CancelCopy& wish) {
  thread_->cancel(wish);
}

bool CopyService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
