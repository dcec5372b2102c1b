// How near each other the words of a query stand on a page.
#include <algorithm>

#include "index/page_finder.h"

namespace mess::index {
namespace {

// Chosen on tests/relevance/judged; index/README.md has the table.
constexpr double near_share = 0.2;  // of the rarer of two neighbours' idf, when they stand side by side
constexpr double phrase_share = 1;  // of all words' idf, when they stand as they were typed

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

// Where a document has one word, read forward once.
class WordPositions {
 public:
  WordPositions(const Xapian::Database& documents, Xapian::docid document,
                const std::vector<std::string>& stems) {
    for (const std::string& stem : stems) {
      auto at = documents.positionlist_begin(document, stem);
      const auto end = documents.positionlist_end(document, stem);
      if (at != end) readers_.push_back({std::move(at), end});
    }
  }
  // Those in [begin, end), which must not lie before those of an earlier call.
  const Positions& within(Xapian::termpos begin, Xapian::termpos end) {
    found_.clear();
    for (Reader& reader : readers_) {
      if (reader.at == reader.end) continue;
      for (reader.at.skip_to(begin); reader.at != reader.end && *reader.at < end; ++reader.at) {
        found_.push_back(*reader.at);
      }
    }
    if (readers_.size() > 1) std::sort(found_.begin(), found_.end());
    return found_;
  }

 private:
  struct Reader {
    Xapian::PositionIterator at, end;
  };
  std::vector<Reader> readers_;
  Positions found_;
};

}  // namespace

void PageFinder::weigh_nearness(const Hit& hit, std::vector<PageScore>& candidates) const {
  const auto record = parse_record(documents_.get_document(hit.document).get_data(), true);
  if (!record) return;
  const std::vector<std::uint32_t>& starts = record->page_starts;
  std::sort(candidates.begin(), candidates.end(),
            [](const auto& a, const auto& b) { return a.page < b.page; });
  std::vector<WordPositions> words;
  for (std::size_t i = 0; i < typed_; ++i) words.emplace_back(documents_, hit.document, words_[i].stems);
  for (PageScore& candidate : candidates) {
    const auto page = static_cast<std::size_t>(candidate.page);
    if (page > starts.size()) continue;
    const Xapian::termpos begin = starts[page - 1];
    const Xapian::termpos end = page < starts.size() ? starts[page] : ~Xapian::termpos{0};
    const Positions* before = nullptr;
    bool is_phrase = typed_ > 2;  // two words stand together by chance
    double all = typed_ > 0 ? words_.front().idf : 0;
    for (std::size_t i = 0; i < typed_; ++i) {
      const Positions& here = words[i].within(begin, end);
      const Xapian::termpos distance = before != nullptr ? nearest(*before, here) : 0;
      if (i > 0) {
        const bool in_order = words_[i].place > words_[i - 1].place;
        is_phrase &= distance > 0 && in_order && distance <= words_[i].place - words_[i - 1].place;
        all += words_[i].idf;
      }
      if (distance > 0) {
        const auto apart = static_cast<double>(distance);
        candidate.nearness += near_share * std::min(words_[i - 1].idf, words_[i].idf) / (apart * apart);
      }
      before = &here;
    }
    if (is_phrase) candidate.nearness += phrase_share * all;
  }
}

}  // namespace mess::index
