#include "index/other_names.h"

#include <algorithm>

#include "index/words.h"

namespace mess::index {
namespace {

constexpr std::size_t most_concepts = 12;  // of one query
constexpr std::size_t most_names = 16;     // of one concept; preferred ones come first

bool is_quoted(const ParsedQuery& query, const QueryWord& word) {
  for (const auto& phrase : query.phrases) {
    for (const QueryWord& quoted : phrase) {
      if (quoted.begin == word.begin) return true;
    }
  }
  return false;
}

// An acronym is kept as it is written; a text holds its stems (CNOPS is "cnop" in French).
void add_name(const Thesaurus::Label& label, std::vector<OtherName>& names) {
  OtherName name{label.text, label.language, label.stems, {}};
  if (!label.is_acronym) {
    name.only_in_its_language = label.stems.size() == 1 && !is_arabic_form(label.stems.front());
    return names.push_back(std::move(name));
  }
  for (std::string& stem : stems_of(label.stems.front())) {
    name.stems = {std::move(stem)};
    names.push_back(name);
  }
}

}  // namespace

bool OtherName::counts_in(const std::vector<std::string>& languages) const {
  return !only_in_its_language || languages.empty() ||
         std::find(languages.begin(), languages.end(), code_of(language)) != languages.end();
}

void add_other_names(ParsedQuery& query, const Thesaurus& thesaurus) {
  if (query.is_text()) return;
  std::vector<std::size_t> places;  // of the words that may name something
  std::vector<Thesaurus::Word> words;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const QueryWord& word = query.words[i];
    if (word.is_stop || is_quoted(query, word)) continue;
    places.push_back(i);
    words.push_back({word.core, &word.stems, !word.typed_stems.empty()});
  }
  for (const Thesaurus::Match& match : thesaurus.find(words)) {
    if (query.concepts.size() == most_concepts) break;
    NamedConcept named;
    named.id = thesaurus.concept_of(thesaurus.label(match.label)).id;
    for (std::size_t i = match.first; i < match.last; ++i) named.words.push_back(places[i]);
    const bool is_known = std::any_of(
        query.concepts.begin(), query.concepts.end(),
        [&](const NamedConcept& other) { return other.id == named.id && other.words == named.words; });
    if (is_known) continue;  // by another of its names that looks the same
    for (const Thesaurus::Label* label : thesaurus.others(match.label)) {
      if (named.others.size() >= most_names) break;
      add_name(*label, named.others);
    }
    if (!named.others.empty()) query.concepts.push_back(std::move(named));
  }
}

std::vector<QueryUnit> units_of(const ParsedQuery& query) {
  std::vector<QueryUnit> units;
  std::vector<bool> taken(query.words.size(), false);
  const auto add_unit = [&](const std::vector<std::size_t>& words) -> QueryUnit& {
    for (const std::size_t word : words) taken[word] = true;
    units.push_back({words, {}, std::vector<std::vector<const OtherName*>>(words.size())});
    return units.back();
  };
  for (const NamedConcept& named : query.concepts) {  // those of most words come first
    if (named.words.size() < 2) continue;
    const auto same =
        std::find_if(units.begin(), units.end(), [&](const auto& u) { return u.words == named.words; });
    const bool is_free =
        std::none_of(named.words.begin(), named.words.end(), [&](auto word) { return taken[word]; });
    if (same == units.end() && !is_free) continue;
    QueryUnit& unit = same != units.end() ? *same : add_unit(named.words);
    for (const OtherName& name : named.others) unit.others.push_back(&name);
  }
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    if (!taken[i] && !query.words[i].is_stop) add_unit({i});
  }
  for (const NamedConcept& named : query.concepts) {
    if (named.words.size() != 1) continue;
    for (QueryUnit& unit : units) {
      for (std::size_t i = 0; i < unit.words.size(); ++i) {
        if (unit.words[i] != named.words.front()) continue;
        for (const OtherName& name : named.others) unit.others_of_word[i].push_back(&name);
      }
    }
  }
  return units;
}

}  // namespace mess::index
