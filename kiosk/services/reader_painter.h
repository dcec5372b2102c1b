#pragma once
// Pictures of the pages of a File, in the tone that is wished. Used by the thread that the file is of.

#include <vector>

#include "kiosk/services/reader_file.h"

namespace mess::kiosk {

class ReaderService::Painter {
 public:
  Painter(Shared& shared, File& file) : shared_(shared), file_(file) {}

  // Draws what was taken from the tasks, of a tile its row, posts it, or that there is none, and tells the
  // tasks. A page that has cost two workers is not tried again.
  void draw(const PictureKey& key);

 private:
  // One picture, or tiles that adjoin each other, from left to right.
  using Row = std::vector<PictureKey>;
  Row row_of(const PictureKey& key);
  // With two workers at most; `bad_page` when the page, in a document that was open, cost both.
  Result<library::Picture> drawn(const Row& row, bool& bad_page);
  Result<library::Picture> picture_of(library::PdfWorker& worker, const Row& row);
  void post_pictures(const Row& row, const library::Picture& picture);
  void post_picture(const PictureKey& key, Pixels drawn);
  void post_thumbnail_of(const PictureKey& key, const Pixels& page);
  void tone(Pixels& pixels, const PictureKey& key);
  std::vector<library::PageBox> photographs_of(const PictureKey& key, const Pixels& pixels);

  Shared& shared_;
  File& file_;
};

}  // namespace mess::kiosk
