#pragma once
// Cuts the lines with the words out of the pages of results (FEATURES F11), on a thread of its own with one
// confined worker, most wanted first. What is wished no more is never begun; what takes long and is wished no
// more is ended. Every member returns at once. A page that does not show the words, or cannot be drawn in
// time, is answered by a picture without pixels; a document that costs the worker its life or its time is not
// tried again. Pictures are never kept here: what was posted is the screen's.

#include <functional>
#include <memory>
#include <vector>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

// A cut that takes longer holds up those after it for nothing: the snippet is there already.
inline constexpr library::WorkerLimits cut_limits{.open_time = std::chrono::milliseconds(3000),
                                                  .page_time = std::chrono::milliseconds(2000)};

class CutService {
 public:
  using Post = std::function<void(Message)>;
  CutService(library::LibraryFolder folder, Post post, library::WorkerLimits limits = cut_limits);
  ~CutService();  // ends the call in progress

  void wish(const std::vector<PictureWish>& wishes);  // all kinds; cuts are taken, the rest is others'
  bool busy() const;

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
