#pragma once
// Finds, in the documents that a search found, the pages that hold its words and the one to open. Internal to
// index/.
//
// A page ranks by the number of different query words on it, then by how near one another they stand (from
// the positions of the documents database), then by weight: the sum over words of idf * tf / (tf + 1).

#include <xapian.h>
#include <vector>

#include "index/index_layout.h"
#include "index/query.h"

namespace mess::index {

struct HitPages {
  int best_page = 1;
  bool has_match = false;  // false: only the record holds the words
  std::vector<int> pages;  // with as many of the words as the best one, in page order; at most 200
  int count = 0;           // all of them
};

class PageFinder {
 public:
  PageFinder(const Xapian::Database& documents, const Xapian::Database& pages, const ParsedQuery& query);

  // `hits` are documents and their records; the answer is in the same order.
  struct Hit {
    Xapian::docid document = 0;
    IndexedRecord record;
  };
  std::vector<HitPages> find(const std::vector<Hit>& hits);

 private:
  struct Cursor {  // one stem's postings in the pages database, moving forward only
    Xapian::PostingIterator at, end;
  };
  struct Word {
    std::vector<std::string> stems;
    double idf = 0;
    std::vector<Cursor> cursors;
  };
  struct PageScore {
    int page = 0;
    int words = 0;
    double weight = 0;
    double nearness = 0;
  };
  std::vector<PageScore> score_pages(const IndexedRecord& record);
  void weigh_nearness(const Hit& hit, std::vector<PageScore>& candidates) const;

  const Xapian::Database& documents_;
  std::vector<Word> words_;
};

}  // namespace mess::index
