#include <algorithm>
#include <chrono>

#include "index/answer.h"
#include "index/copies.h"
#include "index/index_layout.h"
#include "index/other_names.h"
#include "index/query_builder.h"
#include "index/running_lines.h"
#include "index/searcher_databases.h"
#include "index/snippet.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t most_completions = 8;  // of a word being typed: more costs time and finds little
// With so few hits another spelling is offered, if it stands in so many times more documents: a wrong letter
// in one old PDF must not hide the word.
constexpr std::uint32_t few_hits = 5;
constexpr std::uint32_t much_commoner = 20;

constexpr std::size_t most_spellings_tried = 3, most_likes_kept = 500;
constexpr std::size_t most_guessed = 6;  // words of a query; more unknown ones are no slip of a finger

// A word in so many documents is common, see QueryWord. More than any judged set has: there nothing changes.
constexpr Xapian::doccount common_word = 4000;

constexpr std::size_t question_topics = 4;  // units of words that carry a topic
constexpr int enough_documents = 5;

// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): k1, b, and the shortest
// length that counts, in mean lengths. Chosen on the five judged sets; index/README.md has the table. In a
// long text repetition tells more than in a question.
constexpr double term_saturation = 0.7, term_saturation_of_text = 1.2, length_weight = 0.75,
                 least_length = 0.3;

constexpr std::size_t reordered_documents = 30;
constexpr double page_share = 0.5;  // of the best page's weight beside the document's

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

