#include <algorithm>
#include <chrono>

#include "index/answer.h"
#include "index/document_list.h"
#include "index/index_layout.h"
#include "index/other_names.h"
#include "index/query_builder.h"
#include "index/running_lines.h"
#include "index/searcher_databases.h"
#include "index/snippet.h"
#include "index/words.h"

namespace mess::index {
namespace {

// A word in so many documents is common, see QueryWord. More than any judged set has: there nothing changes.
constexpr Xapian::doccount common_word = 4000;

constexpr std::size_t question_topics = 4;  // units of words that carry a topic
constexpr int enough_documents = 5;

// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): k1, b, and the shortest
// length that counts, in mean lengths. Chosen on the five judged sets; index/README.md has the table. In a
// long text repetition tells more than in a question.
constexpr double term_saturation = 0.7, term_saturation_of_text = 1.8, length_weight = 0.75,
                 least_length = 0.3;

constexpr std::size_t reordered_documents = 30;

constexpr int most_listed = 1000;  // documents of one request

Error interrupted() {
  return {ErrorKind::interrupted, "A newer search took this one's place.", {}, {}};
}

bool is_cancelled(const CancelFlag* cancelled) {
  return cancelled != nullptr && cancelled->load(std::memory_order_relaxed);
}

bool is_reordered(const SearchRequest& request) {
  return request.sort == SearchRequest::Sort::relevance && !request.query.empty();
}

std::vector<PageFinder::Hit> hits_of(const Xapian::MSet& found) {
  std::vector<PageFinder::Hit> hits;
  for (auto at = found.begin(); at != found.end(); ++at) {
    auto record = parse_record(at.get_document().get_data(), false);
    if (!record) throw Xapian::DatabaseCorruptError("A record of the index cannot be read");
    hits.push_back({*at, std::move(*record), at.get_weight()});
  }
  return hits;
}

// How many documents come first because they hold all words, see all_words_first(); they are left with what
// their words weigh.
std::size_t take_weight_of_all_words(std::vector<PageFinder::Hit>& hits) {
  std::size_t first = 0;
  while (first < hits.size() && hits[first].weight >= weight_of_all_words) {
    hits[first++].weight -= weight_of_all_words;
  }
  return first;
}

void set_order(Xapian::Enquire& enquire, const SearchRequest& request, bool has_words) {
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);  // the last added first, when all else is equal
  if (request.sort == SearchRequest::Sort::oldest) {
    enquire.set_sort_by_value_then_relevance(oldest_slot, false);
  } else if (request.sort == SearchRequest::Sort::newest || !has_words) {
    enquire.set_sort_by_value_then_relevance(year_slot, true);
  }
}

}  // namespace

void Searcher::Databases::weigh_words(ParsedQuery& query) const {
  for (QueryWord& word : query.words) {
    Xapian::doccount holding = 0;
    for (const std::string& stem : word.stems) holding += documents.get_termfreq(stem);
    word.is_common = holding >= common_word;
    word.form_idf = word.is_prefix ? 0 : idf_of(documents, {form_prefix + word.core});
  }
}

bool Searcher::Databases::find_documents_of_names(ParsedQuery& query, const CancelFlag* cancelled) {
  NameDocuments& known = name_documents();
  for (NamedConcept& named : query.concepts) {
    for (OtherName& name : named.others) {
      if (is_cancelled(cancelled)) return false;
      if (name.stems.size() > 1) name.documents = known.holding(documents, name.stems);
    }
  }
  return true;
}

Xapian::MSet Searcher::Databases::match(const ParsedQuery& query, Wanted wanted, const SearchRequest& request,
                                        Facets& facets, int& total) {
  Xapian::Enquire enquire(documents);
  const Xapian::Query words = without(words_query(query, wanted != Wanted::all_words), copies(query));
  const Xapian::Query ranked =
      wanted == Wanted::all_words_first ? all_words_first(words_query(query, false), words) : words;
  const ThemeSets sets = themes();
  enquire.set_weighting_scheme(Xapian::BM25Weight(query.is_text() ? term_saturation_of_text : term_saturation,
                                                  0, 1, length_weight, least_length));
  enquire.set_query(filtered(ranked, request.filters, sets, Facet::none));
  set_order(enquire, request, !query.words.empty());
  facets = count_facets(documents, words, request.filters, sets, total);
  const auto offset = static_cast<Xapian::doccount>(std::max(request.offset, 0));
  const auto limit = static_cast<Xapian::doccount>(std::clamp(request.limit, 0, most_listed));
  // From the first on while reorder() may still decide what comes first.
  const bool from_first = is_reordered(request) && offset < reordered_documents;
  const Xapian::doccount depth = std::max(offset + limit, static_cast<Xapian::doccount>(reordered_documents));
  return from_first ? enquire.get_mset(0, limit == 0 ? 0 : depth) : enquire.get_mset(offset, limit);
}

