#include <algorithm>
#include <chrono>

#include "index/index_layout.h"
#include "index/query_builder.h"
#include "index/searcher_databases.h"
#include "index/snippet.h"

namespace mess::index {
namespace {

constexpr std::size_t most_completions = 8;  // of a word being typed: more costs time and finds little
// With so few hits another spelling is offered, if it stands in so many times more documents: a wrong letter
// in one old PDF must not hide the word.
constexpr std::uint32_t few_hits = 5;
constexpr std::uint32_t much_commoner = 20;

constexpr int most_listed = 1000;  // documents of one request

Error interrupted() {
  return {ErrorKind::interrupted, "A newer search took this one's place.", {}, {}};
}

bool is_cancelled(const CancelFlag* cancelled) {
  return cancelled != nullptr && cancelled->load(std::memory_order_relaxed);
}

void set_order(Xapian::Enquire& enquire, const SearchRequest& request, bool has_words) {
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);  // the last added first, when all else is equal
  if (request.sort == SearchRequest::Sort::oldest) {
    enquire.set_sort_by_value_then_relevance(oldest_slot, false);
  } else if (request.sort == SearchRequest::Sort::newest || !has_words) {
    enquire.set_sort_by_value_then_relevance(year_slot, true);
  }
}

Facets count_facets(Xapian::Enquire& enquire, const Xapian::Query& words, const SearchFilters& filters,
                    FacetCounter& counted, Xapian::doccount all) {
  Facets facets;
  counted.write(Facet::none, facets);
  const auto recount = [&](Facet facet) {
    FacetCounter counter;
    enquire.clear_matchspies();
    enquire.add_matchspy(&counter);
    enquire.set_query(filtered(words, filters, facet));
    enquire.get_mset(0, 0, all);
    counter.write(facet, facets);
  };
  if (!filters.collections.empty()) recount(Facet::collection);
  if (!filters.languages.empty()) recount(Facet::language);
  if (filters.year_from || filters.year_to) recount(Facet::year);
  return facets;
}

}  // namespace

// Adds the stems of the commonest words that begin so.
void Searcher::Databases::complete_last_word(ParsedQuery& query) {
  for (QueryWord& word : query.words) {
    if (!word.is_prefix) continue;
    for (const Vocabulary::Word& completion : words().completions(word.core, most_completions)) {
      const std::vector<std::string> stems = stems_of(completion.text);
      word.stems.insert(word.stems.end(), stems.begin(), stems.end());
    }
    std::sort(word.stems.begin(), word.stems.end());
    word.stems.erase(std::unique(word.stems.begin(), word.stems.end()), word.stems.end());
  }
}

Xapian::MSet Searcher::Databases::match(const ParsedQuery& query, bool any_word, const SearchRequest& request,
                                        Facets& facets) {
  Xapian::Enquire enquire(documents);
  const Xapian::Query words = words_query(query, any_word);
  enquire.set_query(filtered(words, request.filters, Facet::none));
  set_order(enquire, request, !query.words.empty());
  FacetCounter counter;
  enquire.add_matchspy(&counter);
  const Xapian::doccount all = documents.get_doccount();
  const auto offset = static_cast<Xapian::doccount>(std::max(request.offset, 0));
  const auto limit = static_cast<Xapian::doccount>(std::clamp(request.limit, 0, most_listed));
  // Every match is looked at, so that totals and facets are counts and not estimates.
  Xapian::MSet found = enquire.get_mset(offset, limit, all);
  facets = count_facets(enquire, words, request.filters, counter, all);
  return found;
}

int Searcher::Databases::count(const ParsedQuery& query, const SearchFilters& filters) {
  Xapian::Enquire enquire(documents);
  enquire.set_query(filtered(words_query(query, false), filters, Facet::none));
  return static_cast<int>(enquire.get_mset(0, 0, documents.get_doccount()).get_matches_estimated());
}

// The word that was most likely meant; "" when this one is known well enough. Another form of the same word
// is no correction.
std::string Searcher::Databases::likely(const QueryWord& word, bool has_hits) {
  if (word.is_stop || (word.is_prefix && !words().completions(word.core, 1).empty())) return {};
  const std::uint32_t known = words().documents_with(word.core);
  if (known > few_hits) return {};        // no rare word: looking for its likes would only cost time
  if (has_hits && known == 0) return {};  // a form that the library does not have, of a word that it has
  for (const Vocabulary::Word& similar : words().similar(word.core, 3)) {
    const std::vector<std::string> stems = stems_of(similar.text);
    const bool is_same_word = std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
      return std::find(word.stems.begin(), word.stems.end(), stem) != word.stems.end();
    });
    if (!is_same_word && similar.documents > known * much_commoner) return std::string(similar.text);
  }
  return {};
}

