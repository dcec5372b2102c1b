// Topics and places to suggest: names of the thesaurus, and what titles, subjects and words add to them.
#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "index/characters.h"
#include "index/index_layout.h"
#include "index/name_documents.h"
#include "index/normaliser.h"
#include "index/other_names.h"
#include "index/query_builder.h"
#include "index/searcher_databases.h"
#include "index/sentences.h"
#include "index/stop_words.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t shortest_topic = 6;  // bytes of a completion worth offering: three Arabic letters
constexpr std::size_t topics_scanned = 1500;
constexpr std::size_t labels_tried = 8, places_tried = 3;
constexpr std::size_t most_counted = 5000;
constexpr Xapian::doccount holders_seen = 5000;  // of a topic, to see which places they speak of
// Of letters typed before a place is put behind a topic: before, nobody knows what it will be.
constexpr std::size_t fewest_letters = 3;

Xapian::Query all_words(const ParsedQuery& query) {
  std::vector<Xapian::Query> wanted;
  for (const QueryWord& word : query.words) {
    if (!word.is_stop) wanted.emplace_back(Xapian::Query::OP_OR, word.stems.begin(), word.stems.end());
  }
  return {Xapian::Query::OP_AND, wanted.begin(), wanted.end()};
}

std::vector<std::string> stems_of_name(const std::string& name, Language language) {
  std::vector<std::string> stems;
  for (const Token& token : tokenize(name, language)) {
    if (!is_stop_word(token.form)) stems.push_back(token.stem);
  }
  return stems;
}

Xapian::MSet holders_of(const Xapian::Database& documents, const Xapian::Query& query,
                        Xapian::doccount listed, Xapian::doccount counted) {
  Xapian::Enquire enquire(documents);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  enquire.set_query(query);
  return enquire.get_mset(0, listed, counted);
}

// Forms of the same words are one suggestion.
std::string stems_in(const std::string& text) {
  std::string stems;
  for (const Token& token : tokenize(text, Language::french)) {
    if (!is_stop_word(token.form)) stems += token.stem + ' ';
  }
  return stems;
}

}  // namespace

// Documents that hold each of the words in some form: no fewer does a search for the text find.
int Searcher::Databases::documents_with_all(const std::string& text) {
  words();  // forgets the counts of an older index
  if (const auto known_count = counts.find(text); known_count != counts.end()) return known_count->second;
  if (counts.size() >= most_counted) counts.clear();
  const ParsedQuery query = parse_query(text, false);
  if (!query.excluded.empty() || !query.excluded_phrases.empty()) return 0;
  const Xapian::MSet found = holders_of(documents, all_words(query), 0, documents.get_doccount());
  return counts[text] = static_cast<int>(found.get_matches_estimated());
}

// Documents that hold the name itself: its words one after the other. Of a name that words without topic hold
// together ("عمل عن بعد") nobody can tell.
int Searcher::Databases::documents_with_name(const std::string& name, Language language) {
  const std::string key = '\x01' + std::string(code_of(language)) + name;  // no text to search begins so
  if (const auto known_count = counts.find(key); known_count != counts.end()) return known_count->second;
  const std::vector<std::string> stems = stems_of_name(name, language);
  if (stems.empty() || (stems.size() == 1 && tokenize(name, language).size() > 1)) return counts[key] = 0;
  if (stems.size() == 1) return counts[key] = static_cast<int>(documents.get_termfreq(stems.front()));
  const Xapian::MSet found = holders_of(documents, name_query(stems), 0, documents.get_doccount());
  return counts[key] = static_cast<int>(found.get_matches_estimated());
}

// Whether a search for the text finds its other names where it does not find itself.
bool Searcher::Databases::is_found_by_other_names(const std::string& text) {
  ParsedQuery query = parse_query(text, false);
  add_other_names(query, names());
  return !holders_of(documents, words_query(query, false), 1, 0).empty();
}

// The concept's name in the other great language of the house, if the library has documents with it.
void Searcher::Databases::add_other_name(const KnownNames::Label& label, const Typed& typed,
                                         Suggestion& suggestion) {
  const Concept& meaning = names().concepts()[label.concept_number];
  const Language other = typed.is_arabic ? Language::french : Language::arabic;
  const auto& others = meaning.labels_in(other);
  if (others.empty() || documents_with_all(others.front()) == 0) return;
  suggestion.also = others.front();
  suggestion.also_language = other;
}

