#include "kiosk/services/cut_service.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "index/forget.h"
#include "kiosk/draw/theme.h"
#include "kiosk/services/cut_choice.h"
#include "kiosk/services/cut_picture.h"
#include "kiosk/services/page_pictures.h"
#include "kiosk/wipe.h"
#include "library/catalogue.h"

namespace mess::kiosk {

namespace {

using Clock = std::chrono::steady_clock;

// Shorter than this, a useless cut is cheaper to finish than a worker is to replace.
constexpr std::chrono::milliseconds worth_ending{150};
// Parts of the cut's height: what a mark reaches beyond its words, its round corners, the soft edges.
constexpr float mark_reach = 0.026f, mark_corner = 0.052f, soft_across = 0.4f, soft_down = 0.1f;

int pixels_of(int height, float part) {
  return static_cast<int>(static_cast<float>(height) * part);
}

}  // namespace

class CutService::Thread {
 public:
  Thread(library::LibraryFolder folder, Post post, library::WorkerLimits limits)
      : folder_(std::move(folder)), post_(std::move(post)), worker_(limits), thread_([this] { run(); }) {}

  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
      worker_.forbid_calls();
    }
    changed_.notify_one();
    thread_.join();
  }

  void wish(const std::vector<PictureWish>& wishes) {
    {
      const std::lock_guard lock(mutex_);
      renew(wished_);
      for (const PictureWish& wish : wishes) {
        if (wish.key.kind == PictureKey::Kind::cut) wished_.push_back(wish);
      }
      std::erase_if(posted_, [this](const PictureKey& key) { return !is_wished(key); });
      const bool lasts = running_ && Clock::now() - began_ > worth_ending;
      if (lasts && !is_wished(*running_)) {
        given_up_ = true;
        worker_.forbid_calls();  // for the rest of this cut
      }
    }
    changed_.notify_one();
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return running_ || first_due() != wished_.end();
  }

 private:
  void run() {
    while (make_next()) {
      index::forget_words();
      wipe_stack();
    }
  }

  // Apart, so that what it leaves on the stack is wiped. False at the end.
  [[gnu::noinline]] bool make_next() {
    const std::optional<PictureWish> wish = next();
    if (!wish) return false;
    Result<Pixels> cut = cut_out(*wish);
    message::PictureReady ready{wish->key, nullptr};
    if (cut) ready.pixels = std::make_shared<const Pixels>(std::move(*cut));
    const std::lock_guard lock(mutex_);
    running_.reset();
    if (given_up_ && !ready.pixels) return true;  // begun again if it is wished again
    posted_.insert(wish->key);
    // Under the lock, so that nobody sees the service idle before its answer is in the queue.
    post_(std::move(ready));
    return true;
  }

  std::optional<PictureWish> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || first_due() != wished_.end(); });
    if (ending_) return std::nullopt;
    PictureWish wish = *first_due();
    running_ = wish.key;
    given_up_ = false;
    began_ = Clock::now();
    worker_.allow_calls();
    return wish;
  }

  bool is_wished(const PictureKey& key) const {
    return std::any_of(wished_.begin(), wished_.end(), [&](const auto& wish) { return wish.key == key; });
  }
  std::vector<PictureWish>::const_iterator first_due() const {
    return std::find_if(wished_.begin(), wished_.end(),
                        [this](const PictureWish& wish) { return !posted_.contains(wish.key); });
  }

  Result<Pixels> cut_out(const PictureWish& wish) {
    if (bad_.contains(wish.key.document)) {
      return fail(ErrorKind::damaged, "This document has cost a worker before.");
    }
    auto cut = drawn(wish);
    if (cut) return cut;
    const ErrorKind kind = cut.error().kind;
    if (kind != ErrorKind::not_found) open_.clear();  // the worker may have been replaced
    if (kind == ErrorKind::timed_out || kind == ErrorKind::worker_died) bad_.insert(wish.key.document);
    return cut;
  }

  Result<void> have_open(const std::string& sha256) {
    if (open_ == sha256) return {};
    open_.clear();
    const auto opened = worker_.open(folder_.file_of(sha256));
    if (!opened) return tl::unexpected(opened.error());
    open_ = sha256;
    return {};
  }

  Result<Pixels> drawn(const PictureWish& wish) {
    const int page = wish.key.page;
    if (const auto opened = have_open(wish.sha256); !opened) return tl::unexpected(opened.error());
    const auto size = worker_.page_size(page);
    if (!size) return tl::unexpected(size.error());
    const auto words = worker_.words(page);
    if (!words) return tl::unexpected(words.error());
    const Language language = language_of_page(wish.key.document, page);
    const auto asked = index::QueryWords(wish.cut.query, wish.cut.language).with_names(wish.cut.names);
    auto found = asked.find_in(words->text, language);
    if (found.empty()) found = index::QueryWords(wish.cut.instead).find_in(words->text, language);
    const CutLook look{wish.key.width, wish.cut.height, wish.cut.snippet, is_right_to_left(language)};
    auto frame = choose_cut(*words, *size, found, look);
    if (!frame) return fail(ErrorKind::not_found, "The words do not stand on this page.");
    const auto picture = worker_.render(page, frame->page_width, frame->part());
    if (!picture) return tl::unexpected(picture.error());
    Pixels pixels = copied(*picture);
    for (Rect& part : frame->marks) part = part.inset(-mark_reach * static_cast<float>(look.height));
    mark(pixels, frame->marks, color::saffron, mark_corner * static_cast<float>(look.height));
    soften_edges(pixels, pixels_of(look.height, soft_across), pixels_of(look.height, soft_down));
    return pixels;
  }

  // As the reader asks, so that the same words are marked.
  Language language_of_page(library::DocumentId document, int number) {
    if (!catalogue_) {
      auto opened = library::Catalogue::open(folder_, library::Catalogue::Mode::read_only);
      if (!opened) return Language::unknown;
      catalogue_ = std::move(*opened);
    }
    const auto page = catalogue_->page(document, number);
    return page ? language_of(page->language) : Language::unknown;
  }

  const library::LibraryFolder folder_;
  const Post post_;
  library::PdfWorker worker_;
  std::optional<library::Catalogue> catalogue_;
  std::string open_;                   // the hash of the document open in the worker
  std::set<library::DocumentId> bad_;  // cost a worker

  mutable std::mutex mutex_;  // the rest
  std::condition_variable changed_;
  std::vector<PictureWish> wished_;  // most wanted first
  std::set<PictureKey> posted_;      // and not yet missing from the wishes
  std::optional<PictureKey> running_;
  Clock::time_point began_;
  bool given_up_ = false;  // what runs was wished no more
  bool ending_ = false;
  std::thread thread_;  // last: starts when all else is there
};

CutService::CutService(library::LibraryFolder folder, Post post, library::WorkerLimits limits)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(post), limits)) {}

CutService::~CutService() = default;

void CutService::wish(const std::vector<PictureWish>& wishes) {
  thread_->wish(wishes);
}

bool CutService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
