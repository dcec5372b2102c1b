#include "index/page_finder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "index/other_names.h"

namespace mess::index {
namespace {

constexpr std::size_t most_pages_listed = 200, most_best_pages = 3;
constexpr std::size_t most_words = 16;         // of a query, for finding pages
constexpr std::size_t most_words_in_all = 80;  // those of other names too
constexpr double other_name_weight = 0.35;
// Chosen on tests/relevance/judged; index/README.md has the table.
constexpr double saturation = 2;             // how soon a word that is repeated on a page tells nothing new
constexpr std::size_t most_candidates = 48;  // pages whose positions are read

}  // namespace

double idf_of(const Xapian::Database& pages, const std::vector<std::string>& stems) {
  double holding = 0;
  for (const std::string& stem : stems) holding += static_cast<double>(pages.get_termfreq(stem));
  return std::log(1.0 + static_cast<double>(pages.get_doccount()) / (holding + 0.5));
}

PageFinder::PageFinder(const Xapian::Database& documents, const Xapian::Database& pages,
                       const ParsedQuery& query)
    : documents_(documents), pages_(pages) {
  const std::vector<QueryUnit> units = units_of(query);
  constexpr std::size_t left_out = ~std::size_t{0};
  std::vector<std::size_t> place(query.words.size(), left_out);  // of each query word in words_
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    if (query.words[i].is_stop || words_.size() == most_words) continue;
    place[i] = add_word(pages, query.words[i].stems);
    words_.back().place = query.words[i].place;
  }
  typed_ = words_.size();
  for (const QueryUnit& unit : units) {
    Unit made;
    for (std::size_t i = 0; i < unit.words.size(); ++i) {
      if (place[unit.words[i]] == left_out) continue;
      made.typed.push_back(place[unit.words[i]]);
      made.others_of_word.push_back(add_names(pages, unit.others_of_word[i]));
    }
    made.others = add_names(pages, unit.others);
    if (!made.typed.empty()) units_.push_back(std::move(made));
  }
}

std::size_t PageFinder::add_word(const Xapian::Database& pages, std::vector<std::string> stems) {
  Word word;
  word.stems = std::move(stems);
  word.idf = idf_of(pages, word.stems);
  words_.push_back(std::move(word));
  return words_.size() - 1;
}

PageFinder::Name PageFinder::add_name(const Xapian::Database& pages, const OtherName& name) {
  Name made{{}, &name};
  for (const std::string& stem : name.stems) {
    const auto same = std::find_if(words_.begin() + static_cast<std::ptrdiff_t>(typed_), words_.end(),
                                   [&](const Word& word) { return word.stems.front() == stem; });
    made.words.push_back(same != words_.end() ? static_cast<std::size_t>(same - words_.begin())
                                              : add_word(pages, {stem}));
  }
  return made;
}

std::vector<PageFinder::Name> PageFinder::add_names(const Xapian::Database& pages,
                                                    const std::vector<const OtherName*>& names) {
  std::vector<Name> made;
  for (const OtherName* name : names) {
    if (words_.size() + name->stems.size() > most_words_in_all) break;
    made.push_back(add_name(pages, *name));
  }
  return made;
}

// 0 when a word of it is missing.
double PageFinder::weight_of(const Name& name, const std::vector<double>& on_page) {
  double sum = 0;
  for (const std::size_t word : name.words) {
    if (on_page[word] == 0) return 0;
    sum += on_page[word];
  }
  return sum * other_name_weight;
}

void PageFinder::score(const Unit& unit, const std::vector<double>& on_page, const IndexedRecord& record,
                       PageScore& page) {
  const auto best_of = [&](const std::vector<Name>& names) {
    double best = 0;
    for (const Name& name : names) {
      const double weight = weight_of(name, on_page);
      if (weight > best && name.name->counts_in(record.languages)) best = weight;
    }
    return best;
  };
  int words = 0;
  double weight = 0;
  for (std::size_t i = 0; i < unit.typed.size(); ++i) {
    const double word = std::max(on_page[unit.typed[i]], best_of(unit.others_of_word[i]));
    words += word > 0 ? 1 : 0;
    page.typed += on_page[unit.typed[i]] > 0 ? 1 : 0;
    weight += word;
  }
  if (const double other = best_of(unit.others); other > 0) {
    words = static_cast<int>(unit.typed.size());
    weight = std::max(weight, other);
  }
  page.words += words;
  page.weight += weight;
}