// One name of each concept that begins with the words from `first` on: in the language of what is shown if it
// has one that does, best known first.
std::vector<const KnownNames::Label*> Searcher::Databases::labels_for(const Typed& typed, std::size_t first,
                                                                      bool places) {
  const KnownNames& known_now = known_names();
  const auto& concepts = names().concepts();
  struct Named {
    double rank = 0;
    const KnownNames::Label* label = nullptr;
  };
  std::unordered_map<std::uint32_t, Named> best;
  for (const NameWords::Found& found : known_now.label_words.find(typed.words, first)) {
    const KnownNames::Label& label = known_now.labels[found.number];
    if (!found.at_start || concepts[label.concept_number].is_place != places) continue;
    // A name that stands nowhere still leads to what the concept's other names find.
    double rank = label.most_documents > 0 ? label.most_documents
                                           : known_now.most_documents[label.concept_number] / 8.0;
    if (rank == 0) continue;
    if (label.is_preferred) rank *= 4;
    if (label.language == typed.shown) rank *= 4;
    Named& named = best[label.concept_number];
    if (rank > named.rank) named = {rank, &label};
  }
  std::vector<Named> ranked;
  for (const auto& [number, named] : best) ranked.push_back(named);
  const std::size_t kept = std::min(ranked.size(), labels_tried);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
                    [](const Named& a, const Named& b) {
                      return a.rank != b.rank ? a.rank > b.rank : a.label->text < b.label->text;
                    });
  std::vector<const KnownNames::Label*> labels;
  for (std::size_t i = 0; i < kept; ++i) labels.push_back(ranked[i].label);
  return labels;
}

// Concepts and topics of several words in titles and subjects, by the documents that have them; behind them
// single words that complete the only one typed.
std::vector<Searcher::Databases::Topic> Searcher::Databases::topics_for(const Typed& typed,
                                                                        std::size_t wanted) {
  std::vector<Topic> topics;
  for (const KnownNames::Label* label : labels_for(typed, 0, false)) {
    const int named = documents_with_name(label->text, label->language);
    if (named == 0 && documents_with_all(label->text) == 0 && !is_found_by_other_names(label->text)) continue;
    topics.push_back({label->text, static_cast<Xapian::doccount>(std::max(named, 1)), true, label});
  }
  std::string prefix(1, topic_prefix);
  for (const TypedWord& word : typed.words) prefix += (prefix.size() == 1 ? "" : " ") + word.core;
  std::size_t scanned = 0;
  for (auto term = documents.allterms_begin(prefix); term != documents.allterms_end(prefix); ++term) {
    if (++scanned > topics_scanned) break;
    topics.push_back({(*term).substr(1), term.get_termfreq(), true, nullptr});
  }
  if (typed.words.size() == 1) {
    for (const auto& word : words().completions(typed.words.back().core, wanted + 8)) {
      if (word.text.size() < shortest_topic || is_stop_word(word.text)) continue;
      topics.push_back({std::string(word.text), word.documents, false, nullptr});
    }
  }
  std::stable_sort(topics.begin(), topics.end(), [](const Topic& a, const Topic& b) {
    return a.is_notion != b.is_notion ? a.is_notion : a.documents > b.documents;
  });
  return topics;
}

std::vector<Suggestion> Searcher::Databases::suggest_topics(const Typed& typed, std::size_t wanted,
                                                            bool& has_notion) {
  std::vector<Suggestion> suggestions;
  std::set<std::string> stems;  // coopérative and coopératives are one topic
  for (const KnownNames::Label* place : labels_for(typed, 0, true)) stems.insert(stems_in(place->text));
  for (const Topic& topic : topics_for(typed, wanted)) {
    // Where there are notions, one single word beside them is enough.
    if (suggestions.size() >= wanted || (has_notion && !topic.is_notion && suggestions.size() > 1)) break;
    std::string text = topic.text;
    if (topic.label == nullptr) {
      text = topic.is_notion ? topic_spelling(topic_prefix + topic.text, topic.text)
                             : spelling_of(topic.text, typed.shown);
    }
    // As it is written it may have lost what its own clitics told.
    if (text.empty() || (topic.label == nullptr && documents_with_all(text) == 0)) continue;
    if (!stems.insert(stems_in(text)).second) continue;
    has_notion = has_notion || topic.is_notion;
    Suggestion suggestion{Suggestion::Kind::topic, text, typed_part(text, typed.words), 0, {},
                          Language::unknown};
    if (topic.label != nullptr) add_other_name(*topic.label, typed, suggestion);
    suggestions.push_back(std::move(suggestion));
  }
  return suggestions;
}

