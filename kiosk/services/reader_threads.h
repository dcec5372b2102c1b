#pragma once
// The threads of ReaderService. See reader_service.h.

#include <chrono>
#include <optional>
#include <thread>

#include "kiosk/services/hit_lines.h"
#include "kiosk/services/reader_painter.h"
#include "kiosk/services/reader_texts.h"

namespace mess::kiosk {

// Does what the tasks say, with a worker of its own.
class ReaderService::Drawer {
 public:
  Drawer(Shared& shared, ReaderThread role);
  ~Drawer();
  // Ends the call in progress when it is not worth its end any more. Called with the lock held.
  void reconsider();

 private:
  using Clock = std::chrono::steady_clock;
  void run(const std::stop_token& stop);
  bool work(const std::stop_token& stop);
  void carry_out(const ReaderTask& task);
  void open_document();

  Shared& shared_;
  const ReaderThread role_;
  File file_;
  Painter painter_;
  Texts texts_;
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
  bool work(const std::stop_token& stop);
  void find(const effect::FindWords& wish, int serial, const std::stop_token& stop);
  bool find_passages(const effect::FindWords& wish, int serial, const std::stop_token& stop,
                     FoundPassages& found);
  Shared& shared_;
  std::optional<library::Catalogue> catalogue_;
  std::jthread thread_;
};

}  // namespace mess::kiosk
