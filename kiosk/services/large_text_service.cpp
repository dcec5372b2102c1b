#include "kiosk/services/large_text_service.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "index/forget.h"
#include "kiosk/services/large_page.h"
#include "kiosk/services/newest_request.h"
#include "library/catalogue.h"

namespace mess::kiosk {

namespace {
constexpr int most_pages = 64;  // of one request
}

class LargeTextService::Thread {
 public:
  Thread(library::LibraryFolder folder, Post post)
      : folder_(std::move(folder)), post_(std::move(post)), thread_([this] { run(); }) {}

  ~Thread() {
    requests_.end();
    thread_.join();
  }

  void find(std::optional<effect::LargeText> request) { requests_.ask(std::move(request)); }
  bool busy() const { return requests_.busy(); }

 private:
  void run() {
    while (answer_next()) {
      index::forget_words();
      wipe_stack();
    }
  }

  // Apart, so that what it leaves on the stack is wiped.
  [[gnu::noinline]] bool answer_next() {
    if (const std::optional<effect::LargeText> request = requests_.next()) {
      message::LargeTextFound answer{request->id, request->query, {}};
      const auto words = index::QueryWords(request->query, request->language).with_names(request->names);
      know_running_lines(request->id);
      const int last = std::min(request->last, request->first + most_pages - 1);
      for (int number = request->first; number <= last; ++number) {
        LargePage page = read(request->id, number, words);
        page.query = request->query;
        answer.pages.push_back(std::make_shared<const LargePage>(std::move(page)));
      }
      requests_.answered([&] { post_(std::move(answer)); });
      return true;
    }
    return false;
  }

  library::Catalogue* catalogue() {
    if (!catalogue_) {
      auto opened = library::Catalogue::open(folder_, library::Catalogue::Mode::read_only);
      if (!opened) return nullptr;
      catalogue_.emplace(std::move(*opened));
    }
    return &*catalogue_;
  }

  // They need every page of the document once.
  void know_running_lines(library::DocumentId id) {
    if (document_ == id) return;
    document_ = 0;
    running_lines_ = {};
    library::Catalogue* const records = catalogue();
    if (records == nullptr) return;
    const auto pages = records->pages(id);
    if (!pages) return;
    running_lines_ = index::RunningLines(*pages);
    document_ = id;
  }

  LargePage read(library::DocumentId id, int number, const index::QueryWords& words) {
    library::Catalogue* const records = catalogue();
    if (records != nullptr) {
      if (const auto page = records->page(id, number)) return large_page(*page, running_lines_, words);
    }
    LargePage none;
    none.number = number;
    return none;
  }

  const library::LibraryFolder folder_;
  const Post post_;
  // Of the thread.
  std::optional<library::Catalogue> catalogue_;
  library::DocumentId document_ = 0;
  index::RunningLines running_lines_;

  NewestRequest<effect::LargeText> requests_;
  std::thread thread_;
};

LargeTextService::LargeTextService(library::LibraryFolder folder, Post post)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(post))) {}

LargeTextService::~LargeTextService() = default;

void LargeTextService::find(const effect::LargeText& request) {
  thread_->find(request);
}

void LargeTextService::forget() {
  thread_->find(std::nullopt);
}

bool LargeTextService::busy() const {
  return thread_->busy();
}

}  // namespace mess::kiosk