int Searcher::Databases::count(const ParsedQuery& query, const SearchFilters& filters) {
  Xapian::Enquire enquire(documents);
  enquire.set_query(
      filtered(without(words_query(query, false), copies(query)), filters, themes(), Facet::none));
  return static_cast<int>(enquire.get_mset(0, 0, documents.get_doccount()).get_matches_estimated());
}

void Searcher::Databases::add_snippet(const QueryWords& words, const IndexedRecord& record,
                                      DocumentHit& hit) {
  const library::Catalogue* texts = catalogue();
  if (texts == nullptr) return;
  const auto page = texts->page(hit.id, hit.best_page);
  // Removed since the index was written, or a page whose text is nonsense: the record alone is shown.
  if (!page || page->state != library::TextState::good) return;
  Language language = language_of(page->language);
  if (page->language.empty()) language = language_of(hit.language);
  const RunningLines running(record.running_lines);
  hit.snippet = make_snippet(running.body(page->text), words, language);
  hit.highlights = words.find_in(hit.snippet, language);
}

DocumentHit hit_of(const PageFinder::Hit& ranked, double best_weight) {
  const IndexedRecord& record = ranked.record;
  DocumentHit hit;
  hit.id = ranked.document;
  hit.title = record.title;
  hit.language = record.languages.empty() ? std::string() : record.languages.front();
  hit.year = record.year;
  hit.collection = record.collection;
  hit.creators = record.creators;
  hit.sha256 = record.sha256;
  hit.pages = record.page_count;
  hit.text = record.text;
  hit.score = best_weight > 0 ? std::min(100.0, 100 * ranked.weight / best_weight) : 100;
  return hit;
}

void Searcher::Databases::add_documents(const Xapian::MSet& found, const SearchRequest& request,
                                        const ParsedQuery& query, const CancelFlag* cancelled,
                                        SearchResponse& response) {
  std::vector<PageFinder::Hit> hits = hits_of(found);
  PageFinder finder(documents, pages, query);
  const double attained = found.get_max_attained();
  const double best = attained >= weight_of_all_words ? attained - weight_of_all_words : attained;
  const std::size_t with_all = take_weight_of_all_words(hits);
  const auto offset = static_cast<std::size_t>(std::max(request.offset, 0));
  if (is_reordered(request) && offset < reordered_documents) {  // then `found` begins with the first
    const std::span<PageFinder::Hit> best_hits(hits.data(), std::min(hits.size(), reordered_documents));
    const std::size_t split = std::min(with_all, best_hits.size());
    reorder(best_hits.first(split), query, request.language, finder);
    reorder(best_hits.subspan(split), query, request.language, finder);
    hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), offset)));
  }
  const auto limit = static_cast<std::size_t>(std::clamp(request.limit, 0, most_listed));
  if (hits.size() > limit) hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(limit), hits.end());
  for (const PageFinder::Hit& hit : hits) response.documents.push_back(hit_of(hit, best));
  if (is_cancelled(cancelled)) return;
  const std::vector<HitPages> where = finder.find(hits);
  const QueryWords typed = query.marks();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (is_cancelled(cancelled)) return;
    DocumentHit& hit = response.documents[i];
    hit.through = names_found_in(hits[i], query);
    const QueryWords words = hit.through.empty() ? typed : typed.with_names(hit.through);
    hit.best_page = where[i].best_page;
    hit.matching_pages = where[i].pages;
    hit.matching_page_count = where[i].count;
    response.total_pages += where[i].count;
    hit.title_highlights = words.find_in(hit.title, language_of(hit.language));
    add_snippet(words, hits[i].record, hit);
  }
  if (!request.typing && offset == 0 && is_question(request.query)) {
    response.answer = answer(query, hits, where, response);
  }
}

