#include "library/load_run.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "library/file_handle.h"

namespace mess::library {

namespace {

// Texts that wait for the catalogue. The longest document known to us (16,248 pages) has 31 MB.
constexpr std::size_t waiting_bytes = std::size_t{48} << 20;
constexpr std::size_t waiting_jobs = 512;

int worker_count(const LoadOptions& options) {
  if (options.workers > 0) return options.workers;
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

bool ends_loading(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::disk_full:
    case ErrorKind::read_only:
    case ErrorKind::busy:
    case ErrorKind::newer_version:
    case ErrorKind::corrupt:
      return true;
    default:
      return false;
  }
}

LoadRun::LoadRun(const LibraryFolder& folder, const LoadOptions& options)
    : to_read(static_cast<std::size_t>(worker_count(options)) + 2, waiting_bytes),
      to_commit(waiting_jobs, waiting_bytes),
      folder_(folder),
      options_(options),
      workers_(worker_count(options)),
      outer_stop_(options.stop, [this] { stop_.request_stop(); }) {}

void LoadRun::abandon(Error error) {
  {
    const std::lock_guard lock(mutex_);
    if (!abandoned_) abandoned_ = std::move(error);
  }
  stop_.request_stop();
}

std::optional<Error> LoadRun::abandoned() const {
  const std::lock_guard lock(mutex_);
  return abandoned_;
}

double LoadRun::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void LoadRun::step(const char* name) {
  if (!options_.on_step) return;
  const std::lock_guard lock(callbacks_);
  options_.on_step(name);
}

void LoadRun::plan(const std::vector<SourceFile>& files) {
  const std::lock_guard lock(callbacks_);
  progress_.files_total = static_cast<int>(files.size());
  for (const SourceFile& file : files) progress_.bytes_total += file.size;
  report_progress();
}

void LoadRun::reading(const LoadJob& job, int pages_done, int pages, int pages_more) {
  const std::lock_guard lock(callbacks_);
  progress_.current = display_name(job.source.path.filename());
  progress_.current_page = pages_done;
  progress_.current_pages = pages;
  progress_.pages_done += pages_more;
  report_progress();
}

void LoadRun::done(const LoadedFile& file, std::int64_t bytes) {
  const std::lock_guard lock(callbacks_);
  ++progress_.files_done;
  progress_.bytes_done += bytes;
  if (options_.on_file) options_.on_file(file);
  report_progress();
}

void LoadRun::report_progress() {
  if (!options_.on_progress) return;
  progress_.seconds = seconds();
  options_.on_progress(progress_);
}

}  // namespace mess::library
