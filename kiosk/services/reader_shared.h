#pragma once
// What the threads of ReaderService and the UI thread know in common.

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "kiosk/services/reader_service.h"
#include "kiosk/services/reader_tasks.h"

namespace mess::kiosk {

// `lock` is held for moments only, never during a call that may take time.
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
  bool forget_words = false;                 // the finder is to, as the document was closed
  int working = 0;                           // threads that are at something
};

}  // namespace mess::kiosk