namespace {

// Whether documents that hold all the words are too few to be the whole answer, be the words those of one
// notion. Of a question that is so whatever their number: the passage that answers seldom repeats all its
// words. What stands between quotes is meant, and an order by year has no use for documents that hold one
// word of many.
bool is_too_strict(const SearchRequest& request, const ParsedQuery& query, std::size_t topics, int hits) {
  if (hits == 0) return true;
  if (!query.phrases.empty() || request.sort != SearchRequest::Sort::relevance) return false;
  return topics >= question_topics || hits < enough_documents;
}

// Names of several words first.
std::vector<std::string> also_searched(const ParsedQuery& query) {
  std::vector<std::string> names;
  const auto add = [&](const std::vector<const OtherName*>& others, Language wanted) {
    const auto name = std::find_if(others.begin(), others.end(),
                                   [&](const OtherName* other) { return other->language == wanted; });
    if (name != others.end()) names.push_back((*name)->text);
    return name != others.end();
  };
  for (const QueryUnit& unit : units_of(query)) {
    const bool is_arabic = is_arabic_form(query.words[unit.words.front()].form);
    const Language wanted = is_arabic ? Language::french : Language::arabic;
    if (add(unit.others, wanted)) continue;
    for (const auto& others : unit.others_of_word) add(others, wanted);
  }
  return names;
}

}  // namespace

// Which documents answer, when so many hold all the words.
Searcher::Databases::Wanted Searcher::Databases::wanted_beside(const ParsedQuery& query,
                                                               const SearchRequest& request, int hits) {
  const auto carries_topic = [](const QueryWord& word) { return !word.is_stop; };
  const bool can_relax =
      std::count_if(query.words.begin(), query.words.end(), carries_topic) > 1 || !query.phrases.empty();
  if (!can_relax) return Wanted::all_words;
  // Decided on all documents: narrowing must not bring back others, or no count of a facet would be true.
  const int in_all = request.filters != SearchFilters{} ? count(query, {}) : hits;
  const std::size_t topics = units_of(query).size();
  if (!is_too_strict(request, query, topics, in_all)) return Wanted::all_words;
  // Who holds a whole notion is about it; words of several a long document holds together by chance.
  return hits > 0 && topics == 1 ? Wanted::all_words_first : Wanted::any_word;
}

Result<SearchResponse> Searcher::Databases::search(const SearchRequest& request,
                                                   const CancelFlag* cancelled) {
  const auto start = std::chrono::steady_clock::now();
  trim_word_cache();
  SearchResponse response;
  response.query = request.query;
  ParsedQuery query = parse_query(request.query, request.typing);
  const bool asks_nothing = query.empty() && !request.query.empty() && request.filters == SearchFilters{};
  add_likely_spellings(query, request.typing);
  add_other_names(query, names());
  response.also_searched = also_searched(query);
  complete_last_word(query);
  weigh_words(query);
  if (!find_documents_of_names(query, cancelled)) return tl::unexpected<Error>(interrupted());
  if (!asks_nothing) {
    const bool has_words = !query.words.empty();
    Xapian::MSet found = match(query, Wanted::all_words, request, response.facets, response.total);
    const int hits = response.total;
    // Nobody reads a correction of what is only counted.
    const bool is_asked = !request.typing && request.limit > 0 && !query.is_text();
    const bool is_guessed = std::any_of(query.words.begin(), query.words.end(),
                                        [](const QueryWord& word) { return !word.typed_stems.empty(); });
    if ((hits <= few_hits || is_guessed) && is_asked && has_words) {
      if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
      response.corrected = corrected(request, query, hits > 0);
    }
    const Wanted wanted = wanted_beside(query, request, hits);
    if (wanted != Wanted::all_words) {
      if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
      found = match(query, wanted, request, response.facets, response.total);
      response.any_word = hits == 0 && response.total > 0;
    }
    if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
    add_documents(found, request, query, cancelled, response);
  }
  const bool is_answered = response.total > 0 || request.query.empty();
  if (!is_answered && !request.typing && request.limit > 0) add_exits(request, cancelled, response);
  if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
  response.elapsed_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace mess::index
