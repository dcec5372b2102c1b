// Where a search that found nothing leads on to. What is offered has been searched for first; themes are
// counted as facets.
#include <algorithm>

#include "index/characters.h"
#include "index/other_names.h"
#include "index/searcher_databases.h"
#include "index/words.h"

namespace mess::index {
namespace {

using Kind = Exit::Kind;

constexpr std::size_t most_of_a_kind = 4, most_themes_offered = 8;
constexpr std::size_t most_words = 8;      // of a query whose words are tried one by one
constexpr int widest = 4;                  // steps to broader concepts
constexpr std::size_t fewest_letters = 4;  // of a word, to guess what it was to be

bool is_cancelled(const CancelFlag* cancelled) {
  return cancelled != nullptr && cancelled->load(std::memory_order_relaxed);
}

std::size_t count_of(Kind kind, const SearchResponse& response) {
  return static_cast<std::size_t>(std::count_if(response.exits.begin(), response.exits.end(),
                                                [&](const Exit& exit) { return exit.kind == kind; }));
}

// The words [first, last) without the one at `left_out`, as typed; no word without topic at either end.
std::string joined(const std::string& text, const std::vector<QueryWord>& words, std::size_t left_out) {
  std::vector<const QueryWord*> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != left_out) kept.push_back(&words[i]);
  }
  while (!kept.empty() && kept.back()->is_stop) kept.pop_back();
  while (!kept.empty() && kept.front()->is_stop) kept.erase(kept.begin());
  std::string made;
  for (const QueryWord* word : kept) {
    made += (made.empty() ? "" : " ") + text.substr(word->begin, word->end - word->begin);
  }
  return made;
}

}  // namespace

// What the results screen will say of these words; 0 when a newer search comes between, which says nothing of
// them and is not remembered.
int Searcher::Databases::total_of(const std::string& text, const CancelFlag* cancelled) {
  const std::string key = '\x02' + text;  // no text to search begins so
  if (const auto known_total = counts.find(key); known_total != counts.end()) return known_total->second;
  SearchRequest request;
  request.query = text;
  request.limit = 0;
  const auto response = search(request, cancelled);
  if (!response) return 0;
  return counts[key] = response->total;
}

// Not what was asked, nothing twice, nothing that leads nowhere.
bool Searcher::Databases::add_exit(Kind kind, const std::string& query, const CancelFlag* cancelled,
                                   SearchResponse& response) {
  if (is_cancelled(cancelled)) return false;
  if (query.empty() || count_of(kind, response) >= most_of_a_kind) return false;
  if (query == response.query && kind != Kind::unfiltered) return false;
  const bool is_known = std::any_of(response.exits.begin(), response.exits.end(),
                                    [&](const Exit& exit) { return exit.query == query; });
  if (is_known) return false;
  // A search also guesses at words that nobody has written; what is offered needs no guess.
  if (kind != Kind::unfiltered && documents_with_all(query) == 0 && !is_found_by_other_names(query))
    return false;
  const int total = total_of(query, cancelled);
  if (total > 0) response.exits.push_back({kind, query, total, {}, {}});
  return total > 0;
}

// What was offered as a correction; else each word that nobody has written becomes the commonest that begins
// as it does.
void Searcher::Databases::add_spellings(const ParsedQuery& query, const SearchRequest& request,
                                        const CancelFlag* cancelled, SearchResponse& response) {
  if (add_exit(Kind::spelling, response.corrected, cancelled, response) || query.words.size() > most_words)
    return;
  for (const QueryWord& word : query.words) {
    if (is_cancelled(cancelled)) return;
    if (word.is_stop || words().documents_with(word.core) > 0) continue;
    std::u16string letters = to_utf16(word.core);
    const std::size_t least = std::max(fewest_letters, letters.size() / 2);
    for (; letters.size() > least; letters.pop_back()) {
      const auto likely = words().completions(to_utf8(letters), 2);
      if (likely.empty()) continue;
      for (const Vocabulary::Word& one : likely)
        add_exit(Kind::spelling, spelling_of(one.text, request.language), cancelled, response);
      break;
    }
  }
}

