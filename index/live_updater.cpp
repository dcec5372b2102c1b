#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "index/follow_changes.h"
#include "index/index_folder.h"
#include "index/index_writer.h"
#include "index/updater.h"

namespace mess::index {

namespace fs = std::filesystem;
using library::Catalogue;
using library::LibraryFolder;

struct LiveUpdater::Work {
  explicit Work(LibraryFolder f) : folder(std::move(f)) {}

  void run(const std::stop_token& stop);
  Result<void> open();
  Result<void> take_up(const std::stop_token& stop);

  const LibraryFolder folder;
  // Of the working thread, and of finish() once that has ended.
  std::optional<Catalogue> catalogue;
  std::optional<IndexWriter> writer;
  bool beside = false;
  library::Revision taken_up = 0;
  IndexReport report;
  std::optional<Error> failure;

  std::mutex mutex;
  std::condition_variable_any changed;
  bool awake = false;
  std::jthread thread;
};

// A sound index is continued in place, so that visitors find each document minutes after it came; otherwise
// one is built beside (or the build that an earlier run began is taken up) and swapped in at the end.
Result<void> LiveUpdater::Work::open() {
  auto opened = Catalogue::open(folder, Catalogue::Mode::read_only);
  if (!opened) return tl::unexpected<Error>(opened.error());
  catalogue.emplace(std::move(*opened));
  const auto newest = catalogue->revision();
  if (!newest) return tl::unexpected<Error>(newest.error());
  beside = !can_go_on(examine(folder.index()), *newest);
  const fs::path place = beside ? folder_beside(folder) : folder.index();
  if (beside && !can_go_on(examine(place), *newest)) {
    std::error_code failed;
    fs::remove_all(place, failed);
  }
  auto made = IndexWriter::open(place, beside ? IndexWriter::Place::beside : IndexWriter::Place::in_place);
  if (!made) return tl::unexpected<Error>(made.error());
  writer.emplace(std::move(*made));
  taken_up = writer->revision();
  return {};
}

Result<void> LiveUpdater::Work::take_up(const std::stop_token& stop) {
  if (!writer) {
    if (auto opened = open(); !opened) return opened;
  }
  return follow_changes(*catalogue, *writer, taken_up, false, stop, {}, report);
}

void LiveUpdater::Work::run(const std::stop_token& stop) {
  while (!stop.stop_requested() && !failure) {
    {
      std::unique_lock lock(mutex);
      if (!changed.wait(lock, stop, [this] { return awake; })) return;
      awake = false;
    }
    if (auto taken = take_up(stop); !taken) failure = std::move(taken.error());
  }
}

LiveUpdater::LiveUpdater(LibraryFolder folder) : work_(std::make_unique<Work>(std::move(folder))) {
  work_->thread = std::jthread([work = work_.get()](const std::stop_token& stop) { work->run(stop); });
}

LiveUpdater::~LiveUpdater() {
  if (!work_->thread.joinable()) return;
  work_->thread.request_stop();
  work_->thread.join();
}

void LiveUpdater::wake() {
  {
    const std::lock_guard lock(work_->mutex);
    work_->awake = true;
  }
  work_->changed.notify_one();
}

Result<IndexReport> LiveUpdater::finish(const std::stop_token& stop) {
  const auto start = std::chrono::steady_clock::now();
  Work& work = *work_;
  if (work.thread.joinable()) {
    work.thread.request_stop();
    work.thread.join();
  }
  // Stopping the thread is what `interrupted` says here; the rest is taken up below.
  if (work.failure && work.failure->kind != ErrorKind::interrupted) {
    const Error failure = *work.failure;
    work.writer.reset();
    if (is_cured_by_rebuilding(failure)) return rebuild(work.folder, stop);
    return tl::unexpected<Error>(failure);
  }
  if (auto taken = work.take_up(stop); !taken) return tl::unexpected<Error>(taken.error());
  if (auto committed = work.writer->commit(work.taken_up); !committed) {
    return tl::unexpected<Error>(committed.error());
  }
  work.writer.reset();
  if (work.beside) {
    if (auto swapped = swap_in(folder_beside(work.folder), work.folder.index()); !swapped) {
      return tl::unexpected<Error>(swapped.error());
    }
    work.report.rebuilt = true;
  }
  work.report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return work.report;
}

}  // namespace mess::index
