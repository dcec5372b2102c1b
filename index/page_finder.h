#pragma once
// Finds, in the documents that a search found, the pages that hold its words and the one to open. Internal to
// index/.
//
// A page weighs the sum over the query's words of idf * tf / (tf + 2), and more where neighbours of the query
// stand near one another, most where they stand as they were typed (from the positions of the documents
// database). Another name of some words, whole on the page, counts as these words, with less weight.

#include <xapian.h>
#include <vector>

#include "index/index_layout.h"
#include "index/query.h"

namespace mess::index {

struct HitPages {
  int best_page = 1;
  std::vector<int> pages;  // with at least as many of the words as the best one, in page order; at most 200
  int count = 0;           // all of them
  std::vector<int> best;   // the best page and the next best ones that may answer, at most three
};

// What a word with these stems tells of a page that holds it.
double idf_of(const Xapian::Database& pages, const std::vector<std::string>& stems);

class PageFinder {
 public:
  PageFinder(const Xapian::Database& documents, const Xapian::Database& pages, const ParsedQuery& query);

  // `hits` are documents and their records; the answer is in the same order.
  struct Hit {
    Xapian::docid document = 0;
    IndexedRecord record;
    double weight = 0;  // of the document
  };
  // The weight of each document's best page, without nearness; 0 when no page holds a word.
  std::vector<double> best_weights(const std::vector<Hit>& hits);
  std::vector<HitPages> find(const std::vector<Hit>& hits);

 private:
  struct Cursor {  // one stem's postings in the pages database, moving forward only
    Xapian::PostingIterator at, end;
  };
  struct Word {  // typed, or of another name
    std::vector<std::string> stems;
    double idf = 0;
    std::uint32_t place = 0;  // see QueryWord
    std::vector<Cursor> cursors;
  };
  struct Name {
    std::vector<std::size_t> words;  // indices into words_: all of them must be there
    const OtherName* name = nullptr;
  };
  struct Unit {                      // see QueryUnit
    std::vector<std::size_t> typed;  // indices into words_
    std::vector<Name> others;
    std::vector<std::vector<Name>> others_of_word;
  };
  struct PageScore {
    int page = 0;
    int words = 0;
    int typed = 0;  // of them, those that stand there themselves, not by another name
    double weight = 0;
    double nearness = 0;
  };
  std::size_t add_word(const Xapian::Database& pages, std::vector<std::string> stems);
  Name add_name(const Xapian::Database& pages, const OtherName& name);
  std::vector<Name> add_names(const Xapian::Database& pages, const std::vector<const OtherName*>& names);
  static double weight_of(const Name& name, const std::vector<double>& on_page);
  static void score(const Unit& unit, const std::vector<double>& on_page, const IndexedRecord& record,
                    PageScore& page);
  std::vector<std::size_t> in_page_order(const std::vector<Hit>& hits);
  void open_cursors(Word& word) const;
  std::vector<PageScore> score_pages(const IndexedRecord& record);
  HitPages pages_by_positions(const Hit& hit) const;
  void weigh_nearness(const Hit& hit, std::vector<PageScore>& candidates) const;

  const Xapian::Database& documents_;
  const Xapian::Database& pages_;
  std::vector<Word> words_;  // those typed first
  std::size_t typed_ = 0;    // how many of them were typed
  std::vector<Unit> units_;
};

}  // namespace mess::index
