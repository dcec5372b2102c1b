#include <filesystem>
#include <set>
#include <utility>

#include "library/file_store.h"
#include "library/load_run.h"

namespace mess::library {

namespace {

class Intake {
 public:
  Intake(LoadRun& run, Catalogue& catalogue) : run_(run), catalogue_(catalogue) {}

  // Sets the state of the job. An Error returned is one of the library and ends the run.
  Result<void> take(LoadJob& job) {
    if (job.source.refused) return refuse(job, *job.source.refused);
    auto stamp = stamp_of(job.source.path);
    if (!stamp) return refuse(job, stamp.error());
    job.stamp = *stamp;
    const auto hash = catalogue_.hash_of_source(job.stamp);
    if (!hash) return tl::make_unexpected(hash.error());
    if (*hash) {
      job.sha256 = **hash;
      job.stamp_is_new = false;
      auto recognised = recognise(job, nullptr);
      if (!recognised) return tl::make_unexpected(recognised.error());
      if (*recognised) return {};
      job.stamp_is_new = true;
    }
    return copy(job);
  }

 private:
  // True when the content needs no reading: known, a twin, or set aside. A known document whose stored file
  // is gone gets it back from `staged`.
  Result<bool> recognise(LoadJob& job, const StagedFile* staged) {
    auto document = catalogue_.document_of_hash(job.sha256);
    if (!document) return tl::make_unexpected(document.error());
    if (*document) {
      std::error_code error;
      const bool stored = std::filesystem::exists(run_.folder().file_of(job.sha256), error);
      if (!stored && staged == nullptr) return false;
      if (!stored) {
        if (auto placed = place(run_.folder(), *staged); !placed) return tl::make_unexpected(placed.error());
        job.placed = true;
      }
      job.document = std::move(**document);
      job.state = LoadJob::State::known;
      return true;
    }
    const auto aside = catalogue_.is_quarantined(job.sha256);
    if (!aside) return tl::make_unexpected(aside.error());
    if (*aside) {
      job.state = LoadJob::State::refused;
      job.error = Error{ErrorKind::quarantined,
                        "this PDF stopped the program that reads it more than once before and is set aside",
                        job.source.path.string(),
                        "Open it in another program and save it again as PDF, then load the new file."};
      return true;
    }
    if (seen_.contains(job.sha256)) {
      job.state = LoadJob::State::twin;
      return true;
    }
    return false;
  }

  Result<void> copy(LoadJob& job) {
    auto staged = stage(run_.folder(), job.source.path, run_.stop_token());
    if (!staged) {
      if (ends_loading(staged.error().kind)) return tl::make_unexpected(staged.error());
      return refuse(job, staged.error());
    }
    run_.step("staged");
    job.stamp = staged->stamp;
    job.sha256 = staged->sha256;
    auto recognised = recognise(job, &*staged);
    if (!recognised || *recognised) {
      discard(staged->path);
      return recognised.map([](bool) {});
    }
    if (auto placed = place(run_.folder(), *staged); !placed) return placed;
    job.placed = true;
    run_.step("renamed");
    job.document.byte_size = staged->size;
    job.state = LoadJob::State::fresh;
    seen_.insert(job.sha256);
    return {};
  }

  static Result<void> refuse(LoadJob& job, Error error) {
    job.state = LoadJob::State::refused;
    job.error = std::move(error);
    return {};
  }

  LoadRun& run_;
  Catalogue& catalogue_;
  std::set<std::string> seen_;  // contents handed on to be read in this run
};

}  // namespace

void take_in(LoadRun& run, std::vector<LoadJobPointer> jobs) {
  auto catalogue = Catalogue::open(run.folder(), Catalogue::Mode::read_only);
  if (!catalogue) return run.abandon(catalogue.error());
  Intake intake(run, *catalogue);
  for (LoadJobPointer& job : jobs) {
    if (run.stopped()) return;
    if (auto taken = intake.take(*job); !taken) return run.abandon(taken.error());
    if (run.stopped()) return;
    auto& next = job->state == LoadJob::State::fresh ? run.to_read : run.to_commit;
    if (!next.push(std::move(job))) return;
  }
}

}  // namespace mess::library
