#pragma once
// What the text of a File says: where words stand, where links lead, the contents. Each member posts one
// answer, none when another document was asked for meanwhile. Used by the thread that the file is of.

#include "kiosk/services/reader_file.h"
#include "library/contents_guess.h"

namespace mess::kiosk {

class ReaderService::Texts {
 public:
  Texts(Shared& shared, File& file) : shared_(shared), file_(file) {}

  void find_hits(const effect::PageHits& wish);
  void find_words_on(int page);
  void find_links_on(int page);
  // A document that brings none has one guessed, page by page, when there is nothing else to do.
  void find_outline();
  // A few pages from this one on, as long as nobody wants a picture. A page that costs workers ends it: the
  // next may be like it.
  void look_for_headings(int page);

 private:
  bool pictures_wait();

  Shared& shared_;
  File& file_;
  library::ContentsGuess guess_;  // of the document, from its pages so far
};

}  // namespace mess::kiosk
