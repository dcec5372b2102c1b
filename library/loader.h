#pragma once
// Loading PDFs into a library: copy to staging while hashing, fsync, rename into files/, ask the worker for
// facts, text and cover, then one catalogue transaction a document. Stopped anywhere (Ctrl-C, power), the
// same call goes on where it stopped: no document is ever half there, lost or doubled.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "library/document.h"
#include "library/library_folder.h"
#include "library/pdf_client.h"
#include "library/result.h"

namespace mess::library {

enum class LoadOutcome { added, already_there, refused };

struct LoadedFile {
  std::filesystem::path source;
  LoadOutcome outcome = LoadOutcome::refused;
  DocumentId id = 0;  // of the document, old or new; 0 when refused
  int pages = 0;
  TextState text = TextState::none;
  std::optional<Error> error;  // why it was refused
};

// Something in a catalogue.csv that could not be used.
struct SideRemark {
  std::filesystem::path side_file;
  std::size_t row = 0;  // the header is row 1; 0 = the whole file
  std::string missing;  // the name that the row gives, when there is no such file; "" = another fault
  std::string what;     // the rest of the sentence "row 4 …"
};

struct LoadReport {
  std::vector<LoadedFile> files;  // in the order they were dealt with
  int added = 0, already_there = 0, refused = 0;
  int pages = 0;             // of the documents added
  double seconds = 0;        // wall clock
  bool interrupted = false;  // stopped before the end
  std::vector<SideRemark> remarks;
};

struct LoadProgress {
  int files_done = 0, files_total = 0;
  int pages_done = 0;
  std::int64_t bytes_done = 0, bytes_total = 0;
  double seconds = 0;
  std::string current;  // name of a file in work
  int current_page = 0, current_pages = 0;
};

struct LoadOptions {
  int workers = 0;  // 0 = one a core
  WorkerLimits limits;
  int cover_width = 360;  // pixels
  // Called from loading threads, one at a time; must return soon.
  std::function<void(const LoadProgress&)> on_progress;
  std::function<void(const LoadedFile&)> on_file;
  // Called after each step of a document ("staged", "renamed", "extracted", "covered", "committed"); a test
  // ends the process here to prove that nothing is lost.
  std::function<void(const char* step)> on_step;
  std::stop_token stop;
};

// Loads files and folders (folders are walked, *.pdf in any case, symbolic links to files followed once; a
// file named catalogue.csv beside PDFs gives their records, see side_file.h). The caller holds the WriteLock.
// One bad file never stops the others. Errors: only what makes going on useless (disk_full, read_only,
// corrupt…), in which case the report so far is lost but everything committed stays.
Result<LoadReport> load(const LibraryFolder& folder, const std::vector<std::filesystem::path>& sources,
                        const LoadOptions& options);

// Puts right what an interrupted run, or the removal of a record, left: staging files, and the stored files
// and covers that a run brought in without coming to their record or whose record was removed. A stored file
// of any other origin stays (the catalogue may be an older copy that was put back); verify() names it.
// Returns how many files were removed. The caller holds the WriteLock, so that nothing here belongs to a load
// in progress. Called by load() at its start.
Result<int> clean_up(const LibraryFolder& folder);

// Compares every stored file with its hash and every record with its file, and lets the catalogue check
// itself; a sentence for each fault. Needs no lock; changes nothing.
Result<std::vector<std::string>> verify(const LibraryFolder& folder,
                                        const std::function<void(int done, int total)>& on_progress);

}  // namespace mess::library
