#include <algorithm>

#include "index/answer.h"
#include "index/definitions.h"
#include "index/normaliser.h"
#include "index/other_names.h"
#include "index/running_lines.h"
#include "index/searcher_databases.h"

namespace mess::index {
namespace {

// Chosen on the questions of tests/relevance/judged; index/README.md has the figures.
constexpr std::size_t documents_read = 5;
constexpr double document_share = 0.6;  // of a passage's score that hangs on its document's
constexpr double later_page = 0.05;     // taken off for the second and the third page of a document
constexpr double least_coverage = 0.5;  // less answers nothing
constexpr double sure_coverage = 0.85;

std::vector<AskedWord> asked_words(const ParsedQuery& query, const Xapian::Database& pages,
                                   bool asks_what_it_is) {
  std::vector<AskedWord> asked;
  for (const QueryUnit& unit : units_of(query)) {
    for (std::size_t i = 0; i < unit.words.size(); ++i) {
      if (asks_what_it_is && is_word_of_asking(query.words[unit.words[i]].form)) continue;
      AskedWord word;
      word.stems = query.words[unit.words[i]].stems;
      word.weight = idf_of(pages, word.stems);
      for (const auto* names : {&unit.others_of_word[i], &unit.others}) {
        for (const OtherName* name : *names) word.others.push_back(name->stems);
      }
      asked.push_back(std::move(word));
    }
  }
  return asked;
}

}  // namespace

std::optional<Answer> Searcher::Databases::answer(const ParsedQuery& query,
                                                  const std::vector<PageFinder::Hit>& hits,
                                                  const std::vector<HitPages>& where,
                                                  const SearchResponse& response) {
  const library::Catalogue* texts = catalogue();
  const bool is_of_a_notion = asks_what_it_is(response.query);
  const std::vector<AskedWord> asked = asked_words(query, pages, is_of_a_notion);
  if (texts == nullptr || asked.empty()) return std::nullopt;
  std::optional<Answer> best;
  std::size_t place_of_best = 0;
  double best_score = 0;
  for (std::size_t i = 0; i < std::min(hits.size(), documents_read); ++i) {
    const DocumentHit& hit = response.documents[i];
    const RunningLines running(hits[i].record.running_lines);
    for (std::size_t rank = 0; rank < where[i].best.size(); ++rank) {
      const int number = where[i].best[rank];
      const auto page = texts->page(hit.id, number);
      if (!page || page->state != library::TextState::good) continue;
      const std::string& code = page->language.empty() ? hit.language : page->language;
      const std::string_view body = running.body(page->text);
      const auto passage = best_passage(body, asked, language_of(code), is_of_a_notion);
      if (!passage || passage->coverage < least_coverage) continue;
      const double of_document = 1 - document_share + document_share * hit.score / 100;
      const double score = passage->score * of_document - (rank > 0 ? later_page : 0);
      if (score <= best_score) continue;
      best_score = score;
      place_of_best = i;
      best = Answer{hit.id,
                    hit.title,
                    code,
                    number,
                    readable(body.substr(passage->where.begin, passage->where.end - passage->where.begin)),
                    {},
                    passage->defines && passage->coverage >= sure_coverage};
    }
  }
  if (!best) return best;
  const QueryWords words = query.marks().with_names(names_found_in(hits[place_of_best], query));
  best->highlights = words.find_in(best->passage, language_of(best->language));
  return best;
}

}  // namespace mess::index
