#pragma once
// Finds orientation pages with the words of the search box, so that "téléphone" or "اتصال" leads to a person.
// Uses the same normaliser as the document index. Built once from the pages; const after, any thread.
//
// Score of a page = sum over the query's words of idf(word) x weight(best field that holds it): title and
// wish 8, keywords 6, summary 3, headings and steps 3, text 1. idf(word) = ln(1 + (N - n + 0.5) / (n + 0.5))
// (that of BM25), n of the N pages of the language hold it, n = 0 for a word that none holds. A page is found
// when it holds words that carry at least 60 % of the query's idf, one of them outside plain text: so
// articles need no stop list, and a study's subject met in passing finds nothing.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/content/guide.h"
#include "library/language.h"

namespace mess::kiosk {

struct GuideHit {
  std::string key;
  double score = 0;
};

class GuideSearch {
 public:
  GuideSearch() = default;
  explicit GuideSearch(const Guide& guide);

  // Pages for these words, best first, at most `limit`. All languages are searched (people type Arabic on a
  // French screen); a page counts once, with its best score, pages of `language` slightly preferred.
  // `typing`: the last word may be unfinished. A page that scores under a third of the best one is left out.
  std::vector<GuideHit> find(std::string_view query, Language language, bool typing = false,
                             std::size_t limit = 4) const;

 private:
  struct Entry {
    std::string key;
    Language language = Language::unknown;
    // Weight of the best field that holds a stem, or a whole form (for words still being typed).
    std::map<std::string, double, std::less<>> stems, forms;
    int title_words = 0;
  };
  struct Word {
    std::string stem, form;
    bool prefix = false;
    double idf = 0;
  };
  static Entry entry_of(const GuidePage& page);
  static double weight_in(const Entry& entry, const Word& word);
  std::vector<Word> words_of(std::string_view query, Language language, bool typing) const;
  static double score_of(const Entry& entry, const std::vector<Word>& words);
  std::vector<Entry> entries_;
};

}  // namespace mess::kiosk
