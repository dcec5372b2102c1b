#include "kiosk/services/library_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <thread>
#include <utility>

#include "library/catalogue.h"

namespace mess::kiosk {

namespace {

namespace fs = std::filesystem;

// While a folder of PDFs is loaded the catalogue changes all the time: look again when it has been quiet so
// long, and after `longest_ms` all the same, so that the screen follows a load that never pauses.
constexpr int quiet_ms = 400;
constexpr int longest_ms = 3000;
// A library that does not exist cannot be watched: look for it so often.
constexpr int absent_ms = 3000;

Result<message::LibraryChanged> shelves_of(const library::Catalogue& catalogue) {
  message::LibraryChanged facts;
  Result<std::vector<library::Shelf>> shelves = catalogue.shelves();
  if (!shelves) return tl::unexpected(shelves.error());
  Result<int> documents = catalogue.document_count();
  if (!documents) return tl::unexpected(documents.error());
  facts.shelves = std::move(*shelves);
  facts.documents = *documents;
  for (const library::Shelf& shelf : facts.shelves) {
    for (const library::DocumentId id : shelf.newest) {
      // One that was removed in this very moment is simply not shown.
      if (Result<library::Document> document = catalogue.document(id))
        facts.newest.push_back(std::move(*document));
    }
  }
  return facts;
}

// Changes when the index was committed or swapped.
std::int64_t stamp_of(const fs::path& folder) {
  // The epoch of file_clock lies in the future: times of files are negative.
  auto stamp = std::numeric_limits<std::int64_t>::min();
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const auto time = fs::last_write_time(entry->path(), error).time_since_epoch().count();
    stamp = std::max(stamp, static_cast<std::int64_t>(time));
    error.clear();
  }
  return stamp;
}

}  // namespace

Result<message::LibraryChanged> read_library(const library::LibraryFolder& folder) {
  Result<library::Catalogue> catalogue =
      library::Catalogue::open(folder, library::Catalogue::Mode::read_only);
  if (!catalogue) return tl::unexpected(catalogue.error());
  return shelves_of(*catalogue);
}

class LibraryWatch::Thread {
 public:
  Thread(library::LibraryFolder folder, Post post)
      : folder_(std::move(folder)),
        post_(std::move(post)),
        stop_(::eventfd(0, EFD_CLOEXEC)),
        watch_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
        thread_([this] { run(); }) {}

  ~Thread() {
    ::eventfd_write(stop_, 1);
    thread_.join();
    ::close(watch_);
    ::close(stop_);
  }

 private:
  using Clock = std::chrono::steady_clock;

  void run() {
    look();
    while (wait()) look();
  }

  // The connection stays open: closing the last one of a WAL database writes to its folder, which would wake
  // us.
  void look() {
    watch_folders();
    read_house_settings();
    if (!catalogue_) {
      auto opened = library::Catalogue::open(folder_, library::Catalogue::Mode::read_only);
      if (opened) catalogue_.emplace(std::move(*opened));
    }
    const Result<library::Revision> revision =
        catalogue_ ? catalogue_->revision() : Result<library::Revision>(library::Revision{0});
    const Seen seen{revision.value_or(0), stamp_of(folder_.index())};
    if (seen_ == seen) return;
    Result<message::LibraryChanged> facts =
        catalogue_ ? shelves_of(*catalogue_) : Result<message::LibraryChanged>(message::LibraryChanged{});
    if (!facts) {
      catalogue_.reset();  // torn or replaced under us: opened anew next time
      if (seen_) return;   // what was read before is still the best that is known
      facts = message::LibraryChanged{};
    }
    seen_ = seen;
    post_(std::move(*facts));
  }

  void read_house_settings() {
    const HouseSettings settings = house_of(folder_.root()).settings;
    if (house_ != settings) post_(message::HouseRead{settings});
    house_ = settings;
  }

  void watch_folders() {
    // Adding a watch again is harmless: inotify knows the folder by its inode.
    constexpr std::uint32_t changes =
        IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF | IN_ONLYDIR;
    ::inotify_add_watch(watch_, folder_.root().c_str(), changes);
    std::error_code error;
    if (::inotify_add_watch(watch_, folder_.index().c_str(), changes) < 0) return;
    for (fs::directory_iterator entry(folder_.index(), error), end; !error && entry != end;
         entry.increment(error)) {
      ::inotify_add_watch(watch_, entry->path().c_str(), changes);
    }
  }

  // False when the watch is to end.
  bool wait() {
    std::optional<Clock::time_point> changed;  // first, since the last look
    for (;;) {
      std::array<pollfd, 2> ready{pollfd{stop_, POLLIN, 0}, pollfd{watch_, POLLIN, 0}};
      const int patience = changed ? left_since(*changed) : catalogue_ ? -1 : absent_ms;
      const int count = ::poll(ready.data(), ready.size(), patience);
      if (ready[0].revents != 0) return false;
      if (count == 0) return true;
      if (drain() && !changed) changed = Clock::now();
      // Said here, not left to poll(): with new events at hand it would never find the time to be over.
      if (changed && left_since(*changed) == 0) return true;
    }
  }

  // Milliseconds to wait for quiet when the first change came then.
  static int left_since(Clock::time_point first) {
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - first).count();
    return static_cast<int>(std::clamp<std::int64_t>(longest_ms - waited, 0, quiet_ms));
  }

  bool drain() {
    std::array<char, 4096> events;
    bool any = false;
    while (::read(watch_, events.data(), events.size()) > 0) any = true;
    return any;
  }

  struct Seen {
    library::Revision revision = 0;
    std::int64_t index = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
  };

  const library::LibraryFolder folder_;
  const Post post_;
  const int stop_, watch_;
  std::optional<library::Catalogue> catalogue_;  // of the thread, as are the rest
  std::optional<Seen> seen_;
  std::optional<HouseSettings> house_;
  std::thread thread_;
};

LibraryWatch::LibraryWatch(library::LibraryFolder folder, Post post)
    : thread_(std::make_unique<Thread>(std::move(folder), std::move(post))) {}

LibraryWatch::~LibraryWatch() = default;

}  // namespace mess::kiosk
