#pragma once
// Reads documents for the screen, on threads of its own with confined workers: one for what is seen, one for
// what may be seen next, and one that looks for the words in the stored texts. Every member returns at once
// and is called by the UI thread; answers come through `post`, which may be called from any of the threads.
//
// A worker that dies, hangs or answers nonsense is replaced and the page it was busy with tried once more;
// the second time costs that page (PictureReady without a picture, at every width until the page is come to
// again; PageHitsFound and OutlineFound that say so) and nothing else. When the file is gone or damaged by
// then, DocumentFailed says so, after DocumentOpened. Pictures are never kept here: what was posted is the
// screen's.

#include <functional>
#include <memory>
#include <vector>

#include "kiosk/app/effect.h"
#include "library/library_folder.h"
#include "library/pdf_client.h"

namespace mess::kiosk {

class ReaderService {
 public:
  using Post = std::function<void(Message)>;
  ReaderService(library::LibraryFolder folder, Post post, library::WorkerLimits limits = {});
  ~ReaderService();  // ends calls in progress

  void open(const effect::OpenDocument& wish);
  void close();
  void find_hits(const effect::PageHits& wish);
  // Other words in the document that is open, in the place of those before.
  void find_words(const effect::FindWords& wish);
  // Of pages of the document that is open.
  void find_words_on(const effect::PageWords& wish);
  void find_links_on(const effect::PageLinks& wish);
  void find_outline(const effect::Outline& wish);
  void reached(const effect::PageReached& page);
  void wish(const std::vector<PictureWish>& wishes);  // covers are somebody else's

  // True while anything asked for has not been answered.
  bool busy() const;

 private:
  struct Shared;
  class File;
  class Painter;
  class Texts;
  class Drawer;
  class Finder;
  std::unique_ptr<Shared> shared_;
  std::vector<std::unique_ptr<Drawer>> drawers_;
  std::unique_ptr<Finder> finder_;
};

}  // namespace mess::kiosk
