#pragma once
// Pictures of the pages of a File, in the tone that is wished. Used by the thread that the file is of.

#include <vector>

#include "kiosk/services/reader_file.h"

namespace mess::kiosk {

class ReaderService::Painter {
 public:
  Painter(Shared& shared, File& file) : shared_(shared), file_(file) {}

  // Draws what was taken from the tasks, posts it, or that there is none, and tells the tasks. A page that
  // has cost two workers is not tried again.
  void draw(const PictureKey& key);

 private:
  // With two workers at most; `bad_page` when the page, in a document that was open, cost both.
  Result<library::Picture> drawn(const PictureKey& key, bool& bad_page);
  Result<library::Picture> picture_of(library::PdfWorker& worker, const PictureKey& key);
  void post_picture(const PictureKey& key, const library::Picture& picture);
  void tone(Pixels& pixels, const PictureKey& key);
  std::vector<library::PageBox> photographs_of(const PictureKey& key, const Pixels& pixels);

  Shared& shared_;
  File& file_;
};

}  // namespace mess::kiosk
