#include <algorithm>
#include <set>
#include <utility>

#include "library/file_handle.h"
#include "library/file_store.h"
#include "library/load_run.h"

namespace mess::library {

namespace {

class Committer {
 public:
  Committer(LoadRun& run, Catalogue& catalogue, LoadReport& report)
      : run_(run), catalogue_(catalogue), report_(report) {}

  Result<void> remember_old_refusals() {
    auto refusals = catalogue_.refusals();
    if (!refusals) return tl::make_unexpected(refusals.error());
    for (Refusal& refusal : *refusals) refused_before_.insert(std::move(refusal.source));
    return {};
  }

  // Twins wait until the file whose content they share has been dealt with.
  Result<void> commit(std::vector<LoadJobPointer> batch) {
    for (LoadJobPointer& twin : waiting_) batch.push_back(std::move(twin));
    waiting_.clear();
    std::vector<LoadJobPointer> ready;
    std::set<std::string> settled_now;
    for (LoadJobPointer& job : batch) {
      if (job->state == LoadJob::State::fresh || job->state == LoadJob::State::refused) {
        settled_now.insert(job->sha256);
      }
    }
    for (LoadJobPointer& job : batch) {
      const bool early = job->state == LoadJob::State::twin && !settled_now.contains(job->sha256) &&
                         !settled_.contains(job->sha256);
      (early ? waiting_ : ready).push_back(std::move(job));
    }
    std::stable_partition(ready.begin(), ready.end(),
                          [](const auto& job) { return job->state != LoadJob::State::twin; });
    return commit_ready(ready);
  }

 private:
  Result<void> commit_ready(std::vector<LoadJobPointer>& ready) {
    if (auto stored = store_covers(ready); !stored) return stored;
    bool anything_to_write = false;
    for (const LoadJobPointer& job : ready) anything_to_write |= needs_writing(*job);
    const auto write_all_jobs = [&]() -> Result<void> {
      for (const LoadJobPointer& job : ready) {
        if (auto written = write(*job); !written) return written;
      }
      return {};
    };
    auto written = anything_to_write ? catalogue_.together(write_all_jobs) : write_all_jobs();
    if (!written) return written;
    for (const LoadJobPointer& job : ready) finish(*job);
    return {};
  }

  // Durable before the record is: a document in the catalogue has its cover or never had one.
  Result<void> store_covers(const std::vector<LoadJobPointer>& ready) {
    std::set<std::filesystem::path> folders;
    for (const LoadJobPointer& job : ready) {
      if (job->state != LoadJob::State::fresh || job->cover.empty()) continue;
      const auto path = run_.folder().cover_of(job->sha256);
      if (auto written = write_beside(run_.folder(), path, job->cover); !written) return written;
      folders.insert(path.parent_path());
      folders.insert(path.parent_path().parent_path());
    }
    for (const auto& folder : folders) {
      if (auto synced = sync_folder(folder); !synced) return synced;
    }
    for (const LoadJobPointer& job : ready) {
      if (job->state == LoadJob::State::fresh) run_.step("covered");
    }
    return {};
  }

  bool needs_writing(const LoadJob& job) const {
    return job.state != LoadJob::State::known || job.stamp_is_new || job.side_is_new ||
           refused_before_.contains(display_name(job.source.path));
  }

  Result<void> write(LoadJob& job) {
    switch (job.state) {
      case LoadJob::State::fresh:
        return write_new(job);
      case LoadJob::State::twin:
        return write_twin(job);
      case LoadJob::State::known:
        return write_known(job);
      case LoadJob::State::refused:
        return write_refused(job);
    }
    return {};
  }

  Result<void> write_new(LoadJob& job) {
    const auto id = catalogue_.add(job.document, job.pages);
    if (!id) return tl::make_unexpected(id.error());
    job.document.id = *id;
    settled_[job.sha256] = std::nullopt;
    return write_source(job);
  }

  Result<void> write_twin(LoadJob& job) {
    const auto& first = settled_.at(job.sha256);
    if (first) {
      job.state = LoadJob::State::refused;
      job.error = first;
      job.error->where = display_name(job.source.path);
      return write_refused(job);
    }
    auto document = catalogue_.document_of_hash(job.sha256);
    if (!document) return tl::make_unexpected(document.error());
    job.document = std::move(**document);
    job.state = LoadJob::State::known;
    return write_known(job);
  }

  Result<void> write_known(LoadJob& job) {
    if (job.side_is_new && apply(*job.side, job.document)) {
      if (auto updated = catalogue_.update(job.document); !updated) return updated;
    }
    return write_source(job);
  }

  Result<void> write_source(const LoadJob& job) {
    const std::string name = display_name(job.source.path);
    if (refused_before_.contains(name)) {
      if (auto forgotten = catalogue_.forget_refusal(name); !forgotten) return forgotten;
    }
    if (!job.stamp_is_new) return {};
    return catalogue_.remember_source(job.stamp, job.sha256);
  }

  Result<void> write_refused(const LoadJob& job) {
    if (!job.sha256.empty()) settled_[job.sha256] = job.error;
    const Refusal refusal{display_name(job.source.path), job.sha256, job.error->kind, job.error->what, {}};
    if (auto recorded = catalogue_.record_refusal(refusal); !recorded) return recorded;
    if (job.quarantine) {
      if (auto aside = catalogue_.quarantine(job.sha256, job.error->what); !aside) return aside;
    }
    // What was set aside is recognised by its stamp the next time; any other refusal is tried again, for a
    // newer program may read it.
    if (job.error->kind != ErrorKind::quarantined || job.sha256.empty()) return {};
    return catalogue_.remember_source(job.stamp, job.sha256);
  }

  void finish(LoadJob& job) {
    LoadedFile file{job.source.path,         LoadOutcome::already_there, job.document.id,
                    job.document.page_count, job.document.text,          job.error};
    if (job.state == LoadJob::State::refused) {
      file.outcome = LoadOutcome::refused;
      ++report_.refused;
      // The stored copy of a file that has no record.
      if (job.placed) discard(run_.folder().file_of(job.sha256));
    } else if (job.state == LoadJob::State::fresh) {
      file.outcome = LoadOutcome::added;
      ++report_.added;
      report_.pages += file.pages;
      run_.step("committed");
    } else {
      ++report_.already_there;
    }
    if (job.placed) settle(run_.folder(), job.sha256);
    report_.files.push_back(file);
    run_.done(file, job.source.size);
  }

  LoadRun& run_;
  Catalogue& catalogue_;
  LoadReport& report_;
  std::set<std::string> refused_before_;
  std::map<std::string, std::optional<Error>> settled_;  // contents dealt with in this run; why refused
  std::vector<LoadJobPointer> waiting_;
};

}  // namespace

void commit_documents(LoadRun& run, Catalogue& catalogue, LoadReport& report) {
  Committer committer(run, catalogue, report);
  if (auto known = committer.remember_old_refusals(); !known) return run.abandon(known.error());
  for (;;) {
    std::vector<LoadJobPointer> batch = run.to_commit.pop_all();
    if (batch.empty()) return;
    if (auto committed = committer.commit(std::move(batch)); !committed)
      return run.abandon(committed.error());
  }
}

}  // namespace mess::library
