// What the documents found hold, and which of the first of them come first.
#include <algorithm>

#include "index/other_names.h"
#include "index/query_builder.h"
#include "index/searcher_databases.h"
#include "index/words.h"

namespace mess::index {
namespace {

constexpr double page_share = 0.5;  // of the best page's weight beside the document's

}  // namespace

bool Searcher::Databases::holds(Xapian::docid docid, const std::string& term) const {
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

bool Searcher::Databases::holds(const PageFinder::Hit& hit, const OtherName& name) const {
  if (!name.counts_in(hit.record.languages)) return false;
  if (name.documents != nullptr) {
    return std::binary_search(name.documents->begin(), name.documents->end(), hit.document);
  }
  return std::all_of(name.stems.begin(), name.stems.end(),
                     [&](const std::string& stem) { return holds(hit.document, stem); });
}

// The other names that stand in a document in place of words that do not.
std::vector<std::string> Searcher::Databases::names_found_in(const PageFinder::Hit& hit,
                                                             const ParsedQuery& query) const {
  std::vector<std::string> found;
  for (const NamedConcept& named : query.concepts) {
    const bool is_typed = std::all_of(named.words.begin(), named.words.end(), [&](std::size_t word) {
      const auto& forms = query.words[word].stems;
      return std::any_of(forms.begin(), forms.end(),
                         [&](const std::string& stem) { return holds(hit.document, stem); });
    });
    if (is_typed) continue;
    for (const OtherName& name : named.others) {
      if (!holds(hit, name)) continue;
      if (std::find(found.begin(), found.end(), name.text) == found.end()) found.push_back(name.text);
    }
  }
  return found;
}

// A long document holds every word somewhere; what answers is a page. The best of the order by document are
// put in the order of both: the document's weight and that of its best page, each in parts of the best one.
void Searcher::Databases::reorder(std::span<PageFinder::Hit> hits, const ParsedQuery& query, Language reader,
                                  PageFinder& finder) const {
  if (hits.size() < 2) return;
  const std::vector<double> of_pages = finder.best_weights({hits.begin(), hits.end()});
  const double best_page = *std::max_element(of_pages.begin(), of_pages.end());
  const double best_document = hits.front().weight;
  if (best_page <= 0 || best_document <= 0) return;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const double of_document = hits[i].weight / best_document;
    // Of a single page there is nothing more to say.
    const double of_page = hits[i].record.page_count > 1 ? of_pages[i] / best_page : of_document;
    hits[i].weight = best_document * (of_document + page_share * of_page) / (1 + page_share);
  }
  // Numbers of documents depend on which worker was faster: what weighs the same stands in an order of its
  // own.
  std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.record.sha256 < b.record.sha256;
  });
  if (units_of(query).size() == 1) {
    // Whoever asked with one notion's own words sees these first, whatever its other names weigh.
    std::stable_partition(hits.begin(), hits.end(),
                          [&](const auto& hit) { return holds_a_word(hit, query, reader); });
  }
}

}  // namespace mess::index
