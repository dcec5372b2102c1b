#pragma once
// What the reader's threads do next: a plain value, guarded by the service's lock, decided without waiting.
// The one thread ("seen") keeps itself free for the page on the screen: its pictures, words,
// passages, links, then the outline. The other ("ahead") takes any wish in order and, when
// there is none, looks for headings in a document without an outline. A wish is drawn by one of
// them only; what is not wished any more is never begun.

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/app/effect.h"

namespace mess::kiosk {

enum class ReaderThread { seen, ahead };

struct ReaderTask {
  enum class Kind { none, open, draw, words, hits, links, outline, headings } kind = Kind::none;
  PictureKey picture;     // draw
  effect::PageHits hits;  // hits
  int page = 0;           // words, links; headings: the first to look at
  friend bool operator==(const ReaderTask& a, const ReaderTask& b) {
    return a.kind == b.kind && a.picture == b.picture && a.hits.page == b.hits.page && a.page == b.page;
  }
};

class ReaderTasks {
 public:
  // A document is to be shown; everything asked for another one is forgotten.
  void open(const effect::OpenDocument& wish);
  void close();
  // It is open in the thread that shows: the rest may begin.
  void opened();
  void find_hits(const effect::PageHits& wish);
  void find_words_on(const effect::PageWords& wish);
  void find_links_on(const effect::PageLinks& wish);
  void find_outline(const effect::Outline& wish);  // once more
  void wish(const std::vector<PictureWish>& wishes);

  // The document brings no outline. What was looked at is told by headings_seen: 0 = all of it.
  void guess_outline() { next_headings_ = 1; }
  void headings_seen(int next_page) {
    next_headings_ = next_page;
    looking_for_headings_ = false;
  }
  bool pictures_wait() const { return wishes_.size() > taken_.size(); }

  ReaderTask next(ReaderThread thread);  // what is taken is not given twice
  // `delivered`: the answer (a picture, or that there is none) is on its way to the screen. Else it goes back
  // to the wishes.
  void finished(const PictureKey& picture, bool delivered);
  // Takes a thumbnail off the wishes because it came out of another picture.
  std::optional<PictureKey> take_thumbnail_of(const PictureKey& picture);
  // Takes the tiles off the wishes that adjoin this one in its row; it and they from left to right. A row
  // costs little more than a tile: most of the time goes into what the page says, which is read for each
  // drawing.
  std::vector<PictureKey> take_row_of(const PictureKey& tile);

  const std::optional<effect::OpenDocument>& document() const { return document_; }
  int serial() const { return serial_; }  // grows with every open and close
  // Whether a task of the document of that serial, which has lasted so long, is not worth its end any more.
  bool useless(const ReaderTask& task, int serial, std::chrono::steady_clock::duration lasted) const;
  bool pending() const;  // something was asked for that no thread has begun

 private:
  ReaderTask next_question();
  ReaderTask next_headings();
  enum class Stage { closed, asked, opening, open } stage_ = Stage::closed;
  std::optional<effect::OpenDocument> document_;
  int serial_ = 0;
  std::vector<PictureKey> wishes_;      // of this document, most wanted first
  std::set<PictureKey> taken_;          // being drawn
  std::set<PictureKey> delivered_;      // sent, and not yet missing from the wishes of the screen
  std::vector<effect::PageHits> hits_;  // newest last
  std::vector<int> words_, links_;      // pages, newest last
  bool outline_due_ = false;
  int next_headings_ = 0;  // page; 0 = none
  bool looking_for_headings_ = false;
};

}  // namespace mess::kiosk
