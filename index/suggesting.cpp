#include <algorithm>
#include <map>
#include <unordered_set>

#include "index/index_layout.h"
#include "index/query_builder.h"
#include "index/searcher_databases.h"
#include "index/words.h"

namespace mess::index {
namespace {

using Kind = Suggestion::Kind;

constexpr std::size_t most_remembered = 4000;   // answers
constexpr std::size_t longest_remembered = 12;  // bytes of what was typed: what many begin with

// Which come first, of names that were found: at most `most`, each once.
template <class Before>
std::vector<NameWords::Found> best_of(std::vector<NameWords::Found> found, std::size_t most, Before before) {
  const auto order = [&](const NameWords::Found& a, const NameWords::Found& b) {
    if (a.at_start != b.at_start) return a.at_start;
    return before(a.number, b.number);
  };
  // Twice as many: a name may be found by several of its words.
  const auto kept = std::min(found.size(), 2 * most);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), order);
  found.resize(kept);
  std::vector<NameWords::Found> best;
  for (const NameWords::Found& one : found) {
    const bool is_known =
        std::any_of(best.begin(), best.end(), [&](const auto& other) { return other.number == one.number; });
    if (!is_known && best.size() < most) best.push_back(one);
  }
  return best;
}

// nullopt for a document that was removed since its name was read.
std::optional<IndexedRecord> record_of(const Xapian::Database& documents, Xapian::docid id) {
  try {
    return parse_record(documents.get_document(id).get_data(), false);
  } catch (const Xapian::DocNotFoundError&) {
    return std::nullopt;
  }
}

// At most `limit`, of each kind at least one; what room is left goes to topics, then to titles. Where no
// notion begins with what was typed, somebody is looking for a title or a person.
std::vector<Suggestion> arranged(std::map<Kind, std::vector<Suggestion>> by_kind, bool has_notion,
                                 std::size_t limit) {
  std::map<Kind, std::size_t> taken;
  std::size_t room = limit;
  const auto take = [&](Kind kind, std::size_t most) {
    const std::size_t more = std::min({most, room, by_kind[kind].size() - taken[kind]});
    taken[kind] += more;
    room -= more;
  };
  for (const Kind kind : {Kind::topic, Kind::title, Kind::place, Kind::actor}) take(kind, 1);
  for (const Kind kind : {Kind::topic, Kind::title, Kind::actor, Kind::place}) take(kind, limit);
  std::vector<Suggestion> suggestions;
  const auto put = [&](Kind kind, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, taken[kind]); ++i) {
      suggestions.push_back(std::move(by_kind[kind][i]));
    }
  };
  const std::size_t leading = has_notion ? 2 : 0;  // topics before all others
  put(Kind::topic, 0, leading);
  for (const Kind kind : {Kind::title, Kind::place, Kind::actor}) put(kind, 0, limit);
  put(Kind::topic, leading, limit);
  return suggestions;
}

}  // namespace

// The names, of this index and this thesaurus.
const KnownNames& Searcher::Databases::known_names() {
  words();  // forgets the names of an older index
  const Thesaurus& thesaurus_now = names();
  if (!all_names || names_state != thesaurus_state) {
    all_names.emplace(read_known_names(documents, thesaurus_now));
    names_state = thesaurus_state;
    place_documents.clear();
    suggested.clear();
    counts.clear();
  }
  return *all_names;
}

// Titles that have the words one after the other, newest first, else those that have them all somewhere.
std::vector<Suggestion> Searcher::Databases::suggest_titles(const Typed& typed, std::size_t wanted) {
  std::vector<Suggestion> titles;
  const auto add = [&](Xapian::docid id) {
    const auto record = record_of(documents, id);
    if (!record) return;
    const bool is_known = std::any_of(titles.begin(), titles.end(),
                                      [&](const Suggestion& other) { return other.text == record->title; });
    if (is_known) return;
    titles.push_back({Kind::title,
                      record->title,
                      typed_part(record->title, typed.words),
                      static_cast<DocumentId>(id),
                      {},
                      Language::unknown});
  };
  for (const auto& found : best_of(known_names().title_words.find(typed.words), wanted, std::greater<>())) {
    add(found.number);
  }
  if (!titles.empty() || typed.words.size() < 2) return titles;
  ParsedQuery query = parse_query(typed.text, true);
  complete_last_word(query);
  Xapian::Enquire enquire(documents);
  enquire.set_query(titles_query(query));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(wanted));
  for (auto at = found.begin(); at != found.end(); ++at) add(*at);
  return titles;
}

std::vector<Suggestion> Searcher::Databases::suggest_actors(const Typed& typed, std::size_t wanted) {
  std::vector<Suggestion> actors;
  const KnownNames& known_now = known_names();
  const auto busier = [&](std::uint32_t a, std::uint32_t b) {
    return known_now.actors[a].documents > known_now.actors[b].documents;
  };
  for (const auto& found : best_of(known_now.actor_words.find(typed.words), wanted, busier)) {
    const std::string& name = known_now.actors[found.number].name;
    if (documents_with_all(name) == 0) continue;
    actors.push_back({Kind::actor, name, typed_part(name, typed.words), 0, {}, Language::unknown});
  }
  return actors;
}

std::vector<Suggestion> Searcher::Databases::suggest(const std::string& text, Language language, int limit) {
  const std::vector<TypedWord> words_typed = typed_words(text);
  if (words_typed.empty() || words_typed.back().core.empty() || limit <= 0) return {};
  known_names();  // forgets what an older index answered
  const std::string key = std::string(code_of(language)) + std::to_string(limit) + ' ' + text;
  if (const auto answered = suggested.find(key); answered != suggested.end()) return answered->second;
  Typed typed{text, words_typed, is_arabic_form(words_typed.back().core), language};
  if (typed.is_arabic || language == Language::arabic || language == Language::unknown)
    typed.shown = typed.is_arabic ? Language::arabic : Language::french;
  const auto wanted = static_cast<std::size_t>(limit);
  bool has_notion = false;
  std::map<Kind, std::vector<Suggestion>> by_kind;
  by_kind[Kind::topic] = suggest_topics(typed, wanted, has_notion);
  by_kind[Kind::place] =
      suggest_places(typed, wanted, has_notion ? by_kind[Kind::topic].front().text : std::string());
  by_kind[Kind::title] = suggest_titles(typed, wanted);
  by_kind[Kind::actor] = suggest_actors(typed, wanted);
  std::vector<Suggestion> suggestions = arranged(std::move(by_kind), has_notion, wanted);
  if (text.size() > longest_remembered) return suggestions;
  if (suggested.size() >= most_remembered) suggested.clear();
  return suggested[key] = suggestions;
}

}  // namespace mess::index
