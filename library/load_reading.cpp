#include <map>
#include <utility>

#include "library/document_reader.h"
#include "library/file_handle.h"
#include "library/load_run.h"
#include "library/record_proposal.h"
#include "library/text_judge.h"
#include "library/text_language.h"
#include "library/utc_time.h"

namespace mess::library {

namespace {

std::vector<std::string> folder_names(const std::filesystem::path& path) {
  std::vector<std::string> names;
  for (const auto& part : path.parent_path()) names.push_back(display_name(part));
  return names;
}

void judge_texts(LoadJob& job, const TextTally& sum) {
  std::map<std::string, std::size_t> bytes_of_language;
  job.document.text = judge_document(sum, static_cast<int>(job.pages.size()));
  for (Page& page : job.pages) {
    // A page of a nonsense document that looks well does so by accident.
    if (job.document.text == TextState::doubtful && page.state == TextState::good) {
      page.state = TextState::doubtful;
      page.language.clear();
    }
    if (page.state == TextState::good) bytes_of_language[page.language] += page.text.size();
  }
  job.document.languages = main_languages(bytes_of_language);
}

void write_record(LoadJob& job, PdfFacts facts) {
  RecordClues clues{std::move(facts), {}, display_name(job.source.path.filename()), {}};
  if (!job.pages.empty() && job.pages.front().state == TextState::good)
    clues.first_page = job.pages.front().text;
  clues.folders = folder_names(job.source.path);
  Document proposal = propose_record(clues);
  proposal.sha256 = job.sha256;
  proposal.byte_size = job.document.byte_size;
  proposal.text = job.document.text;
  proposal.languages = std::move(job.document.languages);
  proposal.page_count = static_cast<int>(job.pages.size());
  proposal.source_name = clues.file_name;
  proposal.added_at = utc_now();
  job.document = std::move(proposal);
  if (job.side != nullptr) apply(*job.side, job.document);
}

Result<void> read(LoadRun& run, PdfWorker& worker, LoadJob& job) {
  DocumentReader reader(worker, run.folder().file_of(job.sha256), run.stop_token());
  const auto refused = [&](const Error& error) -> Result<void> {
    job.quarantine = reader.must_be_set_aside();
    return tl::make_unexpected(job.quarantine ? set_aside(error) : error);
  };
  auto facts = reader.open();
  if (!facts) return refused(facts.error());
  const int count = facts->page_count;
  // Before the texts: Poppler keeps the text of a page that it draws, so the first page is read once only.
  auto cover = reader.cover(count, run.options().cover_width);
  if (cover) {
    job.cover = std::move(*cover);
  } else if (reader.must_be_set_aside() || cover.error().kind == ErrorKind::interrupted) {
    return refused(cover.error());
  }
  int reported = 0;
  auto texts = reader.pages(count, [&](int done) {
    run.reading(job, done, count, done - reported);
    reported = done;
  });
  if (!texts) return refused(texts.error());
  job.pages = std::move(texts->pages);
  judge_texts(job, texts->tally);
  write_record(job, std::move(*facts));
  run.step("extracted");
  return {};
}

// What to do about a PDF that the worker could not read; the worker itself says only what happened.
std::string advice_for(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::encrypted:
      return "Save it without a password, then load the new file.";
    case ErrorKind::too_large:
      return "Split it into parts, then load these.";
    case ErrorKind::timed_out:
    case ErrorKind::damaged:
      return "Open it in another program and save it again, or ask for a sound copy.";
    case ErrorKind::not_pdf:
      return "Open it in its own program and export it as PDF.";
    default:
      return {};
  }
}

std::size_t weight_of(const LoadJob& job) {
  std::size_t bytes = job.cover.size();
  for (const Page& page : job.pages) bytes += page.text.size() + sizeof(Page);
  return bytes;
}

}  // namespace

void read_documents(LoadRun& run) {
  PdfWorker worker(run.options().limits);
  bool has_worked = false;
  const std::stop_callback on_stop(run.stop_token(), [&worker] { worker.interrupt(); });
  while (auto next = run.to_read.pop()) {
    if (run.stopped()) return;
    LoadJob& job = **next;
    if (auto done = read(run, worker, job); !done) {
      if (run.stopped()) return;
      // A worker that never worked is a program that is missing: no PDF at all can be read, and none is to
      // blame.
      if (done.error().kind == ErrorKind::internal && !has_worked) return run.abandon(done.error());
      job.error = done.error();
      job.error->where = display_name(job.source.path);
      if (job.error->advice.empty()) job.error->advice = advice_for(job.error->kind);
      job.state = LoadJob::State::refused;
      job.pages.clear();
      job.cover.clear();
    }
    has_worked |= !job.error || job.error->kind != ErrorKind::internal;
    const std::size_t weight = weight_of(job);
    if (!run.to_commit.push(std::move(*next), weight)) return;
  }
}

}  // namespace mess::library