// Which documents name each place, one bit a document; of places that the library names at all.
const std::vector<Searcher::Databases::PlaceDocuments>& Searcher::Databases::documents_of_places() {
  const KnownNames& known_now = known_names();
  if (!place_documents.empty()) return place_documents;
  const std::size_t size = documents.get_lastdocid() / 64 + 1;
  const auto& concepts = names().concepts();
  for (std::uint32_t number = 0; number < concepts.size(); ++number) {
    if (!concepts[number].is_place || known_now.most_documents[number] == 0) continue;
    PlaceDocuments place{number, 0, std::vector<std::uint64_t>(size)};
    for (const Language language : {Language::french, Language::arabic}) {
      const auto stems = stems_of_name(concepts[number].name(language), language);
      if (stems.empty()) continue;
      const auto found = holders_of(documents, name_query(stems), holders_seen, 0);
      for (auto at = found.begin(); at != found.end(); ++at) {
        place.documents[*at / 64] |= std::uint64_t{1} << (*at % 64);
      }
    }
    for (const std::uint64_t bits : place.documents) place.count += std::popcount(bits);
    if (place.count > 0) place_documents.push_back(std::move(place));
  }
  return place_documents;
}

// The place of which the documents of a topic speak more than others do; "" when they name none.
std::string Searcher::Databases::place_for(const std::string& topic, Language language) {
  const auto found = holders_of(documents, all_words(parse_query(topic, false)), holders_seen, 0);
  std::vector<std::uint64_t> holders(documents.get_lastdocid() / 64 + 1);
  for (auto at = found.begin(); at != found.end(); ++at) {
    holders[*at / 64] |= std::uint64_t{1} << (*at % 64);
  }
  double best = 0;
  const PlaceDocuments* chosen = nullptr;
  for (const PlaceDocuments& place : documents_of_places()) {
    int both = 0;
    const std::size_t size = std::min(holders.size(), place.documents.size());  // documents may have come
    for (std::size_t i = 0; i < size; ++i) both += std::popcount(holders[i] & place.documents[i]);
    // tf idf, of a place in these documents.
    const double weight = both * std::log(static_cast<double>(documents.get_doccount()) / place.count);
    if (weight > best) {
      best = weight;
      chosen = &place;
    }
  }
  return chosen == nullptr ? std::string() : names().concepts()[chosen->concept_number].name(language);
}

namespace {

// What was typed before a word, fit to be shown before a name: a row has no room for a pasted text, and what
// is no text is left out.
std::optional<std::string> shown_before(std::string_view typed, std::size_t begin) {
  constexpr std::size_t longest = 120;  // bytes
  if (begin > longest) return std::nullopt;
  std::string shown = readable(typed.substr(0, begin));
  if (!shown.empty() && is_blank(typed[begin - 1])) shown += ' ';
  return shown;
}

}  // namespace

// Places that begin as typed; the words typed and then such a place; else the topic, if there is one, where
// most is said about it.
std::vector<Suggestion> Searcher::Databases::suggest_places(const Typed& typed, std::size_t wanted,
                                                            const std::string& topic) {
  std::vector<Suggestion> suggestions;
  for (std::size_t first = 0; first < typed.words.size() && suggestions.empty(); ++first) {
    const auto before = shown_before(typed.text, typed.words[first].begin);
    if (!before) break;
    std::vector<const KnownNames::Label*> labels = labels_for(typed, first, true);
    std::stable_sort(labels.begin(), labels.end(), [&](const auto* a, const auto* b) {
      return documents_with_name(a->text, a->language) > documents_with_name(b->text, b->language);
    });
    if (labels.size() > places_tried) labels.resize(places_tried);
    for (const KnownNames::Label* label : labels) {
      if (suggestions.size() >= wanted) break;
      const std::string text = *before + label->text;
      if (documents_with_all(text) == 0 && (first > 0 || !is_found_by_other_names(text))) continue;
      Suggestion suggestion{Suggestion::Kind::place, text, typed_part(text, typed.words), 0, {},
                            Language::unknown};
      if (first == 0) add_other_name(*label, typed, suggestion);
      suggestions.push_back(std::move(suggestion));
    }
  }
  const std::size_t letters = to_utf16(typed.words.back().core).size();
  if (!suggestions.empty() || topic.empty() || (typed.words.size() == 1 && letters < fewest_letters))
    return suggestions;
  const std::string place = place_for(topic, typed.shown);
  const std::string text = topic + ' ' + place;
  if (place.empty() || documents_with_all(text) == 0) return suggestions;
  return {{Suggestion::Kind::place, text, typed_part(text, typed.words), 0, {}, Language::unknown}};
}

}  // namespace mess::index
