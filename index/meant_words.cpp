// What the words of a query may have been meant to be: completions, likely spellings, a correction to offer.
#include <algorithm>

#include "index/query_builder.h"
#include "index/searcher_databases.h"

namespace mess::index {
namespace {

constexpr std::size_t most_completions = 8;  // of a word being typed: more costs time and finds little

// Another spelling of a rare word is offered when it stands in so many times more documents: a wrong letter
// in one old PDF must not hide the word.
constexpr std::uint32_t much_commoner = 20;

constexpr std::size_t most_spellings_tried = 3, most_likes_kept = 500;
constexpr std::size_t most_guessed = 6;  // words of a query; more unknown ones are no slip of a finger

void sort_and_unite(std::vector<std::string>& stems) {
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
}

// بتطوان is no other spelling of تطوان, though the library may hold nothing else.
bool is_clitic_before(std::string_view longer, std::string_view word) {
  constexpr std::string_view clitics[] = {"ب", "ل", "ك", "و", "ف"};
  return std::any_of(std::begin(clitics), std::end(clitics),
                     [&](std::string_view clitic) { return longer == std::string(clitic).append(word); });
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

// The word that was most likely meant; "" when this one is known well enough. Another form of the same word
// is no correction.
std::string Searcher::Databases::likely(const QueryWord& word, bool has_hits) {
  if (word.is_stop || (word.is_prefix && !words().completions(word.core, 1).empty())) return {};
  const std::uint32_t known = words().documents_with(word.core);
  if (known > static_cast<std::uint32_t>(few_hits))
    return {};  // no rare word: looking for its likes would only cost time
  const bool is_guessed = !word.typed_stems.empty();
  // A form that the library does not have, of a word that it has.
  if (has_hits && known == 0 && !is_guessed) return {};
  const std::vector<std::string>& own = is_guessed ? word.typed_stems : word.stems;
  for (const Vocabulary::Word& similar : likes_of(word.core)) {
    const std::vector<std::string> stems = stems_of(similar.text);
    const bool is_same_word = std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
      return std::find(own.begin(), own.end(), stem) != own.end();
    });
    if (is_same_word || is_clitic_before(similar.text, word.core)) continue;
    if (similar.documents > known * much_commoner) return std::string(similar.text);
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

}  // namespace mess::index
