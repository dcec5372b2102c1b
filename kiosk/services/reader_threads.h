#pragma once
// The threads of ReaderService. See reader_service.h.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <type_traits>

#include "kiosk/services/hit_lines.h"
#include "kiosk/services/reader_service.h"
#include "kiosk/services/reader_tasks.h"
#include "library/catalogue.h"
#include "library/contents_guess.h"

namespace mess::kiosk {

// What the threads and the UI thread know in common. `lock` is held for moments only, never during a call
// that may take time.
struct ReaderService::Shared {
  library::LibraryFolder folder;
  Post post;
  library::WorkerLimits limits;

  std::mutex lock;
  std::condition_variable_any changed;
  ReaderTasks tasks;
  library::Document document;              // once open
  std::map<int, library::PageSize> sizes;  // those posted
  std::set<int> bad_pages;  // cost two workers in turn their life or time since they were last come to
  // Photographs of the pages that were drawn in another tone than printed.
  std::map<int, std::vector<library::PageBox>> photographs;
  std::optional<effect::FindWords> finding;  // for the finder
  int working = 0;                           // threads that are at something
};

// Draws pages with a worker of its own.
class ReaderService::Drawer {
 public:
  Drawer(Shared& shared, ReaderThread role);
  ~Drawer();
  // Ends the call in progress when it is useless now and has lasted; else lets it end by itself: a new worker
  // costs more than a common page. Called with the lock held.
  void reconsider();

 private:
  using Clock = std::chrono::steady_clock;
  void run(const std::stop_token& stop);
  void carry_out(const ReaderTask& task);
  void open_document();
  Result<void> have_open();
  void draw(const PictureKey& key);
  template <class Ask>
  std::invoke_result_t<Ask> asked(Ask ask);
  // With two workers at most; `bad_page` when the page, in a document that was open, cost both.
  Result<library::Picture> drawn(const PictureKey& key, bool& bad_page);
  Result<library::Picture> picture_of(const PictureKey& key);  // of the open document
  Result<library::PageSize> size_of(int page);
  void post_picture(const PictureKey& key, const library::Picture& picture);
  void tone(Pixels& pixels, const PictureKey& key);
  std::vector<library::PageBox> photographs_of(const PictureKey& key, const Pixels& pixels);
  void find_hits(const effect::PageHits& wish);
  void find_words_on(int page);
  void find_links_on(int page);
  void find_outline();
  void look_for_headings(int page);
  bool pictures_wait();
  bool out_of_date();  // another document was asked for meanwhile
  Result<library::Catalogue*> catalogue();

  Shared& shared_;
  const ReaderThread role_;
  library::PdfWorker worker_;
  std::optional<library::Catalogue> catalogue_;
  int serial_ = 0;     // of the document this thread is at
  bool open_ = false;  // in this worker
  library::Document document_;
  library::ContentsGuess guess_;       // of that document, from its pages so far
  std::optional<ReaderTask> current_;  // guarded by the lock
  Clock::time_point began_;            // guarded by the lock
  std::jthread thread_;                // last: starts when all else is there
};

// Looks for the words of a query in all stored pages of the document, and makes the list of its passages.
class ReaderService::Finder {
 public:
  explicit Finder(Shared& shared);

 private:
  void run(const std::stop_token& stop);
  void find(const effect::FindWords& wish, int serial, const std::stop_token& stop);
  bool find_passages(const effect::FindWords& wish, int serial, const std::stop_token& stop,
                     FoundPassages& found);
  Shared& shared_;
  std::optional<library::Catalogue> catalogue_;
  std::jthread thread_;
};

}  // namespace mess::kiosk
