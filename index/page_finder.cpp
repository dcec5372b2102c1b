#include "index/page_finder.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mess::index {
namespace {

constexpr std::size_t most_pages_listed = 200;
constexpr std::size_t most_words = 16;       // of a query, for finding pages
constexpr std::size_t most_candidates = 48;  // pages whose positions are read

using Positions = std::vector<Xapian::termpos>;

// The smallest distance between a position of one and a later position of the other; 0 when there is none.
Xapian::termpos nearest(const Positions& one, const Positions& other) {
  Xapian::termpos best = 0;
  auto next = other.begin();
  for (const Xapian::termpos position : one) {
    while (next != other.end() && *next <= position) ++next;
    if (next == other.end()) break;
    const Xapian::termpos distance = *next - position;
    if (best == 0 || distance < best) best = distance;
  }
  return best;
}

}  // namespace

PageFinder::PageFinder(const Xapian::Database& documents, const Xapian::Database& pages,
                       const ParsedQuery& query)
    : documents_(documents) {
  const double all = static_cast<double>(pages.get_doccount());
  for (const QueryWord& wanted : query.words) {
    if (wanted.is_stop || words_.size() == most_words) continue;
    Word word;
    word.stems = wanted.stems;
    double holding = 0;
    for (const std::string& stem : word.stems) {
      Cursor cursor{pages.postlist_begin(stem), pages.postlist_end(stem)};
      if (cursor.at == cursor.end) continue;
      holding += static_cast<double>(pages.get_termfreq(stem));
      word.cursors.push_back(std::move(cursor));
    }
    word.idf = std::log(1.0 + all / (holding + 0.5));
    words_.push_back(std::move(word));
  }
}

std::vector<PageFinder::PageScore> PageFinder::score_pages(const IndexedRecord& record) {
  std::vector<PageScore> scores;
  if (record.first_page_id == 0) return scores;
  const Xapian::docid first = record.first_page_id;
  const Xapian::docid end = first + static_cast<Xapian::docid>(record.page_count);
  std::vector<std::pair<Xapian::docid, double>> found;  // of one word
  for (Word& word : words_) {
    found.clear();
    for (Cursor& cursor : word.cursors) {
      if (cursor.at == cursor.end) continue;
      for (cursor.at.skip_to(first); cursor.at != cursor.end && *cursor.at < end; ++cursor.at) {
        found.emplace_back(*cursor.at, static_cast<double>(cursor.at.get_wdf()));
      }
    }
    if (word.cursors.size() > 1) std::sort(found.begin(), found.end());
    std::vector<PageScore> merged;
    merged.reserve(scores.size() + found.size());
    auto score = scores.begin();
    for (std::size_t i = 0; i < found.size();) {
      const int page = static_cast<int>(found[i].first - first) + 1;
      double count = 0;
      for (const Xapian::docid id = found[i].first; i < found.size() && found[i].first == id; ++i) {
        count += found[i].second;
      }
      while (score != scores.end() && score->page < page) merged.push_back(*score++);
      PageScore here{page, 0, 0, 0};
      if (score != scores.end() && score->page == page) here = *score++;
      ++here.words;
      here.weight += word.idf * count / (count + 1);
      merged.push_back(here);
    }
    merged.insert(merged.end(), score, scores.end());
    scores = std::move(merged);
  }
  return scores;
}

void PageFinder::weigh_nearness(const Hit& hit, std::vector<PageScore>& candidates) const {
  // In page order, so that position lists are read forward once.
  std::sort(candidates.begin(), candidates.end(),
            [](const auto& a, const auto& b) { return a.page < b.page; });
  const auto record = parse_record(documents_.get_document(hit.document).get_data(), true);
  if (!record) return;
  const std::vector<std::uint32_t>& starts = record->page_starts;
  struct Reader {
    Xapian::PositionIterator at, end;
  };
  std::vector<std::vector<Reader>> readers(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (const std::string& stem : words_[i].stems) {
      auto at = documents_.positionlist_begin(hit.document, stem);
      const auto end = documents_.positionlist_end(hit.document, stem);
      if (at != end) readers[i].push_back({std::move(at), end});
    }
  }
  std::vector<Positions> positions(words_.size());
  for (PageScore& candidate : candidates) {
    const auto page = static_cast<std::size_t>(candidate.page);
    if (page > starts.size()) continue;
    const Xapian::termpos begin = starts[page - 1];
    const Xapian::termpos end = page < starts.size() ? starts[page] : ~Xapian::termpos{0};
    for (std::size_t i = 0; i < readers.size(); ++i) {
      positions[i].clear();
      for (Reader& reader : readers[i]) {
        if (reader.at == reader.end) continue;
        for (reader.at.skip_to(begin); reader.at != reader.end && *reader.at < end; ++reader.at) {
          positions[i].push_back(*reader.at);
        }
      }
      if (readers[i].size() > 1) std::sort(positions[i].begin(), positions[i].end());
    }
    for (std::size_t i = 0; i + 1 < positions.size(); ++i) {
      const Xapian::termpos distance = nearest(positions[i], positions[i + 1]);
      if (distance > 0) candidate.nearness += 1.0 / static_cast<double>(distance);
    }
  }
}

std::vector<HitPages> PageFinder::find(const std::vector<Hit>& hits) {
  std::vector<HitPages> answers(hits.size());
  std::vector<std::size_t> order(hits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Cursors only move forward.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return hits[a].record.first_page_id < hits[b].record.first_page_id;
  });
  for (const std::size_t i : order) {
    std::vector<PageScore> scores = score_pages(hits[i].record);
    if (scores.empty()) continue;
    const int most = std::max_element(scores.begin(), scores.end(), [](const auto& a, const auto& b) {
                       return a.words < b.words;
                     })->words;
    std::erase_if(scores, [&](const PageScore& score) { return score.words < most; });
    HitPages& answer = answers[i];
    answer.has_match = true;
    answer.count = static_cast<int>(scores.size());
    for (const PageScore& score : scores) {
      if (answer.pages.size() < most_pages_listed) answer.pages.push_back(score.page);
    }
    std::stable_sort(scores.begin(), scores.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (most > 1 && scores.size() > 1) {
      scores.resize(std::min(scores.size(), most_candidates));
      weigh_nearness(hits[i], scores);
    }
    answer.best_page = std::max_element(scores.begin(), scores.end(), [](const auto& a, const auto& b) {
                         if (a.nearness != b.nearness) return a.nearness < b.nearness;
                         if (a.weight != b.weight) return a.weight < b.weight;
                         return a.page > b.page;
                       })->page;
  }
  return answers;
}

}  // namespace mess::index
