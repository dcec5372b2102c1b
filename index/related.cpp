// Documents near a document. What it is about is read from the index: the concepts of the thesaurus that it
// speaks of, asked for by all their names in all languages, and the words that tell most of it, which only
// documents of its own language can share. Themes and collection decide among near ones. The numbers were
// chosen on the development corpus: of ten documents whose translation is there too, eight have it among the
// four; by hand, of the four of twenty documents 60 of 80 were sensible (some have no kin there).

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "index/document_list.h"
#include "index/index_layout.h"
#include "index/name_documents.h"
#include "index/normaliser.h"
#include "index/query.h"
#include "index/searcher_databases.h"
#include "index/stop_words.h"

namespace mess::index {
namespace {

constexpr std::size_t most_words = 20, most_concepts = 16;
// BM25: a long document speaks of everything; only what it speaks of much is it about.
constexpr double repetition = 4, length_share = 1, least_length = 0.1;
constexpr std::size_t candidates = 40;    // looked at for themes and sameness
constexpr double concept_weight = 3;      // of a concept beside a word that tells as much
constexpr double title_times = 4;         // a word of the title counts as so many mentions
constexpr double common_share = 0.5;      // of all documents: a word in more of them tells nothing
constexpr double theme_share = 0.5;       // what sharing all themes adds, in parts of the weight
constexpr double collection_share = 0.1;  // the same of the collection
constexpr double same_words = 0.9;        // of two documents' words: they are one text
constexpr std::size_t shortest_word = 3;  // letters

// The stems of a document: how often each stands there, in the title more.
using Contents = std::unordered_map<std::string, double>;

bool is_prefixed(std::string_view term) {
  return !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

Contents contents_of(const Xapian::Database& documents, Xapian::docid id) {
  Contents contents;
  for (auto at = documents.termlist_begin(id); at != documents.termlist_end(id); ++at) {
    const std::string term = *at;
    if (!is_prefixed(term)) {
      contents[term] += at.get_wdf();
    } else if (term.front() == title_prefix) {
      contents[term.substr(1)] += title_times;
    }
  }
  return contents;
}

bool is_same_text(const Contents& a, const Contents& b) {
  const auto fewer = static_cast<double>(std::min(a.size(), b.size()));
  const auto more = static_cast<double>(std::max(a.size(), b.size()));
  if (more == 0 || fewer < same_words * more) return false;
  const auto shared =
      std::count_if(a.begin(), a.end(), [&](const auto& one) { return b.contains(one.first); });
  return static_cast<double>(shared) >= same_words * more;
}

std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

struct Wish {
  Xapian::Query query;
  double weight = 0;
};

void keep_best(std::vector<Wish>& wishes, std::size_t most) {
  std::stable_sort(wishes.begin(), wishes.end(),
                   [](const Wish& a, const Wish& b) { return a.weight > b.weight; });
  if (wishes.size() > most) wishes.erase(wishes.begin() + static_cast<std::ptrdiff_t>(most), wishes.end());
}

// The questions that a document would ask of the others.
class Asking {
 public:
  Asking(const Xapian::Database& documents, const Thesaurus& thesaurus, const Contents& contents,
         const std::vector<std::string>& languages)
      : documents_(documents), thesaurus_(thesaurus), contents_(contents) {
    for (const std::string& code : languages) languages_.push_back(language_of(code));
  }

  Xapian::Query query() const {
    std::vector<Xapian::Query> parts;
    for (const auto& wishes : {words(), concepts()}) {
      for (const Wish& wish : wishes) parts.push_back(wish.query * wish.weight);
    }
    return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
  }

 private:
  // What one mention of something in so many documents tells; 0 of what stands everywhere.
  double tells(double holding) const {
    const double all = documents_.get_doccount();
    if (holding < 1 || (all > 8 && holding > common_share * all)) return 0;
    return std::log(1 + all / holding);
  }

  std::vector<Wish> words() const {
    std::vector<Wish> wishes;
    for (const auto& [stem, times] : contents_) {
      const bool is_number = stem.find_first_of("0123456789") != std::string::npos;
      if (times < 2 || is_number || letters_of(stem) < shortest_word || is_stop_word(stem)) continue;
      const double holding = documents_.get_termfreq(stem);
      if (holding < 2) continue;  // of no other document
      const double weight = std::log(1 + times) * tells(holding);
      if (weight > 0) wishes.push_back({Xapian::Query(stem), weight});
    }
    keep_best(wishes, most_words);
    return wishes;
  }

  double mentions(const Thesaurus::Label& label) const {
    double times = 1e9;
    for (const std::string& stem : label.stems) {
      const auto found = contents_.find(stem);
      if (found == contents_.end()) return 0;
      times = std::min(times, found->second);
    }
    return times;
  }

  bool is_read(const Thesaurus::Label& label) const {
    return !label.is_acronym && (languages_.empty() || std::find(languages_.begin(), languages_.end(),
                                                                 label.language) != languages_.end());
  }

  std::vector<Wish> concepts() const {
    std::map<std::uint32_t, double> times;  // by concept: of its most mentioned name
    for (const Thesaurus::Label& label : thesaurus_.labels()) {
      if (!is_read(label)) continue;
      const double found = mentions(label);
      if (found >= 2) times[label.concept_number] = std::max(times[label.concept_number], found);
    }
    std::map<std::uint32_t, std::vector<Xapian::Query>> names;
    std::map<std::uint32_t, double> holding;
    for (const Thesaurus::Label& label : thesaurus_.labels()) {
      if (label.is_acronym || !times.contains(label.concept_number)) continue;
      double fewest = documents_.get_doccount();
      for (const std::string& stem : label.stems)
        fewest = std::min<double>(fewest, documents_.get_termfreq(stem));
      if (fewest < 1) continue;
      holding[label.concept_number] += fewest;
      names[label.concept_number].push_back(name_query(label.stems));
    }
    std::vector<Wish> wishes;
    for (const auto& [number, queries] : names) {
      const double weight = concept_weight * std::log(1 + times[number]) * tells(holding[number]);
      if (weight <= 0) continue;
      wishes.push_back({Xapian::Query(Xapian::Query::OP_SYNONYM, queries.begin(), queries.end()), weight});
    }
    keep_best(wishes, most_concepts);
    return wishes;
  }

  const Xapian::Database& documents_;
  const Thesaurus& thesaurus_;
  const Contents& contents_;
  std::vector<Language> languages_;
};

IndexedRecord record_in(const Xapian::Document& document) {
  auto record = parse_record(document.get_data(), false);
  if (!record) throw Xapian::DatabaseCorruptError("A record of the index cannot be read");
  return std::move(*record);
}

// The part of all the themes of two documents that they share.
double shared_themes(const DocumentSets& sets, Xapian::docid a, Xapian::docid b) {
  const int either = std::popcount(sets.of_document(a) | sets.of_document(b));
  return either == 0 ? 0
                     : static_cast<double>(std::popcount(sets.of_document(a) & sets.of_document(b))) / either;
}

}  // namespace

std::vector<DocumentHit> Searcher::Databases::related(DocumentId id, std::size_t limit) {
  if (id < 1 || id > std::numeric_limits<Xapian::docid>::max())
    throw Xapian::DocNotFoundError("no such number");
  const auto docid = static_cast<Xapian::docid>(id);
  const IndexedRecord own = record_in(documents.get_document(docid));
  const ThemeSets sets = themes();
  std::vector<Contents> told{contents_of(documents, docid)};  // of the document and of those chosen
  const Asking asking(documents, *thesaurus, told.front(), own.languages);
  Xapian::Enquire enquire(documents);
  // Of a text that is there a hundred times one is a candidate; all of them would leave no room for others.
  enquire.set_query(without(asking.query(), copies()));
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);
  enquire.set_weighting_scheme(Xapian::BM25Weight(repetition, 0, 1, length_share, least_length));
  // Every match is looked at: what Xapian 1.4 leaves out of phrases when it need not may end in a crash.
  // (Phrases as synonyms of one another, that is; in search() each stands alone.)
  const Xapian::MSet found = enquire.get_mset(0, candidates, documents.get_doccount());

  std::vector<PageFinder::Hit> near;
  for (auto at = found.begin(); at != found.end(); ++at) {
    if (*at == docid) continue;
    PageFinder::Hit hit{*at, record_in(at.get_document()), at.get_weight()};
    if (hit.record.sha256 == own.sha256) continue;
    hit.weight *= 1 + theme_share * shared_themes(*sets.themes, docid, *at) +
                  (hit.record.collection == own.collection ? collection_share : 0);
    near.push_back(std::move(hit));
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });

  std::vector<DocumentHit> chosen;
  for (const PageFinder::Hit& hit : near) {
    if (chosen.size() == limit) break;
    Contents contents = contents_of(documents, hit.document);
    if (std::any_of(told.begin(), told.end(),
                    [&](const Contents& other) { return is_same_text(other, contents); })) {
      continue;
    }
    told.push_back(std::move(contents));
    chosen.push_back(hit_of(hit, near.front().weight));
  }
  return chosen;
}

}  // namespace mess::index
