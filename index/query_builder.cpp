#include "index/query_builder.h"

#include <algorithm>
#include <memory>

#include "index/index_layout.h"
#include "index/name_documents.h"
#include "index/other_names.h"

namespace mess::index {
namespace {

using Xapian::Query;

// The weights of ranking, in parts of what a word of the text weighs (BM25, see searching.cpp). Chosen
// together on the five judged sets; index/README.md has the table.
constexpr double title_factor_of_one =
    1.5;  // the same when the query is one notion: its title says what a study is about
constexpr double title_factor = 0.15;       // a word of the title, creators or subjects, on top
constexpr double other_name_factor = 0.25;  // another name of the words, in place of a word that was typed
constexpr double near_factor = 0.2;  // two neighbours of the query that stand near one another, on top,
                                     // as one word that is as rare as they are together
constexpr Xapian::termcount near_window = 3;  // words
constexpr std::size_t most_near_pairs = 8;
constexpr double form_factor = 0.25;  // the very form of a word, in parts of its idf
constexpr double stop_factor = 0.4;   // a word without topic

// One of the stems, as if they were one word: their frequencies are added before weighing.
Query word_query(const QueryWord& word) {
  const Query query(Query::OP_SYNONYM, word.stems.begin(), word.stems.end());
  return word.times > 1 ? query * word.times : query;
}

// For windows, which take no synonyms.
Query any_stem(const QueryWord& word) {
  return Query(Query::OP_OR, word.stems.begin(), word.stems.end());
}

// The very form, on top of its stem: coopérative is no coopération. Forms have no frequencies in a document,
// so each weighs the same wherever it stands.
Query form_query(const QueryWord& word) {
  if (word.form_idf <= 0) return {};
  auto weight = std::make_unique<Xapian::FixedWeightPostingSource>(form_factor * word.form_idf);
  return Query(Query::OP_FILTER, Query(weight.release()->release()), Query(form_prefix + word.core));
}

Query title_query(const QueryWord& word) {
  std::vector<std::string> terms;
  for (const std::string& stem : word.stems) terms.push_back(title_prefix + stem);
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

// Of a word still being typed also the stems that begin so.
Query creator_query(const QueryWord& word) {
  std::vector<Query> ways;
  for (const std::string& stem : word.stems) ways.emplace_back(creator_prefix + stem);
  if (word.is_prefix) ways.emplace_back(Query::OP_WILDCARD, creator_prefix + word.core);
  return Query(Query::OP_OR, ways.begin(), ways.end());
}

// Stems have positions, forms have not: the stems in order, and each very form somewhere in the document.
Query phrase_query(const std::vector<QueryWord>& phrase) {
  std::vector<Query> places, forms;
  for (const QueryWord& word : phrase) {
    places.push_back(any_stem(word));
    forms.emplace_back(form_prefix + word.core);
  }
  const Query in_order(Query::OP_PHRASE, places.begin(), places.end(),
                       static_cast<Xapian::termcount>(phrase.size()));
  return Query(Query::OP_FILTER, in_order, Query(Query::OP_AND, forms.begin(), forms.end()));
}

// Weighs the same whether the documents that hold the name were looked up or not.
Query other_name_query(const OtherName& name) {
  if (name.only_in_its_language) {
    const Query in_its_language(filter_term(language_prefix, code_of(name.language)));
    return Query(Query::OP_FILTER, name_query(name.stems), in_its_language);
  }
  if (name.documents == nullptr) return name_query(name.stems);
  if (name.documents->empty()) return {};
  const Query words(Query::OP_AND, name.stems.begin(), name.stems.end());
  return Query(Query::OP_FILTER, words, any_of(name.documents));
}

// The better of what was typed and its other names: a document that has the typed words gains nothing by
// these.
Query or_other_names(const Query& typed, const std::vector<const OtherName*>& others) {
  if (others.empty()) return typed;
  std::vector<Query> ways{typed};
  for (const OtherName* name : others) {
    const Query way = other_name_query(*name);
    if (!way.empty()) ways.push_back(way * other_name_factor);
  }
  return Query(Query::OP_MAX, ways.begin(), ways.end());
}

Query unit_query(const ParsedQuery& query, const QueryUnit& unit, bool any_word) {
  std::vector<Query> words;
  for (std::size_t i = 0; i < unit.words.size(); ++i) {
    words.push_back(or_other_names(word_query(query.words[unit.words[i]]), unit.others_of_word[i]));
  }
  const Query typed = words.size() == 1
                          ? words.front()
                          : Query(any_word ? Query::OP_OR : Query::OP_AND, words.begin(), words.end());
  return or_other_names(typed, unit.others);
}

Query nearness(const ParsedQuery& query) {
  std::vector<Query> pairs;
  if (query.is_text()) return {};
  const std::vector<QueryWord>& words = query.words;
  for (std::size_t i = 0; i + 1 < words.size() && pairs.size() < most_near_pairs; ++i) {
    if (words[i].is_stop || words[i + 1].is_stop) continue;
    // Where both stand the positions of both are read, document by document. Of words that stand in thousands
    // that would take longer than all the rest; the best pages are chosen by nearness all the same.
    if (words[i].is_common && words[i + 1].is_common) continue;
    const Query both[] = {any_stem(words[i]), any_stem(words[i + 1])};
    const Query near(Query::OP_NEAR, std::begin(both), std::end(both), near_window);
    // Not as the sum of both, or a long query's order would be that of its commonest pairs.
    pairs.emplace_back(Query::OP_SYNONYM, &near, &near + 1);
  }
  return Query(Query::OP_OR, pairs.begin(), pairs.end());
}

Query excluded_query(const ParsedQuery& query) {
  std::vector<Query> excluded;
  for (const QueryWord& word : query.excluded) excluded.push_back(word_query(word));
  for (const auto& phrase : query.excluded_phrases) excluded.push_back(phrase_query(phrase));
  for (const QueryWord& word : query.excluded_creators) excluded.push_back(creator_query(word));
  return Query(Query::OP_OR, excluded.begin(), excluded.end());
}

template <class Values>
Query any_term(char prefix, const Values& values) {
  std::vector<Query> terms;
  for (const std::string& value : values) terms.emplace_back(filter_term(prefix, value));
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

Query year_range(const SearchFilters& filters) {
  if (!filters.year_from) {
    // Documents without a year have no value, which sorts before all: they must not pass.
    return Query(Query::OP_VALUE_RANGE, year_slot, Xapian::sortable_serialise(-1'000'000),
                 Xapian::sortable_serialise(*filters.year_to));
  }
  if (!filters.year_to) {
    return Query(Query::OP_VALUE_GE, year_slot, Xapian::sortable_serialise(*filters.year_from));
  }
  return Query(Query::OP_VALUE_RANGE, year_slot, Xapian::sortable_serialise(*filters.year_from),
               Xapian::sortable_serialise(*filters.year_to));
}

}  // namespace

Query words_query(const ParsedQuery& query, bool any_word) {
  std::vector<Query> wanted, helping;
  for (const QueryUnit& unit : units_of(query)) wanted.push_back(unit_query(query, unit, any_word));
  const double of_titles = wanted.size() == 1 ? title_factor_of_one : title_factor;
  for (const QueryWord& word : query.words) {
    helping.push_back(word.is_stop ? word_query(word) * stop_factor : title_query(word) * of_titles);
    const Query form = word.is_stop ? Query() : form_query(word);
    if (!form.empty()) helping.push_back(form);
  }
  Query all = Query::MatchAll;
  if (!wanted.empty()) all = Query(any_word ? Query::OP_OR : Query::OP_AND, wanted.begin(), wanted.end());
  if (!any_word) {
    for (const auto& phrase : query.phrases) all &= phrase_query(phrase);
  }
  const Query near = nearness(query);
  if (!near.empty()) helping.push_back(near * near_factor);
  if (!helping.empty()) {
    all = Query(Query::OP_AND_MAYBE, all, Query(Query::OP_OR, helping.begin(), helping.end()));
  }
  for (const QueryWord& word : query.creators) all = Query(Query::OP_FILTER, all, creator_query(word));
  const Query excluded = excluded_query(query);
  return excluded.empty() ? all : Query(Query::OP_AND_NOT, all, excluded);
}

Query all_words_first(const Query& all, const Query& any) {
  auto weight = std::make_unique<Xapian::FixedWeightPostingSource>(weight_of_all_words);
  const Query first(Query::OP_FILTER, Query(weight.release()->release()), all);
  return {Query::OP_AND_MAYBE, any, first};
}

Query titles_query(const ParsedQuery& query) {
  std::vector<Query> words;
  for (const QueryWord& word : query.words) {
    if (!word.is_stop) words.push_back(title_query(word));
  }
  return Query(Query::OP_AND, words.begin(), words.end());
}

Query filtered(const Query& query, const SearchFilters& filters, const ThemeSets& sets, Facet without) {
  std::vector<Query> parts;
  if (!filters.collections.empty() && without != Facet::collection) {
    parts.push_back(any_term(collection_prefix, filters.collections));
  }
  if (!filters.languages.empty() && without != Facet::language) {
    parts.push_back(any_term(language_prefix, filters.languages));
  }
  if ((filters.year_from || filters.year_to) && without != Facet::year) parts.push_back(year_range(filters));
  if (!filters.themes.empty() && without != Facet::theme) {
    parts.push_back(DocumentSets::any_of(sets.themes, filters.themes));
  }
  if (!filters.territories.empty() && without != Facet::territory) {
    parts.push_back(DocumentSets::any_of(sets.territories, filters.territories));
  }
  if (parts.empty()) return query;
  return Query(Query::OP_FILTER, query, Query(Query::OP_AND, parts.begin(), parts.end()));
}

}  // namespace mess::index
