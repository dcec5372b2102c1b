#pragma once
// Prints pages that visitors ask for, on a thread of its own with a confined worker of its own: looks for the
// printer, draws the pages, hands them over, and follows the print until it is over or ten minutes have
// passed. Every member returns at once; answers come through `post` from that thread: PrinterFound, and
// PrintProgress whenever it changes. One print is drawn at a time, as a visitor has one; those that earlier
// visitors left at the printer are followed beside it. What house.toml and the record allow is read when a
// print is drawn.

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

#include "kiosk/app/effect.h"
#include "kiosk/services/printer.h"
#include "library/library_folder.h"

namespace mess::kiosk {

inline std::filesystem::path temporary_folder() {
  std::error_code none;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(none);
  return none ? "/tmp" : folder;
}

struct PrintTimes {
  std::chrono::milliseconds look{1500};               // at a print that is not over, so often
  std::chrono::minutes longest{10};                   // then it is left to the printer
  std::filesystem::path folder = temporary_folder();  // of the nameless file
};

class PrintService {
 public:
  using Post = std::function<void(Message)>;
  PrintService(library::LibraryFolder folder, std::unique_ptr<Printer> printer, Post post,
               PrintTimes times = {});
  ~PrintService();  // ends what is being drawn; waits for the print system, some seconds at worst

  void find(const effect::FindPrinter& wish);
  void print(const effect::Print& wish);
  void cancel(const effect::CancelPrint& wish);
  bool busy() const;  // an answer has not come yet; a print that was handed over does not count

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
