#pragma once
// What the stages of one loading share. Three kinds of threads hand a job on:
//
// take_in()           one thread: knows the file again or copies it into the store; waits for the disk.
//
// read_documents()    one thread a worker: facts, text, cover, record; computes, never waits for the disk.
//
// commit_documents()  the calling thread: covers to disk, catalogue; groups what is ready into one
//                     transaction.

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "library/catalogue.h"
#include "library/load_queue.h"
#include "library/loader.h"
#include "library/side_file.h"
#include "library/source_walk.h"

namespace mess::library {

// One file on its way.
struct LoadJob {
  enum class State {
    fresh,  // stored, to be read; after reading: to be added
    known,  // its document is in the catalogue
    twin,   // its content is that of another file of this run
    refused
  };

  SourceFile source;
  const SideRecord* side = nullptr;  // what a catalogue.csv says of it
  bool side_is_new = false;          // and did not say when that file was read before
  State state = State::fresh;
  Catalogue::SourceStamp stamp;
  bool stamp_is_new = true;
  bool placed = false;  // its content was stored by this run
  std::string sha256;
  Document document;  // known: as it is in the catalogue; fresh: as it shall be
  std::vector<Page> pages;
  std::vector<std::uint8_t> cover;
  std::optional<Error> error;
  bool quarantine = false;
};
using LoadJobPointer = std::unique_ptr<LoadJob>;

class LoadRun {
 public:
  LoadRun(const LibraryFolder& folder, const LoadOptions& options);

  const LibraryFolder& folder() const { return folder_; }
  const LoadOptions& options() const { return options_; }
  int workers() const { return workers_; }

  std::stop_token stop_token() const { return stop_.get_token(); }
  bool stopped() const { return stop_.stop_requested(); }
  // An error that makes going on useless: stops everything; the first one counts.
  void abandon(Error error);
  std::optional<Error> abandoned() const;

  // The callbacks, one at a time.
  void step(const char* name);
  void plan(const std::vector<SourceFile>& files);
  void reading(const LoadJob& job, int pages_done, int pages, int pages_more);
  void done(const LoadedFile& file, std::int64_t bytes);
  double seconds() const;

  LoadQueue<LoadJobPointer> to_read;
  LoadQueue<LoadJobPointer> to_commit;

 private:
  void report_progress();

  const LibraryFolder& folder_;
  const LoadOptions& options_;
  int workers_;
  std::stop_source stop_;
  std::stop_callback<std::function<void()>> outer_stop_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  mutable std::mutex mutex_;
  std::optional<Error> abandoned_;
  std::mutex callbacks_;
  LoadProgress progress_;
};

// Errors of the library itself, not of one file.
bool ends_loading(ErrorKind kind);

// The stages; each runs until its input ends or the run is stopped.
void take_in(LoadRun& run, std::vector<LoadJobPointer> jobs);
void read_documents(LoadRun& run);
void commit_documents(LoadRun& run, Catalogue& catalogue, LoadReport& report);

}  // namespace mess::library
