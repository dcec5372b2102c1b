// Where a search that found nothing leads on to. Whatever is offered has been searched for first.
#include <algorithm>
#include <set>

#include "index/characters.h"
#include "index/normaliser.h"
#include "index/other_names.h"
#include "index/searcher_databases.h"
#include "index/words.h"

namespace mess::index {
namespace {

using Kind = Exit::Kind;

constexpr std::size_t most_of_a_kind = 4, most_themes_offered = 8;
constexpr std::size_t most_words = 8;  // of a query whose words are tried one by one
constexpr std::size_t themes_tried = 16;
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

// What the results screen will say of these words.
int Searcher::Databases::total_of(const std::string& text) {
  const std::string key = '\x02' + text;  // no text to search begins so
  if (const auto known_total = counts.find(key); known_total != counts.end()) return known_total->second;
  SearchRequest request;
  request.query = text;
  request.limit = 0;
  const auto response = search(request, nullptr);
  return counts[key] = response ? response->total : 0;
}

// Not what was asked, nothing twice, nothing that leads nowhere.
bool Searcher::Databases::add_exit(Kind kind, const std::string& query, SearchResponse& response) {
  const std::size_t most = kind == Kind::theme ? most_themes_offered : most_of_a_kind;
  if (query.empty() || count_of(kind, response) >= most) return false;
  if (query == response.query && kind != Kind::unfiltered) return false;
  const bool is_known = std::any_of(response.exits.begin(), response.exits.end(),
                                    [&](const Exit& exit) { return exit.query == query; });
  if (is_known) return false;
  // A search also guesses at words that nobody has written; what is offered needs no guess.
  if (kind != Kind::unfiltered && documents_with_all(query) == 0 && !is_found_by_other_names(query))
    return false;
  const int total = total_of(query);
  if (total > 0) response.exits.push_back({kind, query, total});
  return total > 0;
}

// What was offered as a correction; else each word that nobody has written becomes the commonest that begins
// as it does.
void Searcher::Databases::add_spellings(const ParsedQuery& query, const SearchRequest& request,
                                        SearchResponse& response) {
  if (add_exit(Kind::spelling, response.corrected, response) || query.words.size() > most_words) return;
  for (const QueryWord& word : query.words) {
    if (word.is_stop || words().documents_with(word.core) > 0) continue;
    std::u16string letters = to_utf16(word.core);
    const std::size_t least = std::max(fewest_letters, letters.size() / 2);
    for (; letters.size() > least; letters.pop_back()) {
      const auto likely = words().completions(to_utf8(letters), 2);
      if (likely.empty()) continue;
      for (const Vocabulary::Word& one : likely)
        add_exit(Kind::spelling, spelling_of(one.text, request.language), response);
      break;
    }
  }
}

// All words but one; where that is nothing, each word alone.
void Searcher::Databases::add_fewer_words(const std::string& text, bool may_be_all,
                                          SearchResponse& response) {
  const ParsedQuery query = parse_query(text, false);
  if (query.words.size() > most_words) return;
  if (may_be_all) add_exit(Kind::fewer_words, joined(text, query.words, query.words.size()), response);
  if (query.words.size() < 2) return;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    if (query.words[i].is_stop) continue;
    const std::string fewer = joined(text, query.words, i);
    if (documents_with_all(fewer) > 0) add_exit(Kind::fewer_words, fewer, response);
  }
  if (count_of(Kind::fewer_words, response) > (may_be_all ? 1U : 0U)) return;
  for (const QueryWord& word : query.words) {
    if (!word.is_stop) add_exit(Kind::fewer_words, text.substr(word.begin, word.end - word.begin), response);
  }
}

const Concept* Searcher::Databases::wider(const Concept& narrow) {
  return narrow.broader.empty() ? nullptr : names().find_concept(narrow.broader);
}

// What the words name: the same in the other language, then wider concepts, then those beside it.
void Searcher::Databases::add_concepts(const std::string& text, Language language, SearchResponse& response) {
  ParsedQuery query = parse_query(text, false);
  add_other_names(query, names());
  for (const NamedConcept& named : query.concepts) {
    const Concept* meaning = names().find_concept(named.id);
    if (meaning == nullptr) continue;
    const bool is_arabic = is_arabic_form(query.words[named.words.front()].form);
    const Language shown = is_arabic ? Language::arabic : language;
    const auto& others = meaning->labels_in(is_arabic ? Language::french : Language::arabic);
    if (!others.empty()) add_exit(Kind::other_language, others.front(), response);
    const Concept* broad = wider(*meaning);
    for (int steps = 0; broad != nullptr && steps < widest; ++steps, broad = wider(*broad)) {
      if (add_exit(Kind::broader, broad->name(shown), response)) break;
    }
    for (const std::string& id : meaning->related) {
      if (const Concept* beside = names().find_concept(id))
        add_exit(Kind::broader, beside->name(shown), response);
    }
  }
}

// The concepts that most titles and subjects name; those that nearly all documents name tell nothing.
void Searcher::Databases::add_themes(const SearchRequest& request, SearchResponse& response) {
  const KnownNames& known_now = known_names();
  const auto& concepts = names().concepts();
  const Language shown = request.language == Language::unknown ? Language::french : request.language;
  std::vector<const KnownNames::Label*> themes;
  for (const KnownNames::Label& label : known_now.labels) {
    const bool is_common = label.most_documents > documents.get_doccount() * 2 / 3;
    if (label.is_preferred && label.language == shown && !is_common && label.most_documents > 0 &&
        !concepts[label.concept_number].is_place)
      themes.push_back(&label);
  }
  const std::size_t tried = std::min(themes.size(), themes_tried);
  std::partial_sort(themes.begin(), themes.begin() + static_cast<std::ptrdiff_t>(tried), themes.end(),
                    [](const auto* a, const auto* b) {
                      return a->most_titles != b->most_titles ? a->most_titles > b->most_titles
                                                              : a->most_documents > b->most_documents;
                    });
  themes.resize(tried);
  std::set<std::string> stems;  // loi and loyer find the same
  for (const auto* theme : themes) {
    std::string own;
    for (const Token& token : tokenize(theme->text, shown)) own += token.stem + ' ';
    if (documents_with_name(theme->text, shown) > 0 && stems.insert(own).second)
      add_exit(Kind::theme, theme->text, response);
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
  if (is_filtered) add_exit(Kind::unfiltered, request.query, response);
  if (is_cancelled(cancelled)) return;
  add_spellings(query, request, response);
  if (is_cancelled(cancelled)) return;
  add_fewer_words(text, is_limited && !is_filtered, response);
  if (is_cancelled(cancelled)) return;
  add_concepts(text, request.language, response);
  if (is_cancelled(cancelled)) return;
  add_themes(request, response);
}

}  // namespace mess::index
