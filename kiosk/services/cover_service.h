#pragma once
// Loads covers (JPEG files that loading made), and the mark of the house, on a thread of its own, most wanted
// first; what is wished no more is never begun. Every member returns at once. A cover that is missing or
// broken is answered by a picture without pixels.

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"

namespace mess::kiosk {

// Decodes one file. Errors: not_found, unreadable, damaged, too_large (a side above 4096).
Result<Pixels> read_jpeg(const std::filesystem::path& file);

class CoverService {
 public:
  using Post = std::function<void(Message)>;
  CoverService(library::LibraryFolder folder, Post post);
  ~CoverService();

  void wish(
      const std::vector<PictureWish>& wishes);  // all kinds; covers are taken, the rest is somebody else's
  bool busy() const;

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace mess::kiosk
