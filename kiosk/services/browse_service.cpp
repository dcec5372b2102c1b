#include "kiosk/services/browse_service.h"

#include <optional>
#include <thread>
#include <utility>

#include "kiosk/services/newest_request.h"
#include "library/catalogue.h"

namespace mess::kiosk {

class BrowseService::Thread {
 public:
  Thread(library::LibraryFolder folder, Post post)
      : folder_(std::move(folder)), post_(std::move(post)), thread_([this] { run(); }) {}

  ~Thread() {
    requests_.end();
    thread_.join();
  }

  void browse(const effect::Browse& request) { requests_.ask(request); }
  bool busy() const { return requests_.busy(); }

 private:
  using Documents = std::vector<library::Listed>;

  void run() {
    while (const std::optional<effect::Browse> request = requests_.next()) {
      message::BrowseAnswered answer{request->ticket, arranged(*request)};
      requests_.answered([&] { post_(std::move(answer)); });
    }
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
  NewestRequest<effect::Browse> requests_;
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