// All words but one; where that is nothing, each word alone.
void Searcher::Databases::add_fewer_words(const std::string& text, bool may_be_all,
                                          const CancelFlag* cancelled, SearchResponse& response) {
  const ParsedQuery query = parse_query(text, false);
  if (query.words.size() > most_words) return;
  if (may_be_all)
    add_exit(Kind::fewer_words, joined(text, query.words, query.words.size()), cancelled, response);
  if (query.words.size() < 2) return;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    if (is_cancelled(cancelled)) return;
    if (query.words[i].is_stop) continue;
    const std::string fewer = joined(text, query.words, i);
    if (documents_with_all(fewer) > 0) add_exit(Kind::fewer_words, fewer, cancelled, response);
  }
  if (count_of(Kind::fewer_words, response) > (may_be_all ? 1U : 0U)) return;
  for (const QueryWord& word : query.words) {
    if (word.is_stop) continue;
    add_exit(Kind::fewer_words, text.substr(word.begin, word.end - word.begin), cancelled, response);
  }
}

const Concept* Searcher::Databases::wider(const Concept& narrow) {
  return narrow.broader.empty() ? nullptr : names().find_concept(narrow.broader);
}

// What the words name: the same in the other language, then wider concepts, then those beside it.
void Searcher::Databases::add_concepts(const std::string& text, Language language,
                                       const CancelFlag* cancelled, SearchResponse& response) {
  ParsedQuery query = parse_query(text, false);
  add_other_names(query, names());
  for (const NamedConcept& named : query.concepts) {
    const Concept* meaning = names().find_concept(named.id);
    if (meaning == nullptr) continue;
    const bool is_arabic = is_arabic_form(query.words[named.words.front()].form);
    const Language shown = is_arabic ? Language::arabic : language;
    const auto& others = meaning->labels_in(is_arabic ? Language::french : Language::arabic);
    if (!others.empty()) add_exit(Kind::other_language, others.front(), cancelled, response);
    const Concept* broad = wider(*meaning);
    for (int steps = 0; broad != nullptr && steps < widest; ++steps, broad = wider(*broad)) {
      if (add_exit(Kind::broader, broad->name(shown), cancelled, response)) break;
    }
    for (const std::string& id : meaning->related) {
      if (const Concept* beside = names().find_concept(id))
        add_exit(Kind::broader, beside->name(shown), cancelled, response);
    }
  }
}

// The themes that results can be narrowed to, those of most documents first. Their counts are those of the
// facets: what choosing the theme alone gives.
void Searcher::Databases::add_themes(SearchResponse& response) {
  int all = 0;
  const Facets facets = count_facets(documents, Xapian::Query::MatchAll, {}, themes(), all);
  for (const FacetValue& theme : facets.themes) {
    if (count_of(Kind::theme, response) == most_themes_offered) return;
    SearchFilters only;
    only.themes = {theme.value};
    response.exits.push_back({Kind::theme, {}, theme.count, std::move(only), theme.names});
  }
}

void Searcher::Databases::add_exits(const SearchRequest& request, const CancelFlag* cancelled,
                                    SearchResponse& response) {
  known_names();  // forgets what an older index told, before anything is taken from it
  const bool is_filtered = !(request.filters == SearchFilters{});
  const ParsedQuery query = parse_query(request.query, false);
  const bool is_limited = is_filtered || !query.excluded.empty() || !query.excluded_phrases.empty() ||
                          !query.phrases.empty() || !query.creators.empty() ||
                          !query.excluded_creators.empty();
  const std::string& text = response.corrected.empty() ? request.query : response.corrected;
  if (is_filtered) add_exit(Kind::unfiltered, request.query, cancelled, response);
  add_spellings(query, request, cancelled, response);
  if (is_cancelled(cancelled)) return;
  add_fewer_words(text, is_limited && !is_filtered, cancelled, response);
  if (is_cancelled(cancelled)) return;
  add_concepts(text, request.language, cancelled, response);
  if (is_cancelled(cancelled)) return;
  add_themes(response);
}

}  // namespace mess::index
