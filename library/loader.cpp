#include "library/loader.h"

#include <thread>
#include <utility>

#include "library/load_records.h"
#include "library/load_run.h"

namespace mess::library {

namespace {

// Starts the threads around the committing one, which is this. Returns when all have ended.
void run_stages(LoadRun& run, Catalogue& catalogue, std::vector<LoadJobPointer> jobs, LoadReport& report) {
  // Stopping closes both queues: nobody waits for room or for work any more, what is ready is still
  // committed.
  const std::stop_callback on_stop(run.stop_token(), [&run] {
    run.to_read.close();
    run.to_commit.close();
  });
  std::jthread intake_and_reading([&run, &jobs] {
    std::vector<std::jthread> readers;
    for (int i = 0; i < run.workers(); ++i) readers.emplace_back([&run] { read_documents(run); });
    take_in(run, std::move(jobs));
    run.to_read.close();
    readers.clear();  // joins
    run.to_commit.close();
  });
  commit_documents(run, catalogue, report);
}

std::vector<LoadJobPointer> jobs_of(std::vector<SourceFile> files) {
  std::vector<LoadJobPointer> jobs;
  jobs.reserve(files.size());
  for (SourceFile& file : files) {
    jobs.push_back(std::make_unique<LoadJob>());
    jobs.back()->source = std::move(file);
  }
  return jobs;
}

}  // namespace

Result<LoadReport> load(const LibraryFolder& folder, const std::vector<std::filesystem::path>& sources,
                        const LoadOptions& options) {
  auto catalogue = Catalogue::open(folder, Catalogue::Mode::read_write);
  if (!catalogue) return tl::make_unexpected(catalogue.error());
  if (auto cleaned = clean_up(folder); !cleaned) return tl::make_unexpected(cleaned.error());
  LoadRun run(folder, options);
  SourceWalk walk = walk_sources(sources);
  run.plan(walk.files);
  LoadRecords records;
  if (auto read = records.read(walk.side_files, *catalogue); !read) return tl::make_unexpected(read.error());
  std::vector<LoadJobPointer> jobs = jobs_of(std::move(walk.files));
  records.attach(jobs);
  const std::size_t planned = jobs.size();

  LoadReport report;
  run_stages(run, *catalogue, std::move(jobs), report);
  if (auto error = run.abandoned()) return tl::make_unexpected(*error);
  report.interrupted = report.files.size() < planned;
  if (!report.interrupted) {
    if (auto done = records.remember(*catalogue); !done) return tl::make_unexpected(done.error());
  }
  report.remarks = records.take_remarks();
  report.seconds = run.seconds();
  return report;
}

}  // namespace mess::library