void sort_and_unite(std::vector<std::string>& stems) {
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
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

// Adds the stems of the commonest words that begin so.
void Searcher::Databases::complete_last_word(ParsedQuery& query) {
  for (QueryWord& word : query.words) {
    if (!word.is_prefix) continue;
    for (const Vocabulary::Word& completion : words().completions(word.core, most_completions)) {
      const std::vector<std::string> stems = stems_of(completion.text);
      word.stems.insert(word.stems.end(), stems.begin(), stems.end());
    }
    sort_and_unite(word.stems);
  }
}

// A word's nearest likes. Looking for them takes milliseconds, and while somebody types on, the words before
// are asked about again with every key.
const std::vector<Vocabulary::Word>& Searcher::Databases::likes_of(const std::string& core) {
  const Vocabulary& vocabulary_now = words();  // may empty `likes`
  if (const auto known = likes.find(core); known != likes.end()) return known->second;
  if (likes.size() >= most_likes_kept) likes.clear();
  return likes[core] = vocabulary_now.similar(core, most_spellings_tried);
}

// A word that stands in no document was most likely meant to be one that does: it also means its nearest
// likes. Of a word that is still being typed nobody knows yet.
void Searcher::Databases::add_likely_spellings(ParsedQuery& query, bool typing) {
  std::size_t guessed = 0;
  for (QueryWord& word : query.words) {
    if (guessed == most_guessed) return;
    const bool is_known =
        word.is_stop || std::any_of(word.stems.begin(), word.stems.end(),
                                    [&](const auto& stem) { return documents.term_exists(stem); });
    // A number is meant as it is.
    const bool is_number = word.core.find_first_of("0123456789") != std::string::npos;
    if (is_known || is_number || (typing && word.is_prefix)) continue;
    ++guessed;
    word.typed_stems = word.stems;
    for (const Vocabulary::Word& similar : likes_of(word.core)) {
      const std::vector<std::string> more = stems_of(similar.text);
      word.stems.insert(word.stems.end(), more.begin(), more.end());
    }
    sort_and_unite(word.stems);
  }
}

void Searcher::Databases::find_common_words(ParsedQuery& query) const {
  for (QueryWord& word : query.words) {
    Xapian::doccount holding = 0;
    for (const std::string& stem : word.stems) holding += documents.get_termfreq(stem);
    word.is_common = holding >= common_word;
  }
}

Xapian::MSet Searcher::Databases::match(const ParsedQuery& query, bool any_word, const SearchRequest& request,
                                        Facets& facets, int& total) {
  Xapian::Enquire enquire(documents);
  const Xapian::Query words = without(words_query(query, any_word), copies(query));
  const ThemeSets sets = themes();
  enquire.set_weighting_scheme(Xapian::BM25Weight(query.is_text() ? term_saturation_of_text : term_saturation,
                                                  0, 1, length_weight, least_length));
  enquire.set_query(filtered(words, request.filters, sets, Facet::none));
  set_order(enquire, request, !query.words.empty());
  facets = count_facets(documents, words, request.filters, sets, total);
  const auto offset = static_cast<Xapian::doccount>(std::max(request.offset, 0));
  const auto limit = static_cast<Xapian::doccount>(std::clamp(request.limit, 0, most_listed));
  // From the first on while reordered() may still decide what comes first.
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

// The word that was most likely meant; "" when this one is known well enough. Another form of the same word
// is no correction.
std::string Searcher::Databases::likely(const QueryWord& word, bool has_hits) {
  if (word.is_stop || (word.is_prefix && !words().completions(word.core, 1).empty())) return {};
  const std::uint32_t known = words().documents_with(word.core);
  if (known > few_hits) return {};  // no rare word: looking for its likes would only cost time
  const bool is_guessed = !word.typed_stems.empty();
  // A form that the library does not have, of a word that it has.
  if (has_hits && known == 0 && !is_guessed) return {};
  const std::vector<std::string>& own = is_guessed ? word.typed_stems : word.stems;
  for (const Vocabulary::Word& similar : likes_of(word.core)) {
    const std::vector<std::string> stems = stems_of(similar.text);
    const bool is_same_word = std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
      return std::find(own.begin(), own.end(), stem) != own.end();
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

bool Searcher::Databases::holds(DocumentId id, const std::string& term) const {
  const auto docid = static_cast<Xapian::docid>(id);
  auto at = documents.postlist_begin(term);
  const auto end = documents.postlist_end(term);
  if (at != end) at.skip_to(docid);
  return at != end && *at == docid;
}

// Stems of two languages may be the same: licencia is no licenciement. So in a document of another language
// than the reader's the very word has to stand.
bool Searcher::Databases::holds_a_word(const PageFinder::Hit& hit, const ParsedQuery& query,
                                       Language reader) const {
  const std::vector<std::string>& languages = hit.record.languages;
  const bool is_foreign = reader != Language::unknown && !languages.empty() &&
                          std::find(languages.begin(), languages.end(), code_of(reader)) == languages.end();
  return std::any_of(query.words.begin(), query.words.end(), [&](const QueryWord& word) {
    if (word.is_stop) return false;
    if (holds(hit.document, form_prefix + word.core)) return true;
    if (is_foreign && !is_arabic_form(word.form)) return false;
    return std::any_of(word.stems.begin(), word.stems.end(), [&](const std::string& stem) {
      return holds(hit.document, stem) || holds(hit.document, title_prefix + stem);
    });
  });
}

// The other names that stand in a document in place of words that do not; their stems are added to `stems`.
std::vector<std::string> Searcher::Databases::names_found_in(DocumentId id, const ParsedQuery& query,
                                                             std::vector<std::string>& stems) {
  std::vector<std::string> found;
  for (const NamedConcept& named : query.concepts) {
    const bool is_typed = std::all_of(named.words.begin(), named.words.end(), [&](std::size_t word) {
      const auto& forms = query.words[word].stems;
      return std::any_of(forms.begin(), forms.end(),
                         [&](const std::string& stem) { return holds(id, stem); });
    });
    if (is_typed) continue;
    for (const OtherName& name : named.others) {
      const bool is_there = std::all_of(name.stems.begin(), name.stems.end(),
                                        [&](const std::string& stem) { return holds(id, stem); });
      if (!is_there) continue;
      stems.insert(stems.end(), name.stems.begin(), name.stems.end());
      if (std::find(found.begin(), found.end(), name.text) == found.end()) found.push_back(name.text);
    }
  }
  return found;
}

// A long document holds every word somewhere; what answers is a page. The best of the order by document are
// put in the order of both: the document's weight and that of its best page, each in parts of the best one.
std::vector<PageFinder::Hit> Searcher::Databases::reordered(std::vector<PageFinder::Hit> hits,
                                                            const ParsedQuery& query, Language reader,
                                                            PageFinder& finder) const {
  const std::size_t depth = std::min(hits.size(), reordered_documents);
  if (depth < 2) return hits;
  const auto end = hits.begin() + static_cast<std::ptrdiff_t>(depth);
  const std::vector<double> of_pages = finder.best_weights({hits.begin(), end});
  const double best_page = *std::max_element(of_pages.begin(), of_pages.end());
  const double best_document = hits.front().weight;
  if (best_page <= 0 || best_document <= 0) return hits;
  for (std::size_t i = 0; i < depth; ++i) {
    const double of_document = hits[i].weight / best_document;
    // Of a single page there is nothing more to say.
    const double of_page = hits[i].record.page_count > 1 ? of_pages[i] / best_page : of_document;
    hits[i].weight = best_document * (of_document + page_share * of_page) / (1 + page_share);
  }
  // Numbers of documents depend on which worker was faster: what weighs the same stands in an order of its
  // own.
  std::sort(hits.begin(), end, [](const auto& a, const auto& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.record.sha256 < b.record.sha256;
  });
  if (units_of(query).size() == 1) {
    // Whoever asked with one notion's own words sees these first, whatever its other names weigh.
    std::stable_partition(hits.begin(), end,
                          [&](const auto& hit) { return holds_a_word(hit, query, reader); });
  }
  return hits;
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
  std::vector<PageFinder::Hit> hits;
  for (auto at = found.begin(); at != found.end(); ++at) {
    auto record = parse_record(at.get_document().get_data(), false);
    if (!record) throw Xapian::DatabaseCorruptError("A record of the index cannot be read");
    hits.push_back({*at, std::move(*record), at.get_weight()});
  }
  PageFinder finder(documents, pages, query);
  const double best = found.get_max_attained();
  const auto offset = static_cast<std::size_t>(std::max(request.offset, 0));
  if (is_reordered(request) && offset < reordered_documents) {  // then `found` begins with the first
    hits = reordered(std::move(hits), query, request.language, finder);
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
    std::vector<std::string> stems;
    hit.through = names_found_in(hit.id, query, stems);
    const QueryWords words = stems.empty() ? typed : typed.with(stems);
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

// Whether documents that hold all the words are too few to be the whole answer. Of a question that is so
// whatever their number: the passage that answers seldom repeats all its words. What stands between quotes is
// meant, and an order by year has no use for documents that hold one word of many.
bool is_too_strict(const SearchRequest& request, const ParsedQuery& query, std::size_t topics, int hits) {
  if (hits == 0) return true;
  if (!query.phrases.empty() || request.sort != SearchRequest::Sort::relevance) return false;
  return topics >= question_topics || (topics > 1 && hits < enough_documents);
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

Result<SearchResponse> Searcher::Databases::search(const SearchRequest& request,
                                                   const CancelFlag* cancelled) {
  const auto start = std::chrono::steady_clock::now();
  trim_word_cache();
  SearchResponse response;
  response.query = request.query;
  ParsedQuery query = parse_query(request.query, request.typing);
  const bool asks_nothing = query.empty() && !request.query.empty() && request.filters == SearchFilters{};
  add_other_names(query, names());
  response.also_searched = also_searched(query);
  complete_last_word(query);
  add_likely_spellings(query, request.typing);
  find_common_words(query);
  if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
  if (!asks_nothing) {
    const bool has_words = !query.words.empty();
    const std::size_t topics = units_of(query).size();
    Xapian::MSet found = match(query, false, request, response.facets, response.total);
    const int hits = response.total;
    // Nobody reads a correction of what is only counted.
    const bool is_asked = !request.typing && request.limit > 0 && !query.is_text();
    const bool is_guessed = std::any_of(query.words.begin(), query.words.end(),
                                        [](const QueryWord& word) { return !word.typed_stems.empty(); });
    if ((hits <= static_cast<int>(few_hits) || is_guessed) && is_asked && has_words) {
      if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
      response.corrected = corrected(request, query, hits > 0);
    }
    const bool can_relax = query.words.size() > 1 || !query.phrases.empty();
    // Decided on all documents: narrowing must not bring back others, or no count of a facet would be true.
    const bool is_narrowed = can_relax && request.filters != SearchFilters{};
    const int in_all = is_narrowed ? count(query, {}) : hits;
    if (can_relax && is_too_strict(request, query, topics, in_all)) {
      if (is_cancelled(cancelled)) return tl::unexpected<Error>(interrupted());
      found = match(query, true, request, response.facets, response.total);
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