// The query with each unlikely word put right; "" unless that is another query, and one that has hits.
std::string Searcher::Databases::corrected(const SearchRequest& request, const ParsedQuery& query,
                                           bool has_hits) {
  std::string text = request.query;
  std::vector<QueryWord> backwards = query.words;
  std::sort(backwards.begin(), backwards.end(),
            [](const auto& a, const auto& b) { return a.begin > b.begin; });
  for (const QueryWord& word : backwards) {
    const std::string meant = likely(word, has_hits);
    if (!meant.empty()) text.replace(word.begin, word.end - word.begin, spelling_of(meant, request.language));
  }
  if (text == request.query || count(parse_query(text, false), request.filters) == 0) return {};
  return text;
}

void Searcher::Databases::add_snippet(const QueryWords& words, bool has_match, DocumentHit& hit) {
  const library::Catalogue* texts = catalogue();
  if (texts == nullptr) return;
  const auto page = texts->page(hit.id, hit.best_page);
  // Removed since the index was written, or a page whose text is nonsense: the record alone is shown.
  if (!page || page->state != library::TextState::good) return;
  Language language = language_of(page->language);
  if (page->language.empty()) language = language_of(hit.language);
  hit.snippet = make_snippet(page->text, words, language);
  if (has_match) hit.highlights = words.find_in(hit.snippet, language);
}

void Searcher::Databases::add_documents(const Xapian::MSet& found, const ParsedQuery& query,
                                        const CancelFlag* cancelled, SearchResponse& response) {
  std::vector<PageFinder::Hit> hits;
  for (auto at = found.begin(); at != found.end(); ++at) {
    auto record = parse_record(at.get_document().get_data(), false);
    if (!record) throw Xapian::DatabaseCorruptError("A record of the index cannot be read");
    DocumentHit hit;
    hit.id = *at;
    hit.title = record->title;
    hit.language = record->languages.empty() ? std::string() : record->languages.front();
    hit.year = record->year;
    hit.collection = record->collection;
    hit.creators = record->creators;
    hit.sha256 = record->sha256;
    hit.pages = record->page_count;
    hit.text = record->text;
    const double best = found.get_max_attained();
    hit.score = best > 0 ? 100 * at.get_weight() / best : 100;
    response.documents.push_back(std::move(hit));
    hits.push_back({*at, std::move(*record)});
  }
  if (is_cancelled(cancelled)) return;
  const std::vector<HitPages> where = PageFinder(documents, pages, query).find(hits);
  const QueryWords words = query.marks();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (is_cancelled(cancelled)) return;
    DocumentHit& hit = response.documents[i];
    hit.best_page = where[i].best_page;
    hit.matching_pages = where[i].pages;
    hit.matching_page_count = where[i].count;
    response.total_pages += where[i].count;
    hit.title_highlights = words.find_in(hit.title, language_of(hit.language));
    add_snippet(words, where[i].has_match, hit);
  }
}

Result<SearchResponse> Searcher::Databases::search(const SearchRequest& request,
                                                   const CancelFlag* cancelled) {
  const auto start = std::chrono::steady_clock::now();
  SearchResponse response;
  response.query = request.query;
  ParsedQuery query = parse_query(request.query, request.typing);
  const bool asks_nothing = query.empty() && !request.query.empty() && request.filters == SearchFilters{};
  complete_last_word(query);
  if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
  if (!asks_nothing) {
    Xapian::MSet found = match(query, false, request, response.facets);
    const auto hits = static_cast<int>(found.get_matches_estimated());
    if (hits <= static_cast<int>(few_hits) && !request.typing && !query.words.empty()) {
      if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
      response.corrected = corrected(request, query, hits > 0);
    }
    if (hits == 0 && !query.words.empty()) {
      if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
      if (query.words.size() > 1 || !query.phrases.empty()) {
        found = match(query, true, request, response.facets);
        response.any_word = found.get_matches_estimated() > 0;
      }
    }
    response.total = static_cast<int>(found.get_matches_estimated());
    if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
    add_documents(found, query, cancelled, response);
  }
  if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
  response.elapsed_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return response;
}

}  // namespace mess::index