std::vector<PageFinder::PageScore> PageFinder::score_pages(const IndexedRecord& record) {
  if (record.first_page_id == 0) return {};
  const Xapian::docid first = record.first_page_id;
  const Xapian::docid end = first + static_cast<Xapian::docid>(record.page_count);
  struct Found {
    Xapian::docid page;
    std::size_t word;
    double count;
  };
  std::vector<Found> found;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (Cursor& cursor : words_[word].cursors) {
      if (cursor.at == cursor.end) continue;
      for (cursor.at.skip_to(first); cursor.at != cursor.end && *cursor.at < end; ++cursor.at) {
        found.push_back({*cursor.at, word, static_cast<double>(cursor.at.get_wdf())});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.page != b.page ? a.page < b.page : a.word < b.word;
  });
  std::vector<PageScore> scores;
  std::vector<double> on_page(words_.size(), 0);
  for (std::size_t i = 0; i < found.size();) {
    const Xapian::docid page = found[i].page;
    std::fill(on_page.begin(), on_page.end(), 0);
    for (; i < found.size() && found[i].page == page; ++i) on_page[found[i].word] += found[i].count;
    for (std::size_t word = 0; word < words_.size(); ++word) {
      if (on_page[word] > 0) on_page[word] = words_[word].idf * on_page[word] / (on_page[word] + saturation);
    }
    PageScore made{static_cast<int>(page - first) + 1, 0, 0, 0, 0};
    for (const Unit& unit : units_) score(unit, on_page, record, made);
    if (made.words > 0) scores.push_back(made);
  }
  // Other names are marked where no word that was typed stands: only then do they lead anywhere.
  const auto is_typed = [](const PageScore& score) { return score.typed > 0; };
  if (std::any_of(scores.begin(), scores.end(), is_typed)) {
    std::erase_if(scores, [&](const PageScore& score) { return !is_typed(score); });
  }
  return scores;
}

// Words that stand only where no page is looked for, as in a list of contents, lead there all the same; an
// answer is not sought there.
HitPages PageFinder::pages_by_positions(const Hit& hit) const {
  const auto record = parse_record(documents_.get_document(hit.document).get_data(), true);
  if (!record) return {};
  const std::vector<std::uint32_t>& starts = record->page_starts;
  std::map<int, int> words_on;  // by page
  for (const Word& word : words_) {
    std::set<int> pages;
    for (const std::string& stem : word.stems) {
      const auto end = documents_.positionlist_end(hit.document, stem);
      for (auto at = documents_.positionlist_begin(hit.document, stem); at != end; ++at) {
        const auto page = std::upper_bound(starts.begin(), starts.end(), *at) - starts.begin();
        if (page > 0 && page <= record->page_count) pages.insert(static_cast<int>(page));
      }
    }
    for (const int page : pages) ++words_on[page];
  }
  HitPages found;
  int most = 0;
  for (const auto& [page, words] : words_on) {
    if (words > most) found = {page, {}, 0, {}};
    most = std::max(most, words);
    if (words < most) continue;
    ++found.count;
    if (found.pages.size() < most_pages_listed) found.pages.push_back(page);
  }
  return found;
}

// Postings are read forward, so documents are taken in the order of their pages.
std::vector<std::size_t> PageFinder::in_page_order(const std::vector<Hit>& hits) {
  std::vector<std::size_t> order(hits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return hits[a].record.first_page_id < hits[b].record.first_page_id;
  });
  for (Word& word : words_) open_cursors(word);
  return order;
}

void PageFinder::open_cursors(Word& word) const {
  word.cursors.clear();
  for (const std::string& stem : word.stems) {
    Cursor cursor{pages_.postlist_begin(stem), pages_.postlist_end(stem)};
    if (cursor.at != cursor.end) word.cursors.push_back(std::move(cursor));
  }
}

std::vector<double> PageFinder::best_weights(const std::vector<Hit>& hits) {
  std::vector<double> best(hits.size(), 0);
  for (const std::size_t i : in_page_order(hits)) {
    for (const PageScore& page : score_pages(hits[i].record)) best[i] = std::max(best[i], page.weight);
  }
  return best;
}

std::vector<HitPages> PageFinder::find(const std::vector<Hit>& hits) {
  std::vector<HitPages> answers(hits.size());
  for (const std::size_t i : in_page_order(hits)) {
    std::vector<PageScore> scores = score_pages(hits[i].record);
    if (scores.empty()) {
      answers[i] = pages_by_positions(hits[i]);
      continue;
    }
    HitPages& answer = answers[i];
    std::vector<PageScore> best = scores;
    std::stable_sort(best.begin(), best.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (typed_ > 1 && best.size() > 1) {
      best.resize(std::min(best.size(), most_candidates));
      weigh_nearness(hits[i], best);
    }
    const std::size_t kept = std::min(best.size(), most_best_pages);
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(kept), best.end(),
                      [](const auto& a, const auto& b) {
                        const double one = a.weight + a.nearness, other = b.weight + b.nearness;
                        return one != other ? one > other : a.page < b.page;
                      });
    for (std::size_t rank = 0; rank < kept; ++rank) answer.best.push_back(best[rank].page);
    const PageScore chosen = best.front();
    answer.best_page = chosen.page;
    std::erase_if(scores, [&](const PageScore& score) { return score.words < chosen.words; });
    answer.count = static_cast<int>(scores.size());
    for (const PageScore& score : scores) {
      if (answer.pages.size() < most_pages_listed) answer.pages.push_back(score.page);
    }
  }
  return answers;
}

}  // namespace mess::index
